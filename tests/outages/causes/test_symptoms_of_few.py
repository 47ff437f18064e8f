"""Evidence is public: it names no symptom that only a few report."""

import pytest

from outages.causes.signals import Signals, judge


@pytest.mark.parametrize(
    ("counts", "named"), [({"login": 4, "slow": 1}, False), ({"login": 5, "slow": 1}, True)]
)
def test_a_symptom_that_a_few_report_stands_in_no_evidence(
    counts: dict[str, int], named: bool
) -> None:
    lines = judge(Signals(symptom_counts=counts)).evidence
    said = [f"{line.value} {line.says}" for line in lines if line.signal == "symptoms"]
    assert len(said) == 1
    assert ("login" in said[0].lower() or "log in" in said[0].lower()) is named
