"""Residual networks (He et al., 2015), and those that normalize first (He et al., 2016)."""
from keras import layers
from .common import begin, channel_axis, finish, head

EPSILON = 1.001e-5
DEPTHS = {"50": (3, 4, 6, 3), "101": (3, 4, 23, 3), "152": (3, 8, 36, 3)}


def _norm(x, name):
    return layers.BatchNormalization(axis=channel_axis(), epsilon=EPSILON, name=name)(x)


def _relu(x, name):
    return layers.Activation("relu", name=name)(x)


def _bottleneck(x, filters, stride, widen, name):
    shortcut = x
    if widen:
        shortcut = _norm(layers.Conv2D(4 * filters, 1, strides=stride, name=f"{name}_0_conv")(x), f"{name}_0_bn")
    x = layers.Conv2D(filters, 1, strides=stride, name=f"{name}_1_conv")(x)
    x = _relu(_norm(x, f"{name}_1_bn"), f"{name}_1_relu")
    x = layers.Conv2D(filters, 3, padding="same", name=f"{name}_2_conv")(x)
    x = _relu(_norm(x, f"{name}_2_bn"), f"{name}_2_relu")
    x = _norm(layers.Conv2D(4 * filters, 1, name=f"{name}_3_conv")(x), f"{name}_3_bn")
    return _relu(layers.Add(name=f"{name}_add")([shortcut, x]), f"{name}_out")


def _bottleneck_v2(x, filters, stride, widen, name):
    active = _relu(_norm(x, f"{name}_preact_bn"), f"{name}_preact_relu")
    if widen:
        shortcut = layers.Conv2D(4 * filters, 1, strides=stride, name=f"{name}_0_conv")(active)
    else:
        shortcut = layers.MaxPooling2D(1, strides=stride)(x) if stride > 1 else x
    x = layers.Conv2D(filters, 1, use_bias=False, name=f"{name}_1_conv")(active)
    x = _relu(_norm(x, f"{name}_1_bn"), f"{name}_1_relu")
    x = layers.ZeroPadding2D(1, name=f"{name}_2_pad")(x)
    x = layers.Conv2D(filters, 3, strides=stride, use_bias=False, name=f"{name}_2_conv")(x)
    x = _relu(_norm(x, f"{name}_2_bn"), f"{name}_2_relu")
    x = layers.Conv2D(4 * filters, 1, name=f"{name}_3_conv")(x)
    return layers.Add(name=f"{name}_out")([shortcut, x])


def _stages(x, depths):
    for stage, (depth, filters) in enumerate(zip(depths, (64, 128, 256, 512)), 2):
        for block in range(1, depth + 1):
            stride = 2 if block == 1 and stage > 2 else 1
            x = _bottleneck(x, filters, stride, block == 1, f"conv{stage}_block{block}")
    return x


def _stages_v2(x, depths):
    for stage, (depth, filters) in enumerate(zip(depths, (64, 128, 256, 512)), 2):
        for block in range(1, depth + 1):
            stride = 2 if block == depth and stage < 5 else 1
            x = _bottleneck_v2(x, filters, stride, block == 1, f"conv{stage}_block{block}")
    return x


def _resnet(name, depths, first, include_top, weights, input_tensor, input_shape, pooling, classes, activation):
    image = begin(weights, include_top, classes, input_tensor, input_shape, 224, 32)
    x = layers.ZeroPadding2D(3, name="conv1_pad")(image)
    x = layers.Conv2D(64, 7, strides=2, name="conv1_conv")(x)
    if not first:
        x = _relu(_norm(x, "conv1_bn"), "conv1_relu")
    x = layers.ZeroPadding2D(1, name="pool1_pad")(x)
    x = layers.MaxPooling2D(3, strides=2, name="pool1_pool")(x)
    if first:
        x = _relu(_norm(_stages_v2(x, depths), "post_bn"), "post_relu")
    else:
        x = _stages(x, depths)
    x = head(x, weights, include_top, pooling, classes, activation)
    return finish(image, x, input_tensor, name)


def _builder(depth, first, name):
    default = name

    def build(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name=default):
        return _resnet(name, DEPTHS[depth], first, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)
    return build


ResNet50 = _builder("50", False, "resnet50")
ResNet101 = _builder("101", False, "resnet101")
ResNet152 = _builder("152", False, "resnet152")
ResNet50V2 = _builder("50", True, "resnet50v2")
ResNet101V2 = _builder("101", True, "resnet101v2")
ResNet152V2 = _builder("152", True, "resnet152v2")
