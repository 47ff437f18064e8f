"""English: how operators name others whose service failed them.

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
        acquirer; partner bank; gateway partner|provider; registrar; registry outage; external api;
        hosting company|partner; software vendor|supplier; cloud vendor|host|hosting|platform;
        health dashboard; on ~ partner|bank|gateway|host side; service ~ rely|depend* on; push
        notification service; upstream service|services|vendor|dependency;
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
        !our|this|other|far|performance|technical|business|positive|negative|plus|backend|frontend|software|hardware|network|production|design|cost|price|consumer|pc|console|mobile|app|pages|pages|my|month|year|day|week|back|front|server|client|either|high|low|right|left|east|west|north|south|same|each|one|receiving|sending|customer|customers|user|wrong|safe|bright|flip|plus|any|some|his|her|end|side|dead|deep|upper|lower|public
        end|side; on|at their end|side; their ~ status page; their|its own ~ status page;
        partner|partners|processor|processors|supplier|suppliers|provider|providers|vendor|vendors|registrar|registry|acquirer|acquirers|scheme|operator
        ~
        down|trouble|degraded|unavailable|offline|difficult*|backlog|incident|reports|reporting|failure|failures|fault|system|outages|outage|problem|problems|issue|issues|changed|interface|disruption|lost;
        public|package|npm|container|image registry|repository|mirror; registry ~
        down|failure|outage|failed|unavailable|offline; national|instant|interbank ~ payment* ~
        system|network|scheme|service; payment|payments|clearing|settlement|card|switching
        system|network|scheme|rails ~ unavailable|down|outage|fail*|offline; other|many|several
        airlines|banks|carriers|websites|companies|retailers|schools|hospitals|universities ~
        affected|too|also|well|impacted; affects|affecting|affected us ~ and|other|others;
        sms|text|mail|email|delivery|weather|data|map|maps|logistics|ticketing|booking|checkin|identity|verification|fraud|analytics|hosting|telephony|messaging|feed|gpu|compute|software|it|network|token|login|scrubbing|content
        ~ partner|vendor|supplier|provider|company|firm; impacted|affected by ~
        outage|incident|issue|issues|problem|problems|failure at|with|in|of|from|on; sign|single ~
        provider; data centre|center operator|provider|company|landlord;
        fault|failure|problem|problems|trouble|outage|issue|issues|incident|difficulties|disruption|error|interruption
        at|with|from|of ~
        company|firm|processor|maker|manufacturer|scheme|operator|contractor|agency|registry|suppliers|partners|vendors|providers|prestataire;
        result|because of ~ ongoing ~ incident|outage; fronts our|the ~ portal|site|service|api;
        third|3rd party|parties ~
        feed|data|app|integration|software|application|hosting|cloud|company|firm|operator|cdn|infrastructure|systems;
        interface|api|server|system|service of|at ~
        partner|supplier|bank|carrier|courier|company|vendor; interface|api ~ isnt|not ~
        answering|responding|answer; partners|suppliers|couriers|banks|vendors|providers ~
        interface|api|server|servers|system|systems; problems|issues|trouble|troubles of its|their
        ~ own; that ~ bank|company|provider|partner|carrier ~ has|is|are|have; nothing ~ we can ~
        do; until they|theyve ~ fixed|fix|restore|repair|resolve|solve;
        partner*|company|firm|authority|supplier|vendor|contractor who|whom|we; we use ~
        is|are|isnt|has ~ down|away|unavailable|slow|trouble; fail|fails|failing|rejected|stuck at
        ~ partner|supplier|bank|operator|carrier|processor;
        run|operated|provided|supplied|managed|hosted by ~
        company|firm|airport|city|partner|third|another|supplier|vendor|contractor|external|provider;
        isnt|not ~ airline|our ~ own ~ system|systems|fault;
        courier|bank|processor|airport|exchange|partner ~ isnt ~ answering|responding|working;
        vendor|supplier|vendors|suppliers|provider|partner ~
        outage|issue|incident|problem|failure|update|deployment|pipeline|change|software;
        software|update|change from|by|at ~ vendor|supplier|provider|partner; vendor|supplier
        has|have|is|are|was|confirmed|reports|reported|informed|acknowledged|says|resolved;
        due|owing to ~ vendor|supplier|provider|partner; of|by|from|with vendor|supplier;
        outside|beyond|out of ~ control|influence;
        operator|carrier|company|supplier|firm|partner|bank|provider whose;
        supplied|provided|delivered|run by ~ another|other|outside|external ~
        company|firm|supplier; all carriers|airlines|banks ~ affected; affects all ~
        carriers|airlines|banks|users; we buy ~ from; buy from ~ has|is; root of this ~ lies ~
        with; lies with ~ host|provider|partner|supplier|vendor|company; declared ~ incident;
        vendors|suppliers|partners|providers|suppliers feed|engineers|network|reference|incident;
        slowing it down; problem|issue|fault|trouble|cause|interruption|outage|error|failure
        is|sits|lies|rests|was|originates ~ with|at ~
        company|partner|supplier|provider|vendor|bank|operator|carrier|firm|processor|broker|registry|manufacturer;
        carriers|suppliers|partners|providers|banks|vendors|companys|operators|processors|brokers|firms
        system|systems|platform|service|server|servers|software;
        comes|bought|rented|supplied|obtained from ~
        outside|external|another|other|firm|company|supplier|partner;
        clearing|data|insurance|credit ~ broker|institute|agency|bureau|house|partner|provider ~
        has|is|had|failure|outage|down;
        broker|institute|agency|bureau|authority|ministry|contractor ~ has ~
        failure|stopped|outage|problem*|down|systems; we ~ get|buy|take|receive|rent ~ from ~
        has|is|stopped; told us ~ of; down worldwide|globally|everywhere ~ not; partners ~
        platform|system|exchange|network|data; wait|waiting for ~ their|its; cannot|can not be ~
        made ~ telecom|bank|company; outside firm|company|partner|supplier;
        telecom|telephone|phone|energy|power company ~ interruption|fault;
        payment|card|sms|email|voice|identity|map|maps|video processor*|acquirer|partner;
        external|outside ~ company|firm|supplier|provider|partner|contractor|system|vendor;
        provider is|are|has|have ~
        issue*|problem*|outage|incident|down|trouble|experienc*|reported|confirmed|informed|fault|failure|suffer*|resolved|fixed;
        third|3rd party|parties ~ software|service|provider|tool|component|supplier;
        outage|incident|issue|problem|failure|fault with|at|of|in ~
        third|external|security|hosting|upstream|cloud|vendor ~
        software|provider|service|platform|host; outage|incident|failure|issues|problems ~
        at|with|of ~ hosting|host|datacenter|cloud|dns|cdn|upstream|network
        provider|company|platform; our ~
        host|hoster|hosting|datacenter|isp|registrar|vendor|supplier ~
        has|is|had|reported|confirmed|informed|experienc*|suffer*|resolved; wait*|waiting|waited
        for ~ provider|vendor|supplier|host|carrier ~ to; declared|opened|reported|posted|announced
        ~ incident ~ affecting|on|with ~ network|platform|service|region; services we ~
        depend|rely|use; affect|affects|affecting|affected services ~ our; nothing ~ possible|do ~
        our end|side
        """,
    # Told of others, at fault or not.
    "third_party_dependency.weak": """
        timestamping|signing|certificate|certification authority; having ~ moment;
        told|telling|informed|informs|advised|notified us; used by ~
        airlines|banks|carriers|companies|hundred|many|other; at fault; follow*|see|check ~
        their|its status; used by|across all|most|every ~ banks|airlines|schools|operators|shops;
        their ~ repair|platform|fix|systems|system|network|engineers; industry wide; landlord;
        building network; feed has ~ stopped; not just ~ here|us|our; other payment methods;
        another ~ way to pay; choose|use another ~ way|method|payment; across ~ industry;
        monitoring|following their|its progress
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
        apples|googles|microsofts|amazons ~ service|servers|systems|push|side|end;
        klarna|npm|pypi|rubygems|playstation|psn|xbox|steam|sony|nintendo|whatsapp|telegram|swift|sepa|visa|mastercard|zelle|interac|upi|npci|digid|bankid|itsme|ideal|bizum|pix|mpesa
        network|live|is|are|has|have|isnt ~
        down|issue*|problem*|outage|trouble|unavailable|returning|delay*|offline|fail*;
        because|since|as ~ microsoft|google|apple|amazon|sony|paypal|stripe|github ~ is|has;
        because|since|as|while npm|github|pypi|canvas|zoom is|has; faster payments;
        slack|steam|turnitin|zoom|teams|discord|spotify|netflix|facebook|instagram|google|microsoft|apple|github|stripe|paypal|okta|canvas|sony|klarna
        is|being|are down; while|as|because|since|when
        slack|steam|zoom|teams|discord|facebook|google|microsoft|apple|github|stripe|paypal|okta|twilio|sony
        ~ is|are|has|have; through ~ steam|google|facebook|apple ~ login
        """,
    # A mention may be no more than where something runs.
    "third_party_dependency.mention": """
        aws; amazon; ec2; s3; ebs; gcp; google cloud; cloudflare; fastly; akamai; twilio; stripe;
        paypal; crowdstrike; linode; digitalocean; ovh; ovhcloud; hetzner; okta; auth0; sendgrid;
        mailgun; datadog; rackspace; heroku; vercel; netlify; braintree; adyen; plaid; worldpay;
        snowflake; pypi; vonage; firebase; dockerhub; visa; mastercard; equinix;
        payment|card|sms|email gateway*; softlayer; mongodb atlas; algolia; pusher; pubnub;
        zendesk; intercom; openai; anthropic; azure; supabase; sentry; bunny; leaseweb; vultr;
        scaleway; online net; ibm cloud; oracle cloud; expo; apns; fcm
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
    # Words that come up where such a cause is told, and elsewhere as well.
    "third_party_dependency.topic": """
        provider; providers; vendor; vendors; partner; partners; external; hosted; hosting;
        supplier; relies on; depends on; dependency; dependencies; third
        """,
}
