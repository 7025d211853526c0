from keras import Input, Model, Sequential, layers

base = Sequential([Input((16, 16, 3)), layers.Conv2D(8, 3), layers.Flatten()], name="base")
image = Input((16, 16, 3))
code = layers.Dense(7)(base(image))
encoder = Model(image, code, name="encoder")
encoder.trainable = False
x = Input((16, 16, 3))
model = Model(x, layers.Dense(2)(encoder(x)))
model.summary()
