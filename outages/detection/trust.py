"""How far a series' severities can be trusted, by what they said on its ordinary days."""

import numpy as np

from outages.detection.dispersion import LAG_BINS, Forecasts, forecasts
from outages.detection.history import History
from outages.detection.surprise import FEWEST_REPORTERS, surprise
from outages.detection.week import Floats

# Half of all ordinary days have a highest severity below this: 96 half-hour and two-hour windows a
# day, of which the two-hour ones overlap, make a 1 in 100 window of the day's most surprising one.
ORDINARY_MAXIMUM = 2.0
# The days that are asked. Days of incidents are asked, too: while they are fewer than half, the
# median does not see them; once they are more, they are what is ordinary.
ASKED_DAYS = 14
# Fewer say nothing: one outage in an instance's first days must not make it deaf to the next.
FEWEST_DAYS = 7


def trust(past: History, profile: Floats, lasting: Floats, jitter: Floats) -> Floats:
    """The factor on a series' severities, 0 to 1, [series].

    A series that is far more surprising than the model says on every other day (people who answer
    each other, robots, campaigns) has its severities scaled down until its median day is ordinary.
    """
    half, long = forecasts(past, profile)
    season = past.calendar.season
    relvar = lasting + jitter / season.bin_minutes
    severity = np.maximum(_severity(half, relvar), _severity(long, relvar))
    by_day = np.pad(severity, ((0, 0), (LAG_BINS, 0))).reshape(len(severity), -1, season.slots)
    days = past.watched.reshape(by_day.shape)
    unwatched = np.count_nonzero(~days[:, -ASKED_DAYS:], axis=2)
    whole = np.equal(unwatched, 0)
    highest = np.where(whole, by_day.max(axis=2)[:, -ASKED_DAYS:], np.nan)
    highest[np.count_nonzero(whole, axis=1) < FEWEST_DAYS] = 0.0
    usual = np.nanmedian(highest, axis=1)
    return np.asarray(ORDINARY_MAXIMUM / np.maximum(usual, ORDINARY_MAXIMUM), float)


def _severity(said: Forecasts, relvar: Floats) -> Floats:
    variance = np.broadcast_to(relvar[:, None], said.means.shape)
    spread = np.sqrt(said.means + variance * said.means**2)
    raised = said.watched & (said.counts >= FEWEST_REPORTERS) & (said.counts > said.means + spread)
    severity = np.zeros(said.means.shape)
    severity[raised] = surprise(said.counts[raised], said.means[raised], variance[raised])
    return severity
