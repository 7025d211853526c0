"""A statement ends where TensorFlow refuses to change a variable in place."""

from tensorflow.keras import backend as K
from tensorflow.keras.layers import Dense, Input

x = Input((8,))  # hint: (None, 8)
loss = K.variable(0.0)  # hint: ()
for units in (4, 5):
    y = Dense(units)(x)  # hint: (None, 4)
    # error[invalid-input]: A variable of TensorFlow cannot be changed in place by an operator: take v.assign_add(…), or a new name for the result.
    loss += K.sum(y)  # hint: ()
