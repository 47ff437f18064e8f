"""No page costs more than a dozen queries when nothing is kept of it.

What a process reads of the catalogue, of the day's fit and of the last tick it reads once for all
pages; it has read them here for another one.
"""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from reports import kept
from tests.outages.pages.scenes import Scene

MOST = 12
PAGES = (
    "/",
    "/?q=a",
    "/?category=messaging",
    "/s/whatsapp/?range=30d",
    "/s/whatsapp/?reported=1&region=DE",
    "/map/?service=whatsapp",
    "/map/?country=US",
    "/incidents/?state=ongoing",
    "/about/",
    "/suggest/",
    "/sitemap.xml",
    "/s/whatsapp/",
    "/s/whatsapp/?country=US",
    "/s/verizon/",
    "/s/verizon/report/",
    "/map/",
    "/incidents/",
    "/incidents/{incident}/",
    "/method/",
    "/developers/",
    "/privacy/",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_made_with_a_dozen_queries_at_the_most(
    outage: Scene,
    client: Client,
    settings: Settings,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    path: str,
) -> None:
    assert outage.incident
    settings.ANSWERS_FRESH_SECONDS = 60.0
    kept.forget_all()
    for other in ("/s/signal/", "/s/whatsapp/answer/", "/s/verizon/report/", "/map/"):
        # As nobody has asked before: a kept answer would read nothing.
        client.get(other, {"asked": path})
    with django_assert_max_num_queries(MOST):
        answer = client.get(path.format(incident=outage.incident.pk))
    assert answer.status_code == 200
