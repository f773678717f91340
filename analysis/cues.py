"""Turns of phrase that show what a statement does: asks for something, complains, praises, tells.

Each cue is a pattern on the lower-case text; a classifier weighs them. Danish asks in many ways:
"der burde være", "kunne godt tænke mig", "hvad med at", an imperative, a goal that begins with
"at", a headline without a verb ("Flere mentorer til unge").
"""

import re
from dataclasses import dataclass

IMPERATIVES = (
    "giv|lad|lav|sæt|hold|hjælp|spørg|lyt|start|stop|skriv|tal|vis|byg|åbn|sørg|brug|flyt|afskaf|"
    "indfør|opret|ansæt|fjern|husk|prøv|tænk|tag|kom|send|få|gør|drop|skab|lær|snak|bevar|styrk|"
    "sænk|hæv|forkort|inviter|inddrag|behandl|mød|ring|udvid|etabler|invester|betal|luk|stol|kig|"
    "tilbyd|se|gå|find|prioriter|send|begynd|fokuser|respekter|støt|undgå|lyt|afsæt|lov"
)
ACTORS = (
    r"kommunen|kommunerne|de|man|i|vi|nogen|samfundet|politikerne|byrådet|staten|regionen|"
    r"sagsbehandler\w*|medarbejder\w*|personalet|rådgiver\w*|læge\w*|lærer\w*|pædagog\w*|"
    r"afdelinger\w*|jobcentre\w*|psykiatrien|skole\w*|systemet|alle|hjælpen|tilbud\w*|det|den|der"
)
MADE = (
    r"(?:etabler|opret|ansæt|udarbejd|igangsæt|undersøg|nedbring|tilbyd|sikr|styrk|udvid|afdæk|"
    r"prioriter|indfør|indgå|skab|afsæt|udvikl|inddrag|medtænk|øg|forbedr|fastlægg|gennemfør|"
    r"iværksæt|forebygg|støtt|drøft|oplys|formaliser|nedsætt|udpeg|ændr|afskaff|gør|giv|hold|"
    r"bygg|opfør|forkort|sænk|hæv|ligg|plads|placer|ydes?|bevar|forenkl|understøtt|dæk|mød|tag)"
    r"(?:tt|g)?e?s"
)


@dataclass(frozen=True)
class Cue:
    """One turn of phrase; `name` says what it usually shows."""

    name: str
    pattern: re.Pattern[str]


def _cue(name: str, pattern: str) -> Cue:
    return Cue(name, re.compile(pattern))


