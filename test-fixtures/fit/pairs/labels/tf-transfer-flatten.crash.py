import numpy as np
import tensorflow as tf
from tensorflow.keras.applications.vgg16 import VGG16
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Model
base_model = VGG16(include_top=False, weights=None, input_shape=(64, 64, 3))
for layer in base_model.layers:
    layer.trainable = False
x = Dense(32, activation='relu')(base_model.output)
predictions = Dense(3, activation='softmax')(x)
model = Model(inputs=base_model.input, outputs=predictions)
model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
model.fit(np.random.rand(4, 64, 64, 3), np.eye(3)[[0, 1, 2, 0]], epochs=1, verbose=0)
