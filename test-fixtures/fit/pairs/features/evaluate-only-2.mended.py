import numpy as np
import keras
from keras import layers

x = np.random.rand(50, 28, 28)
y = np.random.randint(0, 10, 50)
x_test = np.random.rand(10, 28, 28)
y_test = np.random.randint(0, 10, 10)
x = x.reshape(-1, 784)
x_test = x_test.reshape(-1, 784)
model = keras.Sequential([keras.Input((784,)), layers.Dense(10, activation='softmax')])
model.compile('rmsprop', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, verbose=0)
loss, acc = model.evaluate(x_test, y_test, verbose=0)
