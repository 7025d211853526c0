import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Dropout
from keras.utils import to_categorical

num_classes = 10
X_train = np.random.rand(200, 784).astype('float32')
y_train = np.random.randint(0, num_classes, size=(200, 1))
y_train = to_categorical(y_train, num_classes)

model = Sequential()
model.add(Dense(64, activation='relu', input_dim=784))
model.add(Dropout(0.2))
model.add(Dense(num_classes, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='sgd', metrics=['accuracy'])
model.fit(X_train, y_train, batch_size=50, epochs=1, verbose=0)
