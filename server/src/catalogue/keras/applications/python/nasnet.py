"""NASNet-A (Zoph et al., 2018)."""
from keras import backend, layers
from .common import begin, finish, halving_pad, head

MOMENTUM, EPSILON = 0.9997, 1e-3


def _norm(x, name):
    return layers.BatchNormalization(momentum=MOMENTUM, epsilon=EPSILON, name=name)(x)


def _relu(x, name=None):
    return layers.Activation("relu", name=name)(x)


def _point(x, filters, name):
    return layers.Conv2D(filters, 1, padding="same", use_bias=False, name=name)(x)


def _average(x, name):
    return layers.AveragePooling2D(3, strides=1, padding="same", name=name)(x)


def _separable(x, filters, kernel, label, stride=1):
    x = _relu(x)
    if stride == 2:
        x = layers.ZeroPadding2D(halving_pad(x, kernel), name=f"separable_conv_1_pad_{label}")(x)
    padding = "valid" if stride == 2 else "same"
    x = layers.SeparableConv2D(filters, kernel, strides=stride, padding=padding, use_bias=False, name=f"separable_conv_1_{label}")(x)
    x = _relu(_norm(x, f"separable_conv_1_bn_{label}"))
    x = layers.SeparableConv2D(filters, kernel, padding="same", use_bias=False, name=f"separable_conv_2_{label}")(x)
    return _norm(x, f"separable_conv_2_bn_{label}")


def _fitted(previous, x, filters, label):
    """The output of the cell before the last, in the size and with the channels of the last one."""
    if previous is None:
        return x
    if previous.shape[-2] != x.shape[-2]:
        previous = _relu(previous, f"adjust_relu_1_{label}")
        first = layers.AveragePooling2D(1, strides=2, name=f"adjust_avg_pool_1_{label}")(previous)
        first = _point(first, filters // 2, f"adjust_conv_1_{label}")
        second = layers.ZeroPadding2D(((0, 1), (0, 1)))(previous)
        second = layers.Cropping2D(((1, 0), (1, 0)))(second)
        second = layers.AveragePooling2D(1, strides=2, name=f"adjust_avg_pool_2_{label}")(second)
        second = _point(second, filters // 2, f"adjust_conv_2_{label}")
        return _norm(layers.concatenate([first, second], axis=-1), f"adjust_bn_{label}")
    if previous.shape[-1] != filters:
        previous = _point(_relu(previous), filters, f"adjust_conv_projection_{label}")
        return _norm(previous, f"adjust_bn_{label}")
    return previous


def _normal(x, previous, filters, label):
    p = _fitted(previous, x, filters, label)
    h = _norm(_point(_relu(x), filters, f"normal_conv_1_{label}"), f"normal_bn_1_{label}")
    left = _separable(h, filters, 5, f"normal_left1_{label}")
    one = layers.add([left, _separable(p, filters, 3, f"normal_right1_{label}")], name=f"normal_add_1_{label}")
    left = _separable(p, filters, 5, f"normal_left2_{label}")
    two = layers.add([left, _separable(p, filters, 3, f"normal_right2_{label}")], name=f"normal_add_2_{label}")
    three = layers.add([_average(h, f"normal_left3_{label}"), p], name=f"normal_add_3_{label}")
    left = _average(p, f"normal_left4_{label}")
    four = layers.add([left, _average(p, f"normal_right4_{label}")], name=f"normal_add_4_{label}")
    five = layers.add([_separable(h, filters, 3, f"normal_left5_{label}"), h], name=f"normal_add_5_{label}")
    return layers.concatenate([p, one, two, three, four, five], axis=-1, name=f"normal_concat_{label}"), x


def _reduction(x, previous, filters, label):
    p = _fitted(previous, x, filters, label)
    h = _norm(_point(_relu(x), filters, f"reduction_conv_1_{label}"), f"reduction_bn_1_{label}")
    wide = layers.ZeroPadding2D(halving_pad(h, 3), name=f"reduction_pad_1_{label}")(h)
    left = _separable(h, filters, 5, f"reduction_left1_{label}", 2)
    one = layers.add([left, _separable(p, filters, 7, f"reduction_right1_{label}", 2)], name=f"reduction_add_1_{label}")
    left = layers.MaxPooling2D(3, strides=2, name=f"reduction_left2_{label}")(wide)
    two = layers.add([left, _separable(p, filters, 7, f"reduction_right2_{label}", 2)], name=f"reduction_add_2_{label}")
    left = layers.AveragePooling2D(3, strides=2, name=f"reduction_left3_{label}")(wide)
    three = layers.add([left, _separable(p, filters, 5, f"reduction_right3_{label}", 2)], name=f"reduction_add3_{label}")
    four = layers.add([two, _average(one, f"reduction_left4_{label}")])
    left = _separable(one, filters, 3, f"reduction_left4_{label}")
    right = layers.MaxPooling2D(3, strides=2, name=f"reduction_right5_{label}")(wide)
    five = layers.add([left, right], name=f"reduction_add4_{label}")
    return layers.concatenate([two, three, four, five], axis=-1, name=f"reduction_concat_{label}"), x


def _nasnet(input_shape, width, cells, stem, skips, include_top, weights, input_tensor, pooling, classes, size, activation, name):
    if backend.image_data_format() == "channels_first":
        raise ValueError("NASNet takes images with channels last only")
    if isinstance(input_shape, tuple) and None in input_shape and weights == "imagenet":
        raise ValueError(f"with the weights of ImageNet every size of `input_shape` must be known, and it is {input_shape}")
    image = begin(weights, include_top, classes, input_tensor, input_shape, size, 32)
    filters = width // 24
    x = layers.Conv2D(stem, 3, strides=2, use_bias=False, name="stem_conv1")(image)
    x = _norm(x, "stem_bn1")
    x, previous = _reduction(x, None, filters // 4, "stem_1")
    x, previous = _reduction(x, previous, filters // 2, "stem_2")
    for stage in range(3):
        if stage > 0:
            x, before = _reduction(x, previous, filters * 2**stage, f"reduce_{stage * cells}")
            previous = previous if skips else before
        for cell in range(cells):
            x, previous = _normal(x, previous, filters * 2**stage, f"{stage * cells + cell + (stage > 0)}")
    x = head(_relu(x), weights, include_top, pooling, classes, activation, names=(None, None, None))
    return finish(image, x, input_tensor, name)


def NASNetMobile(input_shape=None, include_top=True, weights="imagenet", input_tensor=None, pooling=None, classes=1000, classifier_activation="softmax", name="nasnet_mobile"):
    if not include_top and input_shape is None:
        input_shape = (224, 224, 3)
    return _nasnet(input_shape, 1056, 4, 32, False, include_top, weights, input_tensor, pooling, classes, 224, classifier_activation, name)


def NASNetLarge(input_shape=None, include_top=True, weights="imagenet", input_tensor=None, pooling=None, classes=1000, classifier_activation="softmax", name="nasnet_large"):
    return _nasnet(input_shape, 4032, 6, 96, True, include_top, weights, input_tensor, pooling, classes, 331, classifier_activation, name)
