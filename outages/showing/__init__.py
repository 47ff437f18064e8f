"""What the public sees, piece by piece; board.py and heatmap.py put it together."""
