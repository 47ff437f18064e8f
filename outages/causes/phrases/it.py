"""Italian: how operators name a cause and users say what fails, without accents.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        errore|errori|difetto|bug|anomalia|guasto ~ software|codice|programmazione|programma;
        perdita di memoria; bug del software; errore|difetto|bug|anomalia|guasto nel|del|di ~
        software|programma|codice|applicazione; errore di programmazione; problema software
        """,
    "software_bug.weak": """
        guasto|problema|errore|inconveniente tecnico|informatico|interno; problemi|difficolta
        tecnici|tecniche|informatici; bug; malfunzionament*; disservizio tecnico; errore di
        sistema; anomalia
        """,
    "capacity_overload.named": """
        sovraccaric*; saturazione; saturo; saturi; saturati; saturata; congestion*; capacita ~
        insufficiente|superata|esaurita|massima; troppe|troppi ~
        richieste|utenti|accessi|connessioni; sovraffollamento; troppi|troppe ~
        accessi|utenti|richieste|connessioni; accessi ~ contemporane*|simultane*;
        elevato|alto|enorme ~ numero|afflusso|traffico; non ~ retto|regge; al limite; picco ~
        accessi|traffico|richieste; migliaia|milioni di ~ utenti|accessi|persone|richieste;
        contemporaneamente
        """,
    "capacity_overload.traffic": """
        elevato|elevata|forte|alto|alta|grande|intenso|eccessivo|anomalo ~
        traffico|affluenza|domanda|carico|afflusso|volume; picco|aumento|boom|ondata
        di|del|delle|degli ~ traffico|richieste|accessi|utenti|carico; numero elevato; click day
        """,
    "software_update.deploy": """
        aggiornament*; nuova|ultima|recente versione; rilascio; rilasciat*; nuova|nuove
        funzional*|funzion*; deploy; versione ~ difettosa|nuova; patch; nuovo ~
        sistema|software|firmware|portale; nuova ~ versione|piattaforma|app; migrazione ~
        nuovo|nuova; aggiornamento
        """,
    "software_update.introduced": """
        dopo|seguito|durante ~ aggiornamento|rilascio; introdotto ~ errore|bug; aggiornamento ~
        difettoso|errato
        """,
    "software_update.rollback": """
        ripristin* ~ versione|precedente; versione precedente; rollback; annullat* ~
        aggiornamento|modifica|rilascio
        """,
    "configuration_error.named": """
        errore|errori|errata|modifica|cambio|problema di|della|nella|di ~ configurazione;
        configurazione ~ errata|sbagliata|non corretta; mal configurat*; cambio di configurazione;
        errore ~ instradamento|dns|routing; modifica alla|della ~ configurazione|rete; parametro ~
        errato|sbagliato; regola ~ errata|sbagliata|firewall; impostazione ~ errata|sbagliata;
        configurazione ~ errata|sbagliata
        """,
    "configuration_error.human": """
        errore umano|manuale|operativo; per errore; accidental*; involontari*; per sbaglio;
        inavvertitamente
        """,
    "configuration_error.certificate": """
        certificat* ~ scadut*; scadenza ~ certificat*; dominio ~ scaduto; certificato ~
        scaduto|era|non; scadenza ~ certificato|dominio
        """,
    "planned_maintenance.named": """
        manutenzione ~ programmata|pianificata|prevista|ordinaria|straordinaria|urgente|corso;
        lavori|intervento|interventi|attivita|finestra di ~ manutenzione; in manutenzione;
        intervento|interruzione|lavori programmat*|pianificat*; sospensione programmata
        """,
    "planned_maintenance.bare": "manutenzion*",
    "planned_maintenance.future": """
        effettueremo; sara* effettuat*; sara* ~ indisponibil*|disponibil*|sospes*|interrott*; non
        sara* disponibil*; durata ~ prevista|stimata; nella notte; domani; dalle ore
        """,
    "planned_maintenance.move": """
        migrazione ~ server|piattaforma|sistema|verso|dati; trasferimento ~ server|data;
        sostituzione ~ apparati|hardware; ammodernamento; potenziamento ~ rete
        """,
    "hardware_power.power": """
        interruzione|mancanza|guasto|calo|blackout|problema|assenza
        di|di|della|dell|all|elettrico|elettrica ~ corrente|elettric*|energia|alimentazione|luce;
        alimentazione elettrica; gruppo* di continuita; generator*; trasformator*; cortocircuito;
        corto circuito; cabina elettrica; sbalzo di tensione; rete elettrica; guasto elettrico
        """,
    "hardware_power.cooling": """
        raffreddamento; condizionamento; climatizzazione; surriscald*; incendio ~
        data|centro|sala|edificio|server; allagamento ~ sala; impianto ~
        condizionamento|raffreddamento|raffrescamento; condizionamento ~ guasto|fermo;
        surriscaldament*; allagament* ~ sala|locali
        """,
    "hardware_power.hardware": """
        guasto|rottura|problema|difetto|avaria ~
        hardware|disco|dischi|server|router|apparato|apparati|switch|storage|componente; avaria;
        guasto hardware; server|disco|apparato ~ guasto|difettoso|rotto; hardware difettoso;
        sostitu* ~ disco|componente|scheda|apparato
        """,
    "hardware_power.datacenter": """
        guasto|problema|incidente|blackout ~ data|datacenter|centro; data center|datacenter ~
        guasto|fuori|problema
        """,
    "network_connectivity.cable": """
        taglio|tranciamento|rottura|danneggiamento|tranciat* ~ cavo|cavi|fibra; fibra ~
        tranciata|tagliata|danneggiata|ottica; cavo|cavi ~
        sottomarin*|tranciat*|tagliat*|danneggiat*|rubat*; vandal*; furto di|dei cavi|rame;
        sabotaggio ~ rete|cavi|linea; scavi; escavatore; lavori stradali; cavo|cavi ~
        tranciat*|rott*|danneggiat*|rubat*|sottomarin*; tranci* ~ cavo|fibra; furto ~
        cavi|rame|cavo; fibra ~ tranciata|danneggiata|interrotta; scavo
        """,
    "network_connectivity.transit": """
        provider internet; operatore ~ rete|telefonic*|telecom*; perdita di pacchetti; transito
        ip; peering; dorsale
        """,
    "network_connectivity.network": """
        problem*|guasto|interruzione|disservizio|anomalia ~
        rete|connettivita|connessione|instradamento|routing|dns; guasto di|sulla rete; rete ~
        fuori|guasta; perdita di connettivita
        """,
    "third_party_dependency.named": """
        terze parti; terza parte; terzi; fornitore* ~
        estern*|servizi*|cloud|terz*|hosting|pagament*; fornitori ~ estern*|servizi; nostro
        fornitore|partner|provider; servizio|servizi estern*; partner ~
        estern*|tecnologic*|problem*; presso ~ fornitore|provider; provider ~
        esterno|hosting|cloud; subappalt*; fornitore|fornitori|partner|gestore ~
        esterno|esterni|terzo|terzi|segnala*|problema|guasto; problema|guasto|disservizio ~
        fornitore|partner|gestore|terzi; societa ~ esterna|che gestisce
        """,
    "cyberattack.named": """
        attacco|attacchi; cyberattacco; ddos; hacker*; pirat* informatic*; ransomware; malware;
        accesso non autorizzato; accessi non autorizzati; intrusion*; violazione ~
        sicurezza|dati|sistemi; incidente di sicurezza; furto ~ dati|credenziali; malevol*;
        cybercrim*; data breach; attacco|attacchi ~ hacker|informatic*|ddos|ransomware; subito ~
        attacco; vittima ~ attacco; pirati informatici; dati ~ cifrati|rubati
        """,
    "cyberattack.weak": "hackerat*",
    "external_event.nature": """
        terremoto; sisma; scossa; uragano; tempesta*; temporal*; alluvion*; inondazion*; fulmin*;
        maltempo; incendi* boschiv*; nubifragio; nevicat*; frana|frane; tornado; tromba d aria;
        calamita naturale; eruzion*; vento forte; ciclone; tsunami; frana; frane; nubifrag*;
        esondazion*; tempest*; terremot*; incendi boschivi
        """,
    "external_event.state": """
        governo; autorita ~ ordin*|blocc*|giudiziar*; ministero; ordinanza; ordine ~
        blocco|tribunale|giudice; tribunale; censura*; elezioni; proteste; sciopero; guerra;
        militar*; sanzioni; agcom
        """,
    "external_event.area": """
        blackout ~ nazionale|generale|citta|regione|zona; in tutto il paese; tutta italia;
        blackout
        """,
    "unknown.investigating": """
        verific* ~ in corso|cause|problema; stiamo ~
        lavorando|indagando|verificando|analizzando|investigando; tecnici ~
        lavoro|opera|lavorando; cause ~ corso|sconosciut*|accertamento; ci scusiamo; in fase di
        """,
    "unknown.open": """
        causa|cause|origine|motivo ~
        sconosciut*|accertamento|accert*|verific*|ignot*|chiar*|indagin*; non ~
        conosciamo|sappiamo|nota|note ~ causa|cause|motivo|perche;
        individuare|identificare|accertare|capire|cercando ~ causa|cause|origine
        """,
    "unknown.symptom": """
        disservizi*; indisponibil*; problemi ~ accesso|con|su|nell; rallentament*; difficolta ~
        accesso; malfunzionament*; irraggiungibil*
        """,
}

