"""What is handed to something that is not known may be filled or called there; what it would be asked for stays."""
import keras
import numpy as np
from elsewhere import fill, minimize, register, run, schedule
from keras import layers

seen, rows, told, kept = [], [], [], [8, 16]


def objective(x):
    seen.append(x)
    return 0.0


class History:
    total = []

    def __init__(self, width):
        self.width = width
        self.sizes = [4, 2]
        self.losses = []


history = History(3)
minimize(objective, np.zeros(3))
fill(rows)
schedule(callback=told.append)
run(history, lambda x: kept[0])
register(History)
best = np.max(seen) + np.max(rows) + np.max(told) + np.max(history.losses) + np.max(History.total)
a = keras.Input((history.width,))  # hint: (None, 3)
b = keras.Input(history.sizes)  # hint: (None, 4, 2)
c = keras.Input(kept)  # hint: (None, 8, 16)


@register
def model():
    seen.clear()
    return keras.Sequential([layers.Input((4,)), layers.Dense(2)])  # hint: (None, 4), (None, 2)
