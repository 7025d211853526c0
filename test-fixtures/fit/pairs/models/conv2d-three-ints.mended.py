from keras.models import Sequential
from keras.layers import Conv2D, Flatten, Dense

model = Sequential()
model.add(Conv2D(32, (3, 3), padding='same', strides=1, input_shape=(32, 32, 3)))
model.add(Flatten())
model.add(Dense(10, activation='softmax'))
