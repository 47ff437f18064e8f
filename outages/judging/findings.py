"""A standing becomes a finding: what an incident stores and shows of a judged minute."""

from collections.abc import Collection

import numpy as np

from outages.detection import baseline, lifecycle, surprise
from outages.incidents import Finding
from outages.judging import networks
from outages.judging.discards import Discards, together
from outages.judging.opening import Opening
from outages.judging.standing import RowReading, Standing
from outages.models import Incident
from reports import vocabulary
from reports.buckets import minute_of, time_of


def at_opening(standing: Standing, opening: Opening, *, discarded: Discards) -> Finding:
    """What an incident opens on. Regions that did not pass the gate are no part of it."""
    held_back = opening.held_back & standing.regions.keys()
    found = _finding(standing, opening.row, without=held_back, discarded=discarded)
    codes = vocabulary.read().region_codes
    voices = opening.voices
    found.evidence.update(
        # Told apart from the window's start, which an ordinary report may have drawn back.
        rise={
            "at": time_of(standing.rise.start).isoformat(),
            "latest": time_of(standing.rise.latest).isoformat(),
            "earliest": time_of(standing.rise.earliest).isoformat(),
        },
        reporters=voices.reporters,
        prefixes=len(voices.prefixes) or None,
        networks=len(voices.networks) if voices.networks_known else None,
        one_network=opening.one_network,
        network=opening.row.network or None,
        network_name=networks.name_of(opening.row.network) if opening.row.network else "",
        regions_held_back=sorted(codes[region] for region in held_back),
    )
    if opening.beside:
        found.evidence["beside"] = dict(opening.beside)
    return found


def going_on(
    standing: Standing, incident: Incident, *, calm_minutes: int, discarded: Discards
) -> Finding:
    """One more minute of an ongoing incident. `discarded`: of that minute; told are all so far."""
    regions = vocabulary.read().regions
    held_back = {regions[code] for code in incident.evidence.get("regions_held_back", ())}
    return _finding(
        standing,
        standing.best,
        without=held_back | _by_chance(standing, incident),
        calm_minutes=calm_minutes,
        discarded=together(incident.latest.get("discarded", {}), discarded),
    )


def _by_chance(standing: Standing, incident: Incident) -> set[int]:
    """Regions that have not been in trouble so far and are not enough so to join the incident."""
    codes = vocabulary.read().region_codes
    already = set(incident.latest.get("regions_agreeing", ()))
    least = lifecycle.joins_above(
        active=standing.active,
        affected=len(standing.regions),
        minutes=standing.minute - minute_of(incident.started_at),
    )
    return {
        region
        for region, z in standing.regions.items()
        if z < surprise.z_of(least) and codes[region] not in already
    }


def _finding(
    standing: Standing,
    row: RowReading,
    *,
    discarded: Discards,
    without: Collection[int] = (),
    calm_minutes: int = 0,
) -> Finding:
    codes = vocabulary.read().region_codes
    regions = {region: z for region, z in standing.regions.items() if region not in without}
    return Finding(
        service=standing.service,
        minute=standing.minute,
        onset=row.onset,
        window=row.window,
        observed=row.observed,
        expected=row.expected,
        z=row.z,
        ratio=row.ratio,
        severity=lifecycle.severity_class(
            affected=len(regions),
            active=standing.active,
            observed=row.observed,
            expected=row.expected,
            relvar=row.relvar,
        ),
        active=standing.active,
        network=row.network,
        regions=regions,
        codes=frozenset(codes[region] for region in regions),
        calm_minutes=calm_minutes,
        evidence=_evidence(standing, row, agreeing=regions, discarded=discarded),
    )


def _evidence(
    standing: Standing, row: RowReading, *, agreeing: Collection[int], discarded: Discards
) -> dict[str, object]:
    codes = vocabulary.read().region_codes
    low, high = surprise.interval(np.array([row.expected]), np.array([row.relvar]))
    return {
        "minute": time_of(standing.minute).isoformat(),
        "region": codes[row.region],
        # How many of the place's regions the numbers are of (0: all); not which, for a part of a
        # set may have fewer reporters than may be shown.
        "among_regions": len(row.among),
        "window": row.window,
        "observed": row.observed,
        "expected": row.expected,
        "low": int(low[0]),
        "high": int(high[0]),
        "relative_variance": row.relvar,
        "severity": row.severity,
        "tail_log10": -row.severity,
        "z": row.z,
        "ratio": row.ratio,
        "strength": standing.strength,
        "threshold": lifecycle.OPEN_ABOVE,
        "model_version": baseline.MODEL_VERSION,
        "active_regions": standing.active,
        "regions_agreeing": sorted(codes[region] for region in agreeing),
        "regions_disagreeing": sorted(codes[region] for region in standing.others),
        "discarded": dict(discarded),
    }
