"""One person's guard from day to day: what was done lately, and the evidence so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core import guard, rule, shapes
from steadystep.core.guard_table import table_for
from steadystep.core.memory import Learned

if TYPE_CHECKING:
    from steadystep.core.ladder import Ladder
    from steadystep.core.policy import Policy


class Guarding:
    """The guard of one plan. Where the policy has none it keeps nothing and says nothing."""

    def __init__(self, ladder: Ladder, policy: Policy) -> None:
        self.doses = ladder.doses
        self.policy = policy
        self.table = table_for(ladder, policy)
        self.evidence = [0] * self.table.size if self.table else []
        self.done: list[int] = []

    def rung_for(self, state: shapes.State, today: int, chosen: int | None) -> int:
        """The guard's rung for a day, NONE where there is no guard.

        Args:
            state: What the rule remembered when the day before was closed.
            today: The day's number.
            chosen: The dose the person set by their own word (tenths). It stands, and is theirs.
        """
        if self.table is None:
            return shapes.NONE
        plan, policy = state.plan, self.policy
        first_step = self.doses[min(plan.start + 1, len(self.doses) - 1)]
        middle = guard.middle_of(first_step, self.table)
        limit = guard.place_of(guard.cap(self.evidence, middle, self.table), self.doses)
        since_red = today - state.body.last_red
        rung = guard.in_force(limit, plan.rung, since_red, policy.guard_apart_days)
        return rung if chosen is None else max(rung, guard.place_of(chosen, self.doses))

    def close(
        self, before: shapes.State, day: shapes.Day, said: shapes.Morning, done: int | None
    ) -> None:
        """Take in a day, and what was done on the days before it.

        Args:
            before: What the rule remembered when the day before was closed.
            day: The day with all that became of it.
            said: What the rule said that morning.
            done: What was done, tenths of a unit, where it is known other than in percent.
        """
        if self.table is None:
            return
        policy, body = self.policy, before.body
        slow = rule.is_slow(before.watch, day, policy.numbers())
        days = policy.guard_days_long if slow else policy.guard_days
        heard = guard.hear_day(
            day.answer, said.red, body.flaring, day.today - body.last_red, policy.guard_apart_days
        )
        guard.learn(self.evidence, max(self.done[-days:], default=0), heard, self.table)
        if done is None:
            told = 0 if said.dose == shapes.NONE else self.doses[said.dose]
            done = guard.done_of(told, day.did)
        self.done = [*self.done, done][-max(policy.guard_days, policy.guard_days_long) :]

    def follow(self, ladder: Ladder, policy: Policy) -> None:
        """Go by these numbers from now on; what was learned with others is let go of."""
        fresh = Guarding(ladder, policy)
        if len(fresh.evidence) == len(self.evidence):
            fresh.recall(self.memory())
        self.policy, self.table = policy, fresh.table
        self.evidence, self.done = fresh.evidence, fresh.done

    def carry_on(self, before: Guarding) -> None:
        """Know what was learned of the plan before, where it stood on the same ladder."""
        if before.table == self.table:
            self.recall(before.memory())

    def memory(self) -> Learned:
        """What is kept when a day is closed."""
        return Learned(tuple(self.evidence), tuple(self.done))

    def recall(self, learned: Learned) -> None:
        """Go on from what was kept."""
        self.evidence, self.done = list(learned.evidence), list(learned.done)
