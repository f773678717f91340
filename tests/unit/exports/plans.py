"""A small made-up plan, as values: what a base of a real consultation looks like."""

# ruff: noqa: E501 -- what citizens say is not cut in two
from dataclasses import replace

from analysis.model import Cluster
from exports.model import Base
from interviews.cleared import left_standing
from interviews.model import (
    Consultation,
    Harmless,
    Interview,
    Kind,
    Role,
    Site,
    SiteKind,
    Statement,
    Theme,
    Wording,
)
from strategy.model import (
    Coverage,
    Digest,
    DigestLine,
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeProposal,
    NotAnswered,
    Origin,
    Quote,
    Stance,
    TargetKind,
)

CID = "c" * 32
DAY = "2026-11-22"
THEMES = (
    Theme(
        "t1",
        CID,
        "housing",
        "Boliger",
        "Et sted at bo, man kan betale og holde fast i.",
        position=0,
    ),
    Theme("t2", CID, "health", "Sundhed", "Adgang til læge, tandlæge og behandling.", position=1),
    Theme("t3", CID, "encounter", "Mødet mellem kommunen og borgeren", "", position=2),
)
SITES = (
    Site("s1", CID, "Værestedet Broen", SiteKind.DROP_IN),
    Site("s2", CID, "Forsorgshjemmet Engen", SiteKind.SHELTER),
    Site("s3", CID, "Rusmiddelcentret", SiteKind.TREATMENT),
    Site("s4", CID, "Gadeteamet", SiteKind.OUTREACH),
    Site("s5", CID, "Pårørendecaféen", SiteKind.RELATIVES),
)
PEOPLE = (11, 8, 6, 3, 2)
_C, _W, _E, _P = Kind.CHALLENGE, Kind.WISH, Kind.EXPERIENCE, Kind.PRAISE
SAID = (
    ("housing", _C, "Jeg har stået på venteliste i tre år, og der er aldrig nogen, der ringer tilbage."),
    ("housing", _W, "Lav nogle små boliger, man kan betale med kontanthjælp. Det behøver ikke være fint."),
    ("housing", _W, "Der skal være en, man kan banke på hos, når regningerne kommer. Ellers ryger lejligheden igen."),
    ("housing", _E, "Da jeg fik nøglen, sad jeg på gulvet i to dage. Der var så stille, at jeg tog tilbage til herberget for at sove."),
    ("housing", _C, "Man kan ikke have sin hund med nogen steder, så jeg sover ude."),
    ("housing", _P, "Dem på Engen lod mig blive, til jeg havde en rigtig aftale. Det glemmer jeg ikke."),
    ("housing", _W, "Lad være med at samle os alle sammen i den samme opgang."),
    ("housing", _C, "Indskuddet er det, der vælter det hele. 25 % af ingenting er stadig ingenting."),
    ("health", _C, "Tandlægen koster mere, end jeg har på en måned, så jeg lader være med at grine."),
    ("health", _W, "Hvis der kom en sygeplejerske på varmestuen en gang om ugen, ville jeg vise hende mit ben."),
    ("health", _E, "Lægen kiggede på skærmen hele tiden. Jeg fik aldrig sagt det, jeg kom for."),
    ("health", _W, "Psykologhjælp, uden at man først skal være holdt op med at drikke."),
    ("health", _P, "Rusmiddelcentret spurgte, hvad jeg selv troede ville virke. Det var første gang."),
    ("health", _C, "Jeg blev smidt ud af behandlingen, fordi jeg kom for sent to gange. Bussen kører hver anden time."),
    ("encounter", _E, "Jeg har fortalt min historie til syv forskellige. Nu gider jeg ikke mere."),
    ("encounter", _W, "Én fast person i kommunen. Bare én, som ved, hvem jeg er."),
    ("encounter", _C, "Brevene er skrevet til en advokat. Jeg åbner dem ikke længere."),
    ("encounter", _P, "Hende i skranken sagde goddag og brugte mit navn. Så kan man godt holde hovedet højt."),
    ("encounter", _E, "Folk ser på posen i min hånd, før de ser på mig."),
    ("encounter", _W, "Kom ud til os i stedet for, at vi skal sidde i jeres venteværelse."),
)  # fmt: skip
NUMBERS = (12, 45, 7, 88, 31, 64, 102, 19, 53, 76, 4, 91, 28, 60, 115, 39, 82, 23, 70, 97)


def small_base() -> Base:
    """Three themes, twenty statements, five sites, four initiatives, two proposals."""
    interviews = tuple(
        Interview(f"i{at}", CID, site.id, "2026-0" + str(3 + at % 3), people)
        for at, (site, people) in enumerate(zip(SITES, PEOPLE, strict=True))
    )
    said = tuple(
        Statement(
            id=f"u{number:03d}",
            number=number,
            consultation_id=CID,
            interview_id=f"i{at % 5}",
            text=text,
            theme_key=theme,
            kind=kind,
            wording=Wording.VERBATIM if at % 3 else Wording.PARAPHRASED,
            quotable=number != 102,
        )
        for at, (number, (theme, kind, text)) in enumerate(zip(NUMBERS, SAID, strict=True))
    )
    statements = tuple(sorted(said, key=lambda s: s.number))
    links = _links()
    tied = {link.statement_id for link in links if link.stance is not Stance.CONTRADICTS}
    excused = {"u031"}
    against = {"u102"}
    open_ = [s.id for s in statements if s.id not in tied | excused | against]
    return Base(
        consultation=Consultation(CID, "Hør os 2026", "Solby"),
        themes=THEMES,
        sites=SITES,
        interviews=interviews,
        statements=statements,
        goals=_GOALS,
        initiatives=_INITIATIVES,
        links=links,
        proposals=_PROPOSALS,
        digests=(_digest(statements, "housing"), _digest(statements, "health")),
        quotes=(_quote(statements, 88), _quote(statements, 39), _quote(statements, 70)),
        not_answered=(
            NotAnswered("u031", "det kræver en ændring af lejeloven", Role.STEERING, DAY),
        ),
        clusters=_CLUSTERS,
        coverage=Coverage(
            statements=len(statements),
            answered=tuple(s.id for s in statements if s.id in tied),
            unanswered=tuple(open_),
            excused=("u031",),
            unasked_initiatives=("a4",),
            weak_goals=("g2",),
            one_sided_themes=(),
            hidden_contradictions=("u102",),
            unanswered_proposals=("u091",),
            contradicting=tuple(against),
        ),
        theme_of={s.id: s.theme_key for s in statements},
        kind_of={s.id: s.kind for s in statements},
        tags_of={"u045": ("Økonomi", "Ældre", "Aktivitet", "Ågade")},
        harmless=tuple(answer for said in statements for answer in _answers(said)),
    )


