"""From counts to what is found about a service at a minute."""
