"""Words → cause or symptom."""

from time import perf_counter

import pytest

from outages.causes.reader import Reader
from outages.causes.taxonomy import KNOWN, SYMPTOMS, UNKNOWN
from outages.causes.text import (
    CAUSE_WEIGHTS,
    cause_of,
    causes_in,
    symptom_of,
    symptom_phrasing,
    symptoms_in,
)

CAUSES = [
    ("We are investigating reports of errors.", "unknown"),
    ("", "unknown"),
    ("Scheduled maintenance will begin at 02:00 UTC.", "planned_maintenance"),
    ("We have identified a bad deploy and are rolling back the release.", "software_update"),
    ("A misconfigured firewall rule blocked all traffic.", "configuration_error"),
    ("Loss of power in one of our data centres.", "hardware_power"),
    ("A fibre cut near Lyon affects customers in the area.", "network_connectivity"),
    ("Our cloud provider is experiencing an outage.", "third_party_dependency"),
    ("We are mitigating a large DDoS attack.", "cyberattack"),
    ("Severe weather has damaged our sites; a STÖRM warning holds.", "external_event"),
    ("A memory leak exhausted all workers.", "software_bug"),
    ("Servers were overloaded by a surge in traffic.", "capacity_overload"),
    # Operators deny it, and name what they would like to prevent.
    ("There is no evidence of a cyberattack.", "unknown"),
    ("The errors were not caused by an attack.", "unknown"),
    ("There was no planned maintenance at that time.", "unknown"),
    ("We added alerts to prevent an overload.", "unknown"),
    ("A cyberattack has been ruled out.", "unknown"),
    ("Top-ups are not available at the moment.", "unknown"),
]

# What is felt, what is done and who does it are no cause; nor is a cause that nobody knows.
NO_CAUSE = [
    "We have connectivity issues. The cause is being investigated.",
    "Customers may see elevated error rates and degraded performance.",
    "Some members are unable to log in. We are looking at the network and the database.",
    "The problem is resolved; we are still trying to find out what caused it.",
    "Our network engineers are on the case.",
    "A fix was rolled out and all services are back to normal.",
    "Our LTE service works again. Sorry for the trouble.",
    "We do not know yet why the routers restarted last night.",
    "A root cause analysis will be shared within a week.",
    "Our provider is investigating.",
    "Subscribers. Routers. Internet. Cables. Latency.",
    "Die Ursache ist noch nicht bekannt, wir untersuchen die Störung im Netz.",
    "La causa aún se desconoce; seguimos investigando.",
    "L'origine de la panne reste inconnue.",
    "A causa ainda é desconhecida e está sendo apurada.",
    "La causa del disservizio è ancora sconosciuta.",
    "De oorzaak van de storing is nog onbekend.",
    "Penyebab gangguan masih diselidiki.",
    "Kesintinin nedeni henüz bilinmiyor.",
    "कारण का अभी पता नहीं चला है।",
]

# Words that mean another thing in another company.
TRAPS = [
    ("Copper theft has cut off landlines in the valley.", "network_connectivity"),
    ("There is a break in the submarine cable to the islands.", "network_connectivity"),
    ("A retry storm brought down the queue.", "capacity_overload"),
    ("A storm brought down overhead lines.", "external_event"),
    ("An intermediate certificate in our chain ran out yesterday.", "configuration_error"),
    ("We ran out of connections.", "capacity_overload"),
    ("Payments fail because of an issue at the processor's end.", "third_party_dependency"),
    ("An issue on our end is being looked into.", "unknown"),
    ("A hostile botnet is hammering our servers.", "cyberattack"),
    ("Shelling has destroyed our base stations.", "external_event"),
    ("A shell script failed for two users.", "unknown"),
    ("A great way to keep up with the news.", "unknown"),
    ("Our servers couldn't keep up with the orders.", "capacity_overload"),
    ("There is no electricity at our studio.", "hardware_power"),
    ("Our support lines are receiving a high volume of calls.", "unknown"),
]

# Of a chain, the first link is the trigger, in either direction of telling.
CHAINS = [
    ("A power failure caused our switches to drop the network.", "hardware_power"),
    ("The network was lost because of a power failure.", "hardware_power"),
    ("A configuration change led to overloaded servers.", "configuration_error"),
    ("Servers were overloaded due to a configuration change.", "configuration_error"),
    ("Packet loss was the result of a fibre cut by an excavator.", "network_connectivity"),
    ("Die Server waren wegen eines Stromausfalls überlastet.", "hardware_power"),
]

