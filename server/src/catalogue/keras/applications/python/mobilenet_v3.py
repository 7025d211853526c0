"""MobileNetV3 (Howard et al., 2019)."""
from keras import backend, layers
from .common import channel_axis, check_activation, divisible, finish, halving_pad, of_keras_2, pooled

# Expansion, filters, whether the kernel is the model's own (else 3), stride, whether it squeezes, whether it is hard-swish.
SMALL = (
    (1, 16, False, 2, True, False),
    (72.0 / 16, 24, False, 2, False, False),
    (88.0 / 24, 24, False, 1, False, False),
    (4, 40, True, 2, True, True),
    (6, 40, True, 1, True, True),
    (6, 40, True, 1, True, True),
    (3, 48, True, 1, True, True),
    (3, 48, True, 1, True, True),
    (6, 96, True, 2, True, True),
    (6, 96, True, 1, True, True),
    (6, 96, True, 1, True, True),
)
LARGE = (
    (1, 16, False, 1, False, False),
    (4, 24, False, 2, False, False),
    (3, 24, False, 1, False, False),
    (3, 40, True, 2, True, False),
    (3, 40, True, 1, True, False),
    (3, 40, True, 1, True, False),
    (6, 80, False, 2, False, True),
    (2.5, 80, False, 1, False, True),
    (2.3, 80, False, 1, False, True),
    (2.3, 80, False, 1, False, True),
    (6, 112, False, 1, True, True),
    (6, 112, False, 1, True, True),
    (6, 160, True, 2, True, True),
    (6, 160, True, 1, True, True),
    (6, 160, True, 1, True, True),
)


# What Keras 2 calls the parts of a block, and the layers around the blocks, where it is not the same.
OLD_NAMES = {
    "expand_bn": "expand/BatchNorm",
    "depthwise_pad": "depthwise/pad",
    "depthwise_bn": "depthwise/BatchNorm",
    "project_bn": "project/BatchNorm",
    "squeeze_excite_avg_pool": "squeeze_excite/AvgPool",
    "squeeze_excite_conv": "squeeze_excite/Conv",
    "squeeze_excite_relu": "squeeze_excite/Relu",
    "squeeze_excite_conv_1": "squeeze_excite/Conv_1",
    "squeeze_excite_mul": "squeeze_excite/Mul",
    "add": "Add",
    "conv": "Conv",
    "conv_bn": "Conv/BatchNorm",
    "conv_1": "Conv_1",
    "conv_1_bn": "Conv_1/BatchNorm",
    "conv_2": "Conv_2",
    "logits": "Logits",
    "predictions": "Predictions",
}


def _named(x, part, block=None):
    old = of_keras_2(x)
    name = OLD_NAMES.get(part, part) if old else part
    return name if block is None else block + ("/" if old else "_") + name


def _axis():
    return 1 if channel_axis() == 1 else -1


def _norm(x, name):
    return layers.BatchNormalization(axis=_axis(), epsilon=1e-3, momentum=0.999, name=name)(x)


def _active(x, hard):
    if not hard:
        return layers.ReLU()(x)
    return layers.Multiply()([x, _hard_sigmoid(x)]) if of_keras_2(x) else layers.Activation("hard_swish")(x)


def _hard_sigmoid(x):
    return layers.ReLU(6.0)(x + 3.0) * (1.0 / 6.0)


def _squeezed(x, filters, block):
    scale = layers.GlobalAveragePooling2D(keepdims=True, name=_named(x, "squeeze_excite_avg_pool", block))(x)
    scale = layers.Conv2D(divisible(filters * 0.25), 1, padding="same", name=_named(x, "squeeze_excite_conv", block))(scale)
    scale = layers.ReLU(name=_named(x, "squeeze_excite_relu", block))(scale)
    scale = layers.Conv2D(filters, 1, padding="same", name=_named(x, "squeeze_excite_conv_1", block))(scale)
    return layers.Multiply(name=_named(x, "squeeze_excite_mul", block))([x, _hard_sigmoid(scale)])


