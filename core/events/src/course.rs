//! Rules about a person's course: what belongs together, and what follows.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::cube::{Cell, Cube, Key, Stratum};
use crate::definition::{Anchor, Attribution, Context, Definition, Outcome};
use crate::event::{DAY, Sex, WHOLE};
use crate::judge::{Case, Verdict, alive, common};
use crate::whole::Whole;

/// One event as rules about courses see it; whoever reads the rows has judged the scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseRow {
    /// Who.
    pub person: i64,
    /// Which event.
    pub event: i64,
    /// The unit that treated.
    pub unit: u32,
    /// The area where the person lived.
    pub residence: Option<u32>,
    /// When it began.
    pub start: i64,
    /// When it ended.
    pub end: Option<i64>,
    /// The month in which it began.
    pub month: i32,
    /// The month in which it ended.
    pub end_month: Option<i32>,
    /// Age when it began.
    pub age: Option<i32>,
    /// Sex.
    pub sex: Sex,
    /// When the person died.
    pub died: Option<i64>,
    /// Whether it is of the sort that is linked.
    pub linkable: bool,
    /// Whether it is what the indicator is about, age apart.
    pub index: bool,
    /// Whether it is what is looked for afterwards.
    pub follows: bool,
}

/// What is known of a course when its rows have been seen once.
#[derive(Clone, Copy, Debug)]
struct Course {
    /// The place of its first row.
    first: usize,
    /// That of the row from where it ended, and when.
    last: usize,
    ended: Option<i64>,
    n_rows: usize,
    /// Whether any of its rows is what the indicator is about.
    index: bool,
}

/// Rows came in another order than by person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("rows must come person by person, by rising key")]
pub struct OutOfOrder;

/// Judges courses over rows that come person by person, holding one person at a time.
#[derive(Debug)]
pub struct Fold<'a> {
    definition: &'a Definition,
    cut_off: i64,
    rows: Vec<CourseRow>,
    courses: Vec<Course>,
    course_of: Vec<usize>,
    shares: Vec<(u32, i64)>,
    whole: Whole,
    cells: HashMap<Key, Cell, BuildHasherDefault<Mix>>,
}

impl<'a> Fold<'a> {
    /// Begins to count.
    pub fn new(definition: &'a Definition, cut_off: i64) -> Self {
        Self {
            definition,
            cut_off,
            rows: Vec::new(),
            courses: Vec::new(),
            course_of: Vec::new(),
            shares: Vec::new(),
            whole: Whole::new(definition),
            cells: HashMap::default(),
        }
    }

    /// Takes the next row.
    ///
    /// # Errors
    ///
    /// [`OutOfOrder`] when its person's key is lower than the one before.
    pub fn push(&mut self, row: CourseRow) -> Result<(), OutOfOrder> {
        match self.rows.last() {
            Some(last) if row.person < last.person => return Err(OutOfOrder),
            Some(last) if row.person != last.person => self.person(),
            _ => {}
        }
        self.rows.push(row);
        Ok(())
    }

    /// Ends the last person and gives what was counted.
    pub fn finish(mut self) -> Cube {
        self.person();
        let mut cube = Cube::new(self.definition, self.cut_off);
        cube.cells = self.cells.into_iter().collect();
        for (key, n, d) in self.whole.counts() {
            cube.cell(key).count_many((n, d), (0, 0));
        }
        cube
    }

    /// Judges the person whose rows are held, and lets them go.
    fn person(&mut self) {
        // Whichever order a person's rows came in, they are judged in this one.
        self.rows.sort_unstable_by_key(|row| (row.start, row.end.unwrap_or(i64::MAX), row.event));
        self.link();
        for at in 0..self.courses.len() {
            self.course(at);
        }
        self.rows.clear();
    }

    /// Numbers the courses of the person's rows; rows that are no part of any get a number of their own.
    fn link(&mut self) {
        self.course_of.clear();
        self.courses.clear();
        let mut open = None::<(usize, i64)>;
        for (place, row) in self.rows.iter().enumerate() {
            let joined = match (self.definition.link, open) {
                (Some(link), Some((at, until))) if row.linkable && row.start.saturating_sub(until) < link.gap => {
                    open = Some((at, until.max(row.end.unwrap_or(row.start))));
                    self.courses.get_mut(at).map(|course| (at, course))
                }
                _ => None,
            };
            if let Some((at, course)) = joined {
                // The unit from which the course ended; a stay that lasts has no end, and so has its course.
                if course.ended.is_some_and(|end| row.end.is_none_or(|other| end <= other)) {
                    (course.last, course.ended) = (place, row.end);
                }
                course.n_rows += 1;
                course.index = course.index || row.index;
                self.course_of.push(at);
            } else {
                let at = self.courses.len();
                self.courses.push(Course { first: place, last: place, ended: row.end, n_rows: 1, index: row.index });
                if row.linkable {
                    open = Some((at, row.end.unwrap_or(row.start)));
                }
                self.course_of.push(at);
            }
        }
    }

