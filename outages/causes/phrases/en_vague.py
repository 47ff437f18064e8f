"""English: what operators write while they name no cause.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "unknown.investigating": """
        backlog is|has|being ~ processed|cleared|drained|draining|worked; processing ~ backlog;
        resolved; mitigated; operational; recover*; all clear; fix ~
        being|implemented|deployed|place; engineers are ~ on|working; stand by; thank you; back to
        normal; investigat*; looking into; aware of; being investigated; cause ~ unknown|unclear;
        not ~ know ~ cause|why; root cause is|has ~ not|yet|unknown; more information; further
        updates; as soon as; working on|to ~ fix|resolve|restore|resolution; monitoring;
        identified ~ issue|problem; we ~ apologi*; under investigation; currently ~ unavailable;
        implemented ~ fix; fix has been
        """,
    "unknown.symptom": """
        may|might be ~ seeing|experiencing|unable; seeing; some users|customers; increased ~
        error*|latency|rates; partial outage; down; slowness; timeouts; timing out;
        issue|issues|problem|problems|error|errors|failure|failures
        with|when|creating|accessing|on|querying|for; delay|delays|delayed; elevated ~
        error*|latency|latencies|rates; intermittent; unable to; unavailable; failing; degraded;
        availability issue*; disruption; outage; not working; experiencing; performance issue*;
        slow
        """,
    "unknown.review": """
        postmortem; post mortem; incident review; full details; this document|report|post|article;
        in this ~ blog|post|article; lessons learned
        """,
}
