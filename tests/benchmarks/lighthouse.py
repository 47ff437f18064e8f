"""How Google Lighthouse judges the pages of an instance with an outage on it, as on a phone.

  python -m tests.benchmarks.lighthouse [--rounds N]   a line of JSON a page; exit 1 below the marks

Needs Node.js (npx fetches Lighthouse from the npm registry) and Chromium. Scores are medians of
rounds that go over all pages in turn: a simulated phone on a busy machine scatters.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import django

from tests.browsers import FLAGS, chromium

LIGHTHOUSE = "lighthouse@12"
PAGES = ("/", "/s/whatsapp/", "/map/", "/incidents/1/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LOWEST_SCORE, LONGEST_LCP, HEAVIEST = 98, 1500, 120_000
PATIENCE_SECONDS = 180


def judged(address: str, browser: str) -> dict[str, Any]:
    """One run over one page: scores 0-100, milliseconds, bytes over the wire without a cache."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        subprocess.run(
            [
                *("npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output", "json"),
                *("--output-path", str(out), "--only-categories", ",".join(CATEGORIES)),
                f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
            ],
            env={**os.environ, "CHROME_PATH": browser},
            timeout=PATIENCE_SECONDS,
            check=True,
        )
        report = json.loads(out.read_text())
    audits = report["audits"]
    failed = sorted(
        name
        for name, audit in audits.items()
        if audit["score"] is not None
        and audit["score"] < 1
        and audit["scoreDisplayMode"] == "binary"
    )
    return {
        **{name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES},
        "lcp_ms": round(audits["largest-contentful-paint"]["numericValue"]),
        "cls": round(audits["cumulative-layout-shift"]["numericValue"], 4),
        "bytes": round(audits["total-byte-weight"]["numericValue"]),
        "below_one": failed,
    }


def middle(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """The median of each figure; what any round found wanting."""
    figures = [name for name in rounds[0] if name != "below_one"]
    wanting = sorted({name for one in rounds for name in one["below_one"]})
    medians = {name: statistics.median(one[name] for one in rounds) for name in figures}
    return {**medians, "rounds": len(rounds), "below_one": wanting}


def meets(figures: dict[str, Any]) -> bool:
    return (
        all(figures[name] >= LOWEST_SCORE for name in CATEGORIES)
        and figures["lcp_ms"] <= LONGEST_LCP
        and figures["cls"] == 0
        and figures["bytes"] <= HEAVIEST
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    browser = chromium()
    if browser is None:
        sys.exit("There is no Chromium here: apt-get install chromium")
    if shutil.which("npx") is None:
        sys.exit("There is no npx here: apt-get install nodejs npm")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    # Its settings stand only now.
    from outages.management.exhibiting import exhibit  # noqa: PLC0415

    found: dict[str, list[dict[str, Any]]] = {page: [] for page in PAGES}
    with exhibit(say=lambda line: print(line, file=sys.stderr)) as address:
        for _nth in range(given.rounds):
            for page in PAGES:
                found[page].append(judged(address.rstrip("/") + page, browser))
    well = True
    for page, rounds in found.items():
        figures = middle(rounds)
        well &= meets(figures)
        print(json.dumps({"page": page, **figures, "meets": meets(figures)}))
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
