"""Nothing rises on silence.

An offer wants today's answer, and enough answers this week.
"""

from tests.spec.fixtures import RuleOfTwo


def test_no_answer_today_no_offer_today(rule_of_two: RuleOfTwo) -> None:
    """I did not check in this morning. The offer waits for me; it is not used up."""
    rule_of_two("""
        day  | pain | did | says  | because         | missing
        1–14 | 4    | yes |       |                 |
        15   |      | yes | hold  | no answer today | answer
        16   | 4    | yes | offer | ready           | nothing
    """)


def test_yes_to_an_offer_wants_an_answer_too(rule_of_two: RuleOfTwo) -> None:
    """I tapped yes before telling how I am. First how I am, then the step."""
    rule_of_two("""
        day  | pain | did | reply  | says | level | because
        1–14 | 4    | yes |        |      | 5     |
        15   |      | yes | accept | hold | 5     | no answer today
        15   | 4    |     | accept | hold | 6     | step taken
    """)


def test_fewer_than_three_answers_in_a_week_are_too_few(rule_of_two: RuleOfTwo) -> None:
    """Back after silent days. With the third answer in seven days an offer may come."""
    rule_of_two("""
        day   | pain | did | says  | because         | numbers
        1–14  | 4    | yes |       |                 |
        15–21 |      | yes | hold  | no answer today |
        22    | 4    | yes | hold  | few answers     | answers 1, answers needed 3
        23    | 4    | yes | hold  | few answers     | answers 2
        24    | 4    | yes | offer | ready           |
    """)


def test_answering_every_other_day_goes_up_at_half_the_pace(rule_of_two: RuleOfTwo) -> None:
    """Daily questions are too much for me. I answer every other day, and still move on."""
    rule_of_two("""
        day   | pain | did | reply  | says  | level | because    | look
        1–14  | 4/–  | yes |        |       | 5     |            |
        15    | 4    | yes | accept | hold  | 6     | step taken |
        16–28 | –/4  | yes |        | hold  | 6     |            |
        29    | 4    | yes | accept | hold  | 7     | step taken |
        30    |      | yes |        | hold  | 7     | watching   |
        31    | 4    | yes |        | hold  | 7     | watching   |
        32    |      | yes |        | hold  | 7     | watching   |
        33    | 4    | yes |        | hold  | 7     | half pace  | 43
        34–42 | –/4  | yes |        | hold  | 7     |            |
        43    | 4    | yes |        | offer | 7     | ready      |
    """)


def test_five_answers_in_a_week_are_the_full_pace(rule_of_two: RuleOfTwo) -> None:
    """Weekends off. Five answers a week are as good as seven."""
    rule_of_two("""
        day   | pain          | did | reply  | says  | level
        1–14  | 4/4/4/4/4/–/– | yes |        |       | 5
        15    | 4             | yes | accept | hold  | 6
        16–21 | 4/4/4/4/–/–   | yes |        | hold  | 6
        22    | 4             | yes |        | offer | 6
    """)


def test_a_fog_answer_is_an_answer(rule_of_two: RuleOfTwo) -> None:
    """Numbers are too much today. "Same as usual" is enough for an offer."""
    rule_of_two("""
        day  | pain | feels | did | says  | because
        1–14 | 4    |       | yes |       |
        15   |      | same  | yes | offer | ready
        16   |      | worse | yes | hold  | unsettled
        17   |      | same  | yes | offer | ready
    """)
