"""English: how operators name a fault of their software, or too little room for the load.

General knowledge; no line of any data set. The notation is explained in
outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        long standing|existing|old|hidden|rare|obscure|subtle error|defect|fault|problem|issue;
        surfaced when; faulty|wrong|broken|incorrect|bad ~
        check|handling|logic|calculation|query|parsing; faulty|wrong|broken|incorrect|bad ~
        comparison|condition|assumption|loop|algorithm|state;
        time|clock|date|memory|error|session|signal handling; error|errors|mistake|fault in ~
        code|logic|software|application|algorithm|library; error|errors|mistake|fault in ~
        script|implementation|handling|calculation|scheduler|replication; logic flaw|bug|error;
        incorrect|improper|wrong|faulty|poor handling; mishandl*; handled incorrectly|badly; in our
        ~ code; programming mistake; defect|bug we; code ~ assumed|expected|failed|crashed; badly
        written; poorly written; design error|issue|weakness|limitation;
        software|code|coding|programming|program|firmware|logic|kernel|parser|application bug*;
        software|code|coding|programming|firmware|logic|application
        error|errors|defect*|fault*|flaw*; internal software ~ error|fault|problem; bug
        in|within|that|which|was|caused|affecting; due|because ~ bug;
        latent|undiscovered|undetected|hidden|known|obscure|rare bug|defect|flaw; buggy;
        faulty|defective|broken code|logic|software; defect in; flaw in; software
        failure|malfunction; regression bug; found|identified ~ bug; implementation
        error|bug|flaw|defect; design flaw; system bug; software|code|coding|programming|logic
        anomaly|anomalies|glitch|oversight|slip|mistake; glitch in ~
        software|code|program|algorithm; misplaced ~ statement|bracket|comma|character; unhandled ~
        exception|error|message|case|type|condition|response; unexpected ~
        type|message|packet|character|input|field; invalid message*|packet*; longer|larger|bigger
        than ~ program|field|column|code|allowed; dormant bug|defect|flaw|fault|issue;
        lain|lay|remained dormant; hard wired|hardwired; counter ~
        overflow*|wrapped|reset|rolled|exceeded; bits wide; 32|16|64 bit ~
        integer|counter|field|value|limit; signed integer*; date ~
        comparison|arithmetic|handling|conversion|calculation; leap ~ year|second|day; flaw in ~
        client|code|software|design|protocol|logic; lock|locks taken ~ order; opposite order; lock
        ordering|inversion; never ~ emptied|cleared|freed|cleaned|expired|closed; missing ~
        check|validation|guard|null|bounds; lack|lacked of ~ validation|handling|bounds; was|were
        not ~ validated|checked; fail* to ~
        parse|validate|release|clean|expire|recognise|recognize|sanitise|sanitize; incorrectly ~
        handled|parsed|computed|calculated|interpreted|counted|cached|assumed|marked;
        misinterpret*; wrongly interpreted|computed|cached; programme error|fault; it software ~
        fault; computer bug; software related; arithmetic|rounding error*; bad ~
        pointer|cast|lookup; program|software ~
        treated|assumed|thought|forgot|expected|counted|confused|foresee|believed|mistook;
        problem|issue|weakness|fault|error in ~ software|program|programme|code|algorithm; out of
        bounds; bounds read|write|access; buffer overrun; its|is|was a bug; developer*|programmer*
        ~ found|corrected|fixed; unforeseen ~ case|combination|input; software ~
        fault|defect|flaw|weakness; bug ~ know|known|found|fixed|squashed;
        integer|column|counter|id|key limit|overflow;
        known|vendor|firmware|kernel|compiler|library|protocol|driver issue|bug|defect in|with|of;
        triggered|triggering|hit|hitting|encountered ~ bug|defect|latent|race|deadlock; timing ~
        bug|issue|problem; concurrency ~ bug|issue|problem|error; unexpected ~
        interaction|behaviour|behavior; control plane bug; protection bug; bug plus; stuck in ~
        state|loop; inconsistent ~ data|state|metadata; fixed|fixing|fix|patch|patched|patching ~
        bug|defect; code ~ bug|defect|fault|flaw|mistake|error;
        calculation|software|program|logic|processing|internal fault|error|defect|failure;
        error|fault|mistake|bug|flaw|problem in ~
        program|code|engine|algorithm|module|component|calculation;
        app|program|software|form|parser|system|client did|does not ~
        accept|recognise|recognize|understand|cope|allow|like|know; couldnt|cant ~ cope with ~
        two|names|same|empty|long; problem lies in; lies in ~ code|logic|way|handling|how; how
        we|it ~ handle*|handles|parse*|process*; reading|read|served|serving|using|used ~
        old|outdated|stale ~ copy|list|data|version|snapshot; hang after; after ~ days of uptime;
        took|mistook|wrongly ~ saw ~ as; saw ~ leaked|dead|stale; never came ~ out|back;
        claim|claimed|claims ~ same; nightly|batch|night run|job|batch did|not ~ finish|complete*;
        apostrophe*; accent*|umlaut* ~ in; while ~ fix ~ is written|prepared|developed;
        write|wrote|writing ~ past ~ end; not thread safe; counter ~ reached ~
        highest|maximum|max|limit; highest value; read|interpreted|took ~ as
        command|date|code|null|zero; miscount*; miscalculat*; miscomput*; thought of ~
        that|this|case; hadnt ~ thought|considered|foreseen|expected; negative ~
        number|value|mileage|amount|balance|size|length|age|duration; met|meets|meeting|hit ~
        negative|empty|unusual|unexpected|unknown; rare ~
        sequence|combination|condition|circumstances|circumstance|case|situation; considered ~
        them|it ~ spam|invalid|dead|stale|expired; software correction; correction ~
        software|code|program; code ~ corrected|been corrected; now ~ check for;
        apply|applied|processed|handled ~ twice; another ~ requests|users|customers|sessions ~
        token|data|account|session; mixed|mix up ~ requests|users|sessions|accounts|customers;
        crossed sessions; stopped ~ handling|processing|responding|refreshing|working ~ after ~
        internal|own; wrong ~ answers|results ~ because|since;
        slow|inefficient|unoptimized|unoptimised|bad ~ query|queries ~
        caused|causing|plan|execution; sync|synchronization|synchronisation|replication|consistency
        ~ issue|problem|error|bug|failure; halted|stopped|crashed due to ~ bug|defect|exception;
        returned|returning|produced|producing ~ wrong|incorrect ~ values|results|data|responses
        """,
    "software_bug.mechanics": """
        choked on; tripped over; kept ~ dying|failing|restarting|crashing|looping; conflicting
        data|writes|updates|entries; lost ~ messages|updates|data|writes|events|jobs;
        wrongly|falsely|mistakenly|erroneously marked|reported|considered|treated|detected;
        wrongly|falsely|mistakenly|erroneously
        declared|assumed|rejected|deleted|removed|classified; elected ~ master|leader|primary;
        cleanup|purge|deletion routine|process|script|task ~ removed|deleted; not ~ thread safe; in
        wrong order; removed|deleted ~ still ~ needed|used;
        compared|computed|calculated|returned|used|wrote ~ wrong|incorrect; wrong|incorrect ~
        field|result*|index|order|format|type; too small|large|long|big ~
        type|field|column|integer; integer type|column|id; retry ~ forever; mixed up; never ~
        released|closed|returned; unexpected ~ null; null value*|response*; stuck|dead|hung|zombie
        process*|job*|thread*|lock*|worker*; process* ~ died|hung|crashed|stuck|exited|restarting;
        daylight saving*; year|date|month|time calculation; split brain; leader election; core
        dump*; kernel panic; blue screen; orphaned; unbounded; query planner|plan; leak of ~
        memory|connections|threads|handles; infinite redirect*; loop between; redirect loop; thread
        leak; stale lock*; cache poison*; index corruption; bad|corrupt|corrupted
        entry|entries|record*|row*|file|message; failover logic|code|script*; health check* ~
        wrong*|incorrect*|fail*; retry logic; time out of ~ order; race condition*; memory leak*;
        leak* memory; deadlock*; livelock*; infinite|endless loop*; overflow*; integer
        limit|range|size; wraparound; wrap around; off by one; double free; use after free; null
        pointer*|reference*; segfault*; segmentation fault*; panicked; panics; panic; unhandled
        exception*|error*; uncaught exception*; crash loop*; crashloop*; crash* repeatedly;
        repeatedly crash*; kept|keep crashing; poison pill|message*; leap second|day|year; time
        zone bug|error; clock skew|drift; backtrack*; regex*; regular expression*; edge|corner
        case*; dead code; memory|data corruption; corrupt*
        memory|data|index*|state|database|table*; assertion*; wrong|incorrect* assum*; garbage
        collect*; exponential backoff; disk|filesystem full|filled; serializ* error*; parsing
        error*; parse error*; malformed; unexpected input|value*|data|format; never freed;
        inconsistent state; cache invalidation; health check logic; lock timeout*; exit* with ~
        signal|code|status|error; signal 11|9|6; batch|job|program|routine|script aborted; abend*;
        endless|infinite|constant ~ restart*|reboot*|retry|retries|redirect*|loop;
        picked|chose|selected|promoted ~ wrong|outdated|stale|oldest; believed ~
        leader|primary|master|alive|dead; thought ~ leader|primary|master|alive|dead;
        conflicting|lost writes|updates; misbehav* ~ process|thread|job|service|script|worker;
        blocked|waiting forever|indefinitely; busy loop; stack overflow; floating point; sequence
        number*; timestamp* ~ negative|wrong|parsed|future; parser ~ crash*|fail*|choke*; stale
        cache|state|entr*|record*|read*|lock*; resource leak; timer* ~ fired|fire; callback* ~
        fired|never; bugcheck; year 2038; memory fragmentation; leaked ~
        connections|handles|threads|memory; poison* ~ queue|job|request; self referenc*; circular
        dependency|reference; expelled ~ other|cluster; last ~ worker|process|thread; looping; null
        routed ~ itself; uninitiali*; misread ~ file|data|value; failing ~ assertion; lost track;
        handed to ~ next; reset ~ neighbours|neighbors|peers;
        counted|written|executed|processed|applied|sent|charged|billed|created|delivered twice;
        share|shared|sharing ~ memory|session|sessions|id|key|buffer ~ block|same; tripped ~
        parser|renderer|validator|code|up|over|script; clocks ~ back|forward|changed; summer|winter
        time; concluded ~ wrongly|no|that; never ~ woke|returned|finished|terminated; double ~
        counted|booked|charged; duplicat* ~ key|keys|id|ids|record*|entr*|index|name|request*;
        metadata ~ corrupt*|inconsisten*; data|index|metadata|state inconsisten*; bit flip*;
        infinite recursion; deserializ*; deserialis*; serialis*; throwing|threw|raised|raising ~
        exception*
        """,
    "software_bug.weak": """
        bug; bugs; glitch*; technical fault|error|glitch|failure|malfunction|problem*; software
        issue*|problem*; malfunction*; defect*; internal error; backend error|fault; exception*;
        code issue; system error|fault|failure; database error|fault|corruption;
        failed|failing|unable to handle; did|does|could not ~ handle; does|did not ~
        expect|handle|release|clean|check|fail; did|does not ~
        validate|check|account|expect|consider; silently ~
        stopped|failed|died|ignored|dropped|skipped; thread safety; code path; two ~
        leaders|masters|primaries; software stopped; anyone whose; sequence of events; cut off
        since; set to ~ calendar; does|did not ~ foresee|anticipate; did|didnt ~
        foresee|anticipate;
        service|server|servers|application|backend|node|nodes|daemon|worker|workers|database ~
        crashed|crash|crashing; both ~ primary|master; wrapped; recursi*; stack trace*; assum*
        that; special|empty|unusual|rare|odd character*|archive|input|file|value|record|name; out
        of sync; still in use; looped; disagreed; cron job; checksum*; local time; a|single
        malformed|bad|odd|broken ~ record|file|message|packet|request|row; file descriptor*; health
        check*; failed to ~ failover|elect|restart|recover|release|start; did not|automatically ~
        fail|failed ~ over
        """,
    "capacity_overload.named": """
        underestimated; keep|kept ~ pace; starved; struggl* ~ load|demand|traffic|volume|requests;
        could ~ only ~ handle|serve; reaching|reached ~ maximum|limit|limits|ceiling; beyond ~
        limits|capacity|design; undersized; under sized; too small ~ for; too few ~
        servers|workers|nodes|instances|resources|connections; flooded ~ with|by|after; overrun;
        spilled over; throughput limit; did|does|could not ~ keep|scale; piled up; pile up; maxed
        out; pegged; hug of death; grew|growing|grow|arriv* ~ faster than; exceed* ~
        number|rate|threads|expected|available; too much ~ traffic|load|demand|data; quota
        exceeded; out of disk|space|memory|resources|connections; disk space; under capacity; lack
        of ~ capacity|resources; buckled; brought ~ knees; crushed; starv*; overload*; over
        capacity; at capacity; out of capacity; beyond ~ capacity;
        insufficient|inadequate|limited|exhausted|reduced|exceeded capacity; capacity
        limit*|issue*|problem*|constraint*|shortage*|exhaust*|bottleneck*; exceed* ~
        capacity|limit*|threshold*|quota*|maximum; reach* ~ limit|limits|capacity|quota|maximum;
        hit ~ capacity|quota|ceiling; resource
        exhaust*|limit*|contention|shortage|starvation|constraint*; exhaust* ~
        pool*|memory|cpu|resource*|limit*|connection*|thread*|port*|socket*|capacity|disk;
        pool|memory|cpu|resource*|connection*|thread*|port|socket exhaustion; saturat*; thundering
        herd; retry storm*; reconnect* storm; too many
        requests|users|connections|people|visitors|queries|clients; ran|running|run out of ~
        memory|resource*|connection*|capacity|thread*|disk|space; not enough
        capacity|resource*|server*; unable to handle ~ load|traffic|demand|volume; could|can not ~
        cope|keep; couldnt ~ cope|keep|handle; overwhelm*; swamped; stampede; run|ran|running out
        of ~
        memory|resources|connections|capacity|threads|disk|space|sockets|ports|workers|compute|gpus|bandwidth|room|headroom|iops|ip;
        more|higher|larger|greater than ~
        load|traffic|demand|volume*|requests|users|interest|usage|calls|numbers|visitors|players;
        more ~ players|users|visitors|customers|people|requests|orders|viewers|traffic|calls|fans
        than; gave up under; struggl* ~
        load|demand|traffic|volume*|requests|visitors|surge|keep|cope; outstrip*; outpac*;
        outgrow*; outgrew; not|couldnt|cannot|cant|unable|fail*|struggl* ~ keep ~ pace|up|with;
        servers|realms|worlds|server|lobby are|is ~ full; than ~
        designed|sized|built|planned|provisioned|forecast|dimensioned|foreseen; beyond ~
        forecast|expectations|projections|sized; unable|failed|failing to cope; buckl*;
        fell|fall|fallen over ~ under|load; collapsed under; not|isnt|wasnt|arent|insufficient
        enough|sufficient ~ headroom|capacity|compute|gpus|servers|memory|bandwidth|workers|room;
        using|used|use|uses up ~
        connections|memory|threads|workers|slots|quota|capacity|bandwidth|sockets|resources; ate
        up; hogg*; connection ceiling|cap|limit|limits; operational|scalability
        threshold|limit|limits; capacity|compute|resource constrain*; short|shortage of ~
        capacity|gpus|compute|memory|servers|resources; oversubscri*; over subscri*|utili*|loaded;
        overutili*; overcrowd*; at max|maximum|full|peak ~ capacity|load;
        buffers|buffer|queue|queues|disk|disks|table ~ filled|full|overflow*; faster than ~
        drain|process|handle|could|can|consume; more ~ than ~
        process|handle|serve|deliver|cope|absorb|accept; than ~ can|could ~
        process|handle|serve|deliver|absorb; cache stampede; cold cache*; dogpil*; shed|shedding
        load; inadequate|insufficient ~ capacity|resources|bandwidth|compute; capacity exhaust*;
        full cpu; cpu ~ 100|full|pinned|saturat*; exhaust* ~ bandwidth|quota|slots|iops; rush hour;
        under ~ strain|stress|weight; not|isnt|arent ~ as many; hardly|barely|scarcely ~
        answer|respond|cope|keep|breathe; can|could not ~ carry|bear|sustain|support;
        our|gateway|system|edge|platform can|could take; took|takes|taking|take|eats|eating ~
        all|most|whole|entire ~ bandwidth|memory|connections|cpu|capacity|io|disk|threads;
        cell|cells|mast is|are ~ full; than we|it|system|they|gateway|servers can|could;
        twice|double|triple|treble ~ what|usual|normal|expected|capacity|forecast;
        hit|hits|hitting|reached ~ ceiling|cap|threshold|maximum|max|peak; hit|hits|hitting ~
        rate|connection|memory|quota|throughput|capacity|scaling ~ limit*; more ~ than we ~
        expected|planned|can|could|had; expected|planned for ~ got|came|saw; under ~
        rush|onslaught|avalanche; beyond what; too ~ popular|crowded; no room|capacity ~ left|for;
        cpu|memory|disk|load|utilization|usage exhausted; cpu|memory|disk|load|utilization|usage ~
        100|maxed|full|pegged; hot key|row|partition|shard|spot; connection|retry|request|reconnect
        storm*|churn|amplif*; retries ~ amplif*|overload*|load|flood*; ephemeral ports;
        inode*|inodes exhaust*; autoscal* ~ fail*|slow|not|did; unable|failed|failing to scale; not
        ~ scale*|scaled ~ fast|quickly|up|enough; back pressure; backpressure; scaling ~
        failure|failed|slow|lag*; scaled down|in ~ too|aggressive*; removal|loss of ~
        nodes|capacity|instances|servers; fewer|less|lower|smaller ~
        servers|capacity|nodes|instances|workers|than ~ needed|required|usual; fast growth; higher
        ~ frequency|rate than; slower ~ than ~ expected|needed ~ scal*; resource ~
        exhaust*|saturat*|pressure|starv*; grew|grown past|beyond|out of; more ~ than ~
        limits|limit|nodes|servers|fleet ~ allow|hold|permit|take|can; ceiling of; waiting
        page|room|list; fell|falling|falls behind; slow ~ because ~ many|busy; too many ~
        on|share|sharing|at; eased|eases ~ demand; demand eases; until ~ demand ~
        eases|drops|falls; better than ~ hoped|expected|dared; shared segment; same segment;
        world|worlds|shard|realm|lobby|room|house|server|queue is|are ~ full; demand ~
        above|exceeds|outstrips|higher|beyond; took ~ strain; many|far|a lot|lots|way more ~
        logins|orders|users|visitors|requests|calls|players|than; more ~ than on ~
        regular|normal|usual|average|typical; couldnt|couldn ~ keep; under ~ weight of;
        app|site|system|servers|platform ~ struggl*; used ~ up ~ quota|addresses|pool|all; too
        small for; congested; caused by ~ bulk|large|huge|massive|excessive|high|sudden ~
        number|amount|volume|burst of; spike in ~ traffic|usage|demand ~ not ~
        handle|scale|scaled|anticipated|expected
        """,
    "capacity_overload.traffic": """
        tripled; quadrupled; times ~ normal|usual|more; received ~ all|most|nearly ~
        queries|traffic|requests; demand ~ high*|exceed*|exceptional|strong; extreme demand;
        visitors ~ same time; unprecedented; record ~ volume*|number*|sign|traffic|users|demand;
        too many|thousands|millions of|people|requests; heavy|large|bulk|big|huge ~
        import*|job*|customer|query|queries|batch|upload*|export*|backfill; runaway
        quer*|process*|job*; noisy neighbo*; long running quer*|transaction*; traffic pattern*;
        crawl*; scraper*; bot traffic; sign up* ~ surge;
        surge*|spike*|increase*|flood|influx|burst*|jump|rise|growth|peak|wave in|of ~
        traffic|demand|load|requests|users|workload;
        surge*|spike*|increase*|flood|influx|burst*|jump|rise|growth|peak|wave in|of ~
        activity|volume|usage|connections|cpu|queries|visitors;
        traffic|load|demand|usage|cpu|request|requests|workload|volume|connection|activity
        spike*|surge*|peak*|burst*|increase*|growth; high|higher|heavy|heavier|increased ~
        load|traffic|demand|workload|utilization|utilisation|usage|volume*;
        unexpected|unexpectedly|large|larger|unprecedented|record ~
        load|traffic|demand|workload|utilization|utilisation|usage|volume*;
        massive|elevated|excessive|extreme|abnormal ~
        load|traffic|demand|workload|utilization|utilisation|usage|volume*;
        unusual|unusually|exceptional|peak|anomalous|sudden ~
        load|traffic|demand|workload|utilization|utilisation|usage|volume*; spike* ~
        load|traffic|demand|requests|cpu|memory; high cpu; cpu
        usage|utilization|utilisation|saturation|exhaustion|spike*|load|contention;
        rapid|fast|strong|quick|unexpected growth; went viral; marketing campaign; flash sale;
        ticket sale*; black friday; launch day; peak hour*|time*|load|traffic; volume of ~
        request*|traffic|message*|job*|call*; drove|driving|drive up ~ load|cpu; larger than
        expected; more traffic|requests|users|load than; popular demand; load increase*; query
        load; increased workload; retry traffic; simultaneous|concurrent|parallel
        users|visitors|logins|connections|submissions|requests|players|sessions|calls|viewers|access*;
        so|too many people|users|customers|visitors|readers|players|devices|fans|clients|calls;
        trying|tried|try to ~ once|simultaneously|time|moment; all ~ at once; viral; celebrity;
        launch ~ day|night|weekend|demand; opening day|night|weekend; first day of;
        went|go|goes|going on sale; sale ~ started|opened|began;
        registration*|booking*|enrolment*|enrollment* opened|open; busy|peak|holiday season|period;
        busiest; heavy|high usage;
        overwhelming|enormous|immense|huge|massive|tremendous|great|strong|high ~
        interest|demand|response|turnout|popularity; million|millions|thousands|hundreds of ~
        users|fans|people|devices|players|viewers|visitors|requests|clients|messages|customers;
        million|millions ~ users|fans|people|devices|players|viewers|visitors|requests; times ~
        usual|normal|regular|average|typical|ordinary|planned|peak|number|expected; fold
        increase|rise|growth; piled onto|on|in|into; tight ~ loop|polling; polling loop; busier
        than; more|unusually|very busy; record|unprecedented ~
        viewers|visitors|orders|calls|players|sales|interest|turnout|numbers|volume*; refreshed ~
        at|their; all ~ reconnect*; reconnect* ~ at once|same|simultaneously; organic growth;
        grew|grow at ~ once|same; seasonal ~ peak|load|demand; volatile ~ market*|opening|trading;
        heavy ~ reports|calling|trading|batch|query|queries; volumes ~ reached|exceeded|high*;
        opening|closing bell; visitors ~ came|arrived; queue ~ grew|grows|growing; last day|minute
        ~ filed|rush|submissions|deadline|of; deadline ~ day; too many ~
        callers|drivers|members|citizens|shoppers|at|same; hammering ~ from|by ~
        fans|users|visitors; citizens ~ filed|logged|applied|registered; month ~ salaries; holiday
        ~ rush|traffic|peak|calling; rush of; avalanche of; onslaught; unusually ~ many|large|high;
        anomalous|abnormal|unexpected|unexplained spike|surge|increase|burst;
        spike|surge|burst|increase of ~ requests|traffic|queries|load|calls|jobs; spike|surge|burst
        in ~ http|api|read|write|user|client; high|heavy ~ workload; workload ~
        spike|surge|increase*|high*; generating|generated|sending|sent|issuing|issued ~
        requests|queries|traffic|load; heavier|bigger|larger ~ than ~ usual|normal;
        six|five|four|three|two|ten|seven|eight|twenty|hundred times|fold ~
        usual|usually|normal|what|expected|average; tripled|doubled|trebled|quadrupled ~
        when|after|within|in; per second than; restarted|restarting|rebooted ~ at once|same;
        large|huge|big number of ~ customers|devices|users|clients ~ at
        once|restart*|reconnect*|retry|retries; a lot of|lots of|many ~
        orders|logins|requests|visitors|people|calls|traffic; last|final minute ~
        applications|orders|registrations|bookings|rush|filings; sharp|steep|strong|sudden|big
        rise|increase|jump|growth in|of; within ~ minutes of ~ publication|opening|launch|release;
        half time; everyone ~ home|same|at once; carries|carrying|carried ~ more
        """,
    "capacity_overload.weak": """
        backlog*; backed|backing|back|building|built up; queue
        depth|limit*|length|size|full|delay*; queue* up; slow quer*; expensive quer*; connection
        pool*; thread pool*; pool size*; scal* up|out|process|capacity|operation; autoscal*; auto
        scaling|scale; throttl*; rate limit*; lock contention; contention; feedback loop; congest*;
        add* ~ capacity|servers|nodes|instances; additional|extra|more capacity; under ~
        load|pressure|strain; out of memory; memory pressure; oom; bottleneck*; hot
        partition|shard|spot; imbalance*; unbalanced; load balanc* ~ uneven; cascad*; provision* ~
        capacity; under provisioned; underprovisioned; performance degradation; lag behind; fell
        behind; fall behind; catch* up; caught up;
        spinning|spin|bringing|bring|adding|add|brought|ordering up|more|additional|extra|online ~
        servers|capacity|gpus|nodes|instances|realms|workers|resources|more|shards; waiting room;
        virtual queue; in|joined|join ~ queue; queue* ~ hours|minutes|long; try again later;
        requests ~ queued|queueing|queuing|timed; rebalanc*; capacity; behind by; at once; same
        moment|time; volume of; peak of; audience; monday morning; doubled; rush; popularity;
        retries; crowd*; one customer; single customer|tenant|user;
        extremely|very|exceptionally|unusually|incredibly|extraordinarily high|heavy|large|busy;
        high|large|huge|vast|enormous|record|unprecedented number|numbers|amount|volume|volumes of;
        people on; concert; festival; stadium; quarter ~ close|end ~ queue|load|peak|volume; more ~
        in ~ daytime|evening; wait ~ up to ~ hour|hours|minutes; on one|single
        mast|cell|tower|mast|server; so many ~ that; abusive; times what; pay day; payday; self
        inflicted; final|finals|match|game|event ~ viewers|traffic|demand|fans; cope with;
        max|maximum ~ connections|capacity|throughput|number|limit|threads;
        designed|sized|built|dimensioned|planned|provisioned|prepared for; could|can|did not ~
        handle|sustain|serve|drain|absorb|process; cannot|couldnt ~
        handle|sustain|serve|absorb|process; headroom; stretched; metered; metering; under ~
        heavy|extreme; at ~ limit|limits; too busy; very|extremely|unusually|too busy; feeling ~
        strain|load|it|pressure; above ~ what|expected|forecast|planned|normal|average|capacity;
        far above; short on|of ~ heap|memory|space|disk|capacity|compute; working set; struggled;
        knees; exceptionally|extremely|very high volume*
        """,
    # Words that come up where such a cause is told, and elsewhere as well.
    "software_bug.topic": """
        concurrency; locking; mutex; consensus; quorum; replication; replica lag; serialization;
        unexpected behavior|behaviour|state|condition|response|result*; unforeseen; invalid
        state|value*|data; miscalculat*; miscount*; division by zero; out of range|bounds;
        encoding; unicode; timezone; ntp; negative value*|number*; heartbeat*; hung; hang; hangs;
        freeze*; loop; corrupt*; corruption; crash*; exception*; failed over; failover ~ fail*;
        cascading failure*; library; undefined; incorrectly; incorrect ~ result*|data; logic; code;
        software
        """,
    "capacity_overload.topic": """
        cpu; iops; throughput; bandwidth; memory usage|limit*|exhaust*; connections; threads;
        sockets; quota*; limit; limits; load; traffic; slow query|queries; queue; queues; queued;
        utilization; latency spike*; scaling; capacity; demand; requests per; high latency;
        timeouts; requests; volume
        """,
}
