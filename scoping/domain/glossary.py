"""What the words of the field mean: the one place that says it, for every "?" and help text on the screens.

Each word stands in Italian and in English, both written; `docs/words.md` says what they are in the code.
"""

from dataclasses import dataclass

from .words import Language


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means, in both languages."""

    it: str
    it_says: str
    en: str
    en_says: str

    def word(self, language: Language) -> str:
        """The word itself."""
        return self.it if language == Language.ITALIAN else self.en

    def says(self, language: Language) -> str:
        """What it means, in one to three sentences."""
        return self.it_says if language == Language.ITALIAN else self.en_says


_ENGAGEMENT = {
    "engagement": Term(
        "incarico",
        "Un lavoro per un cliente, dalla prima bozza alla fine. Ha un numero e un documento.",
        "engagement",
        "One piece of work for one client, from the first draft to its end. It has a number and a document.",
    ),
    "client": Term(
        "cliente",
        "L’azienda che chiede il lavoro e firma il documento.",
        "client",
        "The company that asks for the work and signs the document.",
    ),
    "contact": Term(
        "referente",
        "Una persona presso il cliente. In un incarico può firmare, decidere, approvare o solo leggere.",
        "contact",
        "A person at the client. In an engagement they may sign, decide, approve or only read.",
    ),
    "function": Term(
        "funzione",
        "Che cosa è un referente in questo incarico: chi firma, chi decide con il marketing, chi approva i "
        "contenuti, chi legge. Una persona può averne più d’una.",
        "function",
        "What a contact is in this engagement: who signs, who decides with marketing, who approves content, "
        "who reads. One person may have several.",
    ),
    "professional": Term(
        "professionista",
        "Una persona dello studio che può tenere un ruolo. Non serve che abbia un accesso.",
        "professional",
        "A person of the studio who can hold a role. They need no account.",
    ),
    "third": Term(
        "altri",
        "Un’agenzia o un libero professionista che non è né lo studio né il cliente.",
        "third party",
        "An agency or a freelancer that is neither the studio nor the client.",
    ),
}

_WORK = {
    "role": Term(
        "ruolo",
        "Marketing o social media: due lavori diversi. Chi guida il marketing decide la strategia con il "
        "cliente; chi cura i social la traduce in contenuti.",
        "role",
        "Marketing or social media: two different jobs. Marketing decides the strategy with the client; "
        "social media turns it into content.",
    ),
    "lane": Term(
        "corsia",
        "Dove sta una riga: marketing, social media o attività affini. Ogni riga sta in una corsia sola.",
        "lane",
        "Where a line belongs: marketing, social media or adjacent work. Each line is in one lane only.",
    ),
    "adjacent": Term(
        "attività affini",
        "Lavoro che non è né marketing né social media: fotografie, sito, stampa, eventi. Molti lo danno per "
        "scontato. Non è compreso, se non lo si dice.",
        "adjacent work",
        "Work that is neither marketing nor social media: photographs, web site, press, events. Many take it "
        "for granted. It is not included unless somebody says so.",
    ),
    "duty": Term(
        "mansione",
        "Un lavoro riconoscibile di una corsia: che cosa si consegna, quanto, ogni quanto, e chi lo fa.",
        "duty",
        "One recognisable piece of work of one lane: what is delivered, how much, how often, by whom.",
    ),
    "responsible": Term(
        "chi la fa",
        "Per ogni mansione uno solo: lo studio, il cliente, altri, oppure nessuno perché non è compresa.",
        "responsible party",
        "One for each duty: the studio, the client, a third party, or nobody because it is not included.",
    ),
    "exclusion": Term(
        "esclusione",
        "Ciò che non è compreso. Scriverlo prima evita di discuterne dopo.",
        "exclusion",
        "What is not included. Writing it first saves arguing about it later.",
    ),
    "guideline": Term(
        "linea guida",
        "Ciò che un ruolo riceve per poter lavorare: da chi, da quale persona e per quando.",
        "guideline",
        "What a role receives so that it can work: from whom, from which person and by when.",
    ),
    "autonomy": Term(
        "quanto decide da sé",
        "Per ogni scelta dei social media: si decide da soli, si propone, o si chiede a qualcuno.",
        "how much it decides alone",
        "For each choice in social media: it is decided alone, proposed, or asked of somebody.",
    ),
    "objective": Term(
        "obiettivo",
        "Ciò che un ruolo deve raggiungere. Un obiettivo dei social media serve a un obiettivo di marketing.",
        "objective",
        "What a role must reach. A social media objective serves a marketing objective.",
    ),
    "kpi": Term(
        "indicatore (KPI)",
        "Il numero con cui si misura un obiettivo: per esempio le richieste di preventivo in un mese.",
        "indicator (KPI)",
        "The figure by which an objective is measured: for example requests for a quotation in a month.",
    ),
    "condition": Term(
        "condizione",
        "Una persona può tenere i due ruoli a quattro condizioni: ruoli distinti, competenze valutate, "
        "nessuno dei due da principiante, un compenso per ciascuno.",
        "condition",
        "One person may hold both roles under four conditions: the roles are distinct, competences were "
        "assessed, neither is done as a beginner, each has its fee.",
    ),
    "seniority": Term(
        "esperienza",
        "La fascia che gli anni di lavoro raggiungono in ciascun ruolo. Gli anni di marketing non contano "
        "per i social media, né il contrario.",
        "seniority",
        "The band that the years of work reach in each role. Years in marketing do not count for social "
        "media, nor the other way round.",
    ),
}

_DOCUMENT = {
    "fee": Term(
        "compenso",
        "Il prezzo di una corsia, al mese o una volta sola, senza IVA. Ogni ruolo ha il suo.",
        "fee",
        "The price of one lane, a month or once, without VAT. Each role has its own.",
    ),
    "clause": Term(
        "clausola",
        "Una regola dell’accordo. Quelle vessatorie, cioè pesanti per chi le accetta, hanno una firma "
        "propria (artt. 1341 e 1342 del Codice civile).",
        "clause",
        "A rule of the agreement. Onerous ones weigh on whoever accepts them and get a signature of their "
        "own (arts. 1341 and 1342 of the Italian Civil Code).",
    ),
    "finding": Term(
        "osservazione",
        "Ciò che una regola dice dell’incarico: blocca, è da guardare, o è un consiglio.",
        "finding",
        "What a rule says of the engagement: it blocks, it is to be looked at, or it is a hint.",
    ),
    "catalogue": Term(
        "catalogo",
        "La raccolta dello studio: mansioni, obiettivi e clausole da cui partire. All’inizio è quella che "
        "arriva con Paletti.",
        "catalogue",
        "The studio's library of duties, objectives and clauses to start from. At first it is the one that "
        "comes with Paletti.",
    ),
    "version": Term(
        "versione",
        "Il documento emesso: 1, 2, 3. Una versione non cambia più; chi vuole cambiare ne emette un’altra.",
        "version",
        "The issued document: 1, 2, 3. A version never changes; whoever wants a change issues another.",
    ),
    "act": Term(
        "atto",
        "Uno dei passi della firma: il cliente dice di ogni parte, separatamente, di averla letta.",
        "act",
        "One of the steps of signing: the client says of each part, separately, that it was read.",
    ),
    "record": Term(
        "registro",
        "La storia dell’incarico. Vi si aggiunge soltanto: nessuna riga si può togliere o cambiare.",
        "record",
        "The history of an engagement. It only grows: no line can be removed or changed.",
    ),
}

_STUDIO = {
    "studio": Term(
        "studio",
        "La tua attività di consulenza: una persona sola o molte. I dati di uno studio li vede solo lui.",
        "studio",
        "Your consultancy: one person or many. Nobody but the studio sees its data.",
    ),
    "series": Term(
        "numerazione",
        "I numeri degli incarichi di un anno, uno dopo l’altro: 2026-001, 2026-002. Nessuno si dà due volte.",
        "number series",
        "The numbers of a year's engagements, one after the other: 2026-001, 2026-002. None is given twice.",
    ),
    "regime": Term(
        "regime fiscale",
        "Come si tassano i tuoi compensi: con l’IVA ordinaria, oppure senza IVA nel regime forfettario. "
        "Da qui vengono le righe di imposta sul documento.",
        "tax profile",
        "How your fees are taxed: with ordinary VAT, or without VAT under the Italian flat-rate regime. "
        "The document's tax lines come from it.",
    ),
    "income": Term(
        "tipo di reddito",
        "Chi è lavoratore autonomo subisce la ritenuta; un’impresa iscritta al Registro delle imprese no.",
        "kind of income",
        "A freelance professional bears the withholding; a business in the company register does not.",
    ),
    "withholding": Term(
        "ritenuta d’acconto",
        "Il 20 % che certi clienti trattengono dal compenso di un lavoratore autonomo e versano al fisco al "
        "suo posto.",
        "withholding tax",
        "The 20 % that certain clients keep back from a freelancer's fee and pay to the tax office in their "
        "place.",
    ),
    "fund": Term(
        "contributo previdenziale",
        "Ciò che si può aggiungere al compenso per la pensione: il 4 % della gestione separata INPS, o il "
        "contributo di una cassa professionale.",
        "pension contribution",
        "What may be added to the fee for the pension: 4 % of the INPS gestione separata, or a professional "
        "fund's contribution.",
    ),
    "vat": Term(
        "partita IVA",
        "Il numero di chi ha un’attività: undici cifre in Italia.",
        "VAT number",
        "The number of whoever runs a business: eleven figures in Italy.",
    ),
    "pec": Term(
        "PEC",
        "La posta elettronica certificata: vale come una raccomandata.",
        "certified e-mail (PEC)",
        "The Italian certified e-mail: it counts like a registered letter.",
    ),
    "sdi": Term(
        "codice SDI",
        "Dice dove consegnare la fattura elettronica: sette lettere o cifre, sei per un ufficio pubblico. "
        "Chi non l’ha usa la PEC.",
        "SDI code",
        "It says where to deliver the electronic invoice: seven letters or figures, six for a public office. "
        "Who has none uses the PEC.",
    ),
    "law_4_2013": Term(
        "legge 4/2013",
        "La legge sulle professioni senza albo: chi la segue lo deve scrivere sui documenti.",
        "law 4/2013",
        "The Italian law on professions without a register: who follows it must say so on documents.",
    ),
    "outside_rate": Term(
        "tariffa fuori incarico",
        "Quanto costa un’ora di lavoro che non è compreso. Il cliente la legge nel documento.",
        "rate outside the scope",
        "What an hour of work costs that is not included. The client reads it in the document.",
    ),
}

GLOSSARY: dict[str, Term] = _ENGAGEMENT | _WORK | _DOCUMENT | _STUDIO
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("people", tuple(_ENGAGEMENT)),
    ("work", tuple(_WORK)),
    ("document", tuple(_DOCUMENT)),
    ("studio", tuple(_STUDIO)),
)
