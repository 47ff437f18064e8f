"""Services on the same providers: how many are down, of those that can be told."""

import pytest

from outages.causes.tenants import tenants_of

DEPENDANTS = {
    "cloud": {"shop": 0.9, "bank": 0.9, "game": 0.8, "mail": 0.5},
    "cdn": {"shop": 0.6, "news": 0.6},
    "own": {"shop": 0.9, "photos": 0.9},
    "alone": {"tram": 0.9},
}
KINDS = {"cloud": "cloud", "cdn": "cdn", "own": "operator", "alone": "cloud"}


@pytest.mark.parametrize(
    ("service", "down", "quiet", "expected"),
    [
        ("shop", {"bank", "game"}, {"mail"}, (2, 3)),
        ("shop", {"shop"}, {"bank", "game", "mail"}, (0, 3)),  # itself is no witness
        ("shop", set(), {"bank", "mail", "news"}, (0, 2)),  # of equals, the one told by most
        ("shop", {"news"}, {"bank"}, (1, 1)),  # the provider that fits best
        ("shop", {"photos"}, set(), None),  # the operator's own platform is no hired one
        ("shop", set(), set(), None),  # all are silent
        ("tram", {"bank"}, {"news"}, None),
        ("stranger", {"bank"}, {"news"}, None),
    ],
)
def test_others_on_the_same_provider(
    service: str, down: set[str], quiet: set[str], expected: tuple[int, int] | None
) -> None:
    found = tenants_of(service, dependants=DEPENDANTS, kinds=KINDS, down=down, quiet=quiet)
    assert found == expected
