measures-activity-complete = Complete
measures-activity-completed = Completed
measures-activity-created = The activity has been added.
measures-activity-edit-title = Change the activity
measures-activity-ended = Completed or stopped on
measures-activity-ended-help = Used when the activity is over. Left empty, it is today.
measures-activity-kind = Is the activity new?
measures-activity-lead = Responsible actor
measures-activity-letter = Letter
measures-activity-more = More: actors, period, resources, evidence
measures-activity-name = Activity
measures-activity-new-title = New activity
measures-activity-no-evidence = No evidence is given.
measures-activity-planned = Planned
measures-activity-running = Under way
measures-activity-saved = The activity has been saved.
measures-activity-scope = Changes of its frame
measures-activity-start = Start
measures-activity-stopped = Stopped
measures-activity-unit = Unit that does it
measures-activity-why = Why is it changed?
measures-activity-with = With { $who }

measures-created = The measure has been made.

measures-decision-scale-up = Spread more widely, decided by a leader
measures-decision-start = Started without resources, decided by a leader

measures-dimension-accessible = Accessible and fairly shared
measures-dimension-coordinated = Coordinated and continuous
measures-dimension-effective = Effective
measures-dimension-frugal = Uses resources well
measures-dimension-involving = Involves users
measures-dimension-safe = Safe

measures-direction-down = Down
measures-direction-keep = Stay the same
measures-direction-up = Up

measures-edit-title = Change the measure

measures-error-filter = The filter in the address cannot be read. Open the list again and choose the filter there.

measures-evidence-audit = Audit or inspection
measures-evidence-document = Document
measures-evidence-help = One line for each piece of evidence. The link may lead to a page in Varde (/…) or to an https address.
measures-evidence-href = Link
measures-evidence-kind = Kind
measures-evidence-observation = Observation
measures-evidence-report = Report
measures-evidence-review = Record review
measures-evidence-risk = Risk
measures-evidence-series = Series
measures-evidence-survey = Survey
measures-evidence-text = What it shows

measures-filter-all = All
measures-filter-go = Filter
measures-filter-label = Filter the measures
measures-filter-needs-start = Should have started
measures-filter-open = All that are not over
measures-filter-overdue = Past the due date
measures-filter-owes-effect = Effect not looked at
measures-filter-reset = Reset
measures-filter-tag = Tag
measures-filter-budget-year = Budget year
measures-filter-text = Search in text
measures-filter-unit = Unit with everything below

measures-finding-answer = Answer with a new measure
measures-finding-answered = Answered by measures
measures-finding-close = Close the finding
measures-finding-close-help = Close it when nothing more is to be done. Take the tick away to open it again.
measures-finding-closed = Closed
measures-finding-created = The finding has been made.
measures-finding-edit-title = Change the finding
measures-finding-form-lead = A finding says what something means, and points to what was seen or measured.
measures-finding-internal = Those who hold a role on the unit or above it
measures-finding-measures = Measures that answer the finding
measures-finding-new-title = New finding
measures-finding-no-evidence = No evidence has been given.
measures-finding-no-judgement = Nobody has written what the finding means.
measures-finding-no-measures = No measure answers the finding yet.
measures-finding-open = Open
measures-finding-open-help = Without a tick, only those who hold a role on the unit or above it see the finding.
measures-finding-saved = The finding has been saved.
measures-finding-title = What was found?
measures-finding-title-help = One sentence that a colleague understands.

measures-findings-empty = No findings to show
measures-findings-empty-help = Leaders, quality advisers and planners write findings when something should get better.
measures-findings-filter-label = Filter the findings
measures-findings-finding = Finding
measures-findings-found = { $n ->
    [one] One finding
   *[other] { $n } findings
 }
measures-findings-lead = What someone has seen in reports, figures and audits, and what measures are to answer.
measures-findings-new = New finding
measures-findings-title = Findings

