"""What the web server imports."""

import os
from contextlib import suppress
from importlib import import_module

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError

from config.bodies import BodiesInTime
from reports import clock, kept

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = BodiesInTime(get_wsgi_application())
# A process that serves requests dates them by Redis' clock, and waits for no database to tell it
# again what it knows.
clock.follow()
kept.renew_behind()
# The first report is not to wait for what all need; a database that is away is asked again later.
# (Models can be imported only now.)
with suppress(DatabaseError):
    import_module("reports.vocabulary").read()
