//! Words under the time axis: periods in one row, what they share in the row beneath.

use crate::text::width;

/// One period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Period<'a> {
    pub x: f64,
    /// The period within its group: "jan".
    pub tick: &'a str,
    /// What it shares with its neighbours: "2025"; may be empty.
    pub group: &'a str,
}

/// Words with the middle they are written around.
pub(crate) type Placed = Vec<(f64, String)>;

/// What is written: the upper and the lower row.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub ticks: Placed,
    pub groups: Placed,
}

/// Distance kept between two words, in relation to their size.
const AIR: f64 = 0.55;

/// Chooses which words are written between `from` and `to`, so that none meet.
///
/// Periods are thinned out by a step that divides the group, so that the same months show in
/// every year; when not even two in a group fit, the groups stand alone in the upper row.
pub(crate) fn rows(periods: &[Period], size: f64, from: f64, to: f64) -> Rows {
    let starts = group_starts(periods);
    let grouped = periods.iter().any(|period| !period.group.is_empty());
    let length = group_length(&starts, periods.len());
    let places = places(&starts, periods.len(), length);
    for step in steps(if grouped { length } else { periods.len() }, grouped) {
        let chosen: Vec<(f64, &str)> = periods
            .iter()
            .zip(&places)
            .filter(|(period, place)| place.is_multiple_of(step) && !period.tick.is_empty())
            .map(|(period, _)| (period.x, period.tick))
            .collect();
        let laid = inside(&chosen, size, from, to);
        if free(&laid, size) {
            let groups = if grouped { thin(&firsts(periods, &starts, length), size, from, to) } else { Vec::new() };
            return Rows { ticks: plain(laid), groups: plain(groups) };
        }
    }
    let alone = if grouped {
        thin(&firsts(periods, &starts, length), size, from, to)
    } else {
        let all: Vec<(f64, &str)> = periods.iter().map(|period| (period.x, period.tick)).collect();
        thin(&all, size, from, to)
    };
    Rows { ticks: plain(alone), groups: Vec::new() }
}

/// Where each group begins.
fn group_starts(periods: &[Period]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut last: Option<&str> = None;
    for (i, period) in periods.iter().enumerate() {
        if last != Some(period.group) {
            starts.push(i);
            last = Some(period.group);
        }
    }
    starts
}

/// How many periods a group has: the longest found, since the first and the last may be cut.
fn group_length(starts: &[usize], n: usize) -> usize {
    let ends = starts.iter().skip(1).copied().chain([n]);
    starts.iter().zip(ends).map(|(start, end)| end - start).max().unwrap_or(1).max(1)
}

/// The place of each period in its group. The first group may begin in the middle of a year, so
/// it is counted back from its end.
fn places(starts: &[usize], n: usize, length: usize) -> Vec<usize> {
    let second = starts.get(1).copied().unwrap_or(0);
    let mut start = 0;
    (0..n)
        .map(|i| {
            if starts.binary_search(&i).is_ok() {
                start = i;
            }
            if i < second { (length + i).saturating_sub(second) } else { i - start }
        })
        .collect()
}

/// Steps to try: the divisors of the group but the group itself, or round ones when there are no groups.
/// Long groups, such as the weeks of a year, need not be divided evenly.
fn steps(length: usize, grouped: bool) -> Vec<usize> {
    if grouped {
        return (1..=(length / 2).max(1)).filter(|step| length > 31 || length.is_multiple_of(*step)).collect();
    }
    let scales = (0..6).map(|power| 10_usize.pow(power));
    scales.flat_map(|scale| [1, 2, 5].map(|lead| lead * scale)).take_while(|step| *step <= length.max(1)).collect()
}

/// The first period of each group with its words. A first group that is cut short gives way to
/// the next one.
fn firsts<'a>(periods: &[Period<'a>], starts: &[usize], length: usize) -> Vec<(f64, &'a str)> {
    let cut = match (starts.first(), starts.get(1)) {
        (Some(first), Some(second)) => second - first < length.div_ceil(2) && starts.len() > 2,
        _ => false,
    };
    let found = starts.iter().skip(usize::from(cut)).filter_map(|i| periods.get(*i));
    found.map(|period| (period.x, period.group)).filter(|(_, words)| !words.is_empty()).collect()
}

