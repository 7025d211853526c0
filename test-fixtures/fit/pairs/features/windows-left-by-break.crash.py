import numpy as np
import pandas as pd
import io
from keras.layers import LSTM, Dense
from keras.models import Sequential

text = io.StringIO("price\n" + "\n".join(str(i * 0.5) for i in range(70)))
series = pd.read_csv(text)["price"].to_numpy()


def split_sequence(sequence, n_steps):
    X, y = list(), list()
    for i in range(len(sequence)):
        end_ix = i + n_steps
        if end_ix > len(sequence) - 1:
            break
        X.append(sequence[i:end_ix])
        y.append(sequence[end_ix])
    return np.array(X), np.array(y)


n_steps = 5
X, y = split_sequence(series, n_steps)
X = X.reshape((X.shape[0], X.shape[1], 1))
model = Sequential()
model.add(LSTM(8, activation="relu", input_shape=(1, n_steps)))
model.add(Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=1, verbose=0)
