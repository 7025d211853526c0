"""A convolutional autoencoder for grey images: three halvings, three doublings."""

import keras
from keras import layers as L

picture = keras.Input(shape=(28, 28, 1))  # hint: (None, 28, 28, 1)

h = L.Conv2D(16, (3, 3), activation='relu', padding='same')(picture)  # hint: (None, 28, 28, 16)
h = L.MaxPooling2D((2, 2), padding='same')(h)  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
h = L.Conv2D(8, (3, 3), activation='relu', padding='same')(h)  # hint: (None, 14, 14, 8)
h = L.MaxPooling2D((2, 2), padding='same')(h)  # hint: (None, 7, 7, 8); window: 14→7; argument: strides=(2, 2)
h = L.Conv2D(8, (3, 3), activation='relu', padding='same')(h)  # hint: (None, 7, 7, 8)
encoded = L.MaxPooling2D((2, 2), padding='same')(h)  # hint: (None, 4, 4, 8); window: 7→4; argument: strides=(2, 2)

# at this point the representation is (4, 4, 8) i.e. 128-dimensional

h = L.Conv2D(8, (3, 3), activation='relu', padding='same')(encoded)  # hint: (None, 4, 4, 8)
h = L.UpSampling2D((2, 2))(h)  # hint: (None, 8, 8, 8)
h = L.Conv2D(8, (3, 3), activation='relu', padding='same')(h)  # hint: (None, 8, 8, 8)
h = L.UpSampling2D((2, 2))(h)  # hint: (None, 16, 16, 8)
h = L.Conv2D(16, (3, 3), activation='relu')(h)  # hint: (None, 14, 14, 16); window: 16→14; argument: padding="valid"
h = L.UpSampling2D((2, 2))(h)  # hint: (None, 28, 28, 16)
restored = L.Conv2D(1, (3, 3), activation='sigmoid', padding='same')(h)  # hint: (None, 28, 28, 1)

model = keras.Model(picture, restored)
model.compile(optimizer='adam', loss='binary_crossentropy')
