"""`keras.Variable` is a weight of the layer that holds it; data of a step are taken apart as Keras does it."""

import keras
import numpy as np
from keras import ops


class Table(keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3, 2))
        self.places = keras.Variable(initializer=np.zeros((4, 4), int), trainable=False)
        self.scale = keras.Variable("zeros", shape=(5,), name="scale")

    def call(self, x):
        return x @ self.kernel  # hint: (None, 2)


table = Table()
y = table(keras.Input((3,)))  # hint: (None, 2)
count = np.zeros(table.count_params())  # hint: (27,)
trained = np.zeros(sum(ops.size(w) for w in table.trainable_weights))  # hint: (3, 2) +1, (11,)
picked = ops.take(table.scale, ops.reshape(table.places, (-1,)))  # hint: (16,)
free = keras.Variable(keras.initializers.RandomNormal(), shape=(2, 7), dtype="float16")  # hint: (2, 7)
# error[invalid-argument]: A variable that an initializer fills must be given its shape.
lost = keras.Variable("ones")

x, labels, weights = keras.utils.unpack_x_y_sample_weight((np.zeros((8, 3)), np.zeros((8,))))  # hint: (8, 3), (8,)
alone = keras.utils.unpack_x_y_sample_weight(x)[0]  # hint: (8, 3)
nothing = np.zeros(4) if weights is None else np.zeros(5)  # hint: (4,)
doubled = keras.remat(lambda t: ops.concatenate([t, t]))(x)  # hint: (16, 3)

# A diagonal beside the main one of a matrix that is not square is padded to more rows and columns than are asked for.
square = ops.eye(3, k=-1)  # hint: (3, 3)
larger = ops.eye(6, 4, k=-1)  # hint: (7, 5)
wide = ops.eye(2, 9, k=1)  # hint: (3, 10)
# error[invalid-argument]: eye has no diagonal 4 in 3 rows and 3 columns.
outside = ops.eye(3, k=4)

held = ops.clip(np.ones((2,), "int8"), -1, 1)  # hint: (2,)
# error[incompatible-dtypes]: clip takes no float as a bound of int8.
refused = ops.clip(np.ones((2,), "int8"), -1.0, 1.0)
symbolic = ops.clip(keras.Input((3,), dtype="int32"), -1.0, 1.0)  # hint: (None, 3)


class Masked(keras.layers.Layer):
    def call(self, x, mask=None):
        return x + ops.expand_dims(mask, 0)  # hint: (None, 3)


wide = keras.Variable(np.zeros(3))  # hint: (3,)
summed = Masked()(keras.Input((3,)), mask=wide)  # hint: (None, 3)
