"""The README's pictures and its film: screens of the real program, drawn as a terminal would."""
