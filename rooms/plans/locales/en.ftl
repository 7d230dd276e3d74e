# Following up: wheel, rounds, proposals, challenges, alternatives, pilots.
plans-alternative-abstain = Abstains
plans-alternative-abstained = { $n ->
    [one] One abstained
   *[other] { $n } abstained
    }
plans-alternative-added = The alternative has been added.
plans-alternative-chosen = Chosen alternative
plans-alternative-cons = Against
plans-alternative-decide = Decide
plans-alternative-decide-help = After the decision nobody can change votes or alternatives. The reasons are shown to everyone.
plans-alternative-decided = The decision has been saved.
plans-alternative-decided-for = Decided: { $title }
plans-alternative-edit = Change the alternative
plans-alternative-effect = Expected effect
plans-alternative-empty = The plan has no alternatives
plans-alternative-empty-help = When something is to be chosen, the possibilities are laid side by side here. Alternative 0 is to go on as today.
plans-alternative-error-decided = It has been decided, and votes and alternatives stand.
plans-alternative-error-no-vote = You have no vote to take back.
plans-alternative-lead = The possibilities side by side, with what speaks for and against, and who voted for what.
plans-alternative-lines-help = One point on each line
plans-alternative-list = Alternatives
plans-alternative-n-votes = { $n ->
    [one] One vote here
   *[other] { $n } votes here
    }
plans-alternative-name = Name
plans-alternative-new = New alternative
plans-alternative-no-points = None given
plans-alternative-number = Number
plans-alternative-number-help = 0 is to go on as today
plans-alternative-pace = Pace
plans-alternative-preconditions = Must be in place first
plans-alternative-problem-number = Choose a number from 0 to 99.
plans-alternative-pros = In favour
plans-alternative-reasons = Reasons
plans-alternative-reservation = Reservation
plans-alternative-saved = The alternative has been saved.
plans-alternative-seat = Seat
plans-alternative-seat-help = Whom you vote for, for example “the user council”
plans-alternative-setup = What it takes
plans-alternative-stated = { $n ->
    [one] One vote in the document
   *[other] { $n } votes in the document
    }
plans-alternative-stated-help = Votes in the document are printed there and are not added to those cast here.
plans-alternative-statement = Statement
plans-alternative-summary = In short
plans-alternative-title = Alternative { $number }: { $name }
plans-alternative-vote = Vote
plans-alternative-vote-change = Change your vote
plans-alternative-vote-help = Your vote and statement are shown with your name. You can change it or take it back until it is decided.
plans-alternative-voted = Your vote has been saved.
plans-alternative-votes = Votes
plans-alternative-withdraw = Take your vote back
plans-alternative-withdrawn = Your vote has been taken back.
plans-alternative-your-vote = Your vote
plans-challenge-edit = Link measures to challenges
plans-challenge-edit-help = Tick the measures that meet each challenge, and the indicators that show it.
plans-challenge-empty = The plan has no challenges
plans-challenge-empty-help = When the plan describes challenges, they are shown here with the measures that meet them.
plans-challenge-indicators = Shows in
plans-challenge-indicators-of = Indicators of “{ $name }”
plans-challenge-lead = Which measures meet which challenges, and which challenges none meets.
plans-challenge-measure-indicators = Effect to show in
plans-challenge-measures = Measures
plans-challenge-measures-of = Measures against “{ $name }”
plans-challenge-name = Challenge
plans-challenge-no-measure = No measure
plans-challenge-saved = The links have been saved.
plans-challenge-title = Challenges and measures
plans-challenge-uncovered = { $n ->
    [one] One challenge has no measure:
   *[other] { $n } challenges have no measure:
    }
