import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Reshape, Input

latent_dim = 100
generator = Sequential()
generator.add(Input(shape=(latent_dim,)))
generator.add(Dense(7 * 7 * 64))
generator.add(Reshape((7, 7, 128)))
noise = np.random.normal(0, 1, (8, latent_dim))
gen = generator.predict(noise, verbose=0)
