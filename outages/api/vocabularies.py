"""Door: the words that the API uses for causes, symptoms, regions and kinds of services."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from outages import board
from outages.api import parameters, shapes
from outages.api.paging import Listed, page
from outages.api.reading import Read


class Causes(Read):
    @extend_schema(
        operation_id="list_causes",
        parameters=[*shapes.WORDS_PAGE],
        responses=shapes.paged(shapes.Cause),
    )
    def get(self, request: Request) -> Response:
        """The causes that an incident may be judged to have."""
        return _listed(request, board.causes())


class Symptoms(Read):
    @extend_schema(
        operation_id="list_symptoms",
        parameters=[*shapes.WORDS_PAGE],
        responses=shapes.paged(shapes.Symptom),
    )
    def get(self, request: Request) -> Response:
        """What people can say that they see."""
        return _listed(request, board.symptoms())


class Regions(Read):
    @extend_schema(
        operation_id="list_regions",
        parameters=[*shapes.WORDS_PAGE, shapes.COUNTRY],
        responses=shapes.paged(shapes.Region),
    )
    def get(self, request: Request) -> Response:
        """Countries, or the parts of `country`."""
        return _listed(request, board.regions(parameters.country(request) or None))


class Categories(Read):
    @extend_schema(
        operation_id="list_categories",
        parameters=[*shapes.WORDS_PAGE],
        responses=shapes.paged(shapes.Category),
    )
    def get(self, request: Request) -> Response:
        """Kinds of services."""
        return _listed(request, board.categories())


def _listed(request: Request, words: Sequence[Any]) -> Response:
    """A list that hardly ever changes: its cursor is a place in it."""
    rows = Listed(tuple(enumerate(words)), lambda row: (row[0],), types=(int,))
    return Response(page(request, rows, lambda row: row[1], usual=parameters.LARGEST_PAGE))
