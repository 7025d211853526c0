"""Records which public attributes an instance of each layer has, for tests/layer-attributes.test.ts.

    PYTHON scripts/keras/record-attributes.py keras3|keras2 > test-fixtures/api/layer-attributes-GENERATION.json

The layers are those of the examples of docs/layers.md, called once, as real Keras makes them.
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = {"keras3": ["page_layers.py"], "keras2": ["page_layers.py", "page_layers_keras2.py"]}


def main(generation):
    names = {}
    head = "import numpy as np\n" + (
        "import keras\nfrom keras import Input, ops, random\nfrom keras.layers import *\n"
        if generation == "keras3"
        else "from tensorflow import keras\nfrom tensorflow.keras import Input\nfrom tensorflow.keras.layers import *\n"
    )
    exec(head, names)
    made = {}
    base = names["keras"].layers.Layer
    construct = base.__init__

    def recording(self, *positional, **keywords):
        construct(self, *positional, **keywords)
        made[type(self).__name__] = self

    base.__init__ = recording
    for program in PROGRAMS[generation]:
        for line in (ROOT / "test-fixtures" / "vectors" / program).read_text().splitlines():
            if not line.startswith("x = "):
                continue
            try:
                exec(line, names)
            except Exception as problem:  # a layer of the other generation
                print(f"{line}: {type(problem).__name__}", file=sys.stderr)
    every = {name: {one for one in dir(layer) if not one.startswith("_")} for name, layer in sorted(made.items())}
    common = set.intersection(*every.values())
    rows = {"*": common, **{name: own - common for name, own in every.items()}}
    print("{\n" + ",\n".join(f" {json.dumps(name)}: {json.dumps(sorted(row))}" for name, row in rows.items()) + "\n}")


main(sys.argv[1])
