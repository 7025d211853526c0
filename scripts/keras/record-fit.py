"""Runs the pairs of test-fixtures/fit/pairs under the installed Keras, and what the first fix makes of each crash.

    python scripts/keras/record-fit.py [PART…]

Only programs for the Keras that is installed are run (`tensorflow.keras` is Keras 2, all others are Keras 3), and only
texts that test-fixtures/fit/truth.json does not know yet. A text is known by its SHA-256; the record says which
exception ended it, and where, or null. Build the command line first: `npm run build`.
"""
import contextlib
import hashlib
import importlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import traceback

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
ROOT = pathlib.Path(__file__).resolve().parents[2]
PAIRS = ROOT / "test-fixtures/fit/pairs"
TRUTH = ROOT / "test-fixtures/fit/truth.json"


def is_keras_2(text):
    return re.search(r"tensorflow\.keras|tf\.keras", text) is not None


def fixed_texts(paths):
    """The text that the first fix of the first error leads to, by the path of the crash."""
    command = ["node", str(ROOT / "dist/cli.js"), "trace", "--json", *map(str, paths)]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    fixed = {}
    for path, file in zip(paths, answer["files"]):
        errors = [one for one in file["diagnostics"] if one["severity"] == "error"]
        fixes = errors[0].get("fixes", []) if errors else []
        if fixes:
            fixed[path] = applied(path.read_text(), fixes[0]["edits"])
    return fixed


def applied(text, edits):
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def offset(place):
        return starts[place["line"] - 1] + place["column"] - 1

    for edit in sorted(edits, key=lambda one: offset(one["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


def shorten_data(keras, counts=(96, 64)):
    """Data sets of the true shapes with few samples: nothing is downloaded, and training ends soon."""
    import numpy as np

    def pictures(shape, column):
        def load_data(*_args, **_kwargs):
            def part(count):
                labels = np.arange(count, dtype="uint8") % 10
                return np.zeros((count, *shape), "uint8"), labels[:, None] if column else labels

            return part(counts[0]), part(counts[1])

        return load_data

    for name, shape, column in (
        ("mnist", (28, 28), False),
        ("fashion_mnist", (28, 28), False),
        ("cifar10", (32, 32, 3), True),
    ):
        load_data = pictures(shape, column)
        getattr(keras.datasets, name).load_data = load_data
        # TensorFlow 2.15 has a module of its own by that name.
        with contextlib.suppress(ImportError):
            importlib.import_module(f"tensorflow.keras.datasets.{name}").load_data = load_data


def outcome(text, keras):
    """None, or the exception that ends a program, with its line."""
    keras.backend.clear_session()
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(text, "program", "exec"), {"__name__": "__main__"})
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "program"]
        return {"raises": type(error).__name__, "line": lines[0] if lines else None}
    return None


def main():
    import warnings

    warnings.simplefilter("ignore")
    parts = sys.argv[1:]
    crashes = sorted(PAIRS.glob("*/*.crash.py"))
    if parts:
        crashes = [path for path in crashes if any(part in str(path) for part in parts)]
    texts = [path.read_text() for path in crashes]
    texts += [path.with_name(path.name.replace(".crash.", ".mended.")).read_text() for path in crashes]
    texts += fixed_texts(crashes).values()
    known = json.loads(TRUTH.read_text()) if TRUTH.exists() else {}
    import keras

    own_is_2 = keras.__version__.startswith("2.")
    shorten_data(keras)
    for number, text in enumerate(texts):
        digest = hashlib.sha256(text.encode()).hexdigest()
        if digest in known or is_keras_2(text) != own_is_2:
            continue
        known[digest] = outcome(text, keras)
        if number % 10 == 0:
            TRUTH.write_text(json.dumps(known, indent=0, sort_keys=True) + "\n")
    TRUTH.write_text(json.dumps(known, indent=0, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
