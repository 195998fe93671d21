"""Kobai's speed beside that of other programs: `make bench` prints the table and writes `build/bench.json`."""
