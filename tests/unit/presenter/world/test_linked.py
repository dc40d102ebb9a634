from ocviewer.presenter.world.linked import COUNTRY, NODE, Piece, link, linked, unlinked


def test_a_sentence_is_parted_at_its_links() -> None:
    text = f"{link(COUNTRY, 'PER', 'Peru')} and {link(NODE, '1', 'criminality')}."
    assert linked(text) == (
        Piece("Peru", "country:PER"),
        Piece(" and "),
        Piece("criminality", "node:1"),
        Piece("."),
    )
    assert unlinked(linked(text)) == "Peru and criminality."


def test_text_without_links_is_one_piece() -> None:
    assert linked("country:PER <a href='x'>") == (Piece("country:PER <a href='x'>"),)
    assert linked("") == ()
