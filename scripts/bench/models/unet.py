"""A U-Net: four halvings, four doublings, and what was seen on the way down beside what comes up."""

import keras
from keras import layers


def twice(x, filters):
    for _ in range(2):
        x = layers.Conv2D(filters, 3, padding="same")(x)
        x = layers.BatchNormalization()(x)
        x = layers.Activation("relu")(x)
    return x


def unet(size=256, channels=3, classes=21, depth=4):
    image = keras.Input((size, size, channels))
    x = image
    passed = []
    for level in range(depth):
        x = twice(x, 64 * 2**level)
        passed.append(x)
        x = layers.MaxPooling2D(2)(x)
    x = twice(x, 64 * 2**depth)
    for level in reversed(range(depth)):
        x = layers.Conv2DTranspose(64 * 2**level, 2, strides=2)(x)
        x = layers.Concatenate()([passed[level], x])
        x = twice(x, 64 * 2**level)
    x = layers.Conv2D(classes, 1, activation="softmax")(x)
    return keras.Model(image, x)


model = unet()
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