/// Left end, right end and words.
type Span = (f64, f64, String);

/// Words around their places, moved in at the rim rather than cut off; words that would fill half
/// the picture are left out.
fn inside(chosen: &[(f64, &str)], size: f64, from: f64, to: f64) -> Vec<Span> {
    let mut found = Vec::with_capacity(chosen.len());
    for (x, words) in chosen {
        let wide = width(words, size, false);
        if wide <= (to - from) / 2.0 && x.is_finite() {
            let left = (x - wide / 2.0).min(to - wide).max(from);
            found.push((left, left + wide, (*words).to_owned()));
        }
    }
    found
}

fn free(laid: &[Span], size: f64) -> bool {
    laid.iter().zip(laid.iter().skip(1)).all(|(a, b)| a.1 + size * AIR <= b.0)
}

/// Every, every second, every fifth … until none meet.
fn thin(all: &[(f64, &str)], size: f64, from: f64, to: f64) -> Vec<Span> {
    let mut scale = 1_usize;
    while scale <= all.len().max(1) {
        for step in [1, 2, 5] {
            let step = step * scale;
            let chosen: Vec<(f64, &str)> = all.iter().copied().step_by(step).collect();
            let laid = inside(&chosen, size, from, to);
            if free(&laid, size) {
                return laid;
            }
        }
        scale *= 10;
    }
    Vec::new()
}

fn plain(laid: Vec<Span>) -> Placed {
    laid.into_iter().map(|(left, right, words)| (f64::midpoint(left, right), words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::count;

    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];

    /// `n` months from the month `first` of 2020, over 600 units.
    fn months(first: usize, n: usize) -> Rows {
        let years: Vec<String> = (0..n).map(|i| (2020 + (first + i) / 12).to_string()).collect();
        let step = 600.0 / count(n);
        let period = |(i, year): (usize, &String)| (count(i) * step, MONTHS[(first + i) % 12], year.clone());
        let made: Vec<(f64, &str, String)> = years.iter().enumerate().map(period).collect();
        let periods: Vec<Period> = made.iter().map(|(x, tick, group)| Period { x: *x, tick, group }).collect();
        rows(&periods, 14.0, -20.0, 620.0)
    }

    fn words(placed: &Placed) -> Vec<&str> {
        placed.iter().map(|(_, words)| words.as_str()).collect()
    }

    #[test]
    fn the_same_months_show_in_every_year() {
        assert_eq!(words(&months(0, 12).ticks), MONTHS);
        let two = months(0, 24);
        assert_eq!(words(&two.ticks).len(), 12);
        assert_eq!(words(&two.groups), ["2020", "2021"]);
        assert_eq!(words(&months(8, 48).ticks)[..4], ["okt", "jan", "apr", "jul"]);
    }

    #[test]
    fn years_stand_alone_when_months_do_not_fit() {
        let long = months(0, 240);
        assert!(long.groups.is_empty());
        assert_eq!(words(&long.ticks)[..3], ["2020", "2022", "2024"]);
    }

    #[test]
    fn a_first_year_cut_short_gives_way() {
        assert_eq!(words(&months(11, 26).groups), ["2021", "2022", "2023"]);
        assert_eq!(words(&months(3, 3).groups), ["2020"]);
    }

    #[test]
    fn periods_without_groups_are_thinned_evenly() {
        let names: Vec<String> = (0..40).map(|i| format!("uke {i}")).collect();
        let periods: Vec<Period> =
            names.iter().enumerate().map(|(i, tick)| Period { x: count(i) * 15.0, tick, group: "" }).collect();
        let found = rows(&periods, 14.0, -20.0, 620.0);
        assert!(found.ticks.len() > 6 && found.groups.is_empty());
        assert!(rows(&[], 14.0, 0.0, 1.0).ticks.is_empty());
    }
}
