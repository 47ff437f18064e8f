"""`python -m tests.messages renew`, `missing` or `check`."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from tests.messages import checking, files  # noqa: E402
from tests.messages.collecting import collected  # noqa: E402


def renew() -> int:
    """Bring the files up to date with the code, and compile them."""
    template = collected()
    for code in files.CODES:
        files.keep(code, files.renewed(files.read(code), template))
    return missing()


def missing() -> int:
    """List what is not translated."""
    template = collected()
    lacks = {code: checking.missing(files.read(code), template) for code in files.CODES}
    for text in dict.fromkeys(text for texts in lacks.values() for text in texts):
        print(f"{','.join(code for code in files.CODES if text in lacks[code])}: {text}")
    print(f"{len(template)} texts; missing: { ({code: len(lacks[code]) for code in lacks}) }")
    return 0


def check() -> int:
    """What is wrong with the files; what is not translated is wrong, too."""
    template = collected()
    found = []
    for code in files.CODES:
        catalog = files.read(code)
        problems = [*checking.wrong(catalog), *checking.stale(code)]
        problems += [f"not translated: {text}" for text in checking.missing(catalog, template)]
        found += [f"{code}: {problem}" for problem in problems]
    print("\n".join(found) if found else "Translations: complete and compiled")
    return 1 if found else 0


def main() -> int:
    match sys.argv[1:]:
        case ["renew"]:
            return renew()
        case ["missing"]:
            return missing()
        case ["check"]:
            return check()
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
