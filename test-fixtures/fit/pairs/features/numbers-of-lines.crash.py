import csv
import io

import keras
import numpy as np
from keras import layers

file = io.StringIO("\n".join("5.1,3.5,1.4,0" for _ in range(30)))
X, y = [], []
for row in csv.reader(file):
    X.append([float(row[0]), float(row[1]), float(row[2])])
    y.append(int(row[3]))
X = np.array(X)
y = np.array(y)

model = keras.Sequential([layers.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X, y, epochs=1)
