### Plans and goals
plans-hang-goals = { $n ->
    [one] One goal
   *[other] { $n } goals
}
plans-hang-pilots = { $n ->
    [one] One pilot or initiative under way
   *[other] { $n } pilots and initiatives under way
}
plans-hang-plans = { $n ->
    [one] One plan
   *[other] { $n } plans
}
plans-hang-proposals = { $n ->
    [one] One undecided proposal
   *[other] { $n } undecided proposals
}
plans-hang-rounds = { $n ->
    [one] One open status round
   *[other] { $n } open status rounds
}
plans-hang-steps = { $n ->
    [one] One open item in the yearly wheel
   *[other] { $n } open items in the yearly wheel
}
plans-chart-kept-back = kept back
plans-menu-plans = Plans
plans-menu-goals = Goals

plans-list-title = Plans
plans-list-lead = Plans, frameworks, strategies and professional advice that apply here.
plans-list-count = { $n ->
        [one] One plan
       *[other] { $n } plans
    }
plans-list-csv = Download as CSV
plans-list-empty = No plans here
plans-list-empty-help = Try other words or remove a filter.
plans-new = New plan
plans-new-lead = A new plan is a draft until all its owners have approved it.
plans-edit = Edit
plans-edit-title = Edit “{ $name }”
plans-edit-voids = When you change the content, all owners must approve the plan again.
plans-edit-beside = The plan is adopted and stands as it is. What you write here becomes a new version, which the owners must approve before it holds.
plans-print = Print
plans-save = Save
plans-cancel = Cancel
plans-saved = Saved
plans-sources-beside = Seen beside
plans-sources-choose = Choose further sources
plans-sources-companion = Companion
plans-sources-help = Each source has its own scale and its own base. They are not added up, and only the one judges the goal.
plans-sources-judges = Judges the goal
plans-sources-one = The goal is seen with one source or none. Further ones can be shown beside it without changing the judgement.
plans-sources-problem-many = Choose at most twelve.
plans-sources-set = The sources are saved.
plans-sources-title = The sources side by side
plans-sources-which = Indicators that the goal is also seen with
plans-sources-which-help = The one that judges the goal is there already. Choose at most twelve.
plans-draft-note = What you had written has been brought back.
plans-draft-discard = Discard what I wrote
plans-filter = Filter
plans-filter-words = Words in the name
plans-filter-all = All
plans-filter-show = Show
plans-filter-reset = Reset
plans-filter-pursued = Validity
plans-error-format = Choose text, json, csv or pdf.
plans-replaced-by = This plan has been replaced by

plans-kind-action-plan = Action plan
plans-kind-framework = Framework
plans-kind-strategy = Strategy
plans-kind-development-plan = Development plan
plans-kind-professional-advice = Professional advice
plans-kind-working-group-report = Working group report
plans-kind-unit-plan = Unit plan
plans-plan-state-draft = Draft
plans-plan-state-awaiting = Awaiting approval
plans-plan-state-adopted = Adopted
plans-plan-state-closed = Closed
plans-plan-unknown = Not known whether it is adopted
plans-plan-ahead = Adopted, not begun
plans-plan-run-out = Run out
plans-binding-guiding = Guiding
plans-binding-binding = Binding
plans-relation-replaces = Replaces
plans-relation-builds-on = Builds on
plans-relation-delimited-by = Delimited by
plans-relation-includes = Includes by reference
plans-relation-supports = Supports
plans-part-area = Areas
plans-part-instrument = Instruments
plans-part-focus-area = Focus areas
plans-part-criterion = Criteria
plans-part-challenge = Challenges
plans-part-chain-link = Links of the chain
plans-part-advice = Advice
plans-part-rule = Rules
plans-part-chapter = Chapters
plans-part-structure = Structures
plans-part-heading = Topics
plans-part-group = Blocks
plans-part-dimension = Dimensions of quality
plans-part-behaviour-level = Levels where behaviour must change
plans-part-status-report-part = Parts of the status report

plans-stand-synthetic = The figures are synthetic.
plans-reason-withheld = Cannot be judged here: The newest value is kept back, since it concerns few people or would give a small number away. Those who lead the unit see where the goal stands.
plans-stand-kept-back = Some values are kept back, since they concern few people or would give a small number away.
plans-state-no-target = No numeric target
plans-state-cannot = Cannot be judged
plans-state-awaits = Awaits a value
plans-state-met = Met
plans-state-not-met = Not met
plans-state-on-path = On path
plans-state-off-path = Off path
plans-state-no-final = No final value
plans-goal-state-active = Active
plans-goal-state-ended = No longer pursued
plans-link-stated = Stated in the plan
plans-link-inferred = Our reading
plans-direction-up = Higher is better
plans-direction-down = Lower is better
plans-mode-relative = per cent of the baseline
plans-mode-points = percentage points
plans-mode-unspecified = not settled
plans-points = { $n } percentage points

