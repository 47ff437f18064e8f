"""Faults, injected into a running instance; every 202 is looked up in the database afterwards."""
