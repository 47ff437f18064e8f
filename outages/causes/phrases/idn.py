"""Indonesian: how operators name a cause and users say what fails.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        kesalahan|bug|cacat|error pada|di|dalam ~ perangkat|software|kode|program|sistem|aplikasi;
        kesalahan perangkat lunak; bug perangkat lunak; kebocoran memori; bug|kesalahan|cacat
        pada|dalam|di ~ perangkat lunak|sistem|aplikasi|program|kode; galat ~ sistem|program;
        kesalahan pemrograman
        """,
    "software_bug.weak": """
        gangguan|masalah|kendala|kesalahan teknis|sistem|internal; bug; kerusakan sistem; sistem ~
        error; eror sistem
        """,
    "capacity_overload.named": """
        kelebihan|melebihi beban|kapasitas; kapasitas ~ penuh|terbatas|terlampaui|tidak; overload;
        terlalu banyak ~ pengguna|permintaan|akses|pengunjung; server penuh; beban berlebih; tidak
        mampu menampung; lonjakan ~ pengguna|trafik|transaksi|akses|permintaan; terlalu banyak ~
        pengguna|permintaan|akses; kelebihan beban; kapasitas ~ penuh|terlampaui|tidak; antrean ~
        panjang
        """,
    "capacity_overload.traffic": """
        lonjakan|peningkatan|kenaikan ~
        trafik|traffic|lalu|pengguna|permintaan|akses|pengunjung|beban|transaksi;
        trafik|traffic|permintaan|beban tinggi|padat|meningkat; tingginya ~
        trafik|permintaan|akses|transaksi|antusiasme; antusiasme
        """,
    "software_update.deploy": """
        pembaruan; pembaharuan; update ~ sistem|aplikasi|terbaru|versi; versi baru|terbaru; rilis;
        perilisan; memperbarui; upgrade sistem|aplikasi; fitur baru; diperbarui; peluncuran; versi
        ~ baru|terbaru; pembaruan ~ aplikasi|sistem|versi; migrasi ~ sistem|baru; sistem baru
        """,
    "software_update.introduced": """
        setelah|sejak|akibat|pasca ~ update|pembaruan|upgrade|rilis; pembaruan ~ bermasalah|gagal
        """,
    "software_update.rollback": """
        dikembalikan ~ versi; versi sebelumnya|lama; rollback; membatalkan ~ perubahan|pembaruan
        """,
    "configuration_error.named": """
        kesalahan|perubahan|salah|masalah ~ konfigurasi|pengaturan|setelan; konfigurasi ~
        salah|keliru|tidak; salah konfigurasi; miskonfigurasi; perubahan ~ dns|jaringan|routing;
        kesalahan|salah ~ konfigurasi|pengaturan|setelan; konfigurasi ~ salah|keliru; sertifikat ~
        kedaluwarsa|habis
        """,
    "configuration_error.human": """
        kesalahan manusia|operator|manual|prosedur; human error; tidak sengaja; secara keliru;
        kelalaian; salah input
        """,
    "configuration_error.certificate": """
        sertifikat ~ kedaluwarsa|kadaluarsa|habis|expired; domain ~ kedaluwarsa|kadaluarsa|habis
        """,
    "planned_maintenance.named": """
        pemeliharaan ~ terjadwal|rutin|berkala|darurat|sistem|server|jaringan|terencana; jadwal
        pemeliharaan; sedang ~ pemeliharaan|maintenance|perbaikan; dalam ~
        pemeliharaan|maintenance; maintenance ~ sistem|server|terjadwal|rutin; peningkatan
        sistem|layanan ~ dilakukan|pada; pemadaman terencana|terjadwal
        """,
    "planned_maintenance.bare": "pemeliharaan; maintenance; perawatan",
    "planned_maintenance.future": """
        akan ~ dilakukan|dilaksanakan|melakukan|berlangsung; tidak dapat ~ diakses|digunakan ~
        selama|pada|mulai; mulai pukul; besok; dini hari; selama proses
        """,
    "planned_maintenance.move": """
        migrasi ~ sistem|server|data|ke; pemindahan ~ server|data|sistem; penggantian ~ perangkat;
        peningkatan kapasitas
        """,
    "hardware_power.power": """
        pemadaman|padam|gangguan|masalah|kehilangan|korsleting|matinya ~ listrik|daya|kelistrikan;
        listrik ~ padam|mati|putus; pasokan listrik|daya; genset; trafo; gardu; korsleting; arus
        pendek
        """,
    "hardware_power.cooling": """
        pendingin; kepanasan; suhu tinggi; kebakaran ~ data|gedung|server|pusat; kebakaran;
        overheat*
        """,
    "hardware_power.hardware": """
        kerusakan|gangguan|kegagalan|masalah ~
        perangkat|hardware|server|disk|router|switch|peralatan|penyimpanan; perangkat keras;
        perangkat ~ rusak; server ~ rusak; penggantian ~ komponen|disk
        """,
    "hardware_power.datacenter": """
        gangguan|kerusakan|masalah|insiden ~ pusat data|data; pusat data ~
        gangguan|padam|terbakar|masalah; data center ~ gangguan|masalah|padam
        """,
    "network_connectivity.cable": """
        kabel ~ putus|terputus|rusak|laut|bawah|optik|dicuri; putusnya ~ kabel|fiber; fiber optik
        ~ putus|rusak; fiber ~ putus|cut; kerusakan ~ kabel|fiber; serat optik; vandalisme;
        pencurian kabel; galian; skkl; kabel ~ putus|terputus|terpotong|rusak|laut|dicuri|optik
        """,
    "network_connectivity.transit": """
        penyedia ~ internet|jaringan; operator ~ seluler|jaringan|telekomunikasi; packet loss;
        backbone; isp
        """,
    "network_connectivity.network": """
        gangguan|masalah|kendala ~ jaringan|koneksi|konektivitas|internet|dns|routing|sinyal;
        jaringan ~ gangguan|terganggu|down|bermasalah|terputus
        """,
    "third_party_dependency.named": """
        pihak ketiga; penyedia ~ layanan|cloud|hosting|pembayaran|eksternal; mitra ~
        kami|eksternal|gangguan|pembayaran; penyedia kami; pihak ~ bank|mitra|penyedia ~
        gangguan|mengalami; layanan eksternal; rekanan; kendala|gangguan|masalah ~ pihak ~
        bank|mitra|operator|penyedia|ketiga|vendor|eksternal; dari ~ pihak ~
        operator|mitra|bank|penyedia; operator ~ mitra; sistem ~ mitra
        """,
    "cyberattack.named": """
        serangan; ddos; siber; peretas*; diretas; peretasan; hacker*; ransomware; malware; akses ~
        tidak sah|ilegal; pembobolan; dibobol; kebocoran data; insiden keamanan; pencurian data
        """,
    "cyberattack.weak": "dihack",
    "external_event.nature": """
        gempa; banjir; badai; petir; sambaran petir; angin kencang; puting beliung; tsunami;
        longsor; tanah longsor; kebakaran hutan; cuaca ~ buruk|ekstrem|ekstrim; hujan ~
        deras|lebat; bencana ~ alam; erupsi; gunung meletus; topan; siklon
        """,
    "external_event.state": """
        pemerintah; kominfo; kementerian; komdigi; diblokir ~ pemerintah|kominfo; pemblokiran;
        perintah ~ pengadilan|pemerintah; pembatasan ~ internet|akses; pemilu; demonstrasi;
        kerusuhan; perang; militer; ujian nasional
        """,
    "external_event.area": """
        pemadaman ~ massal|total|bergilir; blackout; listrik padam ~ se|seluruh|total; seluruh
        wilayah
        """,
    "unknown.investigating": """
        sedang ~ menyelidiki|diselidiki|menelusuri|ditangani|menangani|investigasi; penyebab ~
        belum|diketahui|masih; tim ~ kami ~ bekerja|berupaya|menangani; mohon maaf; kami mohon;
        dalam ~ penanganan|penyelidikan; investigasi
        """,
    "unknown.open": """
        penyebab ~ belum|diketahui|diselidiki|ditelusuri|masih|dicari; belum ~ diketahui|tahu|jelas
        ~ penyebab|sebab|penyebabnya; mencari|menyelidiki|menelusuri ~ penyebab|sebab
        """,
    "unknown.symptom": """
        gangguan ~ layanan|pada|akses; kendala ~ akses|pada|layanan; tidak dapat ~ diakses;
        terganggu; mengalami ~ gangguan|kendala
        """,
}

