"""Pages as she writes them."""

from __future__ import annotations

import pytest

from models.errors import UserError
from ui.printing.page_numbers import page_numbers


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (0, 1, 2, 3)),
        ("2", (1,)),
        ("1-3", (0, 1, 2)),
        ("1 – 2; 4", (0, 1, 3)),
        ("4, 1,1", (0, 3)),
        (" 3 4 ", (2, 3)),
        (",", (0, 1, 2, 3)),
    ],
)
def test_pages_are_read_as_they_are_written(text: str, pages: tuple[int, ...]) -> None:
    assert page_numbers(text, 4) == pages


@pytest.mark.parametrize(("text", "told"), [("5", "bản in có 4 trang"), ("0", "Không có trang “0”"), ("3-2", "3-2")])
def test_a_page_that_is_not_there_is_refused(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        page_numbers(text, 4)


def test_words_are_refused_with_an_example() -> None:
    with pytest.raises(UserError, match=r"“hết” không đọc được. Hãy viết như 1-3, 5"):
        page_numbers("1, hết", 4)