    fn course(&mut self, at: usize) {
        let Some(course) = self.courses.get(at).copied().filter(|course| course.index) else { return };
        let (Some(first), Some(last)) = (self.rows.get(course.first).copied(), self.rows.get(course.last).copied())
        else {
            return;
        };
        let case = Case {
            start: first.start,
            end: last.end,
            age: first.age,
            died: first.died,
            has_residence: first.residence.is_some(),
        };
        let verdict = match common(self.definition, &case, self.cut_off) {
            Ok(anchor) => self.outcome(at, anchor, &case),
            Err(verdict) => verdict,
        };
        if verdict == Verdict::Out {
            return;
        }
        let month = match self.definition.anchor {
            Anchor::Start => first.month,
            Anchor::End => last.end_month.unwrap_or(first.month),
        };
        let period = self.definition.period.of_month(month);
        let stratum = Stratum::of(self.definition, first.age, first.sex);
        self.attribute((at, course.n_rows), &first, &last, verdict);
        for (unit, weight) in &self.shares {
            let key = Key { unit: *unit, period, stratum };
            match verdict {
                Verdict::In { numerator, value: None } if *weight == WHOLE && self.whole.count(key, numerator) => {}
                _ => self.cells.entry(key).or_default().count(verdict, *weight),
            }
        }
    }

    fn outcome(&self, course: usize, anchor: i64, case: &Case) -> Verdict {
        let numerator = match &self.definition.outcome {
            Outcome::Alive { days } => alive(case.died, anchor, *days),
            Outcome::FollowedBy { after, within, .. } => {
                let (from, to) = (anchor.saturating_add(*after), anchor.saturating_add(*within));
                let begin = self.rows.partition_point(|row| row.start < from);
                self.rows
                    .iter()
                    .zip(&self.course_of)
                    .skip(begin)
                    .take_while(|(row, _)| row.start <= to)
                    .any(|(row, of)| row.follows && *of != course)
            }
            // `Definition::check` lets no other outcome into a course.
            Outcome::Found | Outcome::FollowedUp | Outcome::DoneWithin { .. } => false,
        };
        Verdict::In { numerator, value: None }
    }

    /// Says which units the course counts for, and with what weight.
    fn attribute(&mut self, (course, n_rows): (usize, usize), first: &CourseRow, last: &CourseRow, verdict: Verdict) {
        self.shares.clear();
        let counted = matches!(verdict, Verdict::In { .. });
        if self.definition.context == Context::Residence {
            self.shares.push((first.residence.unwrap_or(Key::NOWHERE), WHOLE));
            return;
        }
        match self.definition.attribution {
            Attribution::TimeFraction if counted && 1 < n_rows => {}
            Attribution::Last => return self.shares.push((last.unit, WHOLE)),
            _ => return self.shares.push((first.unit, WHOLE)),
        }
        // Time counts until the outcome is settled: what comes after cannot have changed it.
        let until = match &self.definition.outcome {
            Outcome::Alive { days } => first.start.saturating_add(days.saturating_mul(DAY)),
            _ => i64::MAX,
        };
        for (row, of) in self.rows.iter().zip(&self.course_of) {
            if *of == course {
                let time = row.end.unwrap_or(row.start).min(until).saturating_sub(row.start).max(0);
                match self.shares.iter_mut().find(|(unit, _)| *unit == row.unit) {
                    Some((_, sum)) => *sum = sum.saturating_add(time),
                    None => self.shares.push((row.unit, time)),
                }
            }
        }
        fractions(&mut self.shares);
    }
}

/// Turns times into whole-number weights that add up to [`WHOLE`]: each gets its floor, and what is left
/// goes one by one to the largest remainders, by unit when they are equal. No time at all is shared equally.
fn fractions(shares: &mut Vec<(u32, i64)>) {
    if let [(_, only)] = shares.as_mut_slice() {
        *only = WHOLE;
        return;
    }
    let total: i128 = shares.iter().map(|(_, time)| i128::from(*time)).sum();
    if total == 0 {
        for (_, time) in shares.iter_mut() {
            *time = 1;
        }
        return fractions_of(shares, i128::try_from(shares.len()).unwrap_or(1));
    }
    fractions_of(shares, total);
}

fn fractions_of(shares: &mut Vec<(u32, i64)>, total: i128) {
    let whole = i128::from(WHOLE);
    let mut parts: Vec<(i128, u32, i64)> = shares
        .iter()
        .map(|(unit, time)| {
            let scaled = i128::from(*time) * whole;
            (scaled % total, *unit, i64::try_from(scaled / total).unwrap_or(WHOLE))
        })
        .collect();
    let left = WHOLE - parts.iter().map(|(_, _, weight)| weight).sum::<i64>();
    parts.sort_unstable_by_key(|(rest, unit, _)| (std::cmp::Reverse(*rest), *unit));
    shares.clear();
    shares.extend((0..).zip(parts).map(|(at, (_, unit, weight))| (unit, weight + i64::from(at < left))));
    shares.retain(|(_, weight)| 0 < *weight);
}

/// A quick mixer for keys that are small whole numbers of our own (multiply and rotate, as `FxHash` does).
#[derive(Debug, Default)]
pub(crate) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u8(&mut self, n: u8) {
        self.write_u64(u64::from(n));
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(u64::from(n));
    }

    fn write_i32(&mut self, n: i32) {
        self.write_u64(u64::from(n.cast_unsigned()));
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_isize(&mut self, n: isize) {
        self.write_u64(u64::try_from(n).unwrap_or(0));
    }
}
