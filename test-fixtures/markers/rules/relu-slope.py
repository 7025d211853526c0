import keras
from keras import ops

sloped = keras.activations.relu(ops.zeros((5,)), negative_slope=0.5)  # hint: (5,)
# error[invalid-argument]: relu got an unexpected keyword argument 'alpha'.
old = keras.activations.relu(ops.zeros((5,)), alpha=0.5)
