"""Keys: a secret is shown once and kept as a hash; a revoked one never works again."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from outages import keys
from outages.models import Key
from tests.outages import crowd

pytestmark = pytest.mark.django_db
NOW = crowd.NOW


def made(name: str = "Meta") -> tuple[Key, str]:
    return keys.make(name=name, scopes=["notices"], now=NOW)


def test_the_secret_finds_its_key_and_is_stored_nowhere() -> None:
    key, secret = made()
    made("Signal")
    assert keys.find(secret, now=NOW) == key
    row = Key.objects.filter(pk=key.pk).values().get()
    assert secret.startswith(row["begins"])
    assert secret not in str(row)


@pytest.mark.parametrize("secret", ["", "brownout_", "x" * 5000, "\ud800"])
def test_another_secret_finds_none(secret: str) -> None:
    made()
    assert keys.find(secret, now=NOW) is None


def test_a_revoked_key_is_found_no_more() -> None:
    key, secret = made()
    Key.objects.filter(pk=key.pk).update(revoked_at=NOW)
    assert keys.find(secret, now=NOW) is None


def test_its_use_is_noted_once_a_minute() -> None:
    key, secret = made()

    def used(seconds: int) -> object:
        keys.find(secret, now=NOW + timedelta(seconds=seconds))
        return Key.objects.get(pk=key.pk).last_used_at

    assert used(0) == NOW
    assert used(59) == NOW
    assert used(61) == NOW + timedelta(seconds=61)


def test_a_key_of_some_services_holds_for_these_alone() -> None:
    whatsapp = crowd.a_service()
    key, _ = keys.make(name="Meta", scopes=["notices"], services=[whatsapp], now=NOW)
    assert keys.may_speak_for(key, "whatsapp")
    assert not keys.may_speak_for(key, "signal")
    assert keys.may_speak_for(made("All")[0], "signal")


def test_the_command_prints_a_secret_that_works(capsys: pytest.CaptureFixture[str]) -> None:
    crowd.a_service()
    call_command("make_key", "Meta", "--scope", "notices", "--service", "whatsapp")
    key = keys.find(capsys.readouterr().out.strip(), now=NOW)
    assert key is not None
    assert (key.name, key.scopes) == ("Meta", ["notices"])
    assert [service.slug for service in key.services.all()] == ["whatsapp"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["Meta", "--scope", "notices"], "key of the name"),
        (["New", "--scope", "notices", "--service", "teapot"], "teapot"),
        (["New", "--scope", "everything"], "everything"),
        (["New"], "--scope"),
    ],
)
def test_the_command_says_what_is_wrong(arguments: list[str], why: str) -> None:
    made()
    with pytest.raises(CommandError, match=why):
        call_command("make_key", *arguments)
    assert Key.objects.count() == 1
