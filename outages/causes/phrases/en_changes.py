"""English: how operators name a change that they made.

General knowledge; no line of any data set. The notation is explained in
outages/causes/matching.py.
"""

CAUSES = {
    "software_update.deploy": """
        switch* ~ to ~ version|engine|library|framework; turned on ~ new|feature; recently
        introduced|added|launched|changed|deployed; latest changes; updated|upgraded ~
        module|system|app|server*|software|database|client|platform; we
        updated|upgraded|deployed|released; release ~ 2024|2025|2026|2027; definition update;
        new|latest|fresh build|client|app|backend|engine|stack;
        app|client|android|ios|mobile|desktop|web version|update|release|build; fixed version;
        update|version|release ~ play|app store; switched|switching|moved ~ to new; migrat* ~ new ~
        version|system|platform|stack|backend|database; pushed ~ production|live|out; production
        push; feature release*|deploy*; deploy; deploys; deployed; deploying; deployment;
        deployments; redeploy*; rollout*; roll|rolled|rolling out; code
        change*|deployment*|deploy*|push|release*|modification*|update*|rollout; releas* ~
        version|code|update|feature|change; pushed ~ update|code|version|release|fix;
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
        version update|upgrade|bump|change; change release;
        content|signature|template|library|dependency|package|plugin|model|agent|sensor|client|extension
        update*|upgrade*|bump|rollout|release; bumped|bumping ~ version|library|dependency;
        phased|staged|gradual|progressive|slow|full release|rollout|deployment; code ~
        shipped|pushed|merged|landed|deployed|released|went; merged ~ change|code|request|branch;
        release|deploy train; emergency|security|kernel|vendor patch|patches|fix|update|upgrade;
        botched; auto updat*|installed|update; automatic updat*; over air; ota;
        migrat*|mov*|switch*|transition*|transferr* ~ onto|to ~ new|platform; redesigned; revamp*;
        relaunch*; overhaul*; replatform*; newly|recently
        added|enabled|introduced|deployed|released|launched|shipped|installed|upgraded|updated|changed;
        deployment|deploy|release task|job|process|pipeline; deployed ~ change|to; change ~
        deployed|shipped|pushed|released|rolled|merged; enabled for ~
        100|all|everyone|everybody|users|visitors|customers; went out with|at|in|to|this;
        it|system|platform|account|core migration; script ~ deployed; patch ~
        broke|caused|introduced|deployed|applied|made; software ~
        installation|installed|update*|upgrade*; pushed ~ firmware|patch|update|build|version;
        todays|yesterdays ~ update|patch|build|release|version|deploy; build|version|release|patch
        ~ crash*|fail*|break*|broke|logs; 00 push; last nights|weeks ~ software|update|version;
        tweak ~ merged|deployed|shipped|made; merged ~ on|yesterday|today|this|last|week;
        cumulative update; edition of; switched|moved|migrated over to|onto;
        optimisation|optimization|tweak|improvement|refactoring ~
        made|caused|led|broke|introduced|shipped|merged; hours|days after ~
        moved|migrated|upgraded|updated|switched; bad|recent|faulty|merged|problematic|latest
        commit; commit ~ introduced|broke|reverted|caused; releasing ~ code|version|update|build;
        error releasing; enabling|enabled|enable ~ for all|everyone|users|customers; deploy of;
        change to ~ code|service|component|role|backend|instances|codebase|application|library; a b
        test; ab test; hot deploy; update ~ improve|deployed|applied|pushed|made|process; change ~
        improve|optimi*|role|code; column ~ renamed|dropped|removed;
        index|schema|data|database|backend migration; updated|new
        model|agent|image|images|package|packages|binaries|binary|container|containers;
        contain|contains|containing ~ newer|new|updated; go live of; golive; started|began to ~
        upgrade|update|migrate|roll; switched to ~ new; changing|changed over ~ to|new; template
        change; design ~ change|update; received ~ over; over the air|air ~ release|update;
        corrected release; new ~ firmware ~ out; bring in ~ new; software download*; firmware
        download*; downloaded ~ update|software|firmware|version; kb ~ update; installing|installed
        ~ kb*|update|version|patch; promoted to ~ all|production|regions|every; build that; into ~
        operation|service|production ~ new; put ~ new ~ into; new ~
        records|booking|billing|ticketing|core|dispatch|payroll|reservation|payment
        system|platform|software; refreshed ~ on|app|monday|tuesday|wednesday|thursday|friday;
        app|site|website was|were refreshed|redesigned|rebuilt|relaunched; version that ~ came|went
        ~ out|today|live; came ~ out ~ today|yesterday; update ~ isnt|not ~ offered|available
        """,
    # Said of changes at any time, whether or not they broke something.
    "software_update.weak": """
        release|released; beta; shipped; launched; launch of; rewritten; rewrote; live since;
        is|been|was live; refactor*; redesign; experiment; schema; push to; firmware; roll out; new
        ~
        platform|system|software|website|app|portal|engine|client|firmware|algorithm|design|widget|timeline|feature|functionality|integration|middleware;
        version 1|2|3|4|5|6|7|8|9|10|11|12; went|go|going|gone live; newer ~
        version|openssl|library|kernel|release|client; the|bad|our push; shipped
        behind|without|with; took|taken|take|taking|received|got|install*|download* ~
        update|software|version|firmware|patch; pull request; rewrite of; new ~
        edition|term|software|system; introduc* ~ new; enabled ~ new; new release of; updated ~
        definition*; antivirus; major|minor|newer version|release|build; minor|major|point
        version|release; deprecat*; old version*; older version*|build*; previous
        version*|build|release; side effect*; upgrade from|of|to; upgrading; upgraded; version ~
        to|unsupported; after ~ installing|installation; re enabled; changed|changes|change ~
        default|defaults|behaviour|behavior|how; from version ~ to
        """,
    "software_update.introduced": """
        broken by; after ~
        shipped|launch*|deployed|released|upgraded|updated|upgrading|updating|deploying|releasing;
        when we|it ~ deployed|upgraded|shipped|released|updated|rolled; last|yesterday|this|morning
        ~ release|deploy|deployment|update|upgrade; unintended side; new ~ code ~ caused; change ~
        code|codebase; removed in ~ version; default ~ changed|change ~ version; introduc* ~
        bug*|defect*|regression*|issue*|error*|fault*|problem*|change*|incompatib*; inadvertently
        introduc*; was|were introduced; regression*; incompatib* version*|with; incompatible;
        upgrade|update|version|release|deployment|deploy|patch|migration that|which ~
        caused|broke|introduced|contained|disabled|changed;
        update|upgrade|release|deployment|deploy|version|patch ~ contain* ~
        bug|error|defect|misconfiguration|regression|issue; after|following|during|since ~
        upgrade|update|deploy|deployment|release|rollout|patch|migration; broke ~ compatibility;
        breaking change*; schema change|migration|update; migration script|task; update script;
        exposed ~ latent|defect|bug; expos* ~ bug;
        bug*|defect*|error*|regression*|misconfiguration|flaw*|fault* in|with ~
        update|release|version|deployment|deploy|upgrade|patch|rollout|rolled|build; enabl* ~
        feature|flag; feature flag* ~ enabled|rolled|turned|changed|change|switched; teething ~
        troubles|problems|issues; since|after|following|from ~
        migration|move|switch|launch|update|upgrade|release|patch|rollout;
        upgrade|update|migration|cutover ~ wrong|unsuccessful|failed|planned|smoothly;
        failed|unsuccessful|problematic|incomplete|faulty|defective
        upgrade|update|migration|deployment|cutover|rollout|installation; incompatib*; not ~
        compatible; not ~ noticed|caught|spotted|detected ~ staging|testing|tests|test;
        overnight|last|nights ~ update|upgrade|release|change|deployment|patch|build|migration; new
        ~ version ~ contained|caused|broke|made|introduced; arose|began|started|occurred ~
        after|during|following ~ update|upgrade|migration|release|deployment; during ~
        software|system ~ upgrade|update|migration; contained|carried|carrying|had ~
        bug|defect|error|fault|bad|flaw; introduction of ~ new|release|version; broke ~
        login|checkout|search|sign|payments|compatibility|backwards;
        change|update|release|version|patch|deploy|deployment|upgrade which|that ~
        broke|breaks|break|stopped|prevented|caused|hid; since ~ go|went live; by ~ change we;
        change ~ we ~ released|shipped|deployed|made ~ released; more trouble than; unwanted ~
        effect|effects|consequence; jumped|rose|spiked|started|began with ~
        rollout|release|update|deploy|deployment; since ~ installing|app|switch|changeover;
        bug|bugs|defect|regression|error|fault ~ introduced;
        change|changes|update|release|deploy|deployment|patch ~ containing|contained|included ~
        bug|defect|error|fault|regression; bug|defect|error|regression|fault ~ in|with|from ~
        latest|new|recent|deploy|release|update|patch|change|deployed; bug|defect ~
        deployed|shipped|released|pushed ~ production|live; introduced
        while|during|when|by|in|into|with|as ~
        upgrade*|update*|release|deploy*|migrat*|change|feature|enhancement*|production|version;
        update was|is faulty|bad|broken; faulty|bad|broken update; during|while ~
        update|upgrade|upgrading|updating|deploying ~
        platform|software|cluster|system|servers|service; patch was|were ~
        applied|installed|removed|rolled
        """,
    "software_update.rollback": """
        old ~ back in use; back on ~ old|previous|former; undone; backed out; withdrawn ~
        update|release; pulled ~ update|release; removed ~ update|feature;
        go|going|went|gone|switch*|moved back to ~ former|previous|old|earlier|last; former
        version; restored ~ previous|old|former|earlier ~ version; rolled|rolling|roll|rolls back;
        rollback*; revert; reverted; reverting; last known good; backed|backing out ~
        change|update|release; hotfix*; hot fix; back to ~ previous|earlier|older; downgrad*;
        disabled ~ new feature; undo ~ release|deploy;
        pull|pulls|pulling|pulled|withdraw*|retract*|recall* ~ patch|build|release|version|update;
        halt*|paus*|stopp*|suspend* ~ rollout|release|deployment|update|phased; return* to ~
        earlier|previous|prior|old|older|former|classic|last;
        earlier|prior|preceding|former|classic build|version|release|image|app|site;
        corrected|fixed|repaired build|version|release; do|dont not ~ install|update|upgrade; back
        out|backed|backing ~ upgrade|update|release|change; change ~
        undone|reversed|reverted|rolled; being undone; re release*; previous known good; restored ~
        classic|old; withdrawn; submitted ~ app|store|stores; taken|taking|took ~ out ~
        again|region; stopped|stop|stopping ~ sending|shipping|distributing|offering|serving; put
        back; version|build ~ put|restored|reinstated; takes|take|taken ~ it ~ back; reinstat*;
        pinning|pin|pinned ~ back|older|old|previous; brought|bring|bringing back ~
        previous|old|former; previous|old|former design|layout|template|system; its been|has been
        backed|stopped|reverted|undone; stopped ~ experiment|rollout|sending;
        took|taken|taking|take it back; reversed it; weve ~ reversed|reverted|undone|removed ~
        it|change; previous ~ build|version ~ running|again|restored; disabled ~ new|feature; do
        not|dont ~ install ~ it; running again
        """,
    "configuration_error.named": """
        access list*; wrong|incorrect
        port|region|address|host|path|target|endpoint|network|vlan|subnet|interface; in production
        ~ rather|instead; active ~ instead|rather; limit|limits|threshold|timeout|quota|size
        was|were|is|had ~ set|configured|low|small|high; disabled ~ by mistake|accident; set to ~
        wrong|incorrect|low|high|zero; incorrect|wrong|incorrectly ~
        value|pointed|pointing|entered|entry|input|number|setting; pointed|pointing to|at ~
        wrong|old|incorrect|nonexistent; missing ~
        configuration|record|permission*|route|entry|setting|parameter|rule;
        stale|outdated|old|conflicting|inconsistent|duplicate|unexpected
        configuration|config|route*|record*|setting*|policy; configuration ~
        applied|pushed|deployed|missing|incorrect|wrong|invalid|bad|changed|updated|caused; changes
        to ~ routing|configuration|settings|dns|firewall; toggle*|flag|switch ~
        flipped|wrong|mistake|turned|accidentally|everybody|everyone; feature switch|toggle;
        wrong|incorrect setup; misrout*; misalign*; mislabel*; misconfigur*; mis configur*;
        configuration|config|configurations ~ error*|mistake*|issue*|problem*|fault*|failure;
        configuration|config change*|push|pushed|update*|drift|rollout|file|bug|defect|mismatch;
        configured incorrectly|wrongly;
        networking|network|routing|dns|policy|permission*|firewall|bgp configuration|config ~
        change*|error*|update*|issue*; acl|settings|parameter|router|database|cluster|server|system
        configuration|config ~ change*|error*|update*|issue*;
        change|changes|update|modification|adjustment to|in|of ~
        configuration|config|configurations|permissions|settings|policy|routing|firewall|dns|rules;
        bad|faulty|incorrect|invalid|wrong|erroneous|improper|inadvertent|incomplete|unintended
        config*|setting*|rule*|policy|route*|parameter*;
        bad|faulty|incorrect|invalid|wrong|erroneous|improper|inadvertent|incomplete|unintended
        entry|value*|limit*|permission*|certificate|routing;
        networking|dns|network|routing|policy|permission*|acl|firewall|bgp|global change*;
        incorrect settings|action; configuration ~ conflict*|incompatib*; set incorrectly|wrongly;
        router|switch rule|config*; wrong|bad|broken|incorrect|erroneous|faulty|invalid ~
        config|configuration|setting|parameter*|rule; set ~ wrongly|incorrectly|wrong; set to ~
        rather|instead; quota|limit|limits|threshold ~ reduced|lowered|set|zero|wrong*|misconfig*;
        load balancer|firewall|router|dns|proxy|cdn|server|database|network ~
        setting|settings|misconfig*; retention ~ rule|policy|setting|period ~ set|wrong*|removed;
        empty|stale|outdated|wrong|old ~ template|config|configuration|zone|branch|file|allowlist;
        generated ~ from ~ template; generated ~ empty|wrong|invalid|incorrect; out of date ~
        branch|config|configuration|template|file|list; overwrote; pointed|pointing|points at|to ~
        test|staging|old|wrong|other; dns ~ entry|entries|records|record|zone|zones ~
        overwritten|deleted|removed|wrong|edited|changed|missing; removed|deleted|dropped ~
        records|record|zone|zones|entries; missing ~
        entry|rule|route|record|permission|flag|line|setting; with|without ~ missing ~ entry;
        applied ~ missing|wrong|incorrect|erroneous|old; incorrect|wrong|erroneous|bad ~
        policy|filter|list|parameter|table|zone|credentials|flag|value|threshold;
        flag|switch|option|setting ~ mistake|accident*|wrongly|error; prefix limit; leaked ~
        routes|prefixes|table; advertised|announced|withdrew|withdrawn|withdrawing ~
        routes|prefixes|table|prefix|announcement*; access|security|firewall|filter ~
        list|lists|rule|rules ~ wrong*|missing|blocked|dropped|applied|changed; wrongly ~
        configured|set|applied|routed|entered; configured ~ wrong|incorrect*|mistake; misaddress*;
        wrong ~ environment|mode|account|tenant|template|branch|order|schedule; not ~
        propagated|published|whitelisted|allowlisted; entry|record|route|alias|name ~
        pointed|pointing|points ~ to|at; pointed to|at ~ host|server|address|machine;
        tightened|loosened|edited|altered|amended ~
        rule|rules|policy|policies|limits|settings|firewall|permissions|access; egress|ingress
        rule*|polic*; entered|keyed ~ wrong|wrongly|incorrect*|mask|with; wrong ~
        mask|subnet|gateway|pool|range; took|taking|taken|take ~ wrong; wrong ~ out of ~
        pool|service|rotation; applied to ~ wrong|beside|another|neighbouring|other|all;
        lifecycle|retention ~ rule|policy|applied|set; skipped|missed|omitted ~ step|check; method
        sheet|statement|procedure; cut ~ off ~ from ~ own; address pool; service account ~
        deleted|disabled|removed; permissions|permission|access|roles|role ~
        revoked|removed|changed|missing|lost|wrong; nameserver*|name server* ~
        changed|pointed|wrong|removed; registrar ~ lock|suspend*|hold; unpaid ~ invoice|bill;
        removed from ~ rotation|pool ~ mistake|accident*|wrong*; privileges ~
        wrong|messed|open|removed|changed; misattribut*; mistarget*; mis
        targeted|set|typed|applied; too ~ broad|permissive|restrictive|strict|aggressive|tight;
        scope ~ wrong|broad|wide|wider|broader; configuration ~
        conflict*|conflicting|mismatch*|inconsisten*|overwritten|lost|not; metadata ~ updated ~
        incorrect*|wrong*; updated incorrectly|wrongly;
        incorrect*|wrong*|erroneous*|improperly|mistakenly ~
        configured|set|routed|applied|updated|provisioned; not ~ configured|provisioned; wrong
        file; loaded ~ wrong; wrong ~ loaded|uploaded|imported; after|by edit; one ~ too many;
        decimal|comma ~ wrong; factor of ~ ten|hundred|thousand; ran out of ~ validity; nobody ~
        renewed|refreshed|noticed|updated; switched|turned off and not ~ on; went|goes
        further|farther than; clean up of|had|went|removed; limited|blocked|banned|locked
        everybody|everyone|all; incorrectly|wrongly executed|performed|carried; wrong ~
        place|order|column|row; old|wrong|outdated|test ~ routing|table|list|file ~
        put|live|loaded; put|typed|wrote|entered ~ instead|rather of|than;
        reduced|lowered|raised|increased|changed|set ~ limit ~ by|of|to ~
        factor|mistake|accident|without|wrong; without ~ meaning|intending|wanting ~ to; swapped
        with; mixed|confused|swapped ~ keys|accounts|addresses|cables|names; sandbox ~
        keys|credentials; wrong ~ zone|timezone|clock|time|keys; applied to ~
        all|everyone|whole|every ~ instead|rather; clock ~ set|wrong; matched ~
        every|all|everything; contained ~ empty ~ line|entry|rule; was|were|been|got renamed;
        outdated|old|stale|expired|wrong|invalid ~ credentials|secrets|tokens|keys|password;
        secrets|credentials|tokens|keys|passwords were|was|are not ~
        updated|changed|replaced|propagated|deployed; permissions ~
        changed|changing|wrong|missing|lost|incorrect; configuration|config|setting|settings ~
        deleted|removed|lost|renamed|reset|invalid
        """,
    "configuration_error.human": """
        published ~ wrong|incorrect; someone ~ deleted|removed|changed; than intended|expected ~
        servers|scope|set; wider than intended|planned; entered incorrectly|wrongly;
        removed|deleted|disabled|terminated|shut|wiped|erased ~
        by|wrong|mistake|accidentally|production; wrong ~ server|database|cluster|host;
        unauthorized|unapproved|unreviewed|untested change*; during ~ routine ~
        command|change|work; operator ~ action; error by ~ engineer|staff|technician|operator; our
        ~ mistake; human|operator|operational|manual|user|procedural|administrative|process
        error*|mistake*; inadvertent*; mistakenly; unintended change|consequence|deletion|effect;
        typo*; wrong command|server|database|environment|button|machine|file; incorrect
        command|action|step|procedure;
        engineer*|operator*|administrator*|technician*|staff|employee*|team|someone ~
        delet*|typo|mistake*|misread|ran|unplugged|removed|applied|modified|terminated|disabled;
        delet* ~ production|database|data|records|files|account*; truncat*|drop* ~
        production|database|table*|data; fat finger*; mistake by; misread; ran ~ command; mistyp*;
        typing|clerical|keying|data error|mistake|entry; copy paste*; wrong ~
        cabinet|rack|button|switch|cable|table|account|file|procedure|device|box|key|cluster|region|machine|server|environment;
        typed|keyed|entered ~ wrong|incorrect*|large|too|instead|order|extra;
        engineer*|operator*|administrator*|admin|technician*|staff|employee*|contractor*|dealer|someone|colleague|worker
        ~
        pushed|typed|entered|disabled|deleted|removed|edited|overwrote|reordered|advertised|announced|switched|pressed|pulled|followed|executed|closed|ran|mistyped|unplugged|wiped|changed;
        run|ran|executed|applied|executing|running ~ against|on|in|to ~ production|live|wrong;
        instead|rather of|than ~ staging|test|testing|production; production ~ instead|rather;
        follow* ~ wrong|incorrect; not ~ follow|followed|following ~ procedure*|process|protocol;
        wrong|incorrect procedure|process|sequence; procedure ~ wrong*|incorrect*|skipped;
        we|someone made|make ~ mistake|error; mistake ~ side|part|end|team; oops; whoops; fat
        fingered; by error; human ~ factor|mistake|error; clean*|cleaning up|cleanup ~
        deleted|removed|production|live; more ~ than intended|planned|meant; carelessly;
        misunderst*; junior ~ admin|engineer|technician|developer;
        staff|admin|engineer*|technician*|operator ~
        took|skipped|disconnected|applied|unplugged|missed|turned|keyed|omitted; keyed ~
        wrongly|in; disconnected|switched|turned|shut ~ wrong; wrong ~
        circuit|line|node|bucket|disk|date|list; left ~ enabled|disabled|on|off ~
        by|mistake|accident; wrong|incorrect ~ button|key; accident by; incorrectly|wrongly
        executed|performed|carried ~ change|procedure|work; by oversight; took|taken ~ off ~ air;
        command ~ given|meant|intended; a great|good many ~ removed; facepalm; without meaning to;
        opened|closed|pulled|pressed|flipped|turned ~ wrong;
        accidentally|inadvertently|mistakenly|erroneously|wrongly|unintentionally ~
        deleted|removed|disabled|changed|configured|applied|deployed|pushed|shut|restarted|terminated|overwrote|blocked|renamed|unplugged|disconnected|released|enabled|revoked|set|left;
        deleted|removed|disabled|renamed|overwritten|revoked|unplugged|disconnected|restarted ~
        accidentally|inadvertently|mistakenly|erroneously|unintentionally|accident
        """,
    "configuration_error.certificate": """
        certificate ~ not ~ renewed|valid; renew* ~ certificate|domain|license; domain ~
        lapsed|suspended|not renewed; lapsed; license|licence ~ expired|expiry|lapsed; api key ~
        expired|revoked; expired ~ certificate*|cert|certs|domain|license|key|token;
        certificate*|cert|certs|domain|license|ssl|tls ~ expired|expiry|expiration|expire|lapsed;
        forgot* ~ renew; failed to renew; certificate renewal;
        key|keys|password|secret*|credential*|token|certificate|dnssec rotation|rotated|rollover;
        rotat* ~ key*|password*|secret*|credential*|certificate*; dnssec; domain renewal; invalid
        certificate; certificate*|cert|certs|ssl|tls|domain|domains|licence|license|subscription ~
        ran|run out; certificate*|cert|certs|domain|domains|licence|license|key|token ~
        lapse*|expir*|outdated|renew*; not ~ renewed; renewal ~
        missed|overlooked|forgotten|failed|late; missed|overlooked|forgotten|late|failed renewal;
        allowed|let to ~ lapse|expire; lapse; out of date ~ certificate*|key*|licence|license;
        signing key*; key|keys|secret|secrets|password|credential* ~
        rotated|rolled|changed|replaced|revoked|republished; roll*|rotat* over ~ key|keys; without
        ~ updating|publishing|republishing|telling|informing; intermediate|root|ssl|tls|security
        certificate*; registration|domain ~ ran out|expired|lapsed; domain registration; expired ~
        registration|subscription; domain ~ renewal; renewal ~ slipped|missed|forgotten|late
        """,
    "configuration_error.rule": """
        firewall|waf|router|routing|security|acl|traffic|filter
        rule*|policy|change*|config*|setting*; block* ~ legitimate|valid|all
        traffic|traffic|access; access control; environment|config|configuration variable*; bgp
        prefix*|advertis*|announce*; prefix* ~ advertis*|withdraw*|announce*; withdr* ~
        route*|prefix*; dns record*|change|entry|entries|zone|migration|update|config*; iam
        role*|polic*|permission*; permission* ~ change*|removed|revoked; change* ~ permission*;
        policy change|update|remediation|enforcement; load balancer config*|setting*; network
        rule*; default setting*; quota setting; threshold setting; flag* ~ disabled; automation
        error
        """,
    "configuration_error.weak": """
        change caused|made|triggered|led|resulted|impacted|affected|applied; change
        we|that|which|to; internal|routine|planned|global|infrastructure|network change; change was
        ~ made|applied|deployed|executed|rolled; configur*; config; incomplete; manual; automation;
        settings change; by accident; accidental*; unintended; oversight; mistaken*; erroneously;
        wrongly; erroneous*; overlooked; isnt ours; not ours; inappropriate*; than
        intended|planned|meant; unintentional*; edited; purged; ttl; acl*; overwritten;
        overwriting; limit* ~ set|configured; too low|high|strict|restrictive|aggressive;
        reordered; put live; empty line; environment ~ variable; hard coded|hardcoded; clock
        server; setting was|were|had; misplaced; security group*; forgot|forgotten|forgetting ~ to;
        wiped; playbook; command ~ issued|executed|run|ran|entered|typed|incorrect*|wrong*;
        executed|issued|ran|running ~ command|script; our ~ bad|fault|error; change management;
        manual change*|step*|update*|action*; by mistake; slipped through ~ cracks
        """,
    # Words that come up where such a cause is told, and elsewhere as well.
    "software_update.topic": """
        update ~ caused|introduced|broke|led|contained|changed; upgrade; upgraded; version;
        versions; patch; patched; migration; migrated; feature; features; code; dependency;
        library; changes; introduced; new
        """,
    "configuration_error.topic": """
        dns; certificate*; firewall; permissions; policy; credentials; script; command; deleted;
        deletion; removed; mistake; error by; engineer; engineers ~ deleted|ran|changed|removed;
        operator; procedure; rule; rules; routes; change; parameter*; setting*; allow list;
        allowlist; whitelist; blocklist; blacklist; terraform; remov* ~
        record*|rule*|permission*|node*
        """,
}
