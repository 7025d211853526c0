from keras.layers import *
from keras.models import Sequential

model = Sequential()
model.add(Input((28, 28, 1)))  # hint: (None, 28, 28, 1)
model.add(Conv2D(16, (3, 3), activation="relu", padding="same"))  # hint: (None, 28, 28, 16)
model.add(MaxPooling2D((2, 2), padding="same"))  # hint: (None, 14, 14, 16); window: 28→14; argument: strides=(2, 2)
model.add(Conv2D(8, (3, 3), activation="relu", padding="same"))  # hint: (None, 14, 14, 8)
model.add(MaxPooling2D((2, 2), padding="same"))  # hint: (None, 7, 7, 8); window: 14→7; argument: strides=(2, 2)
model.add(UpSampling2D((2, 2)))  # hint: (None, 14, 14, 8)
# information[autoencoder-size]: The model's output is (None, 24, 24, 1), and its input is (None, 28, 28, 1).
model.add(Conv2D(16, (3, 3), activation="relu"))  # hint: (None, 12, 12, 16); window: 14→12; argument: padding="valid"
model.add(UpSampling2D((2, 2)))  # hint: (None, 24, 24, 16)
model.add(Conv2D(1, (3, 3), activation="sigmoid", padding="same"))  # hint: (None, 24, 24, 1)
