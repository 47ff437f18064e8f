"""A Statuspage's summary, as the public documentation of its API describes it."""

import json
from typing import Any

PAGE = {
    "id": "kctbh9vrtdwd",
    "name": "WhatsApp",
    "url": "https://status.whatsapp.example",
    "time_zone": "Etc/UTC",
    "updated_at": "2026-11-24T15:35:00.000Z",
}


def update(id_: str = "u1", **more: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "status": "investigating",
        "body": "We are looking into it.",
        "created_at": "2026-11-24T15:30:00.000Z",
        "display_at": "2026-11-24T15:30:00.000Z",
        "updated_at": "2026-11-24T15:30:00.000Z",
        "incident_id": "i1",
        "affected_components": None,
        **more,
    }


def incident(id_: str = "i1", **more: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "name": "Messages are delayed",
        "status": "investigating",
        "impact": "major",
        "created_at": "2026-11-24T15:29:00.000Z",
        "updated_at": "2026-11-24T15:30:00.000Z",
        "monitoring_at": None,
        "resolved_at": None,
        "shortlink": "https://stspg.example/i1",
        "page_id": PAGE["id"],
        "incident_updates": [update()],
        **more,
    }


def maintenance(id_: str = "m1", **more: Any) -> dict[str, Any]:
    return {
        **incident(id_),
        "name": "Database upgrade",
        "status": "scheduled",
        "impact": "maintenance",
        "created_at": "2026-11-23T09:00:00.000Z",
        "shortlink": "https://stspg.example/m1",
        "scheduled_for": "2026-11-24T22:00:00.000Z",
        "scheduled_until": "2026-11-25T00:00:00.000Z",
        "incident_updates": [
            update("u9", body="It is on.", created_at="2026-11-24T22:00:00.000Z"),
            update("u8", body="We upgrade.", created_at="2026-11-23T09:00:00.000Z"),
        ],
        **more,
    }


def summary(
    incidents: list[Any] | None = None, maintenances: list[Any] | None = None, **more: Any
) -> bytes:
    whole = {
        "page": PAGE,
        "components": [{"id": "c1", "name": "Messages", "status": "operational"}],
        "incidents": incidents or [],
        "scheduled_maintenances": maintenances or [],
        "status": {"indicator": "none", "description": "All Systems Operational"},
        **more,
    }
    return json.dumps(whole).encode()
