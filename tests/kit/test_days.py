"""When something was done, in the words of a sentence."""

import datetime as dt

import pytest
from django.utils import timezone
from django.utils.translation import override

from scoping.kit.days import at_text


@pytest.mark.parametrize(
    ("language", "today", "before"),
    [
        ("it", r"alle 10:42", "alle 09:05, 8 novembre 2019"),
        ("en", r"at 10:42", "at 09:05 on 8 November 2019"),
    ],
)
def test_today_has_its_hour_alone_and_another_day_its_name(language: str, today: str, before: str) -> None:
    now = timezone.localtime().replace(hour=10, minute=42)
    then = timezone.make_aware(dt.datetime(2019, 11, 8, 9, 5))
    with override(language):
        assert at_text(now) == today
        assert at_text(then) == before
