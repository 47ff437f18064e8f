"""The Celery app and the one table of all periodic work."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("brownout")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.update(
    # Ticks are idempotent and carry no report: a lost one is made good by the next, none is kept,
    # none is fetched ahead, and one that waited longer than its interval is dropped.
    task_ignore_result=True,
    task_acks_late=True,
    task_acks_on_failure_or_timeout=True,
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
    task_default_queue="ticks",
    # Celery can go deaf on a connection that died without a word: no call may wait for ever, and
    # one that is overdue is opened anew within half a minute (its attendant would need longer).
    broker_transport_options={
        "socket_timeout": 5,
        "socket_connect_timeout": 2,
        "socket_keepalive": True,
        "health_check_interval": 10,
    },
)
app.conf.beat_schedule = {
    "store the reports that wait": {
        "task": "reports.store",
        "schedule": 1.0,
        "options": {"expires": 5},
    },
    "watch the counts": {
        "task": "outages.watch",
        "schedule": 10.0,
        "options": {"expires": 20},
    },
    "suspect what is unusual": {
        "task": "reports.suspect",
        "schedule": 10.0,
        "options": {"expires": 20},
    },
    "forget what is old": {
        "task": "reports.forget",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
}
