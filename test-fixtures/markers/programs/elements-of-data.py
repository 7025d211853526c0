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
    texts[i] = list(range(i + 1))
padded = sequence.pad_sequences(texts, maxlen=8)  # hint: (5, 8)
y = layers.Embedding(10, 3)(Input(padded.shape[1:]))  # hint: (None, 8, 3)
