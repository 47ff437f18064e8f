"""Points the settings at a scratch folder before they are read (`-p` in pyproject.toml)."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def _scratch() -> None:
    # xdist's workers inherit the folder of the process that started them.
    if "BROWNOUT_TESTS" not in os.environ:
        folder = tempfile.mkdtemp(prefix="brownout-tests-")
        os.environ["BROWNOUT_TESTS"] = folder
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["BROWNOUT_DATA"] = os.environ["BROWNOUT_TESTS"]
    # Static files by their own names: tests need no collectstatic.
    os.environ["STATICFILES_BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    # WhiteNoise warns where the folder is missing, and a warning fails a test.
    ROOT.joinpath("staticfiles").mkdir(exist_ok=True)
    # Every test that needs a Valkey gets one of its own, never the operator's.
    for name in (
        "REDIS_URL",
        "VALKEY_SOCKET",
        "SITE_BANNER",
        "SITE_OPERATOR",
        "TRUSTED_PROXIES",
        "VOTE_NETWORKS",
        "DEBUG",
        "FOLLOW_STATUS_PAGES",
        "OUTBOUND_ALLOW",
    ):
        os.environ.pop(name, None)
    # A test sees what it has just changed; those of kept answers turn this on.
    os.environ["ANSWERS_FRESH_SECONDS"] = "0"
    # Playwright keeps an event loop in the thread of the test, which Django would refuse to share.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


_scratch()
