"""English: how operators announce maintenance.

General knowledge; no line of any data set. The notation is explained in
outages/causes/matching.py.
"""

CAUSES = {
    "planned_maintenance.named": """
        scheduled|planned|emergency|routine|announced|upcoming ~ maintenance*|maintenances;
        urgent|minor|regular|ongoing|critical|essential|preventive ~ maintenance*|maintenances;
        preventative|periodic|unscheduled|recent|network|system ~ maintenance*|maintenances;
        database|server|hardware|upstream|manual|internal|automated ~ maintenance*|maintenances;
        scheduled|planned|announced|upcoming|routine|necessary ~
        downtime|upgrade*|works|work|outage|migration|shutdown;
        scheduled|planned|announced|upcoming|routine|necessary ~
        restart|reboot|interruption|patching|update|updates|relocation|move; maintenance
        window*|notice*|notification*|activity|activities|period*; maintenance
        work|works|complete*|operation*|event*|mode; maintenance
        announcement|schedule*|begin*|starting|start*|break; maintenance
        page|process|downtime|reminder|advisory|task*; maintenance
        is|has|was|will|for|on|in|at|by|to|tonight|tomorrow;
        perform*|undergo*|conduct*|carry*|carried|doing ~ maintenance;
        scheduling|during|under|for|after|completed ~ maintenance; pre planned; preplanned; planned
        engineering work*; emergency|urgent work|works; upkeep; upgradation;
        scheduled|planned|essential|necessary|routine|announced|weekly|monthly|regular|annual|nightly
        ~
        work|works|upkeep|improvements|upgradation|activity|activities|interruption|shutdown|test|tests;
        weekly|monthly|daily|nightly|extended|annual|quarterly|yearly maintenance|downtime|restart;
        downtime ~ notice|notification|alert; notice of ~ downtime|maintenance|works; pre
        announced|notified|arranged; preannounced; as ~
        communicated|announced|notified|advertised|advised; planned power; planned infrastructure;
        server|world|realm|shard merge; modernisation|modernization ~
        work|works|program|programme|network; planned engineering|upgrade|system; prearranged;
        announced ~ window|downtime|interruption|earlier|advance; tune up; patch ~
        day|tuesday|night; stock taking; renewal work*; need|have|had|want to ~ interrupt|close ~
        supply|service|power|water; live migrat*; inventory day; yearly|annual ~ closure|stock;
        failover|failover|disaster|recovery exercise|drill|test ~ progress|today|planned|quarterly;
        quarterly|yearly|annual|monthly ~ exercise|drill|housekeeping|test; housekeeping; due to ~
        works; works on|at|in ~ system|network|platform|reservation|systems; security|os|kernel
        patching; connectivity tests; not offered|available tonight|today ~ works; annual|yearly ~
        rollover|stocktake|closure|update; overnight|weekend upgrade|works|work|maintenance;
        upgrading ~ core|network|systems|system ~ overnight|tonight|this; prepare|preparing for
        season|launch|update; trim|trimming trees; works on|to our; maintenance ~ mode|window;
        server|system|hardware|network|software|equipment|facility|facilities|electrical upgrades ~
        during|on|this|over|in; regular|routine|normal ~ restart|reboot|restarts|reboots
        """,
    "planned_maintenance.future": """
        going to ~ swap|replace|move|upgrade|migrate|restart|install; closed ~
        morning|evening|night|sunday|saturday; system works; expect ~ short|brief|minimal|some ~
        interruption*|downtime|disruption*; we ~ plan|intend to; will be ~
        closed|offline|switched|shut; we upgrade|migrate|move|replace|relocate; we are moving; read
        only ~ during|for|from|between;
        we|team|engineers|provider|technicians|vendor|upstream|it|they will ~
        performing|conducting|carrying|upgrading|migrating|moving|replacing|rebooting;
        we|team|engineers|provider|technicians|vendor|upstream|it|they will ~
        restarting|updating|patching|undertaking|relocating|installing|applying|scheduling; will ~
        unavailable|offline|inaccessible|down ~ during|while|for|from|between; will take place;
        is|are|was planned|scheduled ~ for|on|at|to; no ~
        interruption*|downtime|impact|disruption*|outage*|effect is|are ~
        expected|anticipated|planned; not expect ~ interruption*|downtime|impact|disruption*;
        expected|estimated|anticipated|planned duration|downtime|impact|interruption*|window;
        maintenance|change|work|service window; upgrade|migration window; minimi* ~
        disruption|downtime|impact|interruption; brief|short|few|small|momentary ~
        interruption*|downtime is|are|may|expected|possible; ahead|behind schedule; on schedule;
        will be ~ upgrad*|migrat*|replac*|restarted|rebooted;
        maintenance|work|works|window|upgrade|downtime ~ postponed|rescheduled|moved; shall ~
        unavailable|switched|closed|available|down|interrupted|accessible; shall not be; wont|will
        be|not|work ~ between|from|on|until|during ~ am|pm|utc|hrs|hours|sunday|saturday; well|we
        be ~
        moving|performing|retiring|replacing|swapping|upgrading|making|carrying|doing|migrating|taking|switching|rebooting|restarting|updating|installing;
        making|carrying|doing|performing ~ improvements|works|work|upgrades|updates|repairs ~
        on|to|systems|system; making|make ~ improvements; while|as we ~
        carry|make|upgrade|improve|perform|swap|replace|move|update|migrate|work|install; while|as
        crews|engineers|team|technicians|staff ~ replace*|upgrade*|install*|carry|work|swap|move;
        notices|notice were|was|are ~ sent|mailed; will|to be ~
        rebooted|restarted|moved|switched|patched|upgraded|replaced|migrated|relocated|taken|retired;
        to apply ~ patches|updates|patch|update; retire|retiring ~ old|cluster|server*|platform;
        switched off on|from|between|for; finished|completed earlier|early|ahead|successfully;
        offline|down|closed|unavailable|off tonight|tomorrow|on|this ~
        saturday|sunday|monday|tuesday|wednesday|thursday|friday|night|morning|evening|weekend;
        need|have to ~ switch|turn|shut|take ~ off|down|offline; tonight ~
        from|between|at|we|for|maintenance|work*|upgrade*; will ~ tonight; going to ~
        renew|upgrade|work|close|switch|turn|refresh; come|comes|coming|go|goes|going|taken|take
        down at|on|for|from; have|has|having ~ break; pause of ~ few|seconds|minutes|some; while
        it|we|they ~ move*|upgrade*|work*; retired ~ in|on; tomorrow ~
        from|at|between|morning|night|evening|we|for|maintenance; changing|switching over ~
        our|systems|system ~ from|on|friday|sunday; will be ~ in your street|area|building; youll
        be ~ offline|without|off; you will be ~ offline|without; on
        monday|tuesday|wednesday|thursday|friday|saturday|sunday to ~ replace|upgrade|install|move;
        blips|blip ~ expected|possible; go|going offline ~ in|for; for ~ short restart; replace ~
        old ~ with; notice|email for each; begins|starts at ~ maintenance|work*; may ~
        see|notice|experience ~ dropouts|blips|interruptions|drops ~ up; we ~
        rotate|change|move|replace|renew ~ addresses|ip|certificates|servers|systems; brief ~
        disconnects|dropouts|drops|interruption; needed for us to; we|team|engineers will
        perform|conduct|carry|upgrade|migrate|move|replace|reboot|restart|patch|undertake;
        we|team|engineers will update ~
        software|firmware|servers|system|systems|platform|app|network
        """,
    # When something is, was or will be: a post about any cause says so.
    "planned_maintenance.times": """
        this|next|coming ~
        weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|night|month; on
        monday|tuesday|wednesday|thursday|friday|saturday|sunday ~ we|from|between; until ~ am|pm;
        between ~ am|pm|utc|gmt; from ~ utc|gmt|am|pm; off peak; outside ~ hours; low traffic|usage
        hours|period; next week; in advance; short notice; back ~
        pm|am|utc|cet|pdt|pst|est|gmt|noon; until|from|between|to|by|til ~
        1am|2am|3am|4am|5am|6am|7am|8am|9am|10pm|11pm|12am|midnight|noon|hrs; earlier|sooner|longer
        than ~ planned|expected|scheduled; for ~ short|brief while|time|period;
        tonight|tomorrow|sunday|saturday ~ from|between|at|night|morning; from ~
        friday|saturday|sunday|monday ~ to|until; from|until midnight ~ while; on ~
        january|february|march|april|may|june|july|august|september|october|november|december ~ we;
        read only; reminder; closes|closed from|for|between; reopen; reopens|reopen|reopening
        on|at; is|are|off for ~ hours|minutes|about; no ~ from ~ until|to ~
        sunday|sun|sat|saturday; hope to be ~ up|back|done; window ~ ended|closed|opens|begins;
        system|portal|app|service will be
        """,
    "planned_maintenance.bare": "maintenance*; maintainance; maintenence; maintance",
    "planned_maintenance.move": """
        moving to ~ data|datacenter|server*|cloud|provider|platform; system upgrade; migration
        to|of|complete*|window|starting|scheduled|date; migrat* ~
        platform|servers|customers|services|infrastructure|database; relocat*; mov* ~
        server*|rack|cabinet|data center|datacenter|new;
        hardware|network|system|server|switch|router upgrade*|migration|replacement|refresh;
        firmware|infrastructure|capacity|website|panel|storage|database
        upgrade*|migration|replacement|refresh; upgrading ~
        hardware|network|capacity|switches|servers|router*; system|software updates|upgrades; we
        are upgrading|migrating|moving|replacing; decommission*; cutover; upgrade complete*;
        restart ~ apply; apply ~ patch*; moving|move|moved
        repositories|servers|data|accounts|services|customers|customer ~ to ~ new|storage;
        swap|swapping|exchange|exchanging ~ servers|switches|router*|hardware|meters|equipment;
        replace|replacing ~ poles|cables|equipment|switches|meters|servers; expansion work*;
        improvement work*; infrastructure work*; engineering work*; works in|on|at ~
        area|network|ring|street; essential upgrade*; planned move
        """,
    # Words that come up where such a cause is told, and elsewhere as well.
    "planned_maintenance.topic": """
        planned; scheduled; schedule; upcoming; downtime; expected; window; upgrade; upgrades;
        migration; reboot; restart
        """,
}
