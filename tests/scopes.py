"""Scopes for tests: the small producer of the pictures, and odd cases made from it. No database."""

import datetime as dt
import unicodedata
from dataclasses import replace
from decimal import Decimal

from scoping.domain import scope as s
from scoping.domain.words import (
    Cadence,
    Condition,
    ConditionState,
    Decision,
    FeeKind,
    FeeLane,
    FunctionKind,
    Fund,
    Holder,
    Horizon,
    IfNeeded,
    Income,
    Lane,
    Language,
    Onerous,
    Party,
    Responsible,
    TaxRegime,
    WhenKind,
)

START = s.When(kind=WhenKind.START)
WEEK = (0, 1, 2, 3, 4)

# name, deliverable, quantity, unit, plural, cadence, what it does not include
_MARKETING = (
    (
        "Piano marketing annuale",
        "Piano scritto con calendario",
        1,
        "piano",
        "piani",
        Cadence.ONCE,
        "Non comprende l'esecuzione delle azioni previste, che si preventivano come voci proprie.",
    ),
    (
        "Posizionamento e proposta di valore",
        "Documento di posizionamento",
        1,
        "documento",
        "documenti",
        Cadence.ONCE,
        "Non comprende logo, registrazione del marchio o ricerche di anteriorità.",
    ),
    (
        "Piano di lancio",
        "Piano di lancio con cronoprogramma",
        1,
        "lancio",
        "lanci",
        Cadence.ONCE,
        "Non comprende la produzione dei materiali né la logistica degli eventi.",
    ),
    (
        "Calendario promozioni e fedeltà",
        "Calendario promozionale",
        1,
        "piano",
        "piani",
        Cadence.QUARTERLY,
        "Non comprende regolamenti e adempimenti per concorsi e operazioni a premio.",
    ),
    (
        "Riunione di direzione marketing",
        "Verbale con decisioni",
        1,
        "riunione",
        "riunioni",
        Cadence.MONTHLY,
        "Non comprende riunioni straordinarie oltre il numero concordato.",
    ),
    (
        "Coordinamento dei fornitori",
        "Ore di coordinamento con stato lavori",
        4,
        "ora",
        "ore",
        Cadence.MONTHLY,
        "Non comprende il compenso dei fornitori né la responsabilità per il loro operato.",
    ),
    (
        "Indicazioni mensili per i social",
        "Indicazioni scritte del mese",
        1,
        "documento",
        "documenti",
        Cadence.MONTHLY,
        "Non comprende il calendario dei post né i testi.",
    ),
    (
        "Rapporto mensile di marketing",
        "Rapporto mensile commentato",
        1,
        "rapporto",
        "rapporti",
        Cadence.MONTHLY,
        "Non comprende il dettaglio dei singoli post e delle inserzioni.",
    ),
)
_SOCIAL = (
    (
        "Strategia social",
        "Documento di strategia social",
        1,
        "documento",
        "documenti",
        Cadence.ONCE,
        "Non comprende posizionamento, pubblico e obiettivi aziendali, che arrivano dal marketing.",
    ),
    (
        "Guida di stile social e regole della comunità",
        "Guida di stile e buone maniere",
        1,
        "documento",
        "documenti",
        Cadence.ONCE,
        "Non comprende la definizione del tono di voce della marca.",
    ),
    (
        "Calendario editoriale mensile",
        "Calendario condiviso da approvare",
        1,
        "calendario",
        "calendari",
        Cadence.MONTHLY,
        "Non comprende più giri di modifiche di quelli previsti.",
    ),
    (
        "Post statico",
        "Post pronto e pubblicato",
        12,
        "post",
        "post",
        Cadence.MONTHLY,
        "Non comprende servizi fotografici, illustrazioni originali e immagini a pagamento.",
    ),
    (
        "Video breve",
        "Video breve pubblicato",
        2,
        "video",
        "video",
        Cadence.MONTHLY,
        "Non comprende riprese professionali, attori, droni e animazioni.",
    ),
    (
        "Moderazione dei commenti",
        "Risposta ai commenti",
        2,
        "piattaforma",
        "piattaforme",
        Cadence.MONTHLY,
        "Non comprende sere, fine settimana e festivi né reclami e assistenza dopo la vendita.",
    ),
    (
        "Protocollo di crisi social",
        "Protocollo di crisi",
        1,
        "documento",
        "documenti",
        Cadence.ONCE,
        "Non comprende la comunicazione verso la stampa e la consulenza legale.",
    ),
    (
        "Rapporto mensile social",
        "Rapporto social mensile",
        1,
        "rapporto",
        "rapporti",
        Cadence.MONTHLY,
        "Non comprende l'analisi delle vendite e degli altri canali.",
    ),
)
# lane, name, person
_CLIENT = (
    (Lane.MARKETING, "Politica dei prezzi e dell'offerta", "paola"),
    (Lane.MARKETING, "Dati di vendita del mese", "paola"),
    (Lane.SOCIAL, "Prima risposta ai messaggi privati", "negozio"),
    (Lane.SOCIAL, "Risposta alle recensioni", "negozio"),
    (Lane.SOCIAL, "Fotografie rapide in caseificio", "negozio"),
)
_EXCLUDED = (
    (
        Lane.MARKETING,
        "Indagine sui clienti",
        "Si parte dalle vendite e dai resi degli ultimi due anni, che avete già.",
        IfNeeded.QUOTE,
    ),
    (
        Lane.MARKETING,
        "Redazione e invio newsletter",
        "Serve un elenco di indirizzi con il consenso. Oggi non c'è ancora, e va raccolto prima.",
        IfNeeded.QUOTE,
    ),
    (
        Lane.MARKETING,
        "Ricerca di mercato",
        "I vostri clienti sono in tre province: bastano i dati del negozio.",
        IfNeeded.HOURLY,
    ),
    (
        Lane.SOCIAL,
        "Creazione di campagna social",
        "Prima si vede che cosa funziona senza spendere. Se ne riparla a giugno.",
        IfNeeded.QUOTE,
    ),
    (
        Lane.SOCIAL,
        "Collaborazioni con influencer",
        "La linea nuova va prima assaggiata dai clienti di sempre.",
        IfNeeded.QUOTE,
    ),
    (
        Lane.SOCIAL,
        "Dirette video",
        "In caseificio non c'è una linea abbastanza veloce.",
        IfNeeded.CLIENT_KEEPS,
    ),
    (
        Lane.ADJACENT,
        "Servizio fotografico",
        "Vuole luci e attrezzatura di un fotografo. Le foto rapide con il telefono stanno nei post.",
        IfNeeded.COORDINATE,
    ),
    (
        Lane.ADJACENT,
        "Produzione video",
        "Riprese, regia e audio sono un altro mestiere. I video brevi da telefono sono compresi.",
        IfNeeded.COORDINATE,
    ),
    (
        Lane.ADJACENT,
        "Impaginazione di stampati e imballaggi",
        "Le etichette seguono norme alimentari: le cura già il vostro grafico.",
        IfNeeded.COORDINATE,
    ),
    (
        Lane.ADJACENT,
        "Realizzazione del sito",
        "Il sito è del 2024 e funziona. Il marketing dice che cosa manca, non lo costruisce.",
        IfNeeded.QUOTE,
    ),
    (
        Lane.ADJACENT,
        "Gestione di e-commerce",
        "Oggi non vendete in rete: prima va deciso, con i conti, se conviene farlo.",
        IfNeeded.QUOTE,
    ),
    (
        Lane.ADJACENT,
        "Assistenza clienti",
        "Chi risponde deve vedere gli ordini e i resi, e a vederli siete soltanto voi.",
        IfNeeded.CLIENT_KEEPS,
    ),
    (
        Lane.ADJACENT,
        "Ufficio stampa",
        "I rapporti con i giornalisti chiedono una persona che faccia solo quello.",
        IfNeeded.REFER,
    ),
    (
        Lane.ADJACENT,
        "Logistica di eventi",
        "Permessi, allestimento e trasporti li segue meglio chi sta sul posto.",
        IfNeeded.REFER,
    ),
    (
        Lane.ADJACENT,
        "Traduzioni",
        "Nel 2027 si vende in Italia. Una seconda lingua raddoppierebbe anche i post.",
        IfNeeded.QUOTE,
    ),
    (
        Lane.ADJACENT,
        "Documenti legali e privacy",
        "Servono un avvocato e la sua responsabilità.",
        IfNeeded.REFER,
    ),
    (
        Lane.ADJACENT,
        "Stampa e distribuzione",
        "La tipografia la scegliete voi, e la pagate voi.",
        IfNeeded.CLIENT_KEEPS,
    ),
    (
        Lane.ADJACENT,
        "Bandi e finanza agevolata",
        "È un lavoro di chi conosce i bandi della regione.",
        IfNeeded.REFER,
    ),
    (
        Lane.ADJACENT,
        "Vendita e telefonate commerciali",
        "Il marketing porta contatti, i prezzi li fate voi.",
        IfNeeded.CLIENT_KEEPS,
    ),
)
_CLAUSES = (
    (
        "two_roles",
        "Distinzione dei ruoli",
        Onerous.NO,
        "Le attività di marketing e quelle di social media sono due incarichi distinti, elencati e "
        "compensati "
        "separatamente anche quando li svolge la stessa persona. Una richiesta relativa a un ruolo "
        "non si considera "
        "compresa nell'altro.",
    ),
    (
        "scope",
        "Oggetto e quantità",
        Onerous.NO,
        "L'incarico comprende soltanto le attività elencate, nelle quantità e con la cadenza "
        "indicate. Ciò che non è "
        "scritto è escluso. Le quantità non utilizzate in un mese non si accumulano oltre i "
        "{carry_days} giorni "
        "successivi.",
    ),
    (
        "approvals",
        "Approvazioni e tempi di risposta",
        Onerous.NO,
        "Il cliente approva o corregge per iscritto entro {approval_days} giorni lavorativi dalla "
        "consegna, tramite il "
        "referente indicato. Finché manca la risposta il contenuto non si pubblica e le scadenze "
        "che ne dipendono "
        "slittano di pari durata; le uscite perse per questo motivo si considerano rese.",
    ),
    (
        "revisions",
        "Giri di modifiche",
        Onerous.NO,
        "Ogni elaborato comprende {rounds} giri di modifiche, intesi come raccolta unica delle "
        "osservazioni. Modifiche "
        "che cambiano le indicazioni già approvate e giri ulteriori si pagano alla tariffa oraria extra.",
    ),
    (
        "rate",
        "Tariffa per lavoro fuori incarico",
        Onerous.NO,
        "Le attività non comprese si svolgono solo dopo accettazione scritta del cliente, alla "
        "tariffa di {hourly_rate} "
        "l'ora oltre imposte e contributi, con un minimo di {min_hours} ore per richiesta. Le "
        "richieste urgenti, da "
        "svolgere entro {urgent_hours} ore, hanno una maggiorazione del {urgent_pct}%.",
    ),
    (
        "changes",
        "Richieste di modifica",
        Onerous.NO,
        "Ogni variazione dell'incarico si propone per iscritto indicando effetti su attività, tempi "
        "e compenso e vale "
        "solo quando entrambe le parti la accettano per iscritto. Fino ad allora si prosegue "
        "secondo quanto già "
        "concordato.",
    ),
    (
        "budget",
        "Budget pubblicitario",
        Onerous.NO,
        "La spesa per inserzioni, influencer, licenze e materiali non è compresa nel compenso. Il "
        "cliente la paga "
        "direttamente alle piattaforme o ai fornitori con propri mezzi di pagamento, entro i limiti "
        "che stabilisce.",
    ),
    (
        "validity",
        "Validità dell'offerta",
        Onerous.NO,
        "La proposta è valida {validity_days} giorni dalla data indicata. Decorso il termine, "
        "prezzi e tempi vanno "
        "riconfermati.",
    ),
    (
        "payment",
        "Pagamenti",
        Onerous.NO,
        "I compensi si intendono al netto di imposte e contributi, indicati a parte. Le attività si "
        "pagano a canone, con "
        "fattura a inizio mese. Il pagamento è dovuto entro {payment_days} giorni dal ricevimento "
        "della fattura. In caso "
        "di ritardo decorrono gli interessi previsti dal d.lgs. 231/2002.",
    ),
    (
        "suspension",
        "Sospensione per mancato pagamento",
        Onerous.YES,
        "Trascorsi {grace_days} giorni dalla scadenza senza pagamento, il professionista, dopo "
        "avviso scritto, può "
        "sospendere le attività fino al saldo. Le scadenze slittano di pari durata.",
    ),
    (
        "term",
        "Durata e rinnovo",
        Onerous.YES,
        "L'incarico dura {months} mesi dalla data di inizio. Alla scadenza si rinnova per periodi "
        "di {renewal_months} mesi "
        "se nessuna delle parti comunica disdetta almeno {notice_days} giorni prima.",
    ),
    (
        "ip",
        "Diritti sugli elaborati",
        Onerous.NO,
        "Con il pagamento integrale il cliente può usare gli elaborati finali per le finalità e i "
        "canali indicati. File di "
        "lavoro, bozze non scelte e metodi restano del professionista. Licenze di terzi seguono le "
        "proprie condizioni.",
    ),
    (
        "data",
        "Riservatezza e dati personali",
        Onerous.NO,
        "Le parti tengono riservate le informazioni non pubbliche. Se il professionista tratta dati "
        "personali per conto "
        "del cliente, ad esempio messaggi, moduli o liste, le parti firmano prima un accordo ai "
        "sensi dell'art. 28 del "
        "Regolamento (UE) 2016/679. I dati di contatto dei referenti servono solo a eseguire il rapporto.",
    ),
    (
        "law",
        "Legge e foro",
        Onerous.YES,
        "Si applica la legge italiana. Per le controversie è competente in via esclusiva il foro di "
        "{court}, dopo un "
        "tentativo di accordo tra i referenti.",
    ),
)
_PARAMETERS = (
    ("carry_days", "30"),
    ("min_hours", "0.5"),
    ("urgent_hours", "24"),
    ("urgent_pct", "30"),
    ("grace_days", "15"),
    ("renewal_months", "6"),
    ("notice_days", "30"),
    ("court", "Parma"),
)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "".join(letter if letter.isalnum() else "-" for letter in plain)[:64]


