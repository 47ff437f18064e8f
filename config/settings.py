"""Every setting. Environment variables are read here only; a bad value stops the start."""

import logging
import os
import secrets
from collections.abc import Callable
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import SELF
from environs import Env, EnvError, validate
from whitenoise.compress import Compressor

from reports import mmdb
from reports.valkey import socket_of

env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent

# Where an instance keeps what it must not lose and what it must not show: database file, Valkey's
# append-only file, daily salts, secret key.
DATA_DIR = Path(env.str("BROWNOUT_DATA", str(BASE_DIR / "var"))).resolve()


def _kept_secret(name: str) -> str:
    """A secret that is made once and kept in a file that only its owner can read."""
    path = DATA_DIR / name
    try:
        return path.read_text()
    except FileNotFoundError:
        DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    secret = secrets.token_urlsafe(48)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(secret)
    return secret


def _networks(name: str) -> list[str]:
    """CIDRs; a bad one stops the start."""
    cidrs: list[str] = env.list(name, [])
    for cidr in cidrs:
        try:
            ip_network(cidr)
        except ValueError as error:
            raise EnvError(f'Environment variable "{name}" invalid: {error}') from error
    return cidrs


def _address_file(name: str, *, holds: Callable[[mmdb.Record], object]) -> str:
    """The path of a file of addresses, absolute; one that cannot be used stops the start."""
    given = env.str(name, "")
    if not given:
        return ""
    path = BASE_DIR / given
    try:
        mmdb.check(path, holds=holds)
    except mmdb.Unusable as error:
        raise EnvError(f'Environment variable "{name}" invalid: {error}') from error
    return str(path)


def _origins(name: str) -> list[str]:
    """Origins (scheme://host, with a port where it is not implied); a bad one stops the start."""
    given: list[str] = env.list(name, [])
    origins = [origin.lower() for origin in given]
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or origin != f"{parts.scheme}://{parts.netloc}":
            raise EnvError(f'Environment variable "{name}" invalid: {origin} is no origin')
    return origins


SECRET_KEY = env.str("SECRET_KEY", "") or _kept_secret("secret_key")
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SITE_NAME = env.str("SITE_NAME", "Brownout")
# Shown on every page when set: the demo says with it that its outage is simulated.
SITE_BANNER = env.str("SITE_BANNER", "")
# Who runs this instance and how to reach them, shown on the page about it; addresses are links.
SITE_OPERATOR = env.str("SITE_OPERATOR", "")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "reports",
    "outages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "outages.languages.InLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "outages.lastgood.middleware.LastGood",
]
ROOT_URLCONF = "config.urls"
# The same site under the language that stands first in a path (outages/languages.py).
URLCONF_IN_A_LANGUAGE = "config.urls_in_a_language"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "outages.pages.context.site",
            ],
        },
    },
]

# Database: one SQLite file unless DATABASE_URL names a PostgreSQL server.
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR / 'brownout.sqlite3'}")}
# FULL: a committed report survives a power cut. A scratch database (replay) may relax it.
SQLITE_SYNCHRONOUS = env.str("SQLITE_SYNCHRONOUS", "FULL")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous={SQLITE_SYNCHRONOUS};",
    }
else:
    # Nobody waits long for a server that is away; one that is back is found by whoever asks next,
    # not after the pool's own, ever longer rests.
    DATABASES["default"]["OPTIONS"] = {
        "pool": {"min_size": 1, "max_size": 8, "timeout": 1, "reconnect_timeout": 1},
        "connect_timeout": 2,
    }
    # A connection that died with a restarted server costs nobody a failed request.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Redis or Valkey: the embedded Valkey on a socket in the data folder, or what REDIS_URL names.
VALKEY_SOCKET = env.str("VALKEY_SOCKET", str(socket_of(DATA_DIR)))
REDIS_URL = env.str("REDIS_URL", "") or f"unix://{VALKEY_SOCKET}"
REDIS_IS_EMBEDDED = not env.str("REDIS_URL", "")
# When the embedded Valkey writes to disk: before each answer, every second, or as the system likes.
# Requests share a write, so that the first costs little; with the second a Valkey that is killed
# loses what a slow disk had kept it from writing.
VALKEY_FSYNC = env.str(
    "VALKEY_FSYNC", "always", validate=validate.OneOf(["always", "everysec", "no"])
)
# Where the web process of `manage.py run` listens; without PORT the first free one from 8000 on.
HOST = env.str("HOST", "127.0.0.1")
PORT = env.int("PORT", None)
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# So long a page or a read of the API is answered again before it is made anew: in an outage reads
# outnumber reports by thousands. 0: every request makes its own.
ANSWERS_FRESH_SECONDS = env.float("ANSWERS_FRESH_SECONDS", 5.0, validate=validate.Range(min=0))

