"""The faults themselves, by the part that fails."""
