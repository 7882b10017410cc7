"""Typesetting, from values to lines: pure, with no screen and no terminal."""
