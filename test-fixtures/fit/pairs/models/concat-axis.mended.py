import numpy as np
a = np.zeros((10, 5)); b = np.zeros((8, 5))
c = np.concatenate([a, b], axis=0)
