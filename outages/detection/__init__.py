"""When is a count of reports surprising, and when is that an incident? Arrays in, arrays out."""