OTHER_LANGUAGES = [
    ("Geplante Wartungsarbeiten am Sonntag von 2 bis 4 Uhr", "planned_maintenance"),
    ("Wegen eines Softwarefehlers ist der Dienst gestört.", "software_bug"),
    ("Ein Bagger hat das Glasfaserkabel durchtrennt.", "network_connectivity"),
    ("Une panne d’électricité touche notre centre de données.", "hardware_power"),
    ("Nos serveurs sont saturés suite à une mise à jour.", "software_update"),
    ("Ein Cyberangriff liegt nicht vor.", "unknown"),
    ("Le service est interrompu suite à une cyberattaque.", "cyberattack"),
    ("Una sobrecarga de los servidores provocó la caída.", "capacity_overload"),
    ("Mantenimiento programado esta noche", "planned_maintenance"),
    (
        "Uma falha no nosso fornecedor de nuvem causou a indisponibilidade.",
        "third_party_dependency",
    ),
    ("Manutenção programada para domingo", "planned_maintenance"),
    ("Il guasto è dovuto a un errore di configurazione.", "configuration_error"),
    ("Storing door een kabelbreuk in de regio", "network_connectivity"),
    ("Er is geen sprake van een cyberaanval.", "unknown"),
    ("निर्धारित रखरखाव के कारण सेवा बंद रहेगी", "planned_maintenance"),
    ("तकनीकी खराबी के कारण सेवा बाधित है", "software_bug"),
    ("भूकंप के कारण नेटवर्क ठप है", "external_event"),
    ("Gangguan akibat kabel laut putus", "network_connectivity"),
    ("Pemeliharaan sistem akan dilakukan besok", "planned_maintenance"),
    ("PLANLI BAKIM ÇALIŞMASI nedeniyle hizmet verilemeyecektir", "planned_maintenance"),
    ("Elektrik kesintisi nedeniyle sistemlerimiz kapandı", "hardware_power"),
    ("Siber saldırı değil.", "unknown"),
]

COMMENTS = [
    ("Can't log in since this morning", "login"),
    ("the app crashes as soon as I open it", "app_crash"),
    ("my messages won\N{RIGHT SINGLE QUOTATION MARK}t send", "messaging"),
    ("No internet in Bristol", "no_connection"),
    ("Error 502 bad gateway", "server_error"),
    ("payment failed twice", "payment"),
    ("es lädt nicht", "not_loading"),
    ("power is out on our street", "power_cut"),
    ("hello?", None),
    ("love this app, works great, no crashes", "not_outage"),
    ("kann mich nicht einloggen", "login"),
    ("plus de réseau depuis ce matin", "no_connection"),
    ("no puedo iniciar sesión", "login"),
    ("o aplicativo fecha sozinho", "app_crash"),
    ("non riesco a pagare, pagamento rifiutato", "payment"),
    ("geen internet in heel Utrecht", "no_connection"),
    ("नेट नहीं चल रहा, इंटरनेट बंद है", "no_connection"),
    ("bijli nahi hai subah se", "power_cut"),
    ("listrik padam dari tadi", "power_cut"),
    ("uygulama açılmıyor, sürekli çöküyor", "app_crash"),
    ("İNTERNET YOK", "no_connection"),
]


@pytest.mark.parametrize(("text", "cause"), CAUSES)
def test_a_cause_is_read_only_where_one_is_named(text: str, cause: str) -> None:
    assert cause_of(text)[0] == cause


@pytest.mark.parametrize("text", NO_CAUSE)
def test_a_symptom_a_remedy_and_a_search_name_no_cause(text: str) -> None:
    assert cause_of(text)[0] == UNKNOWN


def test_an_article_that_opens_a_text_is_no_vendors_name() -> None:
    with_article = causes_in("The reason is an outage of the AWS region.")
    without = causes_in("One reason is an outage of the AWS region.")
    found = with_article["third_party_dependency"]
    assert found == pytest.approx(without["third_party_dependency"], abs=0.05)


@pytest.mark.parametrize(("text", "cause"), TRAPS)
def test_a_word_is_read_with_its_neighbours(text: str, cause: str) -> None:
    assert cause_of(text)[0] == cause


@pytest.mark.parametrize(("text", "cause"), CHAINS)
def test_the_trigger_is_the_earliest_cause_of_a_chain(text: str, cause: str) -> None:
    assert cause_of(text)[0] == cause


@pytest.mark.parametrize(("text", "cause"), OTHER_LANGUAGES)
def test_causes_are_read_in_many_languages(text: str, cause: str) -> None:
    assert cause_of(text)[0] == cause


@pytest.mark.parametrize(("text", "symptom"), COMMENTS)
def test_a_symptom_is_read_from_a_comment(text: str, symptom: str | None) -> None:
    assert symptom_of(text)[0] == symptom


def test_what_opens_with_a_vendors_name_is_its_own_matter() -> None:
    ours = causes_in("We are affected by an AWS outage.")
    its_own = causes_in("AWS outage affecting several services.")
    assert ours["third_party_dependency"] > its_own["third_party_dependency"]


def test_a_guess_of_users_is_never_sure() -> None:
    assert cause_of("omg they got hacked")[1] < 0.9


@pytest.mark.parametrize("text", ["", "attack bug overload update power", "x" * 10_000, "\0\n🙂"])
def test_chances_of_all_answers_add_up_to_one(text: str) -> None:
    causes, symptoms = causes_in(text), symptoms_in(text)
    assert tuple(causes) == (*KNOWN, "unknown")
    assert tuple(symptoms) == SYMPTOMS
    assert sum(causes.values()) == pytest.approx(1)
    assert sum(symptoms.values()) == pytest.approx(1)


def test_weights_of_other_phrases_are_refused() -> None:
    with pytest.raises(ValueError, match="fit it again"):
        Reader.load(symptom_phrasing(), CAUSE_WEIGHTS)


def test_a_text_of_any_length_is_read_quickly() -> None:
    cause_of("warm")
    start = perf_counter()
    cause_of("the server is down because of a power failure. " * 5000)
    assert perf_counter() - start < 1
