"""People with marked addresses, who send what is taken and everything that is refused."""

import json
import re
import socket
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from ipaddress import ip_address
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver

from tests.services.instance import HOST
from tests.spellings import Address

REPORTS = "/api/v1/reports"
FORM = "/s/whatsapp/report/"
SUGGEST = "/suggest/"
# Other headers in which proxies hand on an address; none of them is read.
NOT_READ = ("X-Real-IP", "CF-Connecting-IP", "True-Client-IP", "Client-IP", "X-Client-IP")
# As many services as a visitor reports on until the quota stops them.
SERVICES = ("signal", "telegram", "discord", "reddit", "netflix", "youtube", "spotify")
QUOTA = 6
# What stands in a path, by the name of its form.
EXAMPLES = {"slug": "whatsapp", "int": "1", "path": "nothing"}
TYPED = "application/x-www-form-urlencoded"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@dataclass
class Visitor:
    """Somebody at an address, and how the X-Forwarded-For lines of their proxies spell it.

    `heard`: everything that was answered, heads and bodies; `statuses`: of the answers.
    """

    port: int
    address: Address
    forwarded: Sequence[str]
    heard: list[bytes] = field(default_factory=list)
    statuses: set[int] = field(default_factory=set)

    def ask(self, method: str, path: str, body: bytes = b"", /, **headers: str) -> bytes:
        connection = HTTPConnection(HOST, self.port, timeout=30)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for line in self.forwarded:
            connection.putheader("X-Forwarded-For", line)
        for name in NOT_READ:
            connection.putheader(name, str(self.address))
        connection.putheader("Forwarded", f'for="{self.address}"')
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        if method == "POST":
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        self.heard += [str(answer.headers).encode(), content]
        self.statuses.add(answer.status)
        return content

    def tell(self, path: str = REPORTS, /, **body: str) -> bytes:
        content = json.dumps({"service": "whatsapp", **body}).encode()
        return self.ask("POST", path, content, Content_Type="application/json")

    def visit(self) -> None:
        """Every kind of request once."""
        self._report()
        self._be_refused()
        self._use_the_form()
        self._suggest()
        self._break_off()
        for service in SERVICES:
            self.tell(service=service)

    def fall_over(self) -> None:
        """What fails while the database is out of order. Asked anew: no cache knows these."""
        self.ask("GET", FORM)
        self.ask("GET", "/s/whatsapp/")
        self.ask("GET", "/api/v1/incidents?limit=7")
        self.ask("GET", "/api/v1/services?q=what")
        self.ask("POST", FORM, b"region=XX", Content_Type=TYPED)
        self.tell(comment="now")

    def _report(self) -> None:
        self.tell(symptom="messaging", region="US-NY", comment="since lunch")
        self.tell()
        self.tell("/api/v1/works")
        id_ = str(uuid4())
        self.tell(service="instagram", id=id_)
        self.tell(service="instagram", id=id_, comment="not the same")
        self.ask("GET", "/api/v1/services/whatsapp/token")

    def _be_refused(self) -> None:
        self.ask("POST", REPORTS, b'{"service": ', Content_Type="application/json")
        self.ask("POST", REPORTS, b"\xff\xfe", Content_Type="application/json")
        self.ask("POST", REPORTS, b" " * 5000, Content_Type="application/json")
        self.ask("POST", REPORTS, b"service=whatsapp", Content_Type="text/plain")
        self.ask("GET", REPORTS)
        self.tell(service="no-such-service")
        self.tell(symptom="no-such-symptom")
        self.tell(member="unknown")
        self.tell(id="no-uuid")
        self.ask("GET", "/nowhere/")
        self.ask("GET", "/s/no-such-service/")
        self.ask("GET", "/", Host="no-such-host.example")
        self.ask("GET", "/admin/")
        self.ask("POST", "/admin/login/", b"username=x", Content_Type=TYPED)
        self.ask(
            "POST",
            REPORTS,
            b'{"service": "whatsapp"}',
            Content_Type="application/json",
            Origin="https://elsewhere.example",
            Sec_Fetch_Site="cross-site",
        )

    def _use_the_form(self) -> None:
        self.ask("POST", FORM, b"kind=report", Content_Type=TYPED)
        hidden = dict(HIDDEN.findall(self.ask("GET", FORM).decode()))
        cookie = next(
            (
                part.split(";")[0]
                for part in re.findall(r"(?i)set-cookie: ([^\r\n]*)", self.heard[-2].decode())
            ),
            "",
        )
        fields = "&".join(f"{name}={value}" for name, value in hidden.items())
        for answers in ("kind=report&region=DE-BE&comment=hello", "kind=works", "region=XX"):
            body = f"{fields}&{answers}".encode()
            self.ask("POST", FORM, body, Content_Type=TYPED, Cookie=cookie)

    def _suggest(self) -> None:
        page = self.ask("GET", SUGGEST)
        # Quicker than a person: asked to press once more, with a token that is old enough.
        for _ in range(2):
            fields = "&".join(f"{name}={value}" for name, value in HIDDEN.findall(page.decode()))
            site = f"name=Chess+{self.port}&homepage=chess.example.org"
            page = self.ask("POST", SUGGEST, f"{fields}&{site}".encode(), Content_Type=TYPED)

    def _break_off(self) -> None:
        head = f"POST {REPORTS} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: {self.address}\r\n"
        for rest in (
            "Content-Type: application/json\r\nContent-Length: 90\r\n\r\n{",
            "no header\r\n",
        ):
            with socket.create_connection((HOST, self.port), timeout=10) as connection:
                connection.sendall(f"{head}{rest}".encode())
                connection.shutdown(socket.SHUT_WR)
                self.heard.append(connection.recv(65536))


def visitors(port: int) -> list[Visitor]:
    """One for each way in which an address can be handed on."""
    ways = (
        ("198.18.77.7", "{}"),
        ("198.18.77.8", "203.0.113.9, {}"),
        ("198.18.77.9", "{}, 127.0.0.3, 127.0.0.2"),
        ("198.18.77.10", "::ffff:{}"),
        # Neither of these is an address: the vote is the proxy's own.
        ("198.18.77.11", "{}:1234"),
        ("2001:db8:77:1::7", "{}"),
        ("2001:db8:77:2::8", "198.18.77.12, 2001:0DB8:0077:0002:0000:0000:0000:0008"),
        ("2001:db8:77:3::9", "[{}]:443"),
    )
    return [Visitor(port, ip_address(address), [line.format(address)]) for address, line in ways]


def public_paths() -> list[str]:
    """Every address of the site that is no form of the admin, whatever there is by now."""
    return sorted(set(_paths(get_resolver().url_patterns, "/")))


def _paths(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if path.startswith("/admin/"):
            continue
        if isinstance(pattern, URLResolver):
            yield from _paths(pattern.url_patterns, path)
        else:
            yield re.sub(r"<(\w+):\w+>", lambda part: EXAMPLES[part[1]], path)
