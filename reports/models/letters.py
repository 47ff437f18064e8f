"""Reports that can never be stored, by the name under which the admin shows them."""

from reports.models.reports import Tally


class DeadLetters(Tally):
    """Of no table: they lie in the inbox. This gives them a place and permissions in the admin."""

    class Meta:
        proxy = True
        default_permissions = ("view", "change")
        verbose_name = "dead letter"
