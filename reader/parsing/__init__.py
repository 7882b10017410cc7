"""Parses documents into pages and articles; pure: no files, no clock, no network."""
