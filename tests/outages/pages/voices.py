"""Scenes of who says what an incident comes from; they start from the scene of an outage."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User

from outages import moderating
from outages.explaining import why
from outages.models import CommonCause, Incident, Notice
from reports import kept
from reports.models import Dependency
from tests.outages.pages.scenes import Scene

POST = "We are sorry. The outage was caused by a configuration change on our login servers."
QUOTED = "The outage was caused by a configuration change on our login servers."
TOLD = "Their engineers told us on the telephone."


def the_operator_speaks(scene: Scene, *, now: datetime) -> Incident:
    """In a post whose text names the cause."""
    incident = _latest(scene)
    Notice.objects.create(
        service=incident.service,
        kind=Notice.Kind.STATUS,
        at=now - timedelta(minutes=20),
        text=POST,
        url="https://status.example/7",
    )
    why.hear(incident.service_id, now=now - timedelta(minutes=19))
    return incident


def a_moderator_speaks(scene: Scene, *, now: datetime) -> Incident:
    """After the operator did."""
    incident = the_operator_speaks(scene, now=now)
    moderating.set_cause(
        incident.pk,
        category="cyberattack",
        by=User.objects.create_user("mo"),
        reason=TOLD,
        now=now - timedelta(minutes=9),
    )
    return incident


def another_hypothesis_lost(scene: Scene) -> Incident:
    """A failure of a cloud was weighed as the common cause, and lost."""
    incident = _latest(scene)
    Dependency.objects.create(slug="aws", name="Amazon Web Services", kind=Dependency.Kind.CLOUD)
    CommonCause.objects.filter(incidents=incident).update(rivals=[["aws", 0.06]])
    kept.forget_all()
    return incident


def _latest(scene: Scene) -> Incident:
    assert scene.incident
    incident = scene.incident
    incident.latest = {"observed": 420, "expected": 4.2, "window": 15, "z": 30.1}
    incident.save(update_fields=["latest"])
    return incident
