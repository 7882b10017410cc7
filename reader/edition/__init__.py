"""The model of a newspaper edition: pure values, without clock, files, network or screen."""
