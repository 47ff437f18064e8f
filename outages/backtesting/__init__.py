"""What today's detector says of what was stored: of one incident, and of whole weeks."""