plans-followup-all = All
plans-followup-cancel = Cancel
plans-followup-choose = Choose …
plans-followup-conflict = { $who } changed this { $when }
plans-followup-conflict-help = What you wrote is still in the form. Look it over and save again.
plans-followup-conflict-theirs = Saved now
plans-followup-conflict-yours = What you wrote
plans-followup-csv = Download as CSV
plans-followup-date-hint = day.month.year
plans-followup-filter = Narrow the list
plans-followup-filter-go = Show
plans-followup-filter-reset = Show all
plans-followup-no = No
plans-followup-none = None
plans-followup-not-given = Not given
plans-followup-optional = (optional)
plans-followup-print = Print
plans-followup-save = Save
plans-followup-shown = Showing { $first }–{ $last } of { $total }
plans-followup-someone = Unknown person
plans-followup-source = Source
plans-followup-unit-gone = Unit that no longer exists
plans-followup-yes = Yes
plans-pilot-about = About it
plans-pilot-added = It has been added.
plans-pilot-baseline = Baseline
plans-pilot-cadence = How often
plans-pilot-check = What is known has been checked
plans-pilot-checked = The knowledge check has been recorded.
plans-pilot-decide = Decide the way forward
plans-pilot-decided = The decision has been saved.
plans-pilot-decision = Decision
plans-pilot-decision-adjust = Adjust and try on
plans-pilot-decision-continue = Go on as now
plans-pilot-decision-due = Decide by
plans-pilot-decision-scale = Scale up
plans-pilot-decision-stop = Stop
plans-pilot-decision-support = Supports decisions about patients
plans-pilot-decision-support-help = The risk must then be assessed before it begins.
plans-pilot-edit = Change
plans-pilot-empty = No pilots or initiatives
plans-pilot-empty-help = Pilots, initiatives, tools and courses are kept here, with how they are followed and when to decide.
plans-pilot-ends = Ends
plans-pilot-error-follow-up = Cannot begin without a plan for following it up. Write that first.
plans-pilot-error-knowledge = Write what is known and how good that knowledge is before you go on.
plans-pilot-error-order = This step cannot be taken now.
plans-pilot-error-risk = Decision support cannot begin before the risk has been assessed.
plans-pilot-evidence = Evidence
plans-pilot-evidence-insufficient = Insufficient
plans-pilot-evidence-some = Some
plans-pilot-evidence-sufficient = Sufficient
plans-pilot-evidence-unknown = Not looked into
plans-pilot-exception = Reasoned exception
plans-pilot-exception-help = Needed for scaling up when the evidence is not sufficient.
plans-pilot-field = Area
plans-pilot-field-help = For example medicines, infections, work environment or pathways
plans-pilot-follow-up = How it is followed up
plans-pilot-follow-up-help = What is followed, how often and by whom. Without this it cannot begin.
plans-pilot-ground = Risk or need behind it
plans-pilot-ground-help = What in your own service gives ground for it
plans-pilot-is-due = Decision due
plans-pilot-is-due-help = Its time is up. Decide whether to scale up, adjust, stop or go on.
plans-pilot-kind = Sort
plans-pilot-kind-competence = Competence service
plans-pilot-kind-course = Course
plans-pilot-kind-initiative = Initiative
plans-pilot-kind-national = National initiative
plans-pilot-kind-pilot = Pilot
plans-pilot-kind-source = Information source
plans-pilot-kind-tool = Tool
plans-pilot-knowledge = What is known
plans-pilot-knowledge-help = What research and experience say about the effect
plans-pilot-lacks-follow-up = Lacks a plan for following it up and cannot begin.
plans-pilot-lacks-risk = Supports decisions about patients, and the risk has not been assessed.
plans-pilot-launch = Launch
plans-pilot-launched = Launched.
plans-pilot-list = Pilots and initiatives
plans-pilot-list-lead = What is tried out and begun, with how it is followed and when to decide.
plans-pilot-listed-help = Known from a document; not followed up here.
plans-pilot-menu = Pilots and initiatives
plans-pilot-name = Name
plans-pilot-new = New pilot or initiative
plans-pilot-owner = Owner
plans-pilot-problem-exception = The evidence is not sufficient. Give reasons for the exception.
plans-pilot-problem-order = The end cannot lie before the start.
plans-pilot-reason = Reason
plans-pilot-risk-assessed = The risk has been assessed
plans-pilot-saved = Saved.
plans-pilot-since = Since
plans-pilot-starts = Starts
plans-pilot-state = State
plans-pilot-state-checked = Checked
plans-pilot-state-ended = Ended
plans-pilot-state-launched = Under way
plans-pilot-state-listed = Listed
plans-pilot-state-proposed = Proposed
plans-pilot-way = From proposal to decision
plans-pilot-way-ahead = Ahead
plans-pilot-way-done = Done
plans-pilot-way-here = Here now
plans-pilot-work = Decide on the pilot
plans-pilot-yearly = Every year
plans-proposal-added = The proposal has been saved. You follow it and will see what is decided.
plans-proposal-at = Proposed
plans-proposal-body = What is proposed, and why
plans-proposal-body-help = Describe the need and what should be done. Never write anything by which a patient could be known.
plans-proposal-by = Proposed by
plans-proposal-criterion = Criterion
plans-proposal-decide = Decide
plans-proposal-decide-help = The proposer and those who follow the proposal see the decision and the reason.
plans-proposal-decided = The decision has been saved.
plans-proposal-decision = Decision
plans-proposal-edit = Change the proposal
plans-proposal-empty = No proposals
plans-proposal-empty-help = Anyone can propose something that makes the service better.
plans-proposal-error-not-submitted = The proposal has not been put forward for decision.
plans-proposal-error-order = The proposal has been put forward already and cannot be changed now.
plans-proposal-follow = Follow
plans-proposal-followed = You follow the proposal.
plans-proposal-followed-only = Mine and those I follow
plans-proposal-grounds = Grounds
plans-proposal-lacks = Cannot be put forward before it is scored on: { $list }
plans-proposal-list = Proposals
plans-proposal-list-lead = Proposals for measures and improvements, from everyone who works in the service.
plans-proposal-mean = Mean
plans-proposal-menu = Proposals
plans-proposal-n-assessors = Assessors
plans-proposal-new = New proposal
plans-proposal-new-lead = You can follow the proposal all the way and see what is decided and why.
plans-proposal-no-criteria = No criteria have been chosen
plans-proposal-no-criteria-help = Choose a plan with criteria in the proposal, and it can be scored.
plans-proposal-no-plan = Not tied to a plan
plans-proposal-plan = Plan with criteria
plans-proposal-plan-help = The proposal is scored on the plan's criteria.
plans-proposal-problem-no-criteria = First choose a plan with criteria; without scores the proposal cannot be put forward.
plans-proposal-problem-plan = The plan has no criteria to score on.
plans-proposal-problem-score = Choose a number from 1 to 5.
plans-proposal-problem-unscored = Not scored on “{ $criterion }”.
plans-proposal-range = Lowest–highest
plans-proposal-ranking = Ranked list
plans-proposal-ranking-empty = No proposals are tied to the criteria yet.
plans-proposal-ranking-lead = Mean per criterion, total, and spread between those who scored.
plans-proposal-ranking-rule = The total adds up the means and is shown when each criterion has at least one score. The spread is the standard deviation between the assessors' totals and needs at least two.
plans-proposal-reason = Reason
plans-proposal-saved = The proposal has been saved.
plans-proposal-score = Score
plans-proposal-score-lead = Give 1 to 5 on each criterion, and say why if you can.
plans-proposal-scored = Your scores have been saved.
plans-proposal-scored-none = No scores were given.
plans-proposal-scores = Scores
plans-proposal-spread = Spread
plans-proposal-state = State
plans-proposal-state-decided = Decided
plans-proposal-state-draft = Being scored
plans-proposal-state-submitted = Awaits decision
plans-proposal-submit = Put forward for decision
plans-proposal-submitted = The proposal has been put forward.
plans-proposal-sum = Total { $total }, spread { $spread }, scored by { $n }.
plans-proposal-title = Proposal
plans-proposal-total = Total
plans-proposal-unfollow = Stop following
plans-proposal-unfollowed = You no longer follow the proposal.
plans-proposal-unit = Unit it is put to
plans-proposal-value = Score from 1 to 5
plans-proposal-value-1 = 1 – hardly
plans-proposal-value-2 = 2 – a little
plans-proposal-value-3 = 3 – to some extent
plans-proposal-value-4 = 4 – to a large extent
plans-proposal-value-5 = 5 – fully
plans-proposal-verdict-accept = Accepted
plans-proposal-verdict-later = Not now
plans-proposal-verdict-reject = Rejected
plans-proposal-whose = Whose
plans-proposal-work = Decide on the proposal
plans-round-answer = Answer the round
plans-round-answer-help = Answer as many as you like and save. What you do not touch stays as it was.
plans-round-answer-lead = { $n ->
    [0] You have answered everything you were asked.
    [one] One thing awaits your answer.
   *[other] { $n } things await your answer.
    }
