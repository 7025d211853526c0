"""A residual network of fifty layers with weights, for photographs."""

import keras
from keras import layers


def residual(x, filters, stride=1, project=False, name=None):
    shortcut = x
    if project:
        shortcut = layers.Conv2D(4 * filters, 1, strides=stride, name=name + "_shortcut")(x)
        shortcut = layers.BatchNormalization()(shortcut)
    y = layers.Conv2D(filters, 1, strides=stride)(x)
    y = layers.BatchNormalization()(y)
    y = layers.Activation("relu")(y)
    y = layers.Conv2D(filters, 3, padding="same")(y)
    y = layers.BatchNormalization()(y)
    y = layers.Activation("relu")(y)
    y = layers.Conv2D(4 * filters, 1)(y)
    y = layers.BatchNormalization()(y)
    y = layers.Add()([shortcut, y])
    return layers.Activation("relu")(y)


def stage(x, filters, blocks, stride, name):
    x = residual(x, filters, stride, project=True, name=name + "_1")
    for i in range(1, blocks):
        x = residual(x, filters, name=f"{name}_{i + 1}")
    return x


def resnet50(classes=1000):
    image = keras.Input((224, 224, 3))
    x = layers.ZeroPadding2D(3)(image)
    x = layers.Conv2D(64, 7, strides=2)(x)
    x = layers.BatchNormalization()(x)
    x = layers.Activation("relu")(x)
    x = layers.ZeroPadding2D(1)(x)
    x = layers.MaxPooling2D(3, strides=2)(x)
    x = stage(x, 64, 3, 1, "conv2")
    x = stage(x, 128, 4, 2, "conv3")
    x = stage(x, 256, 6, 2, "conv4")
    x = stage(x, 512, 3, 2, "conv5")
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dense(classes, activation="softmax")(x)
    return keras.Model(image, x)


model = resnet50()
