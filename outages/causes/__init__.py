"""Why a service is down, as far as the evidence goes: pure functions, no Django, no clock."""
