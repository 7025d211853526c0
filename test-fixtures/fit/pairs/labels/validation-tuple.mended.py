import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.rand(80, 5)
y = np.random.randint(0, 3, 80)
Xv = np.random.rand(20, 5)
yv = np.random.randint(0, 3, 20)
Y = np.eye(3)[y]
Yv = np.eye(3)[yv]
model = Sequential([Dense(3, activation='softmax', input_shape=(5,))])
model.compile('adam', 'categorical_crossentropy')
model.fit(X, Y, validation_data=(Xv, Yv), epochs=1, verbose=0)