def _block(x, expansion, filters, kernel, stride, squeezes, hard, number):
    before = x
    width = x.shape[_axis()]
    inner = divisible(width * expansion)
    block = f"expanded_conv_{number}" if number else "expanded_conv"
    if number:
        x = layers.Conv2D(inner, 1, padding="same", use_bias=False, name=_named(x, "expand", block))(x)
        x = _active(_norm(x, _named(x, "expand_bn", block)), hard)
    if stride == 2:
        x = layers.ZeroPadding2D(halving_pad(x, kernel), name=_named(x, "depthwise_pad", block))(x)
    padding = "same" if stride == 1 else "valid"
    x = layers.DepthwiseConv2D(kernel, strides=stride, padding=padding, use_bias=False, name=_named(x, "depthwise", block))(x)
    x = _active(_norm(x, _named(x, "depthwise_bn", block)), hard)
    if squeezes:
        x = _squeezed(x, inner, block)
    x = layers.Conv2D(filters, 1, padding="same", use_bias=False, name=_named(x, "project", block))(x)
    x = _norm(x, _named(x, "project_bn", block))
    if stride == 1 and width == filters:
        x = layers.Add(name=_named(x, "add", block))([before, x])
    return x


def _image(input_shape, input_tensor):
    last = channel_axis() == 3
    if input_shape is None:
        input_shape = (None, None, 3) if last else (3, None, None)
        if input_tensor is not None and backend.is_keras_tensor(input_tensor):
            rows, columns = input_tensor.shape[1:3] if last else input_tensor.shape[2:4]
            input_shape = (columns, rows, 3) if last else (3, columns, rows)
    rows, columns = input_shape[:2] if last else input_shape[1:3]
    if rows and columns and (rows < 32 or columns < 32):
        raise ValueError(f"images must be at least 32x32, and `input_shape` is {input_shape}")
    if input_tensor is None:
        return layers.Input(shape=input_shape)
    return input_tensor if backend.is_keras_tensor(input_tensor) else layers.Input(tensor=input_tensor, shape=input_shape)


def _mobilenet(blocks, points, input_shape, alpha, minimalistic, include_top, weights, input_tensor, classes, pooling, dropout, activation, preprocessing, name):
    if weights == "imagenet" and include_top and classes != 1000:
        raise ValueError(f"the weights of ImageNet with their head have 1000 classes, not {classes}")
    if weights == "imagenet" and (alpha != 1.0 if minimalistic else alpha not in (0.75, 1.0)):
        raise ValueError(f"there are no weights of ImageNet for `alpha={alpha}`")
    image = _image(input_shape, input_tensor)
    hard = not minimalistic
    x = layers.Rescaling(1.0 / 127.5, offset=-1.0)(image) if preprocessing else image
    x = layers.Conv2D(16, 3, strides=2, padding="same", use_bias=False, name=_named(x, "conv"))(x)
    x = _active(_norm(x, _named(x, "conv_bn")), hard)
    for number, (expansion, filters, own, stride, squeezes, swish) in enumerate(blocks):
        kernel = 5 if own and not minimalistic else 3
        x = _block(x, expansion, divisible(filters * alpha), kernel, stride, squeezes and not minimalistic, swish and hard, number)
    last = divisible(x.shape[_axis()] * 6)
    if alpha > 1.0:
        points = divisible(points * alpha)
    x = layers.Conv2D(last, 1, padding="same", use_bias=False, name=_named(x, "conv_1"))(x)
    x = _active(_norm(x, _named(x, "conv_1_bn")), hard)
    if include_top:
        x = layers.GlobalAveragePooling2D(keepdims=True)(x)
        x = _active(layers.Conv2D(points, 1, padding="same", name=_named(x, "conv_2"))(x), hard)
        if dropout > 0:
            x = layers.Dropout(dropout)(x)
        x = layers.Conv2D(classes, 1, padding="same", name=_named(x, "logits"))(x)
        x = layers.Flatten()(x)
        check_activation(activation, weights)
        x = layers.Activation(activation, name=_named(x, "predictions"))(x)
    else:
        x = pooled(x, pooling, "avg_pool", "max_pool")
    return finish(image, x, input_tensor, name)


def MobileNetV3Small(input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights="imagenet", input_tensor=None, classes=1000, pooling=None, dropout_rate=0.2, classifier_activation="softmax", include_preprocessing=True, name="MobileNetV3Small"):
    return _mobilenet(SMALL, 1024, input_shape, alpha, minimalistic, include_top, weights, input_tensor, classes, pooling, dropout_rate, classifier_activation, include_preprocessing, name)


def MobileNetV3Large(input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights="imagenet", input_tensor=None, classes=1000, pooling=None, dropout_rate=0.2, classifier_activation="softmax", include_preprocessing=True, name="MobileNetV3Large"):
    return _mobilenet(LARGE, 1280, input_shape, alpha, minimalistic, include_top, weights, input_tensor, classes, pooling, dropout_rate, classifier_activation, include_preprocessing, name)
