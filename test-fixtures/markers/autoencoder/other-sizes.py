"""A convolutional autoencoder for grey images: three halvings, three doublings."""

import keras
from keras import layers

image = keras.Input(shape=(64, 48, 3))  # hint: (None, 64, 48, 3)

x = layers.Conv2D(16, (3, 3), activation='relu', padding='same')(image)  # hint: (None, 64, 48, 16)
x = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 32, 24, 16); window: 64×48→32×24; argument: strides=(2, 2)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 32, 24, 8)
x = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 16, 12, 8); window: 32×24→16×12; argument: strides=(2, 2)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 16, 12, 8)
encoded = layers.MaxPooling2D((2, 2), padding='same')(x)  # hint: (None, 8, 6, 8); window: 16×12→8×6; argument: strides=(2, 2)

# at this point the representation is (8, 6, 8) i.e. 384-dimensional

x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(encoded)  # hint: (None, 8, 6, 8)
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 16, 12, 8)
x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)  # hint: (None, 16, 12, 8)
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 32, 24, 8)
# warning[autoencoder-size]: The model's output is (None, 60, 44, 3), and its input is (None, 64, 48, 3).
x = layers.Conv2D(16, (3, 3), activation='relu')(x)  # hint: (None, 30, 22, 16); window: 32×24→30×22; argument: padding="valid"
x = layers.UpSampling2D((2, 2))(x)  # hint: (None, 60, 44, 16)
decoded = layers.Conv2D(3, (3, 3), activation='sigmoid', padding='same')(x)  # hint: (None, 60, 44, 3)

autoencoder = keras.Model(image, decoded)
autoencoder.compile(optimizer='adam', loss='binary_crossentropy')
