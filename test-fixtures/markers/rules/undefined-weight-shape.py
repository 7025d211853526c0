import keras
from keras import layers

x = keras.Input(shape=(10, None))  # hint: (None, 10, None)
# error[undefined-weight-shape]: The weight kernel of Dense would have the shape (None, 4), and every size of a weight must be a number.
y = layers.Dense(4)(x)
