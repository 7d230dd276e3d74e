//! Patterns over the points of one part, as the named rule sets have them.
//!
//! A sequence holds the points that count, in order and without gaps. Each rule marks points; what it
//! marks is the set's own custom: Western Electric and Nelson mark a point when the pattern is whole at
//! it, "making data count" marks every point of the pattern.

use crate::chart::{Rule, Way};
use crate::model::RuleSet;
use crate::number::side;

/// The points of a part that count.
#[derive(Debug, Default)]
pub(crate) struct Sequence {
    /// Place of each in the series.
    pub place: Vec<usize>,
    pub y: Vec<f64>,
    pub centre: Vec<f64>,
    /// Distance from the centre of the limits in standard deviations.
    pub z: Vec<f64>,
    /// 1 above the upper limit, -1 below the lower, 0 within.
    pub outside: Vec<i8>,
}

impl Sequence {
    pub(crate) fn with_capacity(points: usize) -> Self {
        Self {
            place: Vec::with_capacity(points),
            y: Vec::with_capacity(points),
            centre: Vec::with_capacity(points),
            z: Vec::with_capacity(points),
            outside: Vec::with_capacity(points),
        }
    }
}

/// Marks of one rule over a sequence: 0 where it does not fire, otherwise which way, or 2 for a pattern
/// without a way.
pub(crate) type Marks = Vec<i8>;

/// A mark without a way.
const NO_WAY: i8 = 2;

/// The rules of a set, in its own order, with what each marks.
pub(crate) fn of_set(set: RuleSet, points: &Sequence) -> Vec<(Rule, Marks)> {
    let outside = || (Rule::Outside, points.outside.clone());
    match set {
        RuleSet::Anhoej1 | RuleSet::ThreeSigma1 | RuleSet::Varde1 => vec![outside()],
        RuleSet::WesternElectric1 => vec![
            outside(),
            (Rule::TwoOfThree, beyond(points, 2, 3, 2.0)),
            (Rule::FourOfFive, beyond(points, 4, 5, 1.0)),
            (Rule::OneSide, one_side(points, 8)),
        ],
        RuleSet::Nelson1 => vec![
            outside(),
            (Rule::OneSide, one_side(points, 9)),
            (Rule::Trend, trend(&points.y, 6)),
            (Rule::Alternating, alternating(&points.y, 14)),
            (Rule::TwoOfThree, beyond(points, 2, 3, 2.0)),
            (Rule::FourOfFive, beyond(points, 4, 5, 1.0)),
            (Rule::Hugging, hugging(points, 15)),
            (Rule::Mixture, mixture(points, 8)),
        ],
        RuleSet::MakingDataCount1 => vec![
            outside(),
            (Rule::Trend, whole_pattern(&trend(&points.y, 7), 7)),
            (Rule::NearLimit, near_limit(points)),
            (Rule::OneSide, whole_pattern(&one_side(points, 7), 7)),
        ],
    }
}

/// Looks for the patterns of a set in values about a known centre with a known standard deviation: each
/// rule with its number in the set, from 1, and the places it marks, counted from 0. Missing values are
/// passed over.
pub fn patterns(y: &[Option<f64>], centre: f64, sigma: f64, set: RuleSet) -> Vec<(usize, Rule, Vec<usize>)> {
    let mut points = Sequence::default();
    for (place, value) in y.iter().enumerate() {
        if let Some(value) = value.filter(|value| value.is_finite()) {
            let z = (value - centre) / sigma;
            points.place.push(place);
            points.y.push(value);
            points.centre.push(centre);
            points.z.push(z);
            points.outside.push(i8::from(is_beyond(z, 3.0, 1)) - i8::from(is_beyond(z, 3.0, -1)));
        }
    }
    let marked = |marks: &Marks| points.place.iter().zip(marks).filter(|(_, m)| **m != 0).map(|(p, _)| *p).collect();
    let rules = of_set(set, &points).into_iter();
    (1..).zip(rules).map(|(number, (rule, marks))| (number, rule, marked(&marks))).collect()
}

/// The way a mark points.
pub(crate) fn way(mark: i8) -> Option<Way> {
    match mark {
        1 => Some(Way::Up),
        -1 => Some(Way::Down),
        _ => None,
    }
}

