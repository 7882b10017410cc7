"""The screen. The only room where Textual lives."""
