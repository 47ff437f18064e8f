"""English: how operators name maintenance, equipment and causes outside; what names none.

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
        scheduling|during|under|for|after|completed ~ maintenance; pre planned; preplanned;
        planned engineering work*
        """,
    "planned_maintenance.future": """
        we|team|engineers|provider|technicians|vendor|upstream|it|they will ~
        performing|conducting|carrying|upgrading|migrating|moving|replacing|rebooting;
        we|team|engineers|provider|technicians|vendor|upstream|it|they will ~
        restarting|updating|patching|undertaking|relocating|installing|applying|scheduling;
        we|team|engineers will
        perform|conduct|carry|upgrade|migrate|move|replace|reboot|restart|update|patch|undertake;
        will ~ unavailable|offline|inaccessible|down ~ during|while|for|from|between; will take
        place; is|are|was planned|scheduled ~ for|on|at|to; no ~
        interruption*|downtime|impact|disruption*|outage*|effect is|are ~
        expected|anticipated|planned; not expect ~ interruption*|downtime|impact|disruption*;
        expected|estimated|anticipated|planned duration|downtime|impact|interruption*|window;
        maintenance|change|work|service window; off peak; outside ~ hours; low traffic|usage
        hours|period; upgrade|migration window; tonight; tomorrow; next week; in advance; minimi*
        ~ disruption|downtime|impact|interruption; short notice; brief|short|few|small|momentary ~
        interruption*|downtime is|are|may|expected|possible; ahead|behind schedule; on schedule;
        rescheduled; postponed; start|begin at; between ~ am|pm|utc|gmt; from ~ utc|gmt|am|pm;
        will be ~ upgrad*|migrat*|replac*|restarted|rebooted
        """,
    "planned_maintenance.bare": "maintenance*; maintainance; maintenence; maintance",
    "planned_maintenance.move": """
        migration to|of|complete*|window|starting|scheduled|date; migrat* ~
        platform|servers|customers|services|infrastructure|database; relocat*; mov* ~
        server*|rack|cabinet|data center|datacenter|new;
        hardware|network|system|server|switch|router upgrade*|migration|replacement|refresh;
        firmware|infrastructure|capacity|website|panel|storage|database
        upgrade*|migration|replacement|refresh; upgrading ~
        hardware|network|capacity|switches|servers|router*; system|software updates|upgrades; we
        are upgrading|migrating|moving|replacing; decommission*; cutover; upgrade complete*;
        restart ~ apply; apply ~ patch*
        """,
    "hardware_power.power": """
        power|electrical|electricity|utility|mains
        outage*|failure*|loss|event*|cut*|interruption*;
        power|electrical|electricity|utility|mains
        issue*|disruption*|supply|supplies|fault*|problem*;
        power|electrical|electricity|utility|mains
        feed*|surge*|blip|fluctuation*|incident|control;
        power|electrical|electricity|utility|mains
        system|distribution|maintenance|grid|failover|anomaly; loss of ~
        power|utility|electricity; lost|lose|losing|without ~ power|electricity; power
        lost|restored|down|off; ups; generator*; voltage; transformer*; electrical; substation*;
        circuit breaker*; breaker; power grid; grid failed|failure|collapse; short circuit; pdu;
        rectifier*; battery|batteries failure|fail*|backup; brownout; no power; power went;
        blackout in|at; power is out; redundant power
        """,
    "hardware_power.cooling": """
        cooling; chiller*; overheat*; over heat*; high|rising|elevated|increased temperature*;
        temperature* ~ rising|rose|high|above|exceed*; thermal; air condition*; hvac; ventilation;
        heat wave; heatwave; high heat; fire in|at|alarm|suppression|extinguish*|broke; caught
        fire; smoke; water leak*; flooding ~ data|datacenter; water damage; fan failure; fans
        """,
    "hardware_power.hardware": """
        hardware|equipment|physical ~
        failure*|fault*|issue*|problem*|error*|crash*|malfunction*|replac*|defect*; hard failure;
        hardware fail*; disk|disks|drive|drives|server|switch|router|ssd|raid
        failure*|fault*|fail|fails|failed|failing;
        disk|disks|drive|drives|server|switch|router|ssd|raid
        malfunction*|died|dead|crash*|misbehav*|unhealthy|broke;
        storage|san|host|node|machine|psu|motherboard|mainboard|memory
        failure*|fault*|fail|fails|failed|failing;
        storage|san|host|node|machine|psu|motherboard|mainboard|memory
        malfunction*|died|dead|crash*|misbehav*|unhealthy|broke;
        linecard|volume|array|controller|nic|module|appliance|chassis|supervisor
        failure*|fault*|fail|fails|failed|failing;
        linecard|volume|array|controller|nic|module|appliance|chassis|supervisor
        malfunction*|died|dead|crash*|misbehav*|unhealthy|broke;
        firewall|device|card|ram|cpu|gateway|port|unit|component
        failure*|fault*|fail|fails|failed|failing;
        firewall|device|card|ram|cpu|gateway|port|unit|component
        malfunction*|died|dead|crash*|misbehav*|unhealthy|broke;
        fail*|faulty|defective|broken|malfunctioning|damaged|dead|degraded|bad|unhealthy ~
        disk*|drive*|switch*|router*|hardware|host|card|memory|psu|ram|ssd|server;
        fail*|faulty|defective|broken|malfunctioning|damaged|dead|degraded|bad|unhealthy ~
        node|device|nic|controller|module|optic*|transceiver*|fan|fans|equipment|volume|supply;
        replac* ~ disk*|hardware|part|parts|psu|fan|switch*|server*; replac* ~
        drive*|router*|card|module|equipment|component*|optic*|transceiver*|cable; replacement
        part*|hardware|fan|drive|switch; hardware; line card*; faulty; disk crash; head crash;
        network device; physical damage; spare part*; raid; power supply unit; on site
        technician*|engineer*
        """,
    "hardware_power.datacenter": """
        datacenter|datacentre|dc|facility|colocation|colo|site
        outage|failure|incident|event|issue*|problem*|malfunction; data center|centre
        outage|failure|incident|event|issue*|problem*|power|cooling; zone|zonal failure|outage;
        availability zone ~ failure|outage|down|lost; datacenter power|cooling
        """,
    "network_connectivity.cable": """
        fiber|fibre|cable|cables|submarine|subsea|undersea|optic|optical|line ~
        cut|cuts|damage*|break*|fault*|severed|failure*|path|outage*;
        cut|damaged|severed|broken|broke ~ fiber|fibre|cable*|line; fiber; fibre; fiberoptic;
        cable cut*|damage|fault|break; submarine|subsea|undersea cable*; vandal*; sabotage*;
        dug|digging up; excavat*; construction work*; leased line*; backhaul; anchor drag*
        """,
    "network_connectivity.transit": """
        packet loss; packets dropped|lost; dropp* ~ packets; peering; transit; backbone; isp;
        isps; internet service|access provider*; internet provider*; carrier|carriers; upstream
        network|router|route*|carrier|isp|connectivity|transit|packet; network
        provider*|carrier|vendor|operator*|exchange; internet exchange; exchange point; route*
        via|over|through|leak*; hijack*; bgp; bgp leak*|session*; route leak*; telecom*; last
        mile; wan; edge router; internet backbone; rerouted; re routed; asn
        """,
    "network_connectivity.carrier": """
        cogent; lumen; level 3; centurylink; gtt; ntt; telia; arelion; zayo; hurricane electric;
        tata communications; telxius; seabone; sparkle; orange|colt|telstra|singtel network;
        embratel; retn; de cix; linx; ams ix; equinix ix; comcast; at&t network; verizon network;
        charter; vodafone network; deutsche telekom; colt; telefonica
        """,
    "network_connectivity.network": """
        network|networking|internet ~
        outage*|issue*|problem*|failure*|interruption*|disruption*|partition*|instability;
        network|networking|internet ~
        degradation|congestion|fault*|incident|glitch*|event|hiccup*|errors; connectivity
        issue*|loss|problem*|drop*|failure*|disruption*|outage*|interruption*; loss of ~
        connectivity|network; drop in ~ connectivity; network connectivity; network
        link*|path*|drops|latency|saturation; routing
        issue*|problem*|protocol|loop*|error|instability|failure; partition*; link
        down|failure|failed|flap*; flapping; unreachable network; dns
        issue*|problem*|failure*|outage*; network unavailable|offline|down; regional connectivity
        """,
    "third_party_dependency.named": """
        third|3rd party|parties ~
        service*|provider*|vendor*|dependency|dependencies|supplier|outage; third|3rd
        party|parties ~ issue*|failure|partner|platform|system|api|library|software;
        external|outside|upstream|downstream|underlying|dependent
        provider|provide|providers|vendor|vendors;
        external|outside|upstream|downstream|underlying|dependent
        supplier*|dependency|dependencies|partner|partners; hosting|cloud|cdn|dns|payment|sms
        provider|provide|providers|vendor|vendors; hosting|cloud|cdn|dns|payment|sms
        supplier*|dependency|dependencies|partner|partners;
        email|telecom|telephony|voice|infrastructure|identity
        provider|provide|providers|vendor|vendors;
        email|telecom|telephony|voice|infrastructure|identity
        supplier*|dependency|dependencies|partner|partners;
        authentication|database|service|saas|partner|storage
        provider|provide|providers|vendor|vendors;
        authentication|database|service|saas|partner|storage
        supplier*|dependency|dependencies|partner|partners;
        provider|vendor|supplier|partner|host|hoster|upstream ~
        outage*|issue*|incident*|problem*|failure*|experienc*|suffer*;
        provider|vendor|supplier|partner|host|hoster|upstream ~
        reported|confirmed|acknowledged|informs|informed|identified|resolved|fix; on|at
        their|provider|vendor|providers|vendors ~ end|side;
        issue|outage|incident|problem|failure|interruption|disruption at|with|of|from|by ~
        provider*|vendor*|supplier*|partner*|third|upstream; upstream
        service|services|vendor|incident|dependency|issue*|outage*|interruption; their status
        page; vendor*; supplier*; external dependency|service*; service provided by; depend* on ~
        provider|vendor|service; managed service provider; subcontractor
        """,
    "third_party_dependency.vendor": """
        aws|amazon|ec2|s3|ebs|gcp|cloudflare|fastly|akamai
        outage*|incident*|issue*|down|problem*|failure*|disruption|degradation|region;
        twilio|stripe|paypal|github|gitlab|dockerhub|crowdstrike|linode|digitalocean
        outage*|incident*|issue*|down|problem*|failure*|disruption|degradation|region;
        ovh|ovhcloud|hetzner|okta|auth0|sendgrid|mailgun|datadog|rackspace|heroku|vercel|netlify
        outage*|incident*|issue*|down|problem*|failure*|disruption|degradation|region;
        braintree|adyen|plaid|worldpay|azure|salesforce|mongodb|snowflake|npm|pypi|vonage|zendesk
        outage*|incident*|issue*|down|problem*|failure*|disruption|degradation|region;
        aws|amazon|ec2|s3|ebs|gcp|cloudflare|fastly|akamai is|are|has|have|had|was|were ~
        down|issue*|problem*|outage|experienc*|acknowledg*|confirmed;
        aws|amazon|ec2|s3|ebs|gcp|cloudflare|fastly|akamai is|are|has|have|had|was|were ~
        resolved|marked|opened|working|investigating|fix*|suffer*;
        twilio|stripe|paypal|github|gitlab|dockerhub|crowdstrike|linode|digitalocean
        is|are|has|have|had|was|were ~
        down|issue*|problem*|outage|experienc*|acknowledg*|confirmed;
        twilio|stripe|paypal|github|gitlab|dockerhub|crowdstrike|linode|digitalocean
        is|are|has|have|had|was|were ~ resolved|marked|opened|working|investigating|fix*|suffer*;
        ovh|ovhcloud|hetzner|okta|auth0|sendgrid|mailgun|datadog|rackspace|heroku|vercel|netlify
        is|are|has|have|had|was|were ~
        down|issue*|problem*|outage|experienc*|acknowledg*|confirmed;
        ovh|ovhcloud|hetzner|okta|auth0|sendgrid|mailgun|datadog|rackspace|heroku|vercel|netlify
        is|are|has|have|had|was|were ~ resolved|marked|opened|working|investigating|fix*|suffer*;
        braintree|adyen|plaid|worldpay|azure|salesforce|mongodb|snowflake|npm|pypi|vonage|zendesk
        is|are|has|have|had|was|were ~
        down|issue*|problem*|outage|experienc*|acknowledg*|confirmed;
        braintree|adyen|plaid|worldpay|azure|salesforce|mongodb|snowflake|npm|pypi|vonage|zendesk
        is|are|has|have|had|was|were ~ resolved|marked|opened|working|investigating|fix*|suffer*;
        aws|amazon|ec2|s3|ebs|gcp|cloudflare|fastly|akamai
        having|experienc*|acknowledg*|confirmed|suffer*;
        twilio|stripe|paypal|github|gitlab|dockerhub|crowdstrike|linode|digitalocean
        having|experienc*|acknowledg*|confirmed|suffer*;
        ovh|ovhcloud|hetzner|okta|auth0|sendgrid|mailgun|datadog|rackspace|heroku|vercel|netlify
        having|experienc*|acknowledg*|confirmed|suffer*;
        braintree|adyen|plaid|worldpay|azure|salesforce|mongodb|snowflake|npm|pypi|vonage|zendesk
        having|experienc*|acknowledg*|confirmed|suffer*;
        outage|incident|issue|issues|problem|problems|failure|disruption|interruption|degradation
        at|with|in|of|from|by aws|amazon|ec2|s3|ebs|gcp|cloudflare|fastly|akamai|twilio;
        outage|incident|issue|issues|problem|problems|failure|disruption|interruption|degradation
        at|with|in|of|from|by stripe|paypal|github|gitlab|dockerhub;
        outage|incident|issue|issues|problem|problems|failure|disruption|interruption|degradation
        at|with|in|of|from|by crowdstrike|linode|digitalocean|google|microsoft|apple;
        outage|incident|issue|issues|problem|problems|failure|disruption|interruption|degradation
        at|with|in|of|from|by ovh|ovhcloud|hetzner|okta|auth0|sendgrid;
        outage|incident|issue|issues|problem|problems|failure|disruption|interruption|degradation
        at|with|in|of|from|by mailgun|datadog|rackspace|heroku|vercel|netlify|braintree;
        outage|incident|issue|issues|problem|problems|failure|disruption|interruption|degradation
        at|with|in|of|from|by adyen|plaid|worldpay|azure|salesforce|mongodb|snowflake;
        outage|incident|issue|issues|problem|problems|failure|disruption|interruption|degradation
        at|with|in|of|from|by npm|pypi|vonage|zendesk|google|microsoft|apple; lets encrypt; google
        cloud outage*|issue*|incident*; amazon web services; certificate authority; docker hub;
        crowdstrike; app store outage; us east outage; visa|mastercard|swift network; hosted on|in
        ~ aws|azure|gcp; runs on aws; due|owing to ~
        aws|azure|gcp|cloudflare|fastly|akamai|twilio|stripe|paypal|github
        """,
    "third_party_dependency.wait": """
        await* ~ vendor|provider|akamai|aws|their|response|update; waiting ~
        vendor|provider|them|third; vendor has|informs|informed|aware; opened|open ~ ticket|case
        with; contacted ~ vendor|provider|support; spoken|reached ~ to|out ~
        provider|vendor|upstream; escalated to|with ~ vendor|provider|partner; they have|are ~
        confirmed|aware|acknowledged|working|investigating; awaiting ~ fix
        """,
    "cyberattack.named": """
        ddos; dos attack*; denial of service; cyber attack*|incident|security|crime; cyberattack*;
        malicious; ransomware; malware; trojan; botnet*; security
        breach*|incident|compromise|intrusion|event; breach*; unauthori*
        access|party|parties|third|actor*|user*|person|individual; attacker*; hacker*; hack group;
        phishing; intrusion*; intruder*; stole*|stolen|leaked|compromised|exfiltrat* ~
        credential*|token*|session*|password*|key|keys|data; was|were|been|got compromised;
        compromise of; exploit*; extortion; credential stuffing; brute force;
        gained|gain|got|obtained access to; supply chain impersonat*; account takeover; defac*;
        zero day; threat actor*; attack on|against|targeting|traffic|started|was; under attack;
        attack; vulnerability ~ exploited|active|used; sabotage by; virus
        """,
    # What users guess first, whatever it is.
    "cyberattack.weak": "attack; attacks; cyber; hacked; hacking",
    "external_event.nature": """
        earthquake*; quake; hurricane*; typhoon*; cyclone*;
        storm|storms|snowstorm*|thunderstorm*|windstorm*; flooding; floods; flood waters;
        floodwater*; wildfire*; bushfire*; forest fire*; lightning; tornado*; ice storm*;
        extreme|severe|adverse|bad weather; weather conditions|event; landslide*; tsunami*;
        volcan*; blizzard*; natural disaster*; eruption*; heavy rain*|snow|wind*
        """,
    "external_event.state": """
        government*; ministry; authorities; regulator*; ordered ~ shutdown|block*|by; court order;
        internet|nationwide|national|government shutdown*; shutdowns; exam|exams|examinations;
        protest*; election*; censor*; restrict* ~ access|internet; blocked ~
        social|country|nationwide; sanction*; coup; civil unrest; unrest; war; military; air
        strike*|strikes; missile*|drone strike*; conflict; bombing; curfew; law enforcement;
        police; parliament; ban on; banned by
        """,
    "external_event.area": """
        regional|nationwide|national|widespread|massive|countrywide blackout*|power; national
        grid; blackout*; power company; parts of ~ country|city|region; across ~ country|nation;
        internet traffic dropped|from|in
        """,
    # No cause named: reports of symptoms, promises to find out.
    "unknown.investigating": """
        investigat*; looking into; aware of; being investigated; cause ~ unknown|unclear; not ~
        know ~ cause|why; root cause is|has ~ not|yet|unknown; more information; further updates;
        as soon as; working on|to ~ fix|resolve|restore|resolution; monitoring; identified ~
        issue|problem; we ~ apologi*; under investigation; currently ~ unavailable; implemented ~
        fix; fix has been
        """,
    "unknown.symptom": """
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

CUES = {
    # What stands before these is a cause of what stands after them ...
    "cue.leads": """
        caused; causes; causing; cause|caused ~ to; led|leads|leading to; lead to;
        resulted|results|resulting in; result in; triggered; triggering; triggers; brought down;
        took|taking|taken down; prevented; preventing; broke; knocked; affecting; affected;
        impacted; impacting; which meant; made ~ unavailable|inaccessible|fail; introduced;
        overwhelmed; disrupted; left; isolated; disabled; exposed; contributed to; culminated in
        """,
    # ... and the other way round.
    "cue.owes": """
        due to; caused by; because of; because; triggered by; as result of; result of; root cause;
        resulted from; results from; attributed to; owing to; thanks to; brought on by; stemmed
        from; stemming from; originat* from|in; cause was|is; as consequence of; following; after;
        source of ~ issue|problem; traced ~ to; blamed on; down to; induced by;
        issue|issues|problem was|is ~ related|with|from; determined that; identified that;
        identified; affected by
        """,
    "cue.denies": """
        not; nor; neither; isnt; wasnt; werent; arent; without; never; rather than; unrelated to;
        ruled out; ruling out; rule out; nothing to do with; instead of; nor any;
        there|is|was|were|are|with|has|have|had|been|and|but|found|saw|see|show|shows|of no; no
        evidence|indication|sign|signs|reason; no planned|scheduled|malicious|hardware|software;
        no security|cyber|power|network|configuration|change*|update*|deploy*|attack*|ddos|breach;
        no bug*|maintenance|overload|outside|external|third|release|outage*|fault|failure
        """,
    "cue.supposes": """
        if; in case of; in event of; to prevent; to avoid; prevent ~ from; protect* against|from;
        would; might; could have been; whether; hypothetical; resilien* to|against; in order to
        prevent
        """,
}
