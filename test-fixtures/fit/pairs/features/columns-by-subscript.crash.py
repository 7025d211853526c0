import io

from keras.layers import Dense, Input
from keras.models import Sequential
from numpy import loadtxt

text = io.StringIO("\n".join(",".join("123456789") for _ in range(30)))
dataset = loadtxt(text, delimiter=",")
X = dataset[:, 0:8]
y = dataset[:, 8]

model = Sequential()
model.add(Input(shape=(9,)))
model.add(Dense(12, activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=1, batch_size=10)