def _studio_duties() -> list[s.Duty]:
    duties = []
    for lane, lines in ((Lane.MARKETING, _MARKETING), (Lane.SOCIAL, _SOCIAL)):
        for name, deliverable, quantity, unit, plural, cadence, exclusion in lines:
            duties.append(
                s.Duty(
                    key=_slug(name),
                    lane=lane,
                    code="X",
                    name=name,
                    deliverable=deliverable,
                    responsible=Responsible.STUDIO,
                    quantity=Decimal(quantity),
                    unit=unit,
                    unit_plural=plural,
                    cadence=cadence,
                    when=START if cadence == Cadence.ONCE else s.When(),
                    exclusion=exclusion,
                    content=name in ("Post statico", "Video breve"),
                    rounds=2 if name in ("Post statico", "Video breve") else None,
                    platforms=("Instagram", "Facebook") if name == "Post statico" else (),
                    depends_on=("indicazioni-mensili-per-i-social",)
                    if name == "Calendario editoriale mensile"
                    else (),
                )
            )
    duties[13] = replace(
        duties[13],
        when=s.When(kind=WhenKind.WEEKDAYS, weekdays=WEEK),
        answering=s.Answering(days=1, weekdays=WEEK, opens="09:00", closes="18:00"),
    )
    duties[2] = replace(
        duties[2], when=s.When(kind=WhenKind.DATE, date=dt.date(2027, 3, 1)), needs=("prezzi",)
    )
    duties[8] = replace(duties[8], depends_on=("posizionamento-e-proposta-di-valore",))
    return duties


