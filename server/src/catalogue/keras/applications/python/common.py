"""What the builders of keras.applications share: the input that they take, the head that they end in."""
import keras
from keras import backend, layers, ops
from . import imagenet_utils

CHECKED_WEIGHTS = "imagenet"


def channel_axis():
    return 3 if backend.image_data_format() == "channels_last" else 1


def expected_shape(input_shape, default, least, include_top, weights):
    """The shape of the images: checked as Keras' `obtain_input_shape` does, or the default of the model."""
    last = backend.image_data_format() == "channels_last"

    def image(size, channels):
        return (size, size, channels) if last else (channels, size, size)

    given = tuple(input_shape) if input_shape is not None else None
    channels = 3
    if weights != CHECKED_WEIGHTS and given and len(given) == 3:
        channels = given[-1] if last else given[0]
    standard = image(default, channels)
    if weights == CHECKED_WEIGHTS and include_top:
        if given is not None and given != standard:
            raise ValueError(f"with the weights of ImageNet and its classes `input_shape` is {standard}, not {given}")
        return standard
    if given:
        if len(given) != 3:
            raise ValueError(f"`input_shape` must have three sizes, and is {given}")
        depth = given[-1] if last else given[0]
        if weights == CHECKED_WEIGHTS and depth != 3:
            raise ValueError(f"the weights of ImageNet take 3 channels, not {depth}")
        sizes = given[:2] if last else given[1:]
        if any(size is not None and size < least for size in sizes):
            raise ValueError(f"images must be at least {least}x{least}, and `input_shape` is {given}")
        shape = given
    else:
        shape = standard if include_top else image(None, 3)
    if include_top and None in shape:
        raise ValueError(f"with `include_top=True` every size of `input_shape` must be known, and it is {shape}")
    return shape


def begin(weights, include_top, classes, input_tensor, input_shape, default, least):
    if weights == CHECKED_WEIGHTS and include_top and classes != 1000:
        raise ValueError(f"the weights of ImageNet with their head have 1000 classes, not {classes}")
    shape = expected_shape(input_shape, default, least, include_top, weights)
    if input_tensor is None:
        return layers.Input(shape=shape)
    if not backend.is_keras_tensor(input_tensor):
        return layers.Input(tensor=input_tensor, shape=shape)
    return input_tensor


def check_activation(activation, weights):
    if weights is not None and activation not in (None, "softmax", "linear") and isinstance(activation, str):
        raise ValueError(f"pretrained heads end in softmax or nothing, not in {activation!r}")


def head(x, weights, include_top, pooling, classes, activation, dropout=None, names=("avg_pool", "avg_pool", "max_pool")):
    """Global pooling and a classifier, or the pooling that was asked for. `names` are those of the pooling layers."""
    top, average, largest = names
    if include_top:
        x = layers.GlobalAveragePooling2D(name=top)(x)
        if dropout:
            x = layers.Dropout(dropout, name="top_dropout")(x)
        check_activation(activation, weights)
        return layers.Dense(classes, activation=activation, name="predictions")(x)
    return pooled(x, pooling, average, largest)


def pooled(x, pooling, average=None, largest=None):
    if pooling == "avg":
        return layers.GlobalAveragePooling2D(name=average)(x)
    if pooling == "max":
        return layers.GlobalMaxPooling2D(name=largest)(x)
    return x


def finish(image, x, input_tensor, name):
    inputs = image if input_tensor is None else keras.utils.get_source_inputs(input_tensor)
    return keras.Model(inputs, x, name=name)


def of_keras_2(x):
    """Whether Keras 2 made a tensor: its shapes are no tuples."""
    return not isinstance(x.shape, tuple)


def halving_pad(x, kernel):
    """Borders that make a valid window with stride 2 give what `same` would (Keras' `correct_pad`)."""
    first = 1 if backend.image_data_format() == "channels_last" else 2
    sizes = x.shape[first:first + 2]
    half = kernel // 2
    if sizes[0] is None:
        return ((half - 1, half), (half - 1, half))
    return tuple((half - (1 - size % 2), half) for size in sizes)


def divisible(value, divisor=8, least=None):
    rounded = max(least or divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def preprocessing(mode):
    def preprocess_input(x, data_format=None):
        return x if mode == "none" else imagenet_utils.preprocess_input(x, data_format=data_format, mode=mode)
    return preprocess_input
