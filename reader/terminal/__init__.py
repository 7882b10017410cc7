"""What this terminal can do, and how to leave it as it was found."""
