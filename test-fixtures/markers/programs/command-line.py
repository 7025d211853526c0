"""What is required on the command line is given when the program is run."""

import argparse
import sys

import keras
from keras import layers


def parse(argv):
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--units", type=int, default=8)
    return parser.parse_args(argv)


def main(args):
    x = keras.Input((4,))  # hint: (None, 4)
    return layers.Dense(args.units)(x)  # hint: (None, 8)


args = parse(sys.argv[1:])
y = main(args)  # hint: (None, 8)
z = layers.Dense(3 if args.model == "small" else 5)(y)  # hint: (None, ?)
try:
    parse([])
    w = layers.Dense(1)(y)
except SystemExit:
    w = layers.Dense(2)(y)  # hint: (None, 2)
parse(["--units", "3"])
