"""Addresses: whose vote a request is, and what is kept of them."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.reporter import (
    LONGEST_FORWARDED_FOR,
    client_address,
    identify,
    parse_address,
    parse_networks,
    token,
    vote_key,
)

PROXY = "10.0.0.1"
TRUSTED = parse_networks(["10.0.0.0/8"])
TODAY, YESTERDAY = b"today", b"yesterday"


def behind(forwarded_for: str, *, peer: str = PROXY) -> str:
    return str(client_address(peer=peer, forwarded_for=forwarded_for, trusted=TRUSTED))


@pytest.mark.parametrize(
    ("peer", "header", "counts"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (PROXY, "198.51.100.1", "198.51.100.1"),
        (PROXY, "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        (PROXY, "198.51.100.1, 10.9.9.9", "198.51.100.1"),
        (PROXY, "::ffff:198.51.100.1", "198.51.100.1"),
        (PROXY, "not an address", PROXY),
        (PROXY, "198.51.100.1, garbage", PROXY),
        (PROXY, "198.51.100.1," * 100, PROXY),
        (PROXY, " , ", PROXY),
        # A proxy that is trusted at the left end is somebody's own word, and none of ours asked.
        (PROXY, "10.1.1.1, 203.0.113.9, 10.2.2.2,10.3.3.3", "203.0.113.9"),
        (PROXY, "10.1.1.1, 10.2.2.2", "10.1.1.1"),
        (PROXY, "garbage, 198.51.100.1", "198.51.100.1"),
        (PROXY, "198.51.100.1:443", PROXY),
        (PROXY, "2001:db8::1", "2001:db8::1"),
        ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
        (PROXY, "198.51.100.1".rjust(LONGEST_FORWARDED_FOR), "198.51.100.1"),
        (PROXY, "198.51.100.1".rjust(LONGEST_FORWARDED_FOR + 1), PROXY),
        ("", "198.51.100.1", "::"),
    ],
)
def test_the_rightmost_untrusted_address_counts_and_garbage_never_chooses(
    peer: str, header: str, counts: str
) -> None:
    assert behind(header, peer=peer) == counts


@given(st.text(max_size=2000))
def test_no_header_at_all_breaks_the_walk(header: str) -> None:
    assert ip_address(behind(header))


@given(st.text(alphabet="0123456789abcdef.:,% x", max_size=1000))
def test_what_a_client_writes_before_its_proxy_does_chooses_nothing(written: str) -> None:
    assert behind(f"{written},198.51.100.1") == "198.51.100.1"
    assert behind(written, peer="203.0.113.9") == "203.0.113.9"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("198.18.0.1", "::ffff:198.18.0.1"),
        ("198.18.0.1", " 198.18.0.1 "),
        ("fe80::1", "fe80::1%eth0"),
        ("2001:db8::", "2001:0DB8:0:0:ffff:ffff:ffff:ffff"),
    ],
)
def test_two_spellings_of_an_address_are_one_person(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


def test_parts_of_a_token_cannot_run_into_each_other() -> None:
    assert token(TODAY, "ab", "c") != token(TODAY, "a", "bc")


def test_one_bad_network_of_the_settings_is_named() -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0\.0/40"):
        parse_networks(["10.0.0.0/8", "10.0.0.0/40"])


def tokens(address: str, *, service: str = "signal", salt: bytes = TODAY) -> tuple[str, str, str]:
    parsed = parse_address(address)
    assert parsed
    who = identify(address=parsed, service=service, salt=salt, salt_yesterday=YESTERDAY)
    return who.reporter.hex, who.reporter_yesterday.hex, who.prefix.hex


def test_a_household_with_ipv6_is_one_reporter_and_its_neighbours_are_others() -> None:
    assert tokens("2001:db8:1:2::1") == tokens("2001:db8:1:2:ffff::9")
    assert tokens("2001:db8:1:2::1")[0] != tokens("2001:db8:1:3::1")[0]
    assert tokens("2001:db8:1:2::1")[2] == tokens("2001:db8:1:3::1")[2]


def test_addresses_of_a_24_share_a_prefix_and_no_reporter() -> None:
    one, other, far = tokens("198.18.0.1"), tokens("198.18.0.2"), tokens("198.18.1.1")
    assert one[0] != other[0]
    assert one[2] == other[2] != far[2]


def test_tokens_of_other_days_and_services_cannot_be_joined() -> None:
    seen = {*tokens("198.18.0.1"), *tokens("198.18.0.1", service="x")}
    seen |= {*tokens("198.18.0.1", salt=b"tomorrow")}
    # Only yesterday's token is the same again, and it is never stored.
    assert len(seen) == 3 + 3 + 2
    assert not any("198" in token and "18" in token and "0.1" in token for token in seen)


def test_todays_token_is_tomorrows_token_of_yesterday() -> None:
    address = ip_address("198.18.0.1")
    today = identify(address=address, service="x", salt=b"a", salt_yesterday=b"b")
    tomorrow = identify(address=address, service="x", salt=b"c", salt_yesterday=b"a")
    assert tomorrow.reporter_yesterday == today.reporter


def test_keys_sort_by_window_and_tell_voices_apart() -> None:
    who = identify(
        address=ip_address("198.18.0.1"), service="x", salt=TODAY, salt_yesterday=YESTERDAY
    ).reporter
    early = vote_key(service="x", reporter=who, window=29_000_000, kind="report")
    late = vote_key(service="x", reporter=who, window=29_000_010, kind="report")
    assert early.bytes < late.bytes
    assert early == vote_key(service="x", reporter=who, window=29_000_000, kind="report")
    assert early != vote_key(service="y", reporter=who, window=29_000_000, kind="report")
    assert early != vote_key(service="x", reporter=who, window=29_000_000, kind="works")
