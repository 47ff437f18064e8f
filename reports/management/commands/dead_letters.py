"""Door: look at reports that could not be stored; put them back, or delete them."""

from argparse import ArgumentParser
from typing import Any

import redis
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.table import Table

from reports.inbox import Inbox, default_inbox
from reports.messages import DeadLetter

# More than anybody reads; the next call shows the next ones.
MOST = 1000


class Command(BaseCommand):
    help = (
        "List reports that could not be stored, each with its reason. --replay puts them back into "
        "the inbox once the reason is gone (a service that was missing, say); --delete drops them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--replay", action="store_true", help="put them back to be stored")
        what.add_argument("--delete", action="store_true", help="delete them for good")
        parser.add_argument("ids", nargs="*", metavar="ID", help="only these; else all")

    def handle(self, *args: Any, **options: Any) -> None:
        inbox = default_inbox()
        try:
            self._handle(inbox, options)
        except redis.exceptions.RedisError as error:
            raise CommandError(
                "Valkey does not answer: start the instance (make run), or set REDIS_URL"
            ) from error

    def _handle(self, inbox: Inbox, options: dict[str, Any]) -> None:
        letters = _chosen(inbox.dead_letters(count=MOST), options["ids"])
        if options["replay"]:
            inbox.revive(letters)
            self.stdout.write(f"{len(letters)} put back; {inbox.dead()} dead letters left")
        elif options["delete"]:
            inbox.discard(letters)
            self.stdout.write(f"{len(letters)} deleted; {inbox.dead()} dead letters left")
        else:
            self._show(letters, inbox.dead())

    def _show(self, letters: list[DeadLetter], all_of_them: int) -> None:
        if letters:
            console = Console()
            with console.capture() as shown:
                console.print(_table(letters))
            self.stdout.write(shown.get())
        self.stdout.write(f"{all_of_them} dead letters")


def _chosen(letters: list[DeadLetter], ids: list[str]) -> list[DeadLetter]:
    if not ids:
        return letters
    by_id = {letter.entry.id.decode(): letter for letter in letters}
    missing = [id_ for id_ in ids if id_ not in by_id]
    if missing:
        raise CommandError(f"there is no dead letter {', '.join(missing)}")
    return [by_id[id_] for id_ in ids]


def _table(letters: list[DeadLetter]) -> Table:
    """What was said, never by whom: tokens stay where they are."""
    table = Table("ID", "received", "service", "region", "symptom", "why")
    for letter in letters:
        report = letter.entry.report
        said = (
            (f"{report.received:%Y-%m-%d %H:%M:%S}", report.service, report.region, report.symptom)
            if report
            else ("", "", "", "")
        )
        table.add_row(letter.entry.id.decode(), *(part or "" for part in said), letter.why)
    return table
