"""Operators' own status pages: fetched with care, read, and taken as notices."""
