"""French: how operators name a cause and users say what fails, without accents.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        bug|bogue|erreur|defaut|anomalie|defaillance ~ logiciel*|informatique*|applicati*|code;
        bogue logiciel; fuite de memoire; erreur de programmation; boucle infinie;
        defaut|erreur|bug|anomalie dans|de ~ logiciel*|programme|code|application; programme ~
        defaillant|defectueux; probleme logiciel; bug informatique
        """,
    "software_bug.weak": """
        panne|probleme|incident|souci|defaillance technique|informatique; problemes
        techniques|informatiques; difficultes techniques; bug; bogue; dysfonctionnement*; erreur
        interne; erreur de|sur base
        """,
    "capacity_overload.named": """
        surcharge*; sature; saturation; satures; saturees; saturer; capacite ~
        insuffisante|depassee|atteinte|maximale; trop de ~
        demandes|requetes|connexions|utilisateurs|visiteurs; manque de capacite; debord*; trop ~
        grand|nombreux|nombreuses; nombre ~ tres|trop|important|eleve ~
        connexions|visiteurs|utilisateurs|demandes; ne ~ pas ~ supporte|absorber|suivre|tenir; a
        limite ~ capacite; engorge*; deborde*; milliers|millions de ~
        connexions|visiteurs|utilisateurs|personnes|demandes; en meme temps
        """,
    "capacity_overload.traffic": """
        forte|fort|tres|important|importante|grosse|inhabituel* ~
        affluence|trafic|demande|charge|frequentation; pic|afflux|hausse|augmentation|explosion
        de|du|des ~ trafic|charge|demandes|connexions|requetes|frequentation; victime de ~ succes;
        nombreux ~ visiteurs|utilisateurs|internautes ~ simultane*|meme; connexions simultanees;
        affluence; demande ~ exceptionnelle|forte
        """,
    "software_update.deploy": """
        mise|mises a jour; maj; nouvelle version; deploiement*; deploye*; nouvelle|nouvelles
        fonctionnalite*; version defectueuse|recente|derniere; derniere version; correctif*; mise
        en production; livraison logicielle; nouveau ~ systeme|logiciel|firmware|site; nouvelle ~
        application|plateforme|version|appli; version ~ deployee|publiee|installee|application;
        bascule|migration ~ nouveau|nouvelle
        """,
    "software_update.introduced": """
        suite|apres|depuis|lors ~ mise ~ jour; apres|suite ~ deploiement; introdui* ~
        bug|erreur|regression; regression
        """,
    "software_update.rollback": """
        retour arriere|en; revenus|revenir ~ version|arriere; version precedente; annule ~
        deploiement|changement|mise; rollback; retirons; retirer|retiree|retire ~ version|mise;
        retour ~ version ~ precedente|anterieure|ancienne; revenons
        """,
    "configuration_error.named": """
        erreur*|mauvaise|probleme|changement|modification|defaut de|dans|du ~
        configuration|parametrage; mauvaise configuration; mal configure*; configuration
        erronee|incorrecte; changement de configuration; mauvais parametr*; erreur ~ dns|routage;
        parametre ~ errone|incorrect|mauvais; regle ~ erronee|incorrecte|mauvaise|pare feu; pare
        feu ~ configur*|regle|bloqu*
        """,
    "configuration_error.human": """
        erreur humaine|manuelle|operationnelle; erreur de manipulation; fausse manipulation; par
        erreur; accidentel*; par inadvertance; involontaire*; mauvaise manipulation
        """,
    "configuration_error.certificate": """
        certificat* ~ expire*|perime|invalide; expiration ~ certificat*; domaine ~ expire*
        """,
    "planned_maintenance.named": """
        maintenance ~ planifiee|programmee|prevue|urgence|preventive|cours|exceptionnelle|reseau;
        travaux ~ maintenance|planifies|programmes; operation* de maintenance; intervention* ~
        planifiee*|programmee*|prevue*|technique; fenetre de maintenance; coupure|interruption
        programmee|planifiee|prevue; en maintenance; periode de maintenance
        """,
    "planned_maintenance.bare": "maintenance*",
    "planned_maintenance.future": """
        sera|seront ~ indisponible*|inaccessible*|interrompu* ~ de|pendant|le|durant; aura lieu;
        auront lieu; allons ~ proceder|effectuer; nous effectuerons; nuit du; duree ~
        prevue|estimee; aucune|pas ~ interruption ~ prevue; demain; heures creuses
        """,
    "planned_maintenance.move": """
        migration ~ serveur*|plateforme|vers|systeme; demenagement; mise a niveau; remplacement ~
        materiel|serveur*; bascule
        """,
    "hardware_power.power": """
        panne|coupure|perte|defaillance|incident|probleme ~
        courant|electricite|electrique*|alimentation|energie; alimentation electrique; coupure de
        courant; onduleur*; groupe* electrogene*; transformateur*; surtension; court circuit;
        delestage*; reseau electrique; disjonct*; sans electricite; coupure ~ electr*|courant;
        alimentation ~ perdue|coupee|defaillante; batterie* ~ epuise*|defaillant*
        """,
    "hardware_power.cooling": """
        refroidissement; climatisation; surchauffe*; incendie dans|data|d|sur; incendie; degat*
        des eaux
        """,
    "hardware_power.hardware": """
        panne|defaillance|defaut|probleme|incident ~
        materiel*|materielle|disque*|serveur*|routeur|equipement*|stockage|commutateur;
        serveur|disque|equipement|routeur|commutateur ~ defaillant*|defectueux|panne; materiel
        defectueux; remplacement ~ disque|piece|equipement|carte
        """,
    "hardware_power.datacenter": """
        centre|centres de donnees ~ panne|incident|indisponible; panne|incident|probleme ~ centre
        de donnees; panne|incident ~ datacenter|datacentre
        """,
    "network_connectivity.cable": """
        fibre* ~ coupee*|sectionnee*|endommagee*|arrachee*; coupure ~ fibre*|cable*; cable* ~
        coupe*|sectionne*|endommage*|sous marin*|arrache*|vole*; fibre optique; rupture ~
        cable|fibre; vandalis*; sabotage ~ fibre|cable*|reseau; vol de cable*; coup de pelle;
        travaux ~ voirie; arrach* ~ cable*|fibre; cable* ~ sectionne*|coupe*; engin de chantier;
        pelleteuse; tractopelle; travaux ~ cable*|fibre; coupure de fibre*; cuivre ~ vol*
        """,
    "network_connectivity.transit": """
        fournisseur* d acces; operateur ~ reseau|telecom*|transit; perte* de paquet*; transit;
        peering; fai
        """,
    "network_connectivity.network": """
        panne|probleme*|incident|coupure|defaillance|perturbation* ~
        reseau*|internet|connectivite; probleme*|perte|defaut de connectivite|connexion|routage;
        probleme* dns; reseau ~ indisponible|perturbe
        """,
    "third_party_dependency.named": """
        prestataire*; fournisseur* ~ service*|tiers|cloud|externe|hebergement|paiement|sms;
        hebergeur*; sous traitant*; partenaire* ~ externe|technique|panne|incident|rencontre;
        service externe; chez ~ notre ~ fournisseur|partenaire|hebergeur|prestataire; notre
        fournisseur|partenaire|hebergeur; infogerant;
        service|services|prestataire*|acteur|fournisseur* tiers; tierce partie; chez ~ un|l|de ~
        operateur|prestataire*|fournisseur*|partenaire*|hebergeur; operateur ~ tiers|partenaire;
        panne|incident|probleme ~ chez ~ partenaire|operateur|fournisseur|prestataire|hebergeur
        """,
    "cyberattack.named": """
        cyberattaque*; attaque*; ddos; deni de service; pirat*; rancongiciel*; ransomware;
        malveillan*; acces non autorise*; intrusion*; faille de securite; fuite de donnees;
        logiciel malveillant; cybercrim*; violation de donnees; vol ~ donnees|identifiants;
        victime ~ attaque|cyberattaque|piratage; donnees ~ chiffrees|volees; cybercriminels;
        systeme* ~ compromis
        """,
    "cyberattack.weak": "hack*",
    "external_event.nature": """
        tempete*; seisme*; tremblement* de terre; ouragan*; cyclone*; inondation*; orage*; foudre;
        intemperies; tornade*; incendie* de foret; feux de foret; glissement* de terrain;
        catastrophe naturelle; meteo; neige; verglas; tsunami; eruption*
        """,
    "external_event.state": """
        gouvernement*; autorites; ministere; ordonne* ~ coupure|blocage|suspension; decision de
        justice; censure*; elections; manifestations; examens; coupure d internet ~ ordonnee;
        guerre; militaire*; greve*; sanction*; prefet; coup d etat
        """,
    "external_event.area": """
        panne generale; panne electrique geante|generale|nationale; blackout; black out; tout le
        pays; plusieurs departements|regions
        """,
    "unknown.investigating": """
        enquet*; cherchons; nos equipes ~ travaillent|mobilisees|analysent; cours ~
        resolution|investigation|analyse|retablissement; cause ~ inconnue|pas; nous ~ excus*;
        origine ~ inconnue|recherchee
        """,
    "unknown.open": """
        cause|causes|origine|raison ~
        inconnue|inconnues|indeterminee|determin*|recherch*|identifi*|analys*|investig*; ne ~
        connaissons|savons|connait ~ cause|origine|pourquoi;
        rechercher|recherchons|identifier|determiner|cherchons|comprendre ~ cause|causes|origine;
        origine|cause reste|demeure ~ inconnue|determiner
        """,
    "unknown.symptom": """
        indisponible*; perturb*; ralentissement*; difficultes ~ acces|connexion; rencontrons;
        probleme* ~ avec|sur|acces; inaccessible*
        """,
}

