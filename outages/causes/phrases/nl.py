"""Dutch: how operators name a cause and users say what fails, without accents.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        softwarefout*; programmeerfout*; codefout; fout|bug in ~ software|code|programma|systeem;
        softwareprobleem; softwarestoring; geheugenlek; systeemfout; fout|fouten|defect in|van ~
        software|programma|code|applicatie|systeem; softwareprobleem*; bug in
        """,
    "software_bug.weak": """
        technische|technisch storing*|probleem|problemen|fout|mankement|defect; bug; serverfout;
        databasefout; interne fout; computerstoring; ict storing; systeemstoring
        """,
    "capacity_overload.named": """
        overbelast*; capaciteitsprobleem; capaciteitsproblemen; capaciteitstekort; capaciteit ~
        onvoldoende|overschreden|bereikt; te veel ~ bezoekers|verzoeken|gebruikers|aanvragen; te
        weinig capaciteit; overvraagd; te veel|druk|grote ~
        bezoekers|gebruikers|aanvragen|bezoek|drukte; capaciteit ~
        onvoldoende|bereikt|overschreden; niet aankunnen; kan|kunnen ~ niet ~ aan;
        duizenden|miljoenen ~ bezoekers|gebruikers|mensen; tegelijk*
        """,
    "capacity_overload.traffic": """
        grote|hoge|enorme|onverwachte|ongewone|extreme
        drukte|vraag|belasting|toeloop|hoeveelheid|verkeer; piek|toename|stijging|stroom
        in|van|aan ~ verkeer|bezoekers|aanvragen|verzoeken|belasting; drukte; piekbelasting;
        verkeerspiek; enorme|grote|hoge|extreme|onverwachte ~
        drukte|toeloop|belangstelling|vraag|piek; gelijktijdig* ~ bezoek*|gebruik*|inlog*
        """,
    "software_update.deploy": """
        softwareupdate*; nieuwe|laatste|recente versie|release|update; uitgerold*; uitrol;
        release; systeemupdate; gelanceerd; nieuwe functie*; patch; nieuwe|nieuw ~
        versie|app|systeem|software|platform|firmware; overstap ~ nieuw*; migratie ~ nieuw*
        """,
    "software_update.introduced": """
        na|door|sinds|tijdens ~ update|release|uitrol; foutieve|mislukte update
        """,
    "software_update.rollback": """
        teruggedraaid; terugdraaien; teruggezet ~ versie; vorige|oude versie; rollback
        """,
    "configuration_error.named": """
        configuratiefout*; configuratiewijziging*; configuratieprobleem;
        verkeerde|foutieve|onjuiste configuratie|instelling*; verkeerd|onjuist
        ingesteld|geconfigureerd; wijziging ~ configuratie|instellingen|netwerk; fout in ~
        configuratie|instellingen; dns wijziging; verkeerde|foute|onjuiste ~
        instelling*|configuratie|regel|parameter; verkeerd ingesteld; foutieve instelling*;
        instelling* ~ verkeerd|fout|onjuist
        """,
    "configuration_error.human": """
        menselijke fout; bedieningsfout; per ongeluk; abusievelijk; per abuis; onbedoeld*;
        vergissing; typefout
        """,
    "configuration_error.certificate": """
        verlopen ~ certificaat; certificaat* ~ verlopen; verlopen domein*
        """,
    "planned_maintenance.named": """
        gepland|geplande|aangekondigd|regulier|noodzakelijk|spoed ~
        onderhoud*|werkzaamheden|onderbreking; onderhoudswerkzaamheden; onderhoudsvenster;
        spoedonderhoud; onderhoudsmodus; werkzaamheden; werken wij|we aan; wij werken ~ aan ~
        netwerk|mast|zendmast|systeem|kabel|leiding; gepland* ~ onderhoud|werk*|onderbreking;
        onderhoud ~ aan|op|tussen|van
        """,
    "planned_maintenance.bare": "onderhoud",
    "planned_maintenance.future": """
        wordt|worden|zal|zullen ~ uitgevoerd; zal|zullen|is|zijn ~ niet ~ beschikbaar|bereikbaar ~
        tussen|van|vanaf|tijdens; verwachte ~ duur; komende nacht; morgen; vannacht; plaatsvinden;
        geen ~ onderbreking ~ verwacht
        """,
    "planned_maintenance.move": """
        migratie ~ naar|server*|platform|systeem; verhuizing ~ server*|datacenter; vervanging ~
        hardware|apparatuur; overstap
        """,
    "hardware_power.power": """
        stroomstoring*; stroomuitval; stroomonderbreking*; stroomvoorziening; uitval ~ stroom;
        noodstroom*; kortsluiting; spannings*; elektriciteitsnet; transformator*; stroomprobleem;
        elektrische storing; aggregaat
        """,
    "hardware_power.cooling": """
        koeling; koelsysteem; airco; oververhit*; brand in|bij|op; blussysteem; waterschade
        """,
    "hardware_power.hardware": """
        hardwarestoring*; hardwareprobleem; hardwareproblemen; hardwarefout; hardwaredefect;
        defecte|defect|kapotte|kapot ~
        server*|schijf|router|switch|hardware|apparatuur|onderdeel|apparaat; uitval ~
        server*|schijf|hardware|apparatuur|router; schijfuitval; serverstoring; vervangen ~
        schijf|onderdeel|apparatuur
        """,
    "hardware_power.datacenter": """
        datacenter* ~ storing|uitval|probleem|problemen; storing|uitval|problemen ~ datacenter*
        """,
    "network_connectivity.cable": """
        kabelbreuk*; kabelschade; kabel* ~ beschadigd|doorgesneden|geraakt|kapot|kapotgetrokken;
        glasvezel* ~ beschadigd|breuk|doorgesneden|kapot; graafschade; graafwerkzaamheden;
        zeekabel*; onderzeese kabel*; kapotgetrokken; bouwwerkzaamheden; kabelstoring; kabel* ~
        kapot|geraakt|gestolen|doorgesneden|beschadigd; glasvezel* ~ geraakt|gebroken|beschadigd;
        koperdiefstal; leiding ~ geraakt|beschadigd|kapot
        """,
    "network_connectivity.transit": """
        internetprovider*; netbeheerder ~ netwerk; pakketverlies; netwerkprovider;
        telecomprovider*; transit; peering; backbone; internetknooppunt
        """,
    "network_connectivity.network": """
        netwerkstoring*; netwerkprobleem; netwerkproblemen; netwerkuitval; verbindingsproblemen;
        verbindingsprobleem; routeringsprobleem*; routingprobleem; dns storing|problemen|probleem;
        internetstoring ~ regio
        """,
    "third_party_dependency.named": """
        derde|derden|externe partij|partijen|leverancier*|dienst|diensten|partner*|aanbieder;
        leverancier*; toeleverancier*; hostingprovider*; cloudprovider*; clouddienst;
        betaalprovider*; externe dienst*; bij ~ onze ~ leverancier|provider|partner|hoster;
        ketenpartner*; dienstverlener*; bij ~ onze|een ~
        leverancier*|provider|partner|dienstverlener|betaalprovider; externe ~
        partij|leverancier|dienst|partner; storing|probleem|problemen bij ~
        leverancier*|partner|provider|derde; derde ~ partij; digid|ideal|idin is|heeft ~
        gestoord|storing|down|problemen; landelijke storing; externe|andere partij
        """,
    "cyberattack.named": """
        cyberaanval*; ddos*; aanval; aanvallen; hackaanval*; hackers; ransomware; gijzelsoftware;
        malware; kwaadwillende*; ongeautoriseerd* ~ toegang; datalek; beveiligingsincident;
        inbraak; digitale aanval; cybercrim*; getroffen ~ cyberaanval|hack|ransomware|aanval;
        criminelen; aanvaller*; hack ~ bij|van|op; ingebroken
        """,
    "cyberattack.weak": "gehackt",
    "external_event.nature": """
        aardbeving*; stormen; orkaan; onweer; blikseminslag*; bliksem; overstroming*;
        wateroverlast; noodweer; natuurramp*; bosbrand*; hevige regen*; zware storm|sneeuw*;
        hoogwater; sneeuwval; windhoos; door|vanwege|wegens|na|zware|hevige|harde|felle storm;
        blikseminslag; stormschade
        """,
    "external_event.state": """
        overheid; regering; autoriteiten; gerechtelijk*; rechter; bevel ~ overheid|rechter;
        censuur; verkiezingen; protesten; oorlog; militair*; sancties; ministerie; staking*
        """,
    "external_event.area": """
        landelijke|grootschalige|regionale stroomstoring|stroomuitval; hele land; blackout
        """,
    "unknown.investigating": """
        onderzoek*; wordt onderzocht; oorzaak ~ onbekend|onderzocht|nog; we|wij ~ werken ~
        oplossing|herstel; excuses; met man en macht; nog niet bekend
        """,
    "unknown.open": """
        oorzaak|reden ~ onbekend|onduidelijk|onderzocht|gezocht|nog; nog niet
        bekend|duidelijk|gevonden; weten ~ niet|nog ~ oorzaak|waarom|waardoor; zoeken|zoek ~
        naar|de ~ oorzaak; oorzaak ~ niet ~ bekend|gevonden|duidelijk
        """,
    "unknown.symptom": """
        storing; storingen; problemen met|bij; niet bereikbaar|beschikbaar; verstoring*; hinder;
        momenteel; vertraging*
        """,
}

