from keras.models import Sequential
from keras.layers import Dense, Reshape, Conv2DTranspose
model = Sequential()
model.add(Dense(256 * 7 * 7, input_dim=100))
model.add(Reshape((7, 7, 256)))
model.add(Conv2DTranspose(64, 4, strides=2, padding='same'))
