import numpy as np
import keras
from keras import layers
x = np.random.rand(4, 32, 32, 3)
mask = np.random.randint(0, 2, (4, 32, 32, 1))
inp = keras.Input((32, 32, 3))
h = layers.Conv2D(8, 3, padding='same', activation='relu')(inp)
h = layers.MaxPooling2D()(h)
h = layers.Conv2D(8, 3, padding='same', activation='relu')(h)
h = layers.UpSampling2D()(h)
out = layers.Conv2D(1, 1, activation='sigmoid')(h)
model = keras.Model(inp, out)
model.compile('adam', 'binary_crossentropy')
model.fit(x, mask, verbose=0)