measures-form-adopted = Adopted
measures-form-cancel = Cancel
measures-form-cause = Cause of the change of scope
measures-form-cause-help = Work has begun. If you change the date, the resources or the expected effect, say why.
measures-form-choose-none = None chosen
measures-form-contributors = Other actors that contribute
measures-form-date-hint = Day.month.year
measures-form-detail = Description
measures-form-dimensions = Quality dimension
measures-form-draft = What you had written has been brought back.
measures-form-draft-discard = Throw the draft away
measures-form-due = Due
measures-form-effect-by = Visible by
measures-form-effect-direction = Direction
measures-form-effect-help = Say beforehand what the measure is to lead to, and where it should show.
measures-form-effect-indicator = Indicator that should show the effect
measures-form-effect-size = How much, in the indicator's own unit
measures-form-effect-text = The effect in words
measures-form-evidence = How well do we know that it works?
measures-form-evidence-href = Link to the evidence
measures-form-evidence-href-help = To a page in Varde (/…), such as a document in the register, or to an https address.
measures-form-evidence-list = Evidence
measures-form-evidence-text = Evidence
measures-form-evidence-text-help = What shows that it works, or that it is done? Nothing about single patients.
measures-form-findings = Findings that the measure answers
measures-form-hours = Hours
measures-form-more = More: problem, effect, resources, tags
measures-form-judgement = Judgement
measures-form-no-patients = Do not write anything about individual patients here.
measures-form-nok = Kroner (NOK)
measures-form-budget-year = Budget year
measures-form-budget-year-help = The year whose budget pays for it. When work has begun, a move to another year is kept with its cause.
measures-form-open = Visible to everyone who is signed in
measures-form-open-help = Without a tick, only those who hold a role on the unit, above it or below it see the measure.
measures-form-owner = Person responsible
measures-form-period = Period
measures-form-period-help = For example 2026, 2026-T1, 2026-Q2 or 2026-05.
measures-form-problem = The problem in one sentence
measures-form-problem-help = What do you know about what does not work? One number or one line is enough.
measures-form-resources = Resources
measures-form-resources-group = Resources and knowledge
measures-form-save = Save
measures-form-source = Where was it decided?
measures-form-starts = Starts
measures-form-tags = Frameworks
measures-form-title = Name of the measure
measures-form-when = When?
measures-form-who = Who?

measures-hang-activities = { $n ->
    [one] One unfinished activity
   *[other] { $n } unfinished activities
}
measures-hang-findings = { $n ->
    [one] One open finding
   *[other] { $n } open findings
}
measures-hang-measures = { $n ->
    [one] One unfinished measure
   *[other] { $n } unfinished measures
}
measures-history-activity-added = New activity
measures-history-activity-moved = Activity moved on
measures-history-answer-gone = No measure answers it any longer
measures-history-answered = A measure answers it
measures-history-closed = Closed
measures-history-completed = Completed
measures-history-concrete = Made concrete
measures-history-created = Made
measures-history-edited = Changed
measures-history-evaluated = Evaluated
measures-history-other = Something else
measures-history-reopened = Opened again
measures-history-restated = Brought up to date from the plan
measures-history-running = Set as running
measures-history-scaled-up = Spread more widely
measures-history-scope = Scope changed
measures-history-started = Started
measures-history-stopped = Stopped
measures-history-uptake = A unit has decided

measures-home-all = { $n ->
    [one] See the measure
   *[other] See all { $n } measures
 }
measures-home-none = The unit has no measures yet.
measures-home-of = of all { $n }, whatever the status
measures-home-overdue = Measure or activity overdue
measures-home-title = Measures in { $unit }

measures-kind-new = New
measures-kind-ongoing = Goes on already
measures-kind-unspecified = The plan does not say whether it is new

measures-level-insufficient = Insufficient
measures-level-not-stated = Not stated
measures-level-some = Some
measures-level-strong = Strong

measures-list-activities = Activities
measures-list-due = Due
measures-list-empty = No measures to show
measures-list-empty-help = Take away a choice in the filter, or search with other words.
measures-list-export = Download as CSV
measures-list-found = { $n ->
    [one] One measure
   *[other] { $n } measures
 }
measures-list-intro = What is to be done, who does it, and when it is to be done.
measures-list-late-activities = { $n ->
    [one] One late
   *[other] { $n } late
 }
