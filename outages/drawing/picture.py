"""An answer with its chart as a PNG, for those who show a link as a picture (Open Graph)."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import font_source_sans_pro
from PIL import Image, ImageDraw, ImageFont

from outages.drawing.chart import ChartDrawing

# What most sites that show pictures of links ask for (ogp.me says no size; 1.91 to 1).
WIDTH, HEIGHT = 1200, 630
MARGIN = 64
# Of the chart, which stands at the foot; it is drawn in these pixels.
CHART_WIDTH, CHART_HEIGHT = WIDTH - 2 * MARGIN, 250
CHART_TOP = HEIGHT - CHART_HEIGHT - 60
# Okabe and Ito's colours, as in the style sheet.
PAPER, INK, SOFT, LINE = "#faf9f6", "#1d2127", "#565d66", "#d9d6cd"
BAND, INCIDENT = "#c4e1f3", "#fbeee4"
MARKS = {"outage": "#d55e00", "elevated": "#e69f00", "ok": "#009e73"}
UNKNOWN = "#8a9099"
# Lines are drawn at so many times their size and scaled down: that smooths them.
FINER = 2
# Sizes of the sentence, the largest that fits is taken.
SENTENCE_SIZES = (60, 52, 46, 40, 34)
SENTENCE_LINES = 3
SMALL = 26
FONTS = Path(font_source_sans_pro.__file__).parent / "files"
REGULAR, SEMIBOLD = "SourceSansPro-Regular", "SourceSansPro-Semibold"
# No font has a letter here (Unicode: noncharacter); what is drawn is the box for the unknown.
NO_LETTER = "\ufffe"
# A path is ours (paths.py): M x y, then l with relative steps or h with one, z closes it.
PIECE = re.compile(r"M(-?[\d.]+) ?(-?[\d.]+)(?:l([^MhzZ]*)|h(-?[\d.]+))?")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")

Points = list[tuple[float, float]]


def picture(*, site: str, sentence: str, mark: str, chart: ChartDrawing, caption: str) -> bytes:
    """The picture as PNG.

    Parameters
    ----------
    site, sentence, caption : the site's name, the answer, what the chart shows
        In letters that `can_write`.
    mark : outage, elevated or ok; anything else is unknown
    chart : CHART_WIDTH by CHART_HEIGHT pixels
    """
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 18 * FINER, HEIGHT * FINER), fill=MARKS.get(mark, UNKNOWN))
    _write(pen, (MARGIN, 40), site, size=SMALL, fill=SOFT)
    _sentence(pen, sentence)
    _chart(pen, chart)
    _write(pen, (MARGIN, HEIGHT - 46), caption, size=SMALL - 4, fill=SOFT)
    file = io.BytesIO()
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    small.quantize(64).save(file, format="PNG", optimize=True)
    return file.getvalue()


def can_write(text: str) -> bool:
    """Whether the font has all letters of a text: it has Latin, Greek and Cyrillic ones."""
    font = _font(REGULAR, SMALL)
    unknown = bytes(font.getmask(NO_LETTER))
    return all(bytes(font.getmask(letter)) != unknown for letter in {*text} if letter.strip())


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"{name}.ttf"), size)


def _write(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    *,
    size: int,
    fill: str,
    name: str = REGULAR,
) -> None:
    pen.text((at[0] * FINER, at[1] * FINER), text, font=_font(name, size * FINER), fill=fill)


def _sentence(pen: ImageDraw.ImageDraw, text: str) -> None:
    for size in SENTENCE_SIZES:
        font = _font(SEMIBOLD, size)
        lines = _lines(text, font)
        if len(lines) <= SENTENCE_LINES:
            break
    for nth, line in enumerate(lines[:SENTENCE_LINES]):
        _write(pen, (MARGIN, 88 + nth * size * 1.25), line, size=size, fill=INK, name=SEMIBOLD)


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _chart(pen: ImageDraw.ImageDraw, chart: ChartDrawing) -> None:
    for bar in chart.incidents:
        box = (*_place(bar.x, chart.top), *_place(bar.x + bar.width, chart.bottom))
        pen.rectangle(box, fill=INCIDENT)
    for y in chart.y_ticks:
        pen.line((*_place(chart.left, y.y), *_place(chart.right, y.y)), fill=LINE, width=FINER)
        _write(pen, (MARGIN, CHART_TOP + y.y - 12), y.label, size=20, fill=SOFT)
    for points in _traced(chart.band):
        pen.polygon(_all(points), fill=BAND)
    for points in _traced(chart.reports_line):
        pen.line(_all(points), fill=INK, width=3 * FINER, joint="curve")
    for x in chart.x_ticks:
        at = _place(x.x, chart.bottom + 6)
        pen.text(at, x.label, font=_font(REGULAR, 20 * FINER), fill=SOFT, anchor="ma")


def _traced(path: str) -> Iterator[Points]:
    """The points of each stretch of a path.

    >>> list(_traced("M0 10l5-.5M7 3h2"))
    [[(0.0, 10.0), (5.0, 9.5)], [(7.0, 3.0), (9.0, 3.0)]]
    """
    for x, y, steps, across in PIECE.findall(path):
        points = [(float(x), float(y))]
        moves = [float(step) for step in NUMBER.findall(steps)] or [float(across or 0), 0.0]
        for right, down in zip(moves[::2], moves[1::2], strict=True):
            points.append((points[-1][0] + right, points[-1][1] + down))
        yield points


def _place(x: float, y: float) -> tuple[float, float]:
    return (MARGIN + x) * FINER, (CHART_TOP + y) * FINER


def _all(points: Points) -> list[tuple[float, float]]:
    return [_place(*point) for point in points]
