//! Estimates from record reviews by several teams, each with a sample of its own stays (the Global Trigger
//! Tool as the Norwegian national count does it).

use crate::bootstrap::quantile;
use crate::dist::normal;
use crate::interval::{Interval, is_level, is_share};
use crate::random::{CountTable, Generator};
use crate::sum::sum;

/// One team's sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Team {
    /// Records reviewed.
    pub n: f64,
    /// Records among them with at least one harm of the grade in question.
    pub x: f64,
    /// Stays that the records were drawn from: the team's weight.
    pub stays: f64,
}

/// The share of stays with harm, over all teams.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The weighted share: each team's own, by its part of the stays.
    pub p: f64,
    /// Its standard error, from the spread within each team. Not a number when that is unknown: a team has one
    /// record only, or every team saw harm in none or all of its records.
    pub standard_error: f64,
    /// Records reviewed in all.
    pub n: f64,
    /// Whether some team saw harm in none or all of its records, so that its own spread counts as nothing
    /// and the interval is too narrow.
    pub flat_team: bool,
}

/// Why teams give no estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReviewError {
    /// No team, or no stays.
    #[error("there are no stays to speak for")]
    NoStays,
    /// A team with records or stays that cannot be right, counted from 0.
    #[error("team {0} has counts that cannot be right")]
    Unreadable(usize),
    /// A level outside 0 to 1, or no resample.
    #[error("the level must lie between 0 and 1, and there must be a resample")]
    Setting,
}

/// The estimate from all teams. Teams whose stays are 0 have no part in it.
///
/// # Errors
///
/// [`ReviewError`] names the first team that is at fault.
///
/// # Source
///
/// The Norwegian Directorate of Health, *Pasientskader i Norge*, chapter on method; standard error of a
/// stratified sample: Cochran WG (1977). *Sampling Techniques*, 3rd ed., formula 5.52, without the correction
/// for a finite population. See docs/methods/gtt-estimate.md.
pub fn estimate(teams: &[Team]) -> Result<Estimate, ReviewError> {
    for (place, team) in teams.iter().enumerate() {
        if !(is_share(team.x, team.n) && 0.0 <= team.stays && team.stays.is_finite()) {
            return Err(ReviewError::Unreadable(place));
        }
    }
    let stays = sum(teams.iter().map(|team| team.stays));
    if stays <= 0.0 || !stays.is_finite() {
        return Err(ReviewError::NoStays);
    }
    let used = || teams.iter().filter(|team| 0.0 < team.stays);
    let p = sum(used().map(|team| team.stays / stays * (team.x / team.n)));
    let variance = sum(used().map(|team| {
        let (weight, share) = (team.stays / stays, team.x / team.n);
        weight * weight * share * (1.0 - share) / (team.n - 1.0)
    }));
    let flat = |team: &Team| team.x == 0.0 || team.x == team.n;
    // One record has no spread to see, and no spread anywhere is no certainty.
    let unknown = used().any(|team| team.n < 2.0) || used().all(flat);
    Ok(Estimate {
        p,
        standard_error: if unknown { f64::NAN } else { libm::sqrt(variance) },
        n: sum(used().map(|team| team.n)),
        flat_team: used().any(flat),
    })
}

impl Estimate {
    /// The interval of the stratified sample: what the draw of each team's records lets vary. `None` for a level
    /// outside 0 to 1, and when the standard error is unknown.
    pub fn stratified(self, level: f64) -> Option<Interval> {
        let reach = normal::two_sided(level) * self.standard_error;
        (is_level(level) && reach.is_finite())
            .then(|| Interval { low: (self.p - reach).max(0.0), high: (self.p + reach).min(1.0) })
    }

