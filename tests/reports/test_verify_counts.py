"""`manage.py verify_counts`: every count is the sum of its rows, and a wrong one is found."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import F, Sum
from django.utils import timezone

from reports import intake
from reports.draining import drain
from reports.inbox import Inbox
from reports.intake import Claim, Source
from reports.models import AnswerCount, MinuteCount, NetworkCount, Report, SymptomCount

REPORTS = 60


@pytest.fixture
def counted(catalogue: None, inbox: Inbox) -> None:
    """Reports of the last hour, stored and counted."""
    now = timezone.now()
    arrivals = [
        intake.arrival(
            Claim(
                service="signal",
                symptom="login",
                region="DE-BE" if i % 2 else "FR",
                implicated=(None, "whatsapp")[i % 2],
                others_work=(None, True, False)[i % 3],
            ),
            Source(network=3320 if i % 3 else None),
            now=now - timedelta(minutes=i),
        )
        for i in range(REPORTS)
    ]
    intake.accept_all(arrivals, inbox=inbox)
    drain(inbox, consumer="test")


def verified() -> tuple[str, int]:
    out = StringIO()
    try:
        call_command("verify_counts", stdout=out)
    except SystemExit as stop:
        return out.getvalue(), int(str(stop.code))
    return out.getvalue(), 0


def test_counts_that_are_the_sum_of_their_rows_differ_nowhere(counted: None) -> None:
    said, code = verified()
    assert said.rstrip().endswith("0 differences")
    assert "rows kept from" in said
    assert code == 0


@pytest.mark.parametrize("field", ["reports", "volume", "works", "first_reporters"])
def test_one_edited_count_is_found_and_ends_with_1(counted: None, field: str) -> None:
    one = MinuteCount.objects.order_by("minute").first()
    assert one
    MinuteCount.objects.filter(pk=one.pk).update(**{field: F(field) + 1})
    said, code = verified()
    assert "1 differences" in said
    assert str(one.minute) in said
    assert code == 1


def test_a_symptoms_count_that_is_wrong_is_found(counted: None) -> None:
    one = SymptomCount.objects.order_by("minute").last()
    assert one
    SymptomCount.objects.filter(pk=one.pk).update(reports=0)
    said, code = verified()
    assert said.startswith("rows kept")
    assert "symptom" in said
    assert code == 1


def test_a_row_that_is_gone_and_a_count_without_rows_are_found(counted: None) -> None:
    row = Report.objects.first()
    assert row
    row.delete()
    assert verified()[1] == 1


def test_an_edited_count_of_a_network_is_found(counted: None) -> None:
    assert NetworkCount.objects.aggregate(n=Sum("reports"))["n"] == REPORTS * 2 // 3
    one = NetworkCount.objects.order_by("minute").last()
    assert one
    NetworkCount.objects.filter(pk=one.pk).update(first_reporters=F("first_reporters") + 1)
    said, code = verified()
    assert "network" in said and "1 differences" in said
    assert code == 1


def test_an_edited_count_of_answers_is_found(counted: None) -> None:
    assert AnswerCount.objects.aggregate(n=Sum("reports"))["n"] == REPORTS // 2 + REPORTS // 6
    one = AnswerCount.objects.order_by("minute").last()
    assert one
    AnswerCount.objects.filter(pk=one.pk).update(reports=F("reports") + 1)
    said, code = verified()
    assert "answer" in said and "1 differences" in said
    assert code == 1
