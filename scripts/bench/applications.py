"""Reads programs as JSON and writes how many milliseconds Keras takes to run each, its import apart."""

import json
import sys
import time


def main():
    programs = json.load(sys.stdin)
    import keras
    import keras.applications  # noqa: F401

    times = []
    for program in programs:
        keras.backend.clear_session()
        start = time.perf_counter()
        exec(compile(program, "builder.py", "exec"), {"__name__": "__main__"})
        times.append(1000 * (time.perf_counter() - start))
    json.dump(times, sys.stdout)


main()
