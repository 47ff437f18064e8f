"""Hindi, in its own script and as it is typed in Latin letters: causes and what fails.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        सॉफ्टवेयर ~ खराबी|बग|गड़बड़ी|त्रुटि|समस्या|खामी; कोड ~ त्रुटि|गड़बड़ी|बग|गलती; प्रोग्राम*
        ~ त्रुटि|गलती; software me|mein ~ kharabi|gadbadi|dikkat|bug; सॉफ्टवेयर ~ बग|गलती;
        एप्लिकेशन ~ बग|त्रुटि|खराबी; प्रोग्रामिंग ~ त्रुटि|गलती; कोडिंग ~ त्रुटि
        """,
    "software_bug.weak": """
        तकनीकी ~ खराबी|गड़बड़ी|समस्या|दिक्कत|कारण*|खामी|त्रुटि; बग; सिस्टम ~ खराबी|त्रुटि|गड़बड़ी;
        takniki ~ kharabi|samasya|gadbadi|dikkat; technical problem|dikkat|kharabi
        """,
    "capacity_overload.named": """
        ओवरलोड; क्षमता ~ अधिक|ज्यादा|कम|पार; अत्यधिक ~ भार|लोड|दबाव; सर्वर ~ लोड|दबाव|भार; बहुत ~
        ज्यादा|अधिक ~ उपयोगकर्ता|यूजर|अनुरोध; server ~ load|overload; सर्वर ~ क्षमता|भीड़; एक साथ
        ~ बहुत|अधिक|लाखों|हजारों; बड़ी संख्या ~ लोग*|उपयोगकर्ता*|यूजर|यात्री*; भीड़; भारी ~
        ट्रैफिक|भीड़|मांग; त्योहार; ट्रैफिक
        """,
    "capacity_overload.traffic": """
        भारी|अधिक|ज्यादा|अचानक ~ ट्रैफिक|मांग|यातायात|भीड़|लोड; ट्रैफिक ~ बढ़*|वृद्धि|अधिक|ज्यादा;
        मांग ~ वृद्धि|बढ़*; traffic zyada|jyada|badh
        """,
    "software_update.deploy": """
        अपडेट; नया|नए|नई ~ संस्करण|वर्जन|अपडेट|फीचर|सुविधा; अपग्रेड; रिलीज; अद्यतन; naya|new
        update|version; नए|नया|नई ~ ऐप|सिस्टम|सॉफ्टवेयर|पोर्टल|प्लेटफॉर्म; सॉफ्टवेयर ~
        अपडेट|अपग्रेड
        """,
    "software_update.introduced": """
        अपडेट ~ बाद|कारण|वजह; update ~ baad|karan|wajah; अपडेट ~ गड़बड़ी|खराबी
        """,
    "software_update.rollback": "पुराने|पिछले ~ संस्करण|वर्जन; वापस ~ लिया|लिए; रोलबैक",
    "configuration_error.named": """
        कॉन्फ़िगरेशन ~ गलती|त्रुटि|बदलाव|परिवर्तन|गड़बड़ी|समस्या; गलत ~
        कॉन्फ़िगरेशन|सेटिंग|सेटिंग्स; सेटिंग* ~ गलत|बदलाव|गड़बड़ी; विन्यास ~ त्रुटि|परिवर्तन;
        galat ~ setting|configuration; गलत ~ विन्यास|कॉन्फिगरेशन|सेटिंग; कॉन्फिगरेशन ~
        गलती|त्रुटि|बदलाव|गड़बड़ी; कॉन्फिगरेशन
        """,
    "configuration_error.human": """
        मानवीय ~ भूल|त्रुटि|गलती|चूक; गलती से; भूलवश; चूक; galti se; लापरवाही
        """,
    "configuration_error.certificate": """
        प्रमाणपत्र ~ समाप्त|अवधि|एक्सपायर; सर्टिफिकेट ~ समाप्त|एक्सपायर|खत्म
        """,
    "planned_maintenance.named": """
        निर्धारित|नियोजित|पूर्व|नियमित|आपातकालीन ~
        रखरखाव|मेंटेनेंस|मेंटिनेंस|अनुरक्षण|शटडाउन|कटौती; रखरखाव ~ कार्य|काम|कारण|चल|लिए;
        मेंटेनेंस ~ कार्य|काम|कारण|चल|वर्क; मरम्मत ~ कार्य|काम|कारण; maintenance ~
        chal|kaam|work|karan; उन्नयन ~ कार्य|काम; रात ~ बजे ~ तक; अपग्रेड ~ कार्य|काम|कारण
        """,
    "planned_maintenance.bare": "रखरखाव; मेंटेनेंस; मेंटिनेंस; अनुरक्षण; मरम्मत",
    "planned_maintenance.future": """
        किया जाएगा; बंद ~ रहेगी|रहेगा|रहेंगी|रहेंगे; उपलब्ध नहीं ~ होगी|होगा|रहेगी|रहेंगी; से ~
        बजे तक; कल; band rahega|rahegi; आज रात
        """,
    "planned_maintenance.move": """
        माइग्रेशन; स्थानांतरण ~ सर्वर|डेटा; सिस्टम ~ अपग्रेड|उन्नयन; उन्नयन ~ कार्य
        """,
    "hardware_power.power": """
        बिजली ~ गुल|कटौती|आपूर्ति|बाधित|ठप|फेल|चली|जाने; विद्युत ~ आपूर्ति|कटौती|बाधित|खराबी; पावर
        ~ कट|फेल|आउटेज|सप्लाई|बैकअप|फेल्योर|फेलियर; ट्रांसफार्मर; ट्रांसफॉर्मर; जनरेटर; शॉर्ट
        सर्किट; bijli ~ gul|kat|katauti|supply; सबस्टेशन; वोल्टेज
        """,
    "hardware_power.cooling": "कूलिंग; शीतलन; आग ~ लग*|लगने; ओवरहीट*; अत्यधिक गर्म; आग",
    "hardware_power.hardware": """
        हार्डवेयर ~ खराबी|फेल|विफल*|समस्या|गड़बड़ी; सर्वर ~ खराब*|फेल|क्रैश; उपकरण* ~
        खराब*|विफल*|फेल; डिस्क ~ खराब*|फेल; हार्डवेयर; राउटर ~ खराब*; hardware ~ kharab*|fail
        """,
    "hardware_power.datacenter": """
        डेटा सेंटर ~ आग|खराबी|समस्या|बिजली|बंद|ठप; डेटा केंद्र ~ आग|खराबी|समस्या|बिजली
        """,
    "network_connectivity.cable": """
        केबल ~ कट*|टूट*|क्षति*|चोरी|खराब*; फाइबर ~ कट*|टूट*|केबल|क्षति*; ऑप्टिकल फाइबर;
        समुद्री|पनडुब्बी ~ केबल; तार ~ टूट*|कट*; खुदाई; cable ~ kat|cut|tut; fiber ~ kat|cut;
        फाइबर|केबल ~ चोरी|कट*|टूट*; ओएफसी ~ कट*; सड़क ~ खुदाई|निर्माण ~ केबल|फाइबर
        """,
    "network_connectivity.transit": """
        इंटरनेट सेवा प्रदाता; सेवा प्रदाता ~ नेटवर्क; दूरसंचार ~ कंपनी|ऑपरेटर; टेलीकॉम ~
        ऑपरेटर|कंपनी; पैकेट लॉस; आईएसपी
        """,
    "network_connectivity.network": """
        नेटवर्क ~ समस्या|खराबी|गड़बड़ी|बाधित|बाधा|दिक्कत|ठप|फेल; कनेक्टिविटी ~
        समस्या|बाधित|दिक्कत; network ~ samasya|dikkat|problem|gadbad
        """,
    "third_party_dependency.named": """
        तीसरे|तृतीय ~ पक्ष; बाहरी ~ सेवा|प्रदाता|वेंडर|कंपनी; वेंडर; क्लाउड ~ प्रदाता|सेवा;
        होस्टिंग ~ प्रदाता|कंपनी; भुगतान ~ प्रदाता|गेटवे; हमारे ~ प्रदाता|साझेदार|पार्टनर|वेंडर;
        थर्ड पार्टी; npci ~ samasya|problem|down; एनपीसीआई; बैंक|कंपनी|प्रदाता|सर्विस ~ ओर से ~
        समस्या|खराबी|दिक्कत; सेवा प्रदाता ~ समस्या|खराबी|बाधित; बाहरी एजेंसी
        """,
    "cyberattack.named": """
        साइबर ~ हमला|हमले|अटैक|अपराध*|सुरक्षा; हमला; हमले; हैकर*; डीडॉस; रैनसमवेयर; मैलवेयर;
        अनधिकृत ~ पहुंच|प्रवेश|एक्सेस; डेटा ~ चोरी|लीक|उल्लंघन; सुरक्षा ~ उल्लंघन|सेंध; cyber
        attack|hamla; hack ho|kar
        """,
    "cyberattack.weak": "hack ho|kar; हैक; हैकिंग",
    "external_event.nature": """
        भूकंप; बाढ़; तूफान; तूफ़ान; चक्रवात; आंधी; बिजली गिर*; आकाशीय बिजली; भूस्खलन; जंगल* ~ आग;
        भारी ~ बारिश|वर्षा|बर्फबारी; खराब मौसम; मौसम ~ खराब|कारण; प्राकृतिक आपदा; सुनामी; bhukamp;
        toofan; baadh; barish
        """,
    "external_event.state": """
        सरकार*; प्रशासन ~ आदेश|बंद|निर्देश; आदेश ~ इंटरनेट|बंद; इंटरनेट ~
        बंदी|शटडाउन|निलंबित|पाबंदी|रोक|प्रतिबंध; प्रतिबंध*; अदालत ~ आदेश; न्यायालय ~ आदेश; चुनाव;
        प्रदर्शन*; कर्फ्यू; हिंसा; युद्ध; सेना; परीक्षा ~ नकल|कारण|इंटरनेट; मंत्रालय; sarkar*;
        धारा 144
        """,
    "external_event.area": """
        ग्रिड ~ फेल|खराबी|विफल*; पूरे ~ देश|राज्य|शहर|इलाके ~ बिजली; ब्लैकआउट; पावर ग्रिड
        """,
    "unknown.investigating": """
        जांच; पता ~ लगा; ठीक ~ करने ~ काम|प्रयास|कोशिश; कारण* ~ पता|स्पष्ट|अज्ञात; काम ~ कर ~ रहे;
        असुविधा ~ खेद; हमारी टीम; समाधान ~ प्रयास|काम; jaanch
        """,
    "unknown.open": """
        कारण* ~ पता|स्पष्ट|अज्ञात|जांच|मालूम; वजह ~ पता|स्पष्ट|जांच|मालूम|साफ
        """,
    "unknown.symptom": """
        सेवा* ~ बाधित|प्रभावित|ठप; समस्या ~ आ|सामना; दिक्कत ~ आ|सामना; परेशानी; उपलब्ध नहीं; ठप;
        रुकावट
        """,
}

