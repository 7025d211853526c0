"""keras.applications.imagenet_utils: how images are made what a model wants, and what builders of models check."""
import keras
import numpy as np
from keras import activations, backend, ops
from _unknown import because

MEANS = {"caffe": [103.939, 116.779, 123.68], "torch": [0.485, 0.456, 0.406]}
DEVIATIONS = [0.229, 0.224, 0.225]


def preprocess_input(x, data_format=None, mode="caffe"):
    if mode not in ("caffe", "tf", "torch"):
        raise ValueError(f"`mode` must be one of caffe, tf, torch, and is {mode}")
    if data_format is None:
        data_format = backend.image_data_format()
    elif data_format not in ("channels_first", "channels_last"):
        raise ValueError(f"`data_format` must be channels_first or channels_last, and is {data_format}")
    if isinstance(x, np.ndarray):
        return _array(x, data_format, mode)
    return _tensor(x, data_format, mode)


def _array(x, data_format, mode):
    if "float" not in str(x.dtype):
        x = x.astype(backend.floatx(), copy=False)
    if mode == "tf":
        x /= 127.5
        x -= 1.0
        return x
    channels = -1 if data_format == "channels_last" else len(x.shape) - 3
    if mode == "torch":
        x /= 255.0
    elif channels == -1:
        x = x[..., ::-1]
    else:
        x = x[::-1, ...] if channels == 0 else x[:, ::-1, ...]
    for i in range(3):
        one = (..., i) if channels == -1 else (slice(None),) * channels + (i,)
        x[one] -= MEANS[mode][i]
        if mode == "torch":
            x[one] /= DEVIATIONS[i]
    return x


def _tensor(x, data_format, mode):
    if mode == "tf":
        x = x / 127.5
        return x - 1.0
    if mode == "torch":
        x = x / 255.0
    if keras.__version__.startswith("2"):
        return _tensor_of_keras_2(x, data_format, mode)
    last = data_format == "channels_last"
    rank = len(x.shape)
    if mode == "caffe":
        if last:
            x = ops.stack([x[..., i] for i in (2, 1, 0)], axis=-1)
        elif rank == 3:
            x = ops.stack([x[i, ...] for i in (2, 1, 0)], axis=0)
        else:
            x = ops.stack([x[:, i, :] for i in (2, 1, 0)], axis=1)
    means = ops.convert_to_tensor(-np.array(MEANS[mode]), dtype=x.dtype)
    if last:
        means = ops.reshape(means, (1,) * (rank - 1) + (3,))
    else:
        means = ops.reshape(means, (3, 1, 1) if rank == 3 else (1, 3) + (1,) * (rank - 2))
    x = x + means
    if mode == "torch":
        deviations = ops.convert_to_tensor(np.array(DEVIATIONS), dtype=x.dtype)
        x = x / (deviations if last else ops.reshape(deviations, (-1, 1, 1)))
    return x


def _tensor_of_keras_2(x, data_format, mode):
    last = data_format == "channels_last"
    if mode == "caffe":
        x = x[..., ::-1] if last else x[::-1, ...] if len(x.shape) == 3 else x[:, ::-1, ...]
    x = backend.bias_add(x, backend.cast(backend.constant(-np.array(MEANS[mode])), backend.dtype(x)), data_format)
    if mode == "torch":
        deviations = backend.constant(np.array(DEVIATIONS), dtype=backend.dtype(x))
        x = x / (deviations if last else backend.reshape(deviations, (-1, 1, 1)))
    return x


def obtain_input_shape(input_shape, default_size, min_size, data_format, require_flatten, weights=None):
    last = data_format != "channels_first"

    def image(size, channels):
        return (size, size, channels) if last else (channels, size, size)

    channels = 3
    if weights != "imagenet" and input_shape and len(input_shape) == 3:
        channels = input_shape[-1] if last else input_shape[0]
    default_shape = image(default_size, channels)
    if weights == "imagenet" and require_flatten:
        if input_shape is not None and input_shape != default_shape:
            raise ValueError(f"with the weights of ImageNet and its classes `input_shape` is {default_shape}, not {input_shape}")
        return default_shape
    if input_shape:
        if len(input_shape) != 3:
            raise ValueError("`input_shape` must be a tuple of three integers")
        depth = input_shape[-1] if last else input_shape[0]
        if depth != 3 and weights == "imagenet":
            raise ValueError(f"the weights of ImageNet take 3 channels, not {depth}")
        sizes = input_shape[:2] if last else input_shape[1:3]
        if any(size is not None and size < min_size for size in sizes):
            raise ValueError(f"images must be at least {min_size}x{min_size}, and `input_shape` is {input_shape}")
    else:
        input_shape = default_shape if require_flatten else image(None, 3)
    if require_flatten and None in input_shape:
        raise ValueError(f"with `include_top=True` every size of `input_shape` must be known, and it is {input_shape}")
    return input_shape


def correct_pad(inputs, kernel_size):
    first = 2 if backend.image_data_format() == "channels_first" else 1
    sizes = inputs.shape[first:first + 2]
    if isinstance(kernel_size, int):
        kernel_size = (kernel_size, kernel_size)
    less = (1, 1) if sizes[0] is None else (1 - sizes[0] % 2, 1 - sizes[1] % 2)
    half = (kernel_size[0] // 2, kernel_size[1] // 2)
    return ((half[0] - less[0], half[0]), (half[1] - less[1], half[1]))


def validate_activation(classifier_activation, weights):
    if weights is None:
        return
    if activations.get(classifier_activation) not in (activations.get("softmax"), activations.get(None)):
        raise ValueError(f"pretrained heads end in softmax or nothing, not in {classifier_activation}")


def decode_predictions(preds, top=5):
    return because("predictions are not known before the model runs")
