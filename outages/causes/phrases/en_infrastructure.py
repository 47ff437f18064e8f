"""English: how operators name power, equipment and lines that failed.

General knowledge; no line of any data set. The notation is explained in
outages/causes/matching.py.
"""

CAUSES = {
    "hardware_power.power": """
        water ~ electrical|power; switch off ~ lines|power; electrician; fuse; power strip; mains;
        return of power; power restored|returned; electrical fault|failure|fire|work; switchgear;
        generators; lost utility; power|electrical|electricity|utility|mains
        outage*|failure*|loss|event*|cut*|interruption*; power|electrical|electricity|utility|mains
        issue*|disruption*|supply|supplies|fault*|problem*;
        power|electrical|electricity|utility|mains feed*|surge*|blip|fluctuation*|incident|control;
        power|electrical|electricity|utility|mains
        system|distribution|maintenance|grid|failover|anomaly; loss of ~ power|utility|electricity;
        lost|lose|losing|without ~ power|electricity; power lost|restored|down|off; generator*;
        voltage; transformer*; electrical; substation*; circuit breaker*; breaker; power grid; grid
        failed|failure|collapse; short circuit; pdu; rectifier*; battery|batteries
        failure|fail*|backup; brownout; no power; power went; blackout in|at; power is out;
        redundant power; ups
        failure|fail*|unit|units|battery|batteries|system|systems|maintenance|module|modules|fault|tripped|did|overload*;
        faulty|failed|failing|broken|dead ~ ups; of|on|by ups; uninterruptible; ups ~
        fail*|died|replaced; blown|blew|burnt|exploded|burst ~
        fuse|transformer|capacitor|supply|breaker; fuse|transformer|capacitor|psu|breaker|rectifier
        ~ blown|blew|exploded|failed|failure|tripped|burnt; voltage|utility|mains|power
        dip*|sag|drop|spike|swing|feed|feeds; power ~ dipped|unstable|tripped; generator*|genset* ~
        fail*|start|not|running|diesel; transfer switch; switchover to ~ generator|battery; load
        shedding; no electricity; electric|electricity|power utility|company|supplier;
        backup|standby|emergency power|battery|generator*|supply; batteries|battery ~
        depleted|drained|exhausted|flat|died|empty; depletion of ~ batter*; power feed*; power to ~
        rack*|building|facility|site|hall; de energi*; deenergi*; electrical ~
        room|panel|fault|failure|works|fire|installation; electricity ~
        off|out|gone|cut|lost|restored; without electricity; lost|losing|lose|loses ~
        mains|power|supply|feeds|electricity; power ~ back|gone;
        hall|racks|rack|row|room|site|building|facility|floor ~ dark; went dark; power module*;
        regional|citywide|local|area blackout; powered down|off|itself; switched off ~
        supply|power; breaker|fuse|power|pdu|ups|supply|circuit ~ tripped; tripped ~
        breaker*|fuse*|circuit|supply; switchboard ~ burn*|failed|fault; on batteries; ride|rode
        through; electricity ~ unstable|supply; power|hut|site|local supply ~
        failed|failure|lost|unstable; supply ~ failed|unstable|interrupted; burned|burnt out;
        turned|turn|turns off by ~ breaker; utility ~ failure|outage|power|company; power ~
        incident|event|anomaly|maintenance|draw; electrical ~ work|contractor; power ~ affecting ~
        router|site|rack*; heat wave; no|without electricity|current; loss of utility|generator;
        electrical distribution; generator test; lost ~ supply; rows|racks|row ~ de
        energi*|deenergi*; lost ~ current; both|feeds|feed ~ went|lost|down|dead; breaker*; wrong
        breaker; power ~ is|was switched; powered down; fuses; without ~ current|power|mains;
        power|electricity|electrical blackout|shutdown|shutoff; utility|mains ~
        interruption|disturbance|event; shut|shutting down ~ loss of power; powered by ~
        generator*; loss of ~ feed|phase
        """,
    "hardware_power.cooling": """
        air conditioner; temperature*; cooled; heat; burn*; sprinkler*; coolant; cooling; chiller*;
        overheat*; over heat*; high|rising|elevated|increased temperature*; temperature* ~
        rising|rose|high|above|exceed*; thermal; air condition*; hvac; ventilation; heat wave;
        heatwave; high heat; fire in|at|alarm|suppression|extinguish*|broke; caught fire; smoke;
        water leak*; flooding ~ data|datacenter; water damage; fan failure;
        machine|server|computer|comms|plant|battery room; server|data|computer hall;
        suppression|extinguishing system; gas discharge; inert gas; aircon; air con; ac
        unit*|failure; crac; design point; ambient ~ temperature*|heat; hot weather;
        burst|broken|leaking pipe*|main; water|leak ~ pipe|roof|leak*|server*|electrical; pipe
        burst; temperature ~ limits|alarm|threshold; too hot; heat ~ servers|machines|building;
        fire ~ broke|battery|data|building|room|facility|site|brigade; smoke ~ room|alarm|detect*;
        shut|shutting themselves ~ down|off; lost ~ cooling; cool* ~ fail*|lost|system|unit|down;
        fire in|at|near ~
        data|datacenter|server|facility|building|room|site|rack|exchange|hall|battery|centre|center|switching|equipment;
        fire ~ damaged|destroyed|damage|data|server|equipment; fire|fires ~ broke ~ out;
        electrical|battery|small|transformer fire; due|owing|because|after|following to|of|a ~
        fire; cooling ~ pump|unit|fan|plant ~ stopped|failed|broke; flooded ~
        comms|server|machine|basement|room|electrical; water|drinking ~ line|pipe|main ~
        flooded|broke|burst|break; before they ~ cooked|overheated|burn*; fans|fan ~
        failed|stopped|stop|stopping|broke|replaced|faulty|failure; air handling; critical
        heat|temperature; reaching|reached ~ critical ~ heat|temperature
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
        died|dead|hardware; unresponsive host|node|hypervisor; raid ~ degraded|rebuild; rebuild ~
        array|raid; network card; damaged ~ servers|equipment|hardware; equipment failure; hardware
        component; server ~ physically; hardware|equipment|physical ~
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
        part*|hardware|fan|drive|switch; line card*; disk crash; head crash; network device;
        physical damage; spare part*; raid; power supply unit; on site technician*|engineer*; i o
        errors; gave up ghost; controller* ~ dead|fail*|errors|return*; bad ~
        ssd|disk|ram|drive|sector*|memory|card|board|optic*|dimm|nic|switch;
        machine*|server|box|switch|router|host|disk|drive|san|nas|gateway ~
        died|dead|kaput|toast|gone|broke|broken;
        amplifier|optic|optics|laser|repeater|antenna|transmitter|modem|module|board|controller|component|device
        ~ failed|fail|failure|exchanged|replaced|faulty|broke; remote hands; spares; spare ~
        part*|unit; parts ~ flown|flying|ordered|replaced|arriv*|delivered;
        faulty|failed|broken|defective|damaged ~
        part|parts|component*|module|board|server|servers|equipment|amplifier|optic*|card|device|unit;
        physical ~ host|server*|machine*|fault|failure; equipment ~
        fault*|failure*|failed|malfunction*|defect*|breakdown|problem*; breakdown of ~
        equipment|device|machine|server|unit; damaged ~
        servers|machines|equipment|disks|drives|hardware; killed ~ drives|disks|servers;
        drives|disks|servers ~ killed|destroyed|damaged; only ~ broker|host|server|machine ~
        died|failed; storage controller*|array*|node*|appliance; technical equipment; technician ~
        site|way|spare|replac*; hardware ~ swap*|exchang*; core|main switch ~ fail*|ghost|died;
        motherboard*; mainboard*; spare ~ on|is|way|fitted|ordered; card ~
        broken|faulty|failed|bad|dead; is|are|has broken ~ spare|replac*; drives|disks|drive|disk ~
        went|gone|failed|failing|lost; mirror|array ~ lost|failed|broken|degraded; another chassis;
        had it|its day ~ replac*;
        device|switch|router|host|node|disk|drive|controller|card|appliance
        became|becoming|went|was|is ~ unhealthy|faulty|failed|unresponsive|dead|offline|broken; ecc
        error*; uncorrectable; memory errors; power distribution; firmware ~
        disk|drive|ssd|nic|controller; degraded ~ hardware|array|disk|node|device; hard|system
        reset; hard|solid ~ drive|drives; replace|replacing|replaced ~
        psu|fan|optic*|module|board|supply|unit|server|switch;
        line|network|interface|fabric|supervisor card|cards|module; failover to ~ hardware; vendor
        ~ replac*|rma|parts|onsite; rma; disk|storage|memory|raid ~ subsystem ~
        defective|failed|faulty; became|is|was|were|turned defective|faulty; server that|which ~
        died|failed|broke; has|have died; new iron|box|hardware|server ~ racked|installed|ordered;
        being racked; rip ~ server|disk|database; mirror|standby|spare|backup did ~ not ~
        step|take|start; failed|faulty ~ equipment|boards|board; replacement boards; busway; broken
        ~ rectifier|unit|board|card|amplifier; switch|switches|routers|drives|disks|servers|boards
        ~ failed|died ~ within|hour|same; exchanging|exchange ~ them|it|card|switch|board|unit;
        ssd|disk|drive|server|router|switch|board|transmitter ~ gave out; ordered ~ new; gave out;
        wiring; short in; power unit; replaced by ~ manufacturer;
        aggregation|access|core|distribution switch|switches; defective ~ network|component;
        network component; caught fire; out of order; hardware ~
        related|caused|affecting|broke|replacement|died; issue|problem|fault with|in|at ~
        disk|disks|storage|hardware|drive|memory|motherboard|switch|router
        """,
    "hardware_power.datacenter": """
        datacenter|datacentre|dc|facility|colocation|colo|site
        outage|failure|incident|event|issue*|problem*|malfunction; data center|centre
        outage|failure|incident|event|issue*|problem*|power|cooling; zone|zonal failure|outage;
        availability zone ~ failure|outage|down|lost; datacenter power|cooling
        """,
    "network_connectivity.cable": """
        roadworks; road works; damaged ~ line|lines; excavator*; digger*; fiber|fibre|cable
        bundle*|line*|link*|path*|ring|strand*; optical link|fiber|line|transport; severed; cable
        theft; stolen cable*; cut through; damaged ~ cable*|fiber*|line*|fibre*;
        fiber|fibre|cable|cables|submarine|subsea|undersea|optic|optical|line ~
        cut|cuts|damage*|break*|fault*|severed|failure*|path|outage*;
        cut|damaged|severed|broken|broke ~ fiber|fibre|cable*|line; cable cut*|damage|fault|break;
        submarine|subsea|undersea cable*; vandal*; sabotage*; dug|digging up; excavat*;
        construction work*; leased line*; backhaul; anchor drag*; backhoe*; splic*; repair
        vessel|ship|boat; cable* to ~ mainland|island*|continent; cable* ~
        broken|cut|severed|damaged|fault|break|broke|snapped|torn; break|breaks|breakage|cut|cuts
        in ~ cable*|fibre|fiber|line|route|ring; broken ~ cable*|line*; fibre|fiber ~
        break|breaks|broken|chewed|cable*|path*|severed|damage*; cut through ~
        cable*|fibre|fiber|line; line|lines|cable|cables|cabinet|pole ~
        hit|torn|knocked|struck|pulled|dug; hit|struck by ~
        truck|lorry|car|vehicle|digger|excavator; copper|cable|wire|fibre|fiber
        theft|thieves|thief|thefts; theft of ~ cable*|copper|wire*|batter*; stole|stolen ~
        copper|cable*; chewed; gnawed; rodent*; rats; ship|ships|trawler|vessel ~
        anchor|damaged|dragg*; undersea|subsea|submarine|sea|international|terrestrial cable*;
        landing station; trunk ~ line|route|cable*; aerial|overhead|underground|buried ~
        fibre|cable*|fiber; street|telecom|roadside|distribution cabinet*;
        truck|lorry|vehicle|car|contractor|builders|builder|crew ~
        hit|struck|cut|severed|damaged|dug|tore; long distance|haul ~ route|line|cable|link; by
        road authority|authorities|works|contractor; digging ~ work*|along|near|severed;
        damaged|damage ~ duct|line|lines|plant|conduit|cable*;
        plough*|plow*|tractor|farmer|farmers|tree|boat|crane|lorry|builder* ~
        through|hit|cut|line|cable|fibre; went|ran|cut|drove|sliced through ~
        line|cable|fibre|fiber; conduit|duct|ducts|poles ~ damaged|burn*|broken|crushed|carry;
        burned|burnt|melted|damaged ~ duct|ducts|cable*|fibre|lines|conduit; line|cable|fibre ~
        between ~ and; long distance ~ line|lines|cable*; fire ~
        ducts|cable|cables|bridge|lines|manhole; stole|thieves ~ cable*|copper|wire*|line; anchor ~
        damaged|cut|drag*|ship*; ships anchor; anchors; cable ~ ship|system|operator|repair;
        fishing boat|vessel; snagged|snag ~ cable; fibre|fiber|cable down|broken|gone|rompu;
        diggers; pipe ~ diggers|works ~ hit; thieves ~ struck; cable thieves; reparation; cut ~
        phone|lines; lines ~ are cut; brought|pulled|tore|took down ~ line|cable*|wires; dug up;
        squirrel*; line|lines|cable into ~ building|street|village; road closure; damaged|severed
        by ~ vessel|ship|anchor|digger|lorry; international ~ links|cables|link; optical path; path
        ~ impaired
        """,
    "network_connectivity.transit": """
        bgp ~ session*|peer*|route*|announc*; upstream ~ network|carrier;
        carrier|isp|operator|provider ~ network|router|route*; internet routing; dark fiber;
        upstream network|router|route*|carrier|isp|connectivity|transit|packet; route*
        via|over|through|leak*; hijack*; bgp; bgp leak*|session*; route leak*; rerouted; re routed;
        blackhol* ~ prefixes|traffic|routes|our; black holing; depref*; routed|routing|route
        around; loss on ~ path|link|transit|route|circuit; via ~ transit; asymmetric|suboptimal
        routing; transit ~ network|provider|vendor|path; exchange ~ routes|route; peering ~
        congest*|link|issue|problem|point; backbone|link|transit|path ~ congest*|loss; routing
        problem|issue|trouble ~ between; international ~ traffic|capacity|gateway|bandwidth;
        path|paths ~ loss|severed|down|between; dark fibre; route|routes|path to ~
        us|servers|network ~ bad|poor|broken|long|slow; bad|poor|broken|wrong ~ route|path to|via;
        max|maximum prefix*
        """,
    "network_connectivity.carrier": """
        cogent; lumen; level 3; centurylink; gtt; ntt; telia; arelion; zayo; hurricane electric;
        tata communications; telxius; seabone; sparkle; orange|colt|telstra|singtel network;
        embratel; retn; de cix; linx; ams ix; equinix ix; comcast; verizon network; charter;
        vodafone network; deutsche telekom; colt; telefonica; at t network; bharti; airtel network;
        sify; tata network
        """,
    "network_connectivity.network": """
        fault on ~ line|link|circuit|cable|network; line fault; mobile operator|operators|carrier;
        circuit* ~ down|fail*|fault; network loop; switch|bridge loop; spanning tree; broadcast
        storm; longer path|route|paths; one ~ isp|provider|operator|carrier ~
        cannot|reach|customers; routes ~ exchang*|withdrawn|lost|missing; router|switch|firewall ~
        issue*|problem*|rebooted|crashed; cross region|connect link*|traffic; network
        link*|path*|drops|latency|saturation; link down|failure|failed|flap*; flapping;
        transmission ~ link|fault|failure|problem|network; microwave ~ link|hop; without backhaul;
        link|links ~ failure|failed|down|outage|flap*|severed|lost|broken; loss of ~
        link|path|paths|circuit|lines|ring|transmission|signal; lost|losing ~
        lines|link|links|circuit|path|network|connection; circuit|circuits ~
        investigat*|down|failed|cut; ring ~ break|broken|breaks|isolated|capacity; failure to ~
        exchange|route; route reflector*; loop between|in ~ switch*|network|lan|bridge;
        switching|network|layer|bridging loop; isolated ~
        from|site|region|town|towns|villages|area; could|can not ~ reach ~ each|other; each|two
        sites ~ reach|link|contact; wide area ~ link|network; network ~
        partition*|hub|hubs|isolat*|layer|link|cable|fault|failure; line|lines ~ dead|down|fault*;
        faulty ~ line|link|circuit|interconnect|port; connectivity ~ between; between ~
        sites|datacenters|regions|zones|centers|centres|facilities ~
        link|lost|loss|severed|connectivity; data|phone|leased|telephone line|lines ~
        signal|down|dead|broken|cut|out|lost; phone|telephone company ~ line|down; links|lines ~
        half|usual|remaining|lost; half ~ usual ~ links|paths|lines; neighbours|neighbors|peers ~
        exchang*|sessions|lost; exchang* ~ traffic|routes; both ~ campuses|sites ~ line|link; cut
        off ~ from ~ rest|network|internet|outside; network|networking partition*; partitioned ~
        network|from; network fabric; spine; leaf switch; top of rack;
        border|edge|core|backbone|distribution router*|switch*; interface ~ flapp*|errors; link
        aggregation; mtu; arp; ospf; routes ~ over|going; upstream ~
        fault|port*|network|outage|interruption|link|links; outgoing|incoming|inbound|outbound
        routes; nat gateway; direct connect; path ~ lost|failed|broken; network segment; links ~
        flapp*|flapping; inter zone|site|region link*; talk to ~ each other; isolated after;
        connection broke; terminals on ~ one; routing trouble|trouble at; backbone ~
        hurting|trouble|problem*; carriers|telcos circuit|line|link|network; fault on|at ~
        link|line|exchange; lost ~ contact ~ with ~ site|office|node; routes to; lossy; routing ~
        failure|fault|error ~ in ~ core
        """,
    # What a carrier sells, and of what it is made: named in every post of one.
    "network_connectivity.weak": """
        core|mobile|cellular|backbone|regional|local|transport network; network
        equipment|device*|gear|link; base station*; cell site*|tower*; mast|masts; vpn tunnel*;
        link between; 5g|4g|lte; lan; peers; uplink*; signalling; dish; microwave; without
        broadband|internet|phone; campus ~ lan|network|wan; lost ~ connectivity|link; fiber; fibre;
        fiberoptic; tower; towers; circuits; broadband; isp; isps; internet service|access
        provider*; internet provider*; carrier|carriers; telecom*; asn; wan; last mile; mpls; edge
        router; core router; transit; peering; backbone; interconnect*; internet backbone; network
        provider*|carrier|vendor|operator*|exchange; internet exchange; exchange point; between ~
        isp|isps|providers|carrier|carriers|networks; one|some|certain|several|two|another
        transit|carrier|carriers|isp|isps|network|networks|transits; with|on one ~
        particular|isp|provider|network|carrier
        """,
    # As often what users notice as why.
    "network_connectivity.seems": """
        dns resolution|resolver*|server* ~ fail*|issue*|problem*|error*; loss of
        connection|connectivity; unreachable from; connectivity
        issue*|loss|problem*|drop*|failure*|disruption*|outage*|interruption*; drop in ~
        connectivity; network connectivity; routing
        issue*|problem*|protocol|loop*|error|instability|failure; unreachable network; dns
        issue*|problem*|failure*|outage*; routes ~ restored|removed|pulled|live|returned;
        pulled|removed|removing|pulling|restore|restored ~ routes; dropped packets|sessions; packet
        drops; packet loss; packets dropped|lost; dropp* ~ packets; packet ~ drops|loss|corruption;
        network|networking|internet ~
        outage*|issue*|problem*|failure*|interruption*|disruption*|partition*|instability;
        network|networking|internet ~
        degradation|congestion|fault*|incident|glitch*|event|hiccup*|errors; loss of ~
        connectivity|network; network unavailable|offline|down; regional connectivity; cut off ~
        users|customers|from
        """,
    # Words that come up where such a cause is told, and elsewhere as well.
    "hardware_power.topic": """
        disk; disks; rack; racks; array; power; electrical; psu; chassis; facility; datacenter;
        data center|centre; generator; physical; physically; hardware; equipment; replaced;
        replacement; repair*; technician*; server failure|failed|died
        """,
    "network_connectivity.topic": """
        network; networking; router; routers; routing; bgp; cable; cables; link; links; isp;
        connectivity; traffic ~ dropped|lost; latency; packets; subscribers; telecom*; carrier*;
        internet; offline; unreachable
        """,
}