CUES: tuple[Cue, ...] = (
    _cue("goal", r"^\W*at\s"),
    _cue("at_there", r"^\W*at\s(?:der|det|alle|børn|unge|borgere?n?e?|ingen|medarbejder\w*)\s"),
    _cue("infinitive", r"^\W*at\s(?:\w+\s)?(?!der|det|jeg|man|vi|de\b)\w+e\b"),
    _cue(
        "afdække", r"^\W*(?:afdække|sikre|styrke|skabe|etablere|udvikle|iværksætte|bryde|fremme)\b"
    ),
    _cue(
        "headline",
        r"^\W*(?:flere|mere|bedre|færre|styrket|øget|hurtig\w*|enkle|tidlig|nye|større"
        r"|mindre|lettere|billigere|gratis|én|fast|fokus|udvikling|etablering|oprettelse"
        r"|udbygning|respektfuld|opsøgende|integreret)\b(?:(?!\b(?:er|har|siger|fortæller|oplever|"
        r"beskriver|nævner|taler|blev|bliver|kan|går|får|lever|giver|vil|kommer|føler)\b).)*$",
    ),
    _cue("ought", r"\bbør\b|\bburde\b"),
    _cue("actor_must", rf"\b(?:{ACTORS})\s(?:\w+\s)?(?:skal|skulle|må|bør|burde)\b"),
    _cue("passive_must", rf"\b(?:skal|bør|må|kan|kunne)\s(?:\w+\s){{0,3}}{MADE}\b"),
    _cue("made", rf"\b{MADE}\b"),
    _cue(
        "there_should",
        r"\bder\s(?:skal|skulle|burde|bør|må|kunne)\s(?:\w+\s)?(?:være|komme|laves|"
        r"findes|gøres|til|en|et|flere)",
    ),
    _cue("allowed", r"\bmå\s(?:gerne|begynde|lære|kunne|få|til|da|simpelthen)\b"),
    _cue(
        "lack",
        r"\b(?:der|vi|man|jeg|borgerne|borgeren)\smangler\b|\bmangler\s(?:der|et|en|vi|"
        r"nogle|flere|mere)\b|\bsavner\b",
    ),
    _cue("need", r"\b(?:er|har|derfor|have)\s(?:\w+\s){0,3}(?:brug|behov)\sfor\b"),
    _cue(
        "their_need",
        r"\b(?:hjælp|støtte|det|som|hvad)\s(?:\w+\s){0,3}har\s(?:\w+\s)?"
        r"(?:brug|behov)\sfor\s*(?:$|[.,]|i\s)",
    ),
    _cue("call", r"\befterlys\w*|\bforeslå\w*|\bforslag\b|\bopfordr\w*|\banbefal\w*"),
    _cue("point", r"\bpege[rs]?\s(?:\w+\s)?på\b"),
    _cue("wish", r"\bønske\w*|\bdrømmer\som\b|\bhåber\s(?:på|at)\b"),
    _cue(
        "would_like",
        r"\b(?:kunne|ku|vil|ville)\s(?:\w+\s)?(?:tænke|ønske)\s(?:mig|sig|os|at|der)"
        r"|\bvil(?:le)?\s(?:\w+\s)?gerne\b|\bgad\s(?:\w+\s)?godt\b",
    ),
    _cue(
        "what_about",
        r"\bhvad\s(?:med|nu\shvis|hvis)\b|\bhvorfor\s(?:ikke|kan\s\w+\sikke|er\sder"
        r"\sikke|må)|\b(?:kan|kunne|ku)\s(?:man|vi|i|de|der|kommunen)\sikke\b|\bhvorfor\s.*ikke",
    ),
    _cue("imperative", rf"(?:^|[.!?:]\s+|\bså\s)\W*(?:{IMPERATIVES})\s(?!jeg\b|er\b|han\b|hun\b)"),
    _cue("refrain", r"(?:^|[.!?]\s+)(?:lad\svære|hold\sop|stop)\b"),
    _cue(
        "would_help",
        r"\bville\s(?:\w+\s)?(?:være|hjælpe|gøre|kunne|betyde|give|spare)\b"
        r"|\bvil\skunne\b|\bkunne\s(?:\w+\s){0,2}være\s(?:\w+\s){0,2}(?:godt|en|til|rart)"
        r"|\bkunne\s(?:man|vi|godt|måske|hjælpe|bruge)\b",
    ),
    _cue(
        "important",
        r"\b(?:vigtigt|afgørende|nødvendigt|væsentligt|oplagt|bedst|godt|betydning)\b"
        r".{0,20}\b(?:at|hvis|om)\b|\bpå\stide\b",
    ),
    _cue("instead", r"\bi\sstedet\sfor\b|\bhellere\b|\bfrem\sfor\b"),
    _cue("municipality_will", r"\bkommunen?s?\svil\b|\bvi\svil\b"),
    _cue(
        "should_ask",
        r"\b(?:skulle|burde)\s(?:\w+\s)?(?:være|have|få|kunne|komme|lave|lære|bygge"
        r"|hjælpe|lytte|se|spørge|tage|give|gøre|stoppe|bruge|møde|betale|ansætte|sætte)\b",
    ),
    _cue(
        "more",
        r"\b(?:flere|mere|bedre|færre|hurtigere|billigere|kortere|lettere|nemmere|øge[st]?"
        r"|styrke[st]?|udvide[st]?)\b",
    ),
    _cue("question", r"\?"),
    _cue("i_must", r"\bjeg\s(?:\w+\s)?(?:skal|skulle|må)\b|\b(?:skal|skulle|må)\sjeg\b"),
    _cue("one_must", r"\bman\s(?:\w+\s)?skal\b"),
    _cue(
        "past",
        r"\b(?:jeg|hun|han|de|vi|der|det)\s(?:\w+\s)?(?:fik|blev|var|havde|kom|gik|sagde|"
        r"stod|så|mistede|flyttede|boede|drak)\b|\bvar\sder\b",
    ),
    _cue("have_done", r"\bjeg\s(?:har|er\sblevet|blev)\b"),
    _cue("first_person", r"\b(?:jeg|mig|min|mit|mine)\b"),
    _cue("tell", r"\b(?:fortæller|oplever|beskriver|siger|nævner|føler|giver\sudtryk)\b"),
    _cue(
        "hard",
        r"\b(?:svært|problem\w*|umulig\w*|bange|angst|utryg\w*|frygt\w*|værst\w*|hårdt?"
        r"|desværre|dårlig\w*|barriere\w*|risiko\w*|vanskelig\w*|stigende|steget|halter|opgive\w*)\b",
    ),
    _cue("never", r"\b(?:aldrig|ingen|intet|ikke|hverken|uden\sat)\b"),
    _cue(
        "too",
        r"\b(?:for|alt\sfor)\s(?:lang\w*|dyr\w*|høj\w*|sent|tidligt|få|lidt|mange|små)\b"
        r"|\bikke\s(?:\w+\s)?råd\b",
    ),
    _cue(
        "praise",
        r"\b(?:glad|tak|reddede|guld|rar\w*|sød\w*|dejlig\w*|stolt|fantastisk\w*|skøn\w*"
        r"|god|godt|gode|bedste|tillid|alvorligt|taknemmelig\w*|heldig\w*|ros|hyggelig\w*|super"
        r"|dygtig\w*|engle?|venlig\w*|flinke?|elsker|sammenhold\w*|tålmodig\w*|trygt?|nemt)\b",
    ),
    _cue(
        "helped",
        r"\b(?:hjalp|hjælper\smig|holder\smig|gav\smig|har\sbetydet|betyder\salt|reddede|"
        r"virke[rt]|lykkedes|endelig|holdt,?\shvad|første\sgang|blev\sved\smed)\b",
    ),
    _cue("number", r"\d+\s?(?:%|procent|personer|borgere|deltagere|kr)"),
    _cue(
        "report", r"\b(?:undersøgelse[nr]?s?|rapport\w*|tabel\w*|analyse[nr]?|tallene|antallet)\b"
    ),
    _cue("can_be", r"\bkan\s(?:\w+\s)?(?:være|have|føre|betyde)\b"),
    _cue("because", r"\b(?:fordi|derfor|skyldes|årsag\w*|betyder)\b"),
)


def found(text: str) -> list[float]:
    """One number for each cue in `CUES`: 1.0 where the text shows it, else 0.0."""
    low = " ".join(text.lower().split())
    return [1.0 if cue.pattern.search(low) else 0.0 for cue in CUES]


def spans(text: str, name: str) -> tuple[tuple[int, int], ...]:
    """Where the cue of this name stands in the text, as offsets in characters."""
    cue = next(cue for cue in CUES if cue.name == name)
    low = text.lower()
    if len(low) != len(text):
        return ()
    return tuple(match.span() for match in cue.pattern.finditer(low))
