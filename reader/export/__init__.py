"""Output for others: pages and articles as text and as records."""
