"""Make keys and know them again; only the hash of a secret is kept."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from outages.models import Key
from reports.models import Service

# Says where a secret that was found belongs, and lets scanners of repositories find it.
PREFIX = "brownout_"
SHOWN = 12
# When a key was used last is written down this often at the most.
USED_EVERY = timedelta(minutes=1)


def make(
    *,
    name: str,
    scopes: Collection[str],
    now: datetime,
    services: Collection[Service] = (),
) -> tuple[Key, str]:
    """A new key and its secret, which nobody can read again. Raises ValueError for a name that
    another key has, and for a scope that there is not."""
    if Key.objects.filter(name=name).exists():
        raise ValueError(f"there is a key of the name {name}")
    unknown = sorted(set(scopes) - set(Key.Scope.values))
    if unknown or not scopes:
        raise ValueError(f"a scope is one of {', '.join(Key.Scope.values)}")
    secret = new_secret()
    with transaction.atomic():
        key = Key.objects.create(
            name=name, scopes=sorted(set(scopes)), created_at=now, **kept(secret)
        )
        key.services.set(services)
    return key, secret


def new_secret() -> str:
    return PREFIX + secrets.token_urlsafe(32)


def kept(secret: str) -> dict[str, str]:
    """What is stored of a secret. It is long and random: no slow hash is needed, and a look-up by
    the hash tells nothing by its time."""
    return {
        "begins": secret[:SHOWN],
        "sha256": hashlib.sha256(secret.encode()).hexdigest(),
    }


def find(secret: str, *, now: datetime) -> Key | None:
    """The key of a secret, its use noted; None where there is none, or it was revoked."""
    digest = hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()
    key = Key.objects.filter(sha256=digest, revoked_at=None).first()
    if key is not None and (key.last_used_at is None or now - key.last_used_at >= USED_EVERY):
        unnoted = Q(last_used_at=None) | Q(last_used_at__lte=now - USED_EVERY)
        Key.objects.filter(unnoted, pk=key.pk).update(last_used_at=now)
        key.last_used_at = now
    return key


def may_speak_for(key: Key, slug: str) -> bool:
    """Does it hold for this service? A key of no service holds for all."""
    slugs = set(key.services.values_list("slug", flat=True))
    return not slugs or slug in slugs
