"""What makes the name of a country something else in running text, in English."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT_IN_TEXT = _words(
    "america antigua choson emirates island komori lao malaya marshalls masr maurice misr moris "
    "salvador saudi sesel solomons suisse timor viti"
) | {"friendly islands", "gold coast", "pleasant island"}
"""Other names that in a text mostly mean a people, a person, a city, a firm or an island."""

NOT_AFTER_OF = _words("bay gulf isle sea state strait")
"""With "of" before a name, these make it another: the Gulf of Guinea, the state of Georgia."""

NO_PLACE = _words("dollar dollars fowl nut nuts pig pigs")
"""After a name, in small letters too, these make it no country: Brazil nuts, US dollars."""

BEFORE_A_NAME = _words(
    "a across against along also although among an and around as at because before behind beside "
    "between both but by during especially even for former from had has have however if in inside "
    "into is its like meanwhile modern near neighbouring neighboring notably of on only or outside "
    "since so than that the their though through thus to today toward towards under unlike until "
    "via was were when whereas where whether while with within without yet"
)
"""The words that with a capital, at the beginning of a sentence, are part of no name."""