measures-list-lead = Led by
measures-list-responsible = Responsible
measures-list-measure = Measure
measures-list-new = New measure
measures-list-number = Number
measures-list-state = State
measures-list-title = Measures
measures-list-unit = Unit

measures-menu = Measures
measures-menu-findings = Findings

measures-new-title = New measure

measures-not-stated = Not stated

measures-problem-cause = Say why the date, the resources or the expected effect is changed.
measures-problem-due-before-start = The due date is before the start. Put one of them right.
measures-problem-ended-ahead = That day has not come yet.
measures-problem-href = The link must begin with / or https://
measures-problem-negative = Write a number that is zero or more.
measures-problem-budget-year = Write a year between 1900 and 2200.
measures-problem-period = This is no period. Write for example 2026, 2026-T1, 2026-Q2 or 2026-05.
measures-problem-reason = Say why the measure is left out.
measures-problem-too-many = Choose at most { $max }.

measures-refused-due = Set a due date.
measures-refused-effect = Say which effect you expect: in words, or as a direction on an indicator.
measures-refused-measure-not-concrete = The measure has not been made concrete. The activity cannot start before it has someone responsible, a date and an expected effect.
measures-refused-measure-stopped = The measure has been stopped.
measures-refused-out-of-order = The measure has come somewhere else than this step expects. Open the measure again.
measures-refused-problem = Write one line about the problem, or why you start without.
measures-refused-reason = Say why the measure is stopped.
measures-refused-resources-leader = The measure has no resources. A leader must decide to start it all the same.
measures-refused-resources-reason = Say why the measure starts without resources.
measures-refused-responsible = Say who leads the measure, or who is the person responsible.
measures-refused-result = Say what came of the measure. No effect is a result too.
measures-refused-scale-up-leader = Only a leader can decide to spread the measure.
measures-refused-scale-up-reason = Too little is known of its benefit. Say why the measure is spread all the same.
measures-refused-activities = Say what is to happen with the activities that are not finished.

measures-saved = The measure has been saved.

measures-scope-after = After
measures-scope-before = Before
measures-scope-field = Scope
measures-scope-lead = Write what held, what holds now, and why.
measures-scope-of = What does the change concern?
measures-scope-saved = The change has been logged.
measures-scope-title = Change of scope
measures-scope-whole = The whole measure

measures-show-actions = Actions
measures-show-activities-csv = Activities as CSV
measures-show-add-activity = New activity
measures-show-add-scope = Log a change
measures-show-choose = Decide for your unit
measures-show-edit = Change
measures-show-effect = Expected effect
measures-show-evidence-link = Read the evidence
measures-show-hours = { $n } hours
measures-show-internal = Those who hold a role on the unit, above it or below it
measures-show-inferred = (our reading)
measures-show-key-facts = Key facts
measures-show-needs-start = The measure was adopted more than 90 days ago and has not started. Whoever leads it has a special duty to get it going.
measures-show-no-activities = No activities
measures-show-no-activities-help = Divide the measure into activities with someone responsible and a date.
measures-show-no-effect = Nobody has said which effect the measure is to have.
measures-show-no-scope = No changes have been logged.
measures-show-no-uptake = No unit has decided yet.
measures-show-nok = NOK { $n }
measures-show-budget-year = Budget of { $year }
measures-show-open = Everyone who is signed in
measures-show-owes-effect = The measure was completed more than 90 days ago and nobody has looked at its effect.
measures-show-print = Print
measures-show-result = What came of it?
measures-show-scope = Changes of scope and leaders' decisions
measures-show-tags = Tags
measures-show-uptake = Units that follow the measure
measures-show-visible = Who sees this?
measures-show-what = What is to be done?
measures-show-why = Why?
measures-show-why-none = Neither a finding nor a problem has been tied to the measure yet.

measures-progress = { $n ->
        [0] No activities
        [one] { $done } of one activity completed
       *[other] { $done } of { $n } activities completed
    }
