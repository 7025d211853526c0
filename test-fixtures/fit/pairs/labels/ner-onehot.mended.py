import numpy as np
import keras
from keras import layers
X = np.random.randint(0, 100, (20, 12)); Y = keras.utils.to_categorical(np.random.randint(0, 4, (20, 12)), 4)
model = keras.Sequential([
    layers.Embedding(100, 8),
    layers.LSTM(8, return_sequences=True),
    layers.Dense(4, activation='softmax'),
])
model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
model.fit(X, Y, verbose=0)
