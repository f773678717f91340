"""The plan's own sentences, in the manner of Danish plans, with the numbers they carry.

Each function gives finished `Passage`s: the text, and the counts that stand in it.
"""

from exports import danish, measures, words
from exports.model import Base, Count, Measure, Passage, PlaceRow
from exports.places import total_shown
from interviews.model import Kind

_KIND_NOUNS = {
    Kind.EXPERIENCE: ("oplevelse", "oplevelser"),
    Kind.CHALLENGE: ("udfordring", "udfordringer"),
    Kind.WISH: ("ønske", "ønsker"),
    Kind.PRAISE: ("udsagn om det, der virker", "udsagn om det, der virker"),
    None: ("udsagn uden angivet art", "udsagn uden angivet art"),
}

_ANONYMOUS = (
    "Borgerne har deltaget anonymt. Der er ikke skrevet navne ned, og oplysninger, som kunne pege "
    "på en bestemt person, er fjernet, før udsagnene blev gemt. Numrene er trukket tilfældigt, så "
    "de ikke røber, hvad der er sagt i samme samtale."
)


def foreword(base: Base) -> tuple[Passage, ...]:
    """Why there is a plan and how to read it."""
    name = words.of_municipality(base.consultation.municipality)
    said = measures.count(base, Measure.STATEMENTS)
    return (
        Passage(
            "Denne plan begynder hos de mennesker, den handler om. "
            f"{words.sentence(name)} har spurgt borgere, som lever i en udsat position, hvad der "
            "hjælper, hvad der står i vejen, og hvad de selv ville ændre. Deres svar er planens "
            "grundlag."
        ),
        Passage(
            f"Planen bygger på {_statements(said)}. Hvert udsagn har et nummer. "
            "Numrene følger med hele vejen: Ved hvert initiativ står numrene på de udsagn, "
            "det svarer på, og bagest i planen kan udsagnene læses. Sådan kan enhver efterprøve, "
            "om planen svarer på det, borgerne faktisk har sagt.",
            (said,),
        ),
        Passage(
            "En stor tak til alle, der har delt deres erfaringer. Det kræver mod at fortælle "
            "om det, der er svært, og det forpligter os, der har lyttet."
        ),
    )


def method(base: Base, rows: tuple[PlaceRow, ...], period: str) -> tuple[Passage, ...]:
    """How the interviews were held and what was done with the answers."""
    found = [_held(base, rows, period), _imported(base)]
    passages = [p for p in found if p is not None]
    if found[0]:
        passages.append(Passage(_ANONYMOUS))
    passages.append(
        Passage(
            "Der er ikke tale om en videnskabelig undersøgelse. Udsagnene viser, hvad der fylder "
            "for dem, der har fortalt, men de kan ikke omregnes til andele af alle borgere i en "
            "udsat position."
        )
    )
    passages += _machines(base)
    return tuple(passages)


def _held(base: Base, rows: tuple[PlaceRow, ...], period: str) -> Passage | None:
    held = measures.count(base, Measure.INTERVIEWS)
    places = measures.count(base, Measure.PLACES)
    themes = measures.count(base, Measure.THEMES)
    if not held.value:
        return None
    text = f"Grundlaget er {danish.counted(held.value, 'samtale', 'samtaler')}"
    counts = [held]
    if places.value:
        text += f" på {danish.counted(places.value, 'sted', 'steder', neuter=True)}"
        counts.append(places)
    text += f" i {period}." if period else "."
    if total_shown(rows):
        people = measures.count(base, Measure.PARTICIPANTS)
        text += f" I alt deltog {danish.counted(people.value, 'borger', 'borgere')}."
        counts.append(people)
    text += (
        " Samtalerne fulgte fælles spørgeguider til "
        f"{danish.counted(themes.value, 'tema', 'temaer', neuter=True)}, og det, borgerne sagde, "
        "er skrevet ned udsagn for udsagn."
    )
    return Passage(text, (*counts, themes))


def _imported(base: Base) -> Passage | None:
    said = measures.count(base, Measure.IMPORTED)
    if not said.value:
        return None
    return Passage(
        f"{_statements(said, capital=True)} er indlæst fra en tidligere opsamling. For dem er det "
        "ikke opgjort, hvor mange borgere der står bag. Oplysninger, som kunne pege på en bestemt "
        "person, er fjernet ved indlæsningen.",
        (said,),
    )