def _other_duties() -> list[s.Duty]:
    client = [
        s.Duty(
            key=_slug(name),
            lane=lane,
            code="X",
            name=name,
            responsible=Responsible.CLIENT,
            person=person,
            quantity=Decimal(1),
            unit="volta",
            unit_plural="volte",
        )
        for lane, name, person in _CLIENT
    ]
    excluded = [
        s.Duty(
            key=_slug(name),
            lane=lane,
            code="X",
            name=name,
            responsible=Responsible.EXCLUDED,
            reason=reason,
            if_needed=needed,
            exclusion="Fuori incarico.",
        )
        for lane, name, reason, needed in _EXCLUDED
    ]
    return [*client, *excluded]


def producer() -> s.Scope:
    """A small producer, both roles on one senior person, 40 duties, in Italian."""
    persons = (
        s.Person(
            key="elena",
            party=Party.STUDIO,
            name="Elena Conti",
            job="consulente",
            marketing_since=2012,
            social_since=2017,
        ),
        s.Person(key="marco", party=Party.CLIENT, name="Marco Rossi", job="titolare"),
        s.Person(key="paola", party=Party.CLIENT, name="Paola Ferri", job="direttrice commerciale"),
        s.Person(key="negozio", party=Party.CLIENT, name="Lucia Villa", job="responsabile del negozio"),
    )
    return s.Scope(
        number="2026-014",
        title="Lancio della linea senza lattosio",
        language=Language.ITALIAN,
        currency="EUR",
        dated=dt.date(2026, 11, 24),
        studio=s.StudioIdentity(
            name="Studio Faro",
            legal_name="Studio Faro di Elena Conti",
            address=s.Address(street="Via Garibaldi 12", postcode="43121", city="Parma", province="PR"),
            vat_number="09876543217",
            email="elena@studiofaro.example",
            pec="studiofaro@pec.example",
            tax=s.TaxProfile(regime=TaxRegime.ORDINARY, income=Income.BUSINESS),
        ),
        client=s.ClientIdentity(
            name="Caseificio Valverde S.r.l.",
            short_name="Caseificio Valverde",
            address=s.Address(
                street="Strada del Latte 3", postcode="43044", city="Collecchio", province="PR"
            ),
            vat_number="01234567897",
            pec="valverde@pec.example",
            sdi_code="ABC1234",
            withholding_agent=True,
        ),
        start=dt.date(2027, 1, 1),
        months=12,
        validity_days=21,
        signed_for_studio="elena",
        persons=persons,
        functions=(
            s.Function(person="marco", kind=FunctionKind.SIGNATORY, order=1, power="amministratore unico"),
            s.Function(person="paola", kind=FunctionKind.COUNTERPART),
            s.Function(person="paola", kind=FunctionKind.APPROVER, days=2),
        ),
        roles=(
            s.RoleAssignment(
                lane=Lane.MARKETING,
                held_by=Holder.STUDIO,
                lead="elena",
                example="Quando esce la linea senza lattosio, e a chi si propone.",
            ),
            s.RoleAssignment(
                lane=Lane.SOCIAL,
                held_by=Holder.STUDIO,
                lead="elena",
                example="Racconta la linea senza lattosio con post e video.",
            ),
        ),
        guidelines=_guidelines(),
        autonomy=_autonomy(),
        duties=(*_studio_duties(), *_other_duties()),
        objectives=_objectives(),
        fees=(
            s.FeeLine(
                key="f1", lane=FeeLane.MARKETING, kind=FeeKind.MONTHLY, amount=Decimal(1400), last_month=12
            ),
            s.FeeLine(
                key="f2", lane=FeeLane.SOCIAL, kind=FeeKind.MONTHLY, amount=Decimal(1150), last_month=12
            ),
        ),
        terms=s.Terms(hourly_rate=Decimal(75), payment_days=30, rounds=2),
        clauses=tuple(
            s.Clause(key=key, name=name, text=text, onerous=onerous, parameters=_PARAMETERS)
            for key, name, onerous, text in _CLAUSES
        ),
    )


