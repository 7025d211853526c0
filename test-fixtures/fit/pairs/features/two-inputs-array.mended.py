import numpy as np
from keras.layers import Input, Dense, concatenate
from keras.models import Model

left = Input(shape=(5,))
right = Input(shape=(5,))
merged = concatenate([Dense(8)(left), Dense(8)(right)])
out = Dense(1, activation='sigmoid')(merged)
model = Model(inputs=[left, right], outputs=out)
model.compile(optimizer='adam', loss='binary_crossentropy')
a = np.random.rand(40, 5)
b = np.random.rand(40, 5)
labels = np.random.randint(0, 2, (40, 1))
model.fit([a, b], labels, epochs=1, verbose=0)
