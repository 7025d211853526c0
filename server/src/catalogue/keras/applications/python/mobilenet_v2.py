"""MobileNetV2 (Sandler et al., 2018)."""
from keras import backend, layers
from .common import begin, channel_axis, divisible, finish, halving_pad, head

SIZES = (96, 128, 160, 192, 224)
BLOCKS = ((16, 1, 1, 1), (24, 2, 2, 6), (32, 3, 2, 6), (64, 4, 2, 6), (96, 3, 1, 6), (160, 3, 2, 6), (320, 1, 1, 6))


def _axis():
    return 1 if channel_axis() == 1 else -1


def _norm(x, name):
    return layers.BatchNormalization(axis=_axis(), epsilon=1e-3, momentum=0.999, name=name)(x)


def _inverted(x, filters, stride, expansion, number):
    before = x
    width = x.shape[_axis()]
    prefix = f"block_{number}_" if number else "expanded_conv_"
    if number:
        x = layers.Conv2D(expansion * width, 1, padding="same", use_bias=False, name=f"{prefix}expand")(x)
        x = layers.ReLU(6.0, name=f"{prefix}expand_relu")(_norm(x, f"{prefix}expand_BN"))
    if stride == 2:
        x = layers.ZeroPadding2D(halving_pad(x, 3), name=f"{prefix}pad")(x)
    padding = "same" if stride == 1 else "valid"
    x = layers.DepthwiseConv2D(3, strides=stride, use_bias=False, padding=padding, name=f"{prefix}depthwise")(x)
    x = layers.ReLU(6.0, name=f"{prefix}depthwise_relu")(_norm(x, f"{prefix}depthwise_BN"))
    x = layers.Conv2D(filters, 1, padding="same", use_bias=False, name=f"{prefix}project")(x)
    x = _norm(x, f"{prefix}project_BN")
    if width == filters and stride == 1:
        x = layers.Add(name=f"{prefix}add")([before, x])
    return x


def _default_size(input_tensor, input_shape):
    if input_shape is None and input_tensor is None:
        return 224
    shape = input_shape if input_shape is not None else input_tensor.shape[1:]
    rows, columns = shape[:2] if channel_axis() == 3 else shape[1:3]
    return rows if rows == columns and rows in SIZES else 224


def MobileNetV2(input_shape=None, alpha=1.0, include_top=True, weights="imagenet", input_tensor=None, pooling=None, classes=1000, classifier_activation="softmax", name=None):
    default = _default_size(input_tensor, input_shape)
    image = begin(weights, include_top, classes, input_tensor, input_shape, default, 32)
    if weights == "imagenet" and alpha not in (0.35, 0.50, 0.75, 1.0, 1.3, 1.4):
        raise ValueError(f"there are weights of ImageNet for `alpha` of 0.35, 0.5, 0.75, 1, 1.3 and 1.4, not for {alpha}")
    x = layers.Conv2D(divisible(32 * alpha), 3, strides=2, padding="same", use_bias=False, name="Conv1")(image)
    x = layers.ReLU(6.0, name="Conv1_relu")(_norm(x, "bn_Conv1"))
    number = 0
    for filters, depth, stride, expansion in BLOCKS:
        for part in range(depth):
            x = _inverted(x, divisible(int(filters * alpha)), stride if part == 0 else 1, expansion, number)
            number += 1
    last = divisible(1280 * alpha) if alpha > 1.0 else 1280
    x = layers.Conv2D(last, 1, use_bias=False, name="Conv_1")(x)
    x = layers.ReLU(6.0, name="out_relu")(_norm(x, "Conv_1_bn"))
    x = head(x, weights, include_top, pooling, classes, classifier_activation, names=(None, None, None))
    if name is None:
        rows = image.shape[1 if channel_axis() == 3 else 2] if input_tensor is None else default
        if weights == "imagenet" and rows not in SIZES:
            rows = 224
        name = f"mobilenetv2_{alpha:0.2f}_{rows}"
    return finish(image, x, input_tensor, name)
