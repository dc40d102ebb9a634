import pytest

from ocviewer.presenter.page import SectionTab
from ocviewer.ui.reader.tab_labels import GLANCE, fit_labels, narrowest

CHARACTER = 7


def advance(text: str) -> int:
    return CHARACTER * len(text)


def total(labels: tuple[str, ...], padding: int) -> int:
    return sum(advance(label) + 2 * padding for label in labels)


@pytest.mark.parametrize("width", range(360, 2400, 60))
@pytest.mark.parametrize("current", [0, 1, 10])
def test_labels_never_need_more_than_the_width(
    tabs: tuple[SectionTab, ...], width: int, current: int
) -> None:
    fitted = fit_labels(tabs, current, width, advance)
    assert total(fitted.labels, fitted.padding) <= width
    assert all(fitted.labels)
    assert fitted.padding >= 3
    for tab, label in zip(tabs[1:], fitted.labels[1:], strict=True):
        assert label.startswith(f"{tab.number:02d}")


def test_a_wide_bar_shows_every_title(tabs: tuple[SectionTab, ...]) -> None:
    assert fit_labels(tabs, 3, 2400, advance).labels == tuple(tab.text for tab in tabs)


def test_a_middling_bar_cuts_titles_between_words(tabs: tuple[SectionTab, ...]) -> None:
    labels = fit_labels(tabs, 3, 1400, advance).labels
    assert labels[1] == "01 People"
    assert labels[8] == "08 Leadership…"
    assert all(label.removesuffix("…") in tab.text for tab, label in zip(tabs, labels, strict=True))
    assert not any(label.endswith(" and…") for label in labels)


def test_a_middling_bar_stays_put_when_a_tab_is_picked(tabs: tuple[SectionTab, ...]) -> None:
    assert fit_labels(tabs, 1, 1400, advance) == fit_labels(tabs, 10, 1400, advance)


def test_a_narrow_bar_shows_numbers_and_the_open_title(tabs: tuple[SectionTab, ...]) -> None:
    labels = fit_labels(tabs, 2, 480, advance).labels
    assert labels[:4] == (GLANCE, "01", "02 Trade", "03")


def test_a_long_open_title_is_shortened_to_fit(tabs: tuple[SectionTab, ...]) -> None:
    label = fit_labels(tabs, 10, 400, advance).labels[10]
    assert label.startswith("10 Ec")
    assert label.endswith("…")


def test_a_bar_below_its_least_width_still_has_its_numbers(tabs: tuple[SectionTab, ...]) -> None:
    assert fit_labels(tabs, 10, 50, advance).labels[10] == "10"
    assert narrowest(tabs, advance) < 360


def test_nothing_open_and_nothing_at_all(tabs: tuple[SectionTab, ...]) -> None:
    assert fit_labels(tabs, -1, 480, advance).labels[2] == "02"
    assert fit_labels((), -1, 480, advance).labels == ()
