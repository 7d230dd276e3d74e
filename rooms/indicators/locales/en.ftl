# The words of the room of indicators.

indicators-by-content = Varde, from the documents
indicators-by-someone = A colleague
indicators-by-varde = Varde
indicators-chart-axis = The axis begins at { $from }
indicators-chart-empty = No values have been reported yet.
indicators-chart-first = First value: { $value } ({ $period }).
indicators-chart-interval = 95% confidence interval: { $low } to { $high }.
indicators-chart-latest = Latest value: { $value } ({ $period }).
indicators-chart-question = How has it gone over time?
indicators-chart-table = Show the numbers as a table
indicators-conflict-definition = What you wrote is still in the form but has not been saved. Open the indicator in a new window to see what changed, and reload this page before you save.
indicators-conflict-theirs = Saved now
indicators-conflict-title = { $who } changed this { $when }
indicators-conflict-value = The period already has a value that you have not seen. Compare the two. To replace it, write why and save again.
indicators-conflict-yours = What you wrote
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
indicators-entry-for = Report for { $unit }
indicators-entry-former = The value now is { $value }, saved { $when }. It stays in the history.
indicators-entry-note = Note
indicators-entry-note-help = What the reader should know. If the value is missing, write why. Write nothing about single patients.
indicators-entry-page = { $indicator }, { $unit }
indicators-entry-period-help = For example 2026-10 (month), 2026-T2 (four months), 2026-Q3 (quarter) or 2026 (year).
indicators-entry-provisional = Provisional value
indicators-entry-provisional-help = Tick if the number may still change.
indicators-entry-reason = Why is the value changed?
indicators-entry-source-help = Where the number comes from, for example own count.
indicators-entry-title = Report a value
indicators-entry-value-help = Only when numerator and denominator are not known. Otherwise Varde works out the value.
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
indicators-form-wrong = { $n ->
    [one] One thing must be put right
   *[other] { $n } things must be put right
}
indicators-former-by = Reported by
indicators-former-fold = { $n ->
    [one] Show the one former value
   *[other] Show { $n } former values
}
indicators-former-from = Held from
indicators-former-title = Former values
indicators-former-to = Held until
indicators-import-again = Try again with a corrected file
indicators-import-broken = The rest of the file cannot be read. Check the quotation marks.
indicators-import-changed = Changes a value
indicators-import-column = Column
indicators-import-column-missing = The column is missing.
indicators-import-column-twice = The column stands twice.
indicators-import-column-unknown = We do not know this column. Take it out or correct its name.
indicators-import-columns = indicator, unit and period are needed. The Norwegian names of the columns are read too.
indicators-import-confirm = { $n ->
    [one] Save the one value
   *[other] Save { $n } values
}
indicators-import-effect = What the row does
indicators-import-empty = There are no rows in the file.
indicators-import-file = CSV file
indicators-import-file-help = Semicolon or comma between columns, UTF-8 or Latin-1, at most 8 MB.
indicators-import-former = Value now
indicators-import-how = One row for each indicator, unit and period. The first line names the columns:
indicators-import-indicator = Indicator
indicators-import-lead = You see what the file would do before anything is saved. If one row is wrong, nothing is saved.
indicators-import-line = Line
indicators-import-look = See what the file does
indicators-import-mixed-decimals = The file mixes decimal comma and decimal point. Use one of them throughout, without thousands separators.
indicators-import-more = { $n ->
    [one] One more row is not shown here.
   *[other] { $n } more rows are not shown here.
}
indicators-import-new = New value
indicators-import-no-file = Choose a file with something in it.
indicators-import-no-indicator = No indicator has the code “{ $code }”.
indicators-import-no-unit = No unit has the code “{ $code }”.
indicators-import-not-yours = Your roles do not let you report for this unit.
indicators-import-nothing = Everything in the file is saved already. There is nothing to do.
indicators-import-problems = Lines that must be put right
indicators-import-refused = { $n ->
    [one] The file has one fault
   *[other] The file has { $n } faults
}
indicators-import-refused-help = Nothing has been saved. Correct the lines below and send the file again.
indicators-import-rows = Row by row
indicators-import-title = Take values from a file
indicators-import-too-large = The file is over 8 MB. Split it, or let whoever runs Varde take it from the command line.
indicators-import-too-many = The file has too many rows; at most { $max } at a time.
indicators-import-too-wide = The row has more columns than the { $n } of the first line. A text with a separator in it needs quotation marks.
indicators-import-twice = The same indicator, unit and period stand on line { $line } too.
indicators-import-unchanged = There already
indicators-import-what = What must be put right
indicators-import-yes-or-no = Write yes or no, 1 or 0.
indicators-level-all = All levels
indicators-level-enterprise = Enterprise
indicators-level-municipal = Municipality
indicators-level-national = National
indicators-level-regional = Region
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
indicators-list-shown = Showing { $first }–{ $last } of { $total }
indicators-list-title = Indicators
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
indicators-new-lead = The indicator begins as a proposal. Once its definition is written, it can be tried out and taken into use.
indicators-new-title = Propose an indicator
indicators-series-n = Periods
indicators-series-newest = Latest value
indicators-series-none = No units have values
indicators-series-none-help = When a unit reports a value, it stands here.
indicators-series-title = Values by unit
indicators-state-adopted = In use
indicators-state-next = Next step
indicators-state-now = The state now is
indicators-state-piloted = Being tried out
indicators-state-proposed = Proposed
indicators-state-retired = Retired
indicators-state-specified = Defined
indicators-state-title = Change state
indicators-unit-gone = A unit that no longer exists
indicators-value-about = about { $value }
indicators-value-approximate = approximate
indicators-value-fte = { $value } FTE
indicators-value-interval = 95% confidence interval
indicators-value-least = at least { $value }
indicators-value-missing = not given
indicators-value-most = at most { $value }
indicators-value-nok = NOK { $value }
indicators-value-none = No value yet
indicators-value-of = { $value } ({ $numerator } of { $denominator })
indicators-value-provisional = provisional
indicators-value-range = { $low } to { $high }
indicators-value-rank = no. { $value }
indicators-value-years = { $value } years
indicators-values-correct = Correct
indicators-values-denominator = Denominator
indicators-values-export = Download the values
indicators-values-numerator = Numerator
indicators-values-period = Period
indicators-values-source = Source
indicators-values-title = Values
indicators-values-value = Value
