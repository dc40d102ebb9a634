import pytest

from ocviewer.domain.plain_text import one_line, plain
from ocviewer.ui.tooltips import tooltip


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x00b\x07c\x1b[31md\x7fe\x9bf", "abc[31mdef"),
        ("tab\tand\nnewline", "tab\tand\nnewline"),
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("user\u202egnp.exe\u202c", "usergnp.exe"),
        ("\u2067isolated\u2069 \u202aembedded\u202c", "isolated embedded"),
        ("\u200fمرحبا\u200e hello", "\u200fمرحبا\u200e hello"),
        ("object \ufffc, frame \ufdd0\ufdd1", "object , frame "),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("<img src=x> &amp; <script>", "<img src=x> &amp; <script>"),
    ],
)
def test_plain_keeps_what_reads_and_drops_what_acts(raw: str, shown: str) -> None:
    assert plain(raw) == shown


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" a\r\n b\tc ") == "a b c"


def test_tooltip_shows_markup_literally_and_keeps_lines() -> None:
    assert tooltip("<b>a</b>\nb & c") == "<p>&lt;b&gt;a&lt;/b&gt;<br>b &amp; c</p>"
