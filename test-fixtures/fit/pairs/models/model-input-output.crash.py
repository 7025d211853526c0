from keras.layers import Input, Dense
from keras.models import Model

a = Input(shape=(32,))
b = Dense(4)(a)
model = Model(input=a, output=b)
