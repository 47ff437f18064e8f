"""Checks what pages promise: every link, style sheet, script and picture of this site is there.

Starts at the first page of a site with an outage on it and follows what it finds, without a server;
addresses of others are not asked.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import SplitResult, urljoin, urlsplit

# Points the settings at a scratch folder; they are read after it.
import tests.environment  # noqa: F401

import django  # isort: skip

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.staticfiles import finders  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.runner import DiscoverRunner  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.outages.pages import scenes  # noqa: E402

START = "http://testserver/"
# A link's attribute, and where pages name what their scripts fetch.
NAMES = {"href", "src", "action", "data-refresh", "data-suggestions", "data-steps", "data-schema"}
# Choices make endless addresses: of a path so many queries are looked at.
QUERIES_A_PATH = 4
# Templates are the same in every language: one is walked beside what the browser asks for.
WALKED = "de"
GOOD = {200, 302}


class _Links(HTMLParser):
    """Gathers the addresses that a page names, and the names of its places (#…)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.places.add(given.get("id") or "")
        if tag == "form" and given.get("method") == "post":
            return
        self.found += [value for name, value in attrs if name in NAMES and value]
        if given.get("property") in ("og:image", "og:url") and given.get("content"):
            self.found.append(str(given["content"]))


def main() -> int:
    runner = DiscoverRunner(verbosity=0, interactive=False)
    runner.setup_test_environment()
    databases = runner.setup_databases()
    try:
        scenes.an_outage(now=timezone.now())
        checked, wrong = _walk()
    finally:
        runner.teardown_databases(databases)
        runner.teardown_test_environment()
    print("\n".join(wrong) if wrong else f"Links of pages: {checked} addresses, all there")
    return 1 if wrong else 0


def _walk() -> tuple[int, list[str]]:
    client = Client()
    waiting = {START: "the start", f"{START}{WALKED}/": "the start"}
    seen: set[str] = set()
    queries: Counter[str] = Counter()
    wrong: list[str] = []
    while waiting:
        address, source = waiting.popitem()
        bare = urlsplit(address)._replace(fragment="")
        queries[bare.path] += bool(bare.query)
        if bare.geturl() in seen or queries[bare.path] > QUERIES_A_PATH or not _is_ours(address):
            continue
        seen.add(bare.geturl())
        links, problems = _asked(client, bare)
        wrong += [f"{source}: {problem}" for problem in problems]
        waiting |= {link: bare.geturl() for link in links}
    return len(seen), sorted(wrong)


def _asked(client: Client, address: SplitResult) -> tuple[list[str], list[str]]:
    """What an address links to, and what is wrong with it."""
    path = address._replace(scheme="", netloc="").geturl()
    if address.path.startswith(settings.STATIC_URL):
        is_there = finders.find(address.path.removeprefix(settings.STATIC_URL))
        return [], [] if is_there else [f"there is no file {path}"]
    answer = client.get(path)
    if answer.status_code not in GOOD:
        return [], [f"{path} answers {answer.status_code}"]
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return [], []
    links, lost = _read(answer.content.decode(), address.geturl())
    return links, [f"{path} has no place {place}" for place in lost]


def _read(page: str, address: str) -> tuple[list[str], list[str]]:
    """What a page links to, and the places of its own that it names and does not have."""
    parser = _Links()
    parser.feed(page)
    own = [link[1:] for link in parser.found if link.startswith("#") and len(link) > 1]
    return list(_absolute(parser.found, address)), [one for one in own if one not in parser.places]


def _absolute(links: list[str], address: str) -> Iterator[str]:
    for link in links:
        if not link.startswith(("#", "data:", "mailto:")):
            yield urljoin(address, link)


def _is_ours(address: str) -> bool:
    parts = urlsplit(address)
    others = tuple(f"/{code}/" for code, _name in settings.LANGUAGES if code != WALKED)
    is_here = parts.netloc == urlsplit(START).netloc
    return is_here and not parts.path.startswith(("/admin/", *others))


if __name__ == "__main__":
    sys.exit(main())
