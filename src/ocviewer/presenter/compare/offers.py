"""What a pane can be compared with: neighbours of rank, similar profiles, its region, means."""

from typing import NamedTuple

from ocviewer.domain.indicator import CRIMINALITY
from ocviewer.domain.place import Place
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.library.similar import similar
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.subject import subject_name
from ocviewer.presenter.words import Words

_EITHER_SIDE = 2
_SIMILAR = 5


class Offer(NamedTuple):
    """A country (ISO3) or a place (key), and why: ``Brazil  ·  12th``."""

    subject: str
    text: str


class OfferGroup(NamedTuple):
    """Offers of one kind; ``long`` ones are for a menu of their own."""

    title: str
    offers: tuple[Offer, ...]
    long: bool = False


def offers(library: Library, words: Words, pane: PaneState) -> tuple[OfferGroup, ...]:
    """The groups that have any offer, for a country or for a mean."""
    place = pane.place
    groups = [
        OfferGroup(words.say("compare.offer_rank"), _neighbours(library, words, pane)),
        OfferGroup(words.say("compare.offer_similar"), _similar(library, words, pane)),
    ]
    if place is None or place.scope is not Scope.WORLD:
        home = place or Place(Scope.REGION, library.scopes.name(pane.iso3, Scope.REGION))
        title = words.say("compare.offer_countries", where=words.within(home.name))
        groups.append(OfferGroup(title, _countries(library, home, pane), long=True))
    groups.append(OfferGroup(words.say("compare.offer_means"), _means(library, words, pane)))
    return tuple(group for group in groups if group.offers)


def _neighbours(library: Library, words: Words, pane: PaneState) -> tuple[Offer, ...]:
    """The two next above and the two next below in criminality; of equals, first by name."""
    edition = library.edition(pane.edition)
    own = edition.score(pane.iso3, CRIMINALITY)
    if own is None:
        return ()
    order = sorted(
        (-score, country.name, iso3)
        for iso3, country in library.countries.items()
        if (score := edition.score(iso3, CRIMINALITY)) is not None
    )
    here = next(place for place, (*_, iso3) in enumerate(order) if iso3 == pane.iso3)
    near = order[max(0, here - _EITHER_SIDE) : here + _EITHER_SIDE + 1]
    found = []
    for _, name, iso3 in near:
        standing = library.scopes.standing(iso3, CRIMINALITY, pane.edition, Scope.WORLD)
        if iso3 != pane.iso3 and standing is not None:
            rank = words.ordinal(standing.rank)
            found.append(Offer(iso3, words.say("compare.offer", name=name, why=rank)))
    return tuple(found)


def _similar(library: Library, words: Words, pane: PaneState) -> tuple[Offer, ...]:
    found = []
    for iso3, distance in similar(library, pane.iso3, pane.edition, _SIMILAR):
        why = words.say("compare.distance", points=f"{distance.points:.2f}")
        name = library.countries[iso3].name
        found.append(Offer(iso3, words.say("compare.offer", name=name, why=why)))
    return tuple(found)


def _countries(library: Library, place: Place, pane: PaneState) -> tuple[Offer, ...]:
    names = ((library.countries[iso3].name, iso3) for iso3 in library.scopes.members(*place))
    return tuple(Offer(iso3, name) for name, iso3 in sorted(names) if iso3 != pane.iso3)


def _means(library: Library, words: Words, pane: PaneState) -> tuple[Offer, ...]:
    """Of the region, the continent and the world; for a place, those around it."""
    places = [Place(Scope.WORLD, "")]
    if pane.place is None:
        for scope in (Scope.CONTINENT, Scope.REGION):
            places.insert(0, Place(scope, library.scopes.name(pane.iso3, scope)))
    elif pane.place.scope is Scope.REGION:
        inside = library.scopes.members(*pane.place)[0]
        continent = library.scopes.name(inside, Scope.CONTINENT)
        places.insert(0, Place(Scope.CONTINENT, continent))
    found = []
    for place in places:
        if place != pane.place:
            why = words.say("compare.mean_of", count=len(library.scopes.members(*place)))
            name = subject_name(library, words, place.key)
            found.append(Offer(place.key, words.say("compare.offer", name=name, why=why)))
    return tuple(found)
