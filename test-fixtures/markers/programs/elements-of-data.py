"""Elements of data from a file may be texts: nothing is refused of them that texts take, and they count as elements."""

import os

import numpy as np
import pandas as pd
from keras import Input, layers
from keras.preprocessing import sequence

table = pd.read_csv("table.csv")
names = table["name"].values
first = names[0] + ".png"
words = names[1].split(" ")
length = len(names[2])


def load(name):
    path = os.path.join("images", name) + ".png"
    return np.zeros((len(path[:1]), 4))


pictures = []
for name in names[3:19]:
    pictures.append(load(name))
pictures = np.array(pictures)  # hint: (?, ?, 4)
labels = np.array([name for name in names])

texts = np.empty((5,), dtype=list)  # hint: (5,)
for i in range(5):
    texts[i] = np.eye(4)[: i + 1]
padded = sequence.pad_sequences(texts, maxlen=8)
first_step = padded[:, 0, 0]
x = layers.Dense(3)(Input((8,)))  # hint: (None, 3)
