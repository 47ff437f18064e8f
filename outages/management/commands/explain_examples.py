"""Door: replay ten simulated outages and write down how they are explained."""

import json
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from outages.instance import scratch
from outages.replays.examples import EXAMPLES, Example, incident_of, written


class Command(BaseCommand):
    help = (
        "Simulate ten outages, replay each in a scratch instance, and write what their pages say."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--out", type=Path, help="Markdown file (default: standard output)")

    def handle(self, *args: Any, **options: Any) -> None:
        command = "python manage.py explain_examples --out docs/examples/explanations.md"
        console = Console(stderr=True)
        shown = []
        with scratch.folder() as folder:
            for example in track(EXAMPLES, "replaying", console=console):
                shown.append((example, _replayed(example, folder)))
        text = written(shown, command=command)
        if options["out"]:
            options["out"].parent.mkdir(parents=True, exist_ok=True)
            options["out"].write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text)


def _replayed(example: Example, folder: Path) -> Any:
    log, found = folder / f"{example.scenario}.jsonl", folder / f"{example.scenario}.json"
    with log.open("w", encoding="utf-8") as stream:
        for line in example.log():
            stream.write(json.dumps(line) + "\n")
    replay = ["replay", str(log), "--json", str(found)]
    if scratch.manage(replay, environment=os.environ, quiet=True):
        raise CommandError(f"the replay of {example.scenario} failed; its own words are above")
    try:
        return incident_of(example, log, json.loads(found.read_text(encoding="utf-8")))
    except LookupError as error:
        raise CommandError(str(error)) from error