    /// The official interval: resamples of all records, each record drawn with a probability by its team's
    /// weight, and the percentiles of their means.
    ///
    /// The chance that a drawn record shows harm is the estimate itself, and draws are independent; so the
    /// number with harm in one resample is binomial, and is drawn as such.
    ///
    /// # Errors
    ///
    /// [`ReviewError::Setting`].
    pub fn official(self, resamples: usize, seed: u64, level: f64) -> Result<Interval, ReviewError> {
        if !is_level(level) || resamples == 0 {
            return Err(ReviewError::Setting);
        }
        let table = CountTable::binomial(libm::round(self.n), self.p.clamp(0.0, 1.0)).ok_or(ReviewError::Setting)?;
        let mut generator = Generator::new(seed);
        let mut means: Vec<f64> = (0..resamples).map(|_| table.draw(&mut generator) / libm::round(self.n)).collect();
        means.sort_unstable_by(f64::total_cmp);
        let tail = (1.0 - level) / 2.0;
        Ok(Interval { low: quantile(&means, tail), high: quantile(&means, 1.0 - tail) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Three teams of our own making; the figures follow from the definition on paper, and in fractions of 960: the second with twice the stays per record, the third with twice the
    /// records.
    const TEAMS: [Team; 3] = [
        Team { n: 240.0, x: 34.0, stays: 12_000.0 },
        Team { n: 240.0, x: 26.0, stays: 30_000.0 },
        Team { n: 480.0, x: 70.0, stays: 18_000.0 },
    ];

    #[test]
    fn three_teams_give_the_printed_figures() {
        let found = estimate(&TEAMS).unwrap();
        assert!((found.p - 0.12625).abs() < 1e-12);
        let interval = found.stratified(0.95).unwrap();
        assert!((interval.low - 0.10266).abs() < 1e-5 && (interval.high - 0.14984).abs() < 1e-5, "{interval:?}");
        // In the limit the official percentiles are 101/960 and 142/960; 10 000 resamples come within one count.
        let official = found.official(10_000, 2013, 0.95).unwrap();
        assert!((official.low * 960.0 - 101.0).abs() <= 1.0 && (official.high * 960.0 - 142.0).abs() <= 1.0);
        let official = found.official(2_000_000, 1, 0.95).unwrap();
        assert_eq!(((official.low * 960.0).round(), (official.high * 960.0).round()), (101.0, 142.0));
    }

    #[test]
    fn the_year_2013_is_plausible() {
        // 13.0 % of 10 986 records: plus and minus 0.63 percentage points.
        let team = Team { n: 10_986.0, x: 1_428.0, stays: 1e6 };
        let interval = estimate(&[team]).unwrap().stratified(0.95).unwrap();
        assert!(((interval.high - interval.low) / 2.0 - 0.0063).abs() < 5e-5);
    }

    #[test]
    fn drawing_a_count_is_drawing_records() {
        // The recipe to the letter, record by record, against the count drawn at once: the same percentiles
        // within what chance leaves.
        let mut generator = Generator::new(3);
        let stays: f64 = TEAMS.iter().map(|team| team.stays).sum();
        let mut reached = Vec::new();
        let mut total = 0.0;
        for team in TEAMS {
            for record in 0..240 * if team.n > 300.0 { 2 } else { 1 } {
                total += team.stays / stays / team.n;
                reached.push((total, f64::from(record) < team.x));
            }
        }
        let mut means: Vec<f64> = (0..4_000)
            .map(|_| {
                let hits = (0..960)
                    .filter(|_| {
                        let u = generator.uniform() * total;
                        reached[reached.partition_point(|(reached, _)| *reached <= u)].1
                    })
                    .count();
                hits as f64 / 960.0
            })
            .collect();
        means.sort_by(f64::total_cmp);
        let found = estimate(&TEAMS).unwrap().official(4_000, 9, 0.95).unwrap();
        assert!((quantile(&means, 0.025) - found.low).abs() < 2.5 / 960.0);
        assert!((quantile(&means, 0.975) - found.high).abs() < 2.5 / 960.0);
    }

    #[test]
    fn the_stratified_interval_covers_with_uneven_weights() {
        // 1 000 repeats of 16 teams of 240 records whose weights spread 1 : 8, and whose true shares differ.
        let mut generator = Generator::new(2026);
        let truth: Vec<(f64, f64)> = (0..16)
            .map(|team| {
                let weight = 8.0_f64.powf(f64::from(team) / 15.0);
                (weight * 1000.0, 0.08 + 0.01 * f64::from(team % 8))
            })
            .collect();
        let stays: f64 = truth.iter().map(|(stays, _)| stays).sum();
        let p: f64 = truth.iter().map(|(weight, share)| weight / stays * share).sum();
        let tables: Vec<CountTable> =
            truth.iter().map(|(_, share)| CountTable::binomial(240.0, *share).unwrap()).collect();
        let (mut stratified, mut official, mut width) = (0, 0, 0.0);
        for repeat in 0..1000 {
            let teams: Vec<Team> = truth
                .iter()
                .zip(&tables)
                .map(|((stays, _), table)| Team { n: 240.0, x: table.draw(&mut generator), stays: *stays })
                .collect();
            let found = estimate(&teams).unwrap();
            let (ours, theirs) = (found.stratified(0.95).unwrap(), found.official(2_000, repeat, 0.95).unwrap());
            stratified += u32::from(ours.contains(p));
            official += u32::from(theirs.contains(p));
            width += (theirs.high - theirs.low) / (ours.high - ours.low) / 1000.0;
        }
        println!(
            "coverage of 1 000: stratified {stratified}, official {official}; width official/stratified {width:.3}"
        );
        assert!(930 <= stratified, "{stratified}");
        // With weights this uneven the official interval is too narrow: it does not know of them.
        assert!(official < stratified, "{official}");
    }

    #[test]
    fn no_stratified_interval_without_spread() {
        let one = Team { n: 1.0, x: 0.0, stays: 10_000.0 };
        let found = estimate(&[TEAMS[0], one]).unwrap();
        assert!(found.standard_error.is_nan() && found.stratified(0.95).is_none());
        // A team without stays has no part in it.
        assert!(estimate(&[TEAMS[0], Team { stays: 0.0, ..one }]).unwrap().stratified(0.95).is_some());
        let flat = Team { x: 0.0, ..TEAMS[0] };
        assert!(estimate(&[flat, Team { x: 240.0, ..flat }]).unwrap().stratified(0.95).is_none());
        assert!(estimate(&[flat, TEAMS[0]]).unwrap().stratified(0.95).is_some());
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(estimate(&[]).unwrap_err(), ReviewError::NoStays);
        let team = TEAMS[0];
        assert_eq!(estimate(&[team, Team { x: 241.0, ..team }]).unwrap_err(), ReviewError::Unreadable(1));
        assert_eq!(estimate(&[Team { n: 0.0, x: 0.0, ..team }]).unwrap_err(), ReviewError::Unreadable(0));
        assert_eq!(estimate(&[Team { stays: 0.0, ..team }]).unwrap_err(), ReviewError::NoStays);
        let found = estimate(&[team]).unwrap();
        assert_eq!(found.official(0, 1, 0.95).unwrap_err(), ReviewError::Setting);
        assert_eq!(found.stratified(1.5), None);
        assert!(estimate(&[Team { x: 0.0, ..team }]).unwrap().flat_team && !found.flat_team);
        assert_eq!(estimate(&[Team { x: 0.0, ..team }]).unwrap().official(10, 1, 0.95).unwrap().high, 0.0);
    }

    proptest! {
        #[test]
        fn the_unit_of_the_weights_does_not_matter(
            teams in prop::collection::vec((1..500_u32, 0..500_u32, 1..50_000_u32), 1..12), scale in 0.001..1000.0_f64,
        ) {
            let team = |scale: f64| -> Vec<Team> {
                teams.iter().map(|&(n, x, stays)| Team {
                    n: f64::from(n), x: f64::from(x.min(n)), stays: f64::from(stays) * scale,
                }).collect()
            };
            let (one, other) = (estimate(&team(1.0)).unwrap(), estimate(&team(scale)).unwrap());
            prop_assert!((one.p - other.p).abs() < 1e-12 && (0.0..=1.0 + 1e-12).contains(&one.p));
            prop_assert_eq!(one.official(50, 4, 0.9), one.official(50, 4, 0.9));
        }

        #[test]
        fn nothing_panics(n in any::<f64>(), x in any::<f64>(), stays in any::<f64>(), level in any::<f64>()) {
            if let Ok(found) = estimate(&[Team { n, x, stays }]) {
                let _ = (found.stratified(level), found.official(3, 1, level));
            }
        }
    }
}
