"""The doors as a page in a language of its own path sees them: `/de/s/whatsapp/`.

What is for machines has no language in its path, here neither.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from config.urls import for_machines

urlpatterns = [*for_machines, *i18n_patterns(path("", include("outages.pages.urls")))]
