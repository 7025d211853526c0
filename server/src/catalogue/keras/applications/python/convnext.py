"""ConvNeXt (Liu et al., 2022)."""
import keras
from keras import backend, layers
from .common import begin, check_activation, pooled

DEPTHS = {"tiny": (3, 3, 9, 3), "small": (3, 3, 27, 3), "base": (3, 3, 27, 3), "large": (3, 3, 27, 3), "xlarge": (3, 3, 27, 3)}
WIDTHS = {"tiny": 96, "small": 96, "base": 128, "large": 192, "xlarge": 256}
EPSILON = 1e-6


class LayerScale(layers.Layer):
    """A learned factor for each channel."""

    def __init__(self, projection_dim, **kwargs):
        super().__init__(**kwargs)
        self.projection_dim = projection_dim

    def build(self, _):
        self.gamma = self.add_weight(shape=(self.projection_dim,), trainable=True)

    def call(self, x):
        return x * self.gamma


def _block(x, filters, name):
    inputs = x
    x = layers.Conv2D(filters, 7, padding="same", groups=filters, name=f"{name}_depthwise_conv")(x)
    x = layers.LayerNormalization(epsilon=EPSILON, name=f"{name}_layernorm")(x)
    x = layers.Dense(4 * filters, name=f"{name}_pointwise_conv_1")(x)
    x = layers.Activation("gelu", name=f"{name}_gelu")(x)
    x = layers.Dense(filters, name=f"{name}_pointwise_conv_2")(x)
    x = LayerScale(filters, name=f"{name}_layer_scale")(x)
    x = layers.Activation("linear", name=f"{name}_identity")(x)
    return inputs + x


def _convnext(name, kind, include_top, preprocessing, weights, input_tensor, input_shape, pooling, classes, activation):
    if backend.image_data_format() == "channels_first":
        raise ValueError("ConvNeXt takes images with channels last only")
    image = begin(weights, include_top, classes, input_tensor, input_shape, 224, 32)
    inputs = image if input_tensor is None else keras.utils.get_source_inputs(input_tensor)[0]
    widths = [WIDTHS[kind] * 2**stage for stage in range(4)]
    x = image
    if preprocessing and image.shape[3] == 3:
        mean = [0.485 * 255, 0.456 * 255, 0.406 * 255]
        variance = [(0.229 * 255) ** 2, (0.224 * 255) ** 2, (0.225 * 255) ** 2]
        x = layers.Normalization(mean=mean, variance=variance, name=f"{name}_prestem_normalization")(x)
    stem = [
        layers.Conv2D(widths[0], 4, strides=4, name=f"{name}_stem_conv"),
        layers.LayerNormalization(epsilon=EPSILON, name=f"{name}_stem_layernorm"),
    ]
    narrowing = [keras.Sequential(stem, name=f"{name}_stem")]
    for stage in range(3):
        steps = [
            layers.LayerNormalization(epsilon=EPSILON, name=f"{name}_downsampling_layernorm_{stage}"),
            layers.Conv2D(widths[stage + 1], 2, strides=2, name=f"{name}_downsampling_conv_{stage}"),
        ]
        narrowing.append(keras.Sequential(steps, name=f"{name}_downsampling_block_{stage}"))
    for stage, depth in enumerate(DEPTHS[kind]):
        x = narrowing[stage](x)
        for number in range(depth):
            x = _block(x, widths[stage], f"{name}_stage_{stage}_block_{number}")
    if include_top:
        check_activation(activation, weights)
        x = layers.GlobalAveragePooling2D(name=f"{name}_head_gap")(x)
        x = layers.LayerNormalization(epsilon=EPSILON, name=f"{name}_head_layernorm")(x)
        x = layers.Dense(classes, activation=activation, name=f"{name}_head_dense")(x)
    else:
        x = layers.LayerNormalization(epsilon=EPSILON)(pooled(x, pooling))
    return keras.Model(inputs, x, name=name)


def _builder(kind):
    default = f"convnext_{kind}"

    def build(include_top=True, include_preprocessing=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name=default):
        return _convnext(name, kind, include_top, include_preprocessing, weights, input_tensor, input_shape, pooling, classes, classifier_activation)
    return build


ConvNeXtTiny = _builder("tiny")
ConvNeXtSmall = _builder("small")
ConvNeXtBase = _builder("base")
ConvNeXtLarge = _builder("large")
ConvNeXtXLarge = _builder("xlarge")
