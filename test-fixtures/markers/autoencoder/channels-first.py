"""A convolutional autoencoder for grey images: three halvings, three doublings."""

import keras
from keras import layers

image = keras.Input(shape=(1, 28, 28))  # hint: (None, 1, 28, 28)

x = layers.Conv2D(16, (3, 3), data_format='channels_first', activation='relu', padding='same')(image)  # hint: (None, 16, 28, 28)
x = layers.MaxPooling2D((2, 2), padding='same', data_format='channels_first')(x)  # hint: (None, 16, 14, 14); window: 28→14; argument: strides=(2, 2)
x = layers.Conv2D(8, (3, 3), data_format='channels_first', activation='relu', padding='same')(x)  # hint: (None, 8, 14, 14)
x = layers.MaxPooling2D((2, 2), padding='same', data_format='channels_first')(x)  # hint: (None, 8, 7, 7); window: 14→7; argument: strides=(2, 2)
x = layers.Conv2D(8, (3, 3), data_format='channels_first', activation='relu', padding='same')(x)  # hint: (None, 8, 7, 7)
encoded = layers.MaxPooling2D((2, 2), padding='same', data_format='channels_first')(x)  # hint: (None, 8, 4, 4); window: 7→4; argument: strides=(2, 2)

# at this point the representation is (8, 4, 4) i.e. 128-dimensional

x = layers.Conv2D(8, (3, 3), data_format='channels_first', activation='relu', padding='same')(encoded)  # hint: (None, 8, 4, 4)
x = layers.UpSampling2D((2, 2), data_format='channels_first')(x)  # hint: (None, 8, 8, 8)
x = layers.Conv2D(8, (3, 3), data_format='channels_first', activation='relu', padding='same')(x)  # hint: (None, 8, 8, 8)
x = layers.UpSampling2D((2, 2), data_format='channels_first')(x)  # hint: (None, 8, 16, 16)
x = layers.Conv2D(16, (3, 3), data_format='channels_first', activation='relu')(x)  # hint: (None, 16, 14, 14); window: 16→14; argument: padding="valid"
x = layers.UpSampling2D((2, 2), data_format='channels_first')(x)  # hint: (None, 16, 28, 28)
decoded = layers.Conv2D(1, (3, 3), data_format='channels_first', activation='sigmoid', padding='same')(x)  # hint: (None, 1, 28, 28)

autoencoder = keras.Model(image, decoded)
autoencoder.compile(optimizer='adam', loss='binary_crossentropy')
