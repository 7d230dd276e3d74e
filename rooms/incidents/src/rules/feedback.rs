//! The room's headline figures: how many of those who report hear what became of it, and after how long.

use jiff::civil::Date;

/// One report as far as the figures need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The day it came.
    pub received: Date,
    /// The day its reporter was answered, if they have been.
    pub answered: Option<Date>,
}

/// The figures of some reports.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Feedback {
    /// How many there are.
    pub n_reports: usize,
    /// How many of them have been answered.
    pub n_answered: usize,
    /// The median of days from report to answer among those that have been answered; none when there are none.
    pub median_days: Option<f64>,
    /// The days that the longest unanswered one has waited.
    pub longest_wait_days: Option<i32>,
}

impl Feedback {
    /// The share that has been answered, 0 to 1; none when nothing has been reported.
    #[expect(clippy::cast_precision_loss, reason = "counts of reports are far below 2^52")]
    pub fn share(&self) -> Option<f64> {
        (0 < self.n_reports).then(|| self.n_answered as f64 / self.n_reports as f64)
    }
}

/// The figures of these reports on `today`.
pub fn feedback(reports: &[Heard], today: Date) -> Feedback {
    let days = |from: Date, to: Date| to.since(from).map_or(0, |span| span.get_days());
    let mut waits: Vec<i32> =
        reports.iter().filter_map(|report| Some(days(report.received, report.answered?))).collect();
    waits.sort_unstable();
    let open = reports.iter().filter(|report| report.answered.is_none());
    Feedback {
        n_reports: reports.len(),
        n_answered: waits.len(),
        median_days: median(&waits),
        longest_wait_days: open.map(|report| days(report.received, today)).max(),
    }
}

fn median(sorted: &[i32]) -> Option<f64> {
    let middle = sorted.len() / 2;
    let upper = f64::from(*sorted.get(middle)?);
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = f64::from(*sorted.get(middle.checked_sub(1)?)?);
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_wait_count_in_the_share_and_not_in_the_median() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let heard =
            |received: &str, answered: Option<&str>| Heard { received: day(received), answered: answered.map(day) };
        let reports = [
            heard("2026-11-01", Some("2026-11-03")),
            heard("2026-11-01", Some("2026-11-11")),
            heard("2026-11-01", Some("2026-11-01")),
            heard("2026-09-23", None),
        ];
        let figures = feedback(&reports, day("2026-11-22"));
        assert_eq!((figures.n_reports, figures.n_answered, figures.median_days), (4, 3, Some(2.0)));
        assert_eq!((figures.share(), figures.longest_wait_days), (Some(0.75), Some(60)));
        let figures = feedback(&reports[..2], day("2026-11-22"));
        assert_eq!((figures.median_days, figures.longest_wait_days), (Some(6.0), None));
        assert_eq!(feedback(&[], day("2026-11-22")), Feedback::default());
        assert_eq!(Feedback::default().share(), None);
    }
}
