"""German: how operators name a cause and users say what fails, without accents.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        softwarefehler*; programmfehler*; programmierfehler*; codefehler; fehler in|im ~
        software|code|programm*; technischer|technisches|technische defekt; firmwarefehler;
        softwareproblem*; systemfehler; fehler in der|unserer|unserem ~
        software|programm*|anwendung|code|logik; programm ~ absturz|fehlerhaft; datenfehler;
        speicherleck; endlosschleife; softwaredefekt*; bug in|im
        """,
    "software_bug.weak": """
        technische|technischer|technischen|technisches storung*|problem*|fehler*|panne;
        technikpanne; bug; serverfehler; datenbankfehler; interner fehler
        """,
    "capacity_overload.named": """
        uberlast*; uberlastung; kapazitatsengpass*; kapazitatsgrenze*; kapazitat* ~
        erschopft|uberschritten|ausgeschopft; zu viele anfragen|nutzer|zugriffe|benutzer;
        ausgelastet; lastspitze*; server ~ nicht ~ standgehalten; zu viele|vielen ~ gleichzeitig*;
        gleichzeitige*|gleichzeitiger ~ zugriffe|nutzer|besucher|anfragen|anmeldungen; an|uber ~
        kapazitat*|belastungsgrenze; belastungsgrenze; uberfordert; engpass ~
        server|rechen*|kapazit*; tausende|hunderttausende|millionen ~
        nutzer|besucher|zugriffe|anfragen|menschen; gleichzeitig
        """,
    "capacity_overload.traffic": """
        hoher|hohe|hohes|hohem|starker|grosser|erhohte|erhohtes|erhohter|ungewohnlich ~
        last|andrang|nachfrage|verkehr|aufkommen|datenverkehr|zugriffszahlen|anfrageaufkommen;
        ansturm; anstieg ~ anfragen|zugriffe|last|verkehr*; grosse*|hohe*|enorme*|riesige*|starke*
        ~ interesse|nachfrage|andrang|ansturm|zahl|anzahl; viele|vieler|vielen|mehr ~
        besucher*|nutzer*|kunden|anfragen ~ gleichzeitig|als; rekord*
        """,
    "software_update.deploy": """
        softwareupdate*; softwareaktualisierung*; aktualisierung*;
        neue|neuen|neuer|fehlerhafte|fehlerhaften|fehlerhaftes
        version|update|release|softwareversion; softwareumstellung; rollout; einspielen;
        eingespielt*; ausgerollt; release; neue|neuen|neuer|neues ~
        app|version|system|plattform|software|firmware|anwendung;
        nachtlichen|letzten|heutigen|gestrigen|jungsten update|firmware|softwareupdate; firmware;
        migration ~ neue*; umstellung auf; versionswechsel
        """,
    "software_update.introduced": """
        nach|durch|seit ~ update|aktualisierung|softwareupdate|release; fehlerhaftes|fehlerhafte
        update|aktualisierung; nach|mit|durch|seit ~
        firmware|firmwareupdate|version|umstellung|migration|relaunch
        """,
    "software_update.rollback": """
        zuruckgerollt; zuruckgesetzt; ruckgangig gemacht; vorherige|vorherigen|alte|alten version;
        zuruckgenommen; rollback
        """,
    "configuration_error.named": """
        konfigurationsfehler*; fehlkonfiguration*; falsch* konfigur*;
        fehlerhafte|fehlerhaften|falsche|falschen konfiguration*|einstellung*;
        konfigurationsanderung*; anderung ~ konfiguration; netzwerkkonfiguration; dns anderung;
        falsch* ~ eingestellt|gesetzt|konfiguriert|eingetragen|parameter|eintrag; fehlerhaft* ~
        eingestellt|parameter|eintrag|regel|routing; firewall regel; dns eintrag*; routing fehler
        """,
    "configuration_error.human": """
        menschliches|menschlicher versagen|fehler; bedienfehler; bedienungsfehler; versehentlich*;
        aus versehen; irrtumlich*; tippfehler
        """,
    "configuration_error.certificate": """
        abgelaufenes|abgelaufene|abgelaufenen zertifikat*; zertifikat* ~ abgelaufen; ablauf ~
        zertifikat*
        """,
    "planned_maintenance.named": """
        wartungsarbeit*; wartungsfenster;
        geplante|geplanten|geplanter|angekundigte|angekundigten|planmassige|planmassigen|notfall ~
        wartung*|arbeiten|unterbrechung|abschaltung|umstellung; wartungsmodus; wartungszeit*;
        wartung ~ am|von|um|heute|sonntag|samstag; arbeiten ~ am|an ~ netz|system*|server*; wegen
        ~ arbeiten; systemarbeiten; instandhaltung*; modernisierungsarbeiten
        """,
    "planned_maintenance.bare": "wartung; wartungen; gewartet",
    "planned_maintenance.future": """
        werden ~ wartung*|arbeiten ~ durchgefuhrt; wird ~ nicht ~ verfugbar|erreichbar;
        voraussichtlich* ~ dauer|ende; im zeitraum; in der nacht; nachts; morgen;
        tauschen|erneuern|modernisieren|erweitern|verlegen ~ wir; wir ~
        tauschen|erneuern|modernisieren|erweitern|verlegen; zwischen ~ und ~ uhr; am
        montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag ~ zwischen|von|ab
        """,
    "planned_maintenance.move": """
        umzug ~ server*|rechenzentrum; migration; umstellung; hardwaretausch; netzwerkumbau;
        netzausbau
        """,
    "hardware_power.power": """
        stromausfall*; stromversorgung; ausfall ~ strom*; spannungs*; notstrom*; usv; kurzschluss;
        stromnetz*; netzausfall; umspannwerk*; trafo*; transformator*; strompanne;
        stromunterbrechung*
        """,
    "hardware_power.cooling": """
        kuhlung; kuhlungsausfall; klimaanlage; uberhitz*; brand im; brand in; feuer im;
        loschanlage; wasserschaden; brand ~ rechenzentrum|technik*|gebaude|verteil*|server*; feuer
        ~ rechenzentrum|technik*; kuhl* ~ ausgefallen|ausfall|defekt; zu heiss; klimatechnik
        """,
    "hardware_power.hardware": """
        hardwaredefekt*; hardwarefehler*; hardwareausfall; hardwareproblem*;
        defekte|defekter|defektes|defekten|ausgefallene|ausgefallener ~
        server|festplatte*|router|switch|hardware|netzteil|komponente*|bauteil*|gerat*;
        festplattenausfall; serverausfall; geratedefekt; defekt* ~
        netzteil|karte|platte|festplatte*|bauteil*|verstarker|modul|komponente*|gerat*|server*|technik;
        technischer defekt ~ an|in|einer; platte* ~ ausgefallen|defekt; speichersystem* ~
        ausgefallen|storung|defekt
        """,
    "hardware_power.datacenter": """
        rechenzentrum* ~ ausfall|storung|probleme; ausfall|storung ~ rechenzentrum*
        """,
    "network_connectivity.cable": """
        kabelschaden; kabelbruch; kabel ~ beschadigt|durchtrennt|gekappt; durchtrennt* ~
        kabel|leitung; glasfaser* ~ beschadigt|durchtrennt|schaden; glasfaserkabel;
        leitungsschaden; seekabel; unterseekabel; bagger*; bauarbeiten; tiefbauarbeiten;
        erdarbeiten; kabeldefekt; kabel* ~ gestohlen|diebstahl|zerstort|abgerissen;
        kabeldiebstahl; leitung ~ unterbrochen|beschadigt|gekappt|gestort; glasfaser; bauarbeiten
        ~ kabel|leitung; bagger ~ kabel|leitung
        """,
    "network_connectivity.transit": """
        netzbetreiber*; internetanbieter*; paketverlust*; internetknoten; backbone; peering
        """,
    "network_connectivity.network": """
        netzwerkprobleme*; netzwerkstorung*; netzwerkausfall; netzstorung*; netzprobleme;
        netzwerkfehler; verbindungsprobleme*; routingproblem*; dns probleme|storung|problem;
        netzausfall ~ mobilfunk; grossstorung
        """,
    "third_party_dependency.named": """
        drittanbieter*; externer|externen|externe|externem
        dienstleister*|anbieter*|dienst*|partner*; dienstleister*; zulieferer*; cloudanbieter*;
        hostinganbieter*; vorlieferant*; zahlungsdienstleister*; partnerunternehmen; bei ~ unserem
        ~ anbieter|dienstleister|hoster|partner; vorleister; rechenzentrumsbetreiber*; betreiber ~
        meldet|rechenzentrum*; hoster; bei ~ einem ~
        dienstleister*|anbieter*|partner*|zulieferer*; storung|ausfall|problem* bei|beim ~
        anbieter|partner|dienstleister*|aws|azure|google|microsoft|cloudflare; fremdfirma;
        netzpartner; vorleistung*
        """,
    "cyberattack.named": """
        cyberangriff*; hackerangriff*; ddos; angriff*; attacke*; schadsoftware; erpressungs*;
        verschlusselungstrojaner; unbefugt* ~ zugriff; unberechtigt* ~ zugriff; datenleck;
        sicherheitsvorfall; hacker; it angriff; sabotageakt; zugang|zugriff ~ verschafft;
        unbekannte; tater; kriminelle*; cyberkriminell*; cyberattacke*; uberlastungsangriff*;
        eingedrungen; kompromittiert*; verschlusselt ~ daten|server|systeme
        """,
    "cyberattack.weak": "gehackt",
    "external_event.nature": """
        erdbeben; unwetter*; sturm*; orkan*; hochwasser; uberschwemmung*; uberflutung*; gewitter*;
        blitzschlag*; blitzeinschlag*; waldbrand*; starkregen; schneefall; erdrutsch*;
        naturkatastrophe*; vulkan*; erdbebens; hochwasser*; starkregen*; schnee*; sturmtief*;
        blitz*; flut*; naturereignis*; witterung*; waldbrande*; brande; branden
        """,
    "external_event.state": """
        regierung*; behorde*; behordlich*; angeordnet*; gerichtsbeschluss*; netzsperre*;
        internetsperre*; wahlen; proteste*; zensur*; krieg; militar*; auf anordnung; angeordnet;
        anordnung ~ behorde*|gericht*|regierung|polizei; gericht* ~ gesperrt; streik*
        """,
    "external_event.area": "flachendeckend* ~ stromausfall; landesweit*; blackout*; bundesweit*",
    "unknown.investigating": """
        untersuch*; wir ~ arbeiten ~ losung|behebung; ursache ~ unbekannt|unklar|gesucht; noch ~
        nicht ~ bekannt; mit hochdruck; wir entschuldigen
        """,
    "unknown.open": """
        ursache|grund ~ unbekannt|unklar|ungeklart|offen|untersucht|ermittelt|gesucht|gepruft; noch
        ~ nicht ~ bekannt|geklart|klar|gefunden; suche|suchen ~ nach ~ ursache;
        ursachenanalyse|ursachenforschung|fehlersuche; wissen ~ nicht ~
        warum|weshalb|wieso|ursache; ursache ~ nicht ~ gefunden|bekannt|geklart|fest;
        unbekannte|unbekannter|unklarer ursache|grund
        """,
    "unknown.symptom": """
        storung*; probleme mit|bei|beim; nicht erreichbar; nicht verfugbar; ausfall;
        einschrankung*; beeintrachtig*; derzeit
        """,
}

