"""EfficientNet (Tan & Le, 2019)."""
import math
from keras import layers
from .common import begin, channel_axis, divisible, finish, halving_pad, head

# Kernel, repeats, filters in and out, expansion, stride of each stage.
STAGES = (
    (3, 1, 32, 16, 1, 1),
    (3, 2, 16, 24, 6, 2),
    (5, 2, 24, 40, 6, 2),
    (3, 3, 40, 80, 6, 2),
    (5, 3, 80, 112, 6, 1),
    (5, 4, 112, 192, 6, 2),
    (3, 1, 192, 320, 6, 1),
)
# Width, depth, size of the images, dropout.
SCALES = {
    "b0": (1.0, 1.0, 224, 0.2),
    "b1": (1.0, 1.1, 240, 0.2),
    "b2": (1.1, 1.2, 260, 0.3),
    "b3": (1.2, 1.4, 300, 0.3),
    "b4": (1.4, 1.8, 380, 0.4),
    "b5": (1.6, 2.2, 456, 0.4),
    "b6": (1.8, 2.6, 528, 0.5),
    "b7": (2.0, 3.1, 600, 0.5),
}


def _active(x, name):
    x = layers.BatchNormalization(axis=channel_axis(), name=f"{name}bn")(x)
    return layers.Activation("swish", name=f"{name}activation")(x)


def _squeeze(x, filters, inner, name):
    shape = (1, 1, filters) if channel_axis() == 3 else (filters, 1, 1)
    scale = layers.GlobalAveragePooling2D(name=f"{name}se_squeeze")(x)
    scale = layers.Reshape(shape, name=f"{name}se_reshape")(scale)
    scale = layers.Conv2D(inner, 1, padding="same", activation="swish", name=f"{name}se_reduce")(scale)
    scale = layers.Conv2D(filters, 1, padding="same", activation="sigmoid", name=f"{name}se_expand")(scale)
    return layers.multiply([x, scale], name=f"{name}se_excite")


def _block(x, kernel, before, after, expansion, stride, drop, name):
    start = x
    filters = before * expansion
    if expansion != 1:
        x = layers.Conv2D(filters, 1, padding="same", use_bias=False, name=f"{name}expand_conv")(x)
        x = _active(x, f"{name}expand_")
    if stride == 2:
        x = layers.ZeroPadding2D(halving_pad(x, kernel), name=f"{name}dwconv_pad")(x)
    padding = "valid" if stride == 2 else "same"
    x = layers.DepthwiseConv2D(kernel, strides=stride, padding=padding, use_bias=False, name=f"{name}dwconv")(x)
    x = _active(x, name)
    x = _squeeze(x, filters, max(1, int(before * 0.25)), name)
    x = layers.Conv2D(after, 1, padding="same", use_bias=False, name=f"{name}project_conv")(x)
    x = layers.BatchNormalization(axis=channel_axis(), name=f"{name}project_bn")(x)
    if stride == 1 and before == after:
        if drop > 0:
            x = layers.Dropout(drop, noise_shape=(None, 1, 1, 1), name=f"{name}drop")(x)
        x = layers.add([x, start], name=f"{name}add")
    return x


def _efficientnet(name, scale, include_top, weights, input_tensor, input_shape, pooling, classes, activation):
    width, depth, size, dropout = scale
    image = begin(weights, include_top, classes, input_tensor, input_shape, size, 32)
    x = layers.Rescaling(1.0 / 255.0)(image)
    x = layers.Normalization(axis=channel_axis())(x)
    if weights == "imagenet":
        x = layers.Rescaling([1.0 / math.sqrt(deviation) for deviation in (0.229, 0.224, 0.225)])(x)
    x = layers.ZeroPadding2D(halving_pad(x, 3), name="stem_conv_pad")(x)
    x = layers.Conv2D(divisible(32 * width), 3, strides=2, use_bias=False, name="stem_conv")(x)
    x = _active(x, "stem_")
    repeats = [int(math.ceil(depth * stage[1])) for stage in STAGES]
    done = 0
    for number, ((kernel, _, before, after, expansion, stride), count) in enumerate(zip(STAGES, repeats), 1):
        before, after = divisible(before * width), divisible(after * width)
        for part in range(count):
            drop = 0.2 * done / sum(repeats)
            label = f"block{number}{chr(part + 97)}_"
            x = _block(x, kernel, before if part == 0 else after, after, expansion, stride if part == 0 else 1, drop, label)
            done += 1
    x = layers.Conv2D(divisible(1280 * width), 1, padding="same", use_bias=False, name="top_conv")(x)
    x = _active(x, "top_")
    x = head(x, weights, include_top, pooling, classes, activation, dropout=dropout)
    return finish(image, x, input_tensor, name)


def _builder(scale):
    default = f"efficientnet{scale}"

    def build(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name=default):
        return _efficientnet(name, SCALES[scale], include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)
    return build


EfficientNetB0 = _builder("b0")
EfficientNetB1 = _builder("b1")
EfficientNetB2 = _builder("b2")
EfficientNetB3 = _builder("b3")
EfficientNetB4 = _builder("b4")
EfficientNetB5 = _builder("b5")
EfficientNetB6 = _builder("b6")
EfficientNetB7 = _builder("b7")
