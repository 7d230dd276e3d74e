# The words of the room of indicators.

indicators-advice-constant = All values are the same.
indicators-advice-few-events = On average only { $expected } events a point, so limits come from the exact distribution.
indicators-advice-few-points = Only { $n } values are too few for limits yet, so the chart shows the median.
indicators-advice-is = The data fit best in this one: { $chart }.
indicators-advice-overdispersed = The values vary { $times } times as much as chance alone gives, so the limits are wider.
indicators-advice-rare = On average { $expected } events a point is too little to see changes in. Join { $join } periods, or follow the time between events.
indicators-advice-sizes = The largest denominator is { $ratio } times the smallest, so the limits follow it.
indicators-advice-title = Why this chart
indicators-affirm-all = Vouch for all { $n } values
indicators-affirm-by = { $who } vouches for the value, { $day }
indicators-affirm-done = You have vouched for the values
indicators-affirm-help = You then say, on behalf of the unit, that the values are checked and right. A value that is corrected later has to be vouched for anew.
indicators-affirm-one = Vouch for the value of { $period }
indicators-affirm-title = Vouch for values
indicators-agreement-apart = The { $n } sources do not point the same way: something has become better, and something worse. Look at what each of them counts before you trust one more.
indicators-agreement-better = The sources point the same way: those that can say anything show a change for the better.
indicators-agreement-partly-better = Something has changed for the better; the other sources show no certain change. They do not contradict each other.
indicators-agreement-partly-worse = Something has changed for the worse; the other sources show no certain change. They do not contradict each other.
indicators-agreement-steady = The sources point the same way: none of them shows a certain change.
indicators-agreement-too-few = Too few of the sources have enough values to say whether they point the same way.
indicators-agreement-worse = The sources point the same way: those that can say anything show a change for the worse.
indicators-assurance-chance = The target is met now and then
indicators-assurance-fails = The target is not met
indicators-assurance-passes = The target is met each time
indicators-basis-adjusted = Standardised
indicators-basis-because-cut-off = more data: up to { $from }, then up to { $to }
indicators-basis-because-definition = a new definition: { $from }, then { $to }
indicators-basis-because-structure = other units: as they were on { $from }, then as they were on { $to }
indicators-basis-because-suppression = another rule for small numbers: { $from }, then { $to }
indicators-basis-change = { $period }: { $old } became { $new }. Why: { $why }.
indicators-basis-changes = Figures that were worked out anew
indicators-basis-cut-off = Data up to
indicators-basis-definition = Definition
indicators-basis-definition-version = { $code }, version { $version }
indicators-basis-excluded = Not counted
indicators-basis-fewer = fewer than { $n }
indicators-basis-interval = { $value } (95%: { $low } to { $high })
indicators-basis-lead = Worked out from events (stays, operations, reviews), not reported by anyone. The same always gives the same figure: the definition, the data, the units and the rule for small numbers.
indicators-basis-least = Not shown when fewer than { $n } are counted
indicators-basis-nobody = Nobody left out
indicators-basis-out-after = after the data end
indicators-basis-out-age = age missing
indicators-basis-out-died = died before
indicators-basis-out-end = end missing
indicators-basis-out-left = left before the time was over
indicators-basis-out-outcome = outcome missing
indicators-basis-out-residence = residence missing
indicators-basis-out-ripe = too early to tell
indicators-basis-structure = Units as they were on
indicators-basis-suppression = Rule for small numbers
indicators-basis-title = Why this number?
indicators-beside-apart = The figures are not added up: the same event may stand in several sources, and each counts out of something else.
indicators-beside-lead = What each source says of the unit, what its figures are out of, and what it cannot say.
indicators-beside-none = No source has values for the unit
indicators-beside-none-help = The sources stand in the register. Values are taken from files, or typed in on the indicator.
indicators-beside-silent = Sources without values for the unit
indicators-beside-tab = Sources
indicators-beside-title = The sources side by side
indicators-beside-year = Year
indicators-by-content = Varde, from the documents
indicators-by-someone = A colleague
indicators-by-varde = Varde
indicators-chart-axis = The axis begins at { $from }
indicators-chart-beyond = lies beyond the axis
indicators-chart-empty = No values have been reported yet.
indicators-chart-excluded = left out of the limits
indicators-chart-first = First value: { $value } ({ $period }).
indicators-chart-inner = Two standard deviations
indicators-chart-interval = 95% confidence interval: { $low } to { $high }.
indicators-chart-latest = Latest value: { $value } ({ $period }).
indicators-chart-limits = Limits
indicators-chart-lower = Lower limit
indicators-chart-mean = Mean
indicators-chart-measure = Measure: { $name }
indicators-chart-median = Median
indicators-chart-near = Several near a limit
indicators-chart-note = Note
indicators-chart-of = { $part } of { $whole }
indicators-chart-question = How has it gone over time?
indicators-chart-redefined = new definition
indicators-chart-run = Lasting change
indicators-chart-signal = Signal
indicators-chart-table = Show the numbers as a table
indicators-chart-target = Target
indicators-chart-upper = Upper limit
indicators-charting-accept = Begin a new phase
indicators-charting-accepted = new phase
indicators-charting-advised = What fits the data best
indicators-charting-answered = The answer is saved
indicators-charting-answered-title = Answered suggestions
indicators-charting-baseline = Lock at the first … values
indicators-charting-baseline-help = Then the limits come from those alone, and later values are held against them. May be left empty.
indicators-charting-decided = { $day }, { $who }
indicators-charting-decline = Keep the phase
indicators-charting-declined = kept
indicators-charting-done = The chart is changed
indicators-charting-event = This is an event: draw it on the chart
indicators-charting-event-help = A note about a measure is always drawn as an event.
indicators-charting-event-mark = Event
indicators-charting-evidence = The level may have changed by { $shift } (95% interval { $low } to { $high }) from { $period }.
indicators-charting-exclude-new = Leave a point out of the limits
indicators-charting-fault-baseline = Write a whole number from 3 to 500.
indicators-charting-fault-period = Choose a period that has a value.
indicators-charting-former = This is version { $version } of the chart, as it was decided then.
indicators-charting-include = Take the point in again
indicators-charting-kind-help = Choose yourself only when you know why.
indicators-charting-link = The chart: phases, notes, rules
indicators-charting-locked = Locked at the first { $n }
indicators-charting-measure = The measure
indicators-charting-newest = See the newest
indicators-charting-no-phases = The whole series is one phase.
indicators-charting-no-points = No points are left out, and no notes are written.
indicators-charting-note-gone = The note is taken back
indicators-charting-note-help = What happened then? Write nothing about patients.
indicators-charting-note-measure-help = Choose the measure if the note is about one. It then stands on the chart, and the chart on the measure’s page.
indicators-charting-note-new = Write a note on a point
indicators-charting-note-withdraw = Take the note back
indicators-charting-noted = The note is written
indicators-charting-phase-measure-help = Choose the measure if the phase follows from one. It then stands on the chart, and the chart on the measure’s page.
indicators-charting-phase-new = Begin a new phase
indicators-charting-phases = Phases
indicators-charting-points = Points and notes
indicators-charting-reason = Why?
indicators-charting-reason-help = Stays with the chart, with your name and the date.
indicators-charting-rule-set = Rule set
indicators-charting-rule-set-help = Decides what counts as a signal.
indicators-charting-rules = Rules: { $rules }.
indicators-charting-settings = Chart, rules and target
indicators-charting-stretch = With 95% probability the change began between { $earliest } and { $latest }.
indicators-charting-stretch-one = With 95% probability the change began in { $period }.
indicators-charting-suggestion = A new phase may have begun here
indicators-charting-title = The chart of { $unit }
indicators-charting-undecided = Nobody has decided on the chart yet. It is chosen by the data.
indicators-charting-unphase = Take the phase away
indicators-charting-version = Version { $n }
indicators-charting-version-head = Version
indicators-charting-versions = Versions of the chart
indicators-charting-weight-positive = Evidence: the numbers fit two levels better than one, but not by much.
indicators-charting-weight-strong = Evidence: the numbers fit two levels much better than one.
indicators-charting-weight-very-strong = Evidence: the numbers fit two levels so much better that one level is hardly possible.
indicators-charting-why-first = Ask why first. A new phase needs a cause that someone knows; otherwise it hides what should be looked into.
indicators-choice-chosen = Chosen by someone at the unit.
indicators-choice-count = The values are numbers of events.
indicators-choice-measured = The values are measured, not counted.
indicators-choice-rate = The values are events against a known exposure.
indicators-choice-share = The values are shares of a known number.
indicators-compare-counted = Counted from
indicators-compare-lead = Units stand by name, never by result. Differences that the intervals cover are not certain.
indicators-compare-title = Beside others
indicators-conflict-theirs = Saved now
indicators-conflict-title = { $who } changed this { $when }
indicators-conflict-value = The period already has a value that you have not seen. Compare the two. To replace it, write why and save again.
indicators-conflict-yours = What you wrote
indicators-connection-asked = Asked for, not received
indicators-connection-automatic = Comes by itself
indicators-connection-manual = Taken in by hand
indicators-connection-none = Not connected
indicators-coverage-help = A source counts when it has at least one value for a unit of the level. Fewer than a third of the sources make a very limited picture; the limit is ours.
indicators-coverage-limited = Very limited data
indicators-coverage-nothing = No data
indicators-coverage-some = Some data
indicators-coverage-sources = { $n } of { $of } sources
indicators-coverage-title = How much is known of each level
indicators-define-annualised = The sender reckons the values up to a whole year. We do not.
indicators-define-chosen = Propose the chosen ones
indicators-define-done = The indicators are proposed. Someone has to look at them before they are used.
indicators-define-help = A FHIR Measure or metadata from DHIS2 (JSON), or the descriptions of a quality registry (CSV).
indicators-define-known = { $n ->
    [one] One is there already and stays as it is: { $codes }.
   *[other] { $n } are there already and stay as they are: { $codes }.
}
indicators-define-lead = Take in indicators as others have defined them. They become proposals, and nothing is used by itself.
indicators-define-left-out = { $n ->
    [one] One data element is not measured in numbers and is left out: { $names }.
   *[other] { $n } data elements are not measured in numbers and are left out: { $names }.
}
indicators-define-level = The registry calls { $green } high achievement.
indicators-define-levels = The registry calls { $green } high and { $yellow } moderate achievement.
indicators-define-new = New indicators in the file
indicators-define-none = No new indicators.
indicators-define-refused-help = Nothing was proposed. Mend the lines and send the file once more.
indicators-define-take = Which ones do you want to propose?
indicators-define-title = Take in definitions
indicators-define-taken = One of the codes is taken by an indicator that you cannot see. Choose those you need, and give the one that is refused another code.
indicators-define-twice = The code “{ $code }” stands more than once in the file.
indicators-define-yes = { $n ->
    [one] Propose one indicator
   *[other] Propose { $n } indicators
}
indicators-derived-how = The figures are not reported here: they are summed from the nearest level below that has reported, numerators and denominators apart, by the organisation as it was on the last day of the period.
indicators-derived-incomplete = { $n ->
    [one] In one period at least one unit is missing: a share or rate is provisional then, and a count is not shown.
   *[other] In { $n } periods at least one unit is missing: a share or rate is provisional then, and a count is not shown.
}
indicators-derived-newest = In { $period }, { $n } of { $of } units are in the sum.
indicators-derived-not = Only those who see all the figures behind it see the sum. Signals and scans rest on what is reported, not on sums.
indicators-derived-short = summed from { $n } of { $of } units
indicators-derived-title = Summed from the units below
indicators-derived-units = { $n ->
    [one] One unit takes part
   *[other] { $n } units take part
}
indicators-dimension-accessible = Accessible and fairly shared
indicators-dimension-coordinated = Coordinated
indicators-dimension-effective = Effective
indicators-dimension-frugal = Uses resources well
indicators-dimension-involving = Involving
indicators-dimension-safe = Safe
indicators-direction-down = Lower is better
indicators-direction-none = No direction
indicators-direction-up = Higher is better
indicators-done-created = The indicator has been proposed.
indicators-done-imported = The values in the file have been saved.
indicators-done-recorded = The value has been saved.
indicators-done-saved = The indicator has been saved.
indicators-done-state = The indicator has a new state.
indicators-edit-title = Change the definition
indicators-entry-correct = Correct { $period }
indicators-entry-correct-title = Correct the value
indicators-entry-coverage = Coverage
indicators-entry-coverage-help = How much of what should be counted is included. Write per cent, such as 87, or a count, such as 43 of 50. May be empty.
indicators-entry-for = Report for { $unit }
indicators-entry-former = The value now is { $value }, saved { $when }. It stays in the history.
indicators-entry-note = Note
indicators-entry-note-help = What the reader should know. If the value is missing, write why. Write nothing about single patients.
indicators-entry-page = { $indicator }, { $unit }
indicators-entry-period-help = For example 2026-10 (month), 2026-T2 (four months), 2026-Q3 (quarter) or 2026 (year).
indicators-entry-provisional = Provisional value
indicators-entry-provisional-help = Tick if the number may still change.
indicators-entry-reason = Why is the value changed?
indicators-fault-coverage-unread = Write the coverage in per cent, such as 87, or as a count, such as 43 of 50
indicators-measure-charts = On the charts
indicators-measure-chosen = Measure
indicators-measure-from = from { $period }
indicators-measure-hidden = a measure that you cannot open
indicators-measure-none = No measure
indicators-measure-signals = Signals it answers
indicators-signal-fault-measure = Choose which measure answers the signal
indicators-signal-its-measure = Measure
indicators-signal-measure-help = Only when the answer is a measure. If it is not there yet, first make a finding of the signal and then the measure from the finding.
indicators-signal-new-measure = Make a measure that answers the finding
indicators-signal-no-measures = The unit has no measures yet. Make a finding of the signal, and then a measure from the finding.
indicators-source-reported = Reported by the unit
indicators-source-source = Source
indicators-source-uncounted = Numerator and denominator are not stated
indicators-source-value = Newest value
indicators-entry-source-help = Where the number comes from, for example own count.
indicators-entry-title = Report a value
indicators-entry-value-help = Only when numerator and denominator are not known. Otherwise Varde works out the value.
indicators-event-changed = Changed after values were corrected
indicators-event-closed = Closed
indicators-event-continued = Goes on in a new period
indicators-event-explained = The cause was told
indicators-event-false-alarm = Called a false alarm
indicators-event-finding = A finding was drawn
indicators-event-lifted = Lifted to the unit above
indicators-event-measure = A measure answers it
indicators-event-raised = Raised
indicators-event-seen = Seen
indicators-event-vanished = Gone after values were corrected
indicators-every-day = Every day
indicators-every-half = Every half-year
indicators-every-month = Every month
indicators-every-quarter = Every quarter
indicators-every-tertial = Every tertial
indicators-every-week = Every week
indicators-every-year = Every year
indicators-export-help = Small numbers are kept back in the files, so that they can be passed on.
indicators-export-own = Own units' values, with nothing kept back (CSV)
indicators-facts-code = Code
indicators-facts-companion = Read together with
indicators-facts-data = Data source
indicators-facts-definition = Definition
indicators-facts-direction = Direction
indicators-facts-direction-ours = The direction is proposed by Varde; the documents do not say which way is better.
indicators-facts-levels = Level
indicators-facts-measure = Unit of measure
indicators-facts-note = Note
indicators-facts-owner = Owner of the data
indicators-facts-per = { $measure } per { $per }
indicators-facts-state = State
indicators-facts-title = Definition sheet
indicators-facts-unit = Unit responsible
indicators-facts-unknown = Not known
indicators-facts-unwritten = Not written down in the sources
indicators-fault-code = Use small letters a–z, digits, full stop, hyphen and underscore, at most 80 characters.
indicators-fault-code-taken = The code is in use. Choose another.
indicators-fault-denominator-missing = Write the denominator too, or only the finished value.
indicators-fault-denominator-zero = The denominator cannot be zero. If there was nobody to count, leave the numbers empty and say so in the note.
indicators-fault-disagrees = The value does not agree with numerator and denominator. Correct one of them, or leave the value empty.
indicators-fault-large = The number is too large to be right. Check what was written.
indicators-fault-negative = The number cannot be below zero.
indicators-fault-nothing = Write numerator and denominator, a value, or why the value is missing.
indicators-fault-numerator-above = The numerator cannot be larger than the denominator.
indicators-fault-per = Write a number above zero, for example 1000.
indicators-fault-per-missing = A rate needs to know per how many.
indicators-fault-period = Write the period as 2026-10, 2026-T2, 2026-Q3 or 2026.
indicators-fault-period-future = The period has not begun yet.
indicators-fault-period-year = The year cannot be right. Spreadsheets sometimes turn numbers into dates in the year 1900.
indicators-fault-range = The smallest number must come first: lower end, value, upper end.
indicators-fault-counted = Write a whole number: persons or events are counted here. If it is hours, days worked, full-time equivalents or kroner, the definition of the numerator or denominator must begin with that.
indicators-fault-coverage = Coverage must lie between 0 and 100 per cent
indicators-fault-missing-value = Write either a value or why there is none, not both
indicators-fault-reason = Write why the value is changed, so that others understand it later.
indicators-fault-share = A share must lie between 0 and 100 per cent.
indicators-fault-step = The indicator cannot go straight to this state.
indicators-fault-undefined = Write the definition first, with numerator and denominator where the indicator has them.
indicators-fault-whole = Write a whole number.
indicators-figures-count = { $n ->
    [one] One number
   *[other] { $n } numbers
}
indicators-figures-filter = Search the numbers
indicators-figures-lead = Numbers that the documents print about things no indicator defines. They stand as printed, with document and place.
indicators-figures-link = Numbers in the documents
indicators-figures-metric = What the number is about
indicators-figures-none = No numbers fit
indicators-figures-none-help = Try fewer or other words.
indicators-figures-title = Numbers in the documents
indicators-figures-unit = About
indicators-figures-words = Words in number, scope or source
indicators-filter-any = All
indicators-filter-go = Show
indicators-filter-label = Narrow the list
indicators-filter-reset = Reset
indicators-filter-values = Values
indicators-filter-with = With values
indicators-filter-without = Without values
indicators-filter-words = Search by name or code
indicators-follow-below = The units below as well
indicators-follow-fault-many = You follow as much as one can. Stop following something else first.
indicators-follow-go = Follow
indicators-follow-help = You hear of new signals and new values on the start page and in "My work", as far as you may see them. Nobody else sees what you follow.
indicators-follow-mail = By e-mail as well
indicators-follow-mail-help = One letter a day at most, and only when something is new. The letter names what you follow, but no values.
indicators-follow-no-mail = This installation does not send e-mail yet. Your wish is kept until it does.
indicators-follow-title = Follow the indicator
indicators-following-begun = You follow the indicator.
indicators-following-change = Change
indicators-following-lead = The indicators you asked to hear of, and what is new since you last said that you had seen it.
indicators-following-none = You follow no indicators
indicators-following-none-help = Open an indicator and choose "Follow the indicator", for your own unit or for the whole country.
indicators-following-seen = Seen
indicators-following-seen-all = All of it is seen
indicators-following-seen-done = What was new is marked as seen.
indicators-following-stop = Stop following
indicators-following-stopped = You follow the indicator no longer.
indicators-following-title = What I follow
indicators-following-values = Show the values
indicators-form-cancel = Cancel
indicators-form-code-help = Used in files, and never changes. For example falls.ward.
indicators-form-companion-help = The code of an indicator that this should be read with. May be empty.
indicators-form-data-help = The registry or system that the numbers come from. May be empty.
indicators-form-discard = Discard the draft
indicators-form-draft = We found what you had begun to write.
indicators-form-owner-help = Who owns the data source. May be empty.
indicators-form-per = Per how many
indicators-form-per-help = Only for rates, for example 1000 bed days.
indicators-form-reason = Why?
indicators-form-reason-help = Stays in the history.
indicators-form-save = Save
indicators-form-source-help = Document and place, or decision. May be empty.
indicators-former-by = Reported by
indicators-former-fold = { $n ->
    [one] Show the one former value
   *[other] Show { $n } former values
}
indicators-former-from = Held from
indicators-former-title = Former values
indicators-former-to = Held until
indicators-funnel-above = above the limit
indicators-funnel-answer = { $n ->
    [0] None of { $total } units lie outside the outer limits (99.8%).
    [one] One of { $total } units lies outside the outer limits (99.8%).
   *[other] { $n } of { $total } units lie outside the outer limits (99.8%).
}
indicators-funnel-below = below the limit
indicators-funnel-centre = All together
indicators-funnel-deciles = Without the tenth at either end the ratio is { $ratio }.
indicators-funnel-inner = outside 95%
indicators-funnel-kept-back = { $n ->
    [one] One unit is left out: its number is
   *[other] { $n } units are left out: their numbers are
} kept back, since they are small or would give a small one away.
indicators-funnel-kind = Which kind of units
indicators-funnel-link = All units in a funnel
indicators-funnel-mark = Outside
indicators-funnel-no-counts = The values came without what they were counted from, so it cannot be said what chance allows.
indicators-funnel-no-ranking = The place within the limits says nothing about who is best.
indicators-funnel-none = Too few units to compare
indicators-funnel-none-help = At least three units of the same kind with figures for the same period are needed.
indicators-funnel-outer = outside 99.8%
indicators-funnel-overdispersed = Units differ more than chance alone, so the limits leave room for true differences.
indicators-funnel-published = The line is the published figure for { $unit }: { $value }.
indicators-funnel-question = Do any units differ more than chance allows?
indicators-funnel-ratio = The highest is { $ratio } times the lowest.
indicators-funnel-spread = { $n } units: lowest { $low }, in the middle { $median }, highest { $high }.
indicators-funnel-title = All units in a funnel
indicators-funnel-unjudged = Some of the numbers are kept back, mostly the small ones. So neither a common level nor limits are drawn, and who stands out cannot be judged from what is shown.
indicators-hang-indicators = { $n ->
    [one] One indicator that the unit owns
   *[other] { $n } indicators that the unit owns
}
indicators-hang-series = { $n ->
    [one] One series of values
   *[other] { $n } series of values
}
indicators-hang-signals = { $n ->
    [one] One unanswered signal
   *[other] { $n } unanswered signals
}
indicators-hits-lead = Of signals that someone has answered. Without answers nothing can be said.
indicators-hits-none = Nobody has answered yet
indicators-hits-real = Had a cause
indicators-hits-rule = Rule
indicators-hits-share = { $n } of { $total }
indicators-hits-title = How often the rules were right
indicators-hits-waiting = Waiting for an answer
indicators-home-all = { $n ->
    [one] See the signal
   *[other] See all { $n }
}
indicators-home-title = Signals that wait
indicators-import-again = Try again with a corrected file
indicators-import-damaged = The file is damaged. Open it in the program it came from, and save it again.
indicators-import-broken = The rest of the file cannot be read. Check the quotation marks.
indicators-import-change = Change what is remembered about the sender
indicators-import-change-help = Otherwise what was chosen last holds, and the choices below are not used.
indicators-import-changed = Changes a value
indicators-import-check-fails = The sender’s own check does not hold: “{ $name }” for { $unit } in { $period } ({ $left } against { $right }).
indicators-import-check-unreadable = The check “{ $name }” cannot be read at “{ $at }”, and has not been run.
indicators-import-codes = The sender’s codes
indicators-import-codes-help = A line each: indicator, unit or stratum;theirs;ours;part (value, numerator, denominator or coverage).
indicators-import-column = Column
indicators-import-column-missing = The column is missing.
indicators-import-column-twice = The column stands twice.
indicators-import-column-unknown = We do not know this column. Take it out or correct its name.
indicators-import-columns = indicator, unit and period are needed. The Norwegian names of the columns are read too.
indicators-import-columns-are = The sender’s columns
indicators-import-columns-help = A line each: our name;the name in the file. For example unit;Hospital
indicators-import-comma = Comma
indicators-import-computed = Indicators worked out from the sender’s values and used here: { $n } of { $total }.
indicators-import-confirm = { $n ->
    [one] Save the one value
   *[other] Save { $n } values
}
indicators-import-cut = The file ends in the middle. Fetch it again.
indicators-import-dates-are = A date in the period’s column stands for
indicators-import-decimal = Decimal mark
indicators-import-deleted = The row would delete a value. Correct the value by hand, with a reason.
indicators-import-dimensions = The file’s dimensions and values do not fit together.
indicators-import-earlier = The same file from { $sender } was taken { $time } (“{ $name }”).
indicators-import-effect = What the row does
indicators-import-empty = There are no rows in the file.
indicators-import-encoding = The letters are written in an unknown way. Save the file as UTF-8.
indicators-import-endless = A text in the row does not end. Look for a missing quotation mark.
indicators-import-expression = The indicator “{ $name }” cannot be worked out here (“{ $at }”).
indicators-import-file = File
indicators-import-file-help = At most 8 MB here. We find out the kind of file by ourselves when we can.
indicators-import-find-out = Find out
indicators-import-fixed = The same in every row
indicators-import-fixed-help = A line each: our name;value. For example indicator;ind.falls
indicators-import-format = Kind of file
indicators-import-format-cases = Case rows of a quality registry
indicators-import-format-coverage = Coverage of a quality registry
indicators-import-format-table = Table: CSV, Excel or Parquet
indicators-import-formats = Excel (.xlsx), Parquet, JSON-stat, DHIS2 (JSON, XML, CSV), ADX, FHIR MeasureReport, NKI and the quality registries’ files are read too.
indicators-import-former = Value now
indicators-import-formula = The formula in the cell gives an error.
indicators-import-how = One row for each indicator, unit and period. The first line names the columns:
indicators-import-indicator = Indicator
indicators-import-individual = The report is about one person or a list of persons. Only sums (type summary) are taken in.
indicators-import-lead = You see what the file would do before anything is saved. If one row is wrong, nothing is saved.
indicators-import-line = Line
indicators-import-line-unreadable = Line { $line } cannot be read.
indicators-import-look = See what the file does
indicators-import-mixed-decimals = The file mixes decimal comma and decimal point. Use one of them throughout, without thousands separators.
indicators-import-more = { $n ->
    [one] One more row is not shown here.
   *[other] { $n } more rows are not shown here.
}
indicators-import-more-choices = How the file is read
indicators-import-new = New value
indicators-import-no-file = Choose a file with something in it.
indicators-import-no-indicator = No indicator has the code “{ $code }”.
indicators-import-no-sheet = The workbook has no such sheet.
indicators-import-no-time = The file does not say which dimension is the time.
indicators-import-no-unit = No unit has the code “{ $code }”.
indicators-import-not-fhir = The file is not a valid FHIR resource.
indicators-import-not-json = The file is not valid JSON, or goes too deep.
indicators-import-not-measure = The file is a FHIR resource, but no Measure.
indicators-import-not-report = The file is a FHIR resource, but no MeasureReport.
indicators-import-not-xml = The file is not valid XML, or goes too deep.
indicators-import-not-yours = Your roles do not let you report for this unit.
indicators-import-note-cut = The last line has no line ending. Make sure that the whole file is there.
indicators-import-note-hidden-columns = The sheet has hidden columns ({ $n }). They are read like the others.
indicators-import-note-hidden-rows = The sheet has hidden rows ({ $n }). They are read like the others.
indicators-import-note-mended = { $n } texts were UTF-8 read as Latin-1, and have been put right.
indicators-import-note-merged = The sheet has merged cells ({ $places }). Only the first of them holds the value.
indicators-import-note-sheets = These sheets were not read: { $names }.
indicators-import-nothing = Everything in the file is saved already. There is nothing to do.
indicators-import-nothing-known = Nothing in the file answers to an indicator here. Write which of the sender’s codes are which of ours.
indicators-import-number-is-date = The cell holds a date where a number is due. Spreadsheets sometimes turn numbers into dates.
indicators-import-old-workbook = The workbook is of an old kind, or locked. Save it as .xlsx without a password.
indicators-import-period-is-date = The cell holds the date { $day }. Write the period as text, such as 2026-10, or choose what dates stand for.
indicators-import-point = Point
indicators-import-problems = Lines that must be put right
indicators-import-refused = { $n ->
    [one] The file has one fault
   *[other] The file has { $n } faults
}
indicators-import-refused-help = Nothing has been saved. Correct the lines below and send the file again.
indicators-import-remarks = Worth knowing about the file
indicators-import-report-failed = The sender says that the report has failed.
indicators-import-rows = Row by row
indicators-import-sender = Sender (may be empty)
indicators-import-sender-help = With a name here, we remember how the files are read, and know the same file again.
indicators-import-sheet = Sheet of the workbook
indicators-import-sort-day = the day
indicators-import-sort-half = the half-year
indicators-import-sort-month = the month
indicators-import-sort-quarter = the quarter
indicators-import-sort-tertial = the tertial
indicators-import-sort-week = the week
indicators-import-sort-year = the year
indicators-import-source = Source when the file does not say
indicators-import-title = Take values from a file
indicators-import-too-large = The file is over 8 MB. Split it, or let whoever runs Varde take it from the command line.
indicators-import-too-large-to-read = The file is too large. At most { $max } MB are read at a time.
indicators-import-too-many = The file has too many rows; at most { $max } at a time.
indicators-import-too-many-columns = The row has more than { $max } columns.
indicators-import-too-wide = The row has more columns than the { $n } of the first line. A text with a separator in it needs quotation marks.
indicators-import-twice = The same indicator, unit and period stand on line { $line } too.
indicators-import-unchanged = There already
indicators-import-unit-codes = Register that the units’ numbers are from
indicators-import-unknown = We do not recognise this kind of file. Choose what kind it is.
indicators-import-what = What must be put right
indicators-import-xml-entities = The file defines entities of its own. Such files are not read.
indicators-import-yes-or-no = Write yes or no, 1 or 0.
indicators-kin = Where
indicators-kin-above = Above
indicators-kin-below = Below
indicators-kin-beside = Beside
indicators-kin-nation = The whole country
indicators-kin-own = This unit
indicators-kind-c = C chart (counts)
indicators-kind-g = G chart (cases between events)
indicators-kind-i = I chart (single values)
indicators-kind-ip = I′ chart (single values of varying size)
indicators-kind-mr = MR chart (moving ranges)
indicators-kind-np = NP chart (numbers of a fixed number)
indicators-kind-p = P chart (shares)
indicators-kind-pp = P′ chart (shares that vary more than chance)
indicators-kind-r = R chart (ranges)
indicators-kind-run = Run chart
indicators-kind-s = S chart (standard deviations)
indicators-kind-t = T chart (time between events)
indicators-kind-u = U chart (rates)
indicators-kind-up = U′ chart (rates that vary more than chance)
indicators-kind-xbar = X̄ chart (means)
indicators-level-all = All levels
indicators-level-enterprise = Enterprise
indicators-level-municipal = Municipality
indicators-level-national = National
indicators-level-regional = Region
indicators-life-title = The indicator's life
indicators-life-version = Definition version { $n }, since { $when }
indicators-list-count = { $n ->
    [one] One indicator
   *[other] { $n } indicators
}
indicators-list-export = Download the list
indicators-list-lead = What is measured, how it is defined, and the latest values.
indicators-list-name = Name
indicators-list-national = Latest national value
indicators-list-none = No indicators fit
indicators-list-none-help = Try fewer words, or reset the filter.
indicators-list-title = Indicators
indicators-mail-bye = See what is new, and choose what to follow: { $href }
indicators-mail-hello = Something is new in indicators you follow.
indicators-mail-subject = { $n ->
    [one] News in one indicator you follow
   *[other] News in { $n } indicators you follow
}
indicators-mark-coverage = Coverage { $coverage }
indicators-mark-few = Few
indicators-mark-old = Old figure
indicators-mark-uncovered = Coverage { $coverage }, uncertain
indicators-matrix-caption = Indicators by unit
indicators-matrix-key = What the signs mean
indicators-matrix-key-help = Filled is worse, open is better, a square is neither. The signs come from the same rules as the chart.
indicators-matrix-left-out = { $n ->
    [one] One more unit has series but does not fit here. Go to the unit itself.
   *[other] { $n } more units have series but do not fit here. Go to the unit itself.
}
indicators-matrix-none = No series here yet
indicators-matrix-none-help = Find an indicator in the catalogue and report a figure, and it will stand here.
indicators-matrix-spark = { $indicator }, { $unit }: { $now }
indicators-matrix-title = Indicators of { $unit }
indicators-meaning-better = For the better
indicators-meaning-changed = Changed
indicators-meaning-worse = For the worse
indicators-measure-count = Count
indicators-measure-fte = Full-time equivalents
indicators-measure-nok = Norwegian kroner
indicators-measure-percent = Per cent
indicators-measure-rank = Rank
indicators-measure-rate = Rate
indicators-measure-ratio = Ratio
indicators-measure-score = Score
indicators-measure-years = Years
indicators-menu = Indicators
indicators-missing-not-applicable = It does not concern the unit
indicators-missing-not-complete = The figures are not complete yet
indicators-missing-not-measured = It was not measured
indicators-missing-not-reported = Nobody reported it
indicators-missing-protected = The number is kept back: it is small, or would give a small one away
indicators-missing-technical = A fault in a system
indicators-missing-too-few = Too few to say anything
indicators-multiples-answer = { $n ->
    [0] None of { $total } units shows anything now
    [one] One of { $total } units shows something now
   *[other] { $n } of { $total } units show something now
} that chance seldom gives. All are on the same scale.
indicators-multiples-kept-back = { $n ->
    [one] One unit cannot be judged from what is shown, since some of its values are kept back.
   *[other] { $n } units cannot be judged from what is shown, since some of their values are kept back.
}
indicators-multiples-link = Units as small charts side by side
indicators-multiples-none = Too few units to set side by side
indicators-multiples-none-help = At least two units with figures under the same unit are needed.
indicators-multiples-question = Where has something changed?
indicators-multiples-title = Units side by side
indicators-multiples-under = Units under
indicators-new-lead = The indicator begins as a proposal. Once its definition is written, it can be tried out and taken into use.
indicators-new-title = Propose an indicator
indicators-news-both = { $signals } and { $values }
indicators-news-more-signals = { $n ->
    [one] One more signal
   *[other] { $n } more signals
}
indicators-news-more-values = { $n ->
    [one] One more value
   *[other] { $n } more values
}
indicators-news-none = Nothing new.
indicators-news-signals = { $n ->
    [one] one new signal
   *[other] { $n } new signals
}
indicators-news-title = News in what you follow
indicators-news-values = { $n ->
    [one] one new value
   *[other] { $n } new values
}
indicators-pointing-better = A change for the better
indicators-pointing-changed = A change; nobody has said which way is better
indicators-pointing-steady = No certain change
indicators-pointing-too-little = Too few values to say anything
indicators-pointing-worse = A change for the worse
indicators-protected-note = { $n ->
    [one] One value is
   *[other] { $n } values are
} kept back from those who do not work with the unit: the numbers behind are small, or would give a small one away.
indicators-register-access = How one gets at it
indicators-register-base = What the figures are out of
indicators-register-connection = Connection
indicators-register-content = What it holds
indicators-register-delivered = Came { $when }, up to { $until }
indicators-register-edit = Change the source
indicators-register-frequency = How often
indicators-register-last = Last delivery
indicators-register-lead = Where values come from, what each source counts out of, and what it cannot say.
indicators-register-legal = Legal basis
indicators-register-limits = What it cannot say
indicators-register-never = Nothing received
indicators-register-new = Write down a source
indicators-register-no-indicators = No indicator rests on the source yet. Write the source's code in the field for data when you propose an indicator.
indicators-register-none = No sources
indicators-register-none-help = The sources that the documents name are loaded with the content; one's own can be written down.
indicators-register-quality = How good it is
indicators-register-saved = The source is saved.
indicators-register-title = Sources
indicators-register-unsaid = Nobody has said
indicators-report-by = Due { $day }
indicators-report-done = The figures are saved
indicators-report-has-value = It is not missing
indicators-report-last = Last: { $value } ({ $period })
indicators-report-lead = Fill in what is missing. What you leave empty waits until next time.
indicators-report-missing = Why is it missing?
indicators-report-more = { $n ->
    [one] One more period waits after this one.
   *[other] { $n } more periods wait after this one.
}
indicators-report-none = All is reported
indicators-report-none-help = None of the unit's indicators lack figures for periods that are over.
indicators-report-nothing = Fill in at least one figure before you save.
indicators-report-overdue = Was due { $day }
indicators-report-overtaken = Someone else has reported this period meanwhile. Look at the figure again.
indicators-report-title = Report figures
indicators-report-why = Is the figure missing, or do you want to add a note?
indicators-residence-adjusted = Made comparable in this way: { $way }.
indicators-residence-answer = { $n ->
    [0] None of { $total } areas lies further from the common level than chance can give.
    [one] One of { $total } areas lies further from the common level than chance can give.
   *[other] { $n } of { $total } areas lie further from the common level than chance can give.
}
indicators-residence-area = Residence
indicators-residence-chance = Together the differences are no larger than chance can give (systematic component of variation, SCV × 100: { $scv }; p { $p }).
indicators-residence-crude = The values are not adjusted for age and sex; different ages may explain some of the differences.
indicators-residence-differs = Further from the common level than chance can give
indicators-residence-kept-back = { $n ->
    [one] One area is kept back, since so few live or are affected there.
   *[other] { $n } areas are kept back, since so few live or are affected there, or since they would give another away.
}
indicators-residence-lead = Here each value counts those who live in the area, wherever they were treated. Equal treatment means little systematic difference between areas with equal needs.
indicators-residence-link = See areas side by side, by residence
indicators-residence-national = The whole country: { $value }.
indicators-residence-national-interval = The whole country: { $value } (95%: { $low } to { $high }).
indicators-residence-no-counts = The values came without what they were counted from, so it cannot be said how much chance can give.
indicators-residence-no-direction = Nobody has said whether high or low is better.
indicators-residence-no-ranking = Areas stand by name, not by value.
indicators-residence-no-ratio = In at least one area nobody was counted, so the highest cannot be divided by the lowest.
indicators-residence-none = Too few areas to compare
indicators-residence-none-help = At least two areas of the same kind need a value for the same period that can be shown.
indicators-residence-question = Is treatment equal wherever one lives?
indicators-residence-ratio = Of { $n } areas the highest is { $ratio } times the lowest (95%: { $low } to { $high }; the ends were chosen afterwards, so the interval is too narrow).
indicators-residence-systematic = Together the differences are larger than chance gives (systematic component of variation, SCV × 100: { $scv }; p { $p }).
indicators-residence-title = By residence
indicators-residence-uncertain = Provisional, or counted among few
indicators-residence-unjudged = Some areas are kept back, mostly those with small numbers. So their differences cannot be judged from what is shown.
indicators-rule-alternating = Up and down in turn
indicators-rule-four-of-five = Four of five on one side
indicators-rule-hugging = Many close to the centre
indicators-rule-mixture = Many far from the centre
indicators-rule-near-limit = Two of three near the limit
indicators-rule-one-side = Many in a row on one side
indicators-rule-outside = Outside the limits
indicators-rule-runs = Long run or few crossings
indicators-rule-shift = Change of level
indicators-rule-trend = Steady rise or fall
indicators-rule-two-of-three = Two of three far out
indicators-rules-anhoej = Anhøj (anhoej-1): runs, crossings and limits
indicators-rules-mdc = Making data count (mdc-1)
indicators-rules-nelson = Nelson (nelson-1)
indicators-rules-three-sigma = Three sigma (3sigma-1): limits only
indicators-rules-varde = Varde’s own: measured to give few false signals
indicators-rules-we = Western Electric (we-1)
indicators-say-above = The value for { $period } lies above the upper limit.
indicators-say-above-some = Values from { $first } to { $last } lie above the upper limit.
indicators-say-below = The value for { $period } lies below the lower limit.
indicators-say-below-some = Values from { $first } to { $last } lie below the lower limit.
indicators-say-better = This is a change for the better.
indicators-say-falling = Values have fallen steadily since { $period }.
indicators-say-few = Too few values to say whether anything has changed: { $n }, and at least { $least } are needed.
indicators-say-higher = The level has been higher than expected since { $period }.
indicators-say-kept-back = Some values are kept back, mostly the small ones. So neither level, limits nor change can be judged from what is shown here.
indicators-say-latest = The latest value is { $value } ({ $period }).
indicators-say-limits = If nothing changes, expect values between { $low } and { $high }.
indicators-say-lower = The level has been lower than expected since { $period }.
indicators-say-mean = The mean is { $value }.
indicators-say-median = The median is { $value }.
indicators-say-near-high = Several values lie unusually high since { $period }.
indicators-say-near-low = Several values lie unusually low since { $period }.
indicators-say-no-change = No certain change: the values vary no more than chance would have it.
indicators-say-pattern = Values since { $period } follow a pattern that chance seldom gives.
indicators-say-provisional = { $n ->
    [one] The latest value is provisional and does not count.
   *[other] The latest { $n } values are provisional and do not count.
}
indicators-say-rising = Values have risen steadily since { $period }.
indicators-say-short-down = The latest value is lower than the first, and their intervals do not meet.
indicators-say-short-none = No certain change: the intervals of the first and the latest value meet.
indicators-say-short-up = The latest value is higher than the first, and their intervals do not meet.
indicators-say-target = The target is { $target }.
indicators-say-target-chance = Whether the target of { $target } is met is left to chance.
indicators-say-target-fails = The target of { $target } will not be met unless something changes.
indicators-say-target-passes = The target of { $target } will be met each time unless something changes.
indicators-say-worse = This is a change for the worse.
indicators-scan-about = { $n ->
    [one] One series
   *[other] { $n } series
} in { $unit } and below it, looked at { $when }.
indicators-scan-alerts = Have changed
indicators-scan-alerts-lead = At most { $rate } of these are expected to be false. The most harmful come first.
indicators-scan-alerts-none = No series has certainly changed
indicators-scan-alerts-none-help = It does not mean that nothing has happened: small changes are not seen among many series.
indicators-scan-ask = Look at all series in { $unit } now
indicators-scan-asked = The look has been asked for. What it finds is shown here shortly.
indicators-scan-chance = Likely by chance
indicators-scan-changed = Has changed
indicators-scan-excess = Compared with the level before
indicators-scan-fewer = { $n } less
indicators-scan-lead = Which series have changed, when most have not? Varde looks at all of them every night.
indicators-scan-more = { $n } more
indicators-scan-none = No look yet
indicators-scan-none-help = The first look at all series comes by itself within a day.
indicators-scan-pooled = { $n } small series added up
indicators-scan-rare = below 0.0001
indicators-scan-short = { $n } have too little to be judged by; that is neither good nor bad.
indicators-scan-stands = Taken together this is more than chance gives, also when one looks again and again.
indicators-scan-stands-not = Taken together this is no more than chance may give when one looks again and again. Read the lists with care.
indicators-scan-title = All series
indicators-scan-watch = To watch
indicators-scan-watch-lead = Not sure enough to count within the { $rate }, but may mean harm. The most harmful come first.
indicators-scan-watch-none = Nothing to watch
indicators-scan-watch-none-help = No series but those above points to the worse.
indicators-schedule-comment = Days until signals are commented
indicators-schedule-done = The schedule is saved
indicators-schedule-due = Days until the figure is due
indicators-schedule-edit = Follow-up
indicators-schedule-fault-days = Write whole days from 0 to 1000.
indicators-schedule-lead = How often each level follows the indicator, and when figures and comments are due.
indicators-schedule-level = Level
indicators-schedule-never = Not followed
indicators-schedule-none = No level has a schedule yet.
indicators-schedule-title = Follow-up per level
indicators-series-n = Periods
indicators-series-newest = Latest value
indicators-series-none = No units have values
indicators-series-none-help = When a unit reports a value, it stands here.
indicators-series-question = Is it changing? { $indicator }
indicators-series-signals = Signals in the series
indicators-series-title = Values by unit
indicators-series-why = The chart: { $chart }. { $why }
indicators-sheet-coverage-indicator = The indicator that says how complete the data are
indicators-sheet-dimensions = Marks of good quality
indicators-sheet-exclusion = Who is left out
indicators-sheet-inclusion = Who is included
indicators-sheet-least-coverage = Least coverage
indicators-sheet-least-coverage-help = In per cent. Values with lower coverage are marked as uncertain.
indicators-sheet-least-denominator = Least denominator
indicators-sheet-least-denominator-help = Units with fewer are marked and not judged.
indicators-sheet-licence = Terms of use
indicators-sheet-more = More on the definition sheet
indicators-sheet-not-validated = Not validated
indicators-sheet-other-definition = Other definition
indicators-sheet-periods = How often
indicators-sheet-standardisation = Standardisation
indicators-sheet-use = Much or little
indicators-sheet-validated-on = Validated on
indicators-sheet-validation = Validation
indicators-sheet-validation-help = How was it shown that it measures what it should?
indicators-sheet-variant = Local variant of
indicators-sheet-variant-help = The code of the shared indicator. The variant is not compared with it.
indicators-sheet-variants = Local variants, which are not compared
indicators-signal-answer = What is it?
indicators-signal-answer-title = Answer the signal
indicators-signal-chart = Chart
indicators-signal-closed = Closed
indicators-signal-comment = Comment
indicators-signal-comment-help = What is behind it, and how do you know? Write nothing about patients.
indicators-signal-done = The answer is saved
indicators-signal-due = Comment by
indicators-signal-events = What has happened to the signal
indicators-signal-explained = The cause is known
indicators-signal-facts = The signal
indicators-signal-false-alarm = False alarm
indicators-signal-fault-comment = Write what is behind it, so that others understand it later.
indicators-signal-fault-order = The signal cannot go there from where it is.
indicators-signal-find = Draw a finding from this
indicators-signal-finding = The finding that was drawn from it
indicators-signal-measure = A measure answers it
indicators-signal-new = New
indicators-signal-now = See the series as it is now
indicators-signal-question = What happened? { $title }
indicators-signal-raised = Raised
indicators-signal-rules = Rules that fired
indicators-signal-seen = Seen
indicators-signal-versions = chart version { $chart }, definition version { $definition }
indicators-signal-what = What has happened
indicators-signals-count = { $n ->
    [one] One signal
   *[other] { $n } signals
}
indicators-signals-lead = What the charts have seen that chance seldom gives. Each signal is one cause, not one month.
indicators-signals-none = No signals
indicators-signals-none-help = Nothing in the series here differs from chance, or all has been answered.
indicators-signals-title = Signals
indicators-source-among = among { $whole }
indicators-source-beside = Read with
indicators-source-counted = Counted from
indicators-source-empty = No values for the unit.
indicators-source-interval = 95% interval
indicators-source-no-interval = Cannot be worked out
indicators-source-pointing = Points to
indicators-standard-direct = Directly, to one standard population
indicators-standard-indirect = Indirectly: observed over expected
indicators-standard-model = By a model of risk
indicators-standard-none = Not standardised
indicators-state-adopted = In use
indicators-state-next = Next step
indicators-state-now = The state now is
indicators-state-piloted = Being tried out
indicators-state-proposed = Proposed
indicators-state-retired = Retired
indicators-state-specified = Defined
indicators-state-title = Change state
indicators-tick-quarter = Q
indicators-told-affirmed = Somebody vouched for values
indicators-unit-gone = A unit that no longer exists
indicators-unit-matrix = The unit's indicators
indicators-unit-signals = { $n ->
    [0] No signals wait
    [one] One signal waits
   *[other] { $n } signals wait
}
indicators-upload-again = See how far it has come now
indicators-upload-applying = Being saved
indicators-upload-call-off = Call the file off
indicators-upload-called-off = Called off
indicators-upload-cancelled = The file is called off. Nothing of it was saved.
indicators-upload-done = Saved
indicators-upload-goes-on = The work goes on in the background, and from where it stopped if the machine is restarted. You can close the window.
indicators-upload-help = The same kinds of file as for small ones, up to 64 MB here and 256 MB for programs. Nothing is saved until the whole file is read and you have said yes.
indicators-upload-lead = Files too large to wait for. They are read and checked a portion at a time, and you see how far they have come.
indicators-upload-link = Is the file larger than 8 MB? Send it in as a large file.
indicators-upload-mine = Files you have sent in
indicators-upload-name = File
indicators-upload-none = No large files yet.
indicators-upload-out-of-order = The file has come further, or not that far yet. See on its page how far it is.
indicators-upload-part-size = A part holds at least one byte and at most 1 MB, and does not go beyond the length that was told of.
indicators-upload-progress = Progress
indicators-upload-reading = Being read
indicators-upload-ready = All is right; waits for your yes
indicators-upload-receiving = Being received
indicators-upload-refused = Something is wrong; nothing was saved
indicators-upload-send = Send the file in
indicators-upload-so-far = { $percent }%, { $rows } rows, { $problems } problems so far
indicators-upload-title = Large files
indicators-upload-twice = The same indicator, unit, part and period stands earlier in the file.
indicators-upload-when = Sent in
indicators-use-none = Neither much nor little means anything in itself
indicators-use-over = High rates may mean that too much is done.
indicators-use-under = Low rates may mean that too little is done.
indicators-value-about = about { $value }
indicators-value-absent = not given or kept back
indicators-value-approximate = approximate
indicators-value-fte = { $value } FTE
indicators-value-interval = 95% confidence interval
indicators-value-least = at least { $value }
indicators-value-missing = not given
indicators-value-most = at most { $value }
indicators-value-nok = NOK { $value }
indicators-value-none = No value yet
indicators-value-of = { $value } ({ $numerator } of { $denominator })
indicators-value-protected = kept back
indicators-value-provisional = provisional
indicators-value-range = { $low } to { $high }
indicators-value-rank = no. { $value }
indicators-value-years = { $value } years
indicators-values-correct = Correct
indicators-values-denominator = Denominator
indicators-values-export = Download the values
indicators-values-marks = About the value
indicators-values-numerator = Numerator
indicators-values-period = Period
indicators-values-source = Source
indicators-values-title = Values
indicators-values-value = Value

