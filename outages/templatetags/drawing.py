"""Small drawings inside text: bars and sparklines."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from outages.drawing.chart import draw_sparkline

register = template.Library()
SPARKLINE = (300, 44)


@register.simple_tag
def bar(share: float) -> SafeString:
    """A bar of a share between 0 and 1; its number stands beside it in words."""
    return format_html(
        '<svg class="bar" aria-hidden="true" focusable="false">'
        '<rect width="{}%" height="100%" rx="2"/></svg>',
        f"{100 * min(max(share, 0.0), 1.0):.1f}",
    )


@register.simple_tag
def sparkline(values: Sequence[float]) -> SafeString:
    """The shape of the last hours; what it means stands beside it in words."""
    width, height = SPARKLINE
    return format_html(
        '<svg class="sparkline" viewBox="0 0 {} {}" preserveAspectRatio="none"'
        ' aria-hidden="true" focusable="false">'
        '<path d="{}"/></svg>',
        width,
        height,
        draw_sparkline(values, width=width, height=height),
    )
