"""While the database is away, pages and API go on with the last good answers, marked as such."""
