"""A whole instance: its processes, ports and folders."""
