import keras
from keras import layers

steps = keras.Input((None, 4))
a = layers.Conv1D(8, 3, padding="causal")(steps)
b = layers.MaxPooling1D(3)(a)
c = layers.MaxPooling1D(2)(b)
x = layers.UpSampling1D(2)(c)
x = layers.Concatenate()([x, b])
x = layers.UpSampling1D(3)(layers.Conv1D(8, 1)(x))
model = keras.Model(steps, layers.LSTM(4)(layers.Average()([x, a])))
