"""Widgets that draw lines of their own; none is given a string of a page to interpret."""