SYMPTOMS = {
    "login.named": """
        accedere ~ account|profilo|app; accesso ~ account|negato|impossibile|non; login; loggar*;
        password; codice di|otp ~ verifica|conferma; codice ~ verifica|conferma; registra* ~
        account|non|me; account ~ bloccat*|recuper*|accesso; autenticazione; entrare ~
        account|profilo|app; mi disconnette; mi slogga; credenziali; spid ~ non; non ~ riesco|fa ~
        accedere|entrare
        """,
    "app_crash.named": """
        crash*; si chiude; si blocca; bloccata ~ schermata; si impalla; si freeza; schermo nero;
        schermata nera; non si apre; non si avvia; app|applicazione|gioco ~ non ~
        apre|avvia|parte|risponde; si arresta; arresto anomalo; non risponde; si riavvia; chiude ~
        sola|solo
        """,
    "not_loading.named": """
        non ~ caric*; carica ~ infinito|continuamente|sempre|eterno; caricamento ~
        infinito|eterno|continuo; pagina ~ bianca|non|vuota; schermata bianca; schermo bianco;
        sito|pagina ~ giu|down|irraggiungibile|non; non ~ apre ~ pagin*|link|sito|articol*; non ~
        aggiorn*; non compare niente|nulla
        """,
    "not_loading.broken": """
        non ~ funzion*; non va; non va piu; e down; server down; fuori servizio; non parte; ha
        smesso di funzionare; fuori uso
        """,
    "messaging.named": """
        messagg*|sms|mail|email|chat|posta ~ non|ritard*|mai; non ~ invi*|mand*|ricev*|arriv* ~
        messagg*|sms|mail|email|niente; inviare|mandare|ricevere ~ messagg*|mail|sms; messaggi
        """,
    "other_function.alerts": "notific*; avvisi",
    "no_connection.named": """
        senza|nessun|nessuna|niente|non ~ internet|connessione|linea|segnale|rete|campo|wifi; non
        ho|c ~ internet|connessione|linea|segnale|rete|campo|wifi;
        internet|connessione|linea|wifi|rete|fibra|modem|adsl ~
        assente|cade|caduta|giu|non|saltat*|instabile|down|isolat*|interrott*; manca ~
        internet|linea|rete|segnale; cade ~ linea|connessione; disconnession*; si disconnette;
        disconness*; offline; non ~ connette|collega; assenza di ~ linea|rete|segnale
        """,
    "slow.named": """
        lento; lenta; lenti; lentezza; lentissim*; rallenta*; lag; lagga; scatti; a scatti;
        velocita; ci mette ~ tanto|molto|ore|vita|secoli; tempi lunghi; ping; latenza; banda
        """,
    "server_error.named": """
        errore ~ server|500|502|503|504|interno|sconosciuto|imprevisto; messaggio di errore;
        codice errore; qualcosa ~ storto; server ~ errore|non; si e verificato;
        da|compare|appare|esce errore; mi da errore
        """,
    "media.named": """
        video|foto|immagin*|musica|audio|suono|canzon*|stream*|film|serie|canal*|storie|reel* ~
        non|blocca*|scatti|ner*|interromp*|errore|sfocat*|caric*; senza|niente|nessun
        audio|suono|immagine|video; non ~ riprodu*|sent*|ved* ~ video|musica|audio|film|canal*;
        caricare|scaricare|pubblicare ~ foto|video|stori*; chiamat* ~ cad*|non|video;
        videochiamat*; microfono; fotocamera ~ non; riproduzione; televisione; diretta; messaggi
        vocali
        """,
    "payment.named": """
        pagament* ~ non|rifiutat*|fallit*|errore|sospes*; non ~ pagare|acquistare|prelevare; carta
        ~ rifiutat*|non|bloccat*; bonific*; transazion*; acquist* ~ non|errore|fallit*; bancomat;
        addebit* ~ due|doppio|volte; soldi ~ non|spariti; ricarica ~ non; pos ~ non
        """,
    "power_cut.named": """
        senza|manca|niente|saltata|mancanza ~ luce|corrente|elettricita|energia; non c e
        luce|corrente; blackout; e andata via ~ luce|corrente; al buio; interruzione ~
        elettric*|corrente; luce ~ saltata|andata|mancat*
        """,
    "not_outage.praise": """
        adoro; amo; ottim*; eccellent*; bellissim*; bella app; bel gioco; fantastic*; perfett*;
        migliore app; consigli*; grazie; mi piace; molto bella|bello|utile|buona; utile; comod*;
        facile da; complimenti; stupend*
        """,
    "not_outage.wish": """
        vorrei; dovreste; dovrebbe*; sarebbe ~ bello|utile|meglio|carino; potreste ~
        aggiungere|mettere; aggiung*; manca ~ opzione|funzione|possibilita; magari
        """,
    "not_outage.complaint": """
        fattur*; bollett*; prezz*; caro; costos*; rimbors*; assistenza ~
        client*|pessima|inesistente; servizio clienti; truffa*; disdetta; disdire; abbonament*;
        contratt*; pubblicita; operatore ~ maleducat*; tariff*; costi; canone; offert*
        """,
    "not_outage.content": """
        noios*; brutt*; pessim*; schifo; inutile; disinstall*; bannat*; sospes* ~ account; spam;
        peggio*; delus*; odio; vergogn*
        """,
    "other_function.display": """
        non ~ vedo|vede|appare|appaiono|compare|salva*|mostra*; sparit*; scompars*; pers* ~
        tutto|progressi|dati|account|foto; cancellat*; non trovo; mancano
        """,
    "other_function.feature": """
        ricerca|pulsante|tasto|impostazioni|profilo|filtr*|mappa|commenti|sincronizz* ~
        non|errore|sparit*|bug;
        cronologia|tastiera|contatti|grupp*|widget|carrello|gps|posizione|tema ~
        non|errore|sparit*|bug; non ~ riesco|fa|posso ~
        cercare|eliminare|modificare|aggiungere|seguire; non ~ riesco|fa|posso ~
        cambiare|condividere|salvare|commentare|sincronizzare|cancellare
        """,
    "other_function.weak": "non riesco|riesce|posso|permette; impossibile",
    "other_function.bug": """
        bug; errore; errori; problema; problemi; risolv*; sistemat*; aggiustat*
        """,
}

CUES = {
    "cue.leads": """
        ha causato; hanno causato; causando; ha provocato; provocando; ha portato; portato a; ha
        reso; ha determinato; ha comportato; comportando; ha interrotto; ha generato; ha mandato;
        ha colpito
        """,
    "cue.owes": """
        a causa; causat* da|dal|dalla; dovut* a|al|alla|ad; provocat* da|dal|dalla; per via; in
        seguito; a seguito; dopo; per colpa; a fronte; determinat* da; la causa; riconducibil* a;
        legat* a|al|alla; perche; per un|una; provocat* da|dal|dalla|dall|dai; causat*
        da|dal|dalla|dall|dai|dalle; dovut* a|al|alla|ad|all|ai; legat* a|al|alla|ad; conseguenza
        """,
    "cue.denies": "non; nessun; nessuna; senza; ne; esclus*; mai",
    "cue.supposes": "per evitare; in caso di; evitare; prevenire",
    "cue.refutes": "esclus*; e|viene|e stato esclus*; non ~ causa",
}
