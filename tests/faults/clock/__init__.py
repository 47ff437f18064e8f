"""Goes on the path of the web process (sitecustomize.py), so that its clock can be shifted."""
