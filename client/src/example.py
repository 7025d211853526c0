import keras
from keras import layers

image = keras.Input(shape=(28, 28, 1))

x = layers.Conv2D(16, 3, activation="relu", padding="same")(image)
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(8, 3, activation="relu", padding="same")(x)
encoded = layers.MaxPooling2D()(x)

x = layers.Conv2D(8, 3, activation="relu", padding="same")(encoded)
x = layers.UpSampling2D()(x)
x = layers.Conv2D(16, 3, activation="relu")(x)
x = layers.UpSampling2D()(x)
decoded = layers.Conv2D(1, 3, activation="sigmoid", padding="same")(x)

autoencoder = keras.Model(image, decoded, name="autoencoder")
