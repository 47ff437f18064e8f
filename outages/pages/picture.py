"""A service's answer as a picture, for sites that show one beside a link."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from outages import board
from outages.drawing.picture import CHART_HEIGHT, CHART_WIDTH, can_write, picture
from outages.pages import drawings
from outages.pages.caching import public_page
from outages.pages.moment import moment_of
from outages.pages.verdict import verdict
from reports.models import Service


@public_page
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """The current answer with the last day's chart, as PNG."""
    now = moment_of(request)
    try:
        found = board.service(slug, now=now)
        series = board.series(slug, now=now)
    except Service.DoesNotExist as error:
        raise Http404 from error
    said = verdict(found, now=now)
    words = {"sentence": said.answer, "caption": _caption()}
    if not all(map(can_write, words.values())):
        # Better in another language than in boxes.
        with translation.override(settings.LANGUAGE_CODE):
            words = {"sentence": verdict(found, now=now).answer, "caption": _caption()}
    chart = drawings.drawn(series, size=(CHART_WIDTH, CHART_HEIGHT))
    image = picture(site=settings.SITE_NAME, mark=said.mark, chart=chart, **words)
    return HttpResponse(image, content_type="image/png")


def _caption() -> str:
    return _("Reports of the last 24 hours. Blue: what is usual. All times are UTC.")
