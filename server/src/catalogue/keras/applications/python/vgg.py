"""VGG16 and VGG19 (Simonyan & Zisserman, 2014)."""
from keras import layers
from .common import begin, check_activation, finish, pooled


def _vgg(name, depths, include_top, weights, input_tensor, input_shape, pooling, classes, activation):
    image = begin(weights, include_top, classes, input_tensor, input_shape, 224, 32)
    x = image
    for block, (depth, filters) in enumerate(zip(depths, (64, 128, 256, 512, 512)), 1):
        for conv in range(1, depth + 1):
            x = layers.Conv2D(filters, 3, activation="relu", padding="same", name=f"block{block}_conv{conv}")(x)
        x = layers.MaxPooling2D(2, strides=2, name=f"block{block}_pool")(x)
    if include_top:
        x = layers.Flatten(name="flatten")(x)
        for dense in ("fc1", "fc2"):
            x = layers.Dense(4096, activation="relu", name=dense)(x)
        check_activation(activation, weights)
        x = layers.Dense(classes, activation=activation, name="predictions")(x)
    else:
        x = pooled(x, pooling)
    return finish(image, x, input_tensor, name)


def VGG16(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name="vgg16"):
    return _vgg(name, (2, 2, 3, 3, 3), include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)


def VGG19(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name="vgg19"):
    return _vgg(name, (2, 2, 4, 4, 4), include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)
