import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.utils import to_categorical
y = np.random.randint(0, 3, 30)
y = to_categorical(y, 3)
y = to_categorical(y, 3)
model = Sequential([Dense(3, activation='softmax', input_shape=(2,))])
model.compile('adam', 'categorical_crossentropy')
model.fit(np.random.rand(30, 2), y, verbose=0)
