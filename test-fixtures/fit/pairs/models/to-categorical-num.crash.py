import numpy as np
from keras.utils import to_categorical
labels = np.array([0, 3, 7, 10])
y = to_categorical(labels, num_classes=10)
