"""Measure the rows of the table, print it, and write it to `build/bench.json`.

Each row is measured in a process of its own: no peer's memory, threads or garbage weighs on another row.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks import engine, frames, interaction, start  # noqa: F401 - they enter their rows
from benchmarks.registry import ROWS, Measured, Row

OUT = Path(__file__).parents[1] / "build" / "bench.json"
HEAD = ("", "ours", "p99", "peer", "ratio", "goal", "")


def measure(key: str) -> Measured:
    """Measure one row here and now."""
    return ROWS[key].measure()


def measure_apart(key: str) -> Measured:
    """Measure one row in a fresh process."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(measure, key).result()


def entry(row: Row, measured: Measured) -> dict[str, object]:
    """A row as it stands in the file."""
    return {
        "name": row.name,
        "ours": measured.ours,
        "peer": measured.peer,
        "peer_name": row.peer_name,
        "ratio": measured.ours / measured.peer,
        "goal": row.goal,
    }


def cells(row: Row, measured: Measured) -> tuple[str, ...]:
    """A row as it is printed."""
    ratio = measured.ours / measured.peer
    return (
        row.key,
        _quantity(measured.ours, measured.unit),
        "" if measured.p99 is None else _quantity(measured.p99, measured.unit),
        _quantity(measured.peer, measured.unit),
        f"{ratio:.3f}",
        f"{row.goal:g}",
        "met" if ratio <= row.goal else "MISSED",
    )


def _quantity(value: float, unit: str) -> str:
    return f"{value:.2f} {unit}" if value < 100 else f"{value:.0f} {unit}"


def main(arguments: list[str] | None = None) -> int:
    """Measure the rows asked for; 1 if a goal was missed and `--strict` asks for that."""
    options = _parser().parse_args(arguments)
    chosen = [ROWS[key] for key in options.rows or ROWS]
    if options.list:
        for row in chosen:
            print(f"{row.key}: {row.name}, beside {row.peer_name}; goal {row.goal:g}\n    {row.timed}")
        return 0
    print(f"{len(chosen)} rows; load of the last minute {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores", flush=True)
    widths = (max(len(row.key) for row in chosen), 10, 10, 10, 7, 5, 0)
    print(_line(HEAD, widths))
    entries: list[dict[str, object]] = []
    for row in chosen:
        measured = measure_apart(row.key)
        entries.append(entry(row, measured))
        print(_line(cells(row, measured), widths), flush=True)
    print()
    for row in chosen:
        print(f"{row.key}: {row.name}, beside {row.peer_name}. {row.timed}")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return int(options.strict and any(e["ratio"] > e["goal"] for e in entries))  # type: ignore[operator]


def _line(texts: tuple[str, ...], widths: tuple[int, ...]) -> str:
    first, *others = (text.rjust(width) for text, width in zip(texts, widths, strict=True))
    return "  ".join((first.strip().ljust(widths[0]), *others)).rstrip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("benchmarks.run", description=__doc__)
    parser.add_argument(
        "rows",
        nargs="*",
        choices=[[], *ROWS],
        metavar="ROW",
        help=f"of {', '.join(ROWS)}; all of them if none is named",
    )
    parser.add_argument("--list", action="store_true", help="say what each row times, and measure nothing")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a goal is missed")
    return parser


if __name__ == "__main__":
    sys.exit(main())
