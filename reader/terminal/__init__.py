"""What this terminal can do, and how it is restored on exit."""
