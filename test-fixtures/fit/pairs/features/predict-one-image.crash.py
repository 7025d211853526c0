import numpy as np
import keras
from keras import layers

x_train = np.random.random((32, 28, 28, 1))
y_train = np.random.randint(0, 10, 32)

model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Conv2D(4, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, epochs=1)
prediction = model.predict(x_train[0])
