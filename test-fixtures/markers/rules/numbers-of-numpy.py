"""What may be a single number of numpy's is of none of the classes of arrays alone."""

import statistics
from decimal import Decimal
from fractions import Fraction

import numpy as np

value = np.zeros(3).sum()  # hint: ()
a = np.zeros(3) if isinstance(value, float) else np.zeros(4)
b = np.zeros(3) if isinstance(value, (int, np.floating)) else np.zeros(4)
c = np.zeros(3) if isinstance(value, int) else np.zeros(4)  # hint: (4,)
d = np.zeros(3) if isinstance(value, np.integer) else np.zeros(4)  # hint: (4,)
e = np.zeros(3) if type(value) is int else np.zeros(4)  # hint: (4,)
mean = statistics.mean([value, np.float64(3)])
spread = statistics.pstdev([value, 3.0])
exact = Fraction(value) + Fraction(1)
decimal = Decimal(value)

# A single text is one of Python's, with its operators.
texts = np.array(["a", "bc"])  # hint: (2,)
title = "Actual: " + texts[0] + "\nPred: " + "b"
thrice = texts[0] * 3
both = texts + "z"  # hint: (2,)

grid = np.zeros((4, 3))  # hint: (4, 3)
inside = grid[np.ix_([0, 3], [0])]  # hint: (2, 1)
# error[axis-out-of-range]: Index 5 is not there: axis 0 of (4, 3) has 4.
outside = grid[np.ix_([0, 5], [0])]
