"""JSON for people's terminals: the same text, with nothing in it that steers what shows it."""

import json
import re

# What json.dumps leaves as it is and a terminal acts on or hides: C1 controls, marks of direction,
# zero widths, line separators; and half surrogates, which cannot be written as UTF-8 at all.
_STEERING = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def json_text(value: object, indent: int | None = None) -> str:
    """The JSON of a value, readable in any script; what steers a terminal is escaped.

    Such a character can only stand inside a string, where its escape means the same.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _STEERING.sub(lambda found: json.dumps(found[0])[1:-1], text)
