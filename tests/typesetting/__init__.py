"""Width, line breaking, the setter and the ladder of type sizes."""
