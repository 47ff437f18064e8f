"""English: which of two causes led to the other, and what is denied or only supposed.

The notation is explained in outages/causes/matching.py, what cues do in outages/causes/clauses.py.
"""

CUES = {
    # What stands before these is a cause of what stands after them ...
    "cue.leads": """
        exhausted; exhausting; consumed; consuming; filled; filling; caused; causes; causing;
        cause|caused ~ to; led|leads|leading to; lead to; resulted|results|resulting in; result in;
        triggered; triggering; triggers; brought down; took|taking|taken down; prevented;
        preventing; broke; knocked; affecting; affected; impacted; impacting; which meant; made ~
        unavailable|inaccessible|fail; introduced; overwhelmed; disrupted; left; isolated;
        disabled; exposed; contributed to; culminated in; knocked out|offline; knocking; dragged;
        swept; cutting off; cut off; meant that; so that; hence; therefore; as result; forced;
        forcing; kept ~ from; keeps ~ from; stopping; stopped; made; left ~ without; put ~ out of;
        hit; damaged; destroyed; severed; stranded; crashed; locked; blocked; dropped; wiped; set
        off; sparked; prompted; provoked; created; produced; gave rise to
        """,
    # ... and the other way round.
    "cue.owes": """
        due to; caused by; because of; because; triggered by; as result of; result of; root cause;
        resulted from; results from; attributed to; owing to; thanks to; brought on by; stemmed
        from; stemming from; originat* from|in; cause was|is; as consequence of; following; after;
        source of ~ issue|problem; traced ~ to; blamed on; down to; induced by;
        issue|issues|problem was|is ~ related|with|from; determined that; identified that;
        identified; affected by; on account of; in wake of; as ~ result of; under ~ weight of;
        resulting from; arising|arisen|arose from; which was|were due; reason was|is|for; culprit;
        responsible for; trigger was|is; precipitated by; set off by; brought about by; blame*;
        since; traced back to; follows; followed; on ~ heels of
        """,
    "cue.denies": """
        not; nor; neither; isnt; wasnt; werent; arent; without; never; rather than; unrelated to;
        ruled out; ruling out; rule out; nothing to do with; instead of; nor any;
        there|is|was|were|are|with|has|have|had|been|and|but|found|saw|see|show|shows|of no; no
        evidence|indication|sign|signs|reason; no planned|scheduled|malicious|hardware|software; no
        security|cyber|power|network|configuration|change*|update*|deploy*|attack*|ddos|breach; no
        bug*|maintenance|overload|outside|external|third|release|outage*|fault|failure; isn; wasn;
        no ~ indication|evidence|sign|suggestion of; nothing to do; not ~
        result|caused|related|cause|due; not|isnt|wasnt ~ problem|case|matter of; free of; had
        nothing; unlike; support|contact|call|help|service team|desk|centre|center|lines|centres ~
        receiving|experiencing|seeing; rumours|rumors|claims ~ that|of
        """,
    "cue.supposes": """
        if; in case of; in event of; to prevent; to avoid; prevent ~ from; protect* against|from;
        would; might; could have been; whether; hypothetical; resilien* to|against; in order to
        prevent; to guard against; safeguard*; could|might|may ~ be|have; possibly; suspected; in
        future; next time; to make sure; rehears*; as if
        """,
    # These stand behind what they deny.
    "cue.refutes": """
        unaffected; is|are|was|were|remain|remains not ~
        affected|impacted|involved|responsible|related; has|have|was|were|been|be|is|are ruled
        out|excluded; played no; not ~ cause|to blame
        """,
    # What stands inside these says nothing: a remedy, a trade, a likeness is no cause.
    "cue.voids": """
        deploy*|releas*|push*|ship|shipped|shipping|roll|rolled|rolling|apply|applied|applying|implement*
        ~ fix|fixes|hotfix|workaround|mitigation|correction|remedy;
        fix|hotfix|workaround|mitigation is|was|has|being|been ~
        deployed|released|rolled|pushed|shipped|live; ddos|attack|bot|overload|surge|spam
        protection|protected|prevention|like; protect*|protection ~ ddos|attack|attacks;
        network|networking|software|hardware|security|power|database|maintenance|fiber|fibre|cable|cloud
        engineer|engineers|engineering|team|teams|operations|technicians|staff|specialists|crew|crews|department|group|specialist;
        maintenance page|team|crew|crews|staff; power user|users|bi|automate|apps|platform; social
        network|networks; disaster recovery|plan; security
        software|system|systems|team|features|camera|cameras|reasons; uptime|network
        monitoring|monitor; error rate|rates|log|logs|tracking|reporting|budget;
        incident|outage|status|bug|error report|reports; traffic light|jam; route planning|planner
        """,
}
