"""What a pane is about: a country, or the mean of a place."""

from ocviewer.domain.place import place_of
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.library import Library
from ocviewer.presenter.figures import Figures
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words


def subject_name(library: Library, words: Words, subject: str) -> str:
    """The name of a country or of a place; ``BadCall`` for what is neither."""
    place = place_of(subject)
    if place is None and subject in library.countries:
        return library.countries[subject].name
    if place is None or not library.has_subject(subject):
        raise BadCall(Problem("unknown_country", values={"name": subject}))
    return place.name or words.say("figures.world")


def name_in_text(library: Library, words: Words, subject: str) -> str:
    """The name within a sentence: ``Peru``, ``the mean of South America``, ``the world mean``."""
    place = place_of(subject)
    name = subject_name(library, words, subject)
    if place is None:
        return name
    key = f"compare.mean_{place.name}" if place.name else "compare.mean_world"
    return words.say(key) if words.has(key) else words.say("compare.mean", name=name)


def figures_of(library: Library, words: Words, pane: PaneState) -> Figures:
    """Words a pane's figures, those of a mean too."""
    place = pane.place
    if place is None:
        return Figures(library, words, pane)
    from ocviewer.presenter.compare.mean_pane import MeanFigures  # noqa: PLC0415 - seldom

    return MeanFigures(library, words, place.scope, place.name, pane.edition)
