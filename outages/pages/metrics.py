"""/metrics in the text form of Prometheus."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector

from outages.pages.moment import moment_of
from outages.showing import metrics
from outages.showing.condition import condition

PREFIX = "brownout_"


@never_cache
def page(request: HttpRequest) -> HttpResponse:
    now = moment_of(request)
    found = metrics.metrics(condition(now=now), now=now)
    return HttpResponse(generate_latest(Scrape(found)), content_type=CONTENT_TYPE_PLAIN_0_0_4)


class Scrape(Collector):
    """One request's numbers. The same whichever process is asked, so none is kept between two."""

    def __init__(self, found: Iterable[metrics.Metric]) -> None:
        self._found = found

    def collect(self) -> Iterator[Metric]:
        for one in self._found:
            kind = CounterMetricFamily if one.counts else GaugeMetricFamily
            family = kind(PREFIX + one.name, one.says, labels=one.labels)
            for labels, value in one.samples.items():
                family.add_metric(labels, value)
            yield family
