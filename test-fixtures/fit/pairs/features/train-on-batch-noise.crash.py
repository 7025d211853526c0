import numpy as np
import keras
from keras import layers

latent_dim = 32
generator = keras.Sequential([keras.Input(shape=(latent_dim,)), layers.Dense(64), layers.LeakyReLU()])
generator.compile(optimizer="adam", loss="mse")
noise = np.random.normal(0, 1, (16, 100))
fake = generator.predict(noise)
