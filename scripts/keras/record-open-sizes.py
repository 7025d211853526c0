"""Tries sizes in place of the `None`s of the inputs in test-fixtures/open-sizes, and records with which real Keras
makes the model.

    PYTHON scripts/keras/record-open-sizes.py
"""
import json
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "test-fixtures" / "open-sizes"
LARGEST = 50


def main():
    import keras

    record = {}
    for path in sorted(FOLDER.glob("*.py")):
        text = path.read_text()
        record[path.name] = [size for size in range(1, LARGEST + 1) if builds(text, size, keras)]
        print(path.name, record[path.name][:12])
    content = {"keras": keras.__version__, "largest": LARGEST, "sizes": record}
    lines = json.dumps(content).replace('"sizes": {', '"sizes": {\n').replace("], ", "],\n")
    (FOLDER / "accepted.json").write_text(lines + "\n")


def builds(text, size, keras):
    keras.backend.clear_session()
    try:
        exec(compile(text.replace("None", str(size)), "program", "exec"), {"__name__": "program"})
    except Exception:
        return False
    return True


main()
