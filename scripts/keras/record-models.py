"""Records what real Keras makes of the autoencoder fixtures: rows, parameters and the summary of each one's model.

    PYTHON scripts/keras/record-models.py

Writes test-fixtures/autoencoder-models.json, which tests/autoencoder.test.ts compares ours with. Programs that import
tensorflow are written for Keras 2 and recorded when PYTHON has that, the others when it has Keras 3; run it with both.
"""
import json
import os
import pathlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["COLUMNS"] = "80"

import keras  # noqa: E402

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "test-fixtures"


def record(path):
    keras.backend.clear_session()
    names = {"__name__": "__main__"}
    exec(compile(path.read_text(), str(path), "exec"), names)
    model = [value for value in names.values() if isinstance(value, keras.Model)][-1]
    lines = []
    model.summary(print_fn=lambda text, **_: lines.append(text))
    return {
        "rows": [[type(layer).__name__, str(tuple(layer.output.shape)), layer.count_params()] for layer in model.layers],
        "parameters": model.count_params(),
        "summary": "\n".join(lines).split("\n"),
    }


target = FIXTURES / "autoencoder-models.json"
models = json.loads(target.read_text()) if target.exists() else {}
generation = "3" if keras.__version__.startswith("3.") else "2"
for path in sorted((FIXTURES / "markers" / "autoencoder").glob("*.py")):
    if ("import tensorflow" in path.read_text()) == (generation == "2"):
        models[path.name] = record(path)
target.write_text(json.dumps(dict(sorted(models.items())), indent=1, ensure_ascii=False) + "\n")
print(f"{len(models)} models")
