import numpy as np
from keras.applications import MobileNet
from keras.models import Model
from keras.layers import Dense, GlobalAveragePooling2D

base = MobileNet(weights=None, include_top=False, input_shape=(64, 64, 3))
x = base.output
x = GlobalAveragePooling2D()(x)
preds = Dense(4, activation='softmax')(x)
model = Model(inputs=base.input, outputs=preds)
