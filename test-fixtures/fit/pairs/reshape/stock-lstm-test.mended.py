import numpy as np
from sklearn.preprocessing import MinMaxScaler
from keras.models import Sequential
from keras.layers import LSTM, Dense, Dropout
prices = np.cumsum(np.random.randn(200)).reshape(-1, 1)
sc = MinMaxScaler(feature_range=(0, 1))
scaled = sc.fit_transform(prices)
X_train, y_train = [], []
for i in range(60, 200):
    X_train.append(scaled[i - 60:i, 0])
    y_train.append(scaled[i, 0])
X_train, y_train = np.array(X_train), np.array(y_train)
X_train = np.reshape(X_train, (X_train.shape[0], X_train.shape[1], 1))
model = Sequential()
model.add(LSTM(10, return_sequences=True, input_shape=(X_train.shape[1], 1)))
model.add(Dropout(0.2))
model.add(LSTM(10))
model.add(Dense(1))
model.compile(optimizer='adam', loss='mean_squared_error')
model.fit(X_train, y_train, epochs=1, batch_size=32, verbose=0)
X_test = []
for i in range(60, 80):
    X_test.append(scaled[i - 60:i, 0])
X_test = np.array(X_test)
X_test = np.reshape(X_test, (X_test.shape[0], X_test.shape[1], 1))
predicted = model.predict(X_test, verbose=0)
predicted = sc.inverse_transform(predicted)
