import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense

def to_windows(data, n_past, n_future):
    X, y = [], []
    for i in range(n_past, len(data) - n_future + 1):
        X.append(data[i - n_past:i, 0:data.shape[1]])
        y.append(data[i + n_future - 1:i + n_future, 0])
    return np.array(X), np.array(y)

data = np.random.rand(120, 5)
trainX, trainY = to_windows(data, 14, 1)
model = Sequential()
model.add(LSTM(16, activation='relu', input_shape=(trainX.shape[1], trainX.shape[2]), return_sequences=True))
model.add(LSTM(8, activation='relu', return_sequences=False))
model.add(Dense(trainY.shape[1]))
model.compile(optimizer='adam', loss='mse')
model.fit(trainX, trainY, epochs=1, batch_size=16, validation_split=0.1, verbose=0)
forecast = model.predict(trainX[-1:], verbose=0)
