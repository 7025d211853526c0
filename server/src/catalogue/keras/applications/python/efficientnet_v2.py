"""EfficientNetV2 (Tan & Le, 2021)."""
import math
from keras import layers
from .common import begin, channel_axis, finish, head

# Repeats, filters in and out, expansion, squeeze, stride, whether the first windows are fused.
B = (
    (1, 32, 16, 1, 0, 1, True),
    (2, 16, 32, 4, 0, 2, True),
    (2, 32, 48, 4, 0, 2, True),
    (3, 48, 96, 4, 0.25, 2, False),
    (5, 96, 112, 6, 0.25, 1, False),
    (8, 112, 192, 6, 0.25, 2, False),
)
S = (
    (2, 24, 24, 1, 0, 1, True),
    (4, 24, 48, 4, 0, 2, True),
    (4, 48, 64, 4, 0, 2, True),
    (6, 64, 128, 4, 0.25, 2, False),
    (9, 128, 160, 6, 0.25, 1, False),
    (15, 160, 256, 6, 0.25, 2, False),
)
M = (
    (3, 24, 24, 1, 0, 1, True),
    (5, 24, 48, 4, 0, 2, True),
    (5, 48, 80, 4, 0, 2, True),
    (7, 80, 160, 4, 0.25, 2, False),
    (14, 160, 176, 6, 0.25, 1, False),
    (18, 176, 304, 6, 0.25, 2, False),
    (5, 304, 512, 6, 0.25, 1, False),
)
L = (
    (4, 32, 32, 1, 0, 1, True),
    (7, 32, 64, 4, 0, 2, True),
    (7, 64, 96, 4, 0, 2, True),
    (10, 96, 192, 4, 0.25, 2, False),
    (19, 192, 224, 6, 0.25, 1, False),
    (25, 224, 384, 6, 0.25, 2, False),
    (7, 384, 640, 6, 0.25, 1, False),
)


def _width(filters, coefficient):
    scaled = filters * coefficient
    return int(max(8, int(scaled + 4) // 8 * 8))


def _norm(x, name):
    return layers.BatchNormalization(axis=channel_axis(), momentum=0.9, name=name)(x)


def _swish(x, name):
    return layers.Activation("swish", name=name)(x)


def _squeezed(x, filters, inner, name):
    shape = (1, 1, filters) if channel_axis() == 3 else (filters, 1, 1)
    scale = layers.GlobalAveragePooling2D(name=f"{name}se_squeeze")(x)
    scale = layers.Reshape(shape, name=f"{name}se_reshape")(scale)
    scale = layers.Conv2D(inner, 1, padding="same", activation="swish", name=f"{name}se_reduce")(scale)
    scale = layers.Conv2D(filters, 1, padding="same", activation="sigmoid", name=f"{name}se_expand")(scale)
    return layers.multiply([x, scale], name=f"{name}se_excite")


def _block(x, before, after, expansion, squeeze, stride, fused, survival, name):
    start = x
    filters = before * expansion
    if expansion != 1:
        kernel, step = (3, stride) if fused else (1, 1)
        x = layers.Conv2D(filters, kernel, strides=step, padding="same", use_bias=False, name=f"{name}expand_conv")(x)
        x = _swish(_norm(x, f"{name}expand_bn"), f"{name}expand_activation")
    if not fused:
        x = layers.DepthwiseConv2D(3, strides=stride, padding="same", use_bias=False, name=f"{name}dwconv2")(x)
        x = _swish(_norm(x, f"{name}bn"), f"{name}activation")
    if squeeze:
        x = _squeezed(x, filters, max(1, int(before * squeeze)), name)
    bare = fused and expansion == 1
    x = layers.Conv2D(after, 3 if bare else 1, strides=stride if bare else 1, padding="same", use_bias=False, name=f"{name}project_conv")(x)
    x = _norm(x, f"{name}project_bn")
    if bare:
        x = _swish(x, f"{name}project_activation")
    if stride == 1 and before == after:
        if survival:
            x = layers.Dropout(survival, noise_shape=(None, 1, 1, 1), name=f"{name}drop")(x)
        x = layers.add([x, start], name=f"{name}add")
    return x


def _efficientnet(name, stages, width, depth, size, include_top, weights, input_tensor, input_shape, pooling, classes, activation, preprocessing):
    image = begin(weights, include_top, classes, input_tensor, input_shape, size, 32)
    x = image
    if preprocessing:
        if name.split("-")[-1].startswith("b") and image.shape[channel_axis()] == 3:
            x = layers.Rescaling(1.0 / 255)(x)
            x = layers.Normalization(mean=[0.485, 0.456, 0.406], variance=[0.229**2, 0.224**2, 0.225**2], axis=channel_axis())(x)
        else:
            x = layers.Rescaling(1.0 / 128.0, offset=-1)(x)
    x = layers.Conv2D(_width(stages[0][1], width), 3, strides=2, padding="same", use_bias=False, name="stem_conv")(x)
    x = _swish(_norm(x, "stem_bn"), "stem_activation")
    total = float(sum(stage[0] for stage in stages))
    done = 0
    for number, (repeats, before, after, expansion, squeeze, stride, fused) in enumerate(stages, 1):
        before, after = _width(before, width), _width(after, width)
        for part in range(int(math.ceil(depth * repeats))):
            first = part == 0
            label = f"block{number}{chr(part + 97)}_"
            x = _block(x, before if first else after, after, expansion, squeeze, stride if first else 1, fused, 0.2 * done / total, label)
            done += 1
    x = layers.Conv2D(_width(1280, width), 1, padding="same", use_bias=False, name="top_conv")(x)
    x = _swish(_norm(x, "top_bn"), "top_activation")
    x = head(x, weights, include_top, pooling, classes, activation, dropout=0.2)
    return finish(image, x, input_tensor, name)


def _builder(kind, stages, width, depth, size):
    default = f"efficientnetv2-{kind}"

    def build(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", include_preprocessing=True, name=default):
        return _efficientnet(name, stages, width, depth, size, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, include_preprocessing)
    return build


EfficientNetV2B0 = _builder("b0", B, 1.0, 1.0, 224)
EfficientNetV2B1 = _builder("b1", B, 1.0, 1.1, 240)
EfficientNetV2B2 = _builder("b2", B, 1.1, 1.2, 260)
EfficientNetV2B3 = _builder("b3", B, 1.2, 1.4, 300)
EfficientNetV2S = _builder("s", S, 1.0, 1.0, 384)
EfficientNetV2M = _builder("m", M, 1.0, 1.0, 480)
EfficientNetV2L = _builder("l", L, 1.0, 1.0, 480)