SYMPTOMS = {
    "login.named": """
        लॉगिन; लॉग इन; लॉग आउट; लॉगआउट; पासवर्ड; ओटीपी; सत्यापन ~ कोड; वेरिफिकेशन; साइन ~ इन|अप;
        खाता* ~ लॉक|बंद|खुल; अकाउंट ~ लॉक|खुल|बंद|एक्सेस; रजिस्टर; रजिस्ट्रेशन; login ~
        nahi|nhi|nai|problem; id ~ nahi|nhi ~ khul; otp ~ nahi|nhi|nai; password ~ galat|bhul
        """,
    "app_crash.named": """
        क्रैश; ऐप ~ बंद|खुल|क्रैश; एप ~ बंद|खुल; अपने आप ~ बंद; हैंग; फ्रीज; काली स्क्रीन; app ~
        band|khul|crash|hang ~ nahi|nhi|ho|hota|raha|jata; apne aap ~ band|kat; khul ~ nahi|nhi;
        nahi|nhi khul; hang; nahi open; open ~ nahi|nhi; band ho jata|jati|raha
        """,
    "not_loading.named": """
        लोड ~ नहीं; लोडिंग; पेज ~ नहीं|खाली|खुल; वेबसाइट ~ नहीं|डाउन|बंद|खुल|ठप; सफेद स्क्रीन;
        साइट ~ नहीं|डाउन|बंद; load ~ nahi|nhi|nai|na; loading ~ rehta|ho|hoti|raha;
        website|site|page ~ nahi|nhi|down|band; refresh nahi|nhi
        """,
    "not_loading.broken": """
        काम ~ नहीं; नहीं चल; चल नहीं; बंद ~ पड़ा|है; ठप; डाउन; kaam ~ nahi|nhi; kam ~ nahi|nhi ~
        kar; nahi|nhi|nai chal; chal ~ nahi|nhi|nai; down hai; server down; kharab ~ hai|ho
        """,
    "messaging.named": """
        संदेश* ~ नहीं|देर; मैसेज ~ नहीं|देर|भेज|जा|आ; ईमेल ~ नहीं|जा|आ; एसएमएस ~ नहीं;
        message|msg|sms|mail|email|chat ~ nahi|nhi|nai|na ~ ja|aa|send|bhej|mil; message ~ send;
        nahi|nhi ~ message|msg; मैसेज; message ~ nahi|nhi
        """,
    "other_function.alerts": "नोटिफिकेशन; सूचना ~ नहीं",
    "no_connection.named": """
        नेट ~ नहीं|बंद; इंटरनेट ~ नहीं|बंद|गायब|ठप|कट; नेटवर्क ~ नहीं|गायब|गुल|बंद|चला; सिग्नल ~
        नहीं|गायब; कनेक्शन ~ नहीं|टूट|कट|बंद; वाईफाई ~ नहीं|बंद; कनेक्ट ~ नहीं; नो ~
        नेटवर्क|सिग्नल; net|internet|network|signal|wifi|connection ~
        nahi|nhi|nai|band|gayab|chala|gaya|gayi|kat|gul; net nahi|nhi|band; no network; connect ~
        nahi|nhi; call ~ nahi|nhi ~ lag
        """,
    "slow.named": """
        धीमा; धीमी; धीमे; स्लो; स्पीड ~ कम|नहीं|धीमी|बहुत; रुक रुक; बफरिंग; लैग; bahut dheema;
        dhima; speed ~ kam|nahi|nhi|bahut; net देर ~ लग*|लोड
        """,
    "server_error.named": """
        सर्वर ~ त्रुटि|एरर|डाउन; त्रुटि ~ संदेश|कोड|दिखा; एरर ~ आ|दिखा|कोड; कुछ ~ गलत|गड़बड़ ~ हो;
        error ~ aa|ata|aata|dikha|bata|de; server error|problem; something went
        """,
    "media.named": """
        वीडियो ~ नहीं|रुक|अटक|चल|लोड; फोटो ~ नहीं|अपलोड|लोड|धुंध*; आवाज ~ नहीं|कट|बंद; गाना|गाने ~
        नहीं|चल; ऑडियो ~ नहीं; अपलोड ~ नहीं; डाउनलोड ~ नहीं; कॉल ~ कट|ड्रॉप|नहीं; वीडियो कॉल; लाइव
        ~ नहीं; टीवी ~ नहीं; video|photo|audio|song|gana|awaz|call|story|reel ~
        nahi|nhi|nai|na|ruk|kat ~ chal|load|upload|aa|ho|play|raha|rahi|dikh; video call;
        upload|download ~ nahi|nhi; play ~ nahi|nhi
        """,
    "payment.named": """
        भुगतान ~ नहीं|विफल|फेल|अटक|असफल; पेमेंट ~ नहीं|फेल|अटक|पेंडिंग; पैसे|पैसा|रुपये ~
        कट|अटक|नहीं|फंस; यूपीआई; ट्रांजैक्शन|लेनदेन ~ फेल|विफल|नहीं|पेंडिंग; ट्रांसफर ~ नहीं|फेल;
        कार्ड ~ नहीं|अस्वीकार; एटीएम ~ नहीं|पैसे; रिचार्ज ~ नहीं|फेल; payment ~
        nahi|nhi|fail|pending|atak; paise|paisa|paise ~ kat|atak|nahi|nhi; upi ~
        nahi|nhi|fail|down|kaam; transaction ~ fail|pending|nahi; recharge ~ nahi|nhi|fail;
        transfer ~ nahi|nhi|fail
        """,
    "power_cut.named": """
        बिजली ~ नहीं|गुल|चली|कट*|गई|बंद|गायब; लाइट ~ नहीं|चली|गई|गुल|कट; पावर कट; अंधेरे; लोड
        शेडिंग; bijli ~ nahi|nhi|gul|chali|gayi|kat|gai|katauti; light ~
        nahi|nhi|chali|gayi|gai|gul|kat; batti ~ gul|nahi; लोडशेडिंग
        """,
    "not_outage.praise": """
        अच्छा; अच्छी; बहुत ~ बढ़िया|अच्छा|अच्छी|बढिया; बढ़िया; शानदार; धन्यवाद; मजेदार; पसंद;
        उपयोगी; सबसे अच्छा; accha; acha; achha; bahut ~ badhiya|accha|acha|achha; badiya; badhiya;
        dhanyawad; shukriya; kamaal; zabardast; pasand; best hai; maza
        """,
    "not_outage.wish": """
        चाहिए; कृपया ~ जोड़*|लाए*|शामिल; होना चाहिए; chahiye; add karo|kijiye|kare|kro; hona
        chahiye; kripya ~ add; सुझाव
        """,
    "not_outage.complaint": """
        बिल; महंग*; कीमत; पैसे वापस; रिफंड; ग्राहक सेवा; कस्टमर केयर; धोखा*; ठग; ठगी; विज्ञापन;
        सब्सक्रिप्शन; शुल्क; mehnga; mahanga; paise wapas; refund; customer care; fraud; dhoka;
        loot; ads bahut; bill ~ zyada|jyada; recharge ~ mehnga|mahanga; chor
        """,
    "not_outage.content": """
        बेकार; घटिया; बकवास; बोरिंग; खराब ऐप; डिलीट ~ कर; bekar; bekaar; ghatiya; bakwas; bakwaas;
        boring; faltu; ganda; delete kar; time waste; वाहियात
        """,
    "other_function.display": """
        दिख ~ नहीं; नहीं दिख; दिखाई नहीं; गायब; डिलीट ~ हो; सेव ~ नहीं; dikh ~ nahi|nhi|nai;
        nahi|nhi dikh; gayab; delete ho; save ~ nahi|nhi; show ~ nahi|nhi; dikhai nahi
        """,
    "other_function.feature": """
        खोज ~ नहीं; सर्च ~ नहीं; बटन ~ नहीं; सेटिंग* ~ नहीं; प्रोफाइल ~ नहीं; कमेंट ~ नहीं; फिल्टर
        ~ नहीं; फॉलो ~ नहीं;
        search|button|setting|profile|comment|filter|follow|map|location|contact|group|like|share
        ~ nahi|nhi|nai|na ~ ho|kaam|chal|kar|aa; option nahi|nhi
        """,
    "other_function.weak": "nahi|nhi ~ ho|kar; नहीं हो; नहीं कर",
    "other_function.bug": """
        समस्या; दिक्कत; बग; ठीक ~ करो|करें|कीजिए|कर; अपडेट ~ बाद; problem; samasya; dikkat;
        theek|thik ~ karo|kijiye|kare|kro; fix karo|kro|kare; update ~ baad
        """,
}

CUES = {
    # "Because of" stands behind what it blames, so it reads as "led to".
    "cue.leads": "जिससे; कारण; वजह से; चलते; प्रभावित; jisse; karan; wajah se; vajah se",
    "cue.denies": "कोई; बिना",
    "cue.refutes": "नहीं; nahi; nhi; nahin",
    "cue.supposes": "अगर; यदि; agar; बचने के लिए",
}