plans-target-kind-relative = Change from a baseline
plans-target-kind-at-least = At least
plans-target-kind-at-most = At most
plans-target-kind-absolute = A level
plans-target-kind-share = Share of units
plans-target-down = down { $change } from { $year }
plans-target-up = up { $change } from { $year }
plans-target-to = { $text } to { $value }
plans-target-at-least = at least { $value }
plans-target-at-most = at most { $value }
plans-target-absolute = { $value }
plans-target-share = at least { $value } of the units
plans-target-every-round = { $text } in every round
plans-target-by = { $text }, by { $date }
plans-target-none = Not numeric
plans-target-now = In force
plans-target-from-start = From the start
plans-baseline-given = { $value } ({ $year })
plans-baseline-series = { $value } ({ $year }, taken from the series)
plans-baseline-missing = Missing: the value for { $year } is not given
plans-baseline-not-needed = Not needed
plans-baseline-not-given = Not given; the level can be judged without
plans-value-none = No value
plans-value-in = { $value } ({ $period })

plans-stand-no-target = The goal has no number to reach.
plans-stand-awaits = The target is complete, but there is no value to hold against it.
plans-stand-awaits-after = The target is complete, but there is no value after the baseline of { $year }.
plans-stand-met = The target is met with { $value } in { $period }.
plans-stand-not-met = { $value } in { $period }: the target is not met. { $left } was missing.
plans-stand-on-path = { $value } in { $period }, { $left } from the target.
plans-stand-off-path = { $value } in { $period }, { $left } from the target.
plans-stand-no-final = The time is out, and the value for { $year } is missing. The last known value is { $value } in { $period }, { $left } from the target.
plans-stand-behind = It is { $behind } behind the path, which is { $path } at that time.
plans-stand-ahead = The path is { $path } at that time.
plans-stand-no-path = Without a baseline no path can be drawn.
plans-stand-undecided = The text does not say whether the per cent is relative or percentage points.
plans-stand-reading = Read as { $mode }: the target is { $value } ({ $state }).
plans-stand-exact = The plan prints { $value }; worked out it is { $exact }.
plans-stand-since = It has been like this since { $period }.
plans-stand-behind-since = Behind the path since { $period }.
plans-stand-short-since = No known value since { $period } has reached the target.
plans-stand-later = The target was reached later, in { $period }.
plans-stand-range = For { $period } together { $value } is given; it is not drawn.
plans-stand-share = { $n } of { $of } units reach the limit; { $out } are left out.
plans-reason-baseline = The target is a change from { $year }, and the value for { $year } is not given.
plans-reason-number = The target names no number.
plans-reason-indicator = No indicator shows how the goal is doing.
plans-reason-readings = The two readings of the per cent give different answers.
plans-reason-unit = The values count something else than the target.
plans-reason-direction = Nobody has said whether higher or lower is better.
plans-tally = { $targets ->
        [one] One numeric target
       *[other] { $targets } numeric targets
    }: { $judged } can be judged, { $cannot } cannot, { $awaits } await a value.
plans-tally-none = No numeric targets.
plans-status-as-of = Status as of { $date }
plans-other-day = See the plan as it stood on another day
plans-other-day-field = Day
plans-other-day-today = Show today
plans-status-csv = Status as CSV
plans-status-json = Status as JSON
plans-status-text = Status as text

plans-column-plan = Plan
plans-column-goals = Goals
plans-column-goal = Goal
plans-column-state = Where it stands
plans-column-value = Last value
plans-column-target = Target
plans-column-baseline = Baseline
plans-column-source = Source
plans-column-unit = Unit
plans-column-measure = Measure
plans-column-responsible = Responsible
plans-responsible-none = Not given
plans-column-activities = Activities
plans-actors-others = { $n ->
        [one] One other actor
       *[other] { $n } other actors
    }
plans-column-due = Due
plans-column-version = Version
plans-column-valid-from = Valid from
plans-column-reason = Reason
plans-column-period = Period
plans-column-range = Range
plans-column-note = Note
plans-column-from = Comes from
plans-column-here = Here
plans-column-steps = What you can do
plans-overdue-count = { $n ->
        [one] One is overdue
       *[other] { $n } are overdue
    }
plans-due-none = No date
plans-measures-count = { $n ->
        [one] One measure
       *[other] { $n } measures
    }
plans-measures-no-part = Without an area
plans-measures-empty = No measures yet
plans-measures-empty-help = The measures that belong here are shown here.
plans-measure-new = New measure

