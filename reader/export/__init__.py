"""What is given away: text and records of pages and articles."""
