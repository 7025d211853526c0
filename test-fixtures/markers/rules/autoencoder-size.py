import keras
from keras import Model, layers

image = layers.Input(shape=(32, 32, 3))  # hint: (None, 32, 32, 3)
x = layers.Conv2D(16, 3, activation="relu", padding="same")(image)  # hint: (None, 32, 32, 16)
x = layers.MaxPooling2D(2)(x)  # hint: (None, 16, 16, 16); window: 32→16; argument: strides=(2, 2)
x = layers.Conv2D(8, 3, activation="relu", padding="same")(x)  # hint: (None, 16, 16, 8)
encoded = layers.MaxPooling2D(2)(x)  # hint: (None, 8, 8, 8); window: 16→8; argument: strides=(2, 2)
# warning[autoencoder-size]: The model's output is (None, 24, 24, 3), and its input is (None, 32, 32, 3).
x = layers.Conv2D(8, 3, activation="relu")(encoded)  # hint: (None, 6, 6, 8); window: 8→6; argument: padding="valid"
# fix!: Add padding="same" — output becomes (None, 32, 32, 3), as the input
#   => x = layers.Conv2D(8, 3, activation="relu", padding="same")(encoded)
x = layers.UpSampling2D(2)(x)  # hint: (None, 12, 12, 8)
x = layers.Conv2D(16, 3, activation="relu", padding="same")(x)  # hint: (None, 12, 12, 16)
x = layers.UpSampling2D(2)(x)  # hint: (None, 24, 24, 16)
decoded = layers.Conv2D(3, 3, activation="sigmoid", padding="same")(x)  # hint: (None, 24, 24, 3)
autoencoder = Model(image, decoded)

# rounding up on the way down gives more than there was on the way up
image = layers.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)
x = layers.MaxPooling2D(2, padding="same")(image)  # hint: (None, 14, 14, 1); window: 28→14; argument: strides=(2, 2)
x = layers.MaxPooling2D(2, padding="same")(x)  # hint: (None, 7, 7, 1); window: 14→7; argument: strides=(2, 2)
# warning[autoencoder-size]: The model's output is (None, 32, 32, 1), and its input is (None, 28, 28, 1).
x = layers.MaxPooling2D(2, padding="same")(x)  # hint: (None, 4, 4, 1); window: 7→4; argument: strides=(2, 2)
x = layers.UpSampling2D(2)(x)  # hint: (None, 8, 8, 1)
x = layers.UpSampling2D(2)(x)  # hint: (None, 16, 16, 1)
x = layers.Conv2D(4, 3, padding="same")(x)  # hint: (None, 16, 16, 4)
x = layers.UpSampling2D(2)(x)  # hint: (None, 32, 32, 4)
decoded = layers.Conv2D(1, 3, padding="same")(x)  # hint: (None, 32, 32, 1)
vae = keras.Model(image, decoded)
