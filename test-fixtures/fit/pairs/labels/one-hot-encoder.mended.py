import keras
import numpy as np
from keras import layers
from sklearn.preprocessing import OneHotEncoder

X = np.random.rand(60, 8)
y = np.array([0, 1, 2] * 20).reshape(-1, 1)
Y = OneHotEncoder(sparse_output=False).fit_transform(y)

model = keras.Sequential([layers.Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(X, Y, epochs=1)
