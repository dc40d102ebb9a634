"""What is to be said of a continent or region: its level, its extremes, and what moved most."""

from collections.abc import Callable, Iterable, Mapping

from ocviewer.domain.change import direction
from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import AVERAGES, CRIMINALITY, RESILIENCE, Polarity
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.phrases import NAMED_AT_MOST, in_text
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.linked import CONTINENT, COUNTRY, NODE, REGION, Linked, link, linked
from ocviewer.presenter.world.means import Means

_Name = Callable[[str], str]


class PlaceSentences:
    """Writes the sentences of one place in one edition."""

    def __init__(self, library: Library, words: Words, means: Means, scope: Scope, name: str):
        """Writes nothing yet."""
        self._library = library
        self._words = words
        self._means = means
        self._scope = scope
        self._name = name

    def sentences(self, edition: int) -> tuple[Linked, ...]:
        """A paragraph for each: where, how high, who, and what changed."""
        before = self._library.edition_before(edition)
        roots = (CRIMINALITY, RESILIENCE)
        parts = [
            [self._members()],
            [self._level(code) for code in roots],
            [self._extremes(code) for code in roots],
        ]
        if before is None:
            parts.append([self._words.say("glance.first_edition", edition=edition)])
        else:
            parts.append([self._moved_means(before.year), self._moved_nodes()])
            parts.append([self._moved_countries(code, before) for code in roots])
        said = (" ".join(filter(None, part)) for part in parts)
        return tuple(linked(text) for text in said if text)

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(f"place.{key}", **values)

    def _country(self, iso3: str) -> str:
        return link(COUNTRY, iso3, self._library.countries[iso3].name)

    def _node(self, code: str) -> str:
        return link(NODE, code, self._library.indicators[code].name)

    def _node_in_text(self, code: str) -> str:
        return link(NODE, code, in_text(self._library.indicators[code].name))

    def _members(self) -> str:
        """How many countries there are, and the places above or below."""
        members = self._means.members
        where = self._words.within(self._name)
        values = {"count": len(members), "all": len(self._library.countries), "where": where}
        key = "located_one" if len(members) == 1 else "located_other"
        countries = self._library.countries
        if self._scope is Scope.REGION:
            continent = countries[members[0]].continent
            inside = link(CONTINENT, continent, self._words.within(continent))
            return self._say(key, **values) + " " + self._say("part_of", where=inside)
        regions = sorted({countries[iso3].region for iso3 in members})
        if regions == [self._name]:
            return self._say(key, **values)
        names = self._words.joined([link(REGION, name, name) for name in regions])
        return self._say(key, **values) + " " + self._say("regions", names=names)

    def _level(self, code: str) -> str:
        mean, world = self._means.score(code), self._means.world(code)
        if mean is None or world is None:
            return ""
        key = "equal" if mean == world else ("above" if mean > world else "below")
        values = {"by": score_text(abs(mean - world)), "mean": score_text(world)}
        against = self._words.say(
            f"glance.{key}", where=self._words.say("glance.in_world"), **values
        )
        return self._say("level", name=self._node(code), mean=score_text(mean), against=against)

    def _extremes(self, code: str) -> str:
        scored = self._means.scored(code)
        if not scored:
            return ""
        most, least = max(scored.values()), min(scored.values())
        name = self._node(code)
        if most == least:
            return self._say("alike", name=name, score=score_text(most))
        highest = self._named(scored, most, self._country, "many_country")
        lowest = self._named(scored, least, self._country, "many_country")
        values = {"highest": highest, "most": score_text(most)}
        values |= {"lowest": lowest, "least": score_text(least)}
        return self._say("extremes", name=name, **values)

    def _named(
        self, values: Mapping[str, Hundredths], value: Hundredths, name: _Name, many: str
    ) -> str:
        """Those that have a value, by name where they are few."""
        which = [key for key, known in values.items() if known == value]
        if len(which) > NAMED_AT_MOST:
            return self._say(many, count=len(which))
        return self._words.joined([name(key) for key in which])

    def _moved_means(self, before: int) -> str:
        """How the means of criminality and resilience moved."""
        parts = []
        for code in (CRIMINALITY, RESILIENCE):
            node = self._library.indicators[code]
            difference = self._means.change(node).difference
            if difference is None:
                continue
            way = "stayed" if difference == 0 else ("rose" if difference > 0 else "fell")
            word = self._words.say(f"figures.{direction(node.polarity, difference)}")
            values = {"name": self._node_in_text(code), "by": score_text(abs(difference))}
            parts.append(self._words.say(f"glance.{way}", word=word, **values))
        if not parts:
            return ""
        return self._say("means_moved", edition=before, parts=self._words.joined(parts))

    def _moved_nodes(self) -> str:
        """The indicators whose means rose and fell most."""
        moved: dict[str, Hundredths] = {}
        for node in self._library.indicators:
            difference = self._means.change(node).difference
            if node.code not in AVERAGES and difference is not None:
                moved[node.code] = difference
        parts = self._up_and_down(moved, self._node_in_text, "node", self._node_meaning(moved))
        return self._say("nodes_moved", parts=parts) if parts else ""

    def _node_meaning(self, moved: Mapping[str, Hundredths]) -> Callable[[Hundredths], str]:
        """The word for a change of several nodes, where it means the same for all of them."""

        def meaning(value: Hundredths) -> str:
            polarities = {
                self._library.indicators[code].polarity for code, v in moved.items() if v == value
            }
            return self._meaning(polarities, value)

        return meaning

    def _meaning(self, polarities: Iterable[Polarity], value: Hundredths) -> str:
        words = {self._words.say(f"figures.{direction(p, value)}") for p in polarities}
        return words.pop() if len(words) == 1 else ""

    def _moved_countries(self, code: str, before: Edition) -> str:
        """The countries whose score rose and fell most."""
        scored = self._means.scored(code).items()
        old = {iso3: before.score(iso3, code) for iso3, _ in scored}
        moved = {iso3: score - was for iso3, score in scored if (was := old[iso3]) is not None}
        node = self._library.indicators[code]
        parts = self._up_and_down(
            moved, self._country, "country", lambda value: self._meaning([node.polarity], value)
        )
        values = {"name": self._node_in_text(code), "edition": before.year, "parts": parts}
        return self._say("countries_moved", **values) if parts else ""

    def _up_and_down(
        self,
        moved: Mapping[str, Hundredths],
        name: _Name,
        kind: str,
        meaning: Callable[[Hundredths], str],
    ) -> str:
        """Those that rose most and those that fell most; empty where there is nothing to tell."""
        if not moved:
            return ""
        most, least = max(moved.values()), min(moved.values())
        if most == least == 0:
            return self._say(f"still_{kind}")
        parts = []
        for way, value in (("up", max(most, 0)), ("down", min(least, 0))):
            if value == 0:
                parts.append(self._say(f"none_{way}_{kind}"))
                continue
            names = self._named(moved, value, name, f"many_{kind}")
            by = f"{self._words.signed(value)}, {meaning(value)}".removesuffix(", ")
            parts.append(self._say(f"most_{way}_{kind}", names=names, by=by))
        return self._words.joined(parts)
