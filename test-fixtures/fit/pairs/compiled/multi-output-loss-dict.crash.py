import numpy as np
import keras
from keras import layers

inp = keras.Input((8,))
h = layers.Dense(16, activation='relu')(inp)
age = layers.Dense(1, name='age')(h)
gender = layers.Dense(1, activation='sigmoid', name='gender')(h)
model = keras.Model(inp, [age, gender])
model.compile('adam', loss={'age_output': 'mse', 'gender_output': 'binary_crossentropy'})
x = np.random.rand(20, 8)
model.fit(x, {'age': np.random.rand(20, 1), 'gender': np.random.randint(0, 2, (20, 1))}, epochs=1, verbose=0)
