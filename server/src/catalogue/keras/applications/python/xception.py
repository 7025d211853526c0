"""Xception (Chollet, 2017)."""
from keras import layers
from .common import begin, channel_axis, finish, head

AXIS_FIRST = 1


def _norm(x, name=None):
    return layers.BatchNormalization(axis=AXIS_FIRST if channel_axis() == 1 else -1, name=name)(x)


def _separable(x, filters, name):
    return _norm(layers.SeparableConv2D(filters, 3, padding="same", use_bias=False, name=name)(x), f"{name}_bn")


def _relu(x, name):
    return layers.Activation("relu", name=f"{name}_act")(x)


def _entry(x, number, filters, second, starts_active):
    residual = _norm(layers.Conv2D(second, 1, strides=2, padding="same", use_bias=False)(x))
    if starts_active:
        x = _relu(x, f"block{number}_sepconv1")
    x = _separable(x, filters, f"block{number}_sepconv1")
    x = _separable(_relu(x, f"block{number}_sepconv2"), second, f"block{number}_sepconv2")
    x = layers.MaxPooling2D(3, strides=2, padding="same", name=f"block{number}_pool")(x)
    return layers.add([x, residual])


def Xception(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name="xception"):
    image = begin(weights, include_top, classes, input_tensor, input_shape, 299, 71)
    x = layers.Conv2D(32, 3, strides=2, use_bias=False, name="block1_conv1")(image)
    x = _relu(_norm(x, "block1_conv1_bn"), "block1_conv1")
    x = layers.Conv2D(64, 3, use_bias=False, name="block1_conv2")(x)
    x = _relu(_norm(x, "block1_conv2_bn"), "block1_conv2")
    for number, filters in enumerate((128, 256, 728), 2):
        x = _entry(x, number, filters, filters, number > 2)
    for number in range(5, 13):
        residual = x
        for part in (1, 2, 3):
            label = f"block{number}_sepconv{part}"
            x = _separable(_relu(x, label), 728, label)
        x = layers.add([x, residual])
    x = _entry(x, 13, 728, 1024, True)
    for part, filters in ((1, 1536), (2, 2048)):
        label = f"block14_sepconv{part}"
        x = _relu(_separable(x, filters, label), label)
    x = head(x, weights, include_top, pooling, classes, classifier_activation, names=("avg_pool", None, None))
    return finish(image, x, input_tensor, name)
