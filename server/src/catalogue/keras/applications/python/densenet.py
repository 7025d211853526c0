"""Densely connected networks (Huang et al., 2017)."""
from keras import layers
from .common import begin, channel_axis, finish, head, of_keras_2

EPSILON = 1.001e-5


def _active(x, name):
    x = layers.BatchNormalization(axis=channel_axis(), epsilon=EPSILON, name=f"{name}bn")(x)
    return layers.Activation("relu", name=f"{name}relu")(x)


def _grown(x, name):
    new = layers.Conv2D(128, 1, use_bias=False, name=f"{name}_1_conv")(_active(x, f"{name}_0_"))
    new = layers.Conv2D(32, 3, padding="same", use_bias=False, name=f"{name}_2_conv")(_active(new, f"{name}_1_"))
    return layers.Concatenate(axis=channel_axis(), name=f"{name}_concat")([x, new])


def _densenet(name, depths, include_top, weights, input_tensor, input_shape, pooling, classes, activation):
    image = begin(weights, include_top, classes, input_tensor, input_shape, 224, 32)
    x = layers.ZeroPadding2D(3)(image)
    first = "conv1/" if of_keras_2(image) else "conv1_"
    x = layers.Conv2D(64, 7, strides=2, use_bias=False, name=f"{first}conv")(x)
    x = _active(x, first)
    x = layers.ZeroPadding2D(1)(x)
    x = layers.MaxPooling2D(3, strides=2, name="pool1")(x)
    for stage, depth in enumerate(depths, 2):
        for block in range(1, depth + 1):
            x = _grown(x, f"conv{stage}_block{block}")
        if stage < 5:
            x = _active(x, f"pool{stage}_")
            x = layers.Conv2D(x.shape[channel_axis()] // 2, 1, use_bias=False, name=f"pool{stage}_conv")(x)
            x = layers.AveragePooling2D(2, strides=2, name=f"pool{stage}_pool")(x)
    x = _active(x, "")
    x = head(x, weights, include_top, pooling, classes, activation)
    return finish(image, x, input_tensor, name)


def _builder(depths, name):
    default = name

    def build(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name=default):
        return _densenet(name, depths, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)
    return build


DenseNet121 = _builder((6, 12, 24, 16), "densenet121")
DenseNet169 = _builder((6, 12, 32, 32), "densenet169")
DenseNet201 = _builder((6, 12, 48, 32), "densenet201")
