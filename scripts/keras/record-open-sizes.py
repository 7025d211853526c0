"""Tries sizes in place of the `None`s of the inputs in test-fixtures/open-sizes, and records with which real Keras
makes the model, and runs the one that leaves them open: of all of them, or of some by their names.

    PYTHON scripts/keras/record-open-sizes.py [NAME…]
"""
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "test-fixtures" / "open-sizes"
LARGEST = 50


def main():
    import keras
    import numpy

    known = json.loads((FOLDER / "accepted.json").read_text())["sizes"]
    record = {}
    for path in sorted(FOLDER.glob("*.py")):
        if sys.argv[1:] and path.name not in sys.argv[1:]:
            record[path.name] = known[path.name]
            continue
        text = path.read_text()
        model = program(text)["model"]
        record[path.name] = [
            size
            for size in range(1, LARGEST + 1)
            # What leaves nothing is not run: kernels may divide by it.
            if builds(text.replace("None", str(size)), keras) and runs(model, size, numpy)
        ]
        print(path.name, record[path.name][:12])
    content = {"keras": keras.__version__, "largest": LARGEST, "sizes": record}
    lines = json.dumps(content).replace('"sizes": {', '"sizes": {\n').replace("], ", "],\n")
    (FOLDER / "accepted.json").write_text(lines + "\n")


def program(text):
    names = {"__name__": "program"}
    exec(compile(text, "program", "exec"), names)
    return names


def runs(model, size, numpy):
    inputs = [numpy.zeros([1] + [size if axis is None else axis for axis in one.shape[1:]]) for one in model.inputs]
    try:
        model(inputs)
    except Exception:
        return False
    return True


def builds(text, keras):
    keras.backend.clear_session()
    try:
        program(text)
    except Exception:
        return False
    return True


main()
