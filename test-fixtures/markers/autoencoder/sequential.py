import keras
from keras import layers

autoencoder = keras.Sequential(
    [
        keras.Input((28, 28, 1)),  # hint: (None, 28, 28, 1)
        layers.Conv2D(16, (3, 3), activation="relu", padding="same"),  # hint: (None, 28, 28, 16)
        layers.MaxPooling2D((2, 2), padding="same"),  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
        layers.Conv2D(8, (3, 3), activation="relu", padding="same"),  # hint: (None, 14, 14, 8)
        layers.MaxPooling2D((2, 2), padding="same"),  # hint: (None, 7, 7, 8); window: 14→7; argument: strides=(2, 2)
        layers.Conv2D(8, (3, 3), activation="relu", padding="same"),  # hint: (None, 7, 7, 8)
        layers.MaxPooling2D((2, 2), padding="same"),  # hint: (None, 4, 4, 8); window: 7→4; argument: strides=(2, 2)
        layers.Conv2D(8, (3, 3), activation="relu", padding="same"),  # hint: (None, 4, 4, 8)
        layers.UpSampling2D((2, 2)),  # hint: (None, 8, 8, 8)
        layers.Conv2D(8, (3, 3), activation="relu", padding="same"),  # hint: (None, 8, 8, 8)
        layers.UpSampling2D((2, 2)),  # hint: (None, 16, 16, 8)
        layers.Conv2D(16, (3, 3), activation="relu"),  # hint: (None, 14, 14, 16); window: 16→14; argument: padding="valid"
        layers.UpSampling2D((2, 2)),  # hint: (None, 28, 28, 16)
        layers.Conv2D(1, (3, 3), activation="sigmoid", padding="same"),  # hint: (None, 28, 28, 1)
    ]
)
