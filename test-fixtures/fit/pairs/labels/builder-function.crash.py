import numpy as np
from keras import Input, Sequential
from keras.layers import Dense
from keras.utils import to_categorical


def make_classifier(inputs, classes=2):
    net = Sequential()
    net.add(Input(shape=(inputs,)))
    net.add(Dense(10, activation="relu"))
    net.add(Dense(classes, activation="softmax"))
    net.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return net


x = np.random.random((45, 7))
y = to_categorical(np.random.randint(0, 4, 45), 4)
net = make_classifier(7)
net.fit(x, y, epochs=1, verbose=0)
