import numpy as np
from tensorflow.keras.applications import VGG16
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Flatten, Dropout
conv = VGG16(include_top=False, weights=None, input_shape=(64, 64, 3))
train_data = conv.predict(np.random.rand(6, 64, 64, 3), verbose=0)
train_labels = np.array([0] * 3 + [1] * 3)
model = Sequential()
model.add(Flatten(input_shape=(64, 64, 3)))
model.add(Dense(16, activation='relu'))
model.add(Dropout(0.5))
model.add(Dense(1, activation='sigmoid'))
model.compile(optimizer='rmsprop', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(train_data, train_labels, epochs=1, verbose=0)
