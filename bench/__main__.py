"""``python -m bench [--rounds 5]`` prints the table; 1 when a limit is broken."""

import argparse
import sys

from bench import (
    compare,
    importing,
    map,  # noqa: A004
    rankings,
    reader,
    scatter,
    search,
    startup,
    switch,
    trends,
)
from bench.table import table

MEASUREMENTS = (
    startup,
    switch,
    compare,
    map,
    rankings,
    trends,
    scatter,
    reader,
    search,
    importing,
)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each command")
    rounds = parser.parse_args().rounds
    rows = [row for measurement in MEASUREMENTS for row in measurement.rows(rounds)]
    print(f"Median of {rounds} runs after one that is not counted; offscreen.\n")
    print(table(rows))
    return int(any(row.figure > row.limit for row in rows))


if __name__ == "__main__":
    sys.exit(main())
