"""Logs of reports: written, read, played."""