plans-round-answer-save = Save the answers
plans-round-answered = The answers have been saved.
plans-round-answered-late = After the due date
plans-round-answered-none = Nothing was changed.
plans-round-answered-of = { $answered } of { $asked } answered
plans-round-answers = Answers
plans-round-before = before: { $list }
plans-round-by = Answered by
plans-round-close = Close the round
plans-round-close-text = { $n ->
    [0] Everyone has answered. Once the round is closed, nobody can change the answers.
    [one] One thing is not answered and stays so. Once the round is closed, nobody can answer or change.
   *[other] { $n } things are not answered and stay so. Once the round is closed, nobody can answer or change.
    }
plans-round-closed = The round has been closed.
plans-round-decision = Decision
plans-round-decision-help = Needed when red, and when the last two rounds were yellow.
plans-round-deviation = Deviation from the plan
plans-round-deviation-help = Needed when red.
plans-round-due = Answer by
plans-round-edit = Change the round
plans-round-empty = No status rounds
plans-round-empty-help = A round is opened from the plan's page. Each responsible unit is then asked how things stand.
plans-round-error-closed = The round is closed, and the answers stand.
plans-round-error-not-open = The round has not opened yet.
plans-round-error-nothing = The plan has no measures or activities to ask about.
plans-round-forced = Two rounds in a row were yellow. Write what you have decided.
plans-round-late = { $n ->
    [one] One answer came after the due date.
   *[other] { $n } answers came after the due date.
    }
