"""InceptionV3 (Szegedy et al., 2016)."""
from keras import layers
from .common import begin, channel_axis, finish, head


def _conv(x, filters, rows, columns, stride=1, padding="same"):
    x = layers.Conv2D(filters, (rows, columns), strides=stride, padding=padding, use_bias=False)(x)
    return layers.Activation("relu")(layers.BatchNormalization(axis=channel_axis(), scale=False)(x))


def _chain(x, *steps):
    for filters, rows, columns in steps:
        x = _conv(x, filters, rows, columns)
    return x


def _averaged(x, filters):
    return _conv(layers.AveragePooling2D(3, strides=1, padding="same")(x), filters, 1, 1)


def _mixed(branches, name=None):
    return layers.concatenate(branches, axis=channel_axis(), name=name)


def _wide(x, width, name):
    """Branches of 1x1, 5x5 and twice 3x3, and a pooled one."""
    one = _conv(x, 64, 1, 1)
    five = _chain(x, (48, 1, 1), (64, 5, 5))
    double = _chain(x, (64, 1, 1), (96, 3, 3), (96, 3, 3))
    return _mixed([one, five, double, _averaged(x, width)], name)


def _long(x, inner, name):
    """Branches of 1x7 and 7x1 windows."""
    one = _conv(x, 192, 1, 1)
    seven = _chain(x, (inner, 1, 1), (inner, 1, 7), (192, 7, 1))
    double = _chain(x, (inner, 1, 1), (inner, 7, 1), (inner, 1, 7), (inner, 7, 1), (192, 1, 7))
    return _mixed([one, seven, double, _averaged(x, 192)], name)


def _split(x, number):
    """Branches that part into 1x3 and 3x1 at their ends."""
    one = _conv(x, 320, 1, 1)
    three = _conv(x, 384, 1, 1)
    three = _mixed([_conv(three, 384, 1, 3), _conv(three, 384, 3, 1)], f"mixed9_{number}")
    double = _chain(x, (448, 1, 1), (384, 3, 3))
    double = _mixed([_conv(double, 384, 1, 3), _conv(double, 384, 3, 1)])
    return _mixed([one, three, double, _averaged(x, 192)], f"mixed{9 + number}")


def InceptionV3(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name="inception_v3"):
    image = begin(weights, include_top, classes, input_tensor, input_shape, 299, 75)
    x = _conv(image, 32, 3, 3, stride=2, padding="valid")
    x = _conv(x, 32, 3, 3, padding="valid")
    x = _conv(x, 64, 3, 3)
    x = layers.MaxPooling2D(3, strides=2)(x)
    x = _conv(x, 80, 1, 1, padding="valid")
    x = _conv(x, 192, 3, 3, padding="valid")
    x = layers.MaxPooling2D(3, strides=2)(x)
    for number, width in enumerate((32, 64, 64)):
        x = _wide(x, width, f"mixed{number}")
    three = _conv(x, 384, 3, 3, stride=2, padding="valid")
    double = _conv(_chain(x, (64, 1, 1), (96, 3, 3)), 96, 3, 3, stride=2, padding="valid")
    x = _mixed([three, double, layers.MaxPooling2D(3, strides=2)(x)], "mixed3")
    for number, inner in enumerate((128, 160, 160, 192), 4):
        x = _long(x, inner, f"mixed{number}")
    three = _conv(_conv(x, 192, 1, 1), 320, 3, 3, stride=2, padding="valid")
    seven = _conv(_chain(x, (192, 1, 1), (192, 1, 7), (192, 7, 1)), 192, 3, 3, stride=2, padding="valid")
    x = _mixed([three, seven, layers.MaxPooling2D(3, strides=2)(x)], "mixed8")
    for number in range(2):
        x = _split(x, number)
    x = head(x, weights, include_top, pooling, classes, classifier_activation, names=("avg_pool", None, None))
    return finish(image, x, input_tensor, name)
