"""The document in Italian: plain words, short sentences, "voi" to the client."""

from collections.abc import Sequence

from scoping.domain.words import (
    Act,
    Cadence,
    Condition,
    ConditionState,
    Decision,
    Horizon,
    IfNeeded,
    Lane,
    Language,
)

from ..typography import NO_BREAK, listed, sentence
from .italian_names import NAMES


class Italian:
    """What the document says in Italian."""

    language = Language.ITALIAN
    last = "e"
    names = NAMES
    lanes = {Lane.MARKETING: "Marketing", Lane.SOCIAL: "Social media", Lane.ADJACENT: "Attività affini"}
    sections = {
        "matrix": "Chi fa che cosa",
        "marketing": "Marketing",
        "social": "Social media",
        "adjacent": "Attività affini comprese",
        "others": "Attività affini",
        "two_roles": "Una persona, due ruoli",
        "fees": "Compensi",
        "excluded": "Non compreso",
        "rules": "Regole del gioco",
        "signatures": "Firme",
    }
    cover_title = ("Che cosa facciamo,", "e che cosa no")
    cover_lead = (
        "Questo documento separa il lavoro di marketing da quello sui social media prima della firma del "
        "contratto, perché ciascuno sappia che cosa aspettarsi."
    )
    panel_text = {
        Lane.MARKETING: "Decide la direzione, d’accordo con la vostra direzione commerciale.",
        Lane.SOCIAL: "Porta le linee guida del marketing sulle piattaforme, in autonomia creativa.",
    }
    panel_who = {Lane.MARKETING: "Chi lo guida", Lane.SOCIAL: "Chi li cura"}
    panel_duties = {Lane.MARKETING: "Che cosa comprende", Lane.SOCIAL: "Che cosa comprendono"}
    panel_objectives = {Lane.MARKETING: "Dove deve arrivare", Lane.SOCIAL: "Dove devono arrivare"}
    nothing_excluded = (
        "Nessuna mansione è stata esclusa. Ciò che non è scritto qui resta fuori dall’incarico."
    )
    excluded_word = "Non è compreso:"
    excluded_close = "Si possono aggiungere, con un preventivo a parte, prima di iniziare."
    matrix_lead = "Ogni riga ha un solo responsabile, e lo stesso numero in tutto il documento."
    matrix_adjacent = "Ⓐ sono attività affini affidate allo studio: non sono né marketing né social media."
    role_lead = {
        Lane.MARKETING: (
            "Decide che cosa offrire, a chi, con quale posizionamento e con quali canali, d’accordo con la "
            "vostra direzione commerciale."
        ),
        Lane.SOCIAL: (
            "Porta le linee guida del marketing sulle piattaforme, in autonomia creativa: contenuti "
            "riconoscibili, che poi aiutano a vendere."
        ),
    }
    elsewhere_lead = {
        Lane.MARKETING: "Il marketing decide la direzione. In questo incarico non lo guida lo studio.",
        Lane.SOCIAL: "I social media seguono il marketing. In questo incarico non li cura lo studio.",
    }
    nobody_lead = {
        Lane.MARKETING: "In questo incarico nessuno guida il marketing.",
        Lane.SOCIAL: "In questo incarico nessuno cura i social media. Se servono, si aggiungono "
        "prima di iniziare.",
    }
    marketing_receives = ("obiettivi, budget, prezzi", "e i dati di vendita")
    of_marketing = "del marketing"
    guidelines_from = "Le indicazioni arrivano dalle persone scritte qui."
    no_fee = "nessuno"
    no_fee_detail = "non è lavoro dello studio"
    no_objectives = "Per questo ruolo non sono stati fissati obiettivi."
    no_duties = "Per questo ruolo lo studio non svolge mansioni."
    no_duties_here = "Non ci sono mansioni."
    adjacent_lead = "Né marketing né social media: hanno un compenso loro."
    others_lead = "Né marketing né social media: le svolgono altri, non lo studio."
    exclusion_mark = "Non comprende"
    horizons = {Horizon.SHORT: "breve", Horizon.MEDIUM: "medio", Horizon.LONG: "lungo"}
    decisions = {
        Decision.DECIDES: "Decide da sé",
        Decision.PROPOSES: "Propone",
        Decision.ASKS: "Chiede un sì",
    }
    cadences = {
        Cadence.ONCE: "una volta",
        Cadence.WEEKLY: "a settimana",
        Cadence.MONTHLY: "al mese",
        Cadence.QUARTERLY: "a trimestre",
        Cadence.YEARLY: "all’anno",
        Cadence.ON_DEMAND: "su richiesta",
    }
    if_needed = {
        IfNeeded.QUOTE: "a preventivo",
        IfNeeded.COORDINATE: "lo coordiniamo noi",
        IfNeeded.CLIENT_KEEPS: "resta a voi",
        IfNeeded.REFER: "vi indichiamo chi",
        IfNeeded.HOURLY: "a ore",
    }
    no_reason = "Il motivo non è ancora scritto."
    conditions = {
        Condition.DISTINCT: "Mansioni e obiettivi sono distinti",
        Condition.ASSESSED: "Le competenze sono state valutate",
        Condition.NOT_JUNIOR: "Il profilo non è junior",
        Condition.PAID_AS_TWO: "Ogni ruolo ha il proprio compenso",
    }
    states = {
        ConditionState.MET: "✓ soddisfatta",
        ConditionState.NOT_MET: "non soddisfatta",
        ConditionState.OVERRULED: "non soddisfatta",
        ConditionState.NOT_EXAMINED: "non esaminata",
    }
    not_examined = "Nessuno l’ha ancora esaminata."
    excluded_lead = (
        "Sono cose che spesso si danno per scontate. Qui non ci sono, ciascuna per un suo motivo. Se una vi "
        "serve, si aggiunge prima di iniziare."
    )
    adding = (
        ("Ce la chiedete", "Bastano due righe, con il numero della voce."),
        ("Vi mandiamo un preventivo", "Dice il lavoro, i tempi, il prezzo e a quale ruolo va."),
        ("Dite sì per iscritto", "Diventa un’integrazione firmata. Fino ad allora resta fuori."),
    )
    rules_lead = "In breve, per tutti i giorni. Il testo che vale è quello delle clausole."
    change_rule = (
        "Ogni richiesta si scrive. Vi diciamo che cosa cambia in lavoro, tempi e prezzo. Vale "
        "quando diciamo sì "
        "tutti e due."
    )
    no_answering = "In questo incarico non c’è un tempo di risposta fissato."
    no_approval = "In questo incarico non ci sono contenuti da approvare."
    no_clauses = "Non ci sono clausole: valgono le righe di questo documento e la legge."
    acts = {
        Act.MARKETING: "Marketing",
        Act.SOCIAL: "Social media",
        Act.EXCLUDED: "Non compreso",
        Act.WHOLE: "Tutto l’ambito",
        Act.ONEROUS: "Clausole a parte",
    }
    counts = ("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci")

    def count(self, number: int, *, feminine: bool = False, capital: bool = False) -> str:
        """A small number in words."""
        word = "una" if feminine and number == 1 else self.counts[number] if number < 11 else str(number)
        return word.capitalize() if capital else word

    def months(self, number: int) -> str:
        return f"{number}{NO_BREAK}{'mese' if number == 1 else 'mesi'}"

    def duties_counted(self, number: int) -> str:
        return f"{number}{NO_BREAK}{'mansione' if number == 1 else 'mansioni'}"

    def objectives_counted(self, number: int) -> str:
        return f"{number}{NO_BREAK}{'obiettivo' if number == 1 else 'obiettivi'}"

    def from_day(self, day: str) -> str:
        return f"dall’{day}" if day.startswith(("8", "11")) else f"dal {day}"

    def issued_on(self, day: str) -> str:
        return f"emesso l’{day}" if day.startswith(("8", "11")) else f"emesso il {day}"

    def dated_on(self, day: str) -> str:
        return f"datato {day}"

    def valid_days(self, days: int) -> str:
        return f"{days} giorni dall’emissione"

    def for_example(self, example: str) -> str:
        return f"Per esempio: {example}"

    def net(self, *, vat: bool) -> str:
        return "IVA esclusa" if vat else "imposte escluse"

    def monthly_net(self, net: str) -> str:
        return f"Al mese, {net}"

    def once_net(self, net: str) -> str:
        return f"Una tantum, {net}"

    def a_month(self, amount: str) -> str:
        return f"{amount} al mese"

    def a_month_varies(self, low: str, high: str) -> str:
        return f"da {low} a {high} al mese"

    def one_off(self, amount: str) -> str:
        return f"{amount} una tantum"

    def in_months(self, amount: str, months: int) -> str:
        return f"{amount} in {self.months(months)}"

    def in_months_head(self, months: int | None) -> str:
        return f"In {self.months(months)}" if months else "In tutto"

    def and_others(self, number: int) -> str:
        return "un’altra voce" if number == 1 else f"altre {self.count(number)} voci"

    def of_person(self, name: str) -> str:
        return f"di {name}"

    def since(self, year: int) -> str:
        return f"dal {year}"

    def within_days(self, days: int) -> str:
        return f"entro {days}{NO_BREAK}{'giorno lavorativo' if days == 1 else 'giorni lavorativi'}"

    def within_calendar_days(self, days: int) -> str:
        return f"entro {days}{NO_BREAK}{'giorno' if days == 1 else 'giorni'}"

    def rows(self, ranges: Sequence[str], *, capital: bool = False) -> str:
        one = len(ranges) == 1 and "–" not in ranges[0]
        word = "riga" if one else "righe"
        return f"{word.capitalize() if capital else word}{NO_BREAK}{listed(ranges, self.last)}"

    def rounds(self, number: int) -> str:
        if number == 0:
            return "senza giri di modifiche"
        return "un giro di modifiche" if number == 1 else f"{self.count(number)} giri di modifiche"

    def at_start(self) -> str:
        return "all’avvio"

    def on_date(self, day: str) -> str:
        return f"l’{day}" if day.startswith(("8", "11")) else f"il {day}"

    def by_date(self, day: str) -> str:
        return day

    def on_month_day(self, day: int) -> str:
        return f"l’{day} di ogni mese" if day in (8, 11) else f"il {'1°' if day == 1 else day} di ogni mese"

    def weekdays(self, first: str, last: str) -> str:
        return f"dal {first} al {last}" if not first.startswith("dom") else f"dalla {first} al {last}"

    def hours(self, opens: str, closes: str) -> str:
        opened = f"dall’{opens}" if opens == "1" else f"dalle {opens}"
        closed = f"all’{closes}" if closes == "1" else f"alle {closes}"
        return f"{opened} {closed}"

    def answers(self, within: str) -> str:
        return f"risposta {within}"

    def cadence(self, quantity: str, cadence: str) -> str:
        return f"{quantity} {cadence}"

    def two_roles_lead(self, name: str, *, all_met: bool, examined: bool) -> str:
        start = f"{name} veste tutte e due le casacche, mai insieme."
        if all_met:
            return f"{start} Può farlo perché queste quattro condizioni sono vere."
        if examined:
            return f"{start} Ecco le quattro condizioni, e a che punto è ciascuna."
        return f"{start} Le quattro condizioni non sono ancora state esaminate."

    def jerseys(self, name: str) -> str:
        return f"Due casacche, marketing e social media, indossate da {name}."

    def fees_lead(self, lanes: int) -> str:
        if lanes == 0:
            return "I compensi non sono ancora stati scritti."
        if lanes == 1:
            return "Un solo lavoro, con il suo compenso."
        jobs = f"{self.count(lanes, capital=True)} lavori, {self.count(lanes)} importi."
        return f"{jobs} Si pagano insieme, si leggono separati."

    def paid_in(self, first: int, last: int | None) -> str:
        if last is None:
            return f"dal mese {first}"
        return f"mese {first}" if first == last else f"mesi {first}–{last}"

    def in_month(self, month: int) -> str:
        return f"nel mese {month}"

    def invoices(self, number: int | None) -> str:
        return f"{number} fatture mensili" if number and number > 1 else "dalla data della fattura"

    def hourly_rate(self, amount: str, net: str) -> str:
        return f"{amount} l’ora, {net}"

    def hourly_detail(self) -> str:
        return "solo dopo il vostro sì scritto"

    def hourly_if_needed(self, amount: str) -> str:
        return f"a {amount} l’ora"

    def tax_line(self, kind: str, rate: str, name: str) -> str:
        return {
            "inps_surcharge": f"Contributo INPS gestione separata {rate}",
            "professional_fund": f"Contributo {name or 'cassa professionale'} {rate}",
            "vat": f"IVA {rate}",
            "no_vat_flat_rate": "IVA: non dovuta, regime forfettario",
            "reverse_charge": "IVA: inversione contabile, la versa il cliente",
            "stamp": "Imposta di bollo",
            "withholding": f"Ritenuta d’acconto {rate}",
            "vat_unsaid": "IVA: la indica lo studio prima della firma",
            "withholding_unsaid": "Ritenuta d’acconto: da confermare",
            "profile_unknown": "Imposte: la posizione dello studio è da indicare",
        }[kind]

    def to_pay_in(self, months: str) -> str:
        return f"Da pagare, {months}"

    def changes_lead(self, version: int) -> str:
        return f"Rispetto alla versione {version}:"

    def changes_counted(self, number: int) -> str:
        return f"{number} modifiche, elencate sotto «Chi fa che cosa»."

    def stay_with_client(self, rows: str, count: int) -> str:
        return f"{rows}. {'Resta' if count == 1 else 'Restano'} a voi, con la persona scritta accanto."

    def done_by_third(self, rows: str, count: int) -> str:
        return f"{rows}. {'La' if count == 1 else 'Le'} svolgono altri, non lo studio."

    def excluded_rows(self, rows: str, count: int) -> str:
        if count == 1:
            return f"{rows}. Non è compresa: il motivo è a pagina"
        return f"{rows}. Non sono comprese: il motivo di ciascuna è a pagina"

    def rounds_rule(self, number: int) -> str:
        if number == 0:
            return "Le modifiche a un elaborato consegnato si pagano a parte."
        return f"Ogni elaborato comprende {self.rounds(number)}."

    def approval_rule(self, people: Sequence[tuple[str, int | None]]) -> str:
        known = [
            f"{name} {f'approva o corregge {self.within_days(days)}' if days else 'approva o corregge'}"
            for name, days in people
        ]
        return (
            f"{'; '.join(known)}. Se la risposta tarda, la consegna si sposta. Senza un sì non si pubblica."
        )

    def approver_missing(self) -> str:
        return "Chi approva i contenuti, ed entro quando, non è ancora scritto. Senza un sì non si pubblica."

    def answering_rule(self, rows: str, when: str) -> str:
        return f"{rows}: {when}."

    def acts_lead(self, number: int) -> str:
        acts = f"{self.count(number, capital=True)} atti, uno per volta."
        return f"{acts} Ogni parte si legge, e si conferma da sola."

    def act_text(self, act: Act, document: str, client: str) -> str:
        return {
            Act.MARKETING: "Ho letto la sezione Marketing: so che cosa comprende e che cosa no.",
            Act.SOCIAL: "Ho letto la sezione Social media: so che cosa comprende e che cosa no.",
            Act.EXCLUDED: "Ho letto che cosa non è compreso. Se serve, chiedo un preventivo prima "
            "di iniziare.",
            Act.WHOLE: sentence(f"Accetto l’{document}, per {client}"),
            Act.ONEROUS: (
                "Approvo in modo specifico le clausole seguenti (articoli 1341 e 1342 del codice civile)."
            ),
        }[act]

    def document_named(self, number: str, version: str) -> str:
        return f"ambito dell’incarico {number}, {version}"

    def on_behalf(self, power: str, client: str) -> str:
        return f"{power}, per {client}" if power else f"per {client}"

    def check_text(self, address: str, code: str) -> tuple[str, str, str, str, str]:
        return (
            "Inquadrate il codice, oppure andate a ",
            address,
            " e scrivete ",
            code,
            ". Vedrete il numero, la versione e se questa è ancora quella valida.",
        )

    def qr_title(self, address: str) -> str:
        return f"Codice QR che apre {address}"

    def description(self, client: str, studio: str) -> str:
        return (
            f"Che cosa {studio} fa e che cosa non fa per {client}: marketing e social media tenuti distinti."
        )
