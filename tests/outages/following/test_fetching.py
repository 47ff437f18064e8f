"""Fetching a page: slow, huge, led astray or broken ones end in an error that says so."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from outages import outbound
from outages.following.fetching import Fetched, fetch
from outages.outbound import Failed, Limits, Refused
from tests.outages.following import server
from tests.outages.following.server import Act, Visit, running

LOOPBACK = ("127.0.0.0/8",)
# Nothing that is to come needs them; what is not to come is waited for shortly.
LONG, SHORT = Limits(longest=10_000), Limits(wait=0.3, total=0.6, longest=10_000)


@pytest.fixture
def acts() -> dict[str, Act]:
    return {}


@pytest.fixture
def here(acts: dict[str, Act]) -> Iterator[server.Quiet]:
    with running(acts) as found:
        yield found


def get(url: str, **more: Any) -> Fetched:
    return fetch(url, **{"allow": LOOPBACK, "limits": LONG, **more})


def giving(body: bytes, **headers: Any) -> Act:
    return lambda visit: visit.give(body, **headers)


def leading(to: str, *, status: int = 302) -> Act:
    return lambda visit: visit.give(b"", status=status, Location=to)


def raw(answer: bytes) -> Act:
    def act(visit: Visit) -> None:
        visit.send_raw(answer)
        visit.close_connection = True

    return act


def test_a_page_comes_with_what_it_is_known_by(here: server.Quiet, acts: dict[str, Act]) -> None:
    acts["/a?b=c"] = giving(b"{}", ETag='"1"', Last_Modified="Tue, 24 Nov 2026 12:00:00 GMT")
    found = get(here.url + "/a?b=c")
    assert (found.body, found.etag) == (b"{}", '"1"')
    assert found.last_modified == "Tue, 24 Nov 2026 12:00:00 GMT"


def test_what_is_known_is_asked_for_and_not_sent_again(
    here: server.Quiet, acts: dict[str, Act]
) -> None:
    acts["/"] = lambda visit: visit.give(b"", status=304, ETag='"1"')
    found = get(here.url, etag='"1"', last_modified="Tue, 24 Nov 2026 12:00:00 GMT")
    assert (found.body, found.etag) == (None, '"1"')
    _path, headers = here.asked[0]
    assert headers["If-None-Match"] == '"1"'
    assert headers["If-Modified-Since"] == "Tue, 24 Nov 2026 12:00:00 GMT"


def test_a_packed_page_is_unpacked(here: server.Quiet, acts: dict[str, Act]) -> None:
    acts["/"] = giving(gzip.compress(b"hello"), Content_Encoding="gzip")
    assert get(here.url).body == b"hello"


def test_a_page_in_chunks_is_put_together(here: server.Quiet, acts: dict[str, Act]) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    acts["/"] = raw(head + b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    assert get(here.url).body == b"abcde"


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (giving(b"x" * 10_001), "longer than 10,000 bytes"),
        (
            giving(gzip.compress(b"0" * 5_000_000), Content_Encoding="gzip"),
            "longer than 10,000 bytes when unpacked",
        ),
        (giving(gzip.compress(b"hello")[:-4], Content_Encoding="gzip"), "broke off"),
        (giving(b"hello", Content_Encoding="gzip"), "cannot be unpacked"),
        (giving(b"hello", Content_Encoding="br"), "packed as br"),
        (giving(b"", status=500), "answered 500"),
        (giving(b"", status=404), "answered 404"),
        (giving(b"", status=302), "does not say where"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"), "broke off"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nshort"), "connection"),
        (raw(b"SSH-2.0-OpenSSH\r\n"), "connection failed"),
        (raw(b""), "connection failed"),
    ],
)
def test_what_goes_wrong_is_said(
    here: server.Quiet, acts: dict[str, Act], act: Act, why: str
) -> None:
    acts["/"] = act
    with pytest.raises(Failed, match=why):
        get(here.url)


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (server.hang, "did not answer within 0.3 seconds"),
        (server.drip, "took longer than 0.6 seconds"),
        (server.drip_head, "took longer than 0.6 seconds"),
    ],
)
def test_what_takes_too_long_is_left(
    here: server.Quiet, acts: dict[str, Act], act: Act, why: str
) -> None:
    acts["/"] = act
    with pytest.raises(Failed, match=why):
        get(here.url, limits=SHORT)


def test_a_server_that_is_down_is_said_to_be(here: server.Quiet) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Failed, match="connection failed"):
        get(f"http://127.0.0.1:{port}/")


def test_three_redirects_are_followed_and_a_fourth_is_not(
    here: server.Quiet, acts: dict[str, Act]
) -> None:
    acts.update({f"/{n}": leading(f"/{n + 1}", status=301 + n % 2) for n in range(4)})
    acts["/4"] = giving(b"end")
    assert get(here.url + "/1").body == b"end"
    with pytest.raises(Failed, match="more than 3 times"):
        get(here.url + "/0")


@pytest.mark.parametrize(
    "to",
    [
        "http://10.0.0.1/",
        "https://[::1]/",
        "//169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "https://name:password@example.com/",
    ],
)
def test_a_redirect_is_checked_like_the_first_address(
    here: server.Quiet, acts: dict[str, Act], to: str
) -> None:
    acts["/"] = leading(to)
    with pytest.raises(Refused):
        get(here.url)
    assert [path for path, _ in here.asked] == ["/"]


def test_all_redirects_together_have_the_time_of_one(
    here: server.Quiet, acts: dict[str, Act]
) -> None:
    def slow(visit: Visit) -> None:
        visit.wait(0.25)
        visit.give(b"", status=302, Location="/")

    acts["/"] = slow
    with pytest.raises(Failed, match="took longer|did not answer"):
        get(here.url, limits=SHORT)
    assert len(here.asked) <= 3


ADDRESSES = [
    ("127.0.0.1", False),
    ("10.1.2.3", False),
    ("172.16.0.1", False),
    ("192.168.1.1", False),
    ("169.254.169.254", False),
    ("100.64.0.1", False),
    ("100.127.255.254", False),
    ("0.0.0.0", False),
    ("192.0.2.1", False),
    ("198.18.0.1", False),
    ("224.0.0.1", False),
    ("240.0.0.1", False),
    ("255.255.255.255", False),
    ("::", False),
    ("::1", False),
    ("::7f00:1", False),
    ("::ffff:127.0.0.1", False),
    ("::ffff:8.8.8.8", False),
    ("64:ff9b::7f00:1", False),
    ("64:ff9b::808:808", False),
    ("64:ff9b:1::1", False),
    ("2002:7f00:1::", False),
    ("2001:0:7f00:1::1", False),
    ("fc00::1", False),
    ("fd12::1", False),
    ("fe80::1", False),
    ("fe80::1%eth0", False),
    ("fec0::1", False),
    ("ff02::1", False),
    ("2001:db8::1", False),
    ("8.8.8.8", True),
    ("1.1.1.1", True),
    ("2606:4700::6810:84e5", True),
    ("2a00:1450:4001:82a::200e", True),
]


@pytest.mark.parametrize(("address", "fine"), ADDRESSES)
def test_only_addresses_of_the_open_internet_are_connected_to(address: str, fine: bool) -> None:
    assert (outbound.refusal(address) == "") is fine


def resolves_to(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Names stand for these addresses, one answer after another; gives which were asked for."""
    asked: list[str] = []

    def stub(host: str, port: int, **_more: Any) -> list[Any]:
        asked.append(host)
        found = answers[min(len(asked), len(answers)) - 1]
        return [
            (
                socket.AF_INET6 if ":" in address else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (address, port, 0, 0) if ":" in address else (address, port),
            )
            for address in found
        ]

    monkeypatch.setattr(outbound, "getaddrinfo", stub)
    return asked


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What sockets were connected to; none is in truth."""
    found: list[Any] = []

    def connect(_self: socket.socket, where: Any) -> None:
        found.append(where[0])
        raise ConnectionRefusedError("a test")

    monkeypatch.setattr(socket, "socket", type("S", (socket.socket,), {"connect": connect}))
    return found


@pytest.mark.parametrize("address", [one for one, fine in ADDRESSES if not fine])
def test_a_name_that_stands_for_a_private_address_is_not_connected_to(
    monkeypatch: pytest.MonkeyPatch, connected: list[Any], address: str
) -> None:
    resolves_to(monkeypatch, [address])
    with pytest.raises(Refused, match="status.example"):
        fetch("https://status.example/", limits=SHORT)
    assert connected == []


def test_only_the_address_that_was_checked_is_connected_to(
    monkeypatch: pytest.MonkeyPatch, connected: list[Any]
) -> None:
    """The name is looked up once: what it stands for a moment later is never asked."""
    asked = resolves_to(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    with pytest.raises(Failed):
        fetch("https://status.example/", limits=SHORT)
    assert (asked, connected) == (["status.example"], ["8.8.8.8"])


def test_of_several_addresses_private_ones_are_passed_over(
    monkeypatch: pytest.MonkeyPatch, connected: list[Any]
) -> None:
    resolves_to(monkeypatch, ["10.0.0.1", "8.8.8.8", "::1"])
    with pytest.raises((Failed, Refused)):
        fetch("https://status.example/", limits=SHORT)
    assert connected == ["8.8.8.8"]


@pytest.mark.parametrize(
    "host", ["127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::ffff:127.0.0.1]", "localhost"]
)
def test_no_spelling_of_loopback_passes(connected: list[Any], host: str) -> None:
    with pytest.raises((Refused, Failed)):
        fetch(f"https://{host}/", limits=SHORT)
    assert connected == []


def test_http_is_refused_but_where_the_address_is_allowed(
    monkeypatch: pytest.MonkeyPatch, connected: list[Any]
) -> None:
    resolves_to(monkeypatch, ["8.8.8.8"])
    with pytest.raises(Refused, match="https"):
        fetch("http://status.example/", limits=SHORT)
    with pytest.raises(Refused, match="https"):
        fetch("http://status.example/", limits=SHORT, allow=LOOPBACK)
    assert connected == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/",
        "https://user@example.com/",
        "https://user:secret@example.com/",
        "https:///path",
        "https://[::1/",
        "https://example.com:99999/",
        "example.com",
        "",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str, connected: list[Any]) -> None:
    with pytest.raises(Refused) as refused:
        fetch(url, limits=SHORT)
    assert "secret" not in str(refused.value)
    assert connected == []


def test_a_resolver_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(outbound, "getaddrinfo", lambda *_a, **_k: over.wait(30))
    with pytest.raises(Failed, match="not found in time"):
        fetch("https://status.example/", limits=SHORT)
    over.set()


def test_a_name_that_there_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_args: Any, **_more: Any) -> None:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(outbound, "getaddrinfo", nowhere)
    with pytest.raises(Failed, match="no such name"):
        fetch("https://status.example/", limits=SHORT)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of “status.example”, signed by itself, with its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl here: apt-get install openssl")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-nodes", "-days", "2", "-subj", "/CN=status.example"),
            *("-addext", "subjectAltName=DNS:status.example"),
            *("-keyout", path, "-out", path.with_suffix(".crt")),
        ],
        check=True,
        capture_output=True,
    )
    return path


@pytest.fixture
def https(certificate: Path, acts: dict[str, Act]) -> Iterator[int]:
    """The port of a server with that certificate."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate.with_suffix(".crt"), certificate)
    acts["/"] = giving(b"{}")
    with running(acts, tls=tls) as found:
        yield found.server_address[1]


def test_a_good_certificate_is_taken(
    https: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_suffix(".crt")))
    resolves_to(monkeypatch, ["127.0.0.1"])
    assert get(f"https://status.example:{https}/").body == b"{}"


def test_a_certificate_that_nobody_vouches_for_is_not(
    https: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolves_to(monkeypatch, ["127.0.0.1"])
    with pytest.raises(Failed, match="certificate is not good"):
        get(f"https://status.example:{https}/")


def test_a_certificate_of_another_name_is_not(
    https: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_suffix(".crt")))
    resolves_to(monkeypatch, ["127.0.0.1"])
    with pytest.raises(Failed, match="certificate is not good"):
        get(f"https://other.example:{https}/")
