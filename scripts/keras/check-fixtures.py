"""Runs the fixtures with markers under real Keras and compares every `hint` with what Keras gives there.

    PYTHON scripts/keras/check-fixtures.py [FILE…]

PYTHON is an interpreter with the Keras that the fixtures are for. Files with an `# error[…]` marker and half-typed ones do
not run and are left out. Exit status 1 when a hint is not what Keras gives.
"""
import ast
import os
import pathlib
import re
import sys
import traceback

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "test-fixtures" / "markers"
HINT = re.compile(r"# hint: ([^;]*)")
SHAPE = re.compile(r"\((?:None|\d+)?(?:, ?(?:None|\d+))*,?\)")


class Recorder(ast.NodeTransformer):
    """Wraps each call and each operation, so that what it gives is noted for the line it ends on."""

    def wrap(self, node):
        self.generic_visit(node)
        record = ast.Name("__record__", ast.Load())
        return ast.copy_location(ast.Call(record, [ast.Constant(node.end_lineno), node], []), node)

    visit_Call = visit_BinOp = wrap

    def visit_Subscript(self, node):
        return self.wrap(node) if isinstance(node.ctx, ast.Load) else self.generic_visit(node)

    def visit_FunctionDef(self, node):
        node.body = [self.visit(statement) for statement in node.body]
        return node


def main(paths):
    import keras

    wrong = checked = 0
    for path in paths:
        text = path.read_text()
        if "# error[" in text or "half-typed" in path.parts:
            continue
        keras.backend.clear_session()
        values = {}

        def record(line, value):
            values.setdefault(line, []).append(value)
            return value

        try:
            tree = ast.fix_missing_locations(Recorder().visit(ast.parse(text)))
            exec(compile(tree, str(path), "exec"), {"__record__": record, "__name__": "__main__"})
        except Exception:
            traceback.print_exc()
            print(f"{path}: does not run")
            wrong += 1
            continue
        for number, line in enumerate(text.split("\n"), 1):
            for found in HINT.findall(line):
                checked += 1
                given = {shape for value in values.get(number, []) for shape in shapes_of(value)}
                missing = [shape for shape in SHAPE.findall(found) if shape not in given]
                if missing:
                    wrong += 1
                    print(f"{path}:{number}: hint {', '.join(missing)}, Keras {', '.join(sorted(given)) or 'nothing'}")
    print(f"{checked} hints in {len(paths)} files, {wrong} wrong")
    return 1 if wrong else 0


def shapes_of(value):
    """Shapes of a tensor, of the tensors in a list or dict, and of what a layer has given."""
    if isinstance(value, (list, tuple)):
        return [shape for item in value for shape in shapes_of(item)]
    if isinstance(value, dict):
        return [shape for item in value.values() for shape in shapes_of(item)]
    nodes = getattr(value, "_inbound_nodes", None)
    if nodes is not None:
        return [shape for node in nodes for shape in shapes_of(getattr(node, "output_tensors", None))]
    shape = getattr(value, "shape", None)
    if shape is None or callable(shape):
        return []
    try:
        return [str(tuple(shape))]
    except (TypeError, ValueError):
        return []


if __name__ == "__main__":
    named = [pathlib.Path(name) for name in sys.argv[1:]]
    sys.exit(main(named or sorted(FIXTURES.rglob("*.py"))))
