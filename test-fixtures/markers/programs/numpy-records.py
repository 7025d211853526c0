"""Arrays of records and of objects, and other ways in which numpy takes its arguments."""

import numpy as np

records = np.array([(1, 2), (3, 4)], dtype=[("a", "i4"), ("b", "i4")])  # array: (2,)  # hint: (2,)
rows = np.zeros(3, dtype="f4,i4")  # array: (3,)  # hint: (3,)
pairs = np.array([[(1, 2.0)], [(3, 4.0)]], dtype="i4,f8")  # array: (2, 1)  # hint: (2, 1)
named = np.array([(1, 2), (3, 4)], dtype=np.dtype([("a", int), ("b", int)]))
objects = np.array([1, "m", [2, 3, 4]], dtype=object)  # array: (3,)  # hint: (3,)
even = np.array([[1, 2], [3, [4]]], dtype=object)  # array: (2, 2)  # hint: (2, 2)
# error[incompatible-shapes]: The rows of object of array have different lengths.
numbers = np.array([1, [2, 3, 4]])
months = np.arange("2005-02", "2005-03", dtype="datetime64[D]")
a, b = np.atleast_2d(1, [2, 3])  # hint: (1, 1), (1, 2)
c = np.atleast_1d(4)  # array: (1,)  # hint: (1,)
x, y = np.random.normal(size=(2, 100))  # array: (100,), (100,)  # hint: (100,), (100,)
counts, xs, ys = np.histogram2d(x, y, bins=([0, 1, 3], [0, 2, 3, 4]))  # array: (2, 3), (3,), (4,)  # hint: (2, 3), (3,), (4,)
inserted = np.insert(np.zeros((3, 2)), 1, [[7], [8], [9]], axis=1)  # array: (3, 5)  # hint: (3, 5)
powers = np.logspace(2.0, 3.0, num=4, base=[2.0, 3.0], axis=-1)  # array: (2, 4)  # hint: (2, 4)
generator = np.random.default_rng()
drawn = generator.multinomial([[1]] * 4, [[0.1, 0.5, 0.4], [0.3, 0.7, 0.0]])  # array: (4, 2, 3)  # hint: (4, 2, 3)
normal = generator.multivariate_normal([1, 2], [[1, 0], [0, 1]], (3, 3), method="cholesky")  # array: (3, 3, 2)  # hint: (3, 3, 2)
sums = np.vectorize(np.convolve, signature="(n),(m)->(k)")(np.eye(4), [1, 2, 1])
area = np.cross([1, 2], [4, 5])  # hint: ()
