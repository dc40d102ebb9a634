"""The sections of the reader: at a glance from the figures, the eleven from the analysis text."""

from ocviewer.domain.profile import Profile, Wording
from ocviewer.library.library import Library
from ocviewer.presenter.figures import Figures
from ocviewer.presenter.glance import Glance
from ocviewer.presenter.page import ParagraphView, SectionTab, SectionView
from ocviewer.presenter.state import AT_A_GLANCE, PaneState
from ocviewer.presenter.words import Words


def tabs(library: Library, words: Words) -> tuple[SectionTab, ...]:
    """The reader's tabs: at a glance first, numbered 0, then the sections as numbered."""
    glance = words.say("profile.at_a_glance")
    numbered = (
        SectionTab(
            section.id,
            section.number,
            section.title,
            words.say("profile.tab", number=section.number, title=section.title),
        )
        for section in library.indicators.sections
    )
    return (SectionTab(AT_A_GLANCE, 0, glance, glance), *numbered)


def section_view(
    library: Library,
    words: Words,
    pane: PaneState,
    section_id: str,
    wording: Wording | None = None,
) -> SectionView:
    """One section of a country in an edition; ``KeyError`` for an id that is no section's.

    In ``wording`` where the library has it, else in another.
    """
    if section_id == AT_A_GLANCE:
        return _glance(library, words, pane)
    return _analysis(library, words, pane, section_id, wording)


def _glance(library: Library, words: Words, pane: PaneState) -> SectionView:
    values = {"name": library.countries[pane.iso3].name, "edition": pane.edition}
    title = words.say("profile.at_a_glance")
    paragraphs = Glance(library, words, pane).paragraphs()
    return SectionView(
        number=0,
        id=AT_A_GLANCE,
        title=title,
        heading=title,
        chips=(),
        paragraphs=paragraphs,
        label=words.say("profile.label_glance") if paragraphs else "",
        url="",
        citation=words.say("profile.citation_glance", **values) if paragraphs else "",
        missing="" if paragraphs else words.say("profile.missing_glance", **values),
    )


def _analysis(
    library: Library, words: Words, pane: PaneState, section_id: str, wording: Wording | None
) -> SectionView:
    section = library.indicators.section(section_id)
    figures = Figures(library, words, pane)
    chips = tuple(figures.chip(node) for node in library.indicators.in_section(section_id))
    profile = library.profile(pane.iso3, pane.edition, wording)
    paragraphs = () if profile is None else profile.sections.get(section_id, ())
    label, url, citation = _source(profile, words) if paragraphs else ("", "", "")
    other = _other(profile, library.texts(pane.iso3, pane.edition))
    name = library.countries[pane.iso3].name
    missing = words.say("profile.missing", name=name, edition=pane.edition, iso3=pane.iso3)
    return SectionView(
        number=section.number,
        id=section.id,
        title=section.title,
        heading=words.say("profile.heading", number=section.number, title=section.title),
        chips=chips,
        paragraphs=tuple(ParagraphView(p.text, p.indicators) for p in paragraphs),
        label=label,
        url=url,
        citation=citation,
        missing="" if paragraphs else missing,
        switch="" if other is None else words.say(f"profile.switch_{other}"),
        other=other,
    )


def _other(profile: Profile | None, texts: tuple[Profile, ...]) -> Wording | None:
    """The other wording that a text is there in."""
    if profile is None:
        return None
    return next((text.wording for text in texts if text.wording is not profile.wording), None)


def _source(profile: Profile | None, words: Words) -> tuple[str, str, str]:
    if profile is None:
        return "", "", ""
    source = profile.source
    origin = profile.origin
    if origin is None:
        label = words.say(f"profile.label_{profile.wording}")
    else:
        values = {"file": origin.file, "day": origin.imported, "edition": profile.edition}
        label = words.say("profile.label_imported", **values)
    key = f"profile.citation_{profile.wording}"
    return label, source.url, words.say(key, title=source.title, url=source.url)
