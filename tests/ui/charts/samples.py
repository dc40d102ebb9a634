"""Figures for the charts that no one can take for a country's."""

from ocviewer.domain.change import Direction, direction
from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.presenter.page import Bar, BarGroup, ChangeView, Pyramid, PyramidFigures

CRIME, RESILIENCE = Polarity.CRIMINALITY, Polarity.RESILIENCE


def change(polarity: Polarity, score: Hundredths | None, previous: Hundredths | None) -> ChangeView:
    if score is None or previous is None:
        year = 2023 if score is None else 2021
        return ChangeView(None, None, "", "", f"not scored in {year}", f"not scored in {year}")
    difference = score - previous
    meaning = direction(polarity, difference) or Direction.UNCHANGED
    arrow = "=" if not difference else ("▲" if difference > 0 else "▼")
    amount = ("+" if difference > 0 else "") + score_text(difference)
    return ChangeView(meaning, difference, arrow, amount, meaning.value, f"{arrow} {amount}")


def bar(
    number: int,
    score: Hundredths | None = 650,
    previous: Hundredths | None = 600,
    region_mean: Hundredths | None = None,
    polarity: Polarity = CRIME,
) -> Bar:
    text = "–" if score is None else score_text(score)
    return Bar(
        code=f"t.{number}",
        name=f"Test indicator of a rather long name {number}",
        short_name=f"Test indicator {number}",
        polarity=polarity,
        score=score,
        score_text=text,
        previous=previous,
        region_mean=region_mean,
        change=change(polarity, score, previous),
        section="test_section",
        tooltip=f"Test <b>indicator</b> {number}\n{text}",
        spoken=f"Test indicator {number} {text}",
    )


def group(*bars: Bar, polarity: Polarity = CRIME) -> BarGroup:
    total = change(polarity, 600, 500)
    return BarGroup("t", "Test group", polarity, "6.00", total, bars)


def rows(count: int, polarity: Polarity = CRIME) -> BarGroup:
    return group(
        *(
            bar(number, 150 + 50 * number, 200, 300, polarity=polarity)
            for number in range(1, count + 1)
        ),
        polarity=polarity,
    )


def pyramid(
    now: PyramidFigures | None, before: PyramidFigures | None = None, *, ghost: str = "dashed: 1999"
) -> Pyramid:
    shown = now or PyramidFigures(100, 100, 100)
    return Pyramid(
        now=now,
        before=before,
        markets_label="Criminal markets",
        actors_label="Criminal actors",
        resilience_label="Resilience",
        markets_text=score_text(shown.markets),
        actors_text=score_text(shown.actors),
        resilience_text=score_text(shown.resilience),
        ghost_label=ghost if before else "",
        missing="" if now else "not scored in 1999",
        spoken="Test pyramid",
    )


def renamed(one: Bar, name: str) -> Bar:
    return one._replace(name=name, short_name=name)