/// Whether `z` is strictly beyond `k` on the side `sign`.
fn is_beyond(z: f64, k: f64, sign: i8) -> bool {
    side(z, k * f64::from(sign)) == sign
}

/// At least `needed` of the last `of` points beyond `k` standard deviations on one side, this one too.
fn beyond(points: &Sequence, needed: usize, of: usize, k: f64) -> Marks {
    let mut marks = vec![0; points.z.len()];
    for (end, mark) in marks.iter_mut().enumerate().skip(of - 1) {
        for sign in [1, -1] {
            let window = &points.z[end + 1 - of..=end];
            let enough = window.iter().filter(|z| is_beyond(**z, k, sign)).count() >= needed;
            if enough && is_beyond(points.z[end], k, sign) {
                *mark = sign;
            }
        }
    }
    marks
}

/// The `length`th point on one side in a row and those that follow.
fn one_side(points: &Sequence, length: usize) -> Marks {
    let sides = points.y.iter().zip(&points.centre).map(|(y, centre)| side(*y, *centre));
    in_a_row(sides, length)
}

/// The `length`th point of a steady rise or fall and those that follow.
fn trend(y: &[f64], length: usize) -> Marks {
    let steps = y.windows(2).map(|pair| side(pair[1], pair[0]));
    let mut marks = in_a_row(steps, length - 1);
    if !y.is_empty() {
        marks.insert(0, 0);
    }
    marks
}

/// The `length`th point that alternates up and down, and those that follow.
fn alternating(y: &[f64], length: usize) -> Marks {
    let turns = y.windows(3).map(|three| {
        let (before, after) = (side(three[1], three[0]), side(three[2], three[1]));
        if before * after < 0 { NO_WAY } else { 0 }
    });
    let mut marks = vec![0; y.len().min(2)];
    marks.extend(in_a_row(turns, length - 2));
    marks
}

/// The `length`th point in a row within one standard deviation, and those that follow.
fn hugging(points: &Sequence, length: usize) -> Marks {
    let inside = points.z.iter().map(|z| {
        let beyond = is_beyond(*z, 1.0, 1) || is_beyond(*z, 1.0, -1) || z.is_nan();
        if beyond { 0 } else { NO_WAY }
    });
    in_a_row(inside, length)
}

/// Points that end `length` in a row beyond one standard deviation, on both sides.
fn mixture(points: &Sequence, length: usize) -> Marks {
    let outside: Vec<i8> =
        points.z.iter().map(|z| i8::from(is_beyond(*z, 1.0, 1)) - i8::from(is_beyond(*z, 1.0, -1))).collect();
    let mut marks = vec![0; outside.len()];
    for (end, mark) in marks.iter_mut().enumerate().skip(length - 1) {
        let window = &outside[end + 1 - length..=end];
        if !window.contains(&0) && window.contains(&1) && window.contains(&-1) {
            *mark = NO_WAY;
        }
    }
    marks
}

/// Three points on one side of the mean, at least two of them between the nearer and the outer limit:
/// those two or three.
fn near_limit(points: &Sequence) -> Marks {
    let near: Vec<bool> = (0..points.y.len())
        .map(|i| points.outside[i] == 0 && (is_beyond(points.z[i], 2.0, 1) || is_beyond(points.z[i], 2.0, -1)))
        .collect();
    let sides: Vec<i8> = points.y.iter().zip(&points.centre).map(|(y, centre)| side(*y, *centre)).collect();
    let mut marks = vec![0; near.len()];
    for start in 0..near.len().saturating_sub(2) {
        let window = start..start + 3;
        let sign = sides[start];
        let together = sign != 0 && sides[window.clone()].iter().all(|side| *side == sign);
        if together && near[window.clone()].iter().filter(|near| **near).count() >= 2 {
            for i in window {
                if near[i] {
                    marks[i] = sign;
                }
            }
        }
    }
    marks
}

/// Marks from the `length`th of equal values that are not 0.
fn in_a_row(values: impl Iterator<Item = i8>, length: usize) -> Marks {
    let mut last = 0;
    let mut run = 0;
    values
        .map(|value| {
            run = if value != 0 && value == last { run + 1 } else { usize::from(value != 0) };
            last = value;
            if run >= length { value } else { 0 }
        })
        .collect()
}

