"""A layer that a `train_step` may have built is not taken for one that is built here for the first time."""

import keras
import numpy as np
from keras import layers

augment = keras.Sequential([layers.RandomFlip(), layers.Dense(4)])  # hint: (None, 16, 16, 3), (None, 16, 16, 4)


class Trainer(keras.Model):
    def __init__(self):
        super().__init__()
        self.augment = augment

    def train_step(self, data):
        return {"loss": keras.ops.mean(self.augment(data))}


trainer = Trainer()
trainer.compile("sgd")
trainer.fit(np.zeros((64, 16, 16, 3)))
x = augment(keras.Input((16, 16, 3)))  # hint: (None, 16, 16, 4)
