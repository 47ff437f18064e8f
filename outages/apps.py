"""What we conclude: readings, incidents, causes."""

from django.apps import AppConfig

from outages import checks


class OutagesConfig(AppConfig):
    name = "outages"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        checks.register_all()
