"""The sample edition: its sources, and what is set from them."""
