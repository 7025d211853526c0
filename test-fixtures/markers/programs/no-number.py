import keras
import numpy as np
from keras import layers

# What is no number is no size.
# error[invalid-argument]: arange cannot count from 0 to inf by 1.
a = np.arange(float("inf"))
b = np.arange(0, 3, float("inf"))  # array: (1,)  # hint: (1,)
c = keras.utils.to_categorical(np.array([1, 1e400]))  # array: (2, ?)  # hint: (2, ?)
model = keras.Sequential([keras.Input((2,)), layers.Dense(3, activation="softmax")])  # hint: (None, 2), (None, 3)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.zeros((2, 2)), np.array([1.0, float("nan")]))
# error[invalid-argument]: epochs is nan, and must be a whole number.
model.fit(np.zeros((2, 2)), np.array([1, 2]), epochs=float("nan"))

# What becomes of infinity as a class number depends on the machine.
infinite = keras.utils.to_categorical(np.array([0, 3, 1e400]), num_classes=10)  # array: (3, 10)  # hint: (3, 10)
ten = keras.Input(infinite.shape[1:])  # hint: (None, 10)

from sklearn.model_selection import train_test_split

# error[incompatible-shapes]: A share of inf is not between 0 and 1.
train_test_split(np.zeros((8, 2)), test_size=float("inf"))
