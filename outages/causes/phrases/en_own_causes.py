"""English: how operators name a cause that lies in what they run themselves.

General knowledge; no line of any data set.

The notation is explained in outages/causes/matching.py.
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
        failed|failing|unable to handle; did|does|could not ~ handle;
        incorrect|improper|wrong|faulty|poor handling; mishandl*; handled incorrectly|badly; in
        our ~ code; programming mistake; defect|bug we; code ~ assumed|expected|failed|crashed;
        badly written; poorly written; design error|issue|weakness|limitation;
        software|code|coding|programming|program|firmware|logic|kernel|parser|application bug*;
        software|code|coding|programming|firmware|logic|application
        error|errors|defect*|fault*|flaw*; internal software ~ error|fault|problem; bug
        in|within|that|which|was|caused|affecting; due|because ~ bug;
        latent|undiscovered|undetected|hidden|known|obscure|rare bug|defect|flaw; buggy;
        faulty|defective|broken code|logic|software; defect in; flaw in; software
        failure|malfunction; code path; regression bug; found|identified ~ bug; implementation
        error|bug|flaw|defect; design flaw; system bug
        """,
    "software_bug.mechanics": """
        stale; choked on; tripped over; kept ~ dying|failing|restarting|crashing|looping;
        conflicting data|writes|updates|entries; lost ~ messages|updates|data|writes|events|jobs;
        wrongly|falsely|mistakenly|erroneously marked|reported|considered|treated|detected;
        wrongly|falsely|mistakenly|erroneously
        declared|assumed|rejected|deleted|removed|classified; elected ~ master|leader|primary;
        both ~ primary|master; health check*; cleanup|purge|deletion routine|process|script|task ~
        removed|deleted; still in use; not ~ thread safe; in wrong order; removed|deleted ~ still
        ~ needed|used; compared|computed|calculated|returned|used|wrote ~ wrong|incorrect;
        wrong|incorrect ~ field|result*|index|order|format|type; too small|large|long|big ~
        type|field|column|integer; integer type|column|id; duplicat*; retry ~ forever; mixed up;
        never ~ released|closed|returned; unexpected ~ null; null value*|response*;
        stuck|dead|hung|zombie process*|job*|thread*|lock*|worker*; process* ~
        died|hung|crashed|stuck|exited|restarting;
        service|server|servers|application|backend|node|nodes|daemon|worker|workers|database ~
        crashed|crash|crashing; daylight saving*; year|date|month|time calculation; split brain;
        leader election; recursi*; core dump*; kernel panic; blue screen; checksum*; orphaned;
        unbounded; query planner|plan; leak of ~ memory|connections|threads|handles; infinite
        redirect*; loop between; redirect loop; cron job; thread leak; stale lock*; cache poison*;
        index corruption; out of sync; disagreed; bad|corrupt|corrupted
        entry|entries|record*|row*|file|message; looped; failover logic|code|script*; health
        check* ~ wrong*|incorrect*|fail*; retry logic; time out of ~ order; race condition*;
        memory leak*; leak* memory; deadlock*; livelock*; infinite|endless loop*; overflow*;
        integer limit|range|size; wraparound; wrap around; off by one; double free; use after
        free; null pointer*|reference*; segfault*; segmentation fault*; panicked; panics; panic;
        unhandled exception*|error*; uncaught exception*; crash loop*; crashloop*; crash*
        repeatedly; repeatedly crash*; kept|keep crashing; poison pill|message*; leap
        second|day|year; time zone bug|error; clock skew|drift; backtrack*; regex*; regular
        expression*; edge|corner case*; dead code; memory|data corruption; corrupt*
        memory|data|index*|state|database|table*; assertion*; wrong|incorrect* assum*; assum*
        that; garbage collect*; exponential backoff; file descriptor*; disk|filesystem
        full|filled; stack trace*; serializ* error*; parsing error*; parse error*; malformed;
        unexpected input|value*|data|format; never freed; inconsistent state; stale
        data|cache|state; cache invalidation; health check logic; lock timeout*
        """,
    "software_bug.weak": """
        bug; bugs; glitch*; technical fault|error|glitch|failure|malfunction|problem*; software
        issue*|problem*; malfunction*; defect*; internal error; backend error|fault; exception*;
        code issue; system error|fault|failure; database error|fault|corruption
        """,
    "capacity_overload.named": """
        underestimated; gave up; keep|kept ~ pace; knees; starved; struggl* ~
        load|demand|traffic|volume|requests; struggl*; could ~ only ~ handle|serve;
        reaching|reached ~ maximum|limit|limits|ceiling; beyond ~ limits|capacity|design;
        undersized; under sized; too small ~ for; too few ~
        servers|workers|nodes|instances|resources|connections; ran|run|running out; flooded ~
        with|by|after; overrun; spilled over; more|higher|larger|greater|longer than ~
        planned|expected|anticipated|usual|normal|provisioned; throughput limit; did|does|could
        not ~ keep|scale; piled up; pile up; under ~ heavy|extreme;
        cpu|memory|disk|load|utilization|usage ~ 100|maxed|full|exhausted|pegged; maxed out;
        pegged; hug of death; grew|growing|grow|arriv* ~ faster than; could|can|did not ~
        handle|sustain|serve|drain|absorb|process; cannot|couldnt ~
        handle|sustain|serve|absorb|process; max|maximum ~
        connections|capacity|throughput|number|limit|threads; exceed* ~
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
        cope|keep; couldnt ~ cope|keep|handle; overwhelm*; swamped; stampede
        """,
    "capacity_overload.traffic": """
        tripled; doubled; quadrupled; times ~ normal|usual|more; received ~ all|most|nearly ~
        queries|traffic|requests; demand ~ high*|exceed*|exceptional|strong; extreme demand;
        visitors ~ same time; unprecedented; record ~ volume*|number*|sign|traffic|users|demand;
        too many|thousands|millions of|people|requests; peak of; monday morning;
        heavy|large|bulk|big|huge ~
        import*|job*|customer|query|queries|batch|upload*|export*|backfill; runaway
        quer*|process*|job*; noisy neighbo*; long running quer*|transaction*; rush; popularity;
        traffic pattern*; crawl*; scraper*; bot traffic; abusive; sign up* ~ surge; one customer;
        single customer|tenant|user;
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
        load; increased workload; retries; retry traffic; self inflicted
        """,
    "capacity_overload.weak": """
        backlog*; backed|backing|back|building|built up; queue
        depth|limit*|length|size|full|delay*; queue* up; slow quer*; expensive quer*; connection
        pool*; thread pool*; pool size*; scal* up|out|process|capacity|operation; autoscal*; auto
        scaling|scale; throttl*; rate limit*; lock contention; contention; feedback loop;
        congest*; add* ~ capacity|servers|nodes|instances; additional|extra|more capacity; under ~
        load|pressure|strain; out of memory; memory pressure; oom; bottleneck*; hot
        partition|shard|spot; imbalance*; unbalanced; load balanc* ~ uneven; cascad*; provision* ~
        capacity; under provisioned; underprovisioned; performance degradation; lag behind; fell
        behind; fall behind; catch* up; caught up
        """,
    "software_update.deploy": """
        major|minor|newer version|release|build; switch* ~ to ~ version|engine|library|framework;
        redesign; refactor*; rewrote; rewritten; enabled ~ new; introduc* ~ new; turned on ~
        new|feature; recently introduced|added|launched|changed|deployed; latest changes;
        updated|upgraded ~ module|system|app|server*|software|database|client|platform; we
        updated|upgraded|deployed|released; release ~ 2024|2025|2026|2027; definition update;
        updated ~ definition*; antivirus; firmware; new|latest|fresh
        build|client|app|backend|engine|stack; version 1|2|3|4|5|6|7|8|9|10|11|12;
        app|client|android|ios|mobile|desktop|web version|update|release|build; shipped; ship;
        fixed version; update|version|release ~ play|app store; went|go|going|gone live; launched;
        launch of; switched|switching|moved ~ to new; migrat* ~ new ~
        version|system|platform|stack|backend|database; pushed ~ production|live|out; production
        push; feature release*|deploy*; beta; deploy; deploys; deployed; deploying; deployment;
        deployments; redeploy*; rollout*; roll|rolled|rolling out; code
        change*|deployment*|deploy*|push|release*|modification*|update*|rollout; releas* ~
        version|code|update|feature|change; release|released; pushed ~
        update|code|version|release|fix;
        recent|recently|latest|new|newly|faulty|bad|botched|failed|problematic|buggy
        software|code|app|application|platform|service|system ~
        update*|upgrade*|version*|release*|deploy*|change*;
        recent|latest|faulty|bad|botched|failed|problematic|buggy
        update*|upgrade*|release*|deploy*|patch*|build|version|change*;
        software|version|firmware|os|service|security|system|dependency|library|database|kernel
        update|updates|upgrade|upgrades|patch|patches|release;
        client|app|application|platform|component
        update|updates|upgrade|upgrades|patch|patches|release;
        driver|feature|package|routine|automatic|automated
        update|updates|upgrade|upgrades|patch|patches|release; new
        version*|feature*|release*|build|code|functionality|software; feature
        launch|rollout|release|enhancement; canary; staged rollout; build number; product release;
        version update|upgrade|bump|change; change release
        """,
    "software_update.introduced": """
        broke ~ for|after|when|login|checkout|search|sign; which|that broke|breaks; broken by;
        after ~
        shipped|launch*|deployed|released|upgraded|updated|upgrading|updating|deploying|releasing;
        when we|it ~ deployed|upgraded|shipped|released|updated|rolled;
        last|yesterday|this|morning ~ release|deploy|deployment|update|upgrade; side effect*;
        unintended side; new ~ code ~ caused; change ~ code|codebase; removed in ~ version;
        deprecat*; default ~ changed|change ~ version; introduc* ~
        bug*|defect*|regression*|issue*|error*|fault*|problem*|change*|incompatib*; inadvertently
        introduc*; was|were introduced; regression*; incompatib* version*|with; incompatible;
        upgrade|update|version|release|deployment|deploy|patch|migration that|which ~
        caused|broke|introduced|contained|disabled|changed;
        update|upgrade|release|deployment|deploy|version|patch ~ contain* ~
        bug|error|defect|misconfiguration|regression|issue; after|following|during|since ~
        upgrade|update|deploy|deployment|release|rollout|patch|migration; broke ~ compatibility;
        breaking change*; schema change|migration|update; migration script|task; update script;
        upgrade from|of|to; upgrading; upgraded; exposed ~ latent|defect|bug; expos* ~ bug;
        bug*|defect*|error*|regression*|misconfiguration|flaw*|fault* in|with ~
        update|release|version|deployment|deploy|upgrade|patch|rollout|rolled|build; enabl* ~
        feature|flag; feature flag* ~ enabled|rolled|turned|changed|change|switched; re enabled;
        old version*; older version*|build*; previous version*|build|release
        """,
    "software_update.rollback": """
        old ~ back in use; back on ~ old|previous|former; undone; backed out; withdrawn ~
        update|release; pulled ~ update|release; removed ~ update|feature;
        go|going|went|gone|switch*|moved back to ~ former|previous|old|earlier|last; former
        version; restored ~ previous|old|former|earlier ~ version; rolled|rolling|roll|rolls back;
        rollback*; revert; reverted; reverting; last known good; backed|backing out ~
        change|update|release; hotfix*; hot fix; back to ~ previous|earlier|older; downgrad*;
        disabled ~ new feature; undo ~ release|deploy
        """,
    "configuration_error.named": """
        access list*; acl*; wrong|incorrect
        port|region|address|host|path|target|endpoint|network|vlan|subnet|interface; in production
        ~ rather|instead; active ~ instead|rather; edited; purged;
        limit|limits|threshold|timeout|quota|size was|were|is|had ~ set|configured|low|small|high;
        too low|high|strict|restrictive|aggressive; setting was|were|had; disabled ~ by
        mistake|accident; environment ~ variable; hard coded|hardcoded; set to ~
        wrong|incorrect|low|high|zero; incorrect|wrong|incorrectly ~
        value|pointed|pointing|entered|entry|input|number|setting; pointed|pointing to|at ~
        wrong|old|incorrect|nonexistent; missing ~
        configuration|record|permission*|route|entry|setting|parameter|rule;
        stale|outdated|old|conflicting|inconsistent|duplicate|unexpected
        configuration|config|route*|record*|setting*|policy; configuration ~
        applied|pushed|deployed|missing|incorrect|wrong|invalid|bad|changed|updated|caused;
        changes to ~ routing|configuration|settings|dns|firewall; toggle*|flag|switch ~
        flipped|wrong|mistake|turned|accidentally|everybody|everyone; feature switch|toggle;
        wrong|incorrect setup; misplaced; misrout*; misalign*; mislabel*; misconfigur*; mis
        configur*; configuration|config|configurations ~
        error*|mistake*|issue*|problem*|fault*|failure; configuration|config
        change*|push|pushed|update*|drift|rollout|file|bug|defect|mismatch; configured
        incorrectly|wrongly; networking|network|routing|dns|policy|permission*|firewall|bgp
        configuration|config ~ change*|error*|update*|issue*;
        acl|settings|parameter|router|database|cluster|server|system configuration|config ~
        change*|error*|update*|issue*; change|changes|update|modification|adjustment to|in|of ~
        configuration|config|configurations|permissions|settings|policy|routing|firewall|dns|rules;
        bad|faulty|incorrect|invalid|wrong|erroneous|improper|inadvertent|incomplete|unintended
        config*|setting*|rule*|policy|route*|parameter*;
        bad|faulty|incorrect|invalid|wrong|erroneous|improper|inadvertent|incomplete|unintended
        entry|value*|limit*|permission*|certificate|routing;
        incorrect*|wrong*|erroneous*|improperly|mistakenly|not ~
        configured|set|routed|applied|updated|provisioned;
        networking|dns|network|routing|policy|permission*|acl|firewall|bgp|global change*;
        incorrect settings|action; configuration ~ conflict*|incompatib*; set incorrectly|wrongly;
        limit* ~ set|configured; router|switch rule|config*
        """,
    "configuration_error.human": """
        published ~ wrong|incorrect; someone ~ deleted|removed|changed; than intended|expected ~
        servers|scope|set; wider than intended|planned; entered incorrectly|wrongly; command ~
        issued|executed|run|ran|entered|typed|incorrect*|wrong*; executed|issued|ran|running ~
        command|script; playbook; removed|deleted|disabled|terminated|shut|wiped|erased ~
        by|wrong|mistake|accidentally|production; wrong ~ server|database|cluster|host; wiped;
        wrongly; inappropriate*; unauthorized|unapproved|unreviewed|untested change*; change
        management; during ~ routine ~ command|change|work; operator ~ action; erroneous*; error
        by ~ engineer|staff|technician|operator; our ~ mistake;
        human|operator|operational|manual|user|procedural|administrative|process error*|mistake*;
        by accident; accidental*; inadvertent*; mistakenly; by mistake; unintentional*; unintended
        change|consequence|deletion|effect; typo*; wrong
        command|server|database|environment|button|machine|file; incorrect
        command|action|step|procedure;
        engineer*|operator*|administrator*|technician*|staff|employee*|team|someone ~
        delet*|typo|mistake*|misread|ran|unplugged|removed|applied|modified|terminated|disabled;
        delet* ~ production|database|data|records|files|account*; truncat*|drop* ~
        production|database|table*|data; fat finger*; mistake by; oversight; misread; manual
        change*|step*|update*|action*; ran ~ command; purged; unplugged
        """,
    "configuration_error.certificate": """
        certificate ~ not ~ renewed|valid; renew* ~ certificate|domain|license; domain ~
        lapsed|suspended|not renewed; lapsed; license|licence ~ expired|expiry|lapsed; api key ~
        expired|revoked; expired ~ certificate*|cert|certs|domain|license|key|token;
        certificate*|cert|certs|domain|license|ssl|tls ~ expired|expiry|expiration|expire|lapsed;
        forgot* ~ renew; failed to renew; certificate renewal;
        key|keys|password|secret*|credential*|token|certificate|dnssec rotation|rotated|rollover;
        rotat* ~ key*|password*|secret*|credential*|certificate*; dnssec; domain renewal; invalid
        certificate
        """,
    "configuration_error.rule": """
        firewall|waf|router|routing|security|acl|traffic|filter
        rule*|policy|change*|config*|setting*; block* ~ legitimate|valid|all
        traffic|traffic|access; access control; environment|config|configuration variable*; bgp
        prefix*|advertis*|announce*; prefix* ~ advertis*|withdraw*|announce*; withdr* ~
        route*|prefix*; dns record*|change|entry|entries|zone|migration|update|config*; iam
        role*|polic*|permission*; permission* ~ change*|removed|revoked; change* ~ permission*;
        policy change|update|remediation|enforcement; load balancer config*|setting*; network
        rule*; default setting*; remov* ~ record*|rule*|permission*|node*; setting*; parameter*;
        allow list; allowlist; whitelist; blocklist; blacklist; quota setting; threshold setting;
        flag* ~ disabled; terraform; automation error
        """,
    "configuration_error.weak": """
        change caused|made|triggered|led|resulted|impacted|affected|applied; change
        we|that|which|to; internal|routine|planned|global|infrastructure|network change; change
        was ~ made|applied|deployed|executed|rolled; configur*; config; incomplete; manual;
        automation; settings change
        """,
    # Words that come up where such a cause is told, and elsewhere as well.
    "software_bug.topic": """
        concurrency; locking; mutex; consensus; quorum; replication; replica lag; serialization;
        unexpected behavior|behaviour|state|condition|response|result*; unforeseen; invalid
        state|value*|data; miscalculat*; miscount*; division by zero; out of range|bounds;
        encoding; unicode; timezone; ntp; negative value*|number*; heartbeat*; hung; hang; hangs;
        freeze*; loop; corrupt*; corruption; crash*; exception*; failed over; failover ~ fail*;
        cascading failure*; library; undefined; incorrectly; incorrect ~ result*|data; logic;
        code; software
        """,
    "capacity_overload.topic": """
        cpu; iops; throughput; bandwidth; memory usage|limit*|exhaust*; connections; threads;
        sockets; quota*; limit; limits; load; traffic; slow query|queries; queue; queues; queued;
        utilization; latency spike*; scaling; capacity; demand; requests per; high latency;
        timeouts; requests; volume
        """,
    "software_update.topic": """
        update ~ caused|introduced|broke|led|contained|changed; upgrade; upgraded; version;
        versions; patch; patched; migration; migrated; feature; features; code; dependency;
        library; changes; introduced; new
        """,
    "configuration_error.topic": """
        dns; certificate*; firewall; permissions; policy; credentials; script; command; deleted;
        deletion; removed; mistake; error by; engineer; engineers ~ deleted|ran|changed|removed;
        operator; procedure; rule; rules; routes; change
        """,
}
