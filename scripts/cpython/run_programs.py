"""Reads programs as JSON, runs each as `__main__`, and writes the `repr` of its names as JSON."""

import io
import json
import sys
import types
import warnings


def run(source):
    module = types.ModuleType("__main__")
    hidden = set(module.__dict__) | {"__builtins__", "__annotations__"}
    sys.modules["__main__"] = module
    try:
        exec(compile(source, "program.py", "exec"), module.__dict__)
    except SystemExit:
        pass
    except Exception as error:
        print(f"{type(error).__name__}: {error}\n{source}", file=sys.stderr)
    values = {}
    for name, value in list(module.__dict__.items()):
        if name in hidden or name.startswith("__"):
            continue
        try:
            values[name] = repr(value)
        except Exception:
            pass
    return values


def main():
    warnings.simplefilter("ignore")
    programs = json.load(sys.stdin)
    out, sys.stdout = sys.stdout, io.StringIO()
    json.dump([run(source) for source in programs], out)


if __name__ == "__main__":
    main()