measures-progress-some = { $done } of { $n } activities completed; { $stated } with no status reported
measures-progress-unreported = { $n ->
        [one] One activity in the plan ({ $year }). No status reported.
       *[other] { $n } activities in the plan ({ $year }). No status reported.
    }
measures-progress-stated = { $n ->
        [one] One activity, { $running } given as ongoing in the plan ({ $year }). No status reported.
       *[other] { $n } activities, { $running } given as ongoing in the plan ({ $year }). No status reported.
    }
measures-stated-new = Given as new in the plan ({ $year }). No status reported.
measures-stated-ongoing = Given as ongoing in the plan ({ $year }). No status reported.
measures-stated-unspecified = Given in the plan ({ $year }). No status reported.
measures-state-completed = Completed
measures-state-concrete = Made concrete
measures-state-evaluated = Evaluated
measures-state-running = Running
measures-state-started = Started
measures-state-stated = Stated
measures-state-stopped = Stopped

measures-step-complete = Complete the measure
measures-step-complete-help = What was to be done is done. This cannot be undone. The effect is to be looked at within 90 days.
measures-step-open-activities = { $n ->
    [one] One activity is not finished
   *[other] { $n } activities are not finished
 }
measures-step-rest = What is to happen with them?
measures-step-rest-completed = They are done: mark them as completed
measures-step-rest-stopped = They will not be done: stop them
measures-step-concrete = Set as made concrete
measures-step-concrete-help = A measure made concrete has someone responsible, a date and an expected effect.
measures-step-done = The measure has moved on.
measures-step-evaluate = Enter the result
measures-step-evaluate-help = Say what the measure led to. This cannot be undone.
measures-step-exception = Why all the same?
measures-step-fill-in = Fill in what is missing
measures-step-no-knowledge = Too little is known about how well the measure works. It can be spread if you say why.
measures-step-no-resources = No resources are set aside for the measure. A leader can decide that it starts all the same, with a reason.
measures-step-not-yet = The measure is not concrete enough yet
measures-step-problem-help = The measure answers no finding. One line is enough.
measures-step-reason = Why is the measure stopped?
measures-step-result-help = “No effect” is worth knowing for others too.
measures-step-run = Set as running
measures-step-run-help = The measure has become part of daily work.
measures-step-scale-up = Spread the measure
measures-step-scale-up-help = The measure is to be used in more places. A leader decides.
measures-step-start = Start the measure
measures-step-start-help = Work begins. From now on, changes of scope need a cause.
measures-step-stop = Stop the measure
measures-step-stop-help = The measure is given up and cannot be taken up again. It stays, with the reason why it was stopped.

measures-unit-gone = A unit that no longer exists

measures-uptake-choice = Choice
measures-uptake-chosen = Follows the measure
measures-uptake-date = Decided
measures-uptake-lead = A national or regional measure does not fit everywhere. Choose, and say why if you leave it out.
measures-uptake-left-out = Leaves the measure out
measures-uptake-reason = Reason
measures-uptake-reason-help = Needed when the measure is left out.
measures-uptake-saved = The unit's choice has been saved.
measures-uptake-title = Will the unit follow the measure?

measures-way-ahead = Ahead
measures-way-done = Done
measures-way-here = Here we are

measures-work-activity = Follow up the activity
measures-work-effect = Look at the effect
measures-work-late = Follow up what is late
measures-work-late-count = { $n ->
    [one] One measure in the unit or below it
   *[other] { $n } measures in the unit or below it
 }
measures-work-measure = Follow up the measure
measures-work-start = Start the measure you lead
measures-work-unclear = Make measures concrete
measures-work-unclear-count = { $n ->
    [one] One measure is not concrete
   *[other] { $n } measures are not concrete
 }

measures-beside-title = Measures and findings
measures-beside-measures = { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}
measures-beside-overdue = { $n ->
    [one] { $n } measure past its due date
   *[other] { $n } measures past their due dates
}
measures-beside-findings = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
}
measures-filter-tag2 = One more tag
measures-filter-level = Level
measures-level-national = National
measures-level-regional = Regional
measures-level-specialist = Specialist service
measures-level-municipal = Municipal
measures-level-other = Others
