"""`six.moves`, for the interpreter to run, as it is under Python 3."""
import builtins
from functools import reduce

range = xrange = builtins.range
zip = builtins.zip
map = builtins.map
filter = builtins.filter
input = builtins.input
from itertools import filterfalse, zip_longest