def _machines(base: Base) -> list[Passage]:
    """How much of the sorting no person has looked at yet."""
    told = ((Measure.MACHINE_THEMED, "temaet"), (Measure.MACHINE_KINDED, "arten"))
    return [
        Passage(
            f"For {_statements(said)} er {what} foreslået af maskinen og endnu ikke bekræftet af "
            "en medarbejder.",
            (said,),
        )
        for measure, what in told
        if (said := measures.count(base, measure)).value
    ]


def theme_intro(base: Base, key: str, description: str) -> tuple[Passage, ...]:
    """What a theme is about, in the words of the consultation, and what it builds on."""
    said = measures.count(base, Measure.STATEMENTS, key)
    if not said.value:
        sentence = Passage("Ingen udsagn er endnu lagt under temaet.")
    else:
        kinds = [measures.count(base, Measure.OF_KIND, key, kind) for kind in _KIND_NOUNS]
        kinds = [k for k in kinds if k.value]
        noun = danish.listing([_kind(k) for k in kinds])
        sentence = Passage(f"Temaet bygger på {_statements(said)}: {noun}.", (said, *kinds))
    about = " ".join(description.split())
    return (*([Passage(danish.tidy(about))] if about else []), sentence)


def coverage(base: Base) -> tuple[Passage, ...]:
    """How many voices the plan answers."""
    said, answered, against, excused, open_ = (
        measures.count(base, m)
        for m in (
            Measure.STATEMENTS,
            Measure.ANSWERED,
            Measure.CONTRADICTING,
            Measure.EXCUSED,
            Measure.UNANSWERED,
        )
    )
    goals, initiatives = (
        measures.count(base, Measure.GOALS),
        measures.count(base, Measure.INITIATIVES),
    )
    has = "Planen har endnu hverken mål eller initiativer"
    if goals.value or initiatives.value:
        has = f"Planen har {danish.counted(goals.value, 'mål', 'mål', neuter=True)} og " + (
            danish.counted(initiatives.value, "initiativ", "initiativer", neuter=True)
        )
    counts = (goals, initiatives, said, answered, against, excused, open_)
    return (
        Passage(
            "Et udsagn er besvaret, når det støtter eller nuancerer et mål eller et initiativ. "
            "Her er gjort op, hvad planen svarer på, og hvad den ikke svarer på."
        ),
        Passage(
            f"{has}. Af de {_statements(said)} {_answers(answered, against, excused, open_)}.",
            tuple(c for c in counts if c.value),
        ),
    )


def _answers(answered: Count, against: Count, excused: Count, open_: Count) -> str:
    """What became of the statements; what did not happen to any is left out."""
    clauses = (
        (answered, "{} besvaret"),
        (against, "{} kun imod noget i planen"),
        (excused, "{} ikke medtaget af en grund, der er angivet nedenfor"),
        (open_, "{} endnu uden svar"),
    )
    return "er " + danish.listing(
        [text.format(danish.in_words(c.value, True)) for c, text in clauses if c.value]
    )


def only_against(base: Base) -> Passage:
    """The voices that are tied to the plan by speaking against it and nothing else."""
    said = measures.count(base, Measure.CONTRADICTING)
    return Passage(
        f"{_statements(said, capital=True)} taler imod noget i planen og er ikke besvaret:",
        (said,),
    )


def unanswered(base: Base, key: str) -> Passage:
    """The open voices of one theme."""
    asked = measures.count(base, Measure.UNANSWERED_PROPOSALS, key)
    open_ = measures.count(base, Measure.UNANSWERED, key)
    text = f"{_statements(open_, capital=True)} står uden svar"
    if asked.value:
        text += f", og {_of_them(asked.value, open_.value)} beder om noget bestemt:"
    return Passage(text if asked.value else f"{text}.", (open_, *([asked] if asked.value else [])))


def _of_them(some: int, whole: int) -> str:
    """For example "to af dem", "alle tre", "begge"; one alone is "det"."""
    if some < whole:
        return f"{danish.in_words(some, True)} af dem"
    return {1: "det", 2: "begge"}.get(whole, f"alle {danish.in_words(whole, True)}")


def _statements(count: Count, capital: bool = False) -> str:
    text = danish.counted(count.value, "udsagn", "udsagn", neuter=True)
    return words.sentence(text) if capital else text


def _kind(count: Count) -> str:
    one, many = _KIND_NOUNS[count.kind]
    neuter = count.kind not in (Kind.EXPERIENCE, Kind.CHALLENGE)
    return danish.counted(count.value, one, many, neuter)
