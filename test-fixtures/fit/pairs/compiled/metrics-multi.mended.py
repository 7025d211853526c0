import numpy as np
import keras
from keras import layers
inp = keras.Input((6,))
x = layers.Dense(8)(inp)
o1 = layers.Dense(1, name='o1')(x)
o2 = layers.Dense(3, activation='softmax', name='o2')(x)
model = keras.Model(inp, [o1, o2])
model.compile('adam', ['mse', 'sparse_categorical_crossentropy'], metrics=['mae', 'accuracy'])
model.fit(np.random.rand(30, 6), [np.random.rand(30), np.random.randint(0, 3, 30)], verbose=0)
