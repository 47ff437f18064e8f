"""From what is found to why, in words."""
