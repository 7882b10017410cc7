"""报摊: opens a target as an edition, whatever source it comes from."""
