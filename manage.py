#!/usr/bin/env python
"""Django's command line."""

import os
import sys

try:
    from django.core.management import execute_from_command_line
    from environs import EnvError
except ImportError:
    sys.exit("Django is not installed here: run `make install`, then .venv/bin/python manage.py")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except EnvError as error:
        sys.exit(f"A setting in the environment cannot be used: {error}")


if __name__ == "__main__":
    main()
