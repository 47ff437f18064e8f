"""Portuguese: how operators name a cause and users say what fails, without accents.

The notation is explained in outages/causes/matching.py.
"""

CAUSES = {
    "software_bug.named": """
        erro|erros|falha|falhas|defeito|bug de|no|em|do ~ software|codigo|programacao|programa;
        erro de programacao; vazamento de memoria; falha|erro|defeito no|na|em|de ~
        codigo|programa|sistema|software|logica; bug ~ no|na|em
        """,
    "software_bug.weak": """
        falha|problema|erro|incidente|pane
        tecnica|tecnico|interna|interno|informatica|informatico; problemas tecnicos; falhas
        tecnicas; dificuldades tecnicas; bug; falha do|no sistema; instabilidade ~ interna
        """,
    "capacity_overload.named": """
        sobrecarga*; sobrecarreg*; satura*; congestiona*; capacidade ~
        insuficiente|excedida|esgotada|maxima|limite; excesso de ~
        acessos|usuarios|pedidos|requisicoes|demanda; muitos acessos|usuarios; falta de
        capacidade; acima ~ capacidade|esperado|suportado; excesso de ~
        acessos|usuarios|trafego|demanda|requisicoes; nao ~ suportou|aguentou|suportaram; muitos ~
        acessos|usuarios ~ simultane*; acessos simultaneos; limite ~ capacidade
        """,
    "capacity_overload.traffic": """
        alta|alto|grande|elevada|elevado|forte|intensa|inesperada
        demanda|procura|trafego|volume|carga|fluxo; pico|aumento|crescimento|onda de|do|da|no|na ~
        trafego|demanda|procura|acessos|usuarios|carga|requisicoes; milhares|milhoes de ~
        acessos|usuarios|candidatos|pessoas|clientes; ao mesmo tempo; simultane*;
        alta|grande|enorme ~ demanda|procura|quantidade|volume
        """,
    "software_update.deploy": """
        atualizac*; nova|ultima|recente versao; implanta*; lancamento*; deploy; nova|novas
        funcionalidade*|recurso*; versao ~ defeituosa|nova; correcao ~ software; novo ~
        sistema|aplicativo|software|portal|firmware; nova ~ versao|plataforma; migracao ~
        novo|nova; versao ~ aplicativo|app|lancada
        """,
    "software_update.introduced": """
        apos|depois|desde|durante ~ atualizacao|implantacao|deploy; introduziu ~ erro|falha|bug;
        atualizacao ~ defeituosa|falha|com
        """,
    "software_update.rollback": "revert*; versao anterior; rollback; desfizemos; desfaz*",
    "configuration_error.named": """
        erro|erros|falha|alteracao|mudanca|problema de|na|da|nas|em ~ configuracao|configuracoes;
        configuracao ~ incorreta|errada|erronea; ma configuracao; mal configurad*; erro ~
        roteamento|encaminhamento|dns; parametro ~ errado|incorreto; regra ~
        errada|incorreta|firewall; configur* ~ errad*|incorret*|equivocad*; ajuste ~
        errado|incorreto
        """,
    "configuration_error.human": """
        erro humano|manual|operacional; falha humana; por engano; acidentalmente; por acidente;
        acidental; inadvertid*; involuntari*
        """,
    "configuration_error.certificate": """
        certificado* ~ expirad*|vencid*|caducad*; expiracao|vencimento ~ certificado*; dominio ~
        expirado|vencido
        """,
    "planned_maintenance.named": """
        manutenc* ~ programada*|planeada*|planejada*|agendada*|prevista*; manutenc* ~
        preventiva*|emergencial|emergencia|rotina|curso|andamento;
        trabalhos|janela|periodo|servicos de|da ~ manutencao; em manutencao;
        interrupcao|parada|paragem|desligamento programada|planejada|programado; intervenc*
        programada*; manutencao ~
        preventiva|programada|agendada|planejada|rede|corretiva|emergencial; realizaremos ~
        manutencao; janela de manutencao
        """,
    "planned_maintenance.bare": "manutenc*",
    "planned_maintenance.future": """
        realizaremos; sera* realizad*; ficara* ~ indisponive*|fora; estara* ~ indisponive*|fora;
        vamos realizar; duracao ~ prevista|estimada; durante a madrugada; na madrugada; amanha
        """,
    "planned_maintenance.move": """
        migracao ~ servidor*|plataforma|sistema|dados|para; mudanca ~ servidor*|datacenter;
        substituicao ~ equipamento*|hardware; modernizacao; ampliacao ~ rede
        """,
    "hardware_power.power": """
        falha|falta|queda|corte|interrupcao|problema|perda de|no|na|da|em ~
        energia|eletric*|luz|alimentacao|fornecimento|corrente; energia eletrica; gerador*;
        nobreak; transformador*; subestac*; curto circuito; rede eletrica; falha eletrica;
        sobretensao
        """,
    "hardware_power.cooling": """
        refrigeracao; ar condicionado; superaquec*; sobreaquec*; incendio ~
        datacenter|centro|data|edificio|subestacao; arrefecimento; climatizacao
        """,
    "hardware_power.hardware": """
        falha|defeito|avaria|problema|pane de|no|em|do|num|nos ~
        hardware|disco*|servidor*|roteador*|equipamento*|armazenamento|switch; avaria*;
        equipamento ~ danificado|avariado|defeituoso; hardware ~ defeituoso; substitu* ~
        disco|equipamento*|peca*; defeito|falha|problema|pane ~
        disco*|servidor*|equipamento*|hardware|placa|storage; troca ~ peca|equipamento|disco|placa
        """,
    "hardware_power.datacenter": """
        centro* de dados ~ falha|fora|problema; falha|queda|problema|incidente ~ datacenter|centro
        de dados|data; data center|datacenter ~ fora|caiu|falha
        """,
    "network_connectivity.cable": """
        corte|rompimento|ruptura|dano|danos de|do|da|no|na|em|nos ~ fibra*|cabo*; fibra ~
        cortada|rompida|optica; cabo* ~ submarino*|rompido*|cortado*|danificado*|roubado*;
        vandalismo; roubo|furto de cabo*; sabotagem ~ rede|cabo*; obras ~ via|rua|terceiros;
        escavac*; rompiment* ~ fibra|cabo*|otica; furto|roubo ~ cabo*|fibra|cobre; cabo* ~
        rompid*|cortad*|furtad*|danificad*; fibra ~ rompida|cortada|danificada
        """,
    "network_connectivity.transit": """
        provedor* de internet|acesso; operadora*; perda de pacotes; transito ip; peering; backbone
        """,
    "network_connectivity.network": """
        problema*|falha*|queda|interrupcao|instabilidade|indisponibilidade de|na|da|em|com|no ~
        rede|conectividade|conexao|ligacao|roteamento|dns; falha de rede; queda da rede; rede ~
        fora|indisponivel; perda de conectividade
        """,
    "third_party_dependency.named": """
        terceiro*; fornecedor* ~ externo*|servico*|nuvem|tecnologia|infraestrutura|terceiro*;
        provedor* ~ externo*|nuvem|servico*|hospedagem|pagamento*|terceiro*; parceiro* ~
        externo*|tecnologico*|tecnologia|falha|problema*; nosso fornecedor|provedor|parceiro;
        servico* externo*; prestador*; empresa parceira|terceirizada; terceirizad*;
        parceiro*|fornecedor*|operadora|provedor* ~
        externo*|terceiro*|instabilidade|falha|problema|enfrenta*; falha|problema|instabilidade ~
        parceiro*|fornecedor*|provedor*|terceiro*|operadora
        """,
    "cyberattack.named": """
        ciberataque*; ataque*; ddos; negacao de servico; hacker*; pirata* informatico*;
        ransomware; malware; acesso nao autorizado; acessos nao autorizados; invasao; invadid*;
        intrus*; incidente de seguranca; violacao ~ seguranca|dados; vazamento de dados; sequestro
        de dados; malicios*; cibercrim*; vitima ~ ataque|invasao; invasao ~
        sistema*|hacker*|servidor*; criminosos
        """,
    "cyberattack.weak": "hackead*",
    "external_event.nature": """
        terremoto*; terramoto*; sismo*; furacao*; tempestade*; temporal; temporais; enchente*;
        inundac*; cheias; raio*; descarga* atmosferica*; incendio* florest*; ciclone*; tornado*;
        deslizamento*; desastre natural; catastrofe*; mau tempo; condicoes ~
        climaticas|meteorologicas; chuvas; vendaval; vulcao; tsunami; neve
        """,
    "external_event.state": """
        governo*; autoridades; ministerio; ordem|decisao judicial; tribunal; justica ~
        determinou|bloque*; suspensao ~ determinada|judicial; bloqueio ~
        judicial|determinado|internet; anatel; censura*; eleicoes; protestos; greve*; guerra;
        militar*; sancoes; exames nacionais
        """,
    "external_event.area": "apagao*; blecaute*; todo o pais; apagao nacional",
    "unknown.investigating": """
        investig*; estamos trabalhando; trabalhando para ~ resolver|normalizar|corrigir; equipe ~
        trabalh*; apurando; causa* ~ desconhecid*|sendo; analis*; lamentamos; pedimos desculpa*; a
        trabalhar
        """,
    "unknown.open": """
        causa|causas|origem|motivo ~ desconhecid*|investig*|apurad*|analis*|determin*|identificar;
        nao ~ sabemos|conhecemos|sabe|conhecida ~ causa|origem|motivo|porque;
        investigando|apurando|identificar|determinar|buscando|apurar ~ causa|causas|origem; ainda
        nao se sabe|conhece
        """,
    "unknown.symptom": """
        instabilidade*; indisponibilidade; indisponivel; problemas com|para|ao|no|de ~
        acesso|acessar; dificuldade* ~ acesso|acessar; intermiten*; lentidao; fora do ar
        """,
}

