"""What drf-spectacular cannot see: problems, and the intake, whose views are plain Django."""

from typing import Any

import msgspec

from reports.api.bodies import ReportBody

# Names for the sets of words that several shapes share.
ENUM_NAMES = {
    "DependencyKind": "reports.models.Dependency.Kind",
    "TimelineKind": "outages.models.TimelineEntry.Kind",
    "IncidentState": "outages.models.Incident.State",
    "IncidentSeverity": "outages.models.Incident.Severity",
    "IncidentScope": "outages.models.Incident.Scope",
    "NoticeKind": "outages.models.Notice.Kind",
    "KnownCause": "outages.causes.taxonomy.KNOWN",
    "CauseSays": "outages.models.Cause.Says",
    "CauseWord": "outages.models.CauseWord.Word",
    "ModeratorsVerdict": "outages.api.shapes.incidents.WORDS",
    "RegionState": "outages.heatmap.STATES",
    "ServiceStatus": "outages.showing.statuses.STATUSES",
}
ANSWERS = {
    "202": "Taken: it is in the counts within seconds.",
    "400": "Something in it is wrong; `errors` names the field.",
    "404": "There is no such service.",
    "409": "Another report was sent with this id.",
    "413": "Longer than 4096 bytes.",
    "415": "Not plain application/json.",
    "429": "Too many different services from this address; see Retry-After.",
    "503": "Nobody can take it right now; see Retry-After.",
}
PATHS = {
    "/api/v1/reports": ("send_report", "Report that a service does not work for you."),
    "/api/v1/works": ("send_works", "Say that a service works for you."),
}
RECEIPT = {
    "type": "object",
    "required": ["id", "duplicate", "counted", "links"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "duplicate": {"type": "boolean", "description": "This voice was heard in this window."},
        "counted": {"type": "boolean"},
        "links": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
# Altcha's puzzle: its members are altcha's, not ours.
TOKEN = {
    "type": "object",
    "required": ["token", "not_before", "expires_at"],
    "properties": {
        "token": {"type": "string"},
        "not_before": {
            "type": "string",
            "format": "date-time",
            "description": "A report that comes with it earlier was not written by a person.",
        },
        "expires_at": {"type": "string", "format": "date-time"},
        "challenge": {
            "type": "object",
            "description": "Only while the service is under suspicion: an altcha puzzle. A report "
            "may carry its payload instead of the token.",
        },
    },
}
PROBLEM = {
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}


def add_intake(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """Add what errors look like, and the intake with the body that msgspec itself validates by."""
    _, shapes = msgspec.json.schema_components(
        [ReportBody], ref_template="#/components/schemas/{name}"
    )
    schemas = result["components"].setdefault("schemas", {})
    schemas.update(shapes, Receipt=RECEIPT, Problem=PROBLEM, Token=TOKEN)
    for path in result["paths"].values():
        for operation in path.values():
            operation["responses"]["default"] = _answer("default", "A problem (RFC 9457).")
    for path, (operation, says) in PATHS.items():
        result["paths"][path] = {"post": _operation(operation, says)}
    result["paths"]["/api/v1/services/{slug}/token"] = {"get": _hand_out()}
    result["paths"] = dict(sorted(result["paths"].items()))
    return result


def _operation(operation: str, says: str) -> dict[str, Any]:
    return {
        "operationId": operation,
        "description": says,
        "tags": ["reports"],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/ReportBody"}}
            },
        },
        "responses": {status: _answer(status, text) for status, text in ANSWERS.items()},
    }


def _hand_out() -> dict[str, Any]:
    return {
        "operationId": "get_token",
        "description": "What a report is sent with. Needed only while the service is under "
        "suspicion: a report without it is then counted as discarded.",
        "tags": ["reports"],
        "parameters": [
            {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}}
        ],
        "responses": {
            "200": _answer("200", "Good for one person's report about this service."),
            "404": _answer("404", "There is no such service."),
            "503": _answer("503", "The catalogue cannot be read right now; see Retry-After."),
        },
    }


SHAPES = {"202": "Receipt", "200": "Token"}


def _answer(status: str, text: str) -> dict[str, Any]:
    name = SHAPES.get(status, "Problem")
    kind = "application/json" if status in SHAPES else "application/problem+json"
    content = {kind: {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"description": text, "content": content}
