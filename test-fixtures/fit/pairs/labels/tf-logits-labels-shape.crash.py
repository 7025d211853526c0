import numpy as np
from tensorflow.keras import layers, models

x = np.random.rand(40, 32, 32, 3)
y = np.random.randint(0, 2, (40, 1))
model = models.Sequential()
model.add(layers.Conv2D(8, 3, activation='relu', input_shape=(32, 32, 3)))
model.add(layers.MaxPooling2D())
model.add(layers.Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, y, epochs=1, verbose=0)
