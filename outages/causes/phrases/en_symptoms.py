"""English: how users say what fails. General knowledge; no line of any data set.

The notation is explained in outages/causes/matching.py.
"""

SYMPTOMS = {
    "login.named": """
        locked ~ account; asks|asking|ask ~ sign|log|password; verification ~ text|code|email|sms;
        code ~ accepted|expired|arriv*|never; never ~ got|received|get ~ code|verification;
        session ~ expire*|invalid; get back in; cant get in|into; wont accept ~ password|code;
        says ~ password|account; log|logging|logged|logs|sign|signing|signed|signs in|on|into|out;
        login*; logon; logins; signin; log me|us out; logs|logged|logging|kicks|signs|signed me|us
        out; password*; passcode; sign up; signup; register; registration; verif* ~
        code|number|phone|email|account|me|identity|it; verification; authenticat*; otp; 2fa; two
        factor; captcha; one time code; sms code; get|got|getting|access|accessing into|back ~
        account; access ~ account|profile; locked out; account ~ locked|access|recover*|hacked;
        recover ~ account; reset ~ link|password|email; wrong|invalid|incorrect
        password|code|credentials; credentials; session expired; enter ~ code; code ~
        wrong|invalid; retrieve ~ account; cant|cannot access ~ email
        """,
    "app_crash.named": """
        exits|exit ~ home|app|itself; minimizes; returns ~ home screen; stopped working and; force
        quit*; crashed; app ~ dies|died|dead; immediately closes|closes|shuts; goes back to home;
        won t open; opens and closes; hung on; stuck on ~ splash|logo|start|opening;
        crash|crashes|crashed|crashing|crashs; crush|crushes|crushing; force|forced
        close|closes|closed|closing|stop|quit; keeps|keep|kept|always|constantly ~
        closing|stopping|stops|crashing|shutting|quitting|freezing|exiting|restarting|kicking;
        close*|shut*|quit*|exit*|stop*
        itself|immediately|instantly|automatically|randomly|unexpectedly|suddenly|down|by;
        shuts|shut|shutting down; kick* me|you|out|off; has|have stopped; stops
        working|responding; freezes|freeze|freezing|frozen|froze; black screen;
        hang|hangs|hanging|hung; wont|doesnt|dont|cant|cannot|not|never|unable ~
        open|launch|start|run app|game|at|anymore|even|it|since|properly|on|again|after|up;
        app|game|it ~ wont|doesnt|dont|cant|cannot|not|never ~ open|opening|launch|start;
        wont|doesnt|cant ~ even ~ open|launch|start; not responding; unresponsive; throws me out;
        closes ~ app; stuck ~ opening|splash|logo|startup; boot* me out; every time i open;
        restart* itself
        """,
    "not_loading.named": """
        come|comes|coming up ~ not; wont|doesnt|cant|not come up; empty ~
        feed|page|screen|list|timeline; feed|page|timeline|list|screen ~ empty|blank|stuck;
        nothing ~ shows|appears|loads|there; spinning; spinner; just spins; wont populate; takes
        forever and ~ nothing; site ~ down|unreachable|dead; is it down; anyone else ~
        down|problems|issues; down for ~ me|everyone|anyone;
        wont|doesnt|dont|isnt|not|never|nothing|cant|cannot|fail|fails|failed|unable|couldnt ~
        load|loading|loads|refresh|refreshing|display; load|loads|loading
        forever|screen|error|issue*|problem*|loop; keeps|keep|just|still|always|stuck ~ loading;
        endless|infinite loading|spinning|loop; spinning wheel|circle; buffer forever; blank
        page|screen|white|feed; completely|just|goes|went|is|all blank; white page|screen;
        page|pages|site|website|webpage|link|links ~ wont|doesnt|dont|not|isnt|never|fails ~
        load|open|opening|display|appear|working|work|update|refresh;
        article|articles|feed|content|post|posts|timeline|story ~
        wont|doesnt|dont|not|isnt|never|fails ~
        load|open|opening|display|appear|working|work|update|refresh; site|website|page|server
        is|are|seems|been ~ down|broken|unavailable;
        cant|cannot|wont|unable|couldnt|doesnt|stops|not ~ open|opening ~
        page|site|website|webpage|link*|article*|feed|file*|story|stories; nothing
        loads|appears|shows|happens|works; loading loading; page not found; reload*;
        wont|doesnt|not ~ refresh|update ~ feed|page|timeline; site cant be reached; connection
        timed; time|timed out
        """,
    "not_loading.broken": """
        not|isnt|doesnt|dont|no|never|stopped|stop|longer|arent ~
        work|working|function|functioning; app|it|service|services|game|site|everything is|are|has
        ~ down|broken; broken; doesnt|isnt|not ~ work|working ~ properly|correctly|anymore|all;
        down for; is|are|anyone|still|server|servers down; down again|today|since|now; out of
        service; useless since
        """,
    "messaging.named": """
        go|goes|going|went through; stuck on|in|at sending|outbox; send|sending ~ attachment*;
        inbox ~ empty|not; messages|message|texts|emails ~ arrive|arriving|hours|stuck|lost|late;
        not|never ~ receiving|received|getting ~ email*|message*|text*|mail;
        message*|text|texts|dm|dms|chat|chats|email|emails|mail|mails|sms|inbox ~
        not|never|wont|dont|doesnt|isnt|arent;
        message*|text|texts|dm|dms|chat|chats|email|emails|mail|mails|sms|inbox ~
        cant|fail*|delay*|stuck|late|pending|undelivered|unsent;
        wont|cant|cannot|unable|dont|doesnt|not|never|couldnt|error|without ~
        send|sending|receive|receiving|deliver*|get|getting|share|sharing|reply|message|chat|post
        ~ message*|text*|dm*|chat*|email*|mail|sms|friends|story|stories|file*|anything|it;
        send|sending|sent|receive|receiving ~ message*|text*|dm*|chat*|email*|mail|sms;
        delay*|late|slow|missing|lost|disappear* ~ message*|text*|chat*|email*|mail; messages;
        email|mail|message|messaging issue*|problem*|error*|delay*|outage; unsent; undelivered;
        not delivered|sent|sending|received; wont send; cant message|text|chat|send; email server;
        voicemail; imessage; group chat; message ~ go|going through; text messages|message
        """,
    "other_function.alerts": "notification*; notify; push alert*",
    "no_connection.named": """
        no bars|dial|dsl|4g|5g|lte; sos only|mode; phone|line|cable|internet|landline ~ dead; dead
        line|internet|connection; red light; los light; modem ~ red|blinking|lights; emergency
        calls only; searching for network; keeps ~ dropping|disconnecting; out of service area;
        internet ~ out|gone|goes; without ~ internet|service|phone;
        no|without|lost|lose|losing|loss|zero|lack ~ internet|connection|signal|network|wifi|wi;
        no|without|lost|lose|losing|loss|zero|lack ~
        reception|coverage|dial|connectivity|broadband|service;
        internet|connection|wifi|network|signal|broadband|connectivity ~
        is|has|was|went|goes|keep*|being|been ~
        down|out|drop*|cut*|gone|lost|disconnect*|dead|unavailable|off;
        modem|router|cable|phone|landline|reception|coverage ~
        is|has|was|went|goes|keep*|being|been ~
        down|out|drop*|cut*|gone|lost|disconnect*|dead|unavailable|off;
        internet|connection|wifi|network|signal|service|broadband|connectivity|line
        outage*|down|drop*|cut*|disconnect*|loss|fail*;
        internet|connection|wifi|network|signal|service|broadband|connectivity|line
        lost|interrupt*|issue*|problem*|intermittent|unavailable|unreliable; outage*; offline;
        disconnect|disconnects|disconnecting|disconnection*|disconnected;
        cant|cannot|unable|couldnt|wont|doesnt|not ~ connect|connecting; connection|connectivity
        issue*|problem*|error*|lost|failed|bad|poor|available|interrupted; intermittent ~
        internet|connection|service|connectivity|signal;
        poor|bad|unstable|unreliable|unusable|horrible|terrible|dropped|spotty|weak ~
        connection|signal|connectivity|reception|coverage; drop|drops|dropped|dropping ~
        connection|service|signal|calls|out|internet|off; dropping; always connecting; reconnect*;
        service ~ interruption*|outage*|disruption*; no service; dead zone*; modem|router
        keeps|reset*|reboot*|offline; wifi not|doesnt; says ~ no internet|connection|wifi|offline;
        not connected; days without; not ~ available
        """,
    "slow.named": """
        crawl*; paying for ~ getting|get|mbps|speed; snail; at peak; evenings ~ slow; never ~
        speed*|mbps; unusable speed*; jitter; takes ~ minutes|seconds ~ load|open|send|start;
        loads ~ slow; so slow; barely loads|load|moves; slow; slower; slowly; slowness; slowed;
        slowing; sluggish; laggy; lag; lags; lagging; lagged; latency; ping; high ping; buffering;
        buffers; buffer; stutter*; choppy; delay ~ response;
        low|lower|poor|bad|reduced|unreliable|inconsistent|terrible|horrible|below ~
        speed*|bandwidth|mbps|mb|performance; speed|speeds ~
        is|are|drop*|below|low|lower|slow*|bad; speed|speeds ~
        poor|terrible|unreliable|as|not|issue*|problem*|test*|reduc*; speeds; throttl*; mbps;
        bandwidth; kbps; take|takes|taking|took ~ forever|ages|long|minutes|hours|time|much|while;
        long time; too long to|for; dial up; download|upload|internet|connection speed*;
        substandard|poor|bad quality ~ internet|service|connection; poor|bad internet quality;
        drag*; unbearably|painfully|extremely|incredibly slow; loads slowly; loading time*; poor
        performance
        """,
    "server_error.named": """
        error ~ code|message|500|502|503|504|404|403; http 4*|500|502|503|504|error*; 500; 502;
        503; 504; server|servers|internal|gateway|system|unknown|unexpected|network|service|fatal
        error*|failure|failed|down|problem*|busy|issue*|unavailable; bad gateway; service
        unavailable; something ~ wrong; went ~ wrong; gateway time*; error* occur*|occured; an
        error; getting|get|gives|give|shows|showing|says|saying|keeps|same|always ~ error|errors;
        try again later; unknown error; cloudflare error; oops
        """,
    "media.named": """
        video|videos|photo|photos|picture|pictures|pic|pics ~
        not|never|wont|dont|doesnt|isnt|cant|fail*|stop*|broken|black|blur*;
        video|videos|photo|photos|picture|pictures|pic|pics ~
        stuck|error|lag*|missing|cut*|quality|frozen|freez*|glitch*|laggy|crash*|out;
        image|images|stream*|audio|sound|music|song|songs|playback ~
        not|never|wont|dont|doesnt|isnt|cant|fail*|stop*|broken|black|blur*;
        image|images|stream*|audio|sound|music|song|songs|playback ~
        stuck|error|lag*|missing|cut*|quality|frozen|freez*|glitch*|laggy|crash*|out;
        reels|reel|camera|mic|microphone|voice|clip|clips|movie* ~
        not|never|wont|dont|doesnt|isnt|cant|fail*|stop*|broken|black|blur*;
        reels|reel|camera|mic|microphone|voice|clip|clips|movie* ~
        stuck|error|lag*|missing|cut*|quality|frozen|freez*|glitch*|laggy|crash*|out;
        show|shows|tv|episode*|channel*|gif|gifs|mp4|thumbnail* ~
        not|never|wont|dont|doesnt|isnt|cant|fail*|stop*|broken|black|blur*;
        show|shows|tv|episode*|channel*|gif|gifs|mp4|thumbnail* ~
        stuck|error|lag*|missing|cut*|quality|frozen|freez*|glitch*|laggy|crash*|out;
        cant|cannot|wont|unable|not|doesnt|dont|couldnt|never|trouble|problem*|fail*|error|trying
        ~ play|playing|watch|watching|upload|uploading|stream ~
        video*|photo*|picture*|image*|movie*|show*|song*|music;
        cant|cannot|wont|unable|not|doesnt|dont|couldnt|never|trouble|problem*|fail*|error|trying
        ~ play|playing|watch|watching|upload|uploading|stream ~
        audio|sound|clip*|reel*|file*|stor*|anything|it|on;
        cant|cannot|wont|unable|not|doesnt|dont|couldnt|never|trouble|problem*|fail*|error|trying
        ~ streaming|view|viewing|hear|download|downloading|record|recording ~
        video*|photo*|picture*|image*|movie*|show*|song*|music;
        cant|cannot|wont|unable|not|doesnt|dont|couldnt|never|trouble|problem*|fail*|error|trying
        ~ streaming|view|viewing|hear|download|downloading|record|recording ~
        audio|sound|clip*|reel*|file*|stor*|anything|it|on; no sound|audio|video|picture|music;
        live stream*|video*|tv; go live; video call*; voice call|calls|message|note|notes;
        call|calls ~ drop*|cut*|fail*|quality; not playing; wont play; cant
        play|watch|upload|hear|stream|download; doesnt play; online streaming; streaming;
        playback; hd|4k|hdr|resolution|quality video|stream*|picture; upload*;
        send|sending|share|receive ~ picture*|photo*|image*|video*|audio|file*; record ~
        audio|video; transfer* ~ file*; media; thumbnails; subtitles ~ sync; cable box;
        television; tv channels; pixelat*
        """,
    "payment.named": """
        money ~ taken|gone|deducted|missing|debited; charged ~ twice|but ~ not; order ~ not ~
        placed|confirmed|went; payment|checkout|billing page ~ error*|fail*;
        cant|cannot|unable|wont ~ buy|purchase|order|subscribe|renew; card ~
        declin*|rejected|error; apple|google pay; refund ~ not ~ received; pending ~ days|hours
        transfer; payment fail*|declin*|error|issue*|problem*|not|wont; payment
        stuck|pending|didnt|doesnt|system|method|processing|page;
        pay|paying|payment|purchase|transaction*|transfer*|checkout|card ~
        not|wont|doesnt|didnt|cant|cannot|fail*|declin*|pending|stuck|error*|unsuccessful|reject*;
        cant|cannot|unable|couldnt|wont ~
        pay|purchase|buy|checkout|transfer|withdraw|deposit|order|redeem; checkout ~
        error|fail*|broken; card declined; atm; money ~ transfer*|stuck|gone|deducted|missing;
        deducted; withdraw* ~ fail*|money|cash; top up; topup; bank* app; in app purchase*; upi;
        gift card ~ not|doesnt; paid ~ not ~ received
        """,
    "power_cut.named": """
        lights|light ~ went|are|is|still out|off; power ~ went|just|goes|is ~ out|off;
        without|lost ~ power ~ since|for|hours; power outage*; entire|whole
        block|street|neighborhood ~ dark|out|power; power flicker*; utility outage; dark since;
        generator running; power|electric|electrical outage*|cut*|failure*|is|went|out|down;
        power|electric|electrical off|back|supply|restored|restoration|line*|grid|interruption;
        no|without|lost|lose|losing|loss ~ power|electricity|light|current; blackout*; load
        shedding; loadshedding; lights ~ out|off; electricity; power ~ out|off; outage ~
        area|neighborhood|neighbourhood|street|town|city|county; transformer ~ blew|exploded;
        power company; sitting|working|stuck in ~ dark; brownout*
        """,
    "not_outage.praise": """
        love|loved|loving|enjoy|enjoying ~ app|it|this|game|site|service|using|playing;
        great|best|excellent|awesome|amazing|fantastic|wonderful|perfect|good|nice;
        cool|brilliant|favorite|favourite|fun|lovely|impressive|beautiful|incredible; thank*;
        recommend*; five|5 stars; works|working great|fine|well|perfectly|good; helpful; useful;
        easy to; happy; like ~ app|game|this|it|how; no issues|problem*|complaints; user friendly;
        well done; keep it up
        """,
    "not_outage.wish": """
        please|plz|pls add|make|bring|include|give|consider; would ~
        nice|great|like|love|better|prefer|help; wish*; should ~
        be|add|have|make|include|allow|let; could ~ add|have|be ~ better; add ~
        feature|option|mode|more; need ~ way|more|option|feature*; need to add; want ~
        option|feature|more; suggest*; hope* ~ add|future|you; option to; feature request; bring
        back; why ~ do i have; deal breaker; nice to have
        """,
    "not_outage.complaint": """
        hung up; on hold; raised ~ bill|price|rate*; without notice; overpriced; greed*; ripoff;
        rip off; misled; never again; switching ~ provider|to; leaving ~ company; bill; bills;
        billing; billed; overcharg*; charge*; charging; fee; fees; price; prices; pricing; rate;
        rates ~ increase|plan; promotion*; promo; contract*; refund*; refuse*; lied; lie; lying;
        false*; fals* ~ advertis*; deceptive; fraud*; scam*; misleading; bait; unauthorized;
        monopol*; data cap*; cap; caps; capping; customer service|care|support; rude;
        representative*; agent; agents; technician ~ no|late; appointment*; equipment ~ return;
        return ~ equipment; credit; debt; collection*; collections; cancel*; cancellation;
        privacy; net neutrality; expensive; money; cost|costs; pay|paying|paid ~
        for|more|too|subscription; subscription*; premium; bundle*; upgrade plan; refuses;
        complaint*; support ~ useless|answer; blocking; throttling policy; advertised price
        """,
    "not_outage.content": """
        ads; ad; adverts; advert; advertisement*; advertising; pop ups; popups; boring;
        repetitive; annoying; news; biased; politic*; propaganda; censor*; suspend*; suspended;
        ban; banned; banning; baned; bans; followers; views; likes; spam; fake; bots; bot; trash;
        waste; worst; hate; hated; sucks; suck; terrible; horrible; awful; stupid; ridiculous;
        disappoint*; uninstall*; delet* ~ app|account; addict*; interface; ui; design; layout; old
        version; level*; score*; coins; lives; cheat*; kids; children; inappropriate; experience;
        zero|0|1|one star*; storage; battery drain; understand; complicated; hard to; confus*; how
        do|to; how can; algorithm; recommend* ~ content; subscribe
        """,
    "not_outage.elsewhere": """
        remember; reminds me; back in ~ day; flashback; documentary; anniversary; scheduled ~
        outage; simulat*; drill; preparedness; flashlight*; candles; years ago; last
        night|week|year|month|summer|winter; remember when|that; when i was; lol; lmao; haha*;
        joke; jokes; imagine; in case; prepare*; preparing; warned; warns; warning; could mean;
        might|may ~ outage; season; history
        """,
    "other_function.display": """
        wrong ~ location|time|name|number|language; shows ~ wrong|old; saved ~ gone|missing|lost;
        disappeared; no longer ~ there|available|works|shows;
        cant|cannot|unable|dont|not|couldnt|wont|never|no|longer ~
        see|seeing|find|show|showing|appear|appearing|view|visible|display*;
        doesnt|dont|isnt|wont|not|didnt|never ~
        show|appear|display|save|saving|update|sync|restore|restoring;
        doesnt|dont|isnt|wont|not|didnt|never ~
        follow|add|choose|select|change|reply|switch|edit|delete|back; disappear*; vanish*; went
        missing; missing; gone; lost ~ progress|data|everything|account|files|ability|all|my;
        progress ~ lost|reset|gone|wiped; progress; wiped; erased; contacts ~ not|missing|gone
        """,
    "other_function.feature": """
        dark mode; profile picture|photo; search ~ return*|results|find; sync ~
        with|watch|devices; turning|turns off|itself ~ mode;
        watch|bluetooth|widget|autoplay|autofill|export|import|print* ~
        not|doesnt|wont|isnt|broken|connect|sync;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        mode|theme|comment|comments|sync|syncing|backup|keyboard
        request*|contact|contacts|scan|scanner|qr|calendar|printer|gps|location|tab|menu ~
        not|doesnt|wont|isnt|dont|broken|cant|cannot|disappear*;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        mode|theme|comment|comments|sync|syncing|backup|keyboard
        request*|contact|contacts|scan|scanner|qr|calendar|printer|gps|location|tab|menu ~
        gone|missing|bug|glitch|error|fail*|stop*|never|work|working;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        mode|theme|comment|comments|sync|syncing|backup|keyboard
        scroll|scrolling|shortcut|folder|repost|follow ~
        not|doesnt|wont|isnt|dont|broken|cant|cannot|disappear*;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        mode|theme|comment|comments|sync|syncing|backup|keyboard
        scroll|scrolling|shortcut|folder|repost|follow ~
        gone|missing|bug|glitch|error|fail*|stop*|never|work|working;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        mode|theme|comment|comments|sync|syncing|backup|keyboard
        unfollow|tag|react*|emoji*|sticker*|cart|reply ~
        not|doesnt|wont|isnt|dont|broken|cant|cannot|disappear*;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        mode|theme|comment|comments|sync|syncing|backup|keyboard
        unfollow|tag|react*|emoji*|sticker*|cart|reply ~
        gone|missing|bug|glitch|error|fail*|stop*|never|work|working;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        playlist|lyrics|subtitle*|bookmark*|story|status|group|groups|friend
        request*|contact|contacts|scan|scanner|qr|calendar|printer|gps|location|tab|menu ~
        not|doesnt|wont|isnt|dont|broken|cant|cannot|disappear*;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        playlist|lyrics|subtitle*|bookmark*|story|status|group|groups|friend
        request*|contact|contacts|scan|scanner|qr|calendar|printer|gps|location|tab|menu ~
        gone|missing|bug|glitch|error|fail*|stop*|never|work|working;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        playlist|lyrics|subtitle*|bookmark*|story|status|group|groups|friend
        scroll|scrolling|shortcut|folder|repost|follow ~
        not|doesnt|wont|isnt|dont|broken|cant|cannot|disappear*;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        playlist|lyrics|subtitle*|bookmark*|story|status|group|groups|friend
        scroll|scrolling|shortcut|folder|repost|follow ~
        gone|missing|bug|glitch|error|fail*|stop*|never|work|working;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        playlist|lyrics|subtitle*|bookmark*|story|status|group|groups|friend
        unfollow|tag|react*|emoji*|sticker*|cart|reply ~
        not|doesnt|wont|isnt|dont|broken|cant|cannot|disappear*;
        search|filter|filters|button|buttons|settings|setting|profile|map|maps|widget|dark
        playlist|lyrics|subtitle*|bookmark*|story|status|group|groups|friend
        unfollow|tag|react*|emoji*|sticker*|cart|reply ~
        gone|missing|bug|glitch|error|fail*|stop*|never|work|working; cant|cannot|unable|not
        able|doesnt|wont|couldnt|dont|not|impossible|issue|problem|bug|trouble ~
        search|follow|add|choose|select|change|scan; cant|cannot|unable|not
        able|doesnt|wont|couldnt|dont|not|impossible|issue|problem|bug|trouble ~
        save|edit|delete|approve|accept|reply|comment|like; cant|cannot|unable|not
        able|doesnt|wont|couldnt|dont|not|impossible|issue|problem|bug|trouble ~
        share|sync|backup|print|switch|return|scroll|find|turn|set|use|link|restore|move|clear;
        back button|press; save ~ not; feature ~ not|broken|missing|gone|issue; issue|problem with
        ~ feature; restore ~ progress|purchases; link ~ account|facebook; multiple accounts;
        switch ~ account*; battery ~ drain*|consum*|usage; overheat*
        """,
    # Something can't be done, whatever it is.
    "other_function.weak": """
        cant; cannot; unable to; wont; doesnt; couldnt; not able to; keeps; never
        works|lets|saves|shows; wouldnt; isnt; wont let; doesnt let; impossible to; not possible
        to; cant get
        """,
    "other_function.bug": """
        bug; bugs; buggy; glitch; glitches; glitchy; glitching; issue; issues; problem; problems;
        fix ~ this|it|bug*|issue*|problem*|please; please|plz|pls|kindly fix; since|after ~
        update|upgrade; new update; latest update; messed up; redirect*; random*; used to ~ now;
        anymore
        """,
}

CUES = {
    # Only with what it denies: "no puedo entrar" is no denial, and neither is "can't log in".
    "cue.denies": """
        no|without|zero|never|hardly|any
        lag*|crash*|bug|bugs|glitch*|issue*|problem*|freez*|error*|buffering|delay*; no more;
        fixed ~ bug*|issue*|crash*|problem*; never had ~ issue*|problem*; stopped
        crashing|lagging|freezing
        """,
}
