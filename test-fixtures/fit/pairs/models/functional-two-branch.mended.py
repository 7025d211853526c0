import numpy as np
from keras.layers import Input, Dense, Conv2D, Flatten, concatenate
from keras.models import Model

image = Input(shape=(32, 32, 3), name='image')
x = Conv2D(8, 3, activation='relu')(image)
x = Flatten()(Conv2D(8, 3, activation='relu')(x))
numeric = Input(shape=(6,), name='numeric')
y = Dense(8, activation='relu')(numeric)
z = concatenate([x, y])
out = Dense(1)(z)
model = Model(inputs=[image, numeric], outputs=out)
model.compile('adam', 'mse')
