import numpy as np
from keras import Input, Sequential
from keras.layers import Dense


def build_model(n_features):
    model = Sequential([Input((n_features,)), Dense(16, activation="relu"), Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    return model


def main():
    x = np.random.random((60, 12))
    y = np.random.random((60, 1))
    model = build_model(10)
    model.fit(x, y, epochs=1)


main()
