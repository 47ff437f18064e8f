"""What the web server imports."""

import os

from django.core.wsgi import get_wsgi_application

from config.bodies import BodiesInTime
from reports import clock, kept

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = BodiesInTime(get_wsgi_application())
# A process that serves requests dates them by Redis' clock, and waits for no database to tell it
# again what it knows.
clock.follow()
kept.renew_behind()
