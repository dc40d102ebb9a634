"""What makes the name of a country something else in running text, in English."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT_IN_TEXT = _words(
    "america antigua choson emirates island komori lao malaya marshalls masr maurice misr moris "
    "salvador saudi sesel solomons suisse timor viti"
) | {"friendly islands", "gold coast", "pleasant island"}
"""Other names that in a text mostly mean a people, a person, a city, a firm or an island."""

PERSONAL = _words("chad georgia israel jordan")
"""Names of people too: no country beside another word with a capital."""

NOT_AFTER = _words(
    "american cape east fort inner isle lake little mount new north port san south strait west"
)
"""With a capital before a name, these make it another: Lake Chad, New Mexico."""

NOT_AFTER_OF = _words("bay gulf isle sea state strait")
"""The same with "of": the Gulf of Guinea, the state of Georgia."""

NOT_BEFORE = _words(
    "avenue basin bay canal city delta island islands ocean papers peninsula river sea state "
    "strait street valley"
)
"""With a capital after a name, these make it another: Benin City, the Niger Delta."""

NO_PLACE = _words("dollar dollars fowl nut nuts pig pigs")
"""After a name, in small letters too, these make it no country: Brazil nuts, US dollars."""

BEFORE_A_NAME = _words(
    "across against along although among and around as at because before behind beside between "
    "both but by during for from if in inside into like meanwhile near neighbouring neighboring of "
    "on or outside since than that though through to toward towards under unlike until via when "
    "whereas where while with within without"
)
"""With a capital at the beginning of a sentence, these are no one's first name."""
