"""Phrases by which operators and users name a cause or a symptom: general knowledge, not fitted.

Each entry is a slug, a weight and regular expressions separated by ";". They are matched from the
start of a word in text without capitals and accents.
"""

# NAMES says it outright, POINTS usually means it; one clear pointer is the least that counts.
NAMES, POINTS = 2.0, 1.0
# "We got hacked!!" is the first guess of users, whatever it is.
GUESS = 0.25
DENIES = -3.0

Phrases = tuple[str, float, str]

CAUSE_PHRASES: tuple[Phrases, ...] = (
    (
        "software_bug",
        NAMES,
        r"""
        software (?:bug|fault|defect|error); memory leak; deadlock; race condition;
        null pointer; crash(?:ed|ing)? loop; latent (?:bug|defect); database
        corruption
        """,
    ),
    (
        "software_bug",
        POINTS,
        r"""
        (?:a|the) bug\b; code (?:defect|error); regression in\b
        """,
    ),
    (
        "capacity_overload",
        NAMES,
        r"""
        overload; (?:un(?:usually|expectedly)|record|very) high
        (?:traffic|load|demand); (?:surge|spike|increase) in
        (?:traffic|demand|load|requests); ran out of capacity;
        (?:insufficient|exhausted|at) capacity; resource exhaustion; connection pool
        exhaust
        """,
    ),
    (
        "capacity_overload",
        POINTS,
        r"""
        high (?:load|demand|traffic|volume); increased (?:load|demand|traffic|volume);
        too many (?:users|people|requests); capacity (?:issue|problem|constraint);
        thundering herd
        """,
    ),
    (
        "software_update",
        NAMES,
        r"""
        (?:rolled|rolling|roll|reverted|reverting) ?(?:it |this )?back (?:the |a |our
        |to ); rollback of; revert(?:ed|ing)? (?:the|a|our|this) (?:recent |latest
        )?(?:release|change|deploy|update); (?:bad|faulty|recent|latest|new|last)
        (?:deploy|release|rollout|code change); (?:caused|introduced|triggered) by
        (?:a|an|the|our) (?:\w+ ){0,2}(?:deploy|release|update|rollout); after
        (?:the|this|a|an|our) (?:\w+ ){0,2}(?:update|deploy|release)
        """,
    ),
    (
        "software_update",
        POINTS,
        r"""
        rolled back; deployment; new version; since the update; hotfix
        """,
    ),
    (
        "configuration_error",
        NAMES,
        r"""
        misconfigur; configuration (?:error|change|issue|mistake|push); config
        (?:change|error|push); incorrect(?:ly)? (?:setting|configured|routing); human
        error; operator error; expired (?:ssl |tls )?certificate; certificate (?:had
        |has )?expired; (?:accidental|mistaken)ly; route leak; wrong
        (?:dns|setting|route)
        """,
    ),
    (
        "configuration_error",
        POINTS,
        r"""
        firewall (?:rule|change); dns (?:change|record); bgp
        """,
    ),
    (
        "planned_maintenance",
        NAMES,
        r"""
        (?:scheduled|planned|announced|routine|emergency) (?:\w+
        )?(?:maintenance|downtime|upgrade); maintenance (?:window|is (?:now )?(?:in
        progress|under ?way|complete)|has (?:started|begun)); will be
        (?:performing|undergoing|carrying out) (?:\w+ )?maintenance; wartungsarbeiten;
        maintenance (?:planifiee|programmee); mantenimiento programado
        """,
    ),
    (
        "planned_maintenance",
        POINTS,
        r"""
        maintenance
        """,
    ),
    (
        "hardware_power",
        NAMES,
        r"""
        power (?:outage|failure|loss|event|supply|cut|issue); loss of power; lost
        power; hardware (?:failure|fault|issue);
        (?:disk|server|switch|router|ssd|raid|storage|ups|generator|host|node|machine)
        fail; (?:failed|faulty|defective) (?:\w+
        )?(?:disk|drive|switch|router|hardware|host|card|memory); cooling; overheat;
        fire in; stromausfall; panne (?:de courant|electrique); corte de luz
        """,
    ),
    (
        "hardware_power",
        POINTS,
        r"""
        data ?cent(?:er|re) (?:outage|failure|incident); hardware
        """,
    ),
    (
        "network_connectivity",
        NAMES,
        r"""
        fib(?:er|re) (?:cut|damage); cable (?:cut|damage); cut (?:cable|fib); network
        (?:outage|failure|connectivity); packet loss; peering; transit provider;
        routing (?:issue|problem); backbone; submarine cable; (?:isp|carrier|upstream
        network) (?:outage|issue|failure); vandali; kabelschaden
        """,
    ),
    (
        "network_connectivity",
        POINTS,
        r"""
        connectivity (?:issue|problem|loss); network (?:issue|problem|disruption)
        """,
    ),
    (
        "third_party_dependency",
        NAMES,
        r"""
        third[- ]party; upstream (?:provider|vendor|service); (?:our|the|a) (?:\w+
        ){0,2}(?:provider|vendor|supplier)(?:'s)?
        (?:is|are|has|have|reported|confirmed|experienc); (?:our|a)
        (?:cloud|hosting|cdn|dns|payment|sms|email) provider; (?:aws|amazon web
        services|azure|google cloud|gcp|cloudflare|fastly|akamai|twilio|stripe)
        (?:outage|incident|issue|is (?:down|experiencing|having)|are
        (?:down|experiencing)); (?:outage|incident|issue|problem)s?
        (?:at|with|on|from) (?:aws|amazon web|azure|google
        cloud|gcp|cloudflare|fastly|akamai)
        """,
    ),
    (
        "third_party_dependency",
        POINTS,
        r"""
        upstream; external (?:provider|vendor|service); partner'?s? (?:outage|issue)
        """,
    ),
    (
        "cyberattack",
        NAMES,
        r"""
        mitigat\w+ (?:\w+ ){0,4}(?:ddos|attack); (?:distributed )?denial[- ]of[-
        ]service attack; ransomware; (?:under|target of|due to|caused by) (?:an?
        )?(?:\w+ ){0,3}(?:ddos|cyber ?-?attack|attack); unauthori[sz]ed access;
        security (?:breach|incident); malicious (?:actor|traffic|activity)
        """,
    ),
    (
        "cyberattack",
        GUESS,
        r"""
        hack(?:ed|ers?)?\b; ddos; cyber
        """,
    ),
    (
        "cyberattack",
        DENIES,
        r"""
        (?:no|not|nor|isn'?t|wasn'?t|without)\b[^.]{0,40}(?:attack|hack|ddos|breach|malicious|security
        incident)
        """,
    ),
    (
        "external_event",
        NAMES,
        r"""
        earthquake; hurricane; typhoon; storm; flood(?:s|ing)?\b; wildfire; lightning;
        tornado; blackout; government (?:order|directive|shutdown); ordered (?:by|to
        block); court order; national grid; grid failure; extreme weather; severe
        weather; erdbeben; tempete; terremoto; apagon
        """,
    ),
    (
        "external_event",
        POINTS,
        r"""
        weather; natural disaster; authorities
        """,
    ),
)

