"""What an operator has taken over stays the operator's, and the file can still be loaded."""

import pytest

from reports import catalogue
from reports.models import Category, Dependency, Network, Origin, Service

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.mark.parametrize("origin", [Origin.ADMIN, Origin.REPLAY])
def test_a_service_of_theirs_may_be_the_page_of_a_dependency_of_the_file(origin: Origin) -> None:
    Service.objects.filter(slug="azure").update(origin=origin, name="Ours", active=False)
    catalogue.load()
    ours = Service.objects.get(slug="azure")
    assert (ours.name, ours.active, ours.origin) == ("Ours", False, origin)
    assert Dependency.objects.get(slug="azure").service == ours


def test_their_as_numbers_and_what_their_services_stand_on_stay_theirs() -> None:
    own = Service.objects.create(slug="own", name="Our own", category=Category.objects.all()[0])
    taken = Network.objects.filter(service__slug="telstra")[0]
    Network.objects.filter(asn=taken.asn).update(service=own)
    own.depends_on.add(Dependency.objects.get(slug="azure"), through_defaults={"p": 0.5})
    before = Network.objects.count()
    catalogue.load()
    assert Network.objects.get(asn=taken.asn).service == own
    assert Network.objects.count() == before
    assert [dependency.slug for dependency in own.depends_on.all()] == ["azure"]


def test_a_dependency_of_theirs_keeps_its_name_and_its_page() -> None:
    Dependency.objects.filter(slug="azure").update(origin=Origin.ADMIN, name="Ours", service=None)
    catalogue.load()
    ours = Dependency.objects.get(slug="azure")
    assert (ours.name, ours.service) == ("Ours", None)
