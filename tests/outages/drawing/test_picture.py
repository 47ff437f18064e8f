"""The picture of an answer: what the font can write, how paths are read."""

import pytest

from outages.drawing.picture import can_write


@pytest.mark.parametrize(
    "text", ["Is it down?", "Größere Störung", "Où ça ? À l’œuvre", "São Paulo", "¿Qué pasó?"]
)
def test_latin_letters_can_be_written(text: str) -> None:
    assert can_write(text)


@pytest.mark.parametrize("text", ["هل واتساب معطل؟", "क्या व्हाट्सऐप बंद है?", "是不是坏了"])
def test_letters_that_the_font_lacks_are_known_to_be_lacking(text: str) -> None:
    assert not can_write(text)
