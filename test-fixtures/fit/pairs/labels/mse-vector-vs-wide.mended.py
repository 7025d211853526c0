import numpy as np
from keras import layers, models

x = np.random.rand(64, 10)
y = np.random.rand(64)
model = models.Sequential([
    layers.Input((10,)),
    layers.Dense(16, activation='relu'),
    layers.Dense(1),
])
model.compile(optimizer='adam', loss='mse')
model.fit(x, y, epochs=1, batch_size=32, verbose=0)
