"""Turkish: how operators name a cause and users say what fails, without accents or dotless i.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        yazilim ~ hata*|sorun*|ariza*|kusur*; yazilimsal ~ hata*|sorun*|ariza*; kod* hata*;
        programlama hata*; bellek sizinti*; sistem hata*; yazilim* ~ kaynakli|nedeniyle ~ hata*;
        program* hata*; yazilim ~ kaynakli|kaynaklanan
        """,
    "software_bug.weak": """
        teknik ~ ariza*|sorun*|aksaklik*|hata*|problem*; sistemsel ~ sorun*|ariza*|hata*; bug;
        veritabani hata*; ic hata; sistem ariza*
        """,
    "capacity_overload.named": """
        asiri ~ yuk*|yogunluk*|yuklenme*; kapasite ~ yetersiz*|asimi|doldu|asildi|sorun*; yetersiz
        kapasite; cok fazla ~ istek|kullanici|talep; sunucu* ~ asiri|kaldira*; yogunluktan;
        beklenenden ~ fazla|cok; cok ~ fazla|sayida ~ kullanici|oyuncu|istek|baglanti; ayni anda ~
        baglan*|giris; eszamanli ~ kullanici|baglanti
        """,
    "capacity_overload.traffic": """
        yogun|yuksek|ani|beklenmeyen|beklenmedik ~
        talep*|trafik|trafig*|ilgi*|istek*|kullanim*|artis*; yogunluk*; trafik ~ artis*|yogunlug*;
        talep artis*; ani artis
        """,
    "software_update.deploy": """
        guncelleme*; yeni|son surum*|versiyon*; surum ~ yuksel*|gecis*; yayina al*; yeni ozellik*;
        dagitim; yama; hatali ~ guncelleme*|surum*; yeni ~ surum*|sistem*|uygulama*|guncelleme*;
        surum guncelleme*; sistem ~ gecis*; guncelleme
        """,
    "software_update.introduced": """
        guncelleme* ~ sonra|sonrasi|sonrasinda|nedeniyle|sebebiyle|kaynakli; hatali|sorunlu
        guncelleme*
        """,
    "software_update.rollback": "geri al*; onceki|eski surum*|versiyon*; geri dondur*; rollback",
    "configuration_error.named": """
        yapilandirma* ~ hata*|degisik*|sorun*; konfigurasyon* ~ hata*|degisik*|sorun*;
        hatali|yanlis ~ yapilandir*|konfigurasyon*|ayar*; ayar ~ hata*|degisik*; dns ~
        degisik*|ayar*; yonlendirme hata*
        """,
    "configuration_error.human": """
        insan|operator|kullanici|personel hata*; insan kaynakli; yanlislikla; kazara; sehven;
        istemeden; dikkatsizlik*
        """,
    "configuration_error.certificate": """
        sertifika* ~ suresi|dol*|gecersiz; suresi ~ dolan|dolmus ~ sertifika*; alan ad* ~ suresi
        """,
    "planned_maintenance.named": """
        planli|planlanan|programli|duyurulan|rutin|acil|zorunlu|periyodik ~
        bakim*|calisma*|kesinti*; bakim ~ calisma*|nedeniyle|aralig*|suresi|saat*; bakima al*;
        bakimda; altyapi calisma*; iyilestirme calisma*
        """,
    "planned_maintenance.bare": "bakim; bakimi; bakimlar*; bakimdan",
    "planned_maintenance.future": """
        yapilacak*; gerceklestirilecek*; hizmet ~ verilemeyecek*; kullanilamayacak*; saatleri
        arasinda; yarin; bu gece; gece ~ saatlerinde; tahmini ~ sure; kesinti ~
        yasanma*|ongorul*|beklen*
        """,
    "planned_maintenance.move": """
        tasima ~ islem*|calisma*; tasinma*; gecis calisma*; goc ~ islem*; donanim ~
        degisim*|yenileme; altyapi ~ yenileme*|gecis*
        """,
    "hardware_power.power": """
        elektrik ~ kesinti*|ariza*|sorun*|kesil*|problem*; guc ~
        kesinti*|kayb*|ariza*|kaynag*|sorun*; enerji ~ kesinti*|ariza*|sorun*; jenerator*; trafo*;
        voltaj*; kisa devre; kesintisiz guc; elektrik hat*
        """,
    "hardware_power.cooling": """
        sogutma*; klima*; asiri isin*; isinma; yangin ~ veri|sunucu|bina|merkez*; yangin; su
        baskini ~ veri
        """,
    "hardware_power.hardware": """
        donanim* ~ ariza*|sorun*|hata*; donanimsal ~ ariza*|sorun*|hata*;
        sunucu|disk|router|cihaz|switch|yonlendirici|depolama ~ ariza*|bozul*|cok*; arizali ~
        disk|sunucu|cihaz|parca*; parca ~ degisim*|degistir*
        """,
    "hardware_power.datacenter": "veri merkezi* ~ ariza*|sorun*|kesinti*|yangin*|cok*",
    "network_connectivity.cable": """
        fiber ~ kesinti*|kopma*|kesik|kopuk*|ariza*|hat*|kablo*; kablo* ~
        kesil*|kopma*|koptu|hasar*|kopuk*|calin*|ariza*; deniz alti kablo*; denizalti kablo*; kazi
        ~ calisma*; altyapi ~ hasar*; vandal*; sabotaj ~ kablo*|hat*; kablo hirsizlig*; kablo ~
        hirsiz*|kop*|kesil*|hasar; fiber ~ kop*|kesil*|hasar*; hat kop*; yol calismasi
        """,
    "network_connectivity.transit": """
        internet ~ servis ~ saglayici*|saglayici*; operator* ~ kaynakli|sebeke*|altyapi*; paket
        kayb*; omurga; transit; peering; turk telekom kaynakli
        """,
    "network_connectivity.network": """
        ag|sebeke|internet|baglanti|erisim ~ sorun*|ariza*|kesinti*|problem*|aksaklik*; baglanti*
        ~ kop*; dns ~ sorun*|ariza*; yonlendirme ~ sorun*; sebeke ~ ariza*
        """,
    "third_party_dependency.named": """
        ucuncu ~ taraf*|parti*|sahis*; dis ~ servis*|hizmet*|saglayici*|kaynakli|tedarikci*;
        hizmet|servis|bulut|altyapi|barindirma|odeme ~ saglayici*; tedarikci*; is ortag*;
        saglayicimiz*; cozum ortag*; hosting ~ firma*|kaynakli; taseron; tedarikci* ~
        kaynakli|sorun*|ariza*; is ortagi*; anlasmali ~ firma*|kurum*; operator ~ kaynakli; banka
        ~ kaynakli; dis kaynak*; hizmet aldigimiz ~ firma*|kurum*|sirket*; aldigimiz ~
        firma*|sirket*; firma* ~ ariza*|sorun*|kaynakli; operator* ~ ariza*
        """,
    "cyberattack.named": """
        siber ~ saldiri*|guvenlik|olay*; saldiri*; ddos; fidye ~ yazilim*; zararli yazilim*; kotu
        amacli; yetkisiz ~ erisim*; izinsiz ~ erisim*; veri ~ sizinti*|ihlal*|hirsizlig*; guvenlik
        ~ ihlal*|acig*; korsan*; sizma girisim*; siber ~ saldiri*; saldirgan*; ele gecir*; sizdi*;
        fidye*
        """,
    "cyberattack.weak": "hack*; heklen*",
    "external_event.nature": """
        deprem*; sel; sel baskini; firtina*; yildirim*; kasirga*; hortum*; heyelan*; orman
        yangin*; hava ~ kosullar*|muhalefet*; dogal afet*; su baskin*; kar yagis*; yogun kar;
        siddetli ~ yagis*|ruzgar*|yagmur*; tsunami; afet*
        """,
    "external_event.state": """
        hukumet*; btk; bakanlik*; bakanlig*; mahkeme*; yasak*; erisim engel*; engellen*;
        kisitlama*; sansur*; secim*; protesto*; savas*; askeri; darbe; resmi makam*; bant
        daraltma; karar* ile ~ kapat*
        """,
    "external_event.area": """
        bolge* ~ elektrik ~ kesinti*; ulke ~ genelinde ~ elektrik; genel elektrik kesinti*; ulke
        capinda; blackout; elektrikler kesil*
        """,
    "unknown.investigating": """
        incel*; arastir*; calisma* ~ suruyor|devam; ekip* ~ calis*; neden* ~
        bilinm*|arastir*|belirsiz; ozur dileriz; gideril* ~ calis*; cozum ~ calis*; en kisa surede
        """,
    "unknown.open": """
        neden*|sebe* ~ bilinm*|arastir*|belirsiz|incelen*|belirlen*|henuz; henuz ~
        bilinm*|belirlen*|bilmiyoruz
        """,
    "unknown.symptom": """
        erisim ~ sorun*; sorun yasan*; aksaklik*; aksama*; yavaslik*; gecikme*; hizmet* ~
        kesinti*; yasanmaktadir; erisilem*; ulasilam*; cokme*
        """,
}

