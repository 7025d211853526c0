"""A residual network on small colour images, with its training."""

import numpy as np
import keras
from keras import layers, ops
from keras.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
)

config = {
    "image": (32, 32, 3),
    "filters": [32, 64, 128],
    "classes": 10,
    "rates": {"dropout": 0.25, "learning": 1e-3},
}


def block(x, filters, stride=1, name=None):
    """Two convolutions and the way around them.

    Args:
        x: The image.
        filters: How many kernels each convolution learns.
    """
    shortcut = x
    for i, step in enumerate((stride, 1)):
        x = Conv2D(
            filters,
            (3, 3),
            strides=step,
            padding="same",
            use_bias=False,
            name=f"{name}_conv{i}" if name else None,
        )(x)
        x = BatchNormalization()(x)
        if i == 0:
            x = Activation("relu")(x)
    if stride != 1 or shortcut.shape[-1] != filters:
        shortcut = Conv2D(filters, 1, strides=stride, padding="same")(shortcut)
        shortcut = BatchNormalization()(shortcut)
    elif name:
        shortcut = layers.Identity(name=name + "_identity")(shortcut)
    else:
        shortcut = layers.Identity()(shortcut)
    return Activation("relu")(layers.add([x, shortcut]))


def build(config, *, head=True):
    inputs = keras.Input(shape=config["image"])
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2D(config["filters"][0], 3, padding="same")(x)

    # Each stage halves the image and doubles the filters.
    for stage, filters in enumerate(config["filters"]):
        x = block(x, filters, stride=1 if stage == 0 else 2, name=f"stage{stage}")
        x = block(x, filters)

    x = layers.GlobalAveragePooling2D()(x)
    if not head:
        return keras.Model(inputs, x)
    x = layers.Dropout(config["rates"]["dropout"])(x)
    outputs = layers.Dense(config["classes"], activation="softmax")(x)
    return keras.Model(inputs=inputs, outputs=outputs, name="residual")


model = build(config)
model.compile(
    optimizer=keras.optimizers.Adam(config["rates"]["learning"]),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.summary()

(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_train = x_train.astype("float32")
history = model.fit(x_train, y_train, epochs=2, batch_size=64, validation_split=0.1)
best = max(history.history["val_accuracy"])
print(f"best: {best:.3f} after {len(history.epoch)} epochs")

try:
    features = build(config, head=False)
    vectors = features.predict(x_test[:8])
except (ValueError, KeyError) as error:
    print("no features:", error)
else:
    norms = ops.norm(vectors, axis=-1)
finally:
    keras.utils.clear_session()

sizes = [w.shape for layer in model.layers for w in layer.weights if len(w.shape) > 1]
largest = sorted(sizes, key=lambda shape: np.prod(shape))[-1]
