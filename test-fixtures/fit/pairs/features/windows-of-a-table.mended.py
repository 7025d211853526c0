import io

import numpy as np
import pandas as pd
from keras.layers import LSTM, Dense
from keras.models import Sequential
from sklearn.preprocessing import MinMaxScaler

table = pd.read_csv(io.StringIO("month,passengers\n" + "\n".join(f"{i},{100 + i}" for i in range(90))), usecols=[1])
dataset = table.values.astype("float32")
dataset = MinMaxScaler(feature_range=(0, 1)).fit_transform(dataset)
train_size = int(len(dataset) * 0.67)
train, test = dataset[0:train_size, :], dataset[train_size : len(dataset), :]


def create_dataset(dataset, look_back=1):
    data_x, data_y = [], []
    for i in range(len(dataset) - look_back - 1):
        data_x.append(dataset[i : (i + look_back), 0])
        data_y.append(dataset[i + look_back, 0])
    return np.array(data_x), np.array(data_y)


look_back = 3
train_x, train_y = create_dataset(train, look_back)
train_x = np.reshape(train_x, (train_x.shape[0], 1, train_x.shape[1]))

model = Sequential()
model.add(LSTM(4, input_shape=(1, look_back)))
model.add(Dense(1))
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(train_x, train_y, epochs=1, batch_size=1)
