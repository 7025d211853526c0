import numpy as np
import keras
from keras import layers

images = []
labels = []
for i in range(20):
    images.append(np.random.random((16, 16, 3)))
    labels.append(i % 2)

model = keras.Sequential([
    keras.Input(shape=(16, 16, 3)),
    layers.Flatten(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(np.array(images), np.array(labels), epochs=1)
