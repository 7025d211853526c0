"""A convolutional autoencoder for grey images: three halvings, three doublings."""

import keras
from keras import layers

image = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)

x = layers.Conv2D(16, (3, 3), activation='relu', padding='same')(image)  # hint: (None, 28, 28, 16)
x = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 14, 14, 8)
x = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 7, 7, 8); window: 14→7; argument: strides=(2, 2)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 7, 7, 8)
encoded = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 4, 4, 8); window: 7→4; argument: strides=(2, 2)
# fix: Add strides=(1, 1) — output becomes (None, 52, 52, 1)
#   => encoded = layers.MaxPooling2D((2, 2), padding='same', strides=(1, 1))(x)

# at this point the representation is (4, 4, 8) i.e. 128-dimensional

x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(encoded)  # hint: (None, 4, 4, 8)
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 8, 8, 8)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 8, 8, 8)
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 16, 16, 8)
x = layers.Conv2D(16, (3, 3), activation='relu')(x)  # hint: (None, 14, 14, 16); window: 16→14; argument: padding="valid"
# fix: Add padding="same" — output becomes (None, 32, 32, 1), input is (28, 28, 1)
#   => x = layers.Conv2D(16, (3, 3), activation='relu', padding="same")(x)
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 28, 28, 16)
decoded = layers.Conv2D(1, (3, 3), activation='sigmoid', padding='same')(x)  # hint: (None, 28, 28, 1)

# lens: 4,385 parameters
autoencoder = keras.Model(image, decoded)
autoencoder.compile(optimizer='adam', loss='binary_crossentropy')
