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
        normally; full|thorough|complete|internal|detailed review|investigation; assess*|assessing
        ~ situation|impact|damage|extent; keep ~ monitoring; continue|continuing to ~
        monitor|investigate|work|look|watch; no longer ~ affected|impacted|seeing;
        issue|issues|problem|incident|outage is|was|has|have ~
        over|closed|fixed|cleared|ended|subsided|addressed; fully operational; all ~
        systems|services ~ operational|normal|restored; stabili*; returned to ~ normal; patience;
        inconvenience; apologies; posted ~ updates|here; post|provide ~ update*; no ~
        estimate|eta|etr|timeline; resolution|restoration time|estimate; escalated; alerted ~
        to|of|by; great job; well done
        """,
    # It is said in so many words that the cause is not known, or is still looked for.
    "unknown.open": """
        cause|reason|trigger|source|origin ~ unknown|unclear|undetermined|unconfirmed|unidentified;
        unknown|undetermined|unidentified|unexplained ~
        cause|reason|origin|issue|problem|error|outage; cause|reason is|was|has|remains
        not|yet|still; cause is|was being|under; cause|reason ~ not ~
        known|found|identified|determined|established|clear|confirmed|understood; not ~
        know|known|clear|certain|sure ~ cause|caused|causing|why|what|how; not ~
        clear|certain|sure|determined|established|understood ~ yet|cause|why|what; dont|do|didnt
        not|yet|fully ~ know|understand|have ~ cause|why|what|explanation; no|not|any|without ~
        explanation ~ for|of|what|why|yet;
        investigat*|investigating|determine|determining|identify|identifying|establish|establishing|find|finding|understand|understanding|isolate|isolating|pinpoint|pinpointing|diagnose|diagnosing|locate|locating|trace|tracing|looking
        ~ cause|causes|source|origin|reason|reasons|why;
        investigat*|determine|establish|understand|find|learn|analyse|analyze|analysing|analyzing ~
        what ~ happened|caused|causing|wrong|led; cause|reason|reasons|source|origin ~
        investigated|investigation|examined|analysed|analyzed|sought|looked|investigating|researched;
        root cause analysis ~
        follow|provided|published|shared|progress|underway|available|posted|once|when|will;
        rca|rfo|postmortem ~
        follow|provided|published|shared|progress|underway|available|posted|once|when|will; reason
        for outage ~ follow|provided|available|will; root cause ~ statement|report|summary|details
        ~ will|follow|shared|published|provided|delivered; wait*|await* ~ rca|rfo|explanation|root;
        why this|it|that happened ~ not|unknown|unclear; havent|hasnt|have|has not|yet ~
        found|identified|determined|established ~ cause|reason|source|root; still ~
        investigat*|determin*|diagnos*|looking|trying ~ cause|why|what|source|root; cause ~
        remains|still ~ unknown|unclear|investigat*; couldnt|cannot|could|can not ~
        determine|identify|reproduce|establish|explain|find ~ cause|issue|problem|why|what|reason
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
        service|services interruption; postponed;
        connection|connectivity|network|internet|login|performance ~
        issue|issues|problem|problems|errors|difficulties|disruption|drops;
        throwing|throws|returning|returns|seeing|getting ~ error|errors|5xx|500|502|503|504;
        degrad*; impaired; impacted; interruption*; errors; stuck; missing|missed ~
        alerts|emails|notifications|messages|data; not ~
        sent|delivered|sending|delivering|receiving|received|processed|updating|showing|loading|displaying|arriving;
        went offline|down; stopped working|responding; unresponsive; instability; unstable;
        intermittently; packet loss; high latency; loss of ~ service|connectivity; without ~
        power|service|internet|water|phone; remaining ~ customers|users|members
        """,
    "unknown.review": """
        postmortem; post mortem; incident review; full details; this document|report|post|article;
        in this ~ blog|post|article; lessons learned; post incident ~ report|review; incident
        report ~ follow|publish*; review ~ complete|follow; postmortem ~ come|follow; full ~ rca;
        rca ~ follow|shared
        """,
}
