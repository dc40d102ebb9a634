"""Text set as in print: real quotes, spaces that do not break a number, dashes in ranges.

Every character stays one character, so that positions in the text are those in what is shown.
"""

import re

NO_BREAK = "\u00a0"
JOINER = "\u2060"
"""A word joiner: takes the place of a soft hyphen, at which a line could be broken."""

_UNITS = (
    "%|‰|°C|km²|km2|km|m²|cm|mm|m|kg|g|mg|ha|MW|GW|kWh|tonnes?|tons?|litres?|hectares?|metres?|"
    "kilometres?|kilograms?|grams?|grammes?|million|billion|trillion|bn|per cent|percent|"
    "USD|EUR|GBP|dollars|euros?"
)
_BEFORE_NUMBERS = r"USD|EUR|GBP|CHF|US\$|€|£|\$|No\.|pp?\.|§"
_NUMBER = r"\d+(?:[.,]\d+)*"
# groups of three digits, the first of which belongs to no longer number
_GROUPS = re.compile(r"(?<![\w.,/-])\d{1,3}(?: \d{3})+(?![\w/]|[.,-]\d)")
_UNIT = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))")
_CURRENCY = re.compile(rf"(?<!\w)({_BEFORE_NUMBERS}) (?=\d)")
_RANGE = re.compile(rf"(?<![\w.,/–-])({_NUMBER})-({_NUMBER})(?![\w/–-]|[.,]\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\"<>]+")
_QUOTES = re.compile(rf"{_ADDRESS.pattern}|[\"'“”]")
_OPENERS = frozenset(" \t\n\u00a0([{<–—-/‘“\u2009\u202f")


def typeset(text: str) -> str:
    """The text as it is shown, of the same length; web addresses are left as they are."""
    parts, end = [], 0
    for address in _ADDRESS.finditer(text):
        parts += [text[end : address.start()], address[0]]
        end = address.end()
    parts.append(text[end:])
    parts[::2] = map(_numbers, parts[::2])
    return _Quotes("".join(parts)).set().replace("\u00ad", JOINER)


def _numbers(text: str) -> str:
    text = _GROUPS.sub(lambda match: match[0].replace(" ", NO_BREAK), text)
    text = _UNIT.sub(NO_BREAK, text)
    text = _CURRENCY.sub(rf"\1{NO_BREAK}", text)
    return _RANGE.sub(_range, text)


def _range(match: re.Match[str]) -> str:
    """From a smaller to a larger number, or to the last digits of a year: 2019–2023, 2019–23."""
    first, last = match[1], match[2]
    if len(last) == 2 and len(first) == 4 and first.isdigit() and last.isdigit():
        rises = int(last) > int(first[2:])
    else:
        rises = _value(first) < _value(last)
    return f"{first}–{last}" if rises else match[0]


def _value(number: str) -> float:
    whole, *groups = number.split(",")
    if groups and all(len(group.split(".")[0]) == 3 for group in groups):
        number = whole + "".join(groups)  # thousands, not a decimal comma
    number = number.replace(",", ".")
    return float(number) if number.count(".") <= 1 else float("nan")


class _Quotes:
    """Sets the quotes of a text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._opened = False
        self._last = (-1, "")

    def set(self) -> str:
        """The text with real quotes, but in web addresses."""
        return _QUOTES.sub(self._set, self._text)

    def _set(self, match: re.Match[str]) -> str:
        found, at = match[0], match.start()
        shown = found
        if found in "\"'":
            place, quote = self._last
            before = quote if place == at - 1 else self._text[max(0, at - 1) : at]
            if found == "'":
                shown = _single(before, self._text[at + 1 : at + 2])
            else:
                shown, self._opened = _double(before, opened=self._opened)
        elif found in "“”":
            self._opened = found == "“"
        self._last = (match.end() - 1, shown[-1])
        return shown


def _double(before: str, *, opened: bool) -> tuple[str, bool]:
    """Which quote it is, and whether a quotation is open after it.

    One that closes none stays as it is: inches, or the markup of a text that shows some.
    """
    if not before or before in _OPENERS:
        return "“", True
    return ("”", False) if opened else ('"', False)


def _single(before: str, after: str) -> str:
    """An apostrophe wherever it stands in or behind a word, or before a short year: ’90s."""
    if before == "=":
        return "'"
    opens = (not before or before in _OPENERS) and not after.isdigit()
    return "‘" if opens else "’"
