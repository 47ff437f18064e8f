"""What people tell us: services, reports and their counts."""

from django.apps import AppConfig

from reports import checks


class ReportsConfig(AppConfig):
    name = "reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        checks.register_all()
