"""Is this Redis fit for reports to wait in? Pure."""

from collections.abc import Mapping
from typing import Any

# Celery's ticks go through the same Redis: full to the brim it could not even be emptied.
FULLEST = 0.9


def unfit(info: Mapping[str, Any]) -> list[str]:
    """What keeps accepted reports from waiting in a Redis, in words; nothing when it is fit.

    `info`: the answer to its INFO command, as a mapping. A server that does not tell is taken at
    its best: some hosted ones hide their settings.

    >>> unfit({"aof_enabled": 1, "maxmemory_policy": "noeviction", "maxmemory": 0})
    []
    >>> unfit({"aof_enabled": 0, "maxmemory_policy": "allkeys-lru"})
    ['appendonly is off', 'maxmemory-policy is allkeys-lru, not noeviction']
    """
    wrong = []
    if not int(info.get("aof_enabled", 1)):
        wrong.append("appendonly is off")
    policy = info.get("maxmemory_policy", "noeviction")
    if policy != "noeviction":
        wrong.append(f"maxmemory-policy is {policy}, not noeviction")
    most = int(info.get("maxmemory", 0))
    used = int(info.get("used_memory", 0))
    if most and used > FULLEST * most:
        wrong.append(f"{used / most:.0%} of its memory is used")
    return wrong
