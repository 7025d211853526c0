"""Records what CPython makes of the programs in test-fixtures/python.

    python3.11 scripts/cpython/record.py            all of them
    python3.11 scripts/cpython/record.py TOPIC …    only these

Programs are written (test-fixtures/python/written/TOPIC.py, one after the other between lines
`# ---`) or generated (generate_*.py beside this file, with fixed seeds). For each topic
test-fixtures/python/TOPIC.json gets the programs with the `repr` of every module-level name at
their end. Left out are names whose `repr` is not the same in every run: addresses, and what the
order of a set of strings decides (each program is run under two hash seeds). Names whose values
differ from run to run are listed as `varies`: to know them would be a mistake.
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
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+|<module '\w+' (from|\(frozen)")


def topics():
    """Yields each topic's name and a function that gives its programs and the number of runs of each."""
    for path in sorted((FIXTURES / "written").glob("*.py")):
        yield path.stem, lambda path=path: (split(path.read_text(encoding="utf-8")), 2)
    for path in sorted(HERE.glob("generate_*.py")):
        name = path.stem.removeprefix("generate_")
        yield "generated-" + name, lambda stem=path.stem: generate(importlib.import_module(stem))


def generate(module):
    return list(module.programs()), getattr(module, "RUNS", 2)


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


def record(programs, count):
    runs = [run(programs, str(seed)) for seed in range(1, count + 1)]
    for source, *each in zip(programs, *runs):
        values = {}
        varies = []
        for name, text in each[0].items():
            if any(ADDRESS.search(one.get(name, "")) for one in each):
                continue
            if all(one.get(name) == text for one in each):
                values[name] = text
            else:
                varies.append(name)
        yield {"source": source, "values": values, **({"varies": varies} if varies else {})}


def main(chosen):
    sys.path.insert(0, str(HERE))
    for name, programs in topics():
        if chosen and name not in chosen:
            continue
        recorded = list(record(*programs()))
        lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in recorded)
        (FIXTURES / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
        count = sum(len(one["values"]) for one in recorded)
        print(f"{name}: {len(recorded)} programs, {count} values")


if __name__ == "__main__":
    main(sys.argv[1:])
