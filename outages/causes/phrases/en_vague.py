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
        updates; as soon as; working on|to ~ fix|resolve|restore|resolution; monitoring; identified
        ~ issue|problem; we ~ apologi*; under investigation; currently ~ unavailable; implemented ~
        fix; fix has been; hang tight; bear with us; bear with; stay tuned; under review;
        dig*|digging|looking into; we are|were checking|looking; on it; more to ~ follow|come;
        update* ~ soon|shortly|hourly|minutes; next update; full ~ review|report ~ follow; too
        early to; not ~ known|clear|determined|established|say; cause|reason ~
        investigat*|establish*|determin*|communicated|unclear|not|unknown|looking; understand ~
        cause|happened|why; establish ~ cause|happened|root; what ~ happened|caused; no|not ~
        news|eta|word|information ~ yet; work*|working to ~ understand|restore|get|find|fix;
        working ~ again|normally|usual; operating|running|functioning|performing normally; back
        up|online|normal|again; restored; put|been right; service desk; team ~ aware|checking;
        apolog*; sorry; source of ~ trouble|problem ~ found; telemetry ~ recovery; signs of
        recovery; we are|were watching; on ~ case; is|are|were back; let us know; called in;
        say|know|tell|share ~ more ~ on|soon|friday|tomorrow|later|when; gather*
        data|information|logs; being looked; find out ~ what|why; out of action|order; regret; more
        in ~ hour|minutes; taking care; care of it; looking at ~ it; looking; tracing ~ where; root
        cause work; work ~ continues; dont|do not know ~ why; share what we; we ~ report ~
        at|again; please ~ submit|try ~ again; more ~ at; actuando; trabajando; playing up; right
        with you; concludes ~ incident; checks are ~ running; studying ~ logs; known ~ being fixed;
        engineers are ~ on site; cause not ~ established|known|found; operate|operates|operating
        normally
        """,
    "unknown.symptom": """
        may|might be ~ seeing|experiencing|unable; seeing; some users|customers; increased ~
        error*|latency|rates; partial outage; down; slowness; timeouts; timing out;
        issue|issues|problem|problems|error|errors|failure|failures
        with|when|creating|accessing|on|querying|for; delay|delays|delayed; elevated ~
        error*|latency|latencies|rates; intermittent; unable to; unavailable; failing; degraded;
        availability issue*; disruption; outage; not working; experiencing; performance issue*;
        slow; higher|longer|slower than ~ latency|latencies|wait*|response|error*|times|delays;
        latency; some|certain|several|many
        people|users|customers|members|homes|players|viewers|merchants|shoppers; having
        trouble|issues|problems|difficult*; trouble ~ with|logging|sending|loading|accessing;
        technical difficulties; cannot|cant|couldnt ~
        access|play|send|load|see|log|connect|use|upload|make|pay; not ~
        loading|available|reachable|possible|responding; is|are|was|were
        offline|unreachable|late|delayed|degraded; partially degraded; known outage;
        service|services interruption; postponed
        """,
    "unknown.review": """
        postmortem; post mortem; incident review; full details; this document|report|post|article;
        in this ~ blog|post|article; lessons learned; post incident ~ report|review; incident
        report ~ follow|publish*; review ~ complete|follow; postmortem ~ come|follow; full ~ rca;
        rca ~ follow|shared
        """,
}
