"""The package `packaging`, which comes with Keras, for the interpreter to run."""
