from tensorflow.keras.layers import Input, Dense, Flatten, Conv2D
from tensorflow.keras.models import Model

inp = Input(shape=(32, 32, 3))
x = Conv2D(4, 3)(inp)
x = Flatten()(x)
out = Dense(2)(x)
model = Model(inp, out)
