"""A table that does not hold says where, and a table that is none says why."""

import pytest

from tests.spec.fixtures import Listen, RuleOfTwo
from tests.spec.table import NotATable, ToldDifferently


def test_a_table_that_differs_prints_itself_with_the_cell(rule_of_two: RuleOfTwo) -> None:
    with pytest.raises(ToldDifferently) as told:
        rule_of_two("""
            day | pain | did | says  | level
            1   | 4    | yes | start | 5
            2–4 | 4    | yes | hold  | 6
        """)

    assert "→ 2–4 | 4    | yes | hold  | 6" in str(told.value)
    assert "day 2, level: the table says '6', the rule '5'" in str(told.value)


def test_a_number_a_reason_carries_is_compared(rule_of_two: RuleOfTwo) -> None:
    with pytest.raises(ToldDifferently, match="'dose 60', the rule 'dose 50'"):
        rule_of_two("""
            day | pain | did | numbers
            1   | 4    | yes | dose 60
        """)


def test_an_answer_that_is_heard_otherwise_is_said(heard: Listen) -> None:
    with pytest.raises(ToldDifferently, match="the rule hears 'calm'"):
        heard("""
            usual | warning rise | answer | is heard as
            4     | 2            | 4      | warm
        """)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("day | mood\n1 | 4", "no table has a column"),
        ("pain | day\n4 | 1", "no table has a column"),
        ("day | pain\n1 | 4\n3 | 4", "day 2 is told by no row"),
        ("day | pain\n1 | 4 | yes", "day 1 has 3 cells for 2 columns"),
    ],
)
def test_what_is_no_table_says_why(rule_of_two: RuleOfTwo, table: str, why: str) -> None:
    with pytest.raises(NotATable, match=why):
        rule_of_two(table)
