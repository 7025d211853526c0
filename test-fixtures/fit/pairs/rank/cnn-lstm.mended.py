import numpy as np
import keras
from keras import layers
x = np.random.rand(4, 40, 40, 1); y = np.random.randint(0, 3, 4)
model = keras.Sequential()
model.add(layers.Conv2D(8, 3, activation='relu', input_shape=(40, 40, 1)))
model.add(layers.MaxPooling2D(2))
model.add(layers.Reshape((19, 19 * 8)))
model.add(layers.LSTM(8))
model.add(layers.Dense(3, activation='softmax'))
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x, y, verbose=0)
