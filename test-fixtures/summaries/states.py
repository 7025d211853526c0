from keras import Input, Model, layers

steps = Input((10, 6))
out, h, c = layers.LSTM(5, return_state=True)(steps)
model = Model(steps, [out, h, c])
model.summary()
