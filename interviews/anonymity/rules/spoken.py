"""Numbers said in words, as people spell their telephone and CPR numbers out.

Definition: Dansk Sprognævn, Retskrivningsordbogen, "Taltabeller"; https://dsn.dk.
"""

_UNITS = (
    "nul|en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten"
    "|atten|nitten"
)
TENS = "tyve|tredive|tredve|fyrre|fyrretyve|halvtreds|tres|halvfjerds|firs|halvfems"
SPOKEN_WORD = rf"(?:(?:{_UNITS})|(?:(?:en|et|to|tre|fire|fem|seks|syv|otte|ni)\s?og\s?)?(?:{TENS}))"
HUNDREDS = r"(?:(?:et|to|tre|fire|fem)\s?)?hundrede?\s?(?:og\s)?"
