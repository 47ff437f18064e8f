"""English: how operators name a cause that lies in what they run themselves.

General knowledge; no line of any data set.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
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
        race condition*; memory leak*; leak* memory; deadlock*; livelock*; infinite|endless loop*;
        overflow*; integer limit|range|size; wraparound; wrap around; off by one; double free; use
        after free; null pointer*|reference*; segfault*; segmentation fault*; panicked; panics;
        panic; unhandled exception*|error*; uncaught exception*; crash loop*; crashloop*; crash*
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
        overload*; over capacity; at capacity; out of capacity; beyond ~ capacity;
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
        deploy; deploys; deployed; deploying; deployment; deployments; redeploy*; rollout*;
        roll|rolled|rolling out; code
        change*|deployment*|deploy*|push|release*|modification*|update*|rollout; releas* ~
        version|code|update|feature|change; release|released; shipped; pushed ~
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
        introduc* ~ bug*|defect*|regression*|issue*|error*|fault*|problem*|change*|incompatib*;
        inadvertently introduc*; was|were introduced; regression*; incompatib* version*|with;
        incompatible; upgrade|update|version|release|deployment|deploy|patch|migration that|which
        ~ caused|broke|introduced|contained|disabled|changed;
        update|upgrade|release|deployment|deploy|version|patch ~ contain* ~
        bug|error|defect|misconfiguration|regression|issue; after|following|during|since ~
        upgrade|update|deploy|deployment|release|rollout|patch|migration; broke ~
        compatibility|packages; breaking change*; schema change|migration|update; migration
        script|task; update script; upgrade from|of|to; upgrading; upgraded; exposed ~
        latent|defect|bug; expos* ~ bug;
        bug*|defect*|error*|regression*|misconfiguration|flaw*|fault* in|with ~
        update|release|version|deployment|deploy|upgrade|patch|rollout|rolled|build; enabl* ~
        feature|flag|users; feature flag*; re enabled; old version*; older version*|build*;
        previous version*|build|release
        """,
    "software_update.rollback": """
        rolled|rolling|roll|rolls back; rollback*; revert; reverted; reverting; last known good;
        backed|backing out ~ change|update|release; hotfix*; hot fix; back to ~
        previous|earlier|older; downgrad*; disabled ~ new feature; undo ~ release|deploy
        """,
    "configuration_error.named": """
        misconfigur*; mis configur*; configuration|config|configurations ~
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
        expired ~ certificate*|cert|certs|domain|license|key|token;
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
}
