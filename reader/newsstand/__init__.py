"""报摊: where what a reader asks for is opened, from whatever source, as an edition."""
