import numpy as np
from keras.applications import VGG16
from keras import layers, models

base = VGG16(weights=None, include_top=False, input_shape=(48, 48, 3))
model = models.Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(5, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')
x = np.random.rand(4, 48, 48, 3)
y = np.eye(5)[[0, 1, 2, 3]]
model.fit(x, y, epochs=1, verbose=0)