plans-round-lead = Answer by { $due }
plans-round-lead-period = About { $period }. Answer by { $due }
plans-round-list = Status rounds
plans-round-list-lead = Each round asks those responsible how a plan's measures and activities stand.
plans-round-mail = Reminders by e-mail
plans-round-mail-bye = You get this because you asked for reminders. Turn them off here: { $href }
plans-round-mail-hello = You have asked for reminders of status rounds in Varde.
plans-round-mail-lead = Three days before the due date, on the day, and then each week until your unit has answered. The letter holds only the round's name and a link.
plans-round-mail-line = { $name } – due { $due } ({ $n ->
    [one] one thing
   *[other] { $n } things
    } left)
plans-round-mail-not-set-up = This installation has no mail server yet. Your wish is kept until it has one.
plans-round-mail-off = You do not get reminders by e-mail.
plans-round-mail-on = You get reminders by e-mail.
plans-round-mail-start = Send me reminders
plans-round-mail-started = You get reminders from now on.
plans-round-mail-stop = Turn reminders off
plans-round-mail-stopped = Reminders have been turned off.
plans-round-mail-subject = { $n ->
    [one] A status round awaits your answer
   *[other] { $n } status rounds await your answer
    }
plans-round-menu = Status rounds
plans-round-missing = These have not answered
plans-round-missing-n = { $n ->
    [one] one thing
   *[other] { $n } things
    }
plans-round-must-decide = Needs a decision
plans-round-name = Round
plans-round-name-help = For example “First quarter”
plans-round-new = Open a status round
plans-round-new-lead = { $n ->
    [0] The plan has nothing to ask about yet.
    [one] One measure or activity will be asked about.
   *[other] { $n } measures and activities will be asked about.
    }
plans-round-none-here = No answers fit what you chose
plans-round-none-here-help = Choose another status, or show all.
plans-round-number = Number
plans-round-opened = The round is open, and those responsible see it among their tasks.
plans-round-opens = Opens
plans-round-period = Period
plans-round-period-help = For example 2026-Q4, 2026-T2 or 2026
plans-round-plan = Plan
plans-round-problem-decision-red = A red status needs a decision.
plans-round-problem-decision-yellow = The last two rounds were yellow, so a decision is needed here.
plans-round-problem-deviation = A red status needs words about what deviates.
plans-round-problem-order = The due date cannot lie before the round opens.
plans-round-problem-period = Write the period as 2026, 2026-T2, 2026-Q4 or 2026-11.
plans-round-progress = How far has the round come?
plans-round-risk = Risk
plans-round-said = Deviation, risk and decision
plans-round-saved = The round has been saved.
plans-round-state = State
plans-round-state-closed = Closed
plans-round-state-open = Open
plans-round-status = Status
plans-round-status-done = Done
plans-round-status-green = Green: as planned
plans-round-status-missing = Not answered
plans-round-status-not-started = Not started
plans-round-status-red = Red: not as planned
plans-round-status-yellow = Yellow: something is in the way
plans-round-thing = Measure or activity
plans-round-when = Answered
plans-round-work = Answer the status round
plans-round-work-title = { $name } ({ $n ->
    [one] one thing
   *[other] { $n } things
    })
