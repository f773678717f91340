"""Numbers said in words, as people spell their telephone and CPR numbers out.

Definition: Dansk Sprognævn, Retskrivningsordbogen, "Taltabeller"; https://dsn.dk.
"""

_UNITS = (
    "nul|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten"
    "|atten|nitten"
)
TENS = "tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems"
SPOKEN_WORD = rf"(?:(?:{_UNITS})|(?:(?:en|to|tre|fire|fem|seks|syv|otte|ni)og)?(?:{TENS}))"
