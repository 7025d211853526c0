"""Applies everything that the light bulb offers in the fixtures, runs what comes out under real Keras, and compares it
with what it promised.

    PYTHON scripts/keras/check-fixes.py [PATH…]

- A fix of an error leaves fewer statements that raise, unless its title says what is refused then; in a pair of
  test-fixtures/fit none is left.
- A title's shapes come true: `gives (None, 26, 26, 8)`, `output becomes (None, 32, 32, 3)`.
- A rewriting gives the same models: layers by class, name, output and parameters; inputs and outputs.
- Comments and their removal leave the syntax tree as it is, and so the program.

Programs for another Keras than PYTHON's are left out (`tensorflow.keras` is Keras 2), and those for Keras 1, for packages
that are not installed or for a command line. Statements run one by one, for a fixture may hold several mistakes. Exit status 1 when anything
does not keep its promise.
"""
import ast
import contextlib
import gc
import importlib.util
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["markers", "fit/pairs", "programs", "summaries", "open-sizes"]
PROMISE = re.compile(r"(gives|output becomes) (\([^)]*\)(?:, \([^)]*\))*)")
ALL_DATA = re.compile(r"^Take the first|\b[156]0000\b")
TRAINING = ("fit", "evaluate", "train_on_batch", "test_on_batch")


