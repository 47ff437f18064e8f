"""Checks what documents promise: links to files exist, and so do the commands in code blocks."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
MAKE = re.compile(r"\bmake ([a-z][a-z-]*)")
MANAGE = re.compile(r"manage\.py ([a-z][a-z_]*)")
TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
SKIPPED = {".venv", "var", "staticfiles", "node_modules", ".git"}


def main() -> int:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text()))
    commands = _commands()
    wrong = [
        f"{document.relative_to(ROOT)}: {problem}"
        for document in _documents()
        for problem in _problems(document, targets, commands)
    ]
    print("\n".join(wrong) if wrong else "Documents: links and commands are valid")
    return 1 if wrong else 0


def _documents() -> list[Path]:
    return [
        path
        for path in sorted(ROOT.rglob("*.md"))
        if not SKIPPED & set(path.relative_to(ROOT).parts)
    ]


def _commands() -> set[str]:
    """The management commands of our apps, of Django and of its apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    return set(get_commands())


def _problems(document: Path, targets: set[str], commands: set[str]) -> Iterator[str]:
    text = document.read_text(encoding="utf-8")
    for link in LINK.findall(text):
        path, _, _ = link.partition("#")
        is_ours = path and ":" not in path
        if is_ours and not (document.parent / path).exists():
            yield f"the link {link} leads nowhere"
    code = "\n".join([*BLOCK.findall(text), *INLINE.findall(BLOCK.sub("", text))])
    yield from (f"there is no make {name}" for name in MAKE.findall(code) if name not in targets)
    yield from (
        f"there is no manage.py {name}" for name in MANAGE.findall(code) if name not in commands
    )


if __name__ == "__main__":
    sys.exit(main())