plans-field-name = Name
plans-field-kind = Kind
plans-field-parent = The goal above
plans-field-period-note = About the period
plans-field-owner = Owner
plans-field-owner-help = The unit the plan belongs to. More owners can be added afterwards.
plans-field-owners = Owners
plans-field-state = State
plans-field-period = Period
plans-field-from = From
plans-field-to = To
plans-field-vision = Vision
plans-field-purpose = Purpose
plans-field-target-group = Target group
plans-field-scope = What it covers
plans-field-resources = Resources
plans-field-follow-up = Follow-up
plans-field-binding = Binding or guiding
plans-field-binding-note = Legal frame
plans-field-commissioned-by = Commissioned by
plans-field-open = Everyone signed in may read it
plans-field-open-help = Otherwise only those with a role on the unit or in its line see it.
plans-field-why = Why do you change it?
plans-field-why-help = Shown in the history.
plans-field-text = Text
plans-field-mandatory = Must be written before adoption
plans-field-mandatory-help = Applies to chapters.
plans-field-done = The structure is in place
plans-field-done-help = Applies to structures.
plans-field-weight = Weight
plans-field-weight-help = Applies to criteria: how much the criterion counts when proposals are scored. An empty field counts as 1.
plans-field-indicator = Indicator
plans-field-indicator-help = Its values show how the goal is doing.
plans-field-direction = Which way is better?
plans-field-data-source = Where the values come from
plans-field-tags = Tagged with
plans-field-tags-help = Instruments and focus areas of the national framework.
plans-field-ended = The goal is no longer pursued
plans-field-ended-help = The series and the former targets stay.
plans-field-target-kind = What sort of target
plans-field-target-kind-help = Choose what is closest to the plan's text.
plans-field-value = The number to reach
plans-field-value-help = For a change: only when the plan itself prints the end value.
plans-field-change = Change
plans-field-change-help = Minus for a fall, such as −25.
plans-field-mode = The change is
plans-field-baseline-year = Baseline year
plans-field-baseline-value = Value in the baseline year
plans-field-baseline-value-help = Leave empty when it is not known. Do not guess.
plans-field-unit-limit = Limit for one unit
plans-field-unit-limit-help = For a share of units: the value one unit must reach to count.
plans-field-by = To be reached by
plans-field-every-round = Applies to every round
plans-field-note = Note on the target
plans-field-valid-from = The new target holds from
plans-field-valid-from-help = Earlier times are still judged by the former target.
plans-field-reason = Reason
plans-field-reason-help = Why is the number changed?
plans-field-choice = What do you choose?
plans-group-period = When the plan applies
plans-group-period-help = Must be filled in before the plan can be adopted.
plans-group-content = Content
plans-group-change = When the target is a change
plans-group-change-help = Leave empty for the other sorts.
plans-run-title = Change and end the plan
plans-owners-none = Not given
plans-owners-edit = Owners of the plan
plans-owners-search = Find units to add
plans-owners-help = All owners must approve. The plan's own unit is always one of them.
plans-awaiting-of = Not yet approved by
plans-unit-unknown = Unit that does not exist now
plans-period-missing = No period given
plans-period-from = from { $date }
plans-period-to = to { $date }

plans-tabs = Parts of the plan
plans-tab-overview = Overview
plans-tab-measures = Measures
plans-tab-diagram = Driver diagram
plans-tab-parts = Contents
plans-tab-succession = Succession
plans-tab-relations = Relations
plans-tab-history = History
plans-overall-title = Overall goals
plans-structures-done = Structures in place: { $done } of { $n }.
plans-structure-done = In place
plans-structure-not-done = Not in place
plans-chapter-empty = Not written
plans-dates-title = Dates and history
plans-date-deadline = Deadline
plans-cadence-yearly = Every year
plans-goals-empty = No goals here
plans-goals-empty-help = Goals are shown here with their state when there are any.
plans-diagram-question = How is the plan meant to work?
plans-diagram-answer = { $goals } goals at the top, { $measures } measures below, and the areas that tie them together.
plans-diagram-answer-no-goals = At the top what the plan is for, and at the bottom { $measures } measures.
plans-diagram-answer-direct = { $goals } goals at the top and { $measures } measures at the bottom. The plan has no areas in between.
plans-diagram-drivers = What the measures are gathered under
plans-diagram-empty = Nothing to draw
plans-diagram-empty-help = The plan has neither goals nor measures.
plans-diagram-untied = The goals of the plan
plans-diagram-untied-help = The plan does not say which measures are to work on which goals. The goals therefore stand here and not in the drawing.
plans-diagram-tagged = Tagged on the measures
plans-diagram-tagged-help = The measures do not stand under these in the plan, but are about them.
plans-diagram-loose = Measures that are tied to nothing
plans-diagram-idle = Without measures in the plan
plans-diagram-idle-help = The plan ties none of its measures directly to these.
plans-diagram-goals = What we want
plans-diagram-also = Also serves { $names }
plans-diagram-outline = The diagram as a list
plans-parts-empty = The plan has no parts yet
plans-parts-empty-help = Areas, chapters, instruments and so on are shown here.
plans-parts-change = Change the parts
plans-field-service = Whom the area concerns
plans-field-service-help = For focus areas only. Without a choice it concerns everyone.
plans-service-specialist = Specialist care
plans-service-municipal = Municipal health and care services
plans-service-only = Concerns { $service }
plans-part-new = New part
plans-part-edit = Edit the part
plans-part-weight = Weight { $n }
plans-field-part-actor = Actor it speaks to
plans-field-part-parent = Belongs under
plans-field-source-document = Source: document
plans-field-source-document-help = Its code in the register of documents, such as d004, or its name.
plans-field-source-place = Source: place in the document
plans-order = Change the order
plans-order-down = Move down
plans-order-end = There is nothing to move it past.
plans-order-lead = The order is the plan’s own and holds on all its pages. Its owners need not approve it.
plans-order-none = There is not enough in the plan for its order to be changed.
plans-order-saved = The order is saved.
plans-order-up = Move up
plans-part-hanging = The part cannot be taken out as long as something hangs on it.
plans-part-hangs-choices = Choices and scores: { $n }
plans-part-hangs-goals = Goals that stand under it: { $n }
plans-part-hangs-measures = Measures that stand under it or answer it: { $n }
plans-part-hangs-parts = Other parts that belong to it: { $n }
plans-part-hangs-successions = Plans in which something takes over from it: { $n }
plans-part-hangs-tagged = Goals, measures and other things tagged with it: { $n }
plans-part-remove = Take the part out
plans-part-remove-back = Back to the parts
plans-part-remove-text = The part is taken out of the plan. What it said remains only in the history.
plans-part-removed = The part is taken out.
plans-uptake = Used on { $goals } goals in { $units } units, on { $measures } measures and on { $others ->
    [one] one finding or other thing
   *[other] { $others } findings, indicators and other things
}.

