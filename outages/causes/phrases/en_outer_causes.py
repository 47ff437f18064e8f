"""English: how operators name maintenance, equipment and causes outside.

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
        going to ~ swap|replace|move|upgrade|migrate|restart|install; closed ~
        morning|evening|night|sunday|saturday; system works; reminder; expect ~
        short|brief|minimal|some ~ interruption*|downtime|disruption*; we ~ plan|intend to;
        this|next|coming ~
        weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|night|month; on
        monday|tuesday|wednesday|thursday|friday|saturday|sunday ~ we|from|between; will be ~
        closed|offline|switched|shut; we upgrade|migrate|move|replace|relocate; we are moving;
        read only ~ during|for|from|between; until ~ am|pm; system|portal|app|service will be;
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
        moving to ~ data|datacenter|server*|cloud|provider|platform; system upgrade; migration
        to|of|complete*|window|starting|scheduled|date; migrat* ~
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
        tripped; water ~ electrical|power; switch off ~ lines|power; electrician; fuse; power
        strip; mains; return of power; power restored|returned; electrical
        fault|failure|fire|work; switchgear; generators; lost utility; power to;
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
        air conditioner; temperature*; cooled; heat; fire; burn*; sprinkler*; coolant; cooling;
        chiller*; overheat*; over heat*; high|rising|elevated|increased temperature*; temperature*
        ~ rising|rose|high|above|exceed*; thermal; air condition*; hvac; ventilation; heat wave;
        heatwave; high heat; fire in|at|alarm|suppression|extinguish*|broke; caught fire; smoke;
        water leak*; flooding ~ data|datacenter; water damage; fan failure; fans
        """,
    "hardware_power.hardware": """
        lost ~ ssd*|disk*|drive*|node|controller|card; broken ~
        board|mainboard|fan|disk|part|module|server; mainboard; ssd|ssds|nvme
        failed|fail|died|failure; memory|ram|cpu fault|error|errors; pump; fan|fans
        stopped|failed|broke; fault at|in ~ exchange|equipment|cabinet|facility|substation; broke
        down; broken down; had ~ exchanged|replaced|swapped; swapped ~ disk|server|card|part;
        ram|memory module|stick; module ~ faulty|failed|defective; hard drive*|disk*;
        optical|network|power|electrical equipment ~ fail*|fault*|broke; dimm|memory|cpu ~
        failure|module|errors; motherboard; backplane; physical server|host|machine|node;
        hypervisor ~ fail*|crash*; storage|san|array|disk|disks ~
        failed|failure|failing|died|errors|controller; node|host|server|machine ~
        died|dead|hardware; i/o errors; unresponsive host|node|hypervisor; raid ~
        degraded|rebuild; rebuild ~ array|raid; network card; damaged ~
        servers|equipment|hardware; equipment failure; hardware component; server ~ physically;
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
        part*|hardware|fan|drive|switch; hardware; line card*; disk crash; head crash; network
        device; physical damage; spare part*; raid; power supply unit; on site
        technician*|engineer*
        """,
    "hardware_power.datacenter": """
        datacenter|datacentre|dc|facility|colocation|colo|site
        outage|failure|incident|event|issue*|problem*|malfunction; data center|centre
        outage|failure|incident|event|issue*|problem*|power|cooling; zone|zonal failure|outage;
        availability zone ~ failure|outage|down|lost; datacenter power|cooling
        """,
    "network_connectivity.cable": """
        anchor; roadworks; road works; damaged ~ line|lines; excavator*; digger*;
        fiber|fibre|cable bundle*|line*|link*|path*|ring|strand*; optical
        link|fiber|line|transport; severed; cable theft; stolen cable*; cut through; damaged ~
        cable*|fiber*|line*|fibre*;
        fiber|fibre|cable|cables|submarine|subsea|undersea|optic|optical|line ~
        cut|cuts|damage*|break*|fault*|severed|failure*|path|outage*;
        cut|damaged|severed|broken|broke ~ fiber|fibre|cable*|line; fiber; fibre; fiberoptic;
        cable cut*|damage|fault|break; submarine|subsea|undersea cable*; vandal*; sabotage*;
        dug|digging up; excavat*; construction work*; leased line*; backhaul; anchor drag*
        """,
    "network_connectivity.transit": """
        bgp ~ session*|peer*|route*|announc*; core router; upstream ~ network|carrier;
        carrier|isp|operator|provider ~ network|router|route*; internet routing; interconnect*;
        mpls; dark fiber; dropped packets|sessions; packet drops; packet loss; packets
        dropped|lost; dropp* ~ packets; peering; transit; backbone; isp; isps; internet
        service|access provider*; internet provider*; carrier|carriers; upstream
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
        fault on ~ line|link|circuit|cable|network; line fault; mobile operator|operators|carrier;
        uplink*; circuit* ~ down|fail*|fault; network loop; switch|bridge loop; spanning tree;
        broadcast storm; longer path|route|paths; one ~ isp|provider|operator|carrier ~
        cannot|reach|customers; peers; without broadband|internet|phone; routes ~
        exchang*|withdrawn|lost|missing; core|mobile|cellular|backbone|regional|local|transport
        network; network equipment|device*|gear|link; router|switch|firewall ~
        issue*|problem*|rebooted|crashed; base station*; cell site*|tower*; mast|masts; vpn
        tunnel*; link between; lost ~ connectivity|link; cut off ~ users|customers|from; cross
        region|connect link*|traffic; signalling; 5g|4g|lte; network|networking|internet ~
        outage*|issue*|problem*|failure*|interruption*|disruption*|partition*|instability;
        network|networking|internet ~
        degradation|congestion|fault*|incident|glitch*|event|hiccup*|errors; loss of ~
        connectivity|network; network link*|path*|drops|latency|saturation; partition*; link
        down|failure|failed|flap*; flapping; network unavailable|offline|down; regional
        connectivity
        """,
    # As often what users notice as why.
    "network_connectivity.seems": """
        dns resolution|resolver*|server* ~ fail*|issue*|problem*|error*; loss of
        connection|connectivity; unreachable from; connectivity
        issue*|loss|problem*|drop*|failure*|disruption*|outage*|interruption*; drop in ~
        connectivity; network connectivity; routing
        issue*|problem*|protocol|loop*|error|instability|failure; unreachable network; dns
        issue*|problem*|failure*|outage*
        """,
    "third_party_dependency.named": """
        cdn|dns|cloud|provider|service|software|platform|system that|which|we ~
        use|rely|depend|subscribe; external ~ service|system|provider|api|platform
        is|are|was|has|unavailable|down|failing; processor|processors ~
        has|have|is|prevents|problem*; telephony|telecom|verification|identity|logistics|shipping
        partner|provider|service|supplier; fault|disruption|trouble|issue at ~
        cdn|partner|processor|provider|host|bank|supplier|vendor; clearing system; card scheme;
        payment scheme; supplier ~ server*|system*|service;
        facebook|google|apple|microsoft|twitter login|authentication; service|server|system|api of
        ~ partner|supplier|provider|vendor; not ~ respond* ~ supplier|partner;
        problem*|issue*|outage*|incident|failure|error|errors|fault at|with|from|of ~
        partner*|gateway|bank|acquirer|carrier|registrar|processor|host|supplier|provider*|vendor*;
        payment|card|sms|email|voice|identity|map|maps|video
        processor*|gateway*|acquirer|network|partner; acquirer; partner bank; gateway
        partner|provider; registrar; registry outage; external api; hosting company|partner;
        software vendor|supplier; cloud vendor|host|hosting|platform; health dashboard; on ~
        partner|bank|gateway|host side; service ~ rely|depend* on; push notification service;
        upstream service|services|vendor|dependency; provider is|are|has|have;
        underlying|infrastructure ~ provider; outside ~ our control; third|3rd party|parties ~
        service*|provider*|vendor*|dependency|dependencies|supplier|outage; third|3rd
        party|parties ~ issue*|failure|partner|platform|system|api;
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
        provider|vendor|supplier|partner|host|hoster ~
        outage*|issue*|incident*|problem*|failure*|experienc*|suffer*;
        provider|vendor|supplier|partner|host|hoster ~
        reported|confirmed|acknowledged|informs|informed|identified|resolved|fix; on|at
        their|provider|vendor|providers|vendors ~ end|side;
        issue|outage|incident|problem|failure|interruption|disruption at|with|of|from|by ~
        provider*|vendor*|supplier*|partner*|upstream; their status page; vendor*; supplier*;
        external dependency|service*; service provided by; depend* on ~ provider|vendor|service;
        managed service provider; subcontractor
        """,
    "third_party_dependency.vendor": """
        aws|cloudflare|fastly|akamai|twilio|stripe|paypal|github is|are|has ~
        returning|slow|unreachable|unavailable|degraded|failing|reporting|reported;
        okta|auth0|sendgrid|mailgun|google|azure|linode|ovh is|are|has ~
        returning|slow|unreachable|unavailable|degraded|failing|reporting|reported; google
        cloud|workspace ~ incident|outage|issue*|problem*|down;
        reported|reports|reporting|returning|returns ~ incident|errors|outage ~ aws|stripe|paypal;
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
    # A mention may be no more than where something runs.
    "third_party_dependency.mention": """
        aws; amazon; ec2; s3; ebs; gcp; google cloud; cloudflare; fastly; akamai; twilio; stripe;
        paypal; crowdstrike; linode; digitalocean; ovh; ovhcloud; hetzner; okta; auth0; sendgrid;
        mailgun; datadog; rackspace; heroku; vercel; netlify; braintree; adyen; plaid; worldpay;
        snowflake; pypi; vonage; firebase; dockerhub; visa; mastercard; equinix
        """,
    "third_party_dependency.wait": """
        upstream; monitor* ~ their progress; their
        engineers|team|status|support|incident|outage|systems|platform|network;
        working|contact|touch with ~ provider|vendor|partner|supplier|them; for updates see;
        according to ~ provider|vendor; await* ~ vendor|provider|akamai|aws|their|response|update;
        waiting ~ vendor|provider|them|third; vendor has|informs|informed|aware; opened|open ~
        ticket|case with; contacted ~ vendor|provider|support; spoken|reached ~ to|out ~
        provider|vendor|upstream; escalated to|with ~ vendor|provider|partner; they have|are ~
        confirmed|aware|acknowledged|working|investigating; awaiting ~ fix
        """,
    "cyberattack.named": """
        got into ~ system*|network|server*|account*|helpdesk; on purpose; accessed with|by|using ~
        leaked|stolen|unauthorised|unauthorized; volumetric; target of; targeted by; broke into;
        break in; abuse|abused ~ vulnerability|access; criminals; cybercriminal*; encrypted ~
        systems|files|data|servers|by; intruders; obtained|used|abused ~ credentials|token*;
        credentials ~ stolen|obtained|leaked|compromised; bots ~ flood*|attack*; malicious*;
        hostile; flood*|floods of|from ~ malicious|bogus|fake|botnet|traffic|requests ~
        botnet|attack*; adversar*; tamper*; infiltrat*; illegitimate traffic; syn flood;
        amplification; security vulnerability; spoofed; bogus requests; hijacked ~
        account*|domain*|dns; rogue; unauthorised; attacked; scrubbing; infected; virus|worm ~
        infect*|spread; shut down ~ precaution; perpetrator*; police ~ informed|report;
        fraudster*; ddos; dos attack*; denial of service; cyber attack*|incident|security|crime;
        cyberattack*; malicious; ransomware; malware; trojan; botnet*; security
        breach*|incident|compromise|intrusion|event; breach*; unauthori*
        access|party|parties|third|actor*|user*|person|individual; attacker*; hacker*; hack group;
        phishing; intrusion*; intruder*; stole*|stolen|leaked|compromised|exfiltrat* ~
        credential*|token*|session*|password*|key|keys|data; was|were|been|got compromised;
        compromise of; exploit*; extortion; credential stuffing; brute force;
        gained|gain|got|obtained access to; supply chain impersonat*; account takeover; defac*;
        zero day; threat actor*; attack on|against|targeting|traffic|started|was; under attack;
        attack; vulnerability ~ exploited; sabotage by; virus
        """,
    # What users guess first, whatever it is.
    "cyberattack.weak": "attack; attacks; cyber; hacked; hacking",
    "external_event.nature": """
        snow; snowfall; brought down ~ lines|trees|power; hit by ~ storm|cyclone|hurricane|flood*;
        volcano; landslip; high winds; flood|flooding|floods ~ destroy*|damag*|water; wildfires;
        hurricanes; gale*; wind damage; heavy winds; floods in|have|hit|and|across; lightning
        strike; fallen|falling tree*; tree fell; mudslide*; aftershock*; eruption; avalanche;
        evacuat*; ice; freezing rain; drought; solar flare|storm; geomagnetic; monsoon; rains;
        earthquake*; quake; hurricane*; typhoon*; cyclone*;
        storm|storms|snowstorm*|thunderstorm*|windstorm*; flooding; flood waters; floodwater*;
        wildfire*; bushfire*; forest fire*; lightning; tornado*; ice storm*;
        extreme|severe|adverse|bad weather; weather conditions|event; landslide*; tsunami*;
        volcan*; blizzard*; natural disaster*; eruption*; heavy rain*|snow|wind*
        """,
    "external_event.state": """
        cut ~ mobile|internet ~ exam*|order*; blocked ~ nationwide|messenger|platform|app; ordered
        ~ providers|operators|all|to; suspend* ~ mobile|internet|data|services; operators ~
        ordered|instructed|told; elections; general|presidential|national|local|parliamentary
        election*; vote; voting; referendum; seized; licence revoked; state of emergency; martial
        law; ban; banned; blocked by|in ~ country|order|government|law|isp*|authorities;
        geoblock*; legal order; demonstration*; riot*; strike; strikes ~ workers|staff; shutdown
        ordered; pandemic; terror*; explosion ~ street|building; theft; government*; ministry;
        authorities; regulator*; ordered ~ shutdown|block*|by; court order;
        internet|nationwide|national|government shutdown*; shutdowns; exam|exams|examinations;
        protest*; censor*; restrict* ~ access|internet; blocked ~ social|country|nationwide;
        sanction*; coup; civil unrest; unrest; war; military; air strike*|strikes; missile*|drone
        strike*; conflict; bombing; curfew; law enforcement; police; parliament; ban on; banned by
        """,
    "external_event.area": """
        regional|nationwide|national|widespread|massive|countrywide blackout*|power; national
        grid; blackout*; power company; parts of ~ country|city|region; across ~ country|nation;
        internet traffic dropped|from|in
        """,
    # Words that come up where such a cause is told, and elsewhere as well.
    "planned_maintenance.topic": """
        planned; scheduled; schedule; upcoming; downtime; expected; window; upgrade; upgrades;
        migration; reboot; restart
        """,
    "hardware_power.topic": """
        disk; disks; rack; racks; array; power; electrical; psu; chassis; facility; datacenter;
        data center|centre; generator; physical; physically; hardware; equipment; replaced;
        replacement; repair*; technician*; fans; server failure|failed|died
        """,
    "network_connectivity.topic": """
        network; networking; router; routers; routing; bgp; cable; cables; link; links; isp;
        connectivity; traffic ~ dropped|lost; latency; packets; subscribers; telecom*; carrier*;
        internet; offline; unreachable
        """,
    "third_party_dependency.topic": """
        provider; providers; vendor; vendors; partner; partners; external; hosted; hosting;
        supplier; relies on; depends on; dependency; dependencies; third
        """,
    "external_event.topic": """
        country; province; provinces; nationwide; nationally; island; islands; citizens; governor;
        president; residents; villages; regionwide; territory; homes; households; disaster;
        emergency services
        """,
    "cyberattack.topic": """
        security; vulnerability; vulnerabilities; secrets; tokens; credentials; leaked; leak;
        malicious
        """,
}
