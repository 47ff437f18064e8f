"""English: how operators name others, attackers, nature and the state.

General knowledge; no line of any data set. The notation is explained in
outages/causes/matching.py.
"""

CAUSES = {
    "third_party_dependency.named": """
        cdn|dns|cloud|provider|service|software|platform|system that|which|we ~
        use|rely|depend|subscribe; external ~ service|system|provider|api|platform
        is|are|was|has|unavailable|down|failing; processor|processors ~
        has|have|is|prevents|problem*; fault|disruption|trouble|issue at ~
        cdn|partner|processor|provider|host|bank|supplier|vendor; clearing system; card scheme;
        payment scheme; supplier ~ server*|system*|service; facebook|google|apple|microsoft|twitter
        login|authentication; service|server|system|api of ~ partner|supplier|provider|vendor; not
        ~ respond* ~ supplier|partner; problem*|issue*|outage*|incident|failure|error|errors|fault
        at|with|from|of ~
        partner*|gateway|bank|acquirer|carrier|registrar|processor|host|supplier|provider*|vendor*;
        payment|card|sms|email|voice|identity|map|maps|video
        processor*|gateway*|acquirer|network|partner; acquirer; partner bank; gateway
        partner|provider; registrar; registry outage; external api; hosting company|partner;
        software vendor|supplier; cloud vendor|host|hosting|platform; health dashboard; on ~
        partner|bank|gateway|host side; service ~ rely|depend* on; push notification service;
        upstream service|services|vendor|dependency; provider is|are|has|have;
        underlying|infrastructure ~ provider; third|3rd party|parties ~
        service*|provider*|vendor*|dependency|dependencies|supplier|outage; third|3rd party|parties
        ~ issue*|failure|partner|platform|system|api;
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
        reported|confirmed|acknowledged|informs|informed|identified|resolved|fix;
        issue|outage|incident|problem|failure|interruption|disruption at|with|of|from|by ~
        provider*|vendor*|supplier*|partner*|upstream; their status page; external
        dependency|service*; service provided by; depend* on ~ provider|vendor|service; managed
        service provider; subcontractor;
        company|firm|business|organisation|organization|supplier|operator|bank|contractor|agency|partner
        that|which|who|whose ~
        provides|provide|runs|run|handles|hosts|operates|supplies|does|manages|processes|floor|delivers|powers;
        that|which|who provides|runs|hosts|handles|supplies|powers|processes ~ us|our|for;
        outside|beyond|out of ~ our ~ control|hands|influence; outside of our ~ control; not ~ our
        ~ own ~ system*|platform; not something ~ we|fix; nothing ~ wrong with our; not on|at|in
        our ~ side|end|systems; our own ~ systems|services|platform|infrastructure ~
        normal*|unaffected|not|fine|working|functioned; on|at
        !our|this|other|far|month|year|day|week|back|front|server|client|either|high|low|right|left|east|west|north|south|same|each|one|receiving|sending|customer|customers|user|wrong|safe|bright|flip|plus|any|some|his|her|end|side|dead|deep|upper|lower|public
        end|side; on|at their end|side; their ~ status page; their|its own ~ status page;
        follow*|see|check ~ their|its status; told|telling|informed|informs|advised|notified us;
        partner|partners|processor|processors|supplier|suppliers|provider|providers|vendor|vendors|registrar|registry|acquirer|acquirers|scheme|operator
        ~
        down|trouble|degraded|unavailable|offline|difficult*|backlog|incident|reports|reporting|failure|failures|fault|system|outages|outage|problem|problems|issue|issues|changed|interface|disruption|lost;
        public|package|npm|container|image registry|repository|mirror; registry ~
        down|failure|outage|failed|unavailable|offline; national|instant|interbank ~ payment* ~
        system|network|scheme|service; payment|payments|clearing|settlement|card|switching
        system|network|scheme|rails ~ unavailable|down|outage|fail*|offline; not just ~
        here|us|our; used by ~ airlines|banks|carriers|companies|hundred|many|other;
        other|many|several
        airlines|banks|carriers|websites|companies|retailers|schools|hospitals|universities ~
        affected|too|also|well|impacted; affects|affecting|affected us ~ and|other|others; industry
        wide;
        sms|text|mail|email|delivery|weather|data|map|maps|logistics|ticketing|booking|checkin|identity|verification|fraud|analytics|hosting|telephony|messaging|feed|gpu|compute|software|it|network|token|login|scrubbing|content
        ~ partner|vendor|supplier|provider|company|firm; external|outside ~
        party|company|firm|supplier|provider|partner|contractor|system|vendor; impacted|affected by
        ~ outage|incident|issue|issues|problem|problems|failure at|with|in|of|from|on; sign|single
        ~ provider; data centre|center operator|provider|company|landlord; landlord;
        fault|failure|problem|problems|trouble|outage|issue|issues|incident|difficulties|disruption|error|interruption
        at|with|from|of ~
        company|firm|processor|maker|manufacturer|scheme|operator|contractor|agency|registry|suppliers|partners|vendors|providers|prestataire;
        result|because of ~ ongoing ~ incident|outage; fronts our|the ~ portal|site|service|api;
        monitoring|following their|its progress; third|3rd party|parties ~
        feed|data|app|integration|software|application|hosting|cloud|company|firm|operator|cdn|infrastructure|systems;
        interface|api|server|system|service of|at ~
        partner|supplier|bank|carrier|courier|company|vendor; interface|api ~ isnt|not ~
        answering|responding|answer; partners|suppliers|couriers|banks|vendors|providers ~
        interface|api|server|servers|system|systems; problems|issues|trouble|troubles of its|their
        ~ own; that ~ bank|company|provider|partner|carrier ~ has|is|are|have; building network;
        nothing ~ we can ~ do; until they|theyve ~ fixed|fix|restore|repair|resolve|solve;
        partner*|company|firm|authority|supplier|vendor|contractor who|whom|we; we use ~
        is|are|isnt|has ~ down|away|unavailable|slow|trouble; fail|fails|failing|rejected|stuck at
        ~ partner|supplier|bank|operator|carrier|processor;
        run|operated|provided|supplied|managed|hosted by ~
        company|firm|airport|city|partner|third|another|supplier|vendor|contractor|external|provider;
        isnt|not ~ airline|our ~ own ~ system|systems|fault;
        timestamping|signing|certificate|certification authority;
        courier|bank|processor|airport|exchange|partner ~ isnt ~ answering|responding|working; used
        by|across all|most|every ~ banks|airlines|schools|operators|shops;
        vendor|supplier|vendors|suppliers|provider|partner ~
        outage|issue|incident|problem|failure|update|deployment|pipeline|change|software;
        software|update|change from|by|at ~ vendor|supplier|provider|partner; vendor|supplier
        has|have|is|are|was|confirmed|reports|reported|informed|acknowledged|says|resolved;
        due|owing to ~ vendor|supplier|provider|partner; of|by|from|with vendor|supplier
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
        aws|azure|gcp|cloudflare|fastly|akamai|twilio|stripe|paypal|github;
        microsoft|google|apple|meta|oracle|ibm|canvas|blackboard|zoom|slack|sabre|amadeus|sita|navitaire|npci|fiserv|worldline|nexi|shopify|atlassian|supabase|openai|anthropic|verisign|godaddy|equinix
        is|are|has|have|had|was|were ~
        down|issue*|problem*|outage|experienc*|acknowledg*|confirmed|trouble|unavailable|backlog|having;
        microsoft|google|apple|meta|oracle|ibm|canvas|blackboard|zoom|slack|sabre|amadeus|sita|navitaire|npci|fiserv|worldline|nexi|shopify|atlassian|supabase|openai|anthropic|verisign|godaddy|equinix
        outage*|incident*|disruption|downtime; office 365 ~ outage|down|issue*|is; due|owing|thanks
        to ~
        microsoft|google|apple|oracle|npci|sabre|amadeus|openai|okta|auth0|heroku|hetzner|ovh|linode|sendgrid|mailgun|datadog|shopify;
        github ~ is|down|outage|incident; ongoing ~
        cloudflare|aws|azure|google|fastly|akamai|microsoft ~ incident|outage|issue*|problem*; us
        east 1|2; us west 1|2; eu west 1|2; azure active directory is|are|outage|has|down;
        microsoft|google|apple|amazon|github|stripe|paypal isnt|wasnt|hasnt|is ~
        well|working|responding|down|available; google|apple|microsoft ~
        maps|login|sign|pay|push|teams|play|authenticator ~
        has|have|down|issue*|problem*|outage*|backlog|unavailable|fail*;
        apples|googles|microsofts|amazons ~ service|servers|systems|push|side|end
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
        confirmed|aware|acknowledged|working|investigating; awaiting ~ fix; no ~
        estimate|eta|update ~ from ~ vendor|supplier|provider|them|company;
        company|vendor|supplier|provider|partner|they are|is ~ working|investigating|looking|aware;
        has|have ~ ticket ~ open|with; ticket open|opened with; in contact|touch with ~ them;
        monitor* their; we rely|depend on; relied|rely|relies|depends|dependent on|upon; wait*
        for|on ~ vendor|company|supplier|partner|them|provider; rely|relies|relied|depend|depends
        on|upon ~ for; canvas|blackboard ~ is down; vendor*; supplier*; issues|problems|issue with
        ~ akamai|cogent|linode|aws|google|azure|cloudflare|github|stripe
        """,
    "cyberattack.named": """
        got into ~ system*|network|server*|account*|helpdesk; on purpose; accessed with|by|using ~
        leaked|stolen|unauthorised|unauthorized; volumetric; target of; targeted by; broke into;
        abuse|abused ~ vulnerability|access; criminals; cybercriminal*; encrypted ~
        systems|files|data|servers|by; intruders; obtained|used|abused ~ credentials|token*;
        credentials ~ stolen|obtained|leaked|compromised; bots ~ flood*|attack*; malicious*;
        hostile; flood*|floods of|from ~ malicious|bogus|fake|botnet|traffic|requests ~
        botnet|attack*; adversar*; tamper*; infiltrat*; illegitimate traffic; syn flood;
        amplification; security vulnerability; spoofed; bogus requests; hijacked ~
        account*|domain*|dns; unauthorised; attacked; infected; virus|worm ~ infect*|spread; shut
        down ~ precaution; perpetrator*; police ~ informed|report; fraudster*; dos attack*; denial
        of service; cyber attack*|incident|security|crime; cyberattack*; malicious; ransomware;
        malware; trojan; botnet*; security breach*|incident|compromise|intrusion|event; unauthori*
        access|party|parties|third|actor*|user*|person|individual; attacker*; hacker*; hack group;
        phishing; intrusion*; intruder*; stole*|stolen|leaked|compromised|exfiltrat* ~
        credential*|token*|session*|password*|key|keys|data; was|were|been|got compromised;
        compromise of; exploit*; extortion; credential stuffing; brute force;
        gained|gain|got|obtained access to; supply chain impersonat*; account takeover; defac*;
        zero day; threat actor*; attack on|against|targeting|traffic|started|was; under attack;
        attack; vulnerability ~ exploited; sabotage by; virus; ddos*; ddosed; flood* of ~
        junk|malicious|hostile|bogus|fake|packets|queries;
        junk|bogus|fake|hostile|malicious|rogue|spoofed ~
        traffic|requests|queries|packets|orders|accounts|connections;
        udp|syn|http|layer|inbound|packet flood*; null rout*; nullrout*; gbps|tbps|400g|100g ~
        attack|flood|hostile|ddos; bot ~ attack|army|net; card testing; worm; hacktivis*; stolen ~
        credential*|password*|account*|token*|key*; administrator|admin|root
        rights|access|privileges ~ gained|stolen|obtained; gained ~
        administrator|admin|root|access|entry|control; encrypted ~
        servers|files|our|data|machines|disks; unpatched ~ hole|vulnerab*|flaw|server; security
        hole; cyber ~ event|incident|attack|criminals|espionage; extort*; ransom*; blackmail*; data
        ~ theft; contain* ~ incident|attack|threat|breach|spread; switched|taken|took|shut ~
        offline|off|down ~ precaution; forensic*; taken over ~ by|phishing;
        been|was|were|got|getting|being attacked|ddosed|breached|infiltrated; vulnerabilit* ~
        abused|exploited|used; password spray*; victim of; hit|struck|disrupted|affected by ~
        attack|ransomware|hackers|cyber*|ddos|malware|virus; intru*; law enforcement ~
        notified|informed|contacted|working; police ~ notified|informed|contacted|investigat*;
        computer virus; saboteur*; malicious ~ software|code|actor*|activity|traffic|attack;
        targeted by|attack; deliberate* ~ attack|flood|act; wave|waves of ~
        junk|attack*|bogus|malicious|ddos; pointed ~ domain ~ own|their; suspicious ~
        activity|access|traffic|login*; outside|external attacker*|actor*; wiper; backdoor; bots ~
        sent|sending|fake|hammer*|attack*|flood*; unknown|unidentified
        persons|people|parties|individuals|actors|perpetrators; outsider*;
        unauthorised|unauthorized ~ entered|entry; entered ~ environment|network ~ unauthor*;
        flooding ~ server|servers|site|network|us|website|court; garbage|trash|attack|bad
        traffic|requests ~ at; throwing ~ traffic|requests|packets; locked ~ by|criminals|gang;
        gang; ask|asks|asking|demand|demands|demanding|demanded ~ money|payment|bitcoin; passwords
        ~ taken|leaked|another|reused; cut ~ itself|ourselves|network|off ~ internet ~
        virus|malware|trojan; dark web; down|offline in response to; taken down in response; data ~
        exfiltrat*|copied; malicious ~ login*; impostor*; botnet ~ hammer*; hammering ~
        login|endpoint|botnet|stolen; scrubbing partner|provider|cent*|service; rogue ~
        employee|actor*|bot*; data|security|network|system breach*; breach of ~
        security|system*|network|data; breached ~ by|system*|network|security|our; breach ~
        investigat*|contain*|detected; traffic ~ attack|attacks|malicious; automated ~
        attack|abuse; abuse ~ traffic|attack|botnet; spam ~ attack|wave
        """,
    # What users guess first, whatever it is.
    "cyberattack.weak": "attack; attacks; cyber; hacked; hacking",
    "external_event.nature": """
        snow; snowfall; brought down ~ lines|trees|power; hit by ~ storm|cyclone|hurricane|flood*;
        volcano; landslip; high winds; flood|flooding|floods ~ destroy*|damag*|water; wildfires;
        hurricanes; gale*; wind damage; heavy winds; floods in|have|hit|and|across; lightning
        strike; fallen|falling tree*; tree fell; mudslide*; aftershock*; eruption; avalanche;
        evacuat*; ice; freezing rain; drought; solar flare|storm; geomagnetic; monsoon; rains;
        earthquake*; quake; hurricane*; typhoon*; cyclone*; flooding; flood waters; floodwater*;
        wildfire*; bushfire*; forest fire*; lightning; tornado*; ice storm*;
        extreme|severe|adverse|bad weather; weather conditions|event; landslide*; tsunami*;
        volcan*; blizzard*; natural disaster*; eruption*; heavy rain*|snow|wind*; under water;
        underwater; submerg*; swept|washed away; trees ~ down|fell|fallen|uprooted; overhead lines;
        landfall; hail; hailstorm*; gust*; tremor*; seismic; epicent*; quakes; sandstorm*; dust
        storm*; space weather; lightning ~ hit|struck; struck by ~
        lightning|storm|tornado|hurricane|cyclone; wild|bush|forest fire|fires; fires ~
        burn*|region|hills|forest; burned|burnt through; floods; flooded ~
        exchange|basement|site|area|street*|town|building|substation; flood ~
        water|waters|damage|hit; river ~ burst|banks; torrential;
        inclement|stormy|harsh|rough|freezing|winter weather; weather ~ related|damage;
        due|because|owing to|of ~ weather|storm|flood*|typhoon|cyclone; natural ~
        event|calamity|hazard|phenomen*; act of god; force majeure; extreme ~ heat|cold|winds; snow
        ~ knocked|heavy|brought|storm; damaged ~ towers|masts|building ~
        storm|hurricane|quake|fire; volcanic; ash; ice ~ lines|brought; dam ~
        broke|gave|burst|failed|collapsed; in water; fire ~
        front|line|nearer|spread*|approach*|village|town|region|region; wires|lines ~
        brought|blown|came|torn down; brought|blown|blew down ~ wires|lines|trees|poles|masts;
        seabed|ground|earth shook|shaking|moved|quake; burst ~ banks; storm ~
        damage|hit|cut|knocked; snowstorm*; thunderstorm*; windstorm*;
        severe|winter|heavy|tropical|ice|wind|snow|dust|big|major|recent|coastal|violent|last|intense|powerful|autumn|summer|yesterdays|solar|magnetic|nights|overnight|weekends
        storm|storms; by|of|to|after|during|from|in|owing|since storm|storms; storm|storms ~
        hit|passed|brought|damag*|knocked|moved|swept|battered|raged|caused; magnitude ~
        earthquake|quake; the storm; storms; red alert|warning ~ weather
        """,
    "external_event.state": """
        cut ~ mobile|internet ~ exam*|order*; blocked ~ nationwide|messenger|platform|app; ordered
        ~ providers|operators|all|to; suspend* ~ mobile|internet|data|services; operators ~
        ordered|instructed|told; general|presidential|national|local|parliamentary election*;
        referendum; seized; licence revoked; state of emergency; martial law; ban; banned; blocked
        by|in ~ country|order|government|law|isp*|authorities; geoblock*; legal order;
        demonstration*; riot*; strike; strikes ~ workers|staff; shutdown ordered; pandemic;
        terror*; explosion ~ street|building; ministry; authorities; ordered ~ shutdown|block*|by;
        court order; shutdowns; exam|exams|examinations; protest*; censor*; restrict* ~
        access|internet; blocked ~ social|country|nationwide; sanction*; coup; civil unrest;
        unrest; war; military; air strike*|strikes; missile*|drone strike*; bombing; curfew;
        parliament; ban on; banned by; airstrike*; air raid*; drone attack*; bomb*; fighting;
        hostilities; armed ~ conflict|attack|men; strikes on ~
        energy|power|infrastructure|facilities|grid; loot*; on|by|under order* of|from|by; order* ~
        government|authority|authorities|court|ministry|regulator|state|president|police;
        directed|instructed|required|told|ordered|compelled by ~
        government|ministry|authorit*|regulator|state|police|law|court; directive* ~
        government|ministry|authorit*|regulator|state; at ~ request of ~
        government|authorit*|ministry|court|police; restrict* ~ by|in ~
        government|country|authorit*; throttled ~ country|order|government|authority|state; access
        ~ restricted|blocked|limited ~ government|country|authorit*; suspend* ~
        district|state|order*|authorit*|government; shut off|down ~ mobile|internet ~
        order*|election*|exam*|government; was|were|been cut ~
        exam*|morning|nationally|nationwide|protest*; cut nationally|nationwide|countrywide;
        baccalaureate; school exam*; pupils|students ~ exam*|finals|sat; internet ~
        shutdown|blackout|curfew|suspension; telecom|telecoms|communications
        authority|regulator|ministry; pursuant to; decree; legislation; court ~ order*|ruling;
        police order*|action|cordon|operation; civil ~ war|defence|defense; embargo*; public
        holiday strike; industrial action; crowd control;
        told|ordered|instructed|asked|obliged|forced to ~
        block|shut|turn|switch|cut|suspend|restrict|close; operators|providers|networks ~
        told|ordered|instructed|asked ~ to; block us;
        army|military|troops|police|junta|state|president|minister|governor ~ order*; ordered ~
        networks|network|operators|service|services|internet ~ off|turned|shut|down|closed|cut;
        shelling; shelled; conflict in ~ country|region|area; conflict zone*; armed|military
        conflict; ahead|during|before|after|around|connection|for|on ~
        elections|polls|referendum|vote; election day|night|period|commission;
        school|final|state|university|national finals|exams|examinations;
        internet|nationwide|national|government shutdown|shutdowns; government ~
        order*|shut*|block*|restrict*|decid*|suspend*|cut|request*|impos*|ban*|forces|agency|decree|instruct*|direct*;
        by|of government; regulator ~ order*|block*|instruct*|suspend*|revok*|direct*
        """,
    "external_event.area": """
        regional|nationwide|national|widespread|massive|countrywide blackout*|power; national grid;
        blackout*; power company; parts of ~ country|city|region; across ~ country|nation; internet
        traffic dropped|from|in; as soon as ~ safe; safe to ~ do|enter|reach|work; cannot|can|cant
        not ~ enter|reach|access ~ area|site|town|sites|region; roads ~
        reopen|blocked|closed|impassable|flooded; portable|temporary|mobile cell|mobile|base ~
        sites|site|station*; power ~ region|province|city ~ out; stay safe; all ~ over
        county|region; energy ~ facilities|infrastructure|grid; government*; regulator*; crews ~
        safe|access|storm|trees
        """,
    # Words that come up where such a cause is told, and elsewhere as well.
    "third_party_dependency.topic": """
        provider; providers; vendor; vendors; partner; partners; external; hosted; hosting;
        supplier; relies on; depends on; dependency; dependencies; third
        """,
    "cyberattack.topic": """
        security; vulnerability; vulnerabilities; secrets; tokens; credentials; leaked; leak;
        malicious
        """,
    "external_event.topic": """
        country; province; provinces; nationwide; nationally; island; islands; citizens; governor;
        president; residents; villages; regionwide; territory; homes; households; disaster;
        emergency services
        """,
}