/// Marks the `length` points of each pattern instead of the one that makes it whole. Where two patterns
/// of opposite ways touch, the later one has the point.
fn whole_pattern(marks: &[i8], length: usize) -> Marks {
    let mut whole = vec![0; marks.len()];
    for (end, mark) in marks.iter().enumerate() {
        if *mark != 0 {
            for place in &mut whole[end + 1 - length.min(end + 1)..=end] {
                *place = *mark;
            }
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::{Sequence, of_set};
    use crate::chart::Rule;
    use crate::model::RuleSet;

    fn sequence(z: &[f64]) -> Sequence {
        Sequence {
            place: (0..z.len()).collect(),
            y: z.to_vec(),
            centre: vec![0.0; z.len()],
            z: z.to_vec(),
            outside: z.iter().map(|z| i8::from(*z > 3.0) - i8::from(*z < -3.0)).collect(),
        }
    }

    #[track_caller]
    fn check(set: RuleSet, rule: Rule, z: &[f64], expected: &[i8]) {
        let marks = of_set(set, &sequence(z)).into_iter().find(|(name, _)| *name == rule).unwrap().1;
        assert_eq!(marks, expected);
    }

    #[test]
    fn western_electric() {
        check(RuleSet::WesternElectric1, Rule::Outside, &[3.1, 3.0, -3.1], &[1, 0, -1]);
        check(RuleSet::WesternElectric1, Rule::TwoOfThree, &[2.1, 0.0, 2.1, 0.0], &[0, 0, 1, 0]);
        check(RuleSet::WesternElectric1, Rule::TwoOfThree, &[2.1, 0.0, -2.1, 2.0], &[0; 4]);
        check(RuleSet::WesternElectric1, Rule::FourOfFive, &[-1.1, -1.1, 0.0, -1.1, -1.1, 0.0], &[0, 0, 0, 0, -1, 0]);
        check(RuleSet::WesternElectric1, Rule::OneSide, &[0.1; 9], &[0, 0, 0, 0, 0, 0, 0, 1, 1]);
    }

    #[test]
    fn nelson() {
        check(RuleSet::Nelson1, Rule::OneSide, &[-0.1; 9], &[0, 0, 0, 0, 0, 0, 0, 0, -1]);
        check(RuleSet::Nelson1, Rule::Trend, &[0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5], &[0, 0, 0, 0, 0, 1, 0]);
        let saw: Vec<f64> = (0..15).map(|i| if i % 2 == 0 { 0.5 } else { -0.5 }).collect();
        let mut marks = vec![0; 15];
        (marks[13], marks[14]) = (2, 2);
        check(RuleSet::Nelson1, Rule::Alternating, &saw, &marks);
        marks = vec![0; 15];
        marks[14] = 2;
        check(RuleSet::Nelson1, Rule::Hugging, &[1.0; 15], &marks);
        check(RuleSet::Nelson1, Rule::Mixture, &[1.1, -1.1, 1.1, 1.1, -1.1, 1.1, 1.1, 1.1], &[0, 0, 0, 0, 0, 0, 0, 2]);
        check(RuleSet::Nelson1, Rule::Mixture, &[1.1; 8], &[0; 8]);
    }

    #[test]
    fn making_data_count() {
        let set = RuleSet::MakingDataCount1;
        check(set, Rule::OneSide, &[0.1, 0.2, 0.1, 0.3, 0.1, 0.2, 0.1, -0.1], &[1, 1, 1, 1, 1, 1, 1, 0]);
        check(set, Rule::OneSide, &[0.1, 0.2, 0.1, 0.0, 0.1, 0.2, 0.1, 0.3], &[0; 8]);
        check(set, Rule::NearLimit, &[2.5, 0.5, 2.5, -2.5], &[1, 0, 1, 0]);
        check(set, Rule::NearLimit, &[2.5, 3.5, 0.5], &[0; 3]);
        // Seven up, and then seven down from the top: the top belongs to the later.
        let peak = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0];
        check(set, Rule::Trend, &peak, &[1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1]);
    }

    #[test]
    fn short_sequences_fire_nothing() {
        for set in RuleSet::ALL {
            for n in 0..3 {
                for (_, marks) in of_set(set, &sequence(&vec![0.5; n])) {
                    assert_eq!(marks, vec![0; n]);
                }
            }
        }
    }
}
