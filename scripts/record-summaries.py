#!/usr/bin/env python3
"""Records what `model.summary()` prints in test-fixtures/summaries/*.py, under the installed Keras.

    record-summaries.py FILE.py ...     writes FILE.keras3.txt, or FILE.keras2.txt under Keras 2

The programs say `from keras import …`; Keras 2 is TensorFlow's.
"""
import contextlib
import io
import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ["COLUMNS"] = "80"

import keras

GENERATION = "keras" + keras.__version__[0]

for name in sys.argv[1:]:
    path = pathlib.Path(name)
    keras.backend.clear_session()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(path.read_text(), name, "exec"), {"__name__": "__main__"})
    path.with_suffix(f".{GENERATION}.txt").write_text(printed.getvalue())
    print(name, GENERATION)
