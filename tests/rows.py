"""Many rows for a test at once, past the ORM: it takes longer to make them than to store them."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models

Values = Sequence[Sequence[Any]]


def insert(model: type[models.Model], names: Sequence[str], values: Values) -> None:
    """Rows of a model by the names of their columns; nothing of what `save` does is done."""
    if not values:
        return
    quote = connection.ops.quote_name
    columns = ", ".join(quote(name) for name in names)
    places = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})", values
        )


def as_stored(rows: Sequence[models.Model]) -> tuple[list[str], Values]:
    """The columns of instances of one model, and their values in the form of the database."""
    fields = [one for one in rows[0]._meta.concrete_fields if one.column]
    return [field.column for field in fields], [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in rows
    ]
