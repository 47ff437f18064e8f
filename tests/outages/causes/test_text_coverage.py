"""Causes in the words of operators that were not read to write phrases."""

import csv
from collections import Counter
from pathlib import Path

from outages.causes.taxonomy import KNOWN, UNKNOWN
from outages.causes.text import cause_of

WRITTEN = Path(__file__).parents[2] / "data" / "official_written.csv"
LEAST_F1, LEAST_SILENCE = 0.7, 0.85


def told() -> list[tuple[str, str]]:
    """(the cause, what is read) of each text that was used for neither phrases nor weights."""
    with WRITTEN.open(newline="", encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["part"] == "second"]
    return [(row["cause_category"], cause_of(row["text"])[0]) for row in rows]


def test_most_causes_are_read_in_texts_that_no_phrase_was_written_for() -> None:
    pairs = told()
    right = Counter(cause for cause, read in pairs if cause == read)
    written, read = Counter(cause for cause, _ in pairs), Counter(read for _, read in pairs)
    scores = [2 * right[one] / (written[one] + read[one]) for one in (*KNOWN, UNKNOWN)]
    assert sum(scores) / len(scores) >= LEAST_F1


def test_little_is_read_into_texts_that_name_no_cause() -> None:
    silent = [read for cause, read in told() if cause == UNKNOWN]
    assert silent.count(UNKNOWN) >= LEAST_SILENCE * len(silent)
