"""The words of everything that is not Qt, by message key, so that they can be translated.

A key is ``catalogue.name``; the catalogues are the JSON files of ``resources/messages/LANGUAGE``.
A message is a template for ``str.format``. A missing key is an error in the program, not in the
user's data, so it raises ``KeyError``.
"""

import json
from pathlib import Path

from ocviewer.domain.plain_text import plain
from ocviewer.domain.problem import Problem, Spot
from ocviewer.domain.score import Hundredths, score_text


class Words:
    """The messages of one language; a catalogue is read when it is first needed."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds the catalogues of one language."""
        self._folder = folder
        self._catalogues: dict[str, dict[str, str]] = {}
        self._templates: dict[str, str] = {}
        self._ordinals: dict[int, str] = {}

    def _catalogue(self, name: str) -> dict[str, str]:
        if name not in self._catalogues:
            text = (self._folder / f"{name}.json").read_text("utf-8")
            self._catalogues[name] = json.loads(text)
        return self._catalogues[name]

    def has(self, key: str) -> bool:
        """Whether there is a message of this key."""
        catalogue, _, name = key.partition(".")
        return name in self._catalogue(catalogue)

    def say(self, key: str, **values: object) -> str:
        """The message with its values filled in."""
        template = self._templates.get(key)
        if template is None:
            catalogue, _, name = key.partition(".")
            template = self._templates[key] = self._catalogue(catalogue)[name]
        return template.format(**values) if values else template

    def number(self, value: int) -> str:
        """A whole number with its thousands set apart, e.g. ``1,285,220``."""
        return f"{value:,}"

    def signed(self, difference: Hundredths) -> str:
        """A change with its sign, e.g. ``+0.22``, ``−0.50`` or ``0.00``."""
        return f"+{score_text(difference)}" if difference > 0 else score_text(difference)

    def ordinal(self, value: int) -> str:
        """A rank, e.g. ``1st``, ``2nd``, ``113th``."""
        said = self._ordinals.get(value)
        if said is None:
            teens = 11 <= value % 100 <= 13
            ending = "other" if teens else {1: "one", 2: "two", 3: "few"}.get(value % 10, "other")
            said = self._ordinals[value] = self.say(f"figures.ordinal_{ending}", number=value)
        return said

    def joined(self, items: list[str]) -> str:
        """A list in running text: ``a``, ``a and b``, ``a, b and c``.

        Where an item itself holds the word that ends the list, a comma keeps them apart.
        """
        if len(items) < 2:
            return "".join(items)
        joint = self.say("figures.list_end", head="", last="")
        key = "list_end_clear" if any(joint in item for item in items) else "list_end"
        head = self.say("figures.list_separator").join(items[:-1])
        return self.say(f"figures.{key}", head=head, last=items[-1])

    def within(self, place: str) -> str:
        """A continent or region as a place: ``in South America``, ``in the Caribbean``."""
        key = f"glance.in.{place}"
        return self.say(key) if self.has(key) else self.say("glance.in", name=place)

    def place(self, place: str | Spot) -> str:
        """Where in a file, e.g. ``line 3, column 7``."""
        return (
            place if isinstance(place, str) else self.say(f"problems.{place.key}", **place.values)
        )

    def problem(self, problem: Problem) -> str:
        """What is wrong, where, and the way out, in a sentence or two."""
        key = f"problems.{problem.key}"
        if not self.has(key):  # a schema rule without words of its own
            key = "problems.schema"
        what = self.say(key, **problem.values)
        where = ": ".join(part for part in (problem.file, self.place(problem.place)) if part)
        return plain(f"{where}: {what}" if where else what)
