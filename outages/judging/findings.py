"""A standing becomes a finding: what an incident stores and shows of a judged minute."""

import numpy as np

from outages.detection import baseline, lifecycle, surprise
from outages.incidents import Finding
from outages.judging.diversity import Voices
from outages.judging.standing import RowReading, Standing
from reports import vocabulary
from reports.buckets import time_of


def finding(standing: Standing, heard: Voices | None, *, calm_minutes: int = 0) -> Finding:
    """What is found about a service at a minute; `heard` where the voices were counted."""
    row = standing.best
    codes = vocabulary.read().region_codes
    return Finding(
        service=standing.service,
        minute=standing.minute,
        onset=row.onset,
        window=row.window,
        observed=row.observed,
        expected=row.expected,
        z=row.z,
        ratio=standing.ratio,
        severity=lifecycle.severity_class(
            share_of_regions=standing.share_of_regions, ratio=standing.ratio
        ),
        active=standing.active,
        regions=standing.regions,
        codes=frozenset(codes[region] for region in standing.regions),
        calm_minutes=calm_minutes,
        evidence=_evidence(standing, row, codes, heard),
    )


def _evidence(
    standing: Standing, row: RowReading, codes: dict[int, str], heard: Voices | None
) -> dict[str, object]:
    low, high = surprise.interval(np.array([row.expected]), np.array([row.relvar]))
    evidence: dict[str, object] = {
        "minute": time_of(standing.minute).isoformat(),
        "region": codes[row.region],
        "window": row.window,
        "observed": row.observed,
        "expected": row.expected,
        "low": int(low[0]),
        "high": int(high[0]),
        "relative_variance": row.relvar,
        "severity": row.severity,
        "tail_log10": -row.severity,
        "z": row.z,
        "ratio": standing.ratio,
        "strength": standing.strength,
        "threshold": lifecycle.OPEN_ABOVE,
        "model_version": baseline.MODEL_VERSION,
        "active_regions": standing.active,
        "regions_agreeing": sorted(codes[region] for region in standing.regions),
        "regions_disagreeing": sorted(codes[region] for region in standing.others),
        "discarded": {},
    }
    if heard is not None:
        evidence |= {
            "reporters": heard.reporters,
            "prefixes": len(heard.prefixes) if heard.prefixes_known else None,
            "networks": heard.networks or None,
        }
    return evidence