indicators-told-recorded = Values reported
indicators-export-other = In other formats
indicators-export-period = The format does not know the periods of these values, such as the tertial. Choose ADX, JSON-stat or a spreadsheet.
indicators-export-residence = The format cannot tell residence from place of treatment. Choose a spreadsheet or CSV.
indicators-export-workbook = The workbook could not be made.
indicators-facts-called = Codes elsewhere
indicators-import-check-operator = The sender’s check “{ $name }” compares by “{ $operator }”, which is not known.
indicators-import-too-much-work = There is too much to work out: the checks and indicators of the sender’s metadata have { $n } terms altogether over the file’s places and periods, and at most { $max } are taken in one step. Divide the file, or send metadata with only what is needed.
indicators-import-metadata = Metadata from DHIS2 (optional)
indicators-import-metadata-help = JSON with data elements, categories, indicators and checks. With the sender’s name it is remembered for the next file.
indicators-variation-common = No certain change
indicators-variation-down = Lower
indicators-variation-down-better = Lower, which is better
indicators-variation-down-worse = Lower, which is worse
indicators-variation-kept-back = Cannot be judged from what is shown
indicators-variation-pattern = An unusual pattern
indicators-variation-too-little = Too little data
indicators-variation-up = Higher
indicators-variation-up-better = Higher, which is better
indicators-variation-up-worse = Higher, which is worse
indicators-warn-autocorrelated = A value resembles the one before it (correlation { $r }), so signals come more often than they should.
indicators-warn-bound = The level is { $level }, so near the end that one of the limits cannot be passed.
indicators-warn-gaps = { $n ->
    [one] One period has
   *[other] { $n } periods have
} no value.
indicators-warn-level = The level seems to have changed on the way: one chart over all of it describes neither level.
indicators-warn-seasonal = The values follow the season, which explains { $share } of the variation, so signals may return every year.
indicators-warn-short = Only { $n } points: the limits move with every new one.
indicators-warn-skewed = The values are skew, so the limit on the long side signals more often than it should.
indicators-warn-ties = { $share } of the values lie on the median, so the rules about runs see little.
indicators-warn-title = Mind this when reading it
indicators-warn-underdispersed = The values vary less than chance gives. Are the cases independent, and were the figures counted?
indicators-work-below = Signals below you not answered in time
indicators-work-below-count = { $n ->
    [one] One signal
   *[other] { $n } signals
}
indicators-work-news = Read what is new
indicators-work-report = Report figures
indicators-work-report-count = { $n ->
    [one] One figure is missing
   *[other] { $n } figures are missing
}
indicators-work-signal = Say what is behind the signal
