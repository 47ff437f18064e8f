"""Phrases of many languages, one module a language, and the families that they belong to."""