SYMPTOMS = {
    "login.named": """
        inlog*; ingelogd; uitgelogd; aanmeld*; wachtwoord*; verificatiecode; bevestigingscode;
        registrer*; verifi*; account ~ geblokkeerd|toegang|inloggen; digid ~ niet; kan niet ~
        account; log* ~ uit
        """,
    "app_crash.named": """
        crash*; loopt vast; loopt ~ vast; vastgelopen; vastloper*; sluit ~ af|zichzelf; app ~
        opent|start|sluit ~ niet|af; opent niet; start ~ niet|op; bevriest; zwart scherm; reageert
        niet; hangt; valt uit ~ app; gaat ~ niet ~ open
        """,
    "not_loading.named": """
        laadt ~ niet; laden ~ niet; niet ~ laden|geladen; blijft ~ laden; wit|witte scherm|pagina;
        lege pagina; pagina ~ niet; site|website ~ down|plat|niet|offline|onbereikbaar; kan ~ niet
        ~ openen; opent ~ niet ~ pagina|link; niet ~ vernieuw*
        """,
    "not_loading.broken": """
        werkt ~ niet; doet ~ niet; werken ~ niet; doet niets|niks; ligt plat; ligt eruit; is down;
        kapot; onbruikbaar; niks werkt; werkt niet meer
        """,
    "messaging.named": """
        bericht*|sms|mail|mails|email*|chat* ~ niet|nooit|vertraagd|laat; geen ~
        bericht*|mail*|sms|email*; niet ~ versturen|verzenden|verzonden|ontvang*|aankom* ~
        bericht*|mail*; kan ~ geen ~ bericht*|mail*; berichten
        """,
    "other_function.alerts": "melding*; notificatie*",
    "no_connection.named": """
        geen ~ internet|verbinding|bereik|signaal|netwerk|wifi|ontvangst;
        internet|verbinding|wifi|netwerk|signaal|modem ~
        weg|uit|eruit|plat|valt|verbroken|storing|down|weggevallen; internetstoring; verbinding ~
        verbroken|verloren|valt; valt ~ weg|uit; zonder internet; offline; verbreekt; geen
        verbinding; verbindingsprobleem; storing ~ internet; kan ~ geen ~ verbinding
        """,
    "slow.named": """
        traag; trage; langzaam; langzame; traagheid; vertraging; hapert; haperen; lag; lagt; duurt
        ~ lang|eeuwen|eeuwig; snelheid; buffert; bufferen; stroperig
        """,
    "server_error.named": """
        serverfout; fout 500|502|503|504; foutmelding*; foutcode; er ~ ging|gaat|is ~ mis; iets ~
        misgegaan|mis; onbekende fout; server ~ niet; geeft ~ fout|error
        """,
    "media.named": """
        video*|filmpje*|foto*|afbeelding*|plaatje*|muziek ~
        niet|hapert|stopt|zwart|wazig|vast|laadt; geluid|stream*|film*|serie*|zender*|liedje* ~
        niet|hapert|stopt|zwart|wazig|vast|laadt; geen ~ geluid|beeld|video; afspelen; afgespeeld;
        uploaden; downloaden ~ niet; bellen ~ niet; videobellen; gesprek* ~ valt|verbroken|niet;
        microfoon; camera ~ niet; spraakbericht*; televisie; tv ~ geen|niet
        """,
    "payment.named": """
        betaling* ~ niet|mislukt|geweigerd|fout; betalen ~ niet|lukt|onmogelijk; niet ~
        betalen|pinnen|afrekenen; pin ~ niet|storing; pinstoring; pas ~ geweigerd|niet; overboek*
        ~ niet; overschrijving*; ideal ~ niet|storing|betal*; afgeschreven ~ dubbel|twee;
        geldautomaat; aankoop ~ niet|mislukt; internetbankieren; betaalstoring
        """,
    "power_cut.named": """
        stroomstoring; stroomuitval; geen stroom|elektriciteit|licht; zonder stroom|licht; stroom
        ~ uit|weg|uitgevallen; licht ~ uit; in het donker; blackout
        """,
    "not_outage.praise": """
        geweldig*; super ~ app|spel|handig; fijne|goede|leuke|mooie|handige|beste app|spel; ik hou
        van; heel fijn; aanrader; bedankt; dank; leuk; handig; tevreden; prima; perfect; makkelijk
        """,
    "not_outage.wish": """
        zou ~ fijn|handig|leuk|mooi|beter; graag ~ toevoegen|optie; moeten ~ toevoegen; toevoegen;
        jammer ~ dat; mis ~ optie|functie; ik wil graag; suggestie
        """,
    "not_outage.complaint": """
        factuur; facturen; rekening; duur; prijs; prijzen; klantenservice; abonnement*; contract;
        terugbetal*; opzeggen; oplichting; oplichters; reclame*; advertenties; kosten;
        geldklopper*
        """,
    "not_outage.content": """
        saai; slecht; waardeloos; rotzooi; verwijder* ~ app; nep; geblokkeerd ~ reden; spam;
        vreselijk; teleurgesteld; irritant; stom
        """,
    "other_function.display": """
        niet ~ zien|zichtbaar|weergegeven|getoond|opgeslagen; verdwenen; kwijt; verdwijn*; alles ~
        weg|kwijt; voortgang ~ weg|kwijt; ontbre*; zie ~ niet
        """,
    "other_function.feature": """
        zoek*|knop|instellingen|profiel|filter*|kaart|reacties|synchronis* ~
        niet|fout|weg|verdwenen;
        geschiedenis|toetsenbord|contacten|groep*|widget|winkelwagen|gps|locatie ~
        niet|fout|weg|verdwenen; kan ~ niet ~ zoeken|verwijderen|bewerken|toevoegen|volgen; kan ~
        niet ~ wijzigen|delen|opslaan|reageren|synchroniseren
        """,
    "other_function.weak": "kan|kun|lukt ~ niet; niet mogelijk",
    "other_function.bug": """
        bug; bugs; fout; fouten; probleem; problemen; oplossen; los ~ op; sinds|na ~ update
        """,
}

CUES = {
    "cue.leads": """
        veroorzaakte; veroorzaakten; veroorzaakt ~ een; leidde tot; leidden tot; leidt tot; zorgde
        voor; resulteerde in; waardoor een|de|het; trof; legde ~ plat; had tot gevolg; verstoorde
        """,
    "cue.owes": """
        door; vanwege; wegens; als gevolg; ten gevolge; veroorzaakt door; naar aanleiding; oorzaak
        is|was|ligt; komt door; kwam door; na een; te wijten aan; dankzij; omdat; als gevolg van;
        oorzaak ~ is|was; sinds; na
        """,
    "cue.denies": "geen; niet; zonder; noch; nooit; uitgesloten",
    "cue.supposes": "indien; om ~ voorkomen; te voorkomen; in geval van",
    "cue.refutes": "uitgesloten; niet ~ oorzaak",
}
