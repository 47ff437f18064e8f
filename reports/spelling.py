"""How what people type is compared: without case, accents and gaps; addresses of sites. Pure."""

import unicodedata
from urllib.parse import urlsplit

# Letters that Unicode takes for letters of their own, though people leave their strokes out.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Control characters and those that turn the direction of writing (UAX #9): NUL cannot be stored,
# and the others would reorder the words around a text. Joiners stay: scripts need them.
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNFIT = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_BIDI)),
    ord("\t"): " ",
    ord("\n"): "\n",
}
# What a host that everybody can reach ends with is no number and no private name.
_PRIVATE = ("local", "localhost", "internal", "lan", "home", "test", "invalid", "onion")
_LONGEST_HOST, _LONGEST_LABEL = 253, 63


class NoSite(ValueError):
    """A text that is no address of a site that everybody can open."""


def cleaned(text: str) -> str:
    """A text that can be stored and shown beside others; line ends stay."""
    return text.translate(_UNFIT).strip()


def folded(text: str) -> str:
    """What two spellings of a name have in common.

    >>> folded("  Société   Générale ") == folded("SOCIETE GENERALE")
    True
    >>> folded("Møøse"), folded("Straße"), folded("ＷｈａｔｓＡｐｐ")
    ('moose', 'strasse', 'whatsapp')
    """
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()
    # Only marks of Latin, Greek and Cyrillic letters are accents; elsewhere they are vowels.
    bare = "".join(one for one in apart if not 0x300 <= ord(one) <= 0x36F)  # noqa: PLR2004
    return " ".join(bare.translate(_STROKES).split())


def squeezed(text: str) -> str:
    """The same without anything but letters, marks and digits.

    >>> squeezed("Whats-App") == squeezed("whats app") == "whatsapp"
    True
    """
    return "".join(one for one in folded(text) if unicodedata.category(one)[0] in "LMN")


def homepage(text: str) -> str:
    """The whole address of a site that somebody typed; raises NoSite.

    >>> homepage("Example.org")
    'https://example.org/'
    >>> homepage("http://www.example.org:80/app?x=1#top")
    'http://www.example.org/app'
    """
    scheme, host, path = _parts(text)
    return f"{scheme}://{host}{path}"


def address(text: str) -> str:
    """Host and path, as two homepages are compared; raises NoSite.

    >>> address("https://www.example.org/app/") == address("example.org/app")
    True
    """
    _, host, path = _parts(text)
    return f"{host.removeprefix('www.')}{path.rstrip('/')}"


def host(text: str) -> str:
    """The host alone, without its "www."; raises NoSite.

    >>> host("https://www.example.org/app/")
    'example.org'
    """
    return _parts(text)[1].removeprefix("www.")


def _parts(text: str) -> tuple[str, str, str]:
    text = cleaned(text)
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        ascii_host = (parts.hostname or "").encode("idna").decode().lower().rstrip(".")
        _ = parts.port
    except ValueError as error:
        raise NoSite(text) from error
    if parts.scheme not in ("http", "https") or parts.username is not None or " " in text:
        raise NoSite(text)
    if not _is_public(ascii_host):
        raise NoSite(text)
    return parts.scheme, ascii_host, parts.path or "/"


def _is_public(name: str) -> bool:
    labels = name.split(".")
    last = labels[-1]
    return (
        len(labels) > 1
        and len(name) <= _LONGEST_HOST
        and last not in _PRIVATE
        and not last.isdigit()
        and not last.startswith("0x")
        and all(_is_label(label) for label in labels)
    )


def _is_label(label: str) -> bool:
    bare = label.replace("-", "").replace("_", "")
    edges = label.startswith("-") or label.endswith("-")
    return bool(bare) and bare.isalnum() and not edges and len(label) <= _LONGEST_LABEL
