"""A convolutional autoencoder for grey images: three halvings, three doublings."""

import keras
from keras import layers

image = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)

x = layers.Conv2D(16, (3, 3), activation='relu', padding='same')(image)  # hint: (None, 28, 28, 16)
x = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 14, 14, 8)
x = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 7, 7, 8); window: 14→7; argument: strides=(2, 2)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 7, 7, 8)
# warning[autoencoder-size]: The model's output is (None, 32, 32, 1), and its input is (None, 28, 28, 1).
encoded = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 4, 4, 8); window: 7→4; argument: strides=(2, 2)

# at this point the representation is (4, 4, 8) i.e. 128-dimensional

x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(encoded)  # hint: (None, 4, 4, 8)
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 8, 8, 8)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 8, 8, 8)
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 16, 16, 8)
x = layers.Conv2D(16, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 16, 16, 16)
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 32, 32, 16)
decoded = layers.Conv2D(1, (3, 3), activation='sigmoid', padding='same')(x)  # hint: (None, 32, 32, 1)

autoencoder = keras.Model(image, decoded)
autoencoder.compile(optimizer='adam', loss='binary_crossentropy')