SYMPTOM_PHRASES: tuple[Phrases, ...] = (
    (
        "login",
        NAMES,
        r"""
        log ?in; log ?on; logged (?:me )?out; log(?:s|ging) me out; sign(?:ed|ing)?
        ?-?in; sign me; password; verification code; authenticat; otp\b; 2fa;
        einloggen; anmeld; connexion au compte; iniciar sesion
        """,
    ),
    (
        "app_crash",
        NAMES,
        r"""
        crash; keeps? (?:closing|stopping|quitting); force close; closes (?:itself|by
        itself|immediately|instantly); won'?t open; (?:doesn'?t|does
        not|can'?t|cannot|not) open; freez; black screen; sturzt ab; plante\b; se
        cierra
        """,
    ),
    (
        "not_loading",
        NAMES,
        r"""
        (?:not|won'?t|doesn'?t|isn'?t|never|nothing|no longer) load; load(?:s|ing)?
        forever; stuck (?:on|at) (?:the )?load; blank (?:page|screen); white screen;
        page (?:not|won'?t); site is down; website (?:is )?down; ladt nicht; ne charge
        pas; no carga
        """,
    ),
    (
        "messaging",
        NAMES,
        r"""
        (?:messages?|texts?|dms?|chats?|emails?|mails?|sms)\b[^.]{0,30}(?:not|n'?t|never|fail|delay|stuck|late);
        (?:can'?t|cannot|unable to|won'?t|not) (?:send|receive|get) (?:\w+
        ){0,2}(?:message|text|dm|chat|e?mail|sms); notifications?
        """,
    ),
    (
        "no_connection",
        NAMES,
        r"""
        no (?:internet|connection|signal|service|network|wifi|wi-fi|dial tone);
        (?:internet|connection|wifi|service|network) (?:is |has been |was |went
        |keeps? )?(?:down|out|dropp|cutting|gone|lost|disconnect); lost
        (?:internet|connection|signal|service); offline; disconnect; can'?t connect;
        cannot connect; kein (?:internet|netz); pas d'?internet; sin
        (?:internet|conexion|senal)
        """,
    ),
    (
        "slow",
        NAMES,
        r"""
        slow; lag(?:s|gy|ging)?\b; buffer; latency; speeds? (?:is|are|drop|below|low);
        throttl; takes (?:forever|ages); langsam; \blent; \blento
        """,
    ),
    (
        "server_error",
        NAMES,
        r"""
        (?:error|http) ?(?:code )?[45]\d\d; \b50[0234]\b; (?:internal )?server error;
        bad gateway; service unavailable; something went wrong; gateway time
        """,
    ),
    (
        "media",
        NAMES,
        r"""
        (?:videos?|photos?|pictures?|images?|stream(?:ing)?|audio|sound|music|songs?|playback|stories|reels?|calls?)\b[^.]{0,30}(?:not|n'?t|never|fail|stop|won'?t|broken|black);
        (?:can'?t|cannot|won'?t|unable to) (?:play|watch|upload|stream|view); no sound
        """,
    ),
    (
        "payment",
        NAMES,
        r"""
        pay(?:ment|ing|ments)?\b; checkout; (?:credit|debit) card; card (?:was
        )?declined; charged (?:me )?twice; refund; transfer (?:failed|pending);
        transaction; purchase; subscription; billing; bezahl; paiement; pago\b
        """,
    ),
    (
        "power_cut",
        NAMES,
        r"""
        power (?:is |has been |went |just went )?(?:out|cut|outage|off|down); no
        (?:power|electricity|light); blackout; load ?-?shedding; lights (?:are|went)
        (?:out|off); electricity; stromausfall; kein strom; panne d'?electricite; sin
        luz; apagon
        """,
    ),
    (
        "not_outage",
        POINTS,
        r"""
        (?:love|great|best|excellent|awesome|amazing) (?:app|service|game); works
        (?:great|fine|well|perfectly); please add
        """,
    ),
    (
        "other_function",
        POINTS,
        r"""
        search; settings?; profile; map\b; feature; button; comments?; filter; backup;
        sync
        """,
    ),
)
