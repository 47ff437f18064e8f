"""Spanish: how operators name a cause and users say what fails, without accents.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        error|errores|fallo|fallos|falla|fallas|defecto|bug de|en|del|en ~
        software|codigo|programacion|programa; fuga de memoria; error de programacion; bucle
        infinito; fallo|error|falla|defecto en|de ~ programa|codigo|software|aplicacion; bug ~ en;
        error informatico; fallo de programacion
        """,
    "software_bug.weak": """
        fallo|falla|problema|error|incidente|averia
        tecnico|tecnica|informatico|informatica|interno|interna;
        problemas|fallos|fallas|dificultades tecnicos|tecnicas|informaticos; bug; fallo del
        sistema; falla del|en sistema; caida del sistema
        """,
    "capacity_overload.named": """
        sobrecarga*; satura*; colaps* ~ servidor*|demanda|sistema; capacidad ~
        insuficiente|superada|excedida|maxima|limite; demasiad* ~
        solicitudes|usuarios|peticiones|conexiones|visitas; falta de capacidad; desbord*; no ~
        soporto|aguanto|soportaron|dio ~ abasto; exceso de ~
        usuarios|trafico|visitas|demanda|solicitudes|conexiones; gran cantidad|numero de ~
        visitas|usuarios|solicitudes|accesos; limite de ~ capacidad; visitas simultaneas;
        simultaneamente; usuarios simultaneos; miles|millones de ~
        usuarios|personas|visitas|clientes; al mismo tiempo
        """,
    "capacity_overload.traffic": """
        alta|alto|gran|elevada|elevado|fuerte|inusual|masiva
        demanda|trafico|afluencia|carga|volumen|concurrencia;
        pico|aumento|incremento|avalancha|aluvion de|del|en ~
        trafico|demanda|carga|solicitudes|peticiones|usuarios|visitas;
        much*|muchisimo*|demasiado|tanto|intenso trafico|visitas|demanda|usuarios|accesos; trafico
        ~ inusual|alto|elevado|intenso
        """,
    "software_update.deploy": """
        actualizacion*; nueva|ultima|reciente version; despliegue*; desplegad*; desplegamos;
        lanzamiento*; nueva|nuevas funcion*|funcionalidad*; parche*; version ~ defectuosa|nueva;
        puesta en produccion; nuevo ~ sistema|software|firmware|portal; nueva ~
        aplicacion|plataforma|app; migracion ~ nuevo|nueva; version ~
        app|aplicacion|publicada|lanzada
        """,
    "software_update.introduced": """
        tras|despues|desde|por ~ actualizacion|despliegue; introdujo ~ error|fallo|bug|problema;
        actualizacion ~ defectuosa|fallida|erronea
        """,
    "software_update.rollback": """
        revert*; version anterior; vuelta atras; deshac* ~ cambio*|actualizacion; rollback
        """,
    "configuration_error.named": """
        error|errores|fallo|cambio|cambios|problema de|en|del ~ configuracion;
        mala|incorrecta|erronea|errada configuracion; configuracion ~
        incorrecta|erronea|equivocada|defectuosa; mal configurad*; cambio de configuracion; error
        ~ enrutamiento|dns; parametro ~ erroneo|incorrecto|equivocado; regla ~
        erronea|incorrecta|cortafuegos|firewall; ajuste ~ erroneo|incorrecto; configur* ~
        incorrecta*|erronea*|equivocada*
        """,
    "configuration_error.human": """
        error humano|manual|operativo|operacional; por accidentalmente; por accidente; accidental;
        involuntari*; inadvertid*; equivocacion
        """,
    "configuration_error.certificate": """
        certificado* ~ caducad*|vencid*|expirad*; caduc* ~ certificado*; vencimiento ~
        certificado; dominio ~ caducado|vencido; certificado ~ habia|ha|estaba ~
        caducado|vencido|expirado
        """,
    "planned_maintenance.named": """
        mantenimiento ~ programado|planificado|previsto|rutina|preventivo|emergencia|curso;
        trabajos|tareas|labores|obras|ventana|periodo de|programados ~ mantenimiento; en
        mantenimiento; interrupcion|corte|parada programada|programado|planificada; mantenimientos
        """,
    "planned_maintenance.bare": "mantenimiento*",
    "planned_maintenance.future": """
        realizaremos; llevaremos a cabo; se realizara*; se llevara*; no estara* disponible*;
        estara* ~ fuera|indisponible*; tendra lugar; duracion ~ estimada|prevista; proxima
        madrugada; manana ~ de|a|se; de madrugada; sin interrupcion*
        """,
    "planned_maintenance.move": """
        migracion ~ servidor*|plataforma|sistema|datos|a; migrando; traslado ~ servidor*|centro;
        ampliacion ~ red|capacidad; sustitucion ~ equipo*|hardware; modernizacion
        """,
    "hardware_power.power": """
        corte*|falla|fallo|fallas|fallos|perdida|interrupcion|problema*
        de|en|del|electrico|electrica ~
        luz|energia|electricidad|electrico|electrica|suministro|corriente|alimentacion; apagon ~
        centro|edificio; suministro electrico; falla electrica; fallo electrico; corte electrico;
        cortes electricos; sistema* de alimentacion; generador*; transformador*; subestacion*;
        cortocircuito; red electrica; sobretension; sin ~ electricidad|energia|luz|suministro;
        apagon; fallo ~ electrico|alimentacion; bateria* ~ agotad*|fall*
        """,
    "hardware_power.cooling": """
        refrigeracion; aire acondicionado; sobrecalent*; recalent*; incendio ~
        centro|sala|edificio|subestacion|cpd; sistema de enfriamiento; inundacion ~ sala
        """,
    "hardware_power.hardware": """
        fallo|falla|averia|error|problema|rotura de|en|del ~
        hardware|disco*|servidor*|router*|equipo*|almacenamiento|switch; averia*; hardware ~
        defectuoso|danado; disco|servidor|equipo|router danado|averiado|defectuoso;
        reemplaz*|sustitu* ~ disco|equipo*|pieza*|tarjeta
        """,
    "hardware_power.datacenter": """
        centro* de datos ~ fallo|caida|incidente|problema*|fuera; caida|fallo|incidente|problema ~
        centro* de datos; cpd; data center ~ caido|fallo|falla
        """,
    "network_connectivity.cable": """
        corte|rotura|ruptura|dano|danos de|del|en|a ~ fibra|cable*; fibra ~ cortada|rota|optica;
        cable* ~ submarino*|cortado*|danado*|robado*; vandalismo; robo de cable*; sabotaje* ~
        red|cable*|fibra; excavadora*; obras ~ calle|via; robo ~ cable*|cobre|fibra; cable* ~
        arrancado*|roto*|seccionado*; fibra ~ danada|afectada; corte de fibra; dano ~
        fibra|cable*|linea; ruptura ~ fibra|cable*
        """,
    "network_connectivity.transit": """
        proveedor* de internet|acceso|conectividad; operadora*; perdida de paquetes; transito ip;
        peering; red troncal
        """,
    "network_connectivity.network": """
        problema*|fallo*|falla*|incidencia*|caida|interrupcion|averia de|en|del|con ~
        red|conectividad|conexion|enrutamiento|dns; fallo de red; caida de ~ red; red ~ caida;
        perdida de conectividad; intermitencia*
        """,
    "third_party_dependency.named": """
        tercero*; proveedor* ~
        externo*|servicio*|nube|pago*|hosting|tercero*|tecnologico*|tecnologia|alojamiento|sms;
        nuestro proveedor; proveedor|socio ~ presenta|experimenta|sufre|informa|reporta|ajeno;
        servicio* externo*; plataforma externa; ajen* a ~ nosotros|empresa|nuestr*; subcontrat*;
        problema* ~ proveedor*; proveedor*|empresa|socio|operador* ~
        externo*|ajeno*|tercero*|presenta*|sufre*|caid*; nuestr* ~ socio*|aliado*|proveedor*;
        fallo|problema|incidencia|caida ~ proveedor*|tercero*|socio*|operador
        """,
    "cyberattack.named": """
        ciberataque*; ataque*; ddos; denegacion de servicio; hacker*; hackeo*; pirata*
        informatico*; ransomware; malware; secuestro de datos; acceso no autorizado; accesos no
        autorizados; intrusion*; brecha|incidente ~ seguridad; filtracion ~ datos; ciberseguridad;
        ciberdelinc*; software malicioso; malicios*; robo de datos|credenciales; victima ~
        ataque|ciberataque|hackeo; secuestro ~ datos; ciberdelincuentes; acceso ~ no autorizado;
        hackers; secuestro ~ informatico|datos|servidores|sistemas
        """,
    "cyberattack.weak": "hackead*",
    "external_event.nature": """
        terremoto*; sismo*; temblor; huracan*; tormenta*; tifon*; inundacion*; rayo*; incendio*
        forestal*; temporal; borrasca*; ciclon*; tornado*; deslizamiento*; desastre natural;
        catastrofe*; mal tiempo; clima* ~ adverso*|extremo*; lluvias; volcan*; erupcion*; tsunami;
        inundaciones; inundacion; desbordamiento*; temporal*; deslave*; dana; nevadas;
        fuerte|intensa|gran nevada; nevada|nevadas ~ fuerte*|intensa*|historica|copiosa
        """,
    "external_event.state": """
        gobierno*; autoridades; ministerio; orden* ~ judicial|bloqueo|corte|cierre; tribunal;
        censura*; elecciones; protestas; manifestaciones; huelga*; guerra; militar*; bloqueo ~
        gubernamental|estatal|internet; regulador; sanciones; examenes ~ nacionales
        """,
    "external_event.area": """
        apagon* ~ general|nacional|masivo|pais|region; apagon*; todo el pais; gran apagon
        """,
    "unknown.investigating": """
        investig*; estamos trabajando; trabajamos ~ solucion*|resolver|restablecer; causa* ~
        desconocid*|se; analizando; nuestro equipo ~ trabaj*; lamentamos; disculp*; pendiente de ~
        causa
        """,
    "unknown.open": """
        causa|causas|motivo|origen ~ desconocid*|investig*|determin*|analiz*|clar*; no ~
        conocemos|sabemos|conoce|sabe ~ causa|motivo|origen;
        investigando|determinar|identificar|averiguar|buscando ~ causa|causas|origen|motivo;
        aun|todavia no se conoce|sabe
        """,
    "unknown.symptom": """
        problemas con|para|al|de ~ acceso|acceder; no disponible*; incidencia*; intermiten*;
        lentitud; caido; caida ~ servicio; afectad* ~ servicio; errores al
        """,
}

