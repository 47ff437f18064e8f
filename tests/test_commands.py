"""The conftest's own promises: what is asked for by name is real."""

from reports.inbox import Inbox


def test_the_inbox_is_a_real_and_empty_valkey(inbox: Inbox) -> None:
    assert inbox.client.dbsize() == 0
    inbox.client.set("left", "over")


def test_the_inbox_is_empty_again_for_the_next_test(inbox: Inbox) -> None:
    assert inbox.client.dbsize() == 0
    inbox.client.set("left", "over")
