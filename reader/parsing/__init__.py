"""From bytes to values. Pure: no file, no clock, no network."""
