"""A process of a test: stores reports in a thread, and looks meanwhile whether all counts agree.

Run under `manage.py shell`; prints how often it looked, how many differences it saw, and how many
batches had been stored by the first look and by the last.
"""

from threading import Event, Thread

from django.db import connection

from reports import counting, recounting
from tests.builders import a_service, a_symptom, later, reports_for, some_regions

LOOKS = 40
BATCH = 20


def main() -> None:
    some_regions()
    a_service("signal")
    a_symptom("login")
    stored: list[int] = []
    started, looked = Event(), Event()

    def store() -> None:
        while not looked.is_set():
            at = later(10 * len(stored))
            stored.append(counting.store(reports_for("signal", BATCH, at=at, symptom="login")).new)
            started.set()
        connection.close()

    worker = Thread(target=store)
    worker.start()
    started.wait(timeout=30)
    first = len(stored)
    differences = sum(len(list(recounting.differences(since=0))) for _ in range(LOOKS))
    last = len(stored)
    looked.set()
    worker.join(timeout=30)
    print(LOOKS, differences, first, last)
