"""Door: make a key for an organisation that sends notices."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from outages import keys, notices
from outages.models import Key


class Command(BaseCommand):
    help = (
        "Make a key and print its secret, which is shown this once. Without --service it holds for "
        "every service."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the organisation")
        parser.add_argument("--scope", action="append", required=True, choices=Key.Scope.values)
        parser.add_argument("--service", action="append", default=[], metavar="SLUG")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            key, secret = keys.make(
                name=options["name"],
                scopes=options["scope"],
                services=[notices.service_of(slug) for slug in options["service"]],
                now=timezone.now(),
            )
        except notices.UnknownService as error:
            raise CommandError(f"there is no service {error}") from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stderr.write(f"The secret of {key.name}, shown this once:")
        self.stdout.write(secret)
