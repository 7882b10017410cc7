"""From values to lines. Pure: no screen, no terminal."""
