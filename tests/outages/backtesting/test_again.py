"""An incident's numbers can be made again from what was kept with it, on the command line."""

import json
import zlib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from outages.backtesting import again
from outages.models import Fit, Incident, Snapshot
from reports.models import MinuteCount
from tests.outages import crowd

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(300)]


def run(*options: object) -> str:
    out = StringIO()
    call_command("backtest", *(str(option) for option in options), stdout=out)
    return out.getvalue()


def test_the_numbers_come_out_bit_for_bit_once_counts_and_fits_are_gone(
    incident: Incident, tmp_path: Path
) -> None:
    MinuteCount.objects.all().delete()
    Fit.objects.all().delete()
    file = tmp_path / "again.json"
    said = run("--incident", incident.pk, "--json", file)
    assert "identical" in said
    assert repr(incident.evidence["expected"]) in said
    (one,) = json.loads(file.read_text())["minutes"]
    assert one["identical"]
    assert one["made"] == one["stored"]
    assert one["made"]["severity"] == incident.evidence["severity"]
    a_number_that_differs_is_named_and_is_an_error(incident)
    another_model_is_named_and_todays_numbers_stand_beside(incident)


def a_number_that_differs_is_named_and_is_an_error(incident: Incident) -> None:
    kept = Snapshot.objects.get()
    kept.said["expected"] *= 1.0 + 2.0**-52
    kept.save()
    with pytest.raises(SystemExit) as ended:
        run("--incident", incident.pk)
    assert ended.value.code == 1
    (found,) = again.remade(incident.pk)
    assert found.differences == ("expected",)


def another_model_is_named_and_todays_numbers_stand_beside(incident: Incident) -> None:
    Snapshot.objects.update(version="an-older-one")
    said = run("--incident", incident.pk)
    assert "model an-older-one" in said
    assert "today's model is" in said
    # That two models differ is no error.
    assert "differ: expected" in said
    Snapshot.objects.update(inputs=zlib.compress(b'{"minute": 1, "rows": []}'))
    assert "cannot read" in run("--incident", incident.pk)


def test_an_incident_without_a_snapshot_is_an_error() -> None:
    crowd.the_places()
    incident = crowd.an_incident(crowd.a_service())
    with pytest.raises(CommandError, match="no snapshot"):
        run("--incident", incident.pk)
    with pytest.raises(CommandError, match="no incident"):
        run("--incident", incident.pk + 1)
