# The program's own words.

app-demo-adviser = quality adviser in a synthetic trust
app-demo-admin = administrator of users and units
app-demo-banner = Demo: everything marked “synthetic” is made up.
app-demo-board = board member of a synthetic trust
app-demo-directorate = planner in the Directorate of Health
app-demo-municipality = director in a synthetic municipality
app-demo-nurse = nurse on a synthetic ward
app-demo-privacy = privacy officer
app-demo-trust = director of a synthetic trust
app-demo-ward = leader of a synthetic ward
app-spc-answer-earlier = { $n ->
    [one] One signal earlier in the series; the newest values vary no more than chance would have it.
   *[other] { $n } signals earlier in the series; the newest values vary no more than chance would have it.
}
app-spc-chart = { $kind }, { $n } points from { $first } to { $last }.
app-spc-excluded = { $point } is left out of centre, limits and runs: { $why }.
app-spc-fault-above = { $y } of { $n }: the numerator is above the denominator. Correct the numbers, or choose --chart u if one may count several times.
app-spc-fault-negative = { $y } is a count below zero. Correct it, or choose --chart i for measured values.
app-spc-fault-no-point = The row does not say when. Fill in the cell, or take the row away.
app-spc-fault-nothing = The denominator is 0, yet { $y } are counted. Correct the denominator, or leave both cells empty if the numbers are missing.
app-spc-fault-number = “{ $text }” is no number as the other rows have. Correct the cell, or take the row away.
app-spc-fault-period = “{ $text }” is no period. Write for example 2025-03, 2025-T1, 2025-W07 or 31.12.2025, and take away rows with sums.
app-spc-fault-size = The denominator { $n } is below zero. Correct it.
app-spc-fault-sort = “{ $text }” is another sort of period than the other rows have. Take the row away, or use --by to take short periods together.
app-spc-fault-time = { $y } is no time between events; it must be above zero. Write the time more exactly, such as 0.5 days, or choose --chart g.
app-spc-filled = { $n ->
    [one] No row for { $names }: the line breaks there. If there were none, write a row with 0.
   *[other] No rows for { $n } periods ({ $names }): the line breaks there. If there were none, write rows with 0.
}
app-spc-from = From { $point }: { $words }
app-spc-how-mean = by their mean
app-spc-how-median = by their median
app-spc-how-sample = as samples of their own size
app-spc-how-sd = by their standard deviation
app-spc-how-sum = by adding them up
app-spc-joined = { $rows } rows became { $points } points { $how }.
app-spc-joined-which = Several rows for: { $names }.
app-spc-level-centre = The centre line is { $centre }; there are too few points for limits.
app-spc-level-limits = The centre line is { $centre }, and the limits at the last point are { $low } and { $high }.
app-spc-level-median = The median is { $centre }.
app-spc-limits-calibrated = limits calibrated for the whole chart
app-spc-limits-exact = limits from the exact distribution
app-spc-limits-sigma = limits at three standard deviations
app-spc-line = line { $n }
app-spc-mind-bound = Mind: the level is { $level }, so near the end of the scale that one limit cannot be passed.
app-spc-mind-chained = Mind: values resemble those before them (correlation { $r }), so runs and limits signal more often by chance than measured.
app-spc-mind-even = Mind: the points vary less than chance lets them ({ $times } times). Do the cases depend on each other, or are figures estimated?
app-spc-mind-gaps = { $n ->
    [one] Mind: one value is missing.
   *[other] Mind: { $n } values are missing.
}
app-spc-mind-level = Mind: the level seems to have changed on the way. A chart over all of it then describes neither level; ask why first, then use --phase.
app-spc-mind-season = Mind: the values follow the season ({ $share } of the variation), so runs and limits signal every year.
app-spc-mind-short = Mind: only { $n } points; the limits will move with every new one.
app-spc-mind-skewed = Mind: the values are skew, so the limit on the long side signals too often.
app-spc-mind-ties = Mind: { $share } of the values are the median itself, and say nothing in runs.
app-spc-missing = { $n ->
    [one] One row lacks a value or denominator (row { $lines } of the file) and counts as missing, not as zero.
   *[other] { $n } rows lack a value or denominator (rows { $lines } of the file) and count as missing, not as zero.
}
app-spc-more =  and { $n } more
app-spc-needs-n = A { $kind } chart needs denominators: name their column with --n.
app-spc-no-column = there is no column “{ $name }”; the file has { $known }
app-spc-no-reason = no reason given
app-spc-no-rows = The file has headings only. It needs a row for each period.
app-spc-note-end = The last line does not end as lines do; see whether the file was cut.
app-spc-note-hidden-columns = Hidden columns were read: { $n }.
app-spc-note-hidden-rows = Hidden rows were read: { $n }.
app-spc-note-mended = Texts with broken letters were put right: { $n }.
app-spc-note-merged = Merged cells: { $cells }; only the first holds the value.
app-spc-note-sheets = Other sheets were not read: { $names }. Choose with --sheet.
app-spc-notice-centre = The given centre is missing for some points, so it was worked out.
app-spc-notice-limits = A phase has too few points for limits.
app-spc-notice-order = The points are names without an order in time: runs and changes of level were not looked for.
app-spc-notice-share = Shares above 1: { $n }.
app-spc-part-outside = --part { $place } ends no part: the chart has { $n } points, and the last part needs one too.
app-spc-phase-twice = Two phases begin at the same point ({ $place }).
app-spc-point = point { $n }
app-spc-points = Point
app-spc-question = How has it gone with { $what }?
app-spc-record = record { $n }
app-spc-refused = { $n ->
    [one] One row cannot be used, and nothing was drawn:
   *[other] { $n } faults in the rows, and nothing was drawn:
}
app-spc-row = row { $n }
app-spc-print-method = Method
app-spc-print-signals = Signals
app-spc-print-table = The numbers
app-spc-rules = Rule set { $rules }; { $limits }.
app-spc-runs = Longest run on one side: { $longest }. Crossings of the line: { $crossings }.
app-spc-runs-ordinary = Longest run on one side: { $longest } (at most { $most } is ordinary). Crossings of the line: { $crossings } (at least { $least } are ordinary).
app-spc-signals = { $n ->
    [one] One signal; its first point is { $first }:
   *[other] { $n } signals; the first point is { $first }:
}
app-spc-signals-none = No signals.
app-spc-unknown-point = { $flag } { $place }: the chart has no such point. It has { $n } points, from { $first } to { $last }; a point may also be named by its number.
app-spc-what-per = { $y } per { $per } { $n }
app-spc-what-ratio = { $y } per { $n }
app-spc-what-share = { $y } of { $n }
app-spc-why = Why this chart:
app-spc-why-cases = Cases between events: a g chart.
app-spc-why-constant = All values are the same.
app-spc-why-count = Events in equal periods: a c chart, unless something else is said below.
app-spc-why-few = Only { $expected } events a point on average: the limits come from the exact distribution.
app-spc-why-over = The points vary { $times } times as much as chance lets them: the limits allow for it.
app-spc-why-rare = Only { $expected } events a point on average. A g or t chart of what lies between events would show more; or take { $join } periods together.
app-spc-why-rate = Events in so much time or so many at risk: a u chart, unless something else is said below.
app-spc-why-sample = Several measurements a point: an x̄ chart.
app-spc-why-share = So many of so many: a p chart, unless something else is said below.
app-spc-why-short = Only { $n } points: a run chart, since limits would say little.
app-spc-why-sizes = Denominators differ (the largest is { $ratio } times the smallest): an i′ chart.
app-spc-why-time = Time between events: a t chart.
app-spc-why-value = Measured values, one a point: an i chart, unless something else is said below.
