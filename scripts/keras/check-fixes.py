"""Applies every fix that is offered in the fixtures, runs what comes out under real Keras, and compares it with the
fix's title: `gives (None, 26, 26, 8)`, `output becomes (None, 32, 32, 3)`.

    PYTHON scripts/keras/check-fixes.py [FILE…]

Needs the build (npm run build). Statements run one by one, for a fixture may hold several mistakes. Exit status 1 when
a fix does not keep its promise, or when what it was to mend still raises.
"""
import ast
import importlib.util
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("check_fixtures", pathlib.Path(__file__).with_name("check-fixtures.py"))
fixtures = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fixtures)
PROMISE = re.compile(r"(gives|output becomes) (\([^)]*\))")


def main(paths):
    import keras

    traced = subprocess.run(
        ["node", "dist/cli.js", "trace", "--json", *map(str, paths)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    count = broken = 0
    for file in json.loads(traced.stdout)["files"]:
        text = pathlib.Path(file["path"]).read_text()
        for problem in file["diagnostics"]:
            for fix in problem["fixes"]:
                count += 1
                keras.backend.clear_session()
                complaint = check(applied(text, fix["edits"]), problem, fix["title"], keras)
                if complaint:
                    broken += 1
                    print(f"{file['path']}:{problem['range']['start']['line']}: {fix['title']}: {complaint}")
    print(f"{count} fixes, {broken} broken")
    return 1 if broken else 0


def applied(text, edits):
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    offset = lambda place: starts[place["line"] - 1] + place["column"] - 1
    for edit in sorted(edits, key=lambda edit: -offset(edit["range"]["start"])):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


def check(text, problem, title, keras):
    values, raised = {}, []
    names = {"__record__": lambda line, value: values.setdefault(line, []).append(value) or value, "__name__": "__main__"}
    for statement in ast.parse(text).body:
        tree = ast.fix_missing_locations(fixtures.Recorder().visit(ast.Module([statement], [])))
        try:
            exec(compile(tree, "fixture", "exec"), names)
        except Exception as error:
            raised.append((statement.lineno, statement.end_lineno, error))
    line = problem["range"]["start"]["line"]
    if problem["severity"] == "error":
        still = [error for first, last, error in raised if first <= line <= last]
        if still:
            return f"it still raises {still[0]}"
    promise = PROMISE.search(title)
    if not promise:
        return None
    what, shape = promise.groups()
    given = [value for at in values.values() for value in at]
    if what == "output becomes":
        given = [value.outputs for value in given if isinstance(value, keras.Model) and value.built]
    shapes = {one for value in given for one in fixtures.shapes_of(value)}
    return None if shape in shapes else f"Keras gives {', '.join(sorted(shapes))}"


if __name__ == "__main__":
    named = [pathlib.Path(name) for name in sys.argv[1:]]
    sys.exit(main(named or sorted(fixtures.FIXTURES.rglob("*.py"))))
