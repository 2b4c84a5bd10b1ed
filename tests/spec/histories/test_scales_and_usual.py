"""Scales and what is usual.

People whose numbers are narrow, wide, high, or changing slowly.
"""

from tests.spec.fixtures import RuleOfTwo


def test_3_a_narrow_scale_brings_no_false_flares(rule_of_two: RuleOfTwo) -> None:
    """I answer 4 or 5, and nothing else. Then: every 5 a warning, two of them a flare.

    Now: a 5 is a little raised, and offers come.
    """
    rule_of_two("""
        day   | pain      | did | reply  | says  | is   | warns at
        1–14  | 4/4/5/4/5 | yes |        |       |      |
        15    | 4         | yes | accept | hold  | none | 5.1
        16–21 | 4/5/4/5/4 | yes |        | hold  | none | 5.1
        22    | 5         | yes |        | offer | none | 5.1
        23–90 | 4/4/5/4/5 | yes |        |       | none | 5.1
    """)


def test_3b_narrow_decimals_are_heard(rule_of_two: RuleOfTwo) -> None:
    """I write 3.1, 3.2, 3.3. Then: not one warning in years. Now: 3.7 is one, 4 is a flare."""
    rule_of_two("""
        day   | pain        | did | says | is    | warns at
        1–14  | 3.1/3.2/3.3 | yes |      |       |
        15–20 | 3.1/3.2/3.3 | yes |      | none  | 3.7
        21    | 3.7         | yes | hold | amber | 3.7
        22–24 | 3.2         | yes |      | none  | 3.7
        25    | 4           | no  | ease | red   | 3.7
    """)


def test_4_wide_swings_at_a_high_usual_are_heard_near_the_top(rule_of_two: RuleOfTwo) -> None:
    """My days swing from 5 to 9. A 10 is a warning, two of them in three days are a flare.

    One high answer cannot be told on this scale; the Flare button can.
    """
    rule_of_two("""
        day   | pain | flare | did | says  | is    | warns at
        1–14  | 5/9  |       | yes |       |       |
        15–20 | 5/9  |       | yes | offer | none  | 10
        21    | 10   |       | yes | hold  | amber | 10
        22    | 7    |       | yes | offer | none  | 10
        23    | 10   |       | no  | ease  | red   | 10
        24–25 | 7    |       | yes | hold  | none  | 10
        26    | 9    | yes   | no  | ease  | red   | 10
    """)


def test_10_a_slow_rise_is_named_as_such(rule_of_two: RuleOfTwo) -> None:
    """Over ten weeks my pain went up by two points.

    Then: one endless flare, and nobody said why. Now: on day 71 I am asked about my usual. Until
    then the numbers say flare. The step shrinks every four days.
    """
    rule_of_two("""
        day   | pain | did | level | usual | because          | blocked by
        1–14  | 3/5  | yes | 5     |       |                  |
        15–28 | 4.5  | yes | 5     | 4     |                  |
        29–42 | 5    | yes | 5     | 4     |                  |
        43    | 5.5  | yes | 5     | 4     | unsettled        | unsettled
        44    | 5.5  | no  | 5     | 4     | flare on its own | calming, unsettled
        45–47 | 5.5  | no  | 5     | 4     | easing           |
        48–51 | 5.5  | no  | 4     | 4     |                  |
        52–55 | 5.5  | no  | 3.5   | 4     |                  |
        56–59 | 6    | no  | 3     | 4     |                  |
        60–63 | 6    | no  | 2.5   | 4     |                  |
        64–67 | 6    | no  | 2     | 4     |                  |
        68–70 | 6    | no  | 1.5   | 4     |                  |
        71    | 6    | no  | 1.5   | 4     | easing           | calming, unsettled, usual moved up
    """)


