from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D
model = Sequential()
model.add(Conv2D(8, 3, input_shape=(3, 64, 64)))
model.add(MaxPooling2D())
