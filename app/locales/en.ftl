# The program's own words.

app-demo-admin = administrator of users and units
app-demo-adviser = quality adviser in a synthetic trust
app-demo-banner = Demo: everything marked “synthetic” is made up.
app-demo-board = board member of a synthetic trust
app-demo-directorate = planner in the Directorate of Health
app-demo-municipality = director in a synthetic municipality
app-demo-nurse = nurse on a synthetic ward
app-demo-privacy = privacy officer
app-demo-trust = director of a synthetic trust
app-demo-ward = leader of a synthetic ward
app-funnel-additive = Units differ more than chance lets them (dispersion { $phi }), so the limits leave room for true differences.
app-funnel-chance = Of ordinary units, one in 20 lies outside 95% and one in 500 outside 99.8% by chance.
app-funnel-exact = Units differ no more than chance lets them (dispersion { $phi }), so the limits are exact.
app-funnel-fault-above = { $y } of { $n }: the numerator is above the denominator. Correct the numbers, or choose --measure rate if one may count several times.
app-funnel-fault-negative = { $y } is below zero. Correct it.
app-funnel-level = All together lie at { $level }.
app-funnel-limits = { $level } limits
app-funnel-no-target = There is nothing to compare: no cases, or nothing that they were counted out of.
app-funnel-outside = Outside 99.8%: { $names }.
app-funnel-summed = { $rows } rows became { $n } units by adding them up.
app-pareto-answer = { $n ->
    [one] The most common is { $first }: { $count } of { $total } ({ $share }), of { $all } in all.
   *[other] The most common is { $first }: { $count } of { $total } ({ $share }). The { $n } most common of { $all } make up { $together }.
}
app-pareto-fault-count = Write a whole number from 0.
app-pareto-needs-x = Name the column with the causes, with --x.
app-pareto-question = What is there most of?
app-pareto-rest = Other
app-pareto-rows = Number
app-pareto-together = Together
app-scan-after = After
app-scan-alerts-lead = At most { $rate } of these are expected to be false. Those least likely by chance come first.
app-scan-answer = { $n ->
    [0] No series have certainly changed. Small changes do not show among many series.
    [one] One series has changed. At most { $rate } of the alerts are expected to be false.
   *[other] { $n } series have changed. At most { $rate } of the alerts are expected to be false.
}
app-scan-answer-watch = { $n ->
    [one] One more is not sure enough for that, but may mean harm.
   *[other] { $n } more are not sure enough for that, but may mean harm.
}
app-scan-before = Before
app-scan-fault-above = { $y } of { $n }: the numerator is above the denominator. Correct the numbers, or write rate in the column kind if one may count several times.
app-scan-fault-better = Write higher, lower or neither.
app-scan-fault-betters = Earlier rows of the same indicator say otherwise of which way is better. Write the same in all.
app-scan-fault-kind = Write share, rate, count, value, time or cases.
app-scan-fault-kinds = Earlier rows of the same indicator are of another kind. Write the same in all.
app-scan-fault-negative = { $y } is a count below zero. Correct it, or write value in the column kind for measured values.
app-scan-fault-parents = The unit has another unit above it in earlier rows. Write the same in all.
app-scan-fault-time = { $y } is no time between events; it must be above zero. Write the time more exactly, or write cases in the column kind.
app-scan-fault-twice = Line { $line } says the same: the same indicator, unit and period. Take one of them away.
app-scan-little-constant = All values are the same: { $n } ({ $names }).
app-scan-little-data = No denominator: { $n } ({ $names }).
app-scan-little-events = Fewer than 12 events: { $n } ({ $names }).
app-scan-little-points = Fewer than 12 values: { $n } ({ $names }).
app-scan-question = { $n ->
    [one] Has the one series changed?
   *[other] Which of { $n } series have changed?
}
app-scan-since = Since
app-spc-answer-earlier = { $n ->
    [one] One signal earlier in the series; the newest values vary no more than chance would have it.
   *[other] { $n } signals earlier in the series; the newest values vary no more than chance would have it.
}
app-spc-chart = { $kind }, { $n } points from { $first } to { $last }.
app-spc-excluded = { $point } is left out of centre, limits and runs: { $why }.
app-spc-fault-above = { $y } of { $n }: the numerator is above the denominator. Correct the numbers, or choose --chart u if one may count several times.
app-spc-fault-negative = { $y } is a count below zero. Correct it, or choose --chart i for measured values.
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
app-spc-needs-n = A { $kind } chart needs denominators: name their column with --n.
app-spc-needs-y = Name the column with the numbers, with --y.
app-spc-no-reason = no reason given
app-spc-notice-centre = The given centre is missing for some points, so it was worked out.
app-spc-notice-limits = A phase has too few points for limits.
app-spc-notice-order = The points are names without an order in time: runs and changes of level were not looked for.
app-spc-notice-share = Shares above 1: { $n }.
app-spc-part-outside = --part { $place } ends no part: the chart has { $n } points, and the last part needs one too.
app-spc-phase-twice = Two phases begin at the same point ({ $place }).
app-spc-point = point { $n }
app-spc-points = Point
app-spc-question = How has it gone with { $what }?
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
app-spc-unfit = These say nothing for the chart that was chosen: { $flags }. Leave them out, or choose another with --chart.
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
app-sums-as-expected = As expected
app-sums-axis-bernoulli = { $what }: signs of change, added up (Bernoulli CUSUM)
app-sums-axis-cusum = { $what }: deviations from { $centre }, added up, in standard deviations (CUSUM)
app-sums-axis-ewma = { $what }, weighted mean (EWMA)
app-sums-axis-ra = { $what }: signs of change, adjusted for risk, added up (CUSUM)
app-sums-axis-vlad = { $what }: expected less actual, added up (VLAD)
app-sums-back = The sum is within the threshold again now.
app-sums-case = case { $n }
app-sums-cases = Case
app-sums-down = Downwards
app-sums-expected = Expected
app-sums-fault-event = Write 1 or 0, or yes or no.
app-sums-fault-risk = The risk must lie between 0 and 1, such as 0.12.
app-sums-fewer = Fewer than expected, probably since { $since }.
app-sums-given = given
app-sums-kind-bernoulli = Bernoulli CUSUM (case by case)
app-sums-kind-cusum = CUSUM (deviations added up)
app-sums-kind-ewma = EWMA (weighted moving average)
app-sums-kind-ra = Risk-adjusted CUSUM (case by case)
app-sums-kind-vlad = VLAD (expected less actual, added up)
app-sums-mark-down = lower sum past the threshold
app-sums-mark-fewer = fewer than expected
app-sums-mark-more = more than expected
app-sums-mark-up = upper sum past the threshold
app-sums-mind-own = Mind: the series is held against its own mean, which has the change in it. Give the level you expect with --cl, or how long all was well with --freeze.
app-sums-mind-own-share = Mind: the cases are held against their own mean, which has the change in it. Give the share you expect with --p0, or how long all was well with --freeze.
app-sums-more = More than expected, probably since { $since }.
app-sums-needs-risk = Name the column with the risks, with --risk.
app-sums-no-share = The share to hold the cases against is 0 or 100%. Give the share you expect with --p0.
app-sums-no-spread = The values do not vary, so nothing can be told in standard deviations. Give a standard deviation with --sd.
app-sums-no-threshold = No threshold gives so long between false signals with these risks. Give the threshold with --h.
app-sums-not-reached = No certain change: the sums have not reached the threshold.
app-sums-of-all = from all values
app-sums-of-all-cases = the mean of all cases
app-sums-of-first = from the first { $n }
app-sums-of-first-cases = the mean of the first { $n }
app-sums-question = Are there more or fewer than expected of { $what }?
app-sums-question-risk = Are there more or fewer of { $what } than the risks let one expect?
app-sums-raw = Single value
app-sums-reached = { $n ->
    [one] The threshold was reached once, at { $point }.
   *[other] The threshold was reached { $n } times, last at { $point }.
}
app-sums-reaches = Past the threshold
app-sums-set-arl = If nothing changes, the upper sum gives a false signal once in { $n } cases on average.
app-sums-set-bernoulli = The expected share is { $p0 } ({ $from }). The sums look for odds that are { $ratio } times higher or lower; the threshold is { $h }, and after a signal the sum begins anew.
app-sums-set-cusum = The sums look for a shift of { $shift } standard deviations (k = { $k }); the threshold is { $h } standard deviations (h).
app-sums-set-ewma = The newest value weighs { $lambda }, and the limits lie { $k } standard deviations out.
app-sums-set-level = Values are held against { $centre } ({ $from }); the standard deviation is { $sd } ({ $spread }).
app-sums-set-ra = Each case is held against its own risk ({ $column }). The sums look for odds that are { $ratio } times higher or lower; the threshold is { $h }.
app-sums-set-vlad = The VLAD has no limits of its own: the signals come from the risk-adjusted CUSUM of the same cases.
app-sums-signals = Signal of the risk-adjusted CUSUM
app-sums-span = { $first } to { $last }
app-sums-tally = { $observed } of { $n } cases, against { $expected } expected from their risks.
app-sums-threshold = Threshold
app-sums-thresholds = Thresholds
app-sums-up = Upwards
app-table-fault-empty = The cell is empty. Fill it in, or take the row away.
app-table-fault-no-point = The row does not say when. Fill in the cell, or take the row away.
app-table-fault-nothing = The denominator is 0, yet { $y } are counted. Correct the denominator, or leave both cells empty if the numbers are missing.
app-table-fault-number = “{ $text }” is no number as the other rows have. Correct the cell, or take the row away.
app-table-fault-period = “{ $text }” is no period. Write for example 2025-03, 2025-T1, 2025-W07 or 31.12.2025, and take away rows with sums.
app-table-fault-size = The denominator { $n } is below zero. Correct it.
app-table-fault-sort = “{ $text }” is another sort of period than the other rows have. Take the row away, or take short periods together (--by in varde spc).
app-table-fractions = { $n ->
    [one] One row counts in fractions (row { $lines } of the file). Persons and events are counted in whole numbers: see whether the number is written right.
   *[other] { $n } rows count in fractions (rows { $lines } of the file). Persons and events are counted in whole numbers: see whether the numbers are written right.
}
app-table-line = line { $n }
app-table-missing = { $n ->
    [one] One row lacks a value or denominator (row { $lines } of the file) and counts as missing, not as zero.
   *[other] { $n } rows lack a value or denominator (rows { $lines } of the file) and count as missing, not as zero.
}
app-table-more =  and { $n } more
app-table-no-column = there is no column “{ $name }”; the file has { $known }
app-table-no-rows = The file has headings only. It needs a row for each period.
app-table-note-end = The last line does not end as lines do; see whether the file was cut.
app-table-note-hidden-columns = Hidden columns were read: { $n }.
app-table-note-hidden-rows = Hidden rows were read: { $n }.
app-table-note-mended = Texts with broken letters were put right: { $n }.
app-table-note-merged = Merged cells: { $cells }; only the first holds the value.
app-table-note-sheets = Other sheets were not read: { $names }. Choose with --sheet.
app-table-record = record { $n }
app-table-refused = { $n ->
    [one] One row cannot be used, and nothing was worked out:
   *[other] { $n } faults in the rows, and nothing was worked out:
}
app-table-row = row { $n }
