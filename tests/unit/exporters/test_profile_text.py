"""The profile as text says why a section is empty."""

from ocviewer.exporters.profile_text import profile_text
from ocviewer.library.library import Library
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.sections import section_view
from ocviewer.presenter.state import AT_A_GLANCE, PaneState, ViewState
from ocviewer.presenter.words import Words


def test_a_country_without_scores_says_so_and_a_section_without_text_too(
    library: Library, words: Words
) -> None:
    pane = PaneState("COL", 2023)
    page = resolve(ViewState((pane,)), library, words)
    glance = section_view(library, words, pane, AT_A_GLANCE)
    empty = glance._replace(paragraphs=(), missing="Not scored in 2023.")
    people = section_view(library, words, pane, "people")
    text = profile_text(page.panes[0], (empty, people), words)
    assert "AT A GLANCE\nNot scored in 2023." in text
    assert "01 PEOPLE\n(no text in the library)" in text
