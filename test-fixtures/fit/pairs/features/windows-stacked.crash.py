import io

import keras
import numpy as np
import pandas as pd
from keras import layers

table = pd.read_csv(io.StringIO("time,value\n" + "\n".join(f"{i},{i % 5}" for i in range(80))))
values = table[["time", "value"]].to_numpy()
mean, std = values.mean(axis=0), values.std(axis=0)
values = (values - mean) / std
TIME_STEPS = 12


def create_sequences(values, time_steps=TIME_STEPS):
    output = []
    for i in range(len(values) - time_steps + 1):
        output.append(values[i : (i + time_steps), 0])
    return np.stack(output)


x_train = create_sequences(values)
model = keras.Sequential([
    layers.Input(shape=(10,)),
    layers.Dense(8, activation="relu"),
    layers.Dense(12),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x_train, x_train, epochs=1)