# Proxies in front whose X-Forwarded-For is believed. None: the socket's peer counts.
TRUSTED_PROXIES = _networks("TRUSTED_PROXIES")
# Different services that one address may report within ten minutes.
QUOTA_SERVICES = env.int("QUOTA_SERVICES", 20)
# Networks of an instance's own (a campus, a company): inside them each person is a prefix of their
# own, so that one place can open an incident. None: no single network ever can.
VOTE_NETWORKS = _networks("VOTE_NETWORKS")
# Other sites whose pages may post the report form: https://partner.example. None: such a report is
# stored and weighs nothing.
EMBED_ORIGINS = _origins("EMBED_ORIGINS")
# Votes of one prefix (/24, /48) about a service that weigh something within ten minutes.
PREFIX_VOTES = env.int("PREFIX_VOTES", 3)
# So many reports may wait to be stored: past it those that weigh nothing are sent away, past a
# quarter more than it all are. One takes about half a kilobyte of memory.
INBOX_LONGEST = env.int("INBOX_LONGEST", 1_000_000)

# Operators' own status pages are read every two minutes (outages/following).
FOLLOW_STATUS_PAGES = env.bool("FOLLOW_STATUS_PAGES", False)
# CIDRs of our own network that are asked for all that, by http too: tests ask loopback. None: only
# addresses of the open internet are, by https.
OUTBOUND_ALLOW = _networks("OUTBOUND_ALLOW")

# Files in the MaxMind DB format that tell the region and the network of an address. None: reports
# lie where their reporters say, and the rules about networks do not apply.
GEO_CITY_DB = _address_file("GEO_CITY_DB", holds=mmdb.country_of)
GEO_ASN_DB = _address_file("GEO_ASN_DB", holds=mmdb.network_of)
# What the licence of such a file wants said, shown at the foot of every page; addresses in it are
# links.
GEO_CREDIT = env.str("GEO_CREDIT", "")

# How diverse a window's reports must be before an incident opens (docs/decisions/0013): prefixes at
# the least and with votes enough, the largest share of one, how many as if equally strong; ASNs
# where they are known, and how surprising (severity) the window still is without the strongest.
_at_least_one = validate.Range(min=1)
GATE_FEWEST_PREFIXES = env.int("GATE_FEWEST_PREFIXES", 3, validate=_at_least_one)
GATE_FULL_PREFIXES = env.int("GATE_FULL_PREFIXES", 6, validate=_at_least_one)
GATE_LARGEST_SHARE = env.float(
    "GATE_LARGEST_SHARE", 0.3, validate=validate.Range(min=0, max=1, min_inclusive=False)
)
GATE_FULL_EFFECTIVE = env.float("GATE_FULL_EFFECTIVE", 5.0, validate=_at_least_one)
GATE_FULL_NETWORKS = env.int("GATE_FULL_NETWORKS", 3, validate=_at_least_one)
GATE_REST_SEVERITY = env.float("GATE_REST_SEVERITY", 3.0, validate=validate.Range(min=0))

LANGUAGE_CODE = "en"
# Each by the name that its readers have for it.
LANGUAGES = [
    ("en", "English"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
    ("pt", "Português"),
    ("hi", "हिन्दी"),
    ("ar", "العربية"),
]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": env.str(
            "STATICFILES_BACKEND", "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
# A first start is eight times quicker so: one copy of each file, and no work on source maps.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")

# No inline code, no third party: everything a page needs comes from its own host.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "frame-ancestors": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# TLS belongs to the proxy in front (W004, W008); our embeds frame our pages (W019).
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W019"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("SECURE_COOKIES", False)

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "outages.api.problems.handle",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Brownout API",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "outages.api.schema.add_intake",
    ],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

LOG_LEVEL = env.log_level("LOG_LEVEL", logging.INFO)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"unexpected": {"()": "config.logs.Unexpected"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["unexpected"],
        }
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
