"""English: how operators name attackers, nature and the state.

General knowledge; no line of any data set. The notation is explained in
outages/causes/matching.py.
"""

CAUSES = {
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
        attack|abuse; abuse ~ traffic|attack|botnet; spam ~ attack|wave; bombard* ~
        botnet|requests|traffic|packets|by; bombarded with; reflected traffic; gbit|gbps|tbit|mpps;
        900 gbit; booting ~ offline; booted offline; held to ransom; to ransom; sympathi* ~
        hackers; flaw in ~ exploited|used|abused; used ~ flaw|hole|vulnerability; security event;
        isolated ~ part of ~ network|systems; wipes disks; filtering in place; attacking|attacks
        our; broken into ~ network|system*|server*|our; someone|somebody|anyone ~ broke|broken
        into|in; unusual|suspicious|criminal activity ~
        network|systems|server*|believ*|detected|noticed; activity ~ criminal; subdomain ~
        flood|attack; flood of|from; random subdomain; under ~ flood; group ~
        claimed|claims|calling; claimed ~ responsibility|knocked|attack; claimed by ~ group;
        wants|want|demand* ~ money; encrypted by; outside party; automated ~
        log|login*|logins|bots|requests; hit offline; knocked ~ our|site|us|website out|offline;
        layer ~ attack; dos|ddos attack*; attack|attacks target*|targeted|targeting|generat*|aim*;
        denial of service ~ attack*; encrypt* ~ data|files ~ network|systems|servers; infected ~
        ransomware|malware|virus
        """,
    # What users guess first, whatever it is.
    "cyberattack.weak": "attack; attacks; cyber; hacked; hacking",
    "external_event.nature": """
        snow; snowfall; brought down ~ lines|trees|power; hit by ~ storm|cyclone|hurricane|flood*;
        volcano; landslip; high winds; flood|flooding|floods ~ destroy*|damag*|water; wildfires;
        hurricanes; wind damage; heavy winds; floods in|have|hit|and|across; lightning strike;
        fallen|falling tree*; tree fell; mudslide*; aftershock*; eruption; avalanche; freezing
        rain; solar flare|storm; geomagnetic; monsoon; earthquake*; quake; hurricane*; typhoon*;
        cyclone*; flooding; flood waters; floodwater*; wildfire*; bushfire*; forest fire*;
        lightning; tornado*; ice storm*; extreme|severe|adverse|bad weather; weather
        conditions|event; landslide*; tsunami*; volcan*; blizzard*; natural disaster*; eruption*;
        heavy rain*|snow|wind*; under water; underwater; submerg*; swept|washed away; trees ~
        down|fell|fallen|uprooted; overhead lines; landfall; hail; hailstorm*; seismic; epicent*;
        quakes; sandstorm*; dust storm*; space weather; lightning ~ hit|struck; struck by ~
        lightning|storm|tornado|hurricane|cyclone; wild|bush|forest fire|fires; fires ~
        burn*|region|hills|forest; burned|burnt through; floods; flooded ~
        exchange|basement|site|area|street*|town|building|substation; flood ~
        water|waters|damage|hit; river ~ burst|banks; torrential;
        inclement|stormy|harsh|rough|freezing|winter weather; weather ~ related|damage;
        due|because|owing to|of ~ weather|storm|flood*|typhoon|cyclone; natural ~
        event|calamity|hazard|phenomen*; act of god; force majeure; extreme ~ heat|cold|winds; snow
        ~ knocked|heavy|brought|storm; damaged ~ towers|masts|building ~
        storm|hurricane|quake|fire; volcanic; ice ~ lines|brought; dam ~
        broke|gave|burst|failed|collapsed; fire ~
        front|line|nearer|spread*|approach*|village|town|region|region; wires|lines ~
        brought|blown|came|torn down; brought|blown|blew down ~ wires|lines|trees|poles|masts;
        seabed|ground|earth shook|shaking|moved|quake; burst ~ banks; storm ~
        damage|hit|cut|knocked; snowstorm*; thunderstorm*; windstorm*;
        severe|winter|heavy|tropical|ice|wind|snow|dust|big|major|recent|coastal|violent|last|intense|powerful|autumn|summer|yesterdays|solar|magnetic|nights|overnight|weekends
        storm|storms; by|of|to|after|during|from|in|owing|since storm|storms; storm|storms ~
        hit|passed|brought|damag*|knocked|moved|swept|battered|raged|caused; magnitude ~
        earthquake|quake; the storm; sleet|wind|winds|gales|rain|snow ~
        pulled|blown|blew|brought|torn|damag*|down|knocked; brought down by ~
        wind|storm|snow|trees; trees brought; flood ~ rises|rising; m7|m6|m5|m8 quake|earthquake;
        taken out ~ roads; river ~ risen|rose|burst|flood*|over; water ~ risen|rose|over; lightning
        ~ took|damag*|knocked|burn*; ice has|have|on; brought ~ masts|lines|towers|poles ~ down;
        hurricane|storm|flood|weather|tsunami warning; severe|heavy|strong|intense ~
        rain|wind|winds|snow|showers|thunderstorm*; downed|snapped|broken|fallen ~
        lines|poles|trees|tree|limbs; government directive|order|directed; gusts; gusty
        """,
    "external_event.state": """
        cut ~ mobile|internet ~ exam*|order*; blocked ~ nationwide|messenger|platform|app; ordered
        ~ providers|operators|all|to; suspend* ~ mobile|internet|data|services; operators ~
        ordered|instructed|told; general|presidential|national|local|parliamentary election*;
        referendum; licence revoked; state of emergency; martial law; blocked by|in ~
        country|order|government|law|isp*|authorities; geoblock*; legal order; riot*; strikes ~
        workers|staff; shutdown ordered; pandemic; terror*; explosion ~ street|building; ministry;
        authorities; ordered ~ shutdown|block*|by; court order; shutdowns; exam|exams|examinations;
        protest*; censor*; restrict* ~ access|internet; blocked ~ social|country|nationwide;
        sanction*; coup; civil unrest; unrest; war; military; air strike*|strikes; missile*|drone
        strike*; bombing; curfew; parliament; ban on; banned by; airstrike*; air raid*; drone
        attack*; fighting; hostilities; armed ~ conflict|attack|men; strikes on ~
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
        by|of government; regulator ~ order*|block*|instruct*|suspend*|revok*|direct*;
        bombing*|bombs|bombed; on orders; orders from ~ above|government|state;
        being|been|were|was|are blocked in ~ country|russia|iran|china|india|turkey; blocked in ~
        country; order of ~ court; closed ~ order; use ~ proxy|vpn to reach; state|national media ~
        watchdog|regulator; watchdog ~ block*|order*|added; block list ~ state|country|government;
        added ~ domain|site|us ~ block*; authorities ~ told|order*|asked|instruct*;
        networks|internet|mobile ~ went ~ silent|dark|dead ~ dawn|night;
        directive|directives|order|orders|instruction|instructions ~ from|received|by|of ~
        government|authorities|ministry|regulator; per ~ directive|order|instructions ~
        government|authorities|ministry|regulator
        """,
    "external_event.area": """
        regional|nationwide|national|widespread|massive|countrywide blackout*|power; national grid;
        power company; parts of ~ country|city|region; across ~ country|nation; internet traffic
        dropped|from|in; as soon as ~ safe; safe to ~ do|enter|reach|work; cannot|can|cant not ~
        enter|reach|access ~ area|site|town|sites|region; roads ~
        reopen|blocked|closed|impassable|flooded; portable|temporary|mobile cell|mobile|base ~
        sites|site|station*; power ~ region|province|city ~ out; stay safe; all ~ over
        county|region; energy ~ facilities|infrastructure|grid; government*; regulator*; crews ~
        safe|access|storm|trees; blackout* ~ region|country|city|nationwide|area
        """,
    # Words of weather and of orders that have other uses.
    "external_event.weak": """
        ice; ash; gust*; gale*; storms; rains; tremor*; evacuat*; in water; drought; red
        alert|warning ~ weather; wildfire nearby; fire department|brigade|service; ban; banned;
        seized; strike; demonstration*; troops; soldiers; tanks; told us to; went silent
        """,
    # Words that come up where such a cause is told, and elsewhere as well.
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
