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
    task_default_queue="ticks",
    # Celery can go deaf when it connects anew (celery issues 8030, 8091, 10302), and waits up to 30
    # seconds to try: a worker that has lost Valkey ends instead, and one that finds none at its
    # start gives up after 2 + 4 + 6 seconds. The process keeper starts it again.
    broker_connection_retry=False,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=3,
    # A connection that died without a word is noticed: no call waits for ever.
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
    "learn what is usual": {
        "task": "outages.fit",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "suspect what is unusual": {
        "task": "reports.suspect",
        "schedule": 10.0,
        "options": {"expires": 20},
    },
    "follow operators' status pages": {
        "task": "outages.follow",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "forget what is old": {
        "task": "reports.forget",
        # Secrets are to be gone after 48 hours, not an hour later.
        "schedule": 300.0,
        "options": {"expires": 300},
    },
    "forget old readings": {
        "task": "outages.forget",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
}