def test_11_a_usual_from_a_bad_fortnight_is_corrected_after_four_weeks(
    rule_of_two: RuleOfTwo,
) -> None:
    """I began when I was bad: 7 and 8. My true days are 5 and 6, and every step costs a flare.

    Then: seventeen steps up, one warning in all. Now: four weeks are blind. Then usual comes down
    by itself, and the next flare is heard. The Flare button is heard from the first day.
    """
    rule_of_two("""
        day   | pain | did | reply  | says      | level | usual | is   | because
        1–14  | 7/8  | yes |        |           | 5     |       |      |
        15    | 6    | yes | accept | hold      | 6     | 7.5   | none | step taken
        16–17 | 8    | yes |        | hold      | 6     | 7.5   | none |
        18–21 | 5/6  | yes |        | hold      | 6     | 7.5   | none |
        22    | 6    | yes | accept | hold      | 7     | 7.5   | none | step taken
        23–24 | 8    | yes |        | hold      | 7     | 7.5   | none |
        25–28 | 5/6  | yes |        | hold      | 7     | 7.5   | none |
        29    | 6    | yes | accept | hold      | 8     | 7.5   | none | step taken
        30–31 | 8    | yes |        | hold      | 8     | 7.5   | none |
        32–42 | 5/6  | yes |        |           | 8     | 7.5   | none |
        43    | 6    | yes | accept | hold      | 9     | 6     | none | step taken
        44    | 8    | no  |        | step back | 8     | 6     | red  | flare after rise
    """)


def test_12_a_usual_from_a_good_fortnight_is_asked_about_after_four_weeks(
    rule_of_two: RuleOfTwo,
) -> None:
    """I began when I was well: 4. My true days are 6, so every day looks like a flare.

    Then: no way out before week eight. Now: the question comes on day 43. Until then the step
    shrinks every four days. My word can stop that: see the next table.
    """
    rule_of_two("""
        day   | pain | did | says | level | usual | is  | blocked by
        1–14  | 4    | yes |      | 5     |       |     |
        15–18 | 6    | no  | ease | 5     | 4     | red |
        19–22 | 6    | no  |      | 4     | 4     | red |
        23–26 | 6    | no  |      | 3.5   | 4     | red |
        27–30 | 6    | no  |      | 3     | 4     | red |
        31–34 | 6    | no  |      | 2.5   | 4     | red |
        35–38 | 6    | no  |      | 2     | 4     | red |
        39–42 | 6    | no  |      | 1.5   | 4     | red |
        43    | 6    | no  |      | 1     | 4     | red | calming, unsettled, usual moved up
    """)


def test_12_hard_days_in_my_own_word_keep_the_step(rule_of_two: RuleOfTwo) -> None:
    """The same six weeks, and each day I said: a hard day, no flare. The step stays, and waits."""
    rule_of_two("""
        day   | pain | flare    | did | says | level | is    | blocked by
        1–14  | 4    |          | yes |      | 5     |       |
        15–42 | 6    | hard day | yes | hold | 5     | amber | unsettled
        43    | 6    | hard day | yes | hold | 5     | amber | unsettled, usual moved up
    """)


def test_13_a_usual_always_forms(rule_of_two: RuleOfTwo) -> None:
    """I told 3 at the start, and I live at 5 and 6.

    Then: sixty flares in sixty days, for ever. Now: two hard weeks, and on day 15 my answers count.
    """
    rule_of_two(
        """
        day   | pain | did | says  | level | usual | is
        1     | 5    | no  | start | 5     | 3     | amber
        2     | 6    | no  | ease  | 5     | 3     | red
        3–5   | 5/6  | no  | ease  | 5     | 3     | red
        6–9   | 5/6  | no  |       | 4     | 3     | red
        10–13 | 5/6  | no  |       | 3.5   | 3     | red
        14    | 6    | no  |       | 3     | 3     | red
        15–20 | 5/6  | yes | hold  | 3     | 5.5   | none
        21    | 5    | yes | offer | 3     | 5.5   | none
        """,
        told_usual=3,
    )


def test_17_at_nine_of_ten_a_ten_is_heard(rule_of_two: RuleOfTwo) -> None:
    """My pain is 9, and my fatigue is 9. Then: no warning could exist. Now: a 10 is a flare."""
    rule_of_two("""
        day  | pain | fatigue | did | says  | is
        1–14 | 8/10 | 8/10    | yes |       |
        15   | 9    | 9       | yes | offer | none
        16   | 9    | 10      | no  | ease  | red
        17   | 9    | 9       | yes | hold  | none
        18   | 10   | 9       | no  | ease  | red
    """)