_GOALS = (
    Goal("g1", CID, 1, "housing", "at ingen borgere mod deres vilje lever på gaden",
         indicator="antal borgere, der overnatter udendørs", baseline="24 borgere i 2026",
         target="25% færre", year=2029),
    Goal("g2", CID, 2, "health", "at sundhedstilbud findes dér, hvor borgerne i forvejen kommer"),
    Goal("g3", CID, 3, "encounter", "at enhver borger har én fast indgang til kommunen"),
)  # fmt: skip
_INITIATIVES = (
    Initiative("a1", CID, 1, "housing",
               "at der etableres mindst 20 små boliger, som kan betales af en kontanthjælp", "g1",
               "Center for Bolig", "boligorganisationerne", "1. kvartal 2027", "4. kvartal 2028",
               "antal boliger taget i brug", "4,5 mio. kr."),
    Initiative("a2", CID, 2, "housing",
               "at der tilbydes støtte til at fastholde boligen i de første 12 måneder, også efter § 85",
               "g1", "Center for Social Indsats", "", "2. kvartal 2027", "løbende",
               "andel, der bor i boligen efter ét år"),
    Initiative("a3", CID, 3, "encounter",
               "at borgere med mere end to sager får én koordinerende sagsbehandler", "g3",
               "Jobcentret", "", "3. kvartal 2027", "", ""),
    Initiative("a4", CID, 4, "health", "at kommunens sundhedspjecer opdateres", "g2",
               "Sundhedscentret", "", "2027", "2027", "",
               no_evidence_reason="Følger af sundhedsaftalen"),
)  # fmt: skip


def _links() -> tuple[EvidenceLink, ...]:
    support, nuance, against = Stance.SUPPORTS, Stance.NUANCES, Stance.CONTRADICTS
    tied = (
        ("a1", "u045", support), ("a1", "u012", support), ("a1", "u019", support),
        ("a1", "u102", against), ("a2", "u007", support), ("a2", "u088", nuance),
        ("a2", "u064", support), ("a3", "u039", support), ("a3", "u115", support),
        ("a3", "u023", nuance),
    )  # fmt: skip
    links = [
        EvidenceLink(f"l{at}", said, TargetKind.INITIATIVE, target, stance, "", Role.STEERING, DAY)
        for at, (target, said, stance) in enumerate(tied)
    ]
    goal = EvidenceLink("l99", "u012", TargetKind.GOAL, "g1", support, "", Role.STEERING, DAY)
    return (*links, goal)


_PROPOSALS = (
    InitiativeProposal("p1", CID, "health",
                       "at det undersøges, om en sygeplejerske kan være på varmestuerne hver uge",
                       ("u076",), None, "draft-1", DAY),
    InitiativeProposal("p2", CID, "health", "at der tilbydes psykologhjælp uden krav om ophør",
                       ("u091", "u053"), None, "draft-1", DAY),
)  # fmt: skip
_CLUSTERS = (
    Cluster("k1", CID, "housing", 0, ("betale", "indskud"), ("u045", "u019", "u012")),
    Cluster("k2", CID, "housing", 1, ("naboer", "ensomhed"), ("u088", "u102", "u007")),
)


def _digest(statements: tuple[Statement, ...], key: str) -> Digest:
    lines = tuple(
        DigestLine(s.id, 0, len(s.text), at // 2, 2)
        for at, s in enumerate(s for s in statements if s.theme_key == key)
    )
    return Digest(CID, key, lines, Origin.MACHINE, DAY)


def _quote(statements: tuple[Statement, ...], number: int) -> Quote:
    said = next(s for s in statements if s.number == number)
    return Quote(f"q{number}", said.id, 0, len(said.text), said.text, Role.STEERING, DAY)


def with_text(base: Base, statement_id: str, text: str, *, answered: bool = True) -> Base:
    """The base with another text in one statement, where nothing else quotes it.

    What the guard asks about the new text is `answered`, or left open.
    """
    changed = tuple(replace(s, text=text) if s.id == statement_id else s for s in base.statements)
    others = tuple(h for h in base.harmless if h.statement_id != statement_id)
    new = next(s for s in changed if s.id == statement_id)
    answers = _answers(new) if answered else ()
    return replace(base, statements=changed, harmless=(*others, *answers))


def _answers(said: Statement) -> tuple[Harmless, ...]:
    return left_standing(said, frozenset(), "read", Role.CONSULTANT, DAY)


def answered(base: Base) -> Base:
    """The base with everything the guard asks about in its statements found harmless."""
    answers = tuple(
        answer
        for said in base.statements
        for answer in left_standing(said, frozenset(), "read", Role.CONSULTANT, DAY)
    )
    return replace(base, harmless=answers)
