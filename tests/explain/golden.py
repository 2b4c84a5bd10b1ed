"""The words people read: every reason beside what is said of it, and the expert's line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core import reasons as r
from steadystep.core.decision import Action, Flare
from steadystep.core.observations import Symptom, Unit
from steadystep.core.reasons import Felt, Limit, RedFlagKind
from tests.explain.invented import TODAY, decided

if TYPE_CHECKING:
    from steadystep.core.decision import Decision

PAIN = Felt(Symptom.PAIN, 70, 40, 60)
TIRED = Felt(Symptom.FATIGUE, 65, 45, 60)
MARKED = Felt(marked=True)
SATURDAY = date(2024, 4, 27)
TOMORROW = TODAY + timedelta(days=1)
EASED = {"dose": 30, "would_have_been": 50, "flare": Flare.RED, "next_look": TOMORROW}
ASKED = {**EASED, "ask_flare": True}
NOTHING_TOLD = {"level": None, "dose": None, "next_look": None}


class Told(NamedTuple):
    """A decision, what the person hears, and what the expert reads before the doses."""

    decision: Decision
    said: str
    facts: str


GOLDEN: tuple[Told, ...] = (
    # A. May there be a plan?
    Told(
        decided(r.RedFlag(RedFlagKind.EMERGENCY), **NOTHING_TOLD),
        "This needs a person, not an app. Please call your emergency number now."
        " There is no step until then.",
        "A1 red_flag: how soon: emergency",
    ),
    Told(
        decided(r.RedFlag(RedFlagKind.URGENT), **NOTHING_TOLD),
        "This needs a person, not an app. Please call a doctor or an urgent care line today."
        " There is no step until then.",
        "A1 red_flag: how soon: urgent",
    ),
    Told(
        decided(r.RedFlag(RedFlagKind.CLINICIAN), **NOTHING_TOLD),
        "This needs a person, not an app. Please talk to your clinician in the next days."
        " There is no step until then.",
        "A1 red_flag: how soon: clinician",
    ),
    Told(
        decided(r.PacingOnly(50, eased=False), next_look=TOMORROW),
        "Stay inside 5 minutes today. Less is fine. We look again tomorrow.",
        "A2 pacing_only: envelope 5 min",
    ),
    Told(
        decided(r.PacingOnly(30, eased=True), dose=30, next_look=TOMORROW),
        "Stay inside 3 minutes today. Less is fine, and rest counts too. We look again tomorrow.",
        "A2 pacing_only: envelope 3 min, eased",
    ),
    Told(
        decided(r.ClinicianFirst(), **NOTHING_TOLD),
        "A clinician's word comes first. Until then, slow breathing and gentle movement are fine."
        " Note what they say here, and we go on.",
        "A3 clinician_first: no clinician's word noted",
    ),
    Told(
        decided(r.Paused(), **NOTHING_TOLD),
        "The plan is paused. It waits for your word, or your clinician's. There is no hurry.",
        "A4 paused: paused by the person or a clinician",
    ),
    Told(
        decided(r.NoPlanYet(1, 3), level=None, dose=None, next_look=TOMORROW),
        "There is no step yet. We know 1 of the 3 ordinary days it takes. We look again tomorrow.",
        "start no_plan_yet: 1 < 3 known ordinary days",
    ),
    # B. What did the body answer?
    Told(
        decided(r.FlareAfterRise(PAIN, 2, 60, 50, 14), **EASED | {"would_have_been": 60}),
        "A smaller step today: 3 minutes, or rest."
        " A flare came after the last new step, so we go one back. We look again tomorrow.",
        "B6 flare_after_rise: pain 7 > 6 (usual 4); 2 d after the first session;"
        " 6 min → 5 min; next wait 14 d",
    ),
    Told(
        decided(r.FlareAfterRise(MARKED, 0, 5, 5, 14), **EASED | {"dose": 5, "would_have_been": 5}),
        "A small step today: ½ minute, or rest."
        " A flare came after the last new step, so we stay small. We look again tomorrow.",
        "B6 flare_after_rise: marked by the person; 0 d after the first session;"
        " 0.5 min → 0.5 min; next wait 14 d",
    ),
    Told(
        decided(r.FlareGoesOn(PAIN, 4, 50, 40), **EASED | {"dose": 25}),
        "A smaller step today: 2½ minutes, or rest. The flare goes on, so we go one step back."
        " We look again tomorrow.",
        "B7 flare_goes_on: pain 7 > 6 (usual 4); 4 d since onset or last step back; 5 min → 4 min",
    ),
    Told(
        decided(r.FlareGoesOn(PAIN, 4, 5, 5), **EASED | {"dose": 5, "would_have_been": 5}),
        "A small step today: ½ minute, or rest. The flare goes on, so we stay small."
        " We look again tomorrow.",
        "B7 flare_goes_on: pain 7 > 6 (usual 4); 4 d since onset or last step back;"
        " 0.5 min → 0.5 min",
    ),
    Told(
        decided(r.FlareAfterBigDay(TIRED, SATURDAY), **ASKED),
        "A smaller step today: 3 minutes, or rest. Saturday was a big day."
        " Is this a flare, or a hard day?",
        "B8 flare_after_big_day: fatigue 6.5 > 6 (usual 4.5); big day 27 April",
    ),
    Told(
        decided(r.FlareOnItsOwn(PAIN), **ASKED),
        "A smaller step today: 3 minutes, or rest. Pain is 7 today, and your usual is 4."
        " Is this a flare, or a hard day?",
        "B8 flare_on_its_own: pain 7 > 6 (usual 4)",
    ),
    Told(
        decided(r.FlareOnItsOwn(MARKED), **EASED),
        "A smaller step today: 3 minutes, or rest."
        " You marked a flare; flares may come on their own. We look again tomorrow.",
        "B8 flare_on_its_own: marked by the person",
    ),
    Told(
        decided(r.FlareOnItsOwn(Felt()), **ASKED),
        "A smaller step today: 3 minutes, or rest. Today is harder than your usual."
        " Is this a flare, or a hard day?",
        "B8 flare_on_its_own: no number",
    ),
    Told(
        decided(r.Easing(2), dose=30, would_have_been=50, next_look=TOMORROW),
        "A smaller step today: 3 minutes. Rest counts too, while things calm down."
        " We look again tomorrow.",
        "B8 easing: 2 d since the last RED day",
    ),
    Told(
        decided(r.Easing(2), dose=5, would_have_been=5, next_look=TOMORROW),
        "A small step today: ½ minute. Rest counts too, while things calm down."
        " We look again tomorrow.",
        "B8 easing: 2 d since the last RED day",
    ),
    Told(
        decided(r.BackAfterGap(6, 50, 40, new_baseline=False), dose=40, next_look=TOMORROW),
        "Welcome back. We start a little smaller: 4 minutes. We look again tomorrow.",
        "B5 back_after_gap: gap of 6 d; 5 min → 4 min",
    ),
    Told(
        decided(r.BackAfterGap(6, 5, 5, new_baseline=False), dose=5, next_look=TOMORROW),
        "Welcome back. We start with the same step: ½ minute. We look again tomorrow.",
        "B5 back_after_gap: gap of 6 d; 0.5 min → 0.5 min",
    ),
    Told(
        decided(r.BackAfterGap(40, 80, 25, new_baseline=True), dose=25, next_look=TOMORROW),
        "Welcome back. We start small again: 2½ minutes. We look again tomorrow.",
        "B5 back_after_gap: gap of 40 d; 8 min → 2.5 min; new baseline week",
    ),
    Told(
        decided(r.Smaller(50, 30), dose=30, next_look=TOMORROW),
        "A smaller step from now on: 3 minutes. You asked for this, and it is done."
        " We look again tomorrow.",
        "B9 smaller: the person's word; 5 min → 3 min",
    ),
    Told(
        decided(r.LimitLowered(Limit.CLINICIAN, 50, 40), dose=40, next_look=TOMORROW),
        "A smaller step from now on: 4 minutes. Your clinician set this limit."
        " We look again tomorrow.",
        "B9 limit_lowered: limit: clinician; 5 min → 4 min",
    ),
    Told(
        decided(r.LimitLowered(Limit.GOAL, 50, 40), dose=40, next_look=TOMORROW),
        "A smaller step from now on: 4 minutes. This is the goal you set. We look again tomorrow.",
        "B9 limit_lowered: limit: goal; 5 min → 4 min",
    ),
    Told(
        decided(r.LimitLowered(Limit.LADDER, 50, 40), dose=40, next_look=TOMORROW),
        "A smaller step from now on: 4 minutes. This is the top of the plan."
        " We look again tomorrow.",
        "B9 limit_lowered: limit: ladder; 5 min → 4 min",
    ),
    Told(
        decided(r.LimitLowered(Limit.GUARD, 50, 40), dose=40, next_look=TOMORROW),
        "A smaller step from now on: 4 minutes. Your last weeks suggest less than 5 minutes for"
        " now. We look again tomorrow.",
        "B9 limit_lowered: limit: guard; 5 min → 4 min",
    ),
    Told(
        decided(
            r.LimitLowered(Limit.GUARD, 60, 50),
            action=Action.EASE,
            dose=30,
            would_have_been=60,
            next_look=TOMORROW,
        ),
        "A smaller step today: 3 minutes, or rest. After the flare: 5 minutes, as your last weeks"
        " suggest. We look again tomorrow.",
        "B9 limit_lowered: limit: guard; 6 min → 5 min",
    ),
    Told(
        decided(r.Started(50, 7), next_look=TOMORROW),
        "Your first step is 5 minutes. Nothing is added for 7 days, even on good days."
        " We look again tomorrow.",
        "start started: first dose 5 min; baseline 7 d",
    ),
    Told(
        decided(r.StepTaken(50, 60, 48), dose=60),
        "A new step today: 6 minutes. After it, your body gets 48 hours to answer."
        " We look again on Thursday.",
        "D step_taken: 5 min → 6 min; window 48 h",
    ),
    Told(
        decided(r.StepTaken(50, 50, 48)),
        "Keep the same 5 minutes, beside what is new."
        " After it, your body gets 48 hours to answer. We look again on Thursday.",
        "D step_taken: 5 min → 5 min; window 48 h",
    ),
    # C. What stands in the way of an offer?
    Told(
        decided(r.Calming(3, 7, 1, 3)),
        "Same step today: 5 minutes. After a flare we wait 7 days. We look again on Thursday.",
        "C10 calming: 3 d < 7 d since the last RED day, 1 < 3 calm answers",
    ),
    Told(
        decided(r.Calming(8, 7, 1, 3)),
        "Same step today: 5 minutes. After a flare we wait for 3 calm answers."
        " We look again on Thursday.",
        "C10 calming: 8 d > 7 d since the last RED day, 1 < 3 calm answers",
    ),
    Told(
        decided(r.Unsettled(Felt(Symptom.SLEEP, 60, 40, 60)), flare=Flare.AMBER),
        "Same step today: 5 minutes. Sleep is rated 6 today, and your usual is 4."
        " We look again on Thursday.",
        "C10 unsettled: sleep 6 = 6 (usual 4)",
    ),
    Told(
        decided(r.Unsettled(Felt(Symptom.FATIGUE, 65, 45, 60, marked=True)), flare=Flare.AMBER),
        "Same step today: 5 minutes. Fatigue is 6.5 today, and your usual is 4.5."
        " We look again on Thursday.",
        "C10 unsettled: fatigue 6.5 > 6 (usual 4.5), marked",
    ),
    Told(
        decided(r.Unsettled(Felt(Symptom.PAIN, 50, 40, 60))),
        "Same step today: 5 minutes. We wait for a calm answer first. We look again on Thursday.",
        "C10 unsettled: pain 5 < 6 (usual 4)",
    ),
    Told(
        decided(r.Watching(31, 48, 1, 2, begun=True)),
        "Same step today: 5 minutes. Your body gets 48 hours to answer. We look again on Thursday.",
        "C11 watching: 31 h < 48 h since the window opened, 1 < 2 answers",
    ),
    Told(
        decided(r.Watching(72, 48, 1, 2, begun=True)),
        "Same step today: 5 minutes. We wait to hear 2 answers since the change."
        " We look again on Thursday.",
        "C11 watching: 72 h > 48 h since the window opened, 1 < 2 answers",
    ),
    Told(
        decided(r.Watching(72, 48, 2, 2, begun=True)),
        "Same step today: 5 minutes. We watch a little longer how this step sits."
        " We look again on Thursday.",
        "C11 watching: 72 h > 48 h since the window opened, 2 = 2 answers",
    ),
    Told(
        decided(r.Watching(0, 48, 0, 2, begun=False)),
        "Same step today: 5 minutes. We start to watch once the new step is done."
        " We look again on Thursday.",
        "C11 watching: no first session yet; 0 h < 48 h, 0 < 2 answers",
    ),
    Told(
        decided(r.NoAnswerToday(), next_look=TOMORROW),
        "Same step today: 5 minutes. No answer yet today, so the step stays."
        " We look again tomorrow.",
        "C12 no_answer_today: no answer today",
    ),
    Told(
        decided(r.FewAnswers(2, 3)),
        "Same step today: 5 minutes. We wait for 3 answers within a week."
        " We look again on Thursday.",
        "C12 few_answers: 2 < 3 answers in 7 d",
    ),
    Told(
        decided(r.HalfPace(4, 9, 14), next_look=TODAY + timedelta(days=5)),
        "Same step today: 5 minutes. With fewer answers, steps come 14 days apart."
        " We look again on Sunday.",
        "C12 half_pace: 4 answers in 7 d; 9 d < 14 d since the last rise",
    ),
    Told(
        decided(r.LearningUsual(4, 7)),
        "Same step today: 5 minutes. We are still learning what is usual for you."
        " We look again on Thursday.",
        "C13 learning_usual: usual not set; 4 < 7 answers",
    ),
    Told(
        decided(r.BaselineWeek(3, 7), next_look=TODAY + timedelta(days=4)),
        "Same step today: 5 minutes. This is day 3 of 7 at the same step."
        " We look again on Saturday.",
        "C13 baseline_week: day 3 of 7",
    ),
    Told(
        decided(r.NotYetSteady(3, 6, 5), next_look=TOMORROW),
        "Same step today: 5 minutes. We wait for 5 steady days. We look again tomorrow.",
        "C14 not_yet_steady: 3 < 5 done of the last 6 known sessions",
    ),
    Told(
        decided(r.TooSoon(5, 7)),
        "Same step today: 5 minutes. Steps come at least 7 days apart. We look again on Thursday.",
        "C15 too_soon: 5 d < 7 d since the last rise",
    ),
    Told(
        decided(r.BackOff(0, 14), next_look=TODAY + timedelta(days=14)),
        "Same step today: 5 minutes. A flare came after a new step, so we wait 14 days."
        " We look again on 14 May.",
        "C15 back_off: 0 d < 14 d since the last rise or the flare after it",
    ),
    Told(
        decided(r.Plateau(28), next_look=TODAY + timedelta(days=28)),
        "Keep the same 5 minutes: new steps rest 28 days."
        " You may want to show this record to a clinician."
        " We will ask again if effort makes you worse later.",
        "C15 plateau: rises in a row answered by a flare; 28 d left",
    ),
    Told(
        decided(r.Resting(7), next_look=TODAY + timedelta(days=7)),
        "Same step today: 5 minutes. You chose to stay, so new steps rest 7 days."
        " We look again on 7 May.",
        "C15 resting: the person chose to stay; 7 d left",
    ),
    Told(
        decided(r.ScreenDue(), next_look=TOMORROW),
        "Same step today: 5 minutes. We wait for your answers about worse days after effort."
        " We look again tomorrow.",
        "A2 screen_due: malaise screen to be answered",
    ),
    Told(
        decided(r.UsualMovedUp(Symptom.PAIN, 40, 55)),
        "Keep the same 5 minutes. Your usual pain was 4: is it 5.5 now?"
        " It may be worth telling your clinician.",
        "C16 usual_moved_up: pain median 5.5 > usual 4",
    ),
    Told(
        decided(r.UsualMovedUp(Symptom.FATIGUE, 40, 60)),
        "Keep the same 5 minutes. Your usual fatigue was 4: is it 6 now?"
        " It may be worth telling your clinician.",
        "C16 usual_moved_up: fatigue median 6 > usual 4",
    ),
    Told(
        decided(r.UsualMovedUp(Symptom.SLEEP, 40, 60)),
        "Keep the same 5 minutes. Your usual sleep rating was 4: is it 6 now?"
        " It may be worth telling your clinician.",
        "C16 usual_moved_up: sleep median 6 > usual 4",
    ),
    Told(
        decided(r.BigDay(SATURDAY)),
        "Same step today: 5 minutes. Saturday was a big day. We look again on Thursday.",
        "C17 big_day: big day 27 April",
    ),
    Told(
        decided(r.SleepWorse(), next_look=TOMORROW),
        "Same step today: 5 minutes. Last night was harder than your usual ones."
        " We look again tomorrow.",
        "C17 sleep_worse: sleep clearly above its 28-day median",
    ),
    Told(
        decided(r.HeartVariabilityOff(), next_look=TOMORROW),
        "Same step today: 5 minutes. Your watch shows a week unlike your usual."
        " We look again tomorrow.",
        "C17 hrv_off: 7-day lnRMSSD off its 28-day mean",
    ),
    Told(
        decided(r.HeartRateUp(), next_look=TOMORROW),
        "Same step today: 5 minutes. Your heart beats a little faster at rest this week."
        " We look again tomorrow.",
        "C17 heart_rate_up: 7-day resting heart rate up on its 28-day mean",
    ),
    Told(
        decided(r.Unsure(5, 7), next_look=TOMORROW),
        "Same step today: 5 minutes. We wait until the next step feels right to you."
        " We look again tomorrow.",
        "C17 unsure: confidence 5 < 7",
    ),
    Told(
        decided(r.Guarded(60, 50), next_look=TOMORROW),
        "Same step today: 5 minutes. The next step is 6 minutes; your last weeks suggest 5"
        " minutes. We look again tomorrow.",
        "C18 guarded: next 6 min > guard 5 min",
    ),
    Told(
        decided(r.Arrived(Limit.GOAL, 100), dose=100, next_look=TODAY + timedelta(days=7)),
        "You have arrived at your goal: 10 minutes. Staying here is enough."
        " We look again on 7 May.",
        "C19 arrived: limit: goal, 10 min",
    ),
    Told(
        decided(r.Arrived(Limit.CLINICIAN, 100), dose=100, next_look=TODAY + timedelta(days=7)),
        "You have arrived at your clinician's limit: 10 minutes. Staying here is enough."
        " We look again on 7 May.",
        "C19 arrived: limit: clinician, 10 min",
    ),
    Told(
        decided(r.Arrived(Limit.LADDER, 300), dose=300, next_look=TODAY + timedelta(days=7)),
        "You have arrived at the top of the plan: 30 minutes. Staying here is enough."
        " We look again on 7 May.",
        "C19 arrived: limit: ladder, 30 min",
    ),
    Told(
        decided(r.Arrived(Limit.GUARD, 100), dose=100, next_look=TODAY + timedelta(days=7)),
        "You have arrived at what the weeks suggest: 10 minutes. Staying here is enough."
        " We look again on 7 May.",
        "C19 arrived: limit: guard, 10 min",
    ),
    # A good day, and an offer
    Told(
        decided(r.TooSoon(5, 7), good_day=True),
        "Glad it is lighter. Keep the same 5 minutes. We look again on Thursday.",
        "C15 too_soon: 5 d < 7 d since the last rise",
    ),
    Told(
        decided(r.Ready(50, 60, 9), offered=60),
        "No sign of a flare in the last days. Try 6 minutes? You can say no.",
        "D ready: 5 min → 6 min after 9 d",
    ),
    # The same words for other units
    Told(
        decided(r.Ready(40, 50, 9), unit=Unit.REPS, level=40, dose=40, offered=50),
        "No sign of a flare in the last days. Try 5 times? You can say no.",
        "D ready: 4 reps → 5 reps after 9 d",
    ),
    Told(
        decided(r.TooSoon(5, 7), unit=Unit.STEPS, level=20_000, dose=20_000),
        "Same step today: 2,000 steps. Steps come at least 7 days apart."
        " We look again on Thursday.",
        "C15 too_soon: 5 d < 7 d since the last rise",
    ),
)