def neighbour(name):
    spec = importlib.util.spec_from_file_location(name, pathlib.Path(__file__).with_name(f"{name.replace('_', '-')}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fixtures, pairs = neighbour("check_fixtures"), neighbour("record_fit")


class Outcome:
    """What a text does: which statements raise, which shapes are given, which models there are in the end."""

    def __init__(self, text, keras, trains):
        self.raised, values, models = [], [], {}
        # A program that needs a command line, and has none here.
        self.exited = False

        def record(_line, value):
            values.append(value)
            if isinstance(value, keras.Model):
                models.setdefault(id(value), value)
            return value

        names = {"__record__": record, "__name__": "__main__"}
        start_again(keras)
        with contextlib.ExitStack() as quiet:
            quiet.enter_context(contextlib.redirect_stdout(io.StringIO()))
            quiet.enter_context(contextlib.redirect_stderr(io.StringIO()))
            if not trains:
                quiet.enter_context(untrained(keras))
            for statement in ast.parse(text).body:
                tree = ast.fix_missing_locations(fixtures.Recorder().visit(ast.Module([statement], [])))
                try:
                    exec(compile(tree, "fixture", "exec"), names)
                except SystemExit:
                    self.exited = True
                    break
                except Exception as error:
                    self.raised.append(error)
        self.models = [facts(model, keras) for model in models.values()]
        # Layers in the end: those of a Sequential are called after they were made.
        self.given = {shape for value in values for shape in fixtures.shapes_of(value)}
        # What a model gave when it was called counts as well: one that training built has another batch.
        given = [*map(outputs_of, models.values()), *models.values()]
        self.outputs = {shape for one in given for shape in fixtures.shapes_of(one)}
        self.names = {getattr(value, "name", None) for value in values if isinstance(value, keras.layers.Layer)}


def start_again(keras):
    """Counts names from 1 again. Keras 3 would collect all garbage each time as well, which takes longer than the rest."""
    keep = {} if keras.__version__.startswith("2.") else {"free_memory": False}
    keras.backend.clear_session(**keep)


@contextlib.contextmanager
def untrained(keras):
    """Rewritings are compared by their models alone; what one predicts may be what another is built on."""
    own = {name: getattr(keras.Model, name) for name in TRAINING}
    for name in TRAINING:
        setattr(keras.Model, name, lambda *_args, **_options: None)
    yield
    for name, method in own.items():
        setattr(keras.Model, name, method)


def outputs_of(model):
    try:
        return model.outputs or []
    except (AttributeError, ValueError):
        return []


def facts(model, keras):
    inner = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    rows = []
    for layer in inner:
        is_model = isinstance(layer, keras.Model)
        name = None if is_model else layer.name
        count = layer.count_params() if layer.built else None
        rows.append(("Model" if is_model else type(layer).__name__, name, fixtures.shapes_of(layer), count))
    try:
        inputs = fixtures.shapes_of(model.inputs or [])
    except (AttributeError, ValueError):
        inputs = []
    return {"rows": rows, "inputs": inputs, "outputs": fixtures.shapes_of(outputs_of(model))}


def complaint(action, before, text, path, keras):
    """What an action does not keep, or None."""
    title, problem = action["title"], action["problem"]
    try:
        changed = ast.dump(ast.parse(action["text"]))
    except SyntaxError as error:
        return f"it is no Python: {error}"
    if changed == ast.dump(ast.parse(text)):
        return None
    is_fix = action["kind"] == "quickfix"
    # What a title says of all the data, or of the first of them, can be told from all of them alone.
    pairs.shorten_data(keras, (60000, 10000) if ALL_DATA.search(title) else (96, 64))
    after = Outcome(action["text"], keras, trains=is_fix)
    if not is_fix:
        return rewriting(title, before(False), after)
    if problem and problem["severity"] == "error":
        left = 0 if "pairs" in path.parts else len(before(True).raised) - 1
        if len(after.raised) > left and " refused" not in title:
            return f"{len(after.raised)} statements raise: {after.raised[0]}"
    promise = PROMISE.search(title)
    if not promise:
        return None
    given = after.outputs if promise[1] == "output becomes" else after.given
    missing = [one for one in re.findall(r"\([^)]*\)", promise[2]) if not any(map(pattern_of(one).fullmatch, given))]
    return f"Keras gives {', '.join(sorted(given))}" if missing else None


def pattern_of(shape):
    """What a `?` stands for is not told: any size, or None."""
    return re.compile(re.escape(shape).replace(re.escape("?"), r"(?:\d+|None)"))


def rewriting(title, before, after):
    if len(after.raised) != len(before.raised):
        return f"{len(after.raised)} statements raise, and {len(before.raised)} did: {after.raised[:1]}"
    own = re.match(r'Name the layer "(.*)"', title)
    if own and own[1] not in after.names:
        return f"no layer has the name {own[1]}"
    # What goes on behind a statement that raises is no program's model.
    if before.raised:
        return None
    if nameless(before.models, own) != nameless(after.models, own):
        return f"the models were {before.models}, and are {after.models}"
    return None


def nameless(models, without):
    """The models; without names of layers where one of them was changed."""
    if not without:
        return models
    return [{**model, "rows": [(row[0], *row[2:]) for row in model["rows"]]} for model in models]


def main(paths):
    import keras

    gc.freeze()
    # A fixture's command line is not this one's.
    sys.argv[1:] = []
    warnings.simplefilter("ignore")
    own_is_2 = keras.__version__.startswith("2.")
    paths = [path for path in paths if pairs.is_keras_2(path.read_text()) == own_is_2]
    command = ["node", "scripts/keras/actions.mjs", *map(str, paths)]
    offered = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    count = broken = left_out = 0
    for path, file in zip(paths, offered):
        text, known = path.read_text(), {}
        if file["generation"] == "keras1":
            left_out += 1
            continue

        def before(trains, text=text, known=known):
            if trains not in known:
                known[trains] = Outcome(text, keras, trains)
            return known[trains]

        pairs.shorten_data(keras)
        if before(False).exited or any(isinstance(error, ImportError) for error in before(False).raised):
            left_out += 1
            continue
        for action in file["actions"]:
            count += 1
            found = complaint(action, before, text, path, keras)
            if found:
                broken += 1
                line = action["problem"]["line"] if action["problem"] else "-"
                print(f"{path}:{line}: {action['title']}: {found}", flush=True)
    print(f"{count} actions in {len(paths) - left_out} files, {broken} broken; {left_out} files left out")
    return 1 if broken else 0


def python_files(paths):
    return sorted(file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path]))


if __name__ == "__main__":
    named = [pathlib.Path(name) for name in sys.argv[1:]]
    folders = named or [ROOT / "test-fixtures" / name for name in FOLDERS]
    sys.exit(main([path for path in python_files(folders) if "half-typed" not in path.parts]))
