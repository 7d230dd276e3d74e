//! Charts that accumulate: for small but lasting changes, period by period or case by case.

mod cases;
mod levels;
mod picture;
mod words;

use serde_json::Value;
use varde_chart::{Layout, spc_chart};
use varde_document::Table;
use varde_spc::Way;
use varde_web::Say;

use super::super::table::Scale;
use super::super::{Failure, picture_and_report};
use super::args::{Args, Sum};

/// One point of the chart.
#[derive(Default)]
struct Mark {
    /// Its name.
    label: String,
    /// Its name on the axis, and what it shares with its neighbours there.
    tick: (String, String),
    /// The upper sum, the weighted mean, or the display itself; none where the value is missing.
    value: Option<f64>,
    /// The lower sum.
    under: Option<f64>,
    /// The value before it was weighted with those before.
    raw: Option<f64>,
    /// The limits, or the thresholds of both sums.
    limits: Option<(f64, f64)>,
    /// Whether there is a signal upwards: above the limit, or the upper sum at its threshold.
    up: bool,
    /// Whether there is one downwards.
    down: bool,
    /// Why it is left out, if it is.
    excluded: Option<String>,
}

impl Mark {
    const fn signals(&self, way: Way) -> bool {
        match way {
            Way::Up => self.up,
            Way::Down => self.down,
        }
    }

    /// Whether the sum of this way is under way.
    fn grows(&self, way: Way) -> bool {
        let sum = match way {
            Way::Up => self.value,
            Way::Down => self.under,
        };
        sum.is_some_and(|sum| sum != 0.0)
    }
}

/// A signal: the points in a row that give it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Reach {
    way: Way,
    first: usize,
    last: usize,
    /// Where the change likely began.
    since: usize,
}

/// What cases came to, held against their risks.
struct Tally {
    n: usize,
    observed: usize,
    expected: f64,
}

/// A chart, worked out and ready to be told.
struct Worked {
    marks: Vec<Mark>,
    /// The line that values are held against, and its name; empty for sums, which begin at zero.
    centre: Option<(f64, String)>,
    /// The signals, by time.
    reaches: Vec<Reach>,
    /// What cases came to, where each has a risk.
    tally: Option<Tally>,
    /// How numbers are written.
    scale: Scale,
    /// The question, unless another was asked.
    question: String,
    /// What the value axis shows.
    y_label: String,
    /// What stands along the chart, as the heading of the points.
    along: String,
    /// What was set, and to what, a sentence each.
    settings: Vec<String>,
    /// What one should know about the data.
    about: Vec<String>,
    /// All numbers as the batch interface gives them, and what the file adds.
    json: Value,
}

/// What report and picture are made of.
struct Told<'a> {
    args: &'a Args,
    say: &'a Say,
    sum: Sum,
    worked: &'a Worked,
    title: &'a str,
}

/// Works out the chart and writes it as it is asked for.
pub fn run(args: &Args, say: &Say, table: &Table, sum: Sum, y: &str) -> Result<(), Failure> {
    let worked = match sum {
        Sum::Ewma | Sum::Cusum => levels::work(args, say, super::read(args, say, table, y)?, (sum, y))?,
        Sum::Bernoulli | Sum::RiskAdjusted | Sum::Vlad => cases::work(args, say, table, (sum, y))?,
    };
    let title = args.title.as_deref().unwrap_or(&worked.question);
    let told = Told { args, say, sum, worked: &worked, title };
    picture_and_report(
        args.svg.as_deref(),
        || picture::with(&told, Layout::Wide, spc_chart),
        || if args.json { words::json(&told) } else { words::text(&told) },
    )
}

/// What a chart remembers of what came before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Memory {
    /// Nothing that tells when a change began: it has when it shows.
    Faint,
    /// A sum that begins anew when it has signalled.
    UntilSignal,
    /// A sum that goes on until it is zero.
    UntilZero,
}

/// The signals of both ways, by time. A sum began to grow where it last was zero, or began anew; as long as it has
/// not been there, it is the same signal, also when it has been within its threshold for a while.
fn reaches(marks: &[Mark], memory: Memory) -> Vec<Reach> {
    let mut found: Vec<Reach> = Vec::new();
    for way in [Way::Up, Way::Down] {
        let mut since: Option<usize> = None;
        let mut current: Option<Reach> = None;
        for (place, mark) in marks.iter().enumerate().filter(|(_, mark)| mark.value.is_some()) {
            let signals = mark.signals(way);
            let is_over = match memory {
                Memory::Faint => !signals,
                Memory::UntilSignal | Memory::UntilZero => !mark.grows(way),
            };
            if is_over {
                since = None;
                found.extend(current.take());
                continue;
            }
            let begun = *since.get_or_insert(place);
            if signals {
                let reach = current.get_or_insert(Reach { way, first: place, last: place, since: begun });
                reach.last = place;
                if memory == Memory::UntilSignal {
                    since = None;
                    found.extend(current.take());
                }
            }
        }
        found.extend(current);
    }
    found.sort_by_key(|reach| reach.first);
    found
}

#[cfg(test)]
mod tests {
    use super::{Mark, Memory, Reach, Way, reaches};

    fn mark(value: f64, up: bool) -> Mark {
        Mark { value: Some(value), under: Some(0.0), up, ..Mark::default() }
    }

    #[test]
    fn a_change_began_where_the_sum_last_was_zero_or_began_anew() {
        let marks = [
            mark(1.0, false),
            mark(0.0, false),
            mark(2.0, false),
            Mark::default(),
            mark(4.0, false),
            mark(6.0, true),
            mark(7.0, true),
            mark(3.0, false),
            mark(5.5, true),
            mark(0.0, false),
        ];
        let found = |memory| -> Vec<(usize, usize, usize)> {
            let all = reaches(&marks, memory);
            assert!(all.iter().all(|reach| reach.way == Way::Up));
            all.iter().map(|reach| (reach.first, reach.last, reach.since)).collect()
        };
        assert_eq!(found(Memory::UntilZero), [(5, 8, 2)]);
        assert_eq!(found(Memory::UntilSignal), [(5, 5, 2), (6, 6, 6), (8, 8, 7)]);
        assert_eq!(found(Memory::Faint), [(5, 6, 5), (8, 8, 8)]);
        assert_eq!(reaches(&[], Memory::UntilZero), Vec::<Reach>::new());
    }
}