SYMPTOMS = {
    "login.named": """
        login; log in; logout; masuk ~ akun|aplikasi; ga|gak|tidak|nggak|susah ~ bisa ~
        masuk|login; kata sandi; sandi; password; kode ~ verifikasi|otp|konfirmasi; otp;
        verifikasi; daftar ~ akun|gagal; akun ~ terkunci|diblokir|hilang|akses; keluar sendiri ~
        akun; autentikasi
        """,
    "app_crash.named": """
        keluar sendiri; keluar ~ sendiri; tutup sendiri; menutup sendiri; force close; fc; crash;
        berhenti ~ sendiri|mendadak|bekerja|terus; aplikasi ~ tidak|ga|gak|nggak ~ bisa|dapat ~
        dibuka|buka; ga|gak|tidak|nggak bisa dibuka|buka ~ aplikasi; ga|gak|tidak bisa dibuka;
        hang; nge hang; layar hitam; macet; freeze; tidak merespon; tertutup
        """,
    "not_loading.named": """
        tidak|ga|gak|nggak|ngga|gk ~ muat|memuat|loading|muncul; loading ~
        terus|terus|lama|mulu|selamanya; muter ~ terus; layar putih; halaman ~ kosong|putih|tidak;
        website|situs|web|halaman ~ down|tidak|error|mati; tidak|gak|ga ~ bisa ~ buka ~
        web|situs|halaman|artikel|link; blank
        """,
    "not_loading.broken": """
        tidak|gak|ga|nggak|ngga|gk bisa ~ dipakai|digunakan|dipake|diakses|akses|jalan|berfungsi;
        tidak berfungsi; ga jalan; error terus; eror; eror terus; lagi rusak; server tidak
        bekerja; error mulu; lagi error
        """,
    "messaging.named": """
        pesan|chat|sms|email|wa ~ tidak|ga|gak|nggak|lama|pending|centang|telat|gagal;
        tidak|ga|gak|nggak ~ kirim|mengirim|terkirim|terima|menerima|masuk ~ pesan|chat|sms|email;
        kirim|mengirim|menerima ~ pesan|chat|sms|email; centang satu; pesan; gagal kirim|terkirim
        """,
    "other_function.alerts": "notif; notifikasi; pemberitahuan",
    "no_connection.named": """
        tidak|ga|gak|nggak|ngga|tanpa ~ ada ~ internet|sinyal|jaringan|koneksi|wifi;
        internet|sinyal|jaringan|koneksi|wifi|indihome ~
        mati|hilang|putus|down|ilang|gangguan|los|jelek|error|ga|gak|tidak|terputus|lost; mati ~
        internet|wifi|sinyal; los merah; lampu los; putus ~ nyambung|putus; terputus; offline;
        koneksi ~ buruk|gagal; gangguan internet|jaringan|sinyal; tidak ~ terhubung|konek|connect;
        susah sinyal
        """,
    "slow.named": """
        lambat; lelet; lemot; lambaat; lama ~ banget|loading|sekali; lag; ngelag; nge lag; patah
        patah; kecepatan; kbps; mbps; tersendat; buffering; loading lama; delay; ping
        """,
    "server_error.named": """
        error ~ 500|502|503|504|server|code|kode|terus|muncul; kesalahan server; server ~
        error|sibuk|bermasalah|gangguan; terjadi kesalahan; ada ~ kesalahan|yang salah; muncul ~
        error|kesalahan|tulisan; kode error; pesan error|kesalahan; bad gateway
        """,
    "media.named": """
        video|foto|gambar|musik|lagu|suara|audio|film|streaming|story|siaran|tayangan|channel ~
        tidak|ga|gak|nggak|buram|hitam|putus|macet|error|gagal|ngelag; tidak|ga|gak ada|bisa
        suara|gambar; tidak|ga|gak|nggak ~ bisa ~
        putar|nonton|upload|unggah|unduh|download|mengunggah|mengunduh; gagal ~
        upload|unggah|unduh|download|memutar; video call; vc; panggilan ~ putus|tidak|video|suara;
        telepon ~ putus; mikrofon; kamera ~ tidak|ga|gak; nonton ~ macet|buffering; voice note
        """,
    "payment.named": """
        pembayaran ~ gagal|tidak|ga|gak|error|ditolak|pending; bayar ~ gagal|tidak|ga|gak|error;
        transfer ~ gagal|tidak|pending|lama|ga|gak; transaksi ~ gagal|pending|tidak|error; saldo ~
        tidak|terpotong|hilang|berkurang|ga|gak; top up ~ gagal|tidak|ga|gak; isi saldo; kartu ~
        ditolak; qris; atm; pulsa ~ tidak|hilang; tarik tunai; beli ~ gagal|tidak; terdebet
        """,
    "power_cut.named": """
        listrik ~ padam|mati|putus|off; mati listrik|lampu; pemadaman ~ listrik|bergilir; padam;
        lampu ~ mati|padam; pln ~ mati|padam; gelap gulita; oglangan; aliran listrik
        """,
    "not_outage.praise": """
        bagus; mantap; keren; terbaik; sangat ~ membantu|bagus|baik|suka; suka ~
        banget|aplikasi|game; bermanfaat; terima kasih; makasih; oke; recommended; mudah ~
        digunakan; puas; seru; hebat; luar biasa; membantu
        """,
    "not_outage.wish": """
        tolong ~ tambah*|tambahkan|ditambah; semoga; mohon ~ ditambah*|tambahkan|tambah;
        sebaiknya; harusnya; seharusnya ~ ada; kalau bisa; saran; tambahin; usul; pengen
        """,
    "not_outage.complaint": """
        tagihan; mahal; harga; tarif; biaya; refund; pengembalian ~ dana|uang; cs; customer
        service; layanan pelanggan; penipu*; tipu; iklan; langganan; promo; kuota ~ cepat|habis;
        pulsa ~ kesedot|tersedot; potongan; admin ~ mahal; berhenti langganan; denda
        """,
    "not_outage.content": """
        jelek; bosan; membosankan; sampah; hapus ~ aplikasi; uninstall; kecewa; buruk; benci;
        diblokir ~ akun|tanpa; di ban; banned; spam; parah; payah
        """,
    "other_function.display": """
        tidak|ga|gak|nggak ~ muncul|kelihatan|terlihat|tampil|tersimpan|keluar; hilang; ilang;
        menghilang; terhapus; kehapus; progress ~ hilang; data ~ hilang
        """,
    "other_function.feature": """
        pencarian|tombol|pengaturan|profil|filter|peta|komentar|sinkron*|riwayat ~
        tidak|ga|gak|nggak|error|hilang|eror;
        keyboard|kontak|grup|widget|keranjang|gps|lokasi|fitur|mode ~
        tidak|ga|gak|nggak|error|hilang|eror; tidak|ga|gak|nggak ~ bisa ~
        cari|hapus|edit|tambah|follow|ganti|share|simpan|komen|sinkron
        """,
    "other_function.weak": "tidak|ga|gak|nggak bisa|dapat",
    "other_function.bug": """
        bug; banyak bug; masalah; tolong ~ perbaiki|diperbaiki; perbaiki; perbaikin;
        sejak|setelah|habis ~ update|diupdate
        """,
}

CUES = {
    "cue.leads": """
        menyebabkan; mengakibatkan; berakibat; berdampak; memicu; membuat; mengganggu; sehingga;
        menimbulkan; berujung
        """,
    "cue.owes": """
        akibat; karena; disebabkan; dikarenakan; diakibatkan; dipicu; sebagai akibat; setelah;
        penyebabnya; oleh karena; imbas; dampak dari; gara gara; lantaran
        """,
    "cue.denies": "bukan; tidak; tanpa; tak; belum; bukanlah",
    "cue.supposes": "jika; kalau; apabila; untuk mencegah; untuk menghindari; seandainya",
    "cue.refutes": "tidak ~ terkait|terdampak",
}