SYMPTOMS = {
    "login.named": """
        se|me connecter ~ compte|app; connexion ~ compte|impossible; mot|mots de passe;
        identifiant*; m identifier; code de verification|confirmation|validation; inscri*;
        authentifi*; deconnect* ~ compte; compte ~ bloque|inaccessible|pirate; connecter a
        mon|mon; impossible de ~ connecter; s identifier; code ~ sms; me connecter
        """,
    "app_crash.named": """
        plante; plantage*; plantent; plantee; bugge; se ferme*; ferme ~ seule|toute; s ouvre ~
        pas|plus; ne s ouvre; ne demarre*; ne se lance; freeze; fige*; ecran noir; crash*; s
        arrete; ne repond; redemarre ~ seule
        """,
    "not_loading.named": """
        ne charge* ~ pas|plus|rien; charge* ~ pas|plus|jamais; chargement ~ infini|long|bloque;
        page|pages ~ blanche*|charge|charg*|s ouvre|affiche; ecran blanc; site ~
        panne|inaccessible|down|marche|fonctionne|hs; ne s affiche* pas|plus; ouvre ~ pas ~
        page|lien|article*; tourne ~ vide|rond
        """,
    "not_loading.broken": """
        ne marche* ~ pas|plus; ne fonctionne* ~ pas|plus; marche* pas|plus; fonctionne* pas|plus;
        en panne; hors service; hs; rien ne|ne marche; inaccessible; bugge; est down
        """,
    "messaging.named": """
        message*|sms|mail*|mails|courriel*|texto* ~ pas|plus|jamais|bloque*|retard|perdus;
        envoyer|envoi|envoie|recevoir|recois|reception ~ message*|sms|mail*|rien; ne|n ~
        envoi*|recoi* ~ message*|sms|mail*|plus|pas; messagerie; impossible d envoyer; ne part*
        pas
        """,
    "other_function.alerts": "notification*; alertes",
    "no_connection.named": """
        pas|plus|aucun|aucune|sans ~ internet|reseau|connexion|signal|wifi|wi|ligne|tonalite;
        internet|reseau|connexion|wifi|fibre|box|adsl ~
        coupe*|panne|plus|hs|perdu*|tombe*|instable|saute; coupure* ~
        internet|reseau|connexion|ligne; perte|perdu ~ connexion|signal|reseau; deconnexion*;
        deconnecte*; hors ligne; hors connexion; ne capte*; box ~ rouge|clignote; coupures; zone
        blanche
        """,
    "slow.named": """
        lent; lente; lentes; lents; lenteur*; rame; ramer; ralent*; lag; lags; latence; debit*;
        met ~ temps|heures|siecles; long ~ charger|chargement; saccade*; tres long; bride*
        """,
    "server_error.named": """
        erreur ~ serveur|500|502|503|504|inconnue|interne|survenue|technique; message d erreur;
        code erreur; une erreur; affiche ~ erreur; serveur ~ indisponible|repond|injoignable;
        quelque chose ~ mal; mauvaise passerelle
        """,
    "media.named": """
        video*|photo*|image*|musique*|son|chanson*|stream*|audio|film*|serie*|chaine* ~
        pas|plus|marche|coupe*|noir|noire|bloque*|charge|lit|flou*|saccade*|lag*; pas|plus|aucun ~
        son|image|video; lire ~ video*|musique; lecture ~ impossible|erreur|video; telecharg* ~
        pas|impossible|video*|photo*; appel* ~ video|vocal*|coupe*|pas; micro ~ pas; television;
        envoyer ~ photo*|video*; note* vocale*
        """,
    "payment.named": """
        paiement* ~ refuse*|echoue*|impossible|erreur|pas|bloque*|marche; payer ~
        impossible|pas|erreur; impossible de ~ payer; carte ~ refusee|bancaire|bloquee|pas;
        virement*; transaction*; achat ~ impossible|pas|refuse; distributeur*; debite* ~ fois|pas;
        retrait ~ impossible
        """,
    "power_cut.named": """
        panne|coupure* ~ courant|electricite|electrique; plus|pas|sans ~
        electricite|courant|lumiere|jus; dans ~ noir; delestage; blackout; electricite ~ coupee
        """,
    "not_outage.praise": """
        j adore; adore; genial*; super ~ app|appli*|jeu|service|pratique; excellent*; parfait*;
        bonne|bon|tres app*|bien|bonne|bon; merci; recommande*; j aime; magnifique; pratique;
        utile; satisfait*; bravo; meilleur*
        """,
    "not_outage.wish": """
        serait ~ bien|bon|cool|sympa|mieux; j aimerais; ajout* ~ option|fonction*; il faudrait;
        dommage ~ que|pas; pourriez|pouvez ~ ajouter; il manque
        """,
    "not_outage.complaint": """
        facture*; facturation; prix; cher; chere; remboursement; rembours*; arnaque*; service
        client; conseiller; resili*; abonnement*; contrat*; publicite*; pubs; voleur*; tarif*;
        offre*
        """,
    "not_outage.content": """
        nul; nulle; ennuyeux; ennuyeuse; inutile; desinstall*; decu*; deception; honte*; merd*;
        pire; banni*; suspendu ~ compte; spam
        """,
    "other_function.display": """
        ne vois|voit plus|pas; n apparai*; disparu*; dispara*; ne s enregistre*; perdu ~
        tout|progress*|donnees|compte|photos; efface*; s affiche* mal; manque*
        """,
    "other_function.feature": """
        recherche|bouton|parametres|profil|filtre*|carte|commentaire*|favoris|synchro* ~
        pas|plus|marche|bug*|disparu|erreur;
        historique|clavier|contacts|groupe*|widget|impression|theme|onglet|panier ~
        pas|plus|marche|bug*|disparu|erreur; impossible de ~
        chercher|supprimer|modifier|ajouter|suivre; impossible de ~
        changer|partager|sauvegarder|synchroniser|commenter
        """,
    "other_function.weak": "impossible de|d; ne peux|peut|puis ~ pas|plus; n arrive* ~ pas|plus",
    "other_function.bug": """
        bug; bugs; bugue; probleme; problemes; corrig*; depuis|apres ~ maj|mise; souci*
        """,
}

CUES = {
    "cue.leads": """
        cause|cause ~ une; cause par; a a provoque; provoque; provoquant; entraine*; entrainant;
        conduit a; perturbe; declenche; rendu ~ indisponible*|inaccessible*; affecte*; impacte*;
        touche*; prive*
        """,
    "cue.owes": """
        a en raison; du a; due a; dus a; dues a; suite a; suite aux; cause par; causee par;
        provoque par; provoquee par; lie a; liee a; liees a; lies a; a la suite; fait suite;
        origine; apres; grace; parce que; en raison; a cause; resulte; resultant; du fait;
        consequence; du aux; due aux; dus aux; imputable*; provient; proviennent; vient|viennent
        de
        """,
    "cue.denies": "pas; aucun; aucune; sans; ni; non; jamais; exclu*; ecarte*",
    "cue.supposes": "afin d eviter; pour eviter; en cas de; eviter; prevenir",
    "cue.refutes": "est|sont ~ exclu*|ecarte*; n est pas ~ cause|en; pas ~ en cause",
}