def _guidelines() -> tuple[s.Guideline, ...]:
    def from_client(key: str, name: str, person: str, when: s.When, description: str = "") -> s.Guideline:
        return s.Guideline(
            key=key,
            lane=Lane.MARKETING,
            name=name,
            description=description,
            source=Party.CLIENT,
            person=person,
            when=when,
        )

    return (
        from_client(
            "budget",
            "Obiettivi e budget dell'anno",
            "marco",
            s.When(kind=WhenKind.DATE, date=dt.date(2027, 1, 15)),
        ),
        from_client(
            "prezzi",
            "Prezzi della linea senza lattosio",
            "paola",
            s.When(kind=WhenKind.DATE, date=dt.date(2027, 1, 31)),
        ),
        from_client(
            "novita", "Novità e disponibilità dei prodotti", "paola", s.When(kind=WhenKind.MONTH_DAY, day=15)
        ),
        s.Guideline(
            key="indicazioni",
            lane=Lane.SOCIAL,
            name="Indicazioni del mese",
            source=Party.STUDIO,
            person="elena",
            when=s.When(kind=WhenKind.MONTH_DAY, day=18),
        ),
    )


def _autonomy() -> tuple[s.AutonomyRow, ...]:
    return (
        s.AutonomyRow(
            key="a1",
            name="Testi, immagini e stile",
            detail="dentro la guida di stile",
            decision=Decision.DECIDES,
        ),
        s.AutonomyRow(
            key="a2", name="Orari e formati", detail="per ogni piattaforma", decision=Decision.DECIDES
        ),
        s.AutonomyRow(
            key="a3",
            name="Argomenti del mese",
            detail="dalle indicazioni mensili",
            decision=Decision.PROPOSES,
            person="paola",
        ),
        s.AutonomyRow(key="a4", name="Calendario editoriale", decision=Decision.ASKS, person="paola", days=2),
        s.AutonomyRow(
            key="a5",
            name="Prezzi e promozioni nei testi",
            detail="solo quelli già decisi",
            decision=Decision.ASKS,
            person="paola",
        ),
        s.AutonomyRow(
            key="a6",
            name="Risposta a un caso grave",
            detail="protocollo di crisi",
            decision=Decision.ASKS,
            person="marco",
        ),
    )


