"""Read the status pages that are due, and take what they say as notices."""

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Q

from outages import notices, outbound
from outages.explaining import why
from outages.following import fetching, statuspage
from outages.following.fetching import Fetched
from outages.following.statuspage import Post
from outages.models import Notice, StatusPage
from reports.models import Service

logger = logging.getLogger(__name__)

# Ticks come every minute, not to the second: what is due in two minutes is due a little before.
EARLY = timedelta(seconds=10)
EVERY = timedelta(minutes=2)
# After the first failure in a row, doubled with each further one.
AGAIN, LONGEST_REST = timedelta(minutes=1), timedelta(minutes=60)
# Pages that are read in one go, all at once, so that it is over with the slowest of them (ten
# seconds). More pages than twice as many are read less often than every two minutes, in turn.
AT_ONCE = 24
LONGEST_ERROR = 400


@dataclass
class Pulled:
    """How many pages were read, and how many could not be."""

    ok: int = 0
    failed: int = 0


# What a look came to: what it fetched, with its posts where they are news.
Look = tuple[Fetched, list[Post] | None]


def pull(
    *, now: datetime, allow: Sequence[str] = (), limits: outbound.Limits = outbound.USUAL
) -> Pulled:
    """Read the pages that are due, the longest due first. `allow`: see outbound."""
    due = _due(now)
    done = Pulled()
    with ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="follow") as pool:
        look = partial(_look, now=now, allow=allow, limits=limits)
        # No thread touches the database.
        looks = {pool.submit(look, page.url, page.etag, page.last_modified): page for page in due}
        for future in as_completed(looks):
            _settle(looks[future], future, done, now=now)
    return done


def _due(now: datetime) -> list[StatusPage]:
    """The rows that are due, after those of the services were brought in line with the services."""
    followed = {service.pk: service for service in Service.objects.active().exclude(status_page="")}
    rows = {row.service_id: row for row in StatusPage.objects.filter(service__in=followed)}
    StatusPage.objects.bulk_create(
        (
            StatusPage(service=service, url=service.status_page, due_at=now)
            for pk, service in followed.items()
            if pk not in rows
        ),
        ignore_conflicts=True,
    )
    moved = [row for pk, row in rows.items() if row.url != followed[pk].status_page]
    for row in moved:
        row.url = followed[row.service_id].status_page
        row.etag = row.last_modified = row.error = ""
        row.failures, row.due_at = 0, now
    fields = ("url", "etag", "last_modified", "error", "failures", "due_at")
    StatusPage.objects.bulk_update(moved, fields)
    due = StatusPage.objects.filter(service__in=followed, due_at__lte=now)
    return list(due.select_related("service").order_by("due_at", "pk")[:AT_ONCE])


def _look(
    url: str,
    etag: str,
    last_modified: str,
    *,
    now: datetime,
    allow: Sequence[str],
    limits: outbound.Limits,
) -> Look:
    address = url.rstrip("/") + statuspage.SUMMARY
    fetched = fetching.fetch(
        address, etag=etag, last_modified=last_modified, allow=allow, limits=limits
    )
    posts = None if fetched.body is None else statuspage.posts(fetched.body, now=now)
    return fetched, posts


def _settle(page: StatusPage, look: "Future[Look]", done: Pulled, *, now: datetime) -> None:
    """Keep what a look came to. No page's fault, nor ours in reading it, keeps another from it."""
    page.fetched_at = now
    try:
        fetched, posts = look.result()
        with transaction.atomic():
            if posts is not None:
                take(page.service, posts, now=now)
            page.ok_at, page.failures, page.error = now, 0, ""
            page.looks_ok += 1
            page.due_at = now + EVERY - EARLY
            page.etag = fetched.etag[: StatusPage.ETAG_LENGTH]
            page.last_modified = fetched.last_modified[: StatusPage.DATE_LENGTH]
            page.save()
        done.ok += 1
    except (outbound.Refused, outbound.Failed, statuspage.NotOne) as error:
        _fail(page, str(error), now=now)
        done.failed += 1
    except Exception:
        logger.exception("The status page %s could not be taken", page.url)
        _fail(page, "an error of ours: see the log", now=now)
        done.failed += 1


def _fail(page: StatusPage, why: str, *, now: datetime) -> None:
    page.refresh_from_db()
    page.fetched_at = now
    page.failures += 1
    page.looks_failed += 1
    page.error = why[:LONGEST_ERROR].replace("\0", "")
    # Past the longest rest the exponent would only grow.
    rest = AGAIN * 2 ** min(page.failures - 1, 10)
    page.due_at = now + min(rest, LONGEST_REST) - EARLY
    page.save()


def take(service: Service, posts: Sequence[Post], *, now: datetime) -> None:
    """Store what a page says, and end or forget the maintenance that it no longer lists."""
    notices.take_all(service, [_notice(post, now=now) for post in posts], now=now)
    listed = [post.ref for post in posts if post.kind == "maintenance"]
    gone = Notice.objects.filter(
        Q(ends=None) | Q(ends__gt=now),
        service=service,
        source=Notice.OFFICIAL,
        kind=Notice.Kind.MAINTENANCE,
        ref__startswith=statuspage.REF,
    ).exclude(ref__in=listed)
    # Over before its planned end; or called off, and then it was never announced.
    ended = gone.filter(starts__lte=now).update(ends=now, updated_at=now)
    called_off, _by_model = gone.filter(starts__gt=now).delete()
    if ended or called_off:
        why.hear(service.pk, now=now)


def _notice(post: Post, *, now: datetime) -> notices.Said:
    """As a notice that is within our bounds: another's clock may be ahead, a link may be odd."""
    said = notices.Said(
        kind=post.kind,
        text=post.text,
        at=min(post.at, now),
        starts=post.starts,
        ends=post.ends,
        url=post.url,
        ref=post.ref,
    )
    try:
        notices.check(said, now=now)
    except notices.Refused as refused:
        if set(refused.errors) != {"url"}:
            raise statuspage.NotOne(f"{post.ref}: {refused}") from refused
        return replace(said, url="")
    return said
