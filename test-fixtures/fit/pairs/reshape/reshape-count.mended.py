import numpy as np
x = np.zeros((100, 30, 30))
x = x.reshape(100, 30, 30, 1)
