"""An autoencoder whose output misses its input, because one convolution was left without padding."""

from keras import Model, layers

image = layers.Input(shape=(32, 32, 3))

x = layers.Conv2D(16, 3, activation="relu", padding="same")(image)
x = layers.MaxPooling2D(2)(x)
x = layers.Conv2D(8, 3, activation="relu", padding="same")(x)
encoded = layers.MaxPooling2D(2)(x)

x = layers.Conv2D(8, 3, activation="relu")(encoded)
x = layers.UpSampling2D(2)(x)
x = layers.Conv2D(16, 3, activation="relu", padding="same")(x)
x = layers.UpSampling2D(2)(x)
decoded = layers.Conv2D(3, 3, activation="sigmoid", padding="same")(x)

autoencoder = Model(image, decoded)
autoencoder.compile(optimizer="adam", loss="mse")