plans-round-yours = { $n ->
    [one] One thing awaits your answer.
   *[other] { $n } things await your answer.
    }
plans-wheel-added = The step has been added.
plans-wheel-copied = The steps have been copied to next year.
plans-wheel-copied-none = Next year already held all the steps.
plans-wheel-copy = Copy to { $year }
plans-wheel-done = The step has been marked as done.
plans-wheel-done-of = { $done } of { $all } done
plans-wheel-due = Due date
plans-wheel-edit = Change a step of the wheel
plans-wheel-empty = This year has no steps yet
plans-wheel-empty-help = Begin with the duties of the regulation on management and quality improvement, copy from the year before, or add steps of your own.
plans-wheel-error-year = The year is not valid.
plans-wheel-fine = In order
plans-wheel-follow-up = See the follow-up
plans-wheel-follow-up-by = Date by which open points are followed up
plans-wheel-follow-up-of = Follow up: { $title }
plans-wheel-help = How we do it
plans-wheel-how = How it can be done
plans-wheel-incomplete = Lacks a due date or an owner
plans-wheel-lead = What the unit plans, does, evaluates and corrects through the year, with a due date and an owner for each step.
plans-wheel-look = Have a look
plans-wheel-mark-done = Mark as done
plans-wheel-n-done = Done
plans-wheel-n-incomplete = Lack a due date or an owner
plans-wheel-n-overdue = Overdue
plans-wheel-name = Yearly wheel
plans-wheel-new = New step
plans-wheel-no-due = no due date
plans-wheel-no-owner = no owner
plans-wheel-of-all = of { $all } steps
plans-wheel-owner = Owner
plans-wheel-owner-help = A role in the unit, or a person
plans-wheel-phase = Phase
plans-wheel-phase-correct = Correct
plans-wheel-phase-do = Do
plans-wheel-phase-empty = No steps in this phase.
plans-wheel-phase-evaluate = Evaluate
plans-wheel-phase-plan = Plan
plans-wheel-picture = How is the year spread?
plans-wheel-picture-answer = { $n ->
    [one] One step
   *[other] { $n } steps
    } in the year, with a ring for each phase. A filled mark is done, an open mark remains, a diamond is overdue.
plans-wheel-problem-follow-up = Something is open. Choose a day by which it is followed up.
plans-wheel-problem-year = The date must lie in the year, or in the January after.
plans-wheel-regulation = Duty or legal basis
plans-wheel-reopen = Open again
plans-wheel-reopened = The step is open again.
plans-wheel-saved = The step has been saved.
plans-wheel-sign = Sign the phase
plans-wheel-sign-complete = All steps of the phase are done.
plans-wheel-sign-note = Note
plans-wheel-sign-open = { $n ->
    [one] One step is still open:
   *[other] { $n } steps are still open:
    }
plans-wheel-sign-open-help = They are recorded with the signature, and each gets a step under Correct.
plans-wheel-sign-title = Sign { $phase } { $year }
plans-wheel-signatures = Signatures
plans-wheel-signatures-none = No phase has been signed yet.
plans-wheel-signed = The phase has been signed.
plans-wheel-signed-complete = Everything was done when the phase was signed.
plans-wheel-signed-open = { $n ->
    [one] One step was open:
   *[other] { $n } steps were open:
    }
plans-wheel-start = Add the duties of the regulation
plans-wheel-started = The duties have been added. Set dates and owners where needed.
plans-wheel-started-none = The year already held all the duties.
plans-wheel-state-done = Done
plans-wheel-step-title = What is to be done
plans-wheel-title = Yearly wheel { $year }
plans-wheel-work = Do in the yearly wheel
plans-wheel-years = Years
# End of following up.
