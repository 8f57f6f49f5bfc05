"""Run every benchmark and print its lines: ``python -m benchmarks [--site DIR]``."""

from __future__ import annotations

import argparse
import os
import sys
from itertools import chain
from pathlib import Path

from benchmarks import browser, cohort, optimiser


def main(argv: list[str] | None = None) -> int:
    """Print one line for each thing that was timed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--site", type=Path, help="a built site; built for this run if not given")
    options = parser.parse_args(argv)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    for line in chain(cohort.lines(), optimiser.lines(), browser.lines(options.site)):
        print(line, flush=True)
    print(f"load {os.getloadavg()[0]:.1f} at the end")
    return 0


if __name__ == "__main__":
    sys.exit(main())
