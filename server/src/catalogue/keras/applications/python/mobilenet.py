"""MobileNet (Howard et al., 2017)."""
from keras import layers
from .common import begin, channel_axis, check_activation, finish, pooled

SIZES = (128, 160, 192, 224)
# Filters and stride of each depthwise block.
BLOCKS = ((64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1))


def _active(x, name):
    x = layers.BatchNormalization(axis=1 if channel_axis() == 1 else -1, name=f"{name}_bn")(x)
    return layers.ReLU(6.0, name=f"{name}_relu")(x)


def MobileNet(input_shape=None, alpha=1.0, depth_multiplier=1, dropout=0.001, include_top=True, weights="imagenet", input_tensor=None, pooling=None, classes=1000, classifier_activation="softmax", name=None):
    default = 224
    if input_shape is not None:
        rows, columns = input_shape[:2] if channel_axis() == 3 else input_shape[1:3]
        if rows == columns and rows in SIZES:
            default = rows
    if weights == "imagenet" and (depth_multiplier != 1 or alpha not in (0.25, 0.5, 0.75, 1.0)):
        raise ValueError("there are weights of ImageNet for `depth_multiplier=1` and `alpha` of 0.25, 0.5, 0.75 and 1 only")
    image = begin(weights, include_top, classes, input_tensor, input_shape, default, 32)
    x = layers.Conv2D(int(32 * alpha), 3, strides=2, padding="same", use_bias=False, name="conv1")(image)
    x = _active(x, "conv1")
    for number, (filters, stride) in enumerate(BLOCKS, 1):
        if stride == 2:
            x = layers.ZeroPadding2D(((0, 1), (0, 1)), name=f"conv_pad_{number}")(x)
        padding = "same" if stride == 1 else "valid"
        x = layers.DepthwiseConv2D(3, padding=padding, depth_multiplier=depth_multiplier, strides=stride, use_bias=False, name=f"conv_dw_{number}")(x)
        x = _active(x, f"conv_dw_{number}")
        x = layers.Conv2D(int(filters * alpha), 1, padding="same", use_bias=False, name=f"conv_pw_{number}")(x)
        x = _active(x, f"conv_pw_{number}")
    if include_top:
        x = layers.GlobalAveragePooling2D(keepdims=True)(x)
        x = layers.Dropout(dropout, name="dropout")(x)
        x = layers.Conv2D(classes, 1, padding="same", name="conv_preds")(x)
        x = layers.Reshape((classes,), name="reshape_2")(x)
        check_activation(classifier_activation, weights)
        x = layers.Activation(classifier_activation, name="predictions")(x)
    else:
        x = pooled(x, pooling)
    if name is None:
        rows = _rows(image, input_tensor, default, input_shape, include_top)
        if weights == "imagenet" and rows not in SIZES:
            rows = 224
        name = f"mobilenet_{alpha:0.2f}_{rows}"
    return finish(image, x, input_tensor, name)


def _rows(image, input_tensor, default, input_shape, include_top):
    """The height that the name of the model tells: that of `input_shape`, known or not."""
    if input_shape is not None:
        return input_shape[0 if channel_axis() == 3 else 1]
    return default if include_top else None