def _objectives() -> tuple[s.Objective, ...]:
    m, so = Lane.MARKETING, Lane.SOCIAL
    return (
        s.Objective(
            key="o1",
            lane=m,
            name="Lanciare la linea senza lattosio",
            kpi="Vendite nei primi novanta giorni",
            unit="€",
            target=Decimal(25000),
            horizon=Horizon.SHORT,
        ),
        s.Objective(
            key="o2",
            lane=m,
            name="Acquisire nuovi clienti: ristoratori",
            kpi="Clienti al primo acquisto",
            baseline=Decimal(12),
            target=Decimal(30),
            horizon=Horizon.MEDIUM,
        ),
        s.Objective(
            key="o3",
            lane=m,
            name="Far conoscere la marca",
            kpi="Ricerche del nome, al mese",
            baseline=Decimal(900),
            target=Decimal(1500),
            horizon=Horizon.LONG,
        ),
        s.Objective(
            key="o4",
            lane=so,
            name="Sostenere un lancio: senza lattosio",
            kpi="Vendite con il codice social",
            unit="€",
            target=Decimal(6000),
            horizon=Horizon.SHORT,
            serves=("o1",),
        ),
        s.Objective(
            key="o5",
            lane=so,
            name="Raggiungere il pubblico giusto",
            kpi="Persone raggiunte, al mese",
            baseline=Decimal(22000),
            target=Decimal(60000),
            horizon=Horizon.SHORT,
            serves=("o3",),
        ),
        s.Objective(
            key="o6",
            lane=so,
            name="Far crescere una comunità pertinente",
            kpi="Nuovi follower in regione",
            target=Decimal(1200),
            horizon=Horizon.MEDIUM,
            serves=("o2",),
        ),
    )


