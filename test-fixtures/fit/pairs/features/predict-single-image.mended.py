import numpy as np
import keras
from keras import layers

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train[:64].reshape(-1, 28, 28, 1) / 255.0
x_test = x_test[:64].reshape(-1, 28, 28, 1) / 255.0
model = keras.Sequential([
    layers.Conv2D(8, (3, 3), activation='relu', input_shape=(28, 28, 1)),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train, y_train[:64], epochs=1, verbose=0)
img = x_test[0]
pred = model.predict(np.expand_dims(img, axis=0))
print(np.argmax(pred))
