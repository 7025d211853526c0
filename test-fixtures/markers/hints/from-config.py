"""What Keras' own classes make of a config: initializers are copied so, and the program's classes take it apart."""

from tensorflow import keras

template = keras.initializers.get("truncated_normal")
copied = template.__class__.from_config(template.get_config())


class Scaled(keras.regularizers.Regularizer):
    def __init__(self, units=3):
        self.units = units

    def __call__(self, x):
        return 0.0

    def get_config(self):
        return {"units": self.units}


again = Scaled.from_config(Scaled(5).get_config())
features = keras.layers.Dense(4, kernel_initializer=copied)(keras.Input((3,)))  # hint: (None, 4)
outputs = keras.layers.Dense(again.units, kernel_regularizer=again)(features)  # hint: (None, 5)
optimizer = keras.optimizers.Adam.from_config({"learning_rate": 0.1})
