import numpy as np
import keras
from keras import layers
enc_in = keras.Input((None, 20))
_, h, c = layers.LSTM(32, return_state=True)(enc_in)
dec_in = keras.Input((None, 25))
seq, _, _ = layers.LSTM(32, return_sequences=True, return_state=True)(dec_in, initial_state=[h, c])
out = layers.Dense(25, activation='softmax')(seq)
model = keras.Model([enc_in, dec_in], out)
model.compile('rmsprop', 'categorical_crossentropy')
enc = np.zeros((10, 8, 20)); dec = np.zeros((10, 9, 25)); target = np.zeros((10, 9, 25))
model.fit([enc, dec], target, batch_size=5, epochs=1, verbose=0)
