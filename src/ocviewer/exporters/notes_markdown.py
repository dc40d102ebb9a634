"""Notes as Markdown, below a heading for each country and each section in an edition.

Quotes and notes are text, so that every character that Markdown would act on is escaped.
"""

import re
from collections.abc import Iterable, Iterator

from ocviewer.domain.note import NoteKind
from ocviewer.presenter.notes.view import NoteView
from ocviewer.presenter.words import Words

_ACTING = re.compile(r"([\\`*_\[\]<>#|~&])")
_LINE_START = re.compile(r"^([-+=]|\d+[.)])")


def notes_markdown(views: Iterable[NoteView], words: Words) -> str:
    """The text of the file; views come in the order of the library."""
    lines = [f"# {words.say('notes.all')}", ""]
    country = place = ""
    count = 0
    for view in views:
        count += 1
        name = view.country or words.say("notes.general")
        if name != country:
            country, place = name, ""
            lines += [f"## {escaped(country)}", ""]
        here = words.say("notes.joint").join(filter(None, (_edition(view), view.section)))
        if here != place:
            place = here
            if place:
                lines += [f"### {escaped(place)}", ""]
        lines += _entry(view, words)
    if not count:
        lines += [words.say("notes.none"), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _edition(view: NoteView) -> str:
    return "" if view.note.edition is None else str(view.note.edition)


def _entry(view: NoteView, words: Words) -> Iterator[str]:
    head = view.kind
    if view.note.kind is NoteKind.INDICATOR:
        head = f"{head}: {view.indicator}"
    yield f"**{escaped(head)}** ({view.date})"
    yield ""
    if view.quote:
        yield from (f"> {line}".rstrip() for line in _lines(view.quote))
        yield ">"
        yield f"> — {escaped(view.source)}"
        yield ""
    if view.is_lost:
        yield f"*{escaped(words.say('notes.lost'))}.*"
        yield ""
    if view.text.strip():
        yield from _lines(view.text)
        yield ""


def _lines(text: str) -> list[str]:
    """Escaped lines; a backslash keeps the break where another line follows."""
    lines = [escaped(line) for line in text.strip().split("\n")]
    return [
        f"{line}\\" if line and number + 1 < len(lines) and lines[number + 1] else line
        for number, line in enumerate(lines)
    ]


def escaped(text: str) -> str:
    """A line that Markdown shows as it is, without blanks at its ends."""
    return _LINE_START.sub(_guarded, _ACTING.sub(r"\\\1", text.strip()))


def _guarded(found: re.Match[str]) -> str:
    """A line that would begin a list or underline a heading does not."""
    return f"{found[1][:-1]}\\{found[1][-1]}"
