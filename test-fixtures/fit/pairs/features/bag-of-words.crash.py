import numpy as np
import keras
from keras import layers

vocab = 200
sentences = np.random.randint(0, 2, (40, 150)).astype("float32")
labels = np.random.randint(0, 3, 40)
model = keras.Sequential()
model.add(keras.Input(shape=(vocab,)))
model.add(layers.Dense(16, activation="relu"))
model.add(layers.Dropout(0.5))
model.add(layers.Dense(3, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(sentences, labels, epochs=1, batch_size=8)
