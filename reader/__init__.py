"""banmian (版面): a terminal reader for newspaper editions."""

__version__ = "0.1.0"
__banmian__ = True
