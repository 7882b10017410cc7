"""The README's pictures: screens of the real program, drawn as a terminal would."""
