"""Door: bring the catalogue in the database in line with reports/data/."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reports import catalogue


class Command(BaseCommand):
    help = (
        "Load services, dependencies, regions and symptoms from reports/data/. Safe to run twice."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = catalogue.load()
        except catalogue.BadCatalogue as error:
            raise CommandError(f"the catalogue was not loaded: {error}") from error
        self.stdout.write(
            f"{loaded.services} services, {loaded.dependencies} dependencies, "
            f"{loaded.regions} regions; {loaded.retired} retired"
        )