plans-submit = Send to the owners for approval
plans-submitted = Sent to the owners
plans-approve = Approve for { $unit }
plans-approved = Approved
plans-version = Version { $no }
plans-versions-title = Earlier versions
plans-version-under-way = A new version is under way
plans-version-under-way-text = The adopted text and the numbers to reach hold until all owners have approved the new one. Other changes of goals, measures and contents are shown as they are now.
plans-version-former-text = This version has been adopted. Here are the goals, measures and parts that it had.
plans-version-replaced = replaced { $when }
plans-version-to-plan = To the plan that holds
plans-version-differences = What is different
plans-version-field = Field
plans-version-holds = Holds now
plans-version-same = The text is the same
plans-version-same-help = Goals, measures, contents or owners have changed since the plan was adopted.
plans-version-discard = Discard this version
plans-version-discarded = The new version is discarded. The plan stands as before.
plans-adopted-changed = Changed since the plan was adopted
plans-adopted-changed-text = The owners have not approved this. New numbers to reach hold once they have; other changes are shown as they are now.
plans-adopted-what = What
plans-adopted-sort = Kind
plans-adopted-change = Change
plans-adopted-added = Added
plans-adopted-removed = Taken out
plans-adopted-otherwise = changed
plans-adopted-unknown = Which goals, measures and parts this version had is not known.
plans-aspect-text = Text
plans-aspect-place = Stands under
plans-aspect-spread = Difference between units
plans-target-awaits = Awaits the owners
plans-target-dropped = Was not adopted
plans-target-awaits-text = A new number to reach is proposed: { $target }. It holds once the owners of the plan have approved it.
plans-missing-title = The plan cannot be adopted yet
plans-refused-target-group = The target group is missing.
plans-refused-period = The period is missing: both first and last day.
plans-refused-chapter = A mandatory chapter is empty.
plans-refused-not-owner = The unit does not own the plan.
plans-refused-out-of-order = This cannot be done the way the plan stands now.
plans-close = Close the plan
plans-close-title = Close “{ $name }”?
plans-close-text = A closed plan cannot be changed. Its goals and series stay as history, and you can say what is carried on.
plans-close-why = Why is it closed?
plans-closed = The plan is closed

plans-succession-lead = What became of each item when one plan took over from another.
plans-succession-came = What came from the former plan
plans-succession-became = What became of this plan
plans-succession-from = From the former plan
plans-succession-to = In the new plan
plans-succession-to-help = Leave empty when the item is not carried on.
plans-succession-outcome = What became of it?
plans-succession-note = Explanation
plans-succession-inferred = Our reading
plans-succession-empty = Not said yet
plans-succession-empty-help = Nobody has said what became of the items.
plans-succession-new = Say what became of an item
plans-succession-former = Which plan does this one take over from?
plans-outcome-continued = Carried on
plans-outcome-merged = Taken up in something else
plans-outcome-ended = Not carried on
plans-item-unknown = Item that is not here
plans-relations-own = How the plan stands to others
plans-relations-none = None are given.
plans-relations-others = Other plans that point to this one
plans-relations-uptake = { $n ->
        [one] One plan points here.
       *[other] { $n } plans point here.
    }
plans-relation-new = Tie to another plan
plans-relation-kind = How do they stand to each other?
plans-relation-other = The other plan
plans-history-empty = Nothing has happened yet
plans-history-empty-help = Changes are shown here with who, when and why.
plans-action-created = Created
plans-action-loaded = Loaded from the content files
plans-action-edited = Changed
plans-action-owners = The owners were changed
plans-action-submitted = Sent to the owners for approval
plans-action-approved = Approved by an owner
plans-action-void = Approvals were void because the content changed
plans-action-version-opened = Began a new version
plans-action-version-discarded = Discarded the new version
plans-action-adopted = Adopted by all owners
plans-action-closed = Closed
plans-action-measure = A measure was added
plans-action-related = Tied to another plan
plans-action-succession = Said what became of an item
plans-action-predecessor = Took over from another plan
plans-action-target = New target
plans-action-reading = The reading of the per cent was decided
plans-action-other = Something was changed

plans-goals-title = Goals
plans-goals-lead = Goals you may see, with where they stand today.
plans-goals-count = { $n ->
        [one] One goal.
       *[other] { $n } goals.
    }
