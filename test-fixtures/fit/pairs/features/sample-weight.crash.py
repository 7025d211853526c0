import numpy as np
import keras
from keras import layers
x = np.random.rand(20, 3); y = np.random.randint(0, 2, 20)
model = keras.Sequential([keras.Input((3,)), layers.Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy')
model.fit(x, y, sample_weight=np.ones(10), verbose=0)
