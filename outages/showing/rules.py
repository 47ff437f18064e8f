"""The rules in force, as pages and API state them: from where the code has them."""

from dataclasses import asdict
from typing import Any

from outages.causes import echo
from outages.detection import baseline, lifecycle, scan, surprise
from outages.judging import beside, implicating, rivalry, standing
from outages.judging.opening import rules_of_instance
from reports import buckets

HOUR = 60


def rules() -> dict[str, Any]:
    """Every threshold that decides on an incident, with the version of the model."""
    return {
        "model_version": baseline.MODEL_VERSION,
        "open_above": lifecycle.OPEN_ABOVE,
        "warn_above": lifecycle.WARN_ABOVE,
        "extent_above": lifecycle.EXTENT_ABOVE,
        "close_below": lifecycle.CLOSE_BELOW,
        "close_after_minutes": lifecycle.CLOSE_AFTER,
        "relapse_within_minutes": lifecycle.RELAPSE_WITHIN,
        "fewest_reporters": surprise.FEWEST_REPORTERS,
        "windows_minutes": list(scan.WINDOWS),
        "history_days": baseline.HISTORY_DAYS,
        "bin_minutes": baseline.BIN_MINUTES,
        "one_voice_minutes": buckets.WINDOW_MINUTES,
        "gate": asdict(rules_of_instance()),
        "echo": {
            "below_share": echo.FAINT,
            "head_start_minutes": echo.HEAD_START,
            "below_no_connection": echo.NO_CONNECTION,
            "strength_minutes": standing.STRENGTH_MINUTES,
            "wait_minutes": rivalry.WAIT_MINUTES,
            "fold_within_minutes": implicating.FOLD_WITHIN,
            "open_above_beside": beside.BESIDE_ABOVE,
        },
    }