def issue(version: int = 2) -> s.Issue:
    """A version of a scope, issued on the day of the pictures."""
    return s.Issue(
        version=version,
        moment=dt.datetime(2026, 11, 24, 14, 2, 11, tzinfo=dt.UTC),
        code="7K3MQX2D9RTV4HWB",
        address="https://studiofaro.example/v/7K3MQX2D9RTV4HWB",
        conditions=(
            s.ConditionStatement(
                condition=Condition.DISTINCT,
                state=ConditionState.MET,
                sentence="8 mansioni e 3 obiettivi per ruolo, nessuno in comune. Ogni obiettivo "
                "social dice quale "
                "obiettivo di marketing serve.",
            ),
            s.ConditionStatement(
                condition=Condition.ASSESSED,
                state=ConditionState.MET,
                sentence="Marketing 3,4 su 4, social media 3,1 su 4. Le ha valutate Anna Landi con "
                "le prove, il 18 e il "
                "20 novembre 2026.",
            ),
            s.ConditionStatement(
                condition=Condition.NOT_JUNIOR,
                state=ConditionState.MET,
                sentence="14 anni di marketing con tre piani adottati; 9 anni di social media con "
                "quattro marchi seguiti.",
            ),
            s.ConditionStatement(
                condition=Condition.PAID_AS_TWO,
                state=ConditionState.MET,
                sentence="I due importi sono scritti qui sotto, separati. Nessuno dei due comprende "
                "l'altro lavoro.",
            ),
        ),
        changes=("Due giri di modifiche per i video", "Data del lancio legata ai prezzi"),
    )


def in_english(scope: s.Scope | None = None) -> s.Scope:
    """The same engagement with a document in English; what was typed stays as it was."""
    return replace(scope or producer(), language=Language.ENGLISH)


def few() -> s.Scope:
    """Three duties, one of each kind that every document must be able to show."""
    scope = producer()
    kept = (scope.duties[0], scope.duties[11], scope.duties[21])
    return replace(
        scope,
        duties=kept,
        objectives=scope.objectives[:1],
        guidelines=scope.guidelines[:1],
        autonomy=(),
        clauses=scope.clauses[:4],
    )


