import numpy as np
import keras
from keras import layers
from sklearn.model_selection import train_test_split

X = np.random.random((100, 6))
y = np.random.random(100)
X_train, y_train, X_test, y_test = train_test_split(X, y, test_size=0.2)
model = keras.Sequential([keras.Input(shape=(6,)), layers.Dense(8), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(X_train, y_train, epochs=1)
