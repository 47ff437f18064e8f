"""Maps and charts as SVG paths: pure functions of arrays and of a loaded topology."""