plans-goals-most = Only the first ones are included. Search, or choose a unit.
plans-goals-mine = My unit's goals
plans-goal-new = New goal
plans-goal-scope = What the goal covers
plans-goal-saved = The goal is saved
plans-goal-question = { $indicator }: how is it going?
plans-goal-question-none = How is it going?
plans-goal-facts = About the goal
plans-goal-about = Judged by values of
plans-goal-serves = The goal is to support “{ $name }”.
plans-indicator-none = No indicator
plans-values-title = The values behind
plans-values-value = Value
plans-values-empty = No values yet
plans-values-empty-help = Values are entered on the indicator's page.
plans-targets-title = Targets and their versions
plans-targets-empty = No target
plans-targets-empty-help = The goal can be followed, but not judged against a number.
plans-target-new = New target
plans-target-new-lead = The former target stays and holds for the time before.
plans-target-saved = The target is saved
plans-readings-title = What does the per cent mean?
plans-readings-lead = Decide whether the text means a relative change or percentage points. The decision is kept in the history.
plans-readings-no-baseline = Without a value for the baseline year neither reading can be worked out.
plans-readings-decide = Decide the reading
plans-reading-decided = Read as { $mode }, decided { $date } by { $who }: { $reason }
plans-reading-saved = The reading is decided
plans-cascade-title = From national goal to own unit
plans-cascade-above = Serves
plans-cascade-above-none = This goal stands at the top.
plans-cascade-related = Other goals on the same indicator
plans-cascade-related-help = They are measured alike, but are not tied to this goal.
plans-cascade-below = Sub-goals
plans-cascade-below-none = No sub-goals that you may see.
plans-former-title = Took over from
plans-former-help = The series goes on; the former targets are history.
plans-choices-title = What units have chosen
plans-choice-chosen = We work with it
plans-choice-left-out = We leave it out for now
plans-choice-saved = The choice is saved
plans-choose = Choose or leave out
plans-choose-question = { $unit } and the goal “{ $goal }”: do you work with it?
plans-choose-reason-help = Needed when you leave it out: which risk or need comes first?
plans-taken-sub-goal = Own sub-goal
plans-taken-chosen = Chosen, no sub-goal yet
plans-taken-left-out = Left out
plans-taken-nothing = Not decided
plans-level-national = National
plans-level-above = Above
plans-level-own = Own
plans-sub-goal-new = Make a sub-goal
plans-inherited-title = Goals from above
plans-inherited-aside = { $n ->
        [one] One goal is set aside
       *[other] { $n } goals are set aside
    }
plans-inherited-aside-help = The deadline is past, or the goal is measured in another part of the service. You need not take a position on them, but may.
plans-aside-expired = The deadline is past
plans-aside-other-service = Measured in another part of the service
plans-inherited-open = { $n ->
        [one] One goal is not decided on.
       *[other] { $n } goals are not decided on.
    }
plans-inherited-empty = No goals from above
plans-inherited-empty-help = National and regional goals are shown here.
plans-own-title = Own goals
plans-unit-goals-title = Goals of { $unit }
plans-unit-goals-lead = What comes from above, what the unit has chosen, and what it has set itself.
plans-gaps-title = Who has no sub-goal?
plans-gaps-lead = Units below that have neither a sub-goal nor left the goal out with a reason.
plans-gaps-show = Show them
plans-gap-count = { $n } of { $of } have no sub-goal.
plans-gap-more = … and { $n } more.

plans-chart-baseline = Baseline { $year }
plans-chart-target = Target { $year }
plans-chart-target-reading = Target { $year } ({ $mode })
plans-chart-range = { $low } to { $high }
plans-chart-axis = The axis begins at { $from }
plans-chart-missing = Not given
plans-chart-withheld = Withheld
plans-chart-provisional = Provisional
plans-chart-approximate = Approximate
plans-chart-interval = Interval
plans-chart-none = No values to draw yet

plans-problem-unit = Choose a unit that exists.
plans-problem-owners = A plan can have at most 50 owners.
plans-problem-to-before-from = The last day cannot come before the first.
plans-problem-change = Say how large the change is to be.
plans-problem-mode = Say whether the change is relative or in percentage points.
plans-problem-baseline-year = Say from which year the change is counted.
plans-problem-value = Write the number to reach.
plans-problem-by = Say when it is to be reached, or that it applies to every round.
plans-problem-by-before-baseline = The date must come after the baseline year.
plans-problem-year = Write a year between 1900 and 2200.
plans-problem-weight = Write a number above 0 and at most 100.
plans-problem-beyond-scale = A share must lie between 0 and 100 per cent.
plans-problem-too-large = The number is too large.
plans-problem-reason = Say why.
plans-problem-valid-from = Say from which day the new target holds.
plans-problem-valid-order = The day must come after the former target began to hold.
plans-problem-indicator = Choose an indicator that exists.
plans-problem-parent = The goal above does not exist.
plans-problem-circle = A goal cannot serve itself.
plans-problem-left-out = Say why you leave the goal out.
plans-problem-former = Choose another plan.
plans-problem-item = Choose an item of the plan.
plans-problem-successor = Choose what took over.
plans-problem-ended = What is not carried on has nothing after it.
plans-problem-ended-why = Say why it is not carried on.

