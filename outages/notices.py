"""Take what operators say themselves: notices, and replies to what is said here."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.text import Truncator

from outages.causes.sentence import Sentence
from outages.causes.sentence import sentence as _
from outages.causes.taxonomy import KNOWN
from outages.explaining import why
from outages.models import Incident, Notice, Reply, TimelineEntry
from reports.models import Service

LONGEST_TEXT, LONGEST_REPLY = 4000, 2000
LONGEST_REF, LONGEST_VERSION, LONGEST_URL = 120, 40, 200
# A sender's clock may be a little ahead of ours.
AHEAD = timedelta(minutes=5)
# A word belongs to an incident from two hours before its start on: reports may be slow to come.
WORD_BEFORE = timedelta(hours=2)
# A line of a timeline holds 400 characters; what stands around a quote takes fewer than 60.
LONGEST_QUOTE = 300
# What a notice that comes again may change: its `at` and its ref are those of the first.
MENDED = ("kind", "text", "starts", "ends", "url", "cause", "version")


class Refused(ValueError):
    """What is wrong with something that was said: field → message."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {message}" for field, message in errors.items()))
        self.errors = dict(errors)


class UnknownService(LookupError):
    """No active service has this slug."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A notice as somebody gives it (see models.Notice)."""

    kind: str
    text: str
    at: datetime
    starts: datetime | None = None
    ends: datetime | None = None
    url: str = ""
    ref: str = ""
    cause: str = ""
    version: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """Two with the same key are one notice."""
        return (self.ref,) if self.ref else (self.kind, self.at)


def service_of(slug: str) -> Service:
    """The active service of a slug; raises UnknownService."""
    try:
        return Service.objects.active().get(slug=slug)
    except Service.DoesNotExist as error:
        raise UnknownService(slug) from error


def check(said: Said, *, now: datetime) -> None:
    """Raise Refused, naming everything that is wrong."""
    errors = {
        **_text_errors(said.text, most=LONGEST_TEXT),
        **_url_errors(said.url),
        **_time_errors(said, now=now),
    }
    if said.kind not in Notice.Kind.values:
        errors["kind"] = _one_of(Notice.Kind.values)
    if said.cause and said.cause not in KNOWN:
        errors["cause"] = _one_of(KNOWN)
    if len(said.ref) > LONGEST_REF:
        errors["ref"] = _at_most(LONGEST_REF)
    if len(said.version) > LONGEST_VERSION:
        errors["version"] = _at_most(LONGEST_VERSION)
    if errors:
        raise Refused(errors)


def take(
    service: Service, said: Said, *, now: datetime, source: str = Notice.OFFICIAL
) -> tuple[Notice, bool]:
    """Store a notice; gives it, and whether it is new. One that is known by its ref (without one:
    by kind and time) is mended. Raises Refused."""
    check(said, now=now)
    return take_all(service, [said], now=now, source=source)[0]


def take_all(
    service: Service, posts: Sequence[Said], *, now: datetime, source: str = Notice.OFFICIAL
) -> list[tuple[Notice, bool]]:
    """Store what was said, checked before, in a fixed number of queries; gives each notice, and
    whether it is new. What is new is told once in the timeline of the service's ongoing incident.
    """
    if not posts:
        return []
    try:
        return _store(service, posts, now=now, source=source)
    except IntegrityError:
        # Somebody stored the same one a moment ago: now it is known, and mended.
        return _store(service, posts, now=now, source=source)


