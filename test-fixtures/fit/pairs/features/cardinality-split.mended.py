import numpy as np
from sklearn.model_selection import train_test_split
from keras import Sequential
from keras.layers import Dense

features = np.random.rand(500, 6)
target = np.random.rand(500)
X_train, X_test, y_train, y_test = train_test_split(features, target, test_size=0.3, random_state=1)
model = Sequential([Dense(10, activation='relu', input_dim=6), Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X_train, y_train, epochs=1, verbose=0)