plans-work-approve = Approve plan
plans-work-reading = Decide what the per cent means
plans-work-choose = Decide on goals
plans-work-choose-count = { $n ->
        [one] One goal from above
       *[other] { $n } goals from above
    }
plans-home-title = Goals and where they stand
plans-home-all = All goals of the unit
plans-home-national = Goals that come from above
plans-home-expired = { $n ->
        [one] One goal from above is past its deadline
       *[other] { $n } goals from above are past their deadline
    }
plans-home-elsewhere = { $n ->
        [one] One goal from above is measured in another part of the service
       *[other] { $n } goals from above are measured in another part of the service
    }
plans-home-own = Own goals
plans-home-own-none = The unit has not set goals of its own yet.

### End of plans and goals

# Following up: wheel, rounds, proposals, challenges, alternatives, pilots.
plans-alternative-abstain = Abstains
plans-alternative-abstained = { $n ->
        [0] Nobody abstained
        [one] One abstained
       *[other] { $n } abstained
    }
plans-alternative-aspect = What it is about
plans-alternative-change = Change
plans-alternative-none-yet = No votes here yet
plans-alternative-printed = The document: { $votes }
plans-alternative-printed-for = { $n } for alternative { $number }
plans-alternative-printed-group = The working group: { $votes }
plans-alternative-turned-down = Turned down: nobody voted for it
plans-alternative-turned-down-words = { $title } was turned down: nobody voted for it.
plans-alternative-votes-here = Votes cast here
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
plans-alternative-problem-lines = Write as many lines as in bokmål: one for each point, and an empty line where there is no translation.
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
plans-alternative-work = Vote on the alternatives
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
plans-followup-someone = Unknown person
plans-followup-source = Source
plans-followup-title = Follow-up
plans-followup-unit-gone = Unit that no longer exists
plans-followup-yes = Yes
plans-pilot-about = About it
plans-pilot-added = It has been added.
plans-pilot-baseline = Baseline
plans-pilot-by-area = By area
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
plans-pilot-error-end = The end date has passed. Set a new one before the pilot is launched.
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
plans-pilot-overtaken = Its end has passed, and it has not begun
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
plans-pilot-no-area = Without an area
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
plans-pilot-view = View
plans-pilot-way = From proposal to decision
plans-pilot-way-ahead = Ahead
plans-pilot-way-done = Done
plans-pilot-way-here = Here now
plans-pilot-work = Decide on the pilot
plans-pilot-yearly = Every year
plans-proposal-added = The proposal has been saved. You follow it and will see what is decided.
plans-proposal-at = Proposed
plans-proposal-became = The proposal has been taken further. Look over what stands here, and fill in the rest.
plans-proposal-became-nothing = No measure or pilot has been made of the proposal yet.
plans-proposal-became-this = The proposal became:
plans-proposal-make-measure = Make a measure of the proposal
plans-proposal-make-pilot = Try it out in a pilot
plans-proposal-error-not-accepted = Only a proposal that is to be carried out can become a measure or a pilot.
plans-proposal-work-answer = A proposal you follow is decided
plans-proposal-work-score = Score the proposal
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
plans-proposal-ranking-rule = Each mean is multiplied by the criterion's weight (1 when none is given). The total adds them up and is shown when each criterion has at least one score. The spread is the standard deviation between the assessors' weighted totals and needs at least two.
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
plans-proposal-weighted = { $criterion } (weight { $weight })
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
plans-round-answer-again = Change the answer
plans-round-answer-all = Show all on one page
plans-round-answer-last = Last time you wrote: { $text }
plans-round-answer-one = Save and go on
plans-round-answer-same = As last time: { $status }
plans-round-answer-skip = Skip this one for now
plans-round-answer-lead = { $n ->
    [0] All that you can answer is answered.
    [one] One item awaits an answer.
   *[other] { $n } items await answers.
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
plans-round-decision-help = Needed when red, and when the last two answers were yellow or red.
plans-round-deviation = Deviation from the plan
plans-round-deviation-help = Needed when red.
plans-round-due = Answer by
plans-round-edit = Change the round
plans-round-empty = No status rounds
plans-round-empty-help = A round is opened from the plan's page. Each responsible unit is then asked how things stand.
plans-round-error-closed = The round is closed, and the answers stand.
plans-round-error-not-open = The round has not opened yet.
plans-round-error-nothing = The plan has no measures or activities to ask about.
plans-round-forced = The last two answers were yellow or red. Write what you have decided.
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
plans-round-problem-decision-yellow = The last two answers were yellow or red, so a decision is needed here.
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
plans-round-below = { $n ->
    [one] One item awaits an answer from a unit below you. You may answer for it.
   *[other] { $n } items await answers from units below you. You may answer for them.
    }
plans-wheel-aside = Does not concern us
plans-wheel-aside-done = The point is set aside.
plans-wheel-aside-text = The point stays in the wheel with the reason, and can be opened again.
plans-wheel-aside-title = Does “{ $title }” not concern you?
plans-wheel-aside-why = Why does it not concern the unit?
plans-wheel-problem-reason = Write why the point does not concern you.
plans-wheel-start-choose = Duties
plans-wheel-start-nothing = No duties are chosen.
plans-wheel-start-text = Choose the duties to take into the wheel. Where the month has passed, the deadline is the end of the year.
plans-wheel-state-aside = Does not concern us
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
plans-wheel-picture-key = The number in each mark is the step’s number in the list.
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
plans-wheel-title = Yearly wheel { $year } of { $unit }
plans-wheel-work = Do in the yearly wheel
plans-wheel-years = Years
# End of following up.
plans-tab-goals = Goals
plans-tab-wheel = Yearly wheel
plans-tab-cycle = The cycle

plans-beside-plans = Plans with this measure
plans-beside-proposals = Proposals it comes from
plans-beside-goals = Goals
plans-beside-rounds = { $n ->
    [one] { $n } status round
   *[other] { $n } status rounds
}
plans-about-title = About the plan
plans-standing-overdue = { $n ->
    [one] One measure is past its due date.
   *[other] { $n } measures are past their due dates.
}
plans-choose-again = Change the choice
plans-choose-see = See the goal
plans-round-see-measure = See the measure
plans-last-round = Latest status round
plans-last-round-each = What was answered
plans-round-finish-activity = Mark the activity as completed
plans-round-finish-help = Then you need not report it anywhere else.
plans-round-finish-measure = Mark the measure as completed
plans-round-finished-on = Completed on
plans-round-problem-finish = It cannot be marked as completed as it stands. Answer without the tick.
plans-round-problem-finished-ahead = That day has not come yet.
plans-round-see-activity = See the activity

plans-round-thing-due = due { $date }
plans-round-late-activities = { $n ->
    [one] one activity overdue
   *[other] { $n } activities overdue
}
plans-action-answered = Answered
plans-action-challenges = Tied measures to challenges
plans-action-checked = Checked
plans-action-decided = Decided
plans-action-became-measure = Made a measure of it
plans-action-became-pilot = Made a pilot of it
plans-action-done = Finished
plans-action-launched = Launched
plans-action-opened = Opened the round
plans-action-part-created = Added a part
plans-action-part-edited = Changed a part
plans-action-part-removed = Part taken out
plans-action-reordered = New order
plans-action-set-aside = Set the point aside
plans-action-reopened = Opened again
plans-action-scored = Scored
plans-action-signed = Signed the phase
plans-action-sources = Sources beside the goal changed
plans-action-vote-withdrawn = Took the vote back
plans-action-voted = Voted

plans-spread-title = Differences between units
plans-spread-none = The goal has no number for how different units may be.
plans-spread-new = Set a target for variation
plans-spread-new-lead = One more target, beside the level: how much units of the same kind may differ. The former number stays and holds for the time before.
plans-spread-versions = Versions of the target for variation
plans-spread-periods = Variation period by period
plans-spread-column = Variation
plans-spread-column-units = Units with a value
plans-spread-column-ends = Lowest – highest
plans-spread-ratio = Highest value over the lowest
plans-spread-deviation = Standard deviation between units
plans-spread-quartiles = Distance from lower to upper quartile
plans-spread-range = Distance from lowest to highest
plans-spread-systematic = Systematic variation (chance taken out, times 100)
plans-spread-times = { $n } times
plans-spread-target = { $text } ({ $spread }; compared: { $units })
plans-spread-state = Variation: { $state }
plans-spread-units = Worked out from { $n } of { $of } units in { $period } ({ $units }).
plans-spread-ends = The lowest value is { $low }, the highest { $high }.
plans-spread-too-few = The variation cannot be worked out: there must be values from three units at least, and the lowest must be above zero where it is divided by.
plans-spread-chance = Differences as large as this are not rare by chance alone.
plans-field-spread = How variation is measured
plans-field-spread-help = A ratio is easiest to understand, but grows with the number of units. Systematic variation takes out what is chance, and needs numerator and denominator.
plans-field-among = Which units are compared
plans-field-among-help = All of the same kind below the unit that the goal is about. The number in brackets is how many there are now.
plans-field-spread-value = At most
plans-field-spread-value-help = For the highest over the lowest, 1 is all alike. Otherwise in the unit of the values.
plans-field-spread-change-help = With a minus in front: -20 is one fifth less variation.
plans-group-spread-change-help = Fill in when variation is to fall by so much from a year.
plans-problem-spread-kind = Choose at most, or a change from a baseline.
plans-problem-spread-change = Variation can only be set lower, and not by more than all of it: write a number between -100 and 0.
plans-problem-spread-ratio = The highest over the lowest is never below 1.
plans-problem-spread-negative = Variation is never below zero.
plans-problem-spread-indicator = The goal has no indicator, so units have no values to compare.
plans-problem-spread-counted = Systematic variation needs an indicator with numerator and denominator.
plans-action-spread = New target for variation
plans-indicator-draft = An indicator that is still being worked on

plans-field-grounds = Own findings that it rests on
plans-field-grounds-help = What you have seen, measured or found of risk yourselves. Choose one or more.
plans-grounds = Rests on
plans-area-column = Focus area
plans-area-column-work = Work here
plans-area-work = goals: { $goals }, measures: { $measures }
plans-area-worked-with = Worked with
plans-area-question = Does { $unit } work with the focus area "{ $area }"?
plans-area-choose = Take a stand on a focus area
plans-areas-title = Focus areas from above
plans-areas-lead = The service chooses for itself what it works with within the areas. What is left out shall have a ground.
plans-areas-open = { $n ->
    [one] One area has neither work under it nor a ground.
   *[other] { $n } areas have neither work under them nor a ground.
 }
plans-problem-areas = Write why these areas are left out.
plans-approve-areas = { $n ->
    [one] { $unit } does not work with one of the focus areas from above, and has not said why. The plan can be approved, but the ground shall stand there.
   *[other] { $unit } does not work with { $n } of the focus areas from above, and has not said why. The plan can be approved, but the ground shall stand there.
 }
plans-approve-areas-each = Take a stand on each area
plans-approve-title = Approve { $name }
plans-field-areas-reason = Ground
plans-field-areas-reason-help = The ground holds for all areas in the list.
plans-goal-tie = Tie own measures to the goal
plans-goal-tie-which = Measures that serve the goal
plans-goal-part = Stands under
plans-goal-overall = An overall goal
plans-goal-rank = What sort of goal is it?
plans-goal-rank-help = An overall goal is not measured by itself; other goals support it.
plans-goal-single = A goal that is measured
plans-tag-inferred = (our reading)
plans-goal-areas = The plan does not say which of its measures are to work on this goal. The measures of the plan are gathered like this:
plans-goal-areas-link = See the measures of the plan
plans-goal-tie-help = Measures that you answer for and that are not over. Other people's measures stay as they are.
plans-goal-tie-none = No measures of your own
plans-goal-tie-none-help = Make a measure first; then it can be tied to the goal here.
plans-goal-tied = The measures are tied to the goal
plans-action-tied = Measure tied to the goal
plans-action-untied = Measure untied from the goal
plans-gap-measures = { $n } of { $of } have no measure for the goal.
plans-rollup-title = How it goes further down
plans-rollup = Of { $of } units { $sub } have a sub-goal of their own, { $chosen } work with the goal without a sub-goal, { $out } have left it out with a reason, and { $nothing } have not taken a stand.
plans-rollup-sub-goals = { $n ->
    [one] One sub-goal:
   *[other] { $n } sub-goals:
 }
plans-rollup-help = Sub-goals are counted by where they stand. They measure different things, so there is no mean, and units are not ranked.

plans-aims-title = The measures beside the goals
plans-aims-no-goal = Not tied to any goal of the plan
plans-place = Put a measure into the plan
plans-place-lead = Choose a measure that exists, and the part of the plan that it belongs under.
plans-place-help = Measures of the plan's owner and the units below. A tick in front means that the plan has it already; choose it again to move it.
plans-place-part = Part of the plan
plans-place-remove = Take out of the plan
plans-action-measure-removed = Measure taken out of the plan
plans-carry = Carry over
plans-carry-otherwise = Say something else of it
plans-carry-title = Open measures of the plan before
plans-carry-lead = { $n ->
    [one] One measure is not over, and nobody has said what becomes of it. Carry it over, or say what takes it up or why it ends.
   *[other] { $n } measures are not over, and nobody has said what becomes of them. Take them one by one: carried over, taken up in something else, or ended for a reason.
 }
plans-carried = The measure is carried over
plans-work-carry = Say what becomes of open measures
plans-place-here = Measures in the plan

plans-cycle-title = The cycle of { $unit }
plans-cycle-lead = Goals, measures, findings and steps of the yearly wheel, each under the phase that it is in. The phase follows from how things stand.
plans-cycle-empty = Nothing here now
plans-cycle-findings = Findings
plans-cycle-steps = Steps of the yearly wheel
plans-cycle-wheel = To the yearly wheel

plans-matrix-title = Instruments against focus areas
plans-matrix-lead = How many measures are tagged with both the instrument and the area. The number opens the list; empty cells are where there are no measures.
plans-matrix-level = Level
plans-matrix-none = No matrix to show
plans-matrix-none-help = The matrix needs a plan with both instruments and focus areas.
plans-matrix-empty = { $n } of { $of } cells are empty.
plans-matrix-no = none
plans-tab-matrix = Matrix

plans-kind-template = Plan template
plans-field-template = Make the plan from a template
plans-field-template-help = The chapters of the template come along. Those that must be written, must be written before the plan can be adopted.
plans-guide-title = What the template says of the chapter
plans-missing-chapters = Empty chapters:

plans-tags-title = Tag with the framework
plans-tags-edit = Change the tags
plans-tags-empty = Not tagged with anything from the framework.
plans-tags-none = There is no framework to tag with yet.
plans-tags-saved = The tags are saved.
plans-tags-conflict = Someone else changed the tags while you looked at them
plans-tags-theirs = It is now tagged with: { $tags }. Your choices stand in the form; save again if they are to hold.
plans-status-unfollowed = { $n ->
    [one] One measure was not followed here on that day; it stands as it came in.
   *[other] { $n } measures were not followed here on that day; they stand as they came in.
}