SYMPTOMS = {
    "login.named": """
        iniciar|inicio|inicie|inicia ~ sesion; contrasena*; clave; codigo de ~
        verificacion|confirmacion; verific* ~ cuenta|numero|codigo; registro; registrar*;
        entrar|acceder|ingresar a|en|a ~ cuenta|perfil; cuenta ~ bloqueada|acceso|recuperar;
        loguear*; logear*; me saca ~ sesion; cierra ~ sesion; cerro ~ sesion; autentica*; no me
        deja ~ entrar|ingresar|acceder; recuperar ~ cuenta; no puedo ~ entrar|ingresar
        """,
    "app_crash.named": """
        se cierra*; se cierran; se cae; se cuelga; se traba ~ cierra; se congela*; se queda ~
        negro|congelad*|pillad*|colgad*; pantalla negra; no abre ~ app|aplicacion; no se abre;
        app|aplicacion ~ no ~ abre|inicia|responde; crashe*; se detiene; se detuvo; cierra
        sola|solo; no responde; se reinicia; dejo de responder; no arranca
        """,
    "not_loading.named": """
        no|ni|nunca ~ carga*|cargan|cargando; no termina de cargar; se queda cargando; cargando ~
        siempre|infinito|nada; pagina ~ blanco|carga|abre|caida|funciona; pantalla ~
        blanca|blanco; web|pagina|sitio ~ caida|caido|no; no ~ abre* ~
        pagina*|enlace*|articulo*|web|links; no actualiza; no se actualiza; no aparece nada; no
        muestra nada
        """,
    "not_loading.broken": """
        no funciona*; no sirve*; no anda; no esta funcionando; no va; no me va; dejo de funcionar;
        esta caido|caida; se cayo; caido; fuera de servicio; no me funciona
        """,
    "messaging.named": """
        mensaje*|sms|correo*|mail|mails|email*|chat* ~ no|nunca|tarda*|retras*|pendiente*; no ~
        envi*|mand*|recib*|lleg* ~ mensaje*|sms|correo*|mail*|chat*|codigo; enviar|recibir|mandar
        ~ mensaje*|correo*|sms; no ~ llegan|entran|salen; mensajes
        """,
    "other_function.alerts": "notificaci*; avisos",
    "no_connection.named": """
        sin|no|ni ~ internet|conexion|senal|cobertura|red|servicio|linea|wifi|datos; no hay|tengo
        ~ internet|conexion|senal|cobertura|red|wifi|servicio|linea;
        internet|conexion|senal|wifi|red|fibra|router|linea ~
        caido|caida|corta|cae|va|perdida|intermitente|inestable|cortad*|fall*; se ~
        cae|corta|va|fue|cayo ~ internet|senal|conexion|wifi|linea; corte* de
        internet|servicio|senal|linea; desconect*; desconexion*; microcortes; cortes; perdida de
        senal|conexion; no conecta; no se conecta; caida de internet
        """,
    "slow.named": """
        lento; lenta; lentos; lentas; lentitud; lentisim*; lag; laguea*; tarda ~
        mucho|anos|siglos|horas|cargar; demora*; velocidad*; megas; se traba; trabado; pixel*; va
        ~ mal; ping; latencia; se ralentiza; baja velocidad
        """,
    "server_error.named": """
        error ~ servidor|500|502|503|504|interno|desconocido|inesperado; mensaje de codigo de algo
        ~ mal; servidor* ~ caido*|error|no; ha ocurrido ~ ocurrio ~ me sale|da|aparece|marca
        error|un; sale ~ error al
        """,
    "media.named": """
        video*|foto*|imagen*|musica|sonido|audio ~
        no|corta*|pausa|negro|traba*|borros*|error|congela*|carga;
        cancion*|stream*|pelicula*|serie*|canal*|historia*|reel* ~
        no|corta*|pausa|negro|traba*|borros*|error|congela*|carga; no ~ reproduce ~ video|nada;
        reproducir; reproduccion|escuch*|oye* ~ video*|musica|audio*|nada; sin ~
        sonido|audio|imagen; no ~ subir|sube*|descarg*|ver|publicar ~
        video*|foto*|imagen*|historia*|archivo*|peliculas|canales; reproduce ~ video|nada;
        reproduccion; llamada* ~ corta*|no|cae*|video; videollamada*; microfono; camara ~ no;
        nota* de voz; transmision*; television; canales
        """,
    "payment.named": """
        pago* ~ no|rechaz*|fall*|error|pendiente*; no ~ pagar|comprar|transferir|retirar; tarjeta
        ~ rechaz*|no|error; transferencia*; transaccion*; compra ~ no|rechaz*|error; cajero*;
        cobr* ~ dos|doble|veces; dinero ~ no|lleg*|descont*; bizum; saldo ~ no; recarga ~ no;
        banca en linea; pasarela de pago
        """,
    "power_cut.named": """
        sin|no|ni luz|electricidad|corriente|energia; no hay|tenemos|tengo
        luz|electricidad|corriente|energia; se ~ fue|corto|va ~ luz|corriente|energia; corte*
        de|del luz|energia|electric*|suministro|corriente; apagon*; cortaron ~ luz; a oscuras;
        corte electrico; falla electrica
        """,
    "not_outage.praise": """
        me encanta; encanta; excelente*; buenisim*; genial*; la mejor; el mejor; muy buen*; buena
        app|aplicacion; buen juego; gracias; recomiend*; recomendad*; me gusta; perfect*; util;
        divertid*; bonit*; increible; feliz; facil de
        """,
    "not_outage.wish": """
        deberia*; me gustaria; podrian ~ agregar|poner|anadir|mejorar; agreguen; pongan; estaria ~
        bien|bueno; ojala; falta ~ opcion|funcion; seria ~ bueno|genial|mejor; quisiera; anadir
        """,
    "not_outage.complaint": """
        factura*; cobro*; cobran; precio*; caro; carisimo; reembolso; devolucion; atencion al
        cliente; servicio al cliente; estafa*; contrato; suscripcion*; publicidad; anuncios;
        propaganda; robo; ladrones; tarifa*; cancelar; asesor*; promocion*
        """,
    "not_outage.content": """
        aburrid*; mala; pesim*; basura; horrible*; asco; desinstal*; banea*; suspend* ~ cuenta;
        spam; peor; decepcion*; odio; no me gusta
        """,
    "other_function.display": """
        no ~ veo|aparece*|sale*|muestra*|guarda*|puedo ver; desaparec*; se ~ borr*|perdi*; perdi ~
        todo|progreso|cuenta|datos|fotos; no encuentro; se elimin*; falta*
        """,
    "other_function.feature": """
        busqueda|buscador|boton|ajustes|perfil|filtro*|mapa|comentarios|sincroniz* ~
        no|error|falla*|desaparec*|dejo;
        historial|teclado|contactos|grupo*|widget|configuracion|modo|carrito|gps|ubicacion ~
        no|error|falla*|desaparec*|dejo; no ~ deja*|puedo ~
        buscar|eliminar|editar|agregar|seguir|cambiar; no ~ deja*|puedo ~
        compartir|guardar|comentar|sincronizar|borrar|seleccionar
        """,
    "other_function.weak": "no puedo|puede|deja|permite; imposible; no logro",
    "other_function.bug": """
        bug; bugs; fallo; fallos; falla; problema; problemas; arregl*; solucion*; desde|despues ~
        actualizacion|actualice|actualizaron
        """,
}

CUES = {
    "cue.leads": """
        causo; causa que; causando; provoco; provocando; provoca; ocasiono; ocasionando; llevo a;
        resulto en; genero; generando; dejo ~ fuera|sin|inoperativ*; afecto; afecta; afectando;
        derivo en; desencadeno; interrumpio
        """,
    "cue.owes": """
        debido; debida; por culpa; a causa; causad* por; provocad* por; ocasionad* por; originad*
        por|en; como consecuencia; a raiz; tras; por motivo*; motivad* por; causa raiz; la causa;
        producto de; derivad* de; porque; por un|una; despues de; se debe|debio a; debido a;
        motivo; originad* por; se produjo por
        """,
    "cue.denies": """
        no fue|es|hay|se|ha|hubo|esta|estan|son|existe*|debido|por|causad*|ningun*; ningun;
        ninguna; sin; tampoco; ni; descart*; nunca; se descarta; descarta* ~ un; no se trata de;
        nada que ver
        """,
    "cue.supposes": "para evitar; en caso de; evitar; prevenir",
    "cue.refutes": "descartad*; ha sido|queda descartad*; no ~ fue|es ~ causa",
}
