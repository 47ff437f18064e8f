"""Whose page sent a request: by the headers that a page cannot forge."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from reports.origin import is_foreign

OURS = "https://status.example.org"


def foreign(origin: str = "", site: str = "", *, host: str = "status.example.org") -> bool:
    headers = {"Origin": origin, "Sec-Fetch-Site": site, "Host": host}
    request = RequestFactory().post(
        "/", headers={name: value for name, value in headers.items() if value}
    )
    return is_foreign(request)


@pytest.fixture(autouse=True)
def hosts(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]


@pytest.mark.parametrize(
    ("origin", "site", "host", "expected"),
    [
        # Programs that are no browser.
        ("", "", "status.example.org", False),
        # Our own pages: behind a proxy that ends TLS, on another port, in capitals, over IPv6.
        (OURS, "same-origin", "status.example.org", False),
        (OURS, "", "status.example.org", False),
        ("http://status.example.org", "", "status.example.org", False),
        (OURS, "", "Status.Example.ORG", False),
        (OURS, "", "status.example.org:443", False),
        ("http://10.0.0.7:8000", "", "10.0.0.7:8000", False),
        ("http://[2001:db8::1]:8000", "", "[2001:db8::1]:8000", False),
        # A proxy that changes Host: the browser compared it with the address that it called.
        (OURS, "same-origin", "127.0.0.1:8000", False),
        # An address that was typed.
        ("", "none", "status.example.org", False),
        # Others.
        ("https://evil.example", "cross-site", "status.example.org", True),
        ("https://evil.example", "", "status.example.org", True),
        ("", "cross-site", "status.example.org", True),
        (OURS, "cross-site", "status.example.org", True),
        ("https://blog.example.org", "same-site", "status.example.org", True),
        ("https://status.example.org:8443", "", "status.example.org", True),
        ("http://10.0.0.7:9000", "", "10.0.0.7:8000", True),
        ("https://status.example.org.evil.example", "", "status.example.org", True),
        ("https://evil.example/status.example.org", "", "status.example.org", True),
        ("https://status.example.org@evil.example", "", "status.example.org", True),
        ("null", "", "status.example.org", True),
        ("null", "cross-site", "status.example.org", True),
        ("garbage", "", "status.example.org", True),
        ("http://[", "", "status.example.org", True),
    ],
)
def test_a_report_is_foreign_when_the_browser_says_that_another_site_sent_it(
    origin: str, site: str, host: str, expected: bool
) -> None:
    assert foreign(origin, site, host=host) is expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("https://partner.example", False),
        ("https://PARTNER.example", False),
        ("http://partner.example", True),
        ("https://partner.example:8443", True),
        ("https://www.partner.example", True),
        ("https://evil.example", True),
    ],
)
def test_a_site_that_may_embed_the_form_is_not_foreign(
    settings: Settings, origin: str, expected: bool
) -> None:
    settings.EMBED_ORIGINS = ["https://partner.example"]
    assert foreign(origin, "cross-site") is expected


def test_without_an_origin_no_setting_makes_a_cross_site_request_ours(settings: Settings) -> None:
    settings.EMBED_ORIGINS = ["https://partner.example"]
    assert foreign("", "cross-site")
