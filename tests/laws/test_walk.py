"""Laws 2b and 3a over every history there is, of a few days, in pairs that differ in one answer."""

from __future__ import annotations

import pytest

from tests.laws.walk import SHRUNKEN, SILENCED, UNLEARNED, WORSE, Walked, walk

# Five answers a day: nine days are 2 million histories and 25 million pairs.
DAYS = 8


@pytest.mark.slow
class TestEveryHistory:
    def test_law_3a_over_every_history_a_worse_answer_never_gives_more(self) -> None:
        walked = walk(DAYS, WORSE, UNLEARNED)
        assert walked.today == walked.later == 0
        assert walked.pairs == 6 * DAYS * 5 ** (DAYS - 1)

    def test_law_2b_over_every_history_a_calm_answer_taken_away_never_gives_more(self) -> None:
        walked = walk(DAYS, SILENCED, UNLEARNED)
        assert walked.today == walked.later == 0
        assert walked.pairs == DAYS * 5 ** (DAYS - 1)

    @pytest.mark.parametrize("pairs", [WORSE, SILENCED])
    def test_with_all_that_is_learned_the_day_itself_holds_and_few_later_days_break(
        self, pairs: tuple[tuple[int, int], ...]
    ) -> None:
        """The one known break: the better history learned from a rise the worse one never made."""
        walked = walk(DAYS, pairs, SHRUNKEN)
        assert walked.today == 0
        assert 0 < walked.later < walked.pairs // 50
        assert _risen(walked)

    def test_the_walk_reaches_rises_and_flares_that_answer_them(self) -> None:
        walked = walk(DAYS, WORSE, UNLEARNED)
        assert walked.rises > 100_000
        assert walked.flares > 100_000


def _risen(walked: Walked) -> bool:
    """The published example: a rise in the better history that the worse one does not have."""
    days = (len(walked.example) - 1) // 2
    worse, better = walked.example[1 : 1 + days], walked.example[1 + days :]
    return worse != better
