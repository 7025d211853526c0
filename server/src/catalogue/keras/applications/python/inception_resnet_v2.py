"""InceptionResNetV2 (Szegedy et al., 2017)."""
from keras import layers
from .common import begin, channel_axis, finish, head


class CustomScaleLayer(layers.Layer):
    """The first input, and the second one scaled."""

    def __init__(self, scale, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def call(self, inputs):
        return inputs[0] + inputs[1] * self.scale


def _conv(x, filters, kernel, stride=1, padding="same", name=None):
    x = layers.Conv2D(filters, kernel, strides=stride, padding=padding, use_bias=False, name=name)(x)
    x = layers.BatchNormalization(axis=channel_axis(), scale=False, name=name and f"{name}_bn")(x)
    return layers.Activation("relu", name=name and f"{name}_ac")(x)


def _chain(x, *steps):
    for filters, kernel in steps:
        x = _conv(x, filters, kernel)
    return x


# The branches of each kind of block: filters and kernels of their convolutions.
BRANCHES = {
    "block35": (((32, 1),), ((32, 1), (32, 3)), ((32, 1), (48, 3), (64, 3))),
    "block17": (((192, 1),), ((128, 1), (160, (1, 7)), (192, (7, 1)))),
    "block8": (((192, 1),), ((192, 1), (224, (1, 3)), (256, (3, 1)))),
}


def _residual(x, kind, number, scale, active=True):
    name = f"{kind}_{number}"
    branches = [_chain(x, *steps) for steps in BRANCHES[kind]]
    mixed = layers.Concatenate(axis=channel_axis(), name=f"{name}_mixed")(branches)
    up = layers.Conv2D(x.shape[channel_axis()], 1, padding="same", name=f"{name}_conv")(mixed)
    x = CustomScaleLayer(scale)([x, up])
    return layers.Activation("relu", name=f"{name}_ac")(x) if active else x


def InceptionResNetV2(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name="inception_resnet_v2"):
    image = begin(weights, include_top, classes, input_tensor, input_shape, 299, 75)
    x = _conv(image, 32, 3, stride=2, padding="valid")
    x = _conv(x, 32, 3, padding="valid")
    x = _conv(x, 64, 3)
    x = layers.MaxPooling2D(3, strides=2)(x)
    x = _conv(x, 80, 1, padding="valid")
    x = _conv(x, 192, 3, padding="valid")
    x = layers.MaxPooling2D(3, strides=2)(x)
    branches = [_conv(x, 96, 1), _chain(x, (48, 1), (64, 5)), _chain(x, (64, 1), (96, 3), (96, 3))]
    branches.append(_conv(layers.AveragePooling2D(3, strides=1, padding="same")(x), 64, 1))
    x = layers.Concatenate(axis=channel_axis(), name="mixed_5b")(branches)
    for number in range(1, 11):
        x = _residual(x, "block35", number, 0.17)
    branches = [_conv(x, 384, 3, 2, "valid"), _conv(_chain(x, (256, 1), (256, 3)), 384, 3, 2, "valid")]
    branches.append(layers.MaxPooling2D(3, strides=2)(x))
    x = layers.Concatenate(axis=channel_axis(), name="mixed_6a")(branches)
    for number in range(1, 21):
        x = _residual(x, "block17", number, 0.1)
    branches = [_conv(_conv(x, 256, 1), 384, 3, 2, "valid"), _conv(_conv(x, 256, 1), 288, 3, 2, "valid")]
    branches.append(_conv(_chain(x, (256, 1), (288, 3)), 320, 3, 2, "valid"))
    branches.append(layers.MaxPooling2D(3, strides=2)(x))
    x = layers.Concatenate(axis=channel_axis(), name="mixed_7a")(branches)
    for number in range(1, 10):
        x = _residual(x, "block8", number, 0.2)
    x = _residual(x, "block8", 10, 1.0, active=False)
    x = _conv(x, 1536, 1, name="conv_7b")
    x = head(x, weights, include_top, pooling, classes, classifier_activation, names=("avg_pool", None, None))
    return finish(image, x, input_tensor, name)