@transaction.atomic
def _store(
    service: Service, posts: Sequence[Said], *, now: datetime, source: str
) -> list[tuple[Notice, bool]]:
    stored = Notice.objects.select_for_update().filter(
        _is_among(posts), service=service, source=source
    )
    rows = {_said(row).key: row for row in stored}
    new: list[Notice] = []
    mended: list[Notice] = []
    for key, said in {post.key: post for post in posts}.items():
        fields = {name: getattr(said, name) for name in MENDED}
        row = rows.get(key)
        if row is None:
            rows[key] = Notice(service=service, source=source, at=said.at, ref=said.ref, **fields)
            new.append(rows[key])
        elif any(getattr(row, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(row, name, value)
            row.updated_at = now
            mended.append(row)
    Notice.objects.bulk_create(new)
    Notice.objects.bulk_update(mended, [*MENDED, "updated_at"])
    tell(service, new, now=now)
    if new or mended:
        why.hear(service.pk, now=now)
    return [(rows[post.key], rows[post.key] in new) for post in posts]


def tell(service: Service, notices: Iterable[Notice], *, now: datetime) -> None:
    """Tell what is new in the timeline of the service's ongoing incident, if it has one."""
    incident = Incident.objects.ongoing().filter(service=service).first()
    if incident is None:
        return
    lines = [
        (max(notice.at, incident.started_at), _line(notice))
        for notice in notices
        if _belongs(notice, incident, now=now)
    ]
    TimelineEntry.objects.bulk_create(
        TimelineEntry(
            incident=incident,
            kind=TimelineEntry.Kind.NOTICE,
            at=at,
            text=str(says),
            sentence=says.as_json(),
        )
        for at, says in lines
    )


def take_reply(
    service: Service,
    *,
    text: str,
    by_name: str,
    source: str,
    now: datetime,
    incident: int | None = None,
    url: str = "",
) -> tuple[Reply, bool]:
    """Store what an organisation replies; gives it, and whether it is new: the same words about the
    same incident are sent once. Raises Refused."""
    errors = _text_errors(text, most=LONGEST_REPLY) | _url_errors(url)
    if incident is not None and not Incident.objects.filter(pk=incident, service=service).exists():
        errors["incident"] = "this service has no such incident"
    if errors:
        raise Refused(errors)
    with transaction.atomic():
        # Who sends the same twice at once waits here.
        Service.objects.select_for_update(no_key=True).get(pk=service.pk)
        return Reply.objects.get_or_create(
            service=service,
            incident_id=incident,
            by_name=by_name,
            text=text,
            defaults={"at": now, "url": url, "source": source},
        )


def _is_among(posts: Collection[Said]) -> Q:
    refs = {post.ref for post in posts if post.ref}
    times = {post.at for post in posts if not post.ref}
    return Q(ref__in=refs) | Q(ref="", at__in=times)


def _said(row: Notice) -> Said:
    return Said(at=row.at, ref=row.ref, **{name: getattr(row, name) for name in MENDED})


def _belongs(notice: Notice, incident: Incident, *, now: datetime) -> bool:
    """Is it about now? Yesterday's post is not, nor maintenance that is still to come."""
    if notice.kind == Notice.Kind.MAINTENANCE:
        starts = notice.starts or notice.at
        return starts <= now and (notice.ends is None or notice.ends >= incident.started_at)
    return notice.at >= incident.started_at - WORD_BEFORE


def _line(notice: Notice) -> Sentence:
    quote = Truncator(" ".join(notice.text.split())).chars(LONGEST_QUOTE)
    if notice.source != Notice.OFFICIAL:
        return _("{who} says: “{text}”", who=notice.source, text=quote)
    if notice.kind == Notice.Kind.MAINTENANCE:
        return _("Its operator had announced maintenance: “{text}”", text=quote)
    if notice.kind == Notice.Kind.RELEASE:
        return _("Its operator released a new version: “{text}”", text=quote)
    return _("Its operator says: “{text}”", text=quote)


def _time_errors(said: Said, *, now: datetime) -> dict[str, str]:
    errors: dict[str, str] = {}
    if said.at > now + AHEAD:
        errors["at"] = "this is in the future"
    if said.ends is not None and said.ends < (said.starts or said.at):
        errors["ends"] = "it cannot end before it starts"
    return errors


def _text_errors(text: str, *, most: int) -> dict[str, str]:
    if not text.strip():
        return {"text": "say something"}
    return {"text": _at_most(most)} if len(text) > most else {}


def _url_errors(url: str) -> dict[str, str]:
    if not url:
        return {}
    if len(url) > LONGEST_URL:
        return {"url": _at_most(LONGEST_URL)}
    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and url == url.strip()
    except ValueError:
        fine = False
    return {} if fine else {"url": "give an address such as https://status.example.com/"}


def _at_most(most: int) -> str:
    return f"give at most {most} characters"


def _one_of(words: Iterable[str]) -> str:
    return f"give one of {', '.join(words)}"
