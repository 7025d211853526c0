from keras import Input, Model, layers

x = Input((4096,))
y = layers.Dense(8192)(x)
y = layers.Dense(32)(y)
y = layers.Dense(9)(layers.Dense(31)(y))
model = Model(x, y)
model.summary()
