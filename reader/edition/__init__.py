"""What a newspaper is: pure values, without clock, file, network or screen."""
