"""Kobai's speed beside that of other programs: `make bench` prints the table and writes `build/bench.json`."""

import engine as measured  # noqa: F401 - before NumPy: see there; `engine` itself is the name of a module here