SYMPTOMS = {
    "login.named": """
        giris ~ yap*|hata*|sorun*; giremiyor*; girilmiyor; oturum ~ ac*|kapa*|hata*|dustu; sifre*;
        parola*; dogrulama ~ kod*; kod ~ gelm*; onay kod*; kayit ol*; hesab* ~
        gir*|kilit*|acilm*|ulas*|erisem*; hesaptan ~ at*; login; uye olam*; sms kod*; kimlik
        dogrula*
        """,
    "app_crash.named": """
        cokuyor; coktu; cokme*; atiyor; kendi kendine ~ kapan*; kendiliginden ~ kapan*; kapaniyor;
        surekli ~ kapan*|cok*|at*|don*; donuyor; dondu; donma*; uygulama ~
        acilm*|durdu*|kapan*|calism*; acilmiyor; siyah ekran; yanit ~ verm*; tepki verm*;
        uygulamadan ~ at*; takiliyor ~ kal*; kasiyor ~ kapan*; crash
        """,
    "not_loading.named": """
        yuklenmiyor; yuklemiyor; yuklenm*; surekli yukleniyor; donup duruyor; beyaz ekran; bos ~
        sayfa|ekran; sayfa* ~ acilm*|yuklen*|bos|gelm*; site* ~ acilm*|cok*|gir*|erisil*; internet
        sitesi ~ acilm*; acilmiyor ~ sayfa*|site*; yenilenmiyor; haber* ~ acilm*; link* ~ acilm*
        """,
    "not_loading.broken": """
        calismiyor; calismiyo; calism*; bozuk; bozuldu; coktu; gitti; kullanilm*; kullanam*; ise
        yaramiyor; erisilemiyor; ulasilamiyor; hizmet disi
        """,
    "messaging.named": """
        mesaj*|sms|mail*|e posta*|eposta* ~ gitm*|gelm*|atilm*|gonder*|iletilm*|ulasm*|gec*|dusm*;
        mesaj ~ at*|gonder*; gonderilmiyor; iletilmiyor; tek tik; mesajlar*; mesajlas*; mail ~
        gonder*|alam*
        """,
    "other_function.alerts": "bildirim*",
    "no_connection.named": """
        internet* ~ yok|gitti|kesil*|kop*|gelm*|kesinti*|cekm*|calism*|ariza*; baglanti* ~
        yok|kop*|kesil*|hata*|sorun*|gitti; sinyal ~ yok; cekmiyor; sebeke ~ yok|gitti|cekm*; hat
        ~ yok|kesik|cekm*; wifi ~ yok|kop*|calism*|baglan*; baglanmiyor; baglanam*; baglanti
        kurul*; internetsiz*; cevrimdisi; kopuyor; kopma*; modem ~ kirmizi|yanip|isik*; kesinti ~
        var; internet kesinti*
        """,
    "slow.named": """
        yavas; yavasla*; yavaslik; cok yavas; kasiyor; kasma; donarak; gec ~ acil*|yuklen*|gel*;
        hiz* ~ dus*|yavas|yok; hizim; dusuk hiz; lag; gecikme*; ping; mbps; agir ~
        calis*|aciliyor; uzun sur*; takila takila
        """,
    "server_error.named": """
        sunucu ~ hata*|cevap|yanit|baglan*; hata ~ kod*|mesaj*|veriyor|aliyorum|500|502|503|504;
        bir ~ hata*|seyler ~ olustu|ters; hata olustu; server ~ hata*|error; bilinmeyen hata;
        beklenmeyen ~ hata*; 502; 503; sistem hata*
        """,
    "media.named": """
        video*|fotograf*|foto|resim*|muzik*|ses|sarki*|yayin*|film*|dizi*|kanal*|hikaye*|goruntu*
        ~ acilm*|oynam*|don*|yuklen*|gelm*|kes*|siyah|yok|calm*|tak*|bulan*|cikm*; ses yok; ses ~
        gelm*|gitm*; oynatm*; oynatil*; izlenmiyor; izleyem*; indirem*; inmiyor; paylasam*;
        yukleyem*; goruntulu ~ ara*|konus*; arama* ~ dus*|kop*|yapil*; mikrofon; kamera ~
        calism*|acilm*; canli yayin*; televizyon; sesli mesaj*
        """,
    "payment.named": """
        odeme* ~ yap*|hata*|basarisiz|gecm*|redd*|alinm*|olm*; odeyem*; para ~
        cek*|gonder*|yatir*|gitm*|gelm*|transfer*; havale*; eft; kart* ~ gecm*|redd*|hata*|kabul;
        islem ~ yapil*|basarisiz|redd*|gerceklesm*; satin al* ~ hata*|olm*|yap*; satin alam*; atm;
        iki kere ~ cek*|cekil*; hesabimdan ~ cek*|para; pos ~ calism*; bakiye ~
        gelm*|yuklen*|dus*; mobil bankacilik; iade ~ gelm*
        """,
    "power_cut.named": """
        elektrik* ~ yok|kesik|gitti|kesil*|kesinti*|gelm*; elektrikler; elektriksiz*; isik* ~
        yok|gitti|kesil*; karanlikta ~ kal*; elektrik kesinti*
        """,
    "not_outage.praise": """
        guzel; cok iyi; harika; mukemmel; super ~ uygulama|oyun; begen*; seviyorum; tavsiye;
        tesekkur*; bayil*; basarili; faydali; kullanisli; muhtesem; efsane; en iyi; iyi ~
        uygulama|oyun; memnun*; eglenceli; kolay
        """,
    "not_outage.wish": """
        keske; olsa ~ iyi|guzel|daha; eklen*; ekley*; lutfen ~ ekle*|getir*; istiyor* ~ ozellik;
        olmali; gelse; getirin; ozellig* ~ gelsin; oneri*; isterdim
        """,
    "not_outage.complaint": """
        fatura*; ucret*; pahali; fiyat*; zam; iade; musteri hizmet*; dolandiric*; abonelik*;
        sozlesme*; taahhut*; reklam*; kampanya*; para ~ tuzag*|cal*; iptal ~ et*; cayma ~ bedel*;
        cagri merkezi; hirsiz*; tarife*; kota*; akk
        """,
    "not_outage.content": """
        sikici; kotu; rezalet; berbat; sacma; siliyorum; sildim; kaldirdim; banlan*; engellen* ~
        hesab*; spam; igrenc; nefret; hayal kirikligi; bos uygulama; askiya al*
        """,
    "other_function.display": """
        gorunmuyor; gozukmuyor; goremiyor*; kayboldu; kaybol*; silindi; silin* ~
        verileri*|hersey|her; kaydetmiyor; kaydedil*; cikmiyor; gitmis; yok oldu; ilerleme* ~
        sil*|kaybol*
        """,
    "other_function.feature": """
        arama|buton|dugme|tus|ayarlar|profil|filtre*|harita|yorum*|senkron* ~
        calism*|acilm*|hata*|yok|bozuk|gelm*|kaybol*;
        gecmis|klavye|rehber|kisi*|grup*|widget|sepet|konum|gps|tema|menu ~
        calism*|acilm*|hata*|yok|bozuk|gelm*|kaybol*; takip edem*; yorum ~ yap*; silemiyor*;
        degistirem*; ekleyem*; kaydedem*; paylasam*; begenem*; arama yapam*; duzenleyem*
        """,
    "other_function.weak": "yapamiyor*; olmuyor; edemiyor*; alamiyor*",
    "other_function.bug": """
        bug; hata; hatali; hatalar; sorun; sorunlar; problem; duzelt*; cozun; guncelleme* ~
        sonra|sonrasi|beri; guncelledikten
        """,
}

CUES = {
    # "Because of" stands behind what it blames, so it reads as "led to".
    "cue.leads": """
        nedeniyle; yuzunden; sebebiyle; kaynakli; dolayi; sonucu; ardindan; neden oldu; yol acti;
        sebep oldu; sonucunda; etkiledi; etkiliyor; kesintiye ugrat*; devre disi birak*; aksat*
        """,
    "cue.denies": "hicbir",
    "cue.refutes": """
        degil; degildir; yok; yoktur; bulunmuyor; bulunmamaktadir; soz konusu degil; kaynakli
        degil; iliskisi yok
        """,
    "cue.supposes": "eger; onlemek icin; durumunda",
}
