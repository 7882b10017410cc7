"""Speed, as ratios to a base measured in the same run: `./run bench`."""