SYMPTOMS = {
    "login.named": """
        anmeld*; einlogg*; eingelogg*; ausgelogg*; login; passwort*; kennwort; bestatigungscode;
        registrier*; verifizier*; zugang ~ konto; konto ~ gesperrt; abgemeldet; code ~ nicht; zwei
        faktor
        """,
    "app_crash.named": """
        sturzt; absturz*; absturze; abgesturzt; absturzt; hangt sich; aufgehangt; app ~
        startet|offnet ~ nicht; lasst sich ~ nicht ~ offnen|starten; beendet sich; schliesst sich;
        friert; eingefroren; schwarzer bildschirm; reagiert nicht; geht ~ nicht ~ auf
        """,
    "not_loading.named": """
        ladt ~ nicht; ladt ~ nichts; ladt nur; ladt ewig; laden ~ nicht; nicht ~ geladen; weisse
        seite; weisser bildschirm; leere seite; seite ~ nicht ~ erreichbar|ladt|offnet|auf; offnet
        ~ nicht; webseite|website|seite|homepage ~ down|offline|tot; kann ~ nicht ~ offnen
        """,
    "not_loading.broken": """
        geht ~ nicht; geht ~ nichts; funktioniert ~ nicht; funktionieren ~ nicht; geht gar nichts;
        nichts geht; kaputt; nicht erreichbar; tot; ist down; server down; funktioniert nicht mehr
        """,
    "messaging.named": """
        nachricht* ~ nicht; nachricht* ~ verzogert|spat; keine ~ nachricht*|mails|sms|emails;
        nicht ~ senden|versenden|gesendet|verschickt|zugestellt; mail* ~ nicht; sms ~ nicht; chat*
        ~ nicht; nachrichten
        """,
    "other_function.alerts": "benachrichtigung*; mitteilung*",
    "no_connection.named": """
        kein|keine|keinen ~
        internet|netz|verbindung|empfang|signal|wlan|anschluss|mobilfunk|telefon; internet ~
        weg|tot|aus|ausgefallen|down|geht|lauft; verbindung ~
        unterbrochen|bricht|weg|verloren|ab|abgebrochen; internetausfall; netzausfall;
        netzstorung; verbindungsabbruch*; wlan ~ weg|nicht; offline; netz ~ weg|tot; kein dsl; dsl
        ~ aus|weg|tot; router ~ offline; verbindungsprobleme
        """,
    "slow.named": """
        langsam*; ruckelt; ruckeln; laggt; lags; verzoger*; dauert ~ ewig|lange; geschwindigkeit;
        drossel*; gedrosselt; puffert; trage; zu ~ langsam; ewig ~ laden
        """,
    "server_error.named": """
        serverfehler; fehler 500|502|503|504; fehlermeldung*; fehlercode; interner fehler; etwas ~
        schief; unbekannter fehler; fehler ~ aufgetreten; server ~ fehler
        """,
    "media.named": """
        video* ~ nicht|ruckel*|hangt|schwarz; bild* ~ nicht|verschwommen; foto* ~ nicht;
        kein|keinen ton|bild; ton ~ nicht|weg; stream* ~ nicht|hangt|ruckelt|abbricht; musik ~
        nicht|stoppt; abspielen; hochladen; herunterladen; wiedergabe; anruf* ~ nicht|abgebrochen;
        videoanruf*; sprachnachricht*; mikrofon; kamera ~ nicht
        """,
    "payment.named": """
        zahlung* ~ nicht|fehlgeschlagen|abgelehnt; bezahl* ~ nicht; uberweisung*; kartenzahlung*;
        ec karte; karte ~ abgelehnt|nicht; bezahlen ~ nicht; kann ~ nicht ~ bezahlen;
        geldautomat*; kauf ~ nicht; online banking; onlinebanking; lastschrift; geld ~
        weg|abgebucht
        """,
    "power_cut.named": """
        stromausfall*; kein|keinen strom; strom ~ weg|aus|ausgefallen; licht ~ aus|weg; kein
        licht; ohne strom; blackout
        """,
    "not_outage.praise": """
        tolle|super|beste|gute|klasse|geniale|prima|schone app|spiel; liebe ~ app; empfehl*;
        danke; gefallt mir; weiter so; sehr gut; zufrieden; perfekt; hilfreich
        """,
    "not_outage.wish": """
        bitte ~ hinzu*|einfugen; ware ~ schon|gut|toll; wunsche mir; sollte*; konnte man; es fehlt
        ~ funktion
        """,
    "not_outage.complaint": """
        rechnung*; teuer; preis*; gebuhr*; vertrag*; kundigung*; gekundigt; kundenservice;
        kundendienst; hotline; abzocke; betrug; werbung; geldmacherei; abo
        """,
    "not_outage.content": """
        langweilig; nervt; schlecht*; mull; schrott; gesperrt ~ grundlos; deinstall*; nachrichten
        ~ einseitig; spam; bots
        """,
    "other_function.display": """
        nicht mehr ~ sehen|sichtbar|angezeigt; wird ~ nicht ~ angezeigt|gespeichert|aktualisiert;
        verschwunden; fehlt; fehlen; geloscht; fortschritt ~ weg|verloren; kann ~ nicht ~ sehen;
        alles weg
        """,
    "other_function.feature": """
        suche ~ nicht; suchfunktion; einstellungen ~ nicht; profil ~ nicht; knopf ~ nicht; karte ~
        zeigt; synchron* ~ nicht; kommentar* ~ nicht; filter ~ nicht; kontakte ~ nicht; widget ~
        nicht; drucken ~ nicht; dunkel* modus; navigation ~ nicht
        """,
    "other_function.weak": "kann ~ nicht; konnte nicht; lasst sich nicht; geht nicht",
    "other_function.bug": "bug; bugs; fehler; seit ~ nach ~ problem; probleme; beheben; behebt",
}

CUES = {
    "cue.leads": """
        verursacht*; fuhrt* zu; fuhrte; gefuhrt; loste ~ aus; sorgte fur; zur folge; legte ~ lahm;
        beeintrachtigt*; bewirkte; storte
        """,
    "cue.owes": """
        wegen; aufgrund; auf grund; infolge; durch; verursacht durch|von; ausgelost durch|von;
        grund ist|dafur|war; ursache ist|war; nach ~ einem|einer; zuruckzufuhren auf; liegt an;
        lag an; ursache ~ war|ist; grund ~ war|ist; nach; bedingt durch; schuld ist|war
        """,
    "cue.denies": "kein; keine; keinen; keiner; nicht; ohne; weder; noch nicht; ausgeschlossen",
    "cue.supposes": "falls; wenn; um ~ vermeiden; vorbeug*; zu verhindern",
    "cue.refutes": """
        liegt|liegen|lag ~ nicht vor; ausgeschlossen; auszuschliessen; nicht ~
        ursache|grund|verantwortlich|betroffen
        """,
}
