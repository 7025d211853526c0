"""`fit` calls the hooks of callbacks: what they change is open afterwards, what they leave alone is not."""
import numpy as np
import keras
from keras import layers


class Record(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = []
        self.width = 3

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs["loss"])
        sample = self.model.predict(np.zeros((5, 4)))  # hint: (5, 2)


class Fresh(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.counts = []

    def on_batch_end(self, batch, logs=None):
        self.counts.append(batch)


losses = []
model = keras.Sequential([keras.Input((4,)), layers.Dense(2)])  # hint: (None, 4), (None, 2)
model.compile("adam", "mse")
record, fresh = Record(), Fresh()
told = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: losses.append(epoch))
model.fit(np.zeros((8, 4)), np.zeros((8, 2)), callbacks=[record, fresh, told, keras.callbacks.TerminateOnNaN()])
best = np.max(record.losses) + np.max(fresh.counts) + np.max(losses)
a = keras.Input((record.width,))  # hint: (None, 3)
b = keras.Input((len(record.losses),))  # hint: (None, ?)
c = keras.Input((len(losses),))  # hint: (None, ?)
