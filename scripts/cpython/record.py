"""Records what CPython makes of the programs in test-fixtures/python.

    python3.11 scripts/cpython/record.py            all of them
    python3.11 scripts/cpython/record.py TOPIC …    only these

Programs are written (test-fixtures/python/written/TOPIC.py, one after the other between lines
`# ---`) or generated (generate_*.py beside this file, with fixed seeds). For each topic
test-fixtures/python/TOPIC.json gets the programs with the `repr` of every module-level name at
their end. Left out are names whose `repr` is not the same in every run: addresses, and what the
order of a set of strings decides (each program is run under two hash seeds).
"""

import importlib
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent.parent / "test-fixtures" / "python"
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+|<module ")
SEEDS = ("1", "2")


def topics():
    """Yields each topic's name and a function that gives its programs."""
    for path in sorted((FIXTURES / "written").glob("*.py")):
        yield path.stem, lambda path=path: split(path.read_text(encoding="utf-8"))
    for path in sorted(HERE.glob("generate_*.py")):
        name = path.stem.removeprefix("generate_")
        yield "generated-" + name, lambda stem=path.stem: importlib.import_module(stem).programs()


def split(text):
    return [part.strip("\n") + "\n" for part in re.split(r"(?m)^# ---.*\n", text) if part.strip()]


def run(programs, seed):
    """Runs programs in one process of their own; a list of {name: repr} comes back."""
    worker = subprocess.run(
        [sys.executable, str(HERE / "run_programs.py")],
        input=json.dumps(programs),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
    )
    if worker.returncode != 0:
        raise SystemExit(worker.stderr)
    return json.loads(worker.stdout)


def record(programs):
    first, second = (run(programs, seed) for seed in SEEDS)
    for source, one, other in zip(programs, first, second):
        values = {
            name: text
            for name, text in one.items()
            if other.get(name) == text and not ADDRESS.search(text)
        }
        yield {"source": source, "values": values}


def main(chosen):
    sys.path.insert(0, str(HERE))
    for name, programs in topics():
        if chosen and name not in chosen:
            continue
        recorded = list(record(list(programs())))
        lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in recorded)
        (FIXTURES / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
        count = sum(len(one["values"]) for one in recorded)
        print(f"{name}: {len(recorded)} programs, {count} values")


if __name__ == "__main__":
    main(sys.argv[1:])
