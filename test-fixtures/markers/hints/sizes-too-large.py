import numpy as np
from keras import layers

# Sizes that JavaScript cannot hold are unknown, and so are ints that begin at infinity: numpy raises where it is run.
data = np.random.random((99999999999999999999, 8))  # hint: (?, 8)
zeros = np.zeros(99999999999999999999)
labels = np.random.randint(1e400, 3, 50)  # hint: (50,)

# Lists that hold themselves are shown as far as they are lists.
tensor = layers.Input((4,))  # hint: (None, 4)
both = [tensor]
both.append(both)
by_name = {"a": tensor}
by_name["b"] = by_name
