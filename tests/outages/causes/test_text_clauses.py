"""Hits → what each says in its sentence."""

import pytest

from outages.causes.clauses import Role, said
from outages.causes.matching import Matcher
from outages.causes.words import words

MATCHER = Matcher(
    {
        "power": ["power"],
        "load": ["load"],
        "bug": ["bug"],
        "cue.leads": ["caused; led to"],
        "cue.owes": ["due to; caused by"],
        "cue.denies": ["not; no; is no"],
        "lack": ["no power"],
        "cue.refutes": ["degil"],
        "cue.supposes": ["to prevent"],
        "cue.voids": ["power team; rolled out ~ bug fix"],
    }
)


def roles(text: str) -> list[tuple[str, Role]]:
    found = words(text)
    return [(hit.family, hit.role) for hit in said(found, MATCHER.hits(found))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("power and load", [("power", Role.TOLD), ("load", Role.TOLD)]),
        ("power caused load", [("power", Role.CAUSE), ("load", Role.EFFECT)]),
        ("load due to power", [("load", Role.EFFECT), ("power", Role.CAUSE)]),
        (
            "power caused load which led to bug",
            [("power", Role.CAUSE), ("load", Role.LINK), ("bug", Role.EFFECT)],
        ),
        ("load caused. Power", [("load", Role.CAUSE), ("power", Role.TOLD)]),
        ("not due to load", []),
        # Part of a name, or of a remedy.
        ("our power team looks into it", []),
        ("we rolled out a bug fix", []),
        ("the power team found a bug", [("bug", Role.TOLD)]),
        ("not power but load", [("load", Role.TOLD)]),
        ("no, load", [("load", Role.TOLD)]),
        ("not in any way that we know of load", [("load", Role.TOLD)]),
        ("not. Load", [("load", Role.TOLD)]),
        ("changed to prevent load", []),
        ("load degil", []),
        # What is said with a denial is not denied by it.
        ("there is no power", [("lack", Role.TOLD)]),
        ("not for no power", []),
        # Articles don't take a denial farther away from what it denies.
        ("not by any of the many a load", []),
    ],
)
def test_what_stands_where_in_the_sentence_is_told_apart(
    text: str, found: list[tuple[str, Role]]
) -> None:
    assert roles(text) == found
