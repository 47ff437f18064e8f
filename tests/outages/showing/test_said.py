"""What people say they see: shares of symptoms that tell of nobody."""

import pytest

from outages import board
from reports.models import Service
from tests.outages import crowd
from tests.outages.crowd import NOW


@pytest.fixture
def whatsapp(db: None) -> Service:
    return crowd.a_watched_service()


def told(region: str | None = None) -> dict[str, int]:
    """Symptom → reports, as everybody gets them."""
    rows = board.series("whatsapp", now=NOW, region=region)["symptoms"]
    return {row["slug"]: row["reports"] for row in rows}


def test_what_one_region_says_less_than_all_tells_no_small_cell_elsewhere(
    whatsapp: Service,
) -> None:
    crowd.reports(whatsapp, {"DE-BE": 40, "FR": 30})
    crowd.said(whatsapp, {"messaging": 20, "login": 12})
    crowd.said(whatsapp, {"messaging": 20, "login": 2, "slow": 8}, code="FR")
    assert told() == {"messaging": 40, "login": 14, "slow": 8}
    # 14 less Germany's 12 would tell the two of France.
    assert "login" not in told("DE")
    assert "login" not in told("FR")


def test_what_a_part_says_less_than_its_country_tells_no_small_cell_beside_it(
    whatsapp: Service,
) -> None:
    crowd.reports(whatsapp, {"DE-BE": 40, "DE-BY": 30, "FR": 40})
    for code, login in (("DE-BE", 12), ("DE-BY", 2), ("FR", 15)):
        crowd.said(whatsapp, {"messaging": 20, "slow": 9, "login": login}, code=code)
    assert told("DE")["login"] == 14
    assert "login" not in told("DE-BE")
    assert "login" not in told("DE-BY")
    assert told("DE-BE") != {}


def test_a_region_whose_reports_are_hidden_says_nothing(whatsapp: Service) -> None:
    # The same four people, again and again.
    crowd.reports(whatsapp, {"FR": 4}, again=20)
    crowd.reports(whatsapp, {"DE-BE": 40}, minute=crowd.MINUTE - 1)
    crowd.said(whatsapp, {"messaging": 20}, code="FR")
    crowd.said(whatsapp, {"messaging": 30})
    assert told("FR") == {}
    assert told() == {"messaging": 50}


def test_what_a_few_people_say_again_and_again_is_not_told(whatsapp: Service) -> None:
    crowd.reports(whatsapp, {"DE-BE": 4}, again=30)
    crowd.said(whatsapp, {"messaging": 20, "login": 14})
    assert told() == {}


def test_nothing_is_said_where_nobody_reported(whatsapp: Service) -> None:
    assert told() == told("DE") == told("DE-BE") == {}
