"""A history of causes from before voices were told apart is taken over."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from outages.models import Cause
from tests.outages import crowd

BEFORE = [("outages", "0007_when_a_notice_was_mended")]


@pytest.mark.django_db(transaction=True)
def test_what_was_replaced_ended_when_the_next_began() -> None:
    crowd.the_places()
    incident = crowd.an_incident(crowd.a_service())
    executor = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    old = executor.loader.project_state(BEFORE).apps.get_model("outages", "Cause")
    moments = [crowd.NOW + timedelta(minutes=20 * n) for n in range(3)]
    for at in moments:
        old.objects.create(
            incident_id=incident.pk,
            at=at,
            confirmed_at=at,
            category="software_bug",
            group="technical_fault",
            confidence="possible",
            probability=0.5,
            leading="software_bug",
            current=at == moments[-1],
        )
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    ends: list[datetime | None] = list(Cause.objects.values_list("until", flat=True))
    assert ends == [moments[1], moments[2], None]
