"""What others report of a wish: "der peges på, at …", "borgerne efterlyser …"."""

import re

ADVERB = (
    r"(?:også|især|samtidig|samtidigt|generelt|derfor|ofte|ligeledes|desuden|endvidere|derudover|"
    r"særligt|endelig|tillige|fortsat|stadig|meget|helt|gerne|alle|blandt andet|i høj grad|"
    r"simpelthen)"
)
WHO = r"(?:(?!ikke\b|ingen\b|aldrig\b|at\b|bør\b|der er\b)\w+ ){1,5}?"
INVERTED = (  # "generelt peger borgerne på", "samtidig peges der på"
    r"(?: (?:der|de|man|han|hun|gruppen|borgeren|(?:de )?\w+erne|(?:flere|mange|nogle)(?= på)|"
    r"(?:flere|mange|nogle|de) (?:borgere|unge|beboere|brugere|pårørende|forældre|familier|"
    r"hjemløse|ældre|udsatte)))?"
)
WANTS = (
    r"(?:efterlyser|efterlyses|ønsker|ønskes|foreslår|foreslås|anbefaler|anbefales|"
    r"(?:har|bl(?:ev|iver)|er) (?:efterlyst|ønsket|foreslået)|vil (?:gerne )?have|"
    r"opfordrer|opfordres|håber|drømmer|beder|har (?:et )?(?:stort |stærkt )?ønske|"
    r"(?:giver|gives) (?:der )?udtryk for (?:et )?(?:stort |stærkt )?(?:ønske|behov)|"
    r"udtrykker (?:et )?(?:stort |stærkt )?(?:ønske|behov)|lægger vægt)"
)
POINTS = r"(?:peger|peges|pegede|pegedes|bl(?:ev|iver) (?:der )?peget|har peget)"
TELLS = (
    r"(?:(?:giver|gives|gav) udtryk for|udtrykker|fremhæver|fremhæves|nævner|nævnes|understreger|"
    r"understreges|mener|synes|oplever|opleves|siger|fortæller|påpeger|påpeges|bemærker|"
    r"gør opmærksom på|tilføjer|vurderer|fortalte|sagde|mente|forklarer)"
)
REPORT = re.compile(
    rf"(?:(?P<first>(?:{ADVERB} )+)|{WHO}(?:{ADVERB} )*)"
    rf"(?:(?P<wants>{WANTS})|(?P<points>{POINTS})|(?P<tells>{TELLS}))"
    rf"(?(first){INVERTED})(?: {ADVERB})*(?: (?:på|sig|om|til|for))?,? (?P<rest>.+)$",
    re.IGNORECASE,
)
LACK = re.compile(
    rf"(?:{ADVERB} )?(?:der|de|man|borgeren|borgerne|\w+(?:erne|ene)(?: (?:på|i|fra) \w+)?|mange|"
    rf"flere|(?:mange|flere|nogle|de)(?: \w+){1, 2}?)(?: {ADVERB})* "
    r"(?:mangler|savner|savnes|efterlyses|ønskes|er (?:\w+ )?mangel på|"
    rf"(?:er|har|få|får|opleves)(?: {ADVERB})* (?:et )?"
    r"(?:(?:stort|større|stigende|særligt|akut|tydeligt|udtalt|reelt) )?"
    r"(?:(?:brug|behov) for|ønsker? om))"
    rf"(?: {ADVERB})*,? (?P<what>.+)$",
    re.IGNORECASE,
)


def without_report(sentence: str) -> tuple[str, str]:
    """What was reported, and by what kind of verb; the sentence and "" where nothing was."""
    rest, kind = sentence, ""
    for _ in range(3):  # "flere giver udtryk for, at de ønsker …"
        bare = re.sub(r"^at ", "", rest, flags=re.IGNORECASE) if kind else rest
        found = REPORT.match(bare)
        if not found or LACK.match(bare):
            break
        now = next(k for k in ("wants", "points", "tells") if found[k])
        if re.match(r"ikke\b", found["rest"], re.IGNORECASE):
            return "", "tells"
        rest, kind = found["rest"], "wants" if "wants" in {kind, now} else now
    return rest, kind
