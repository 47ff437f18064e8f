"""`python -m tests.faults`: inject faults into a running instance and print what became of each."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from outages.instance.processes import interruptible
from tests.faults import autopsy, table
from tests.faults.catalogue import chosen
from tests.faults.inspector import inspecting
from tests.faults.scene import BOTH, Fault, Line, perform
from tests.faults.stack import Stack, started


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    lines: list[Line] = []
    # Whoever ends the driver ends what it has started.
    with interruptible():
        for database in options.database or BOTH:
            faults = chosen(on=database, only=options.only, long=options.long)
            if faults:
                lines += _on(database, faults, options)
    failed = [line for line in lines if not line.ok]
    acknowledged = sum(line.acknowledged for line in lines)
    print(
        f"{len(lines)} faults, {acknowledged} acknowledged reports,"
        f" {sum(line.lost for line in lines)} lost, {sum(line.doubled for line in lines)} doubled,"
        f" {len(failed)} not as promised"
    )
    return 1 if failed or not lines else 0


def _options(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--database", action="append", choices=BOTH, help="default: both")
    parser.add_argument("--only", nargs="+", default=[], metavar="FAULT", help="F3, or a title")
    parser.add_argument("--long", action="store_true", help="the faults that last for minutes")
    parser.add_argument("--fsync", default="always", choices=("always", "everysec", "no"))
    parser.add_argument("--json", type=Path, metavar="FILE", help="a JSON object a line, too")
    return parser.parse_args(arguments)


def _on(database: str, faults: Sequence[Fault], options: Namespace) -> list[Line]:
    _progress(f"starting an instance on {database}")
    with started(database, fsync=options.fsync) as stack, inspecting(stack) as inspector:
        print(f"\nOn {database}, appendfsync {options.fsync}\n{table.HEAD}", flush=True)
        lines = []
        for number, fault in enumerate(faults, start=1):
            _progress(f"{number}/{len(faults)}  {fault.code}  {fault.title}")
            line = perform(fault, stack, inspector)
            lines.append(line)
            print(table.row(line), flush=True)
            _keep(line, options.json)
            if not line.ok:
                _show(line, stack)
    return lines


def _keep(line: Line, file: Path | None) -> None:
    if file is not None:
        with file.open("a") as output:
            output.write(table.as_json(line) + "\n")


def _show(line: Line, stack: Stack) -> None:
    """For whoever looks into it: what clients were told, and how the instance stands."""
    for story in (*line.stories, *autopsy.found(stack)):
        _progress(f"    {story}")


def _progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
