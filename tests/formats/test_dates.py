"""Days in headers, as the archives write them in the languages of their interfaces."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats.dates import INTERFACES, header_date

PATTERNS = ("d MMMM y", "d. MMMM y", "d MMM y", "EEEE d MMMM y", "EEEE, d MMMM y", "EEE d MMM y", "y-MM-dd", "dd MMMM y")


@pytest.mark.parametrize("language", INTERFACES)
@given(day=st.dates(date(1980, 1, 1), date(2035, 12, 31)), pattern=st.sampled_from(PATTERNS))
def test_every_day_is_read_in_every_language(language, day, pattern):
    assert header_date(format_date(day, pattern, locale=language)) == day


@pytest.mark.parametrize("language", ["es", "pt"])
@given(day=st.dates(date(1980, 1, 1), date(2035, 12, 31)))
def test_the_long_form_of_spanish_and_portuguese(language, day):
    assert header_date(format_date(day, "long", locale=language)) == day


@given(day=st.dates(date(1980, 1, 1), date(2035, 12, 31)))
def test_the_american_order(day):
    assert header_date(format_date(day, "MMMM d, y", locale="en")) == day


@pytest.mark.parametrize("line", ["31 February 2019", "12 Quember 2019", "May 2019", "on 3 May 2019 he said", ""])
def test_what_is_no_day_is_none(line):
    assert header_date(line) is None
