"""What a class of an unknown base holds may be the default of a field: the constructor can be given another value."""

import keras
from keras import layers
from models_of_data import Model


class Config(Model):
    units: int = 4
    depth = 2

    def double(self):
        return 2 * self.units


class Own(Model):
    units: int = 4

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units + 1


x = keras.Input((3,))  # hint: (None, 3)
y = layers.Dense(Config().units)(x)  # hint: (None, 4)
y = layers.Dense(Config(units=9).units)(x)  # hint: (None, ?)
y = layers.Dense(Config(units=9).double())(x)  # hint: (None, ?)
y = layers.Dense(Config(units=9).depth)(x)  # hint: (None, 2)
y = layers.Dense(Config(depth=5).depth)(x)  # hint: (None, ?)
y = layers.Dense(Config(7).units)(x)  # hint: (None, ?)
y = layers.Dense(Own(units=6).units)(x)  # hint: (None, 7)
