"""What Keras 1 called the parameters of its random numbers."""

from keras import backend as K
from keras.layers import Convolution2D, Input, Lambda

x = Input(shape=(1, 28, 28))  # hint: (None, 1, 28, 28)
y = Convolution2D(8, 3, 3, border_mode="same", dim_ordering="th")(x)  # hint: (None, 8, 28, 28)
z = Lambda(lambda t: t + K.random_normal(shape=(2, 8, 28, 28), mean=0.0, std=0.1))(y)
u = K.random_uniform((3, 4), low=0.0, high=2.0)