def many(duties: int = 90) -> s.Scope:
    """So many duties, made of the forty over and over."""
    scope = producer()
    made = tuple(
        replace(duty, key=f"{duty.key}-{turn}", name=f"{duty.name}, parte {turn}" if turn else duty.name)
        for turn in range(duties // len(scope.duties) + 1)
        for duty in scope.duties
    )[:duties]
    return replace(scope, duties=made)


def without_objectives() -> s.Scope:
    """No objective in either role."""
    return replace(producer(), objectives=())


def marketing_only() -> s.Scope:
    """The studio holds marketing; nobody holds social media."""
    scope = producer()
    return replace(
        scope,
        roles=(scope.roles[0], s.RoleAssignment(lane=Lane.SOCIAL, held_by=Holder.NOBODY)),
        duties=tuple(duty for duty in scope.duties if duty.lane != Lane.SOCIAL),
        objectives=scope.objectives[:3],
        guidelines=scope.guidelines[:3],
        autonomy=(),
        fees=scope.fees[:1],
    )


def nobody_leads() -> s.Scope:
    """The studio holds social media, nobody marketing: each guideline has its named source."""
    scope = producer()
    return replace(
        scope,
        roles=(s.RoleAssignment(lane=Lane.MARKETING, held_by=Holder.NOBODY), scope.roles[1]),
        duties=tuple(duty for duty in scope.duties if duty.lane != Lane.MARKETING),
        objectives=tuple(replace(line, serves=()) for line in scope.objectives[3:]),
        guidelines=(
            s.Guideline(
                key="g1",
                lane=Lane.SOCIAL,
                name="Pubblico e posizionamento",
                source=Party.CLIENT,
                person="paola",
                when=START,
            ),
            s.Guideline(
                key="g2",
                lane=Lane.SOCIAL,
                name="Argomenti del mese",
                source=Party.CLIENT,
                person="marco",
                when=s.When(kind=WhenKind.MONTH_DAY, day=8),
            ),
        ),
        fees=scope.fees[1:],
    )


def client_leads() -> s.Scope:
    """Marketing at the client, social media at the studio."""
    scope = nobody_leads()
    return replace(
        scope,
        roles=(s.RoleAssignment(lane=Lane.MARKETING, held_by=Holder.CLIENT, lead="paola"), scope.roles[1]),
        duties=(
            *scope.duties,
            s.Duty(
                key="piano",
                lane=Lane.MARKETING,
                code="X",
                name="Piano marketing annuale",
                person="paola",
                responsible=Responsible.CLIENT,
                quantity=Decimal(1),
                unit="piano",
                unit_plural="piani",
                cadence=Cadence.YEARLY,
                when=START,
            ),
        ),
    )


def third_party_social() -> s.Scope:
    """The studio holds marketing, a third party social media."""
    scope = producer()
    agency = s.Person(
        key="blu", party=Party.THIRD, name="Nadia Blu", job="titolare", organisation="Blu Comunicazione"
    )
    return replace(
        scope,
        persons=(*scope.persons, agency),
        roles=(scope.roles[0], s.RoleAssignment(lane=Lane.SOCIAL, held_by=Holder.THIRD, lead="blu")),
        duties=tuple(
            replace(duty, responsible=Responsible.THIRD, person="blu")
            if duty.lane == Lane.SOCIAL and duty.responsible == Responsible.STUDIO
            else duty
            for duty in scope.duties
        ),
        fees=scope.fees[:1],
    )


def austrian_client() -> s.Scope:
    """A client in Austria with a valid VAT number: reverse charge."""
    scope = producer()
    return replace(
        scope,
        client=s.ClientIdentity(
            name="Käserei Sonnberg GmbH",
            address=s.Address(street="Hauptstraße 7", postcode="6020", city="Innsbruck", country="AT"),
            vat_number="ATU13585627",
        ),
    )


def adjacent_work() -> s.Scope:
    """Photography taken on by the studio: a section and a fee of its own."""
    scope = producer()
    return replace(
        scope,
        duties=(
            *(duty for duty in scope.duties if duty.name != "Servizio fotografico"),
            s.Duty(
                key="foto",
                lane=Lane.ADJACENT,
                code="X",
                name="Servizio fotografico",
                responsible=Responsible.STUDIO,
                deliverable="Trenta fotografie pronte per la stampa",
                quantity=Decimal(2),
                unit="mezza giornata",
                unit_plural="mezze giornate",
                cadence=Cadence.ONCE,
                when=s.When(kind=WhenKind.DATE, date=dt.date(2027, 2, 8)),
                exclusion="Modelli, noleggio di sale e trasferte.",
            ),
        ),
        fees=(
            *scope.fees,
            s.FeeLine(
                key="f3",
                lane=FeeLane.ADJACENT,
                kind=FeeKind.ONCE,
                amount=Decimal(900),
                label="Fotografie",
                first_month=2,
            ),
        ),
    )


def flat_rate() -> s.Scope:
    """A studio in the flat-rate regime with the INPS contribution, fees that change in the seventh month."""
    scope = producer()
    return replace(
        scope,
        studio=replace(
            scope.studio,
            tax=s.TaxProfile(
                regime=TaxRegime.FLAT_RATE, income=Income.SELF_EMPLOYMENT, fund=Fund.INPS_SEPARATE
            ),
        ),
        fees=(
            s.FeeLine(
                key="f1", lane=FeeLane.MARKETING, kind=FeeKind.MONTHLY, amount=Decimal(1400), last_month=12
            ),
            s.FeeLine(key="f2", lane=FeeLane.SOCIAL, kind=FeeKind.MONTHLY, amount=Decimal(900), last_month=6),
            s.FeeLine(
                key="f3",
                lane=FeeLane.SOCIAL,
                kind=FeeKind.MONTHLY,
                amount=Decimal(1150),
                first_month=7,
                last_month=12,
            ),
        ),
    )


def undivided() -> s.Scope:
    """A draft whose fee is undivided, as many studios have it today."""
    fee = s.FeeLine(
        key="f1", lane=FeeLane.UNDIVIDED, kind=FeeKind.MONTHLY, amount=Decimal(2550), last_month=12
    )
    return replace(producer(), fees=(fee,))


def bare() -> s.Scope:
    """A draft of which almost nothing was said yet."""
    return s.Scope(
        number="2026-001",
        title="",
        language=Language.ITALIAN,
        currency="EUR",
        dated=dt.date(2026, 11, 24),
        studio=s.StudioIdentity(name="Studio Faro"),
        client=s.ClientIdentity(name="Caseificio Valverde S.r.l."),
        duties=(s.Duty(key="d", lane=Lane.MARKETING, name="Piano marketing"),),
    )


def typed(text: str) -> s.Scope:
    """The producer with one text in every field that somebody can type into."""
    scope = producer()
    return replace(
        scope,
        title=text,
        studio=replace(scope.studio, name=text, legal_name=text, email=text, pec=text),
        client=replace(scope.client, name=text, short_name=text, purpose=text, pec=text),
        persons=tuple(replace(person, name=text, job=text, organisation=text) for person in scope.persons),
        functions=tuple(replace(line, power=text) for line in scope.functions),
        roles=tuple(replace(role, example=text) for role in scope.roles),
        guidelines=tuple(replace(line, name=text, description=text) for line in scope.guidelines),
        autonomy=tuple(replace(row, name=text, detail=text) for row in scope.autonomy),
        duties=tuple(
            replace(
                duty,
                code="",
                name=text,
                description=text,
                deliverable=text,
                unit=text,
                unit_plural=text,
                platforms=(text,),
                limits=text,
                exclusion=text,
                reason=text,
            )
            for duty in (
                scope.duties[0],
                scope.duties[11],
                scope.duties[17],
                scope.duties[21],
                scope.duties[30],
            )
        ),
        objectives=tuple(
            replace(line, name=text, kpi=text, how_measured=text, unit=text) for line in scope.objectives[::3]
        ),
        fees=tuple(replace(line, label=text) for line in scope.fees),
        clauses=tuple(
            replace(clause, name=text, text=text + " {court}", parameters=(("court", text),))
            for clause in scope.clauses[::6]
        ),
    )


def long_texts() -> s.Scope:
    """Texts of 10,000 characters where somebody may well write that much, and long words elsewhere."""
    scope = producer()
    words = (
        "Una riga lunga che spiega ogni cosa con calma, senza fretta e senza perdersi per strada. " * 115
    )[:10_000]
    wall = "a" * 400
    duties = list(scope.duties)
    duties[0] = replace(duties[0], exclusion=words)
    duties[1] = replace(duties[1], name=wall)
    duties[21] = replace(duties[21], reason=words)
    return replace(
        scope,
        title=words,
        duties=tuple(duties),
        roles=tuple(replace(role, example=words) for role in scope.roles),
        clauses=(replace(scope.clauses[0], text=words), *scope.clauses[1:]),
    )


def other_scripts() -> s.Scope:
    """Names in Polish, Greek, Arabic and Hebrew, and an emoji."""
    scope = producer()
    names = ("Łukasz Żółć", "Ελένη Παππά", "شركة الألبان", "מחלבת הגליל", "Forza 🧀 formaggio")
    duties = tuple(
        replace(duty, name=f"{duty.name}: {names[index % len(names)]}")
        for index, duty in enumerate(scope.duties)
    )
    return replace(scope, duties=duties, client=replace(scope.client, name="Caseificio שלום S.r.l."))


def marked() -> s.Scope:
    """The producer with a mark of its own in every text, so that a test finds each where it stands."""
    scope = adjacent_work()
    duties = tuple(
        replace(
            duty,
            name=f"Mansione N{place:02}",
            deliverable=f"Consegna D{place:02}",
            exclusion=f"Non comprende la cosa X{place:02}.",
            reason=f"Il motivo è R{place:02}.",
            limits=f"Fino a L{place:02}",
        )
        for place, duty in enumerate(scope.duties, start=1)
    )
    return replace(
        scope,
        duties=duties,
        objectives=tuple(
            replace(
                line,
                name=f"Obiettivo O{place:02}",
                kpi=f"Indice K{place:02}",
                how_measured=f"Fonte H{place:02}",
            )
            for place, line in enumerate(scope.objectives, start=1)
        ),
        guidelines=tuple(
            replace(line, name=f"Linea G{place:02}") for place, line in enumerate(scope.guidelines, start=1)
        ),
        autonomy=tuple(
            replace(line, name=f"Scelta A{place:02}") for place, line in enumerate(scope.autonomy, start=1)
        ),
        fees=tuple(
            replace(line, label=f"Voce F{place:02}") for place, line in enumerate(scope.fees, start=1)
        ),
        clauses=tuple(
            replace(line, name=f"Titolo C{place:02}") for place, line in enumerate(scope.clauses, start=1)
        ),
    )
