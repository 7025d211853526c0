import numpy as np
import keras
from keras import layers
X = np.random.rand(20, 30, 4); Y = np.random.randint(0, 5, (20, 30))
model = keras.Sequential([
    keras.Input((30, 4)),
    layers.Bidirectional(layers.LSTM(8, return_sequences=True)),
    layers.TimeDistributed(layers.Dense(5, activation='softmax')),
])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(X, Y, verbose=0)