SYMPTOMS = {
    "login.named": """
        login; logar; fazer login; entrar|acessar|aceder na|a|em|minha ~ conta|perfil; senha*;
        palavra passe; codigo de ~ verificacao|confirmacao; verific* ~ conta|numero|codigo;
        cadastr*; registr* ~ conta; conta ~ bloqueada|acesso|recuperar; autentica*; me desloga;
        deslog*; iniciar sessao; terminar sessao; recuperar ~ conta; nao consigo ~
        entrar|logar|acessar
        """,
    "app_crash.named": """
        fecha sozinho|sozinha; fecha ~ app|nada; fica fechando; trava*; travando; travou; travado;
        congela*; crash*; nao abre ~ app|aplicativo; app|aplicativo|aplicacao|jogo ~ nao ~
        abre|inicia|responde; nao abre; tela preta; ecra preto; parou de responder; nao responde;
        para de funcionar; fecha do nada; fecha|fechar automaticamente; bloqueia; reinicia
        """,
    "not_loading.named": """
        nao ~ carrega*; nunca carrega; fica ~ carregando; carregando ~ infinit*|sempre|nada;
        pagina ~ branco|nao|carrega; tela branca; ecra branco; site|pagina ~ fora|caiu|nao; fora
        do ar; nao ~ abre ~ pagina*|site|link*|noticia*; nao atualiza; nao aparece nada; nao
        mostra nada
        """,
    "not_loading.broken": """
        nao funciona*; nao ta|esta funcionando; nao ta pegando; nao pega; parou de funcionar;
        caiu; esta em baixo; nao presta ~ funcionar; deixou de funcionar; esta fora
        """,
    "messaging.named": """
        mensage*|sms|email*|e mail|chat* ~ nao|nunca|demora*|atras*; nao ~
        envia*|manda*|recebe*|recebo|chega* ~ mensage*|sms|email*|nada; enviar|receber|mandar ~
        mensage*|email*|sms; mensagens
        """,
    "other_function.alerts": "notificac*; avisos",
    "no_connection.named": """
        sem|nao ~ internet|conexao|sinal|rede|ligacao|wifi|servico|linha; nao tenho|ha|tem ~
        internet|conexao|sinal|rede|wifi|linha;
        internet|conexao|sinal|wifi|rede|fibra|roteador|ligacao|net ~
        caiu|cai|caindo|fora|nao|instavel|intermitente|abaixo|oscil*; queda* de ~
        internet|conexao|sinal; cai ~ toda|toda|hora; desconect*; nao conecta; perda de sinal;
        oscila*; estou sem net|internet
        """,
    "slow.named": """
        lento; lenta; lentos; lentidao; devagar; demora* ~ muito|carregar|abrir|demais; lag;
        lagando; velocidade*; mega; megas; trava muito; ping; latencia; muito tempo; arrast*
        """,
    "server_error.named": """
        erro ~ servidor|500|502|503|504|interno|desconhecido|inesperado; mensagem de erro; codigo
        de erro; algo ~ errado; servidor* ~ fora|erro|indisponive*; ocorreu ~ erro;
        aparece|da|dando erro; da ~ erro; erro ao; sempre erro
        """,
    "media.named": """
        video*|foto*|imagem|imagens|musica*|som|audio* ~
        nao|trava*|pret*|corta*|para|erro|embacad*|carrega*;
        stream*|filme*|serie*|canal|canais|stories|reels ~
        nao|trava*|pret*|corta*|para|erro|embacad*|carrega*; sem ~ som|audio|imagem; nao ~
        reproduz*|toca*|ouco|sai ~ video*|musica*|som|audio*; nao ~
        baixar|baixa|postar|ver|assistir|publicar|subir ~ video*|foto*|filme*|audio*; chamada* ~
        video|cai*|nao|voz; ligac* de video; microfone; camera ~ nao; transmiss*; reproducao;
        televisao
        """,
    "payment.named": """
        pagamento* ~ nao|recusad*|falh*|erro|pendente*; nao ~ pagar|comprar|transferir|sacar;
        cartao ~ recusad*|nao|erro|negado; pix; transferencia*; transacao*; compra ~
        nao|recusad*|erro; cobrad* ~ duas|dobro|vezes; caixa eletronico; multibanco; mb way;
        boleto ~ nao|erro; dinheiro ~ sumiu|nao|caiu; saldo ~ nao; recarga ~ nao
        """,
    "power_cut.named": """
        sem|falta|queda|faltou|acabou|caiu ~ energia|luz|eletricidade|forca; nao ha|tem|temos
        luz|energia|eletricidade; apagao; blecaute; corte de energia|luz; luz ~ acabou|caiu|foi;
        as escuras; no escuro
        """,
    "not_outage.praise": """
        amo; adoro; adorei; otimo; otima; excelente*; muito bom|boa; bom app|jogo|aplicativo;
        maravilh*; perfeit*; melhor app|aplicativo|jogo; recomend*; obrigad*; gosto; gostei;
        parabens; incrivel; facil de; util
        """,
    "not_outage.wish": """
        deveria*; poderia* ~ ter|colocar|adicionar|melhorar; gostaria; seria ~
        bom|legal|melhor|otimo; adicion*; coloquem; falta ~ opcao|funcao; sugestao; sugiro;
        tomara; queria que
        """,
    "not_outage.complaint": """
        fatura*; conta ~ alta|cara|cobranca; cobranca*; cobram; preco*; caro; reembolso; estorno;
        atendimento; golpe; assinatura*; contrato; propaganda*; anuncio*; publicidade; roubo;
        plano ~ caro|preco; cancel*; promoc*; fraude
        """,
    "not_outage.content": """
        chato; chata; ruim; pessim*; lixo; horrivel; desinstal*; banid*; suspens* ~ conta; spam;
        pior; decepc*; odeio; nao gostei; merda; porcaria
        """,
    "other_function.display": """
        nao ~ aparece*|vejo|mostra*|salva*|consigo ver|guarda; sumiu; sumiram; desaparec*; perdi ~
        tudo|progresso|conta|dados|fotos; apag*; nao encontro
        """,
    "other_function.feature": """
        busca|pesquisa|botao|configurac*|definic*|perfil|filtro*|mapa|comentario*|sincroniz* ~
        nao|erro|sumiu|falha*|parou;
        historico|teclado|contatos|contactos|grupo*|widget|carrinho|gps|localizacao|modo ~
        nao|erro|sumiu|falha*|parou; nao ~ consigo|deixa|da ~
        buscar|excluir|apagar|editar|adicionar|seguir; nao ~ consigo|deixa|da ~
        mudar|trocar|compartilhar|salvar|comentar|sincronizar|curtir
        """,
    "other_function.weak": "nao consigo|consegue|da|deixa; impossivel",
    "other_function.bug": """
        bug; bugs; bugado; bugando; erro; erros; falha; problema; problemas; arrum*; corrij*;
        resolvam; resolvem; desde|depois ~ atualizacao|atualizei
        """,
}

CUES = {
    "cue.leads": """
        causou; causando; provocou; provocando; ocasionou; levou a; resultou em; gerou; gerando;
        deixou ~ fora|sem|indisponiv*; afetou; afetando; derrubou; interrompeu; desencadeou
        """,
    "cue.owes": """
        devido; por causa; em razao; em virtude; causad* por; provocad* por; ocasionad* por;
        decorrente; em consequencia; como resultado; apos; motivad* por; causa raiz; a causa; em
        funcao; originad* por|em; porque; por conta; em decorrencia; devido a; devido ao; gerad*
        por
        """,
    "cue.denies": "nao; nenhum; nenhuma; sem; nem; descart*; tampouco; nunca",
    "cue.supposes": "caso; para evitar; evitar; prevenir; em caso de",
    "cue.refutes": "descartad*; foi|esta descartad*; nao ~ causa",
}
