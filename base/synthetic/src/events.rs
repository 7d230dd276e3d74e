//! Made-up stays, operations and reviews of made-up persons, with effects planted for the engine to find.
//!
//! A person's events depend on the seed and the person's number alone, so any part of a nation can be made by
//! itself, in any order, in little memory.

use varde_events::{DAY, Event, HOUR, Kind, Places, Sex, month_of, seconds_at_month};

use crate::Dice;

/// Who is treated where, and when.
#[derive(Clone, Debug)]
pub struct EventPlan {
    /// The seed.
    pub seed: u64,
    /// Codes of hospitals, at least eight for every planted effect to have a place.
    pub hospitals: Vec<String>,
    /// Codes of nursing homes, at least two.
    pub homes: Vec<String>,
    /// Codes of areas where people live.
    pub areas: Vec<String>,
    /// The first month, counted from the year 0.
    pub first_month: i32,
    /// How many months.
    pub n_months: i32,
    /// How many stays a person has on average over the whole time.
    pub mean_stays: f64,
}

/// What is planted. Hospitals and homes are named by their place in the plan.
#[derive(Clone, Copy, Debug)]
pub struct Planted;

impl Planted {
    /// Deaths within thirty days are this many times as frequent as elsewhere, whatever the age.
    pub const DEADLY: (usize, f64) = (1, 1.6);
    /// Only has old patients; for each age it does as well as others.
    pub const OLD: usize = 2;
    /// Hip fractures are three times less deadly here from the middle of the time on.
    pub const HIP_MENDED: usize = 3;
    /// Unplanned readmissions are this many times as frequent.
    pub const READMITS: (usize, f64) = (4, 1.8);
    /// Infections after a caesarean are this many times as frequent.
    pub const INFECTS: (usize, f64) = (5, 3.0);
    /// Nobody follows up here after operations in every other case.
    pub const LOSES: usize = 6;
    /// Discharge summaries take a week longer.
    pub const SLOW: usize = 7;
    /// The home where medicines are reviewed half as often.
    pub const UNREVIEWED: usize = 1;
}

const OTHER_CODES: [&str; 12] =
    ["J189", "I501", "K359", "N390", "R074", "I214", "C349", "E115", "F329", "A419", "K802", "M170"];

impl EventPlan {
    /// The places of the plan: hospitals, homes, areas, in this order.
    pub fn places(&self) -> Places {
        Places::new(self.hospitals.iter().chain(&self.homes).chain(&self.areas).cloned())
    }

    /// The key of a person: a number mixed so that keys say nothing and are never the same.
    pub const fn person_key(&self, number: u64) -> i64 {
        mix(number ^ self.seed.rotate_left(17)).cast_signed() & i64::MAX
    }

    fn middle(&self) -> i64 {
        seconds_at_month(self.first_month + self.n_months / 2)
    }

    /// Adds the events of the person with this number, by time.
    pub fn person(&self, number: u64, into: &mut Vec<Event>) {
        let mut life = Life::new(self, number);
        if life.hospitals() == 0 {
            return;
        }
        let mut stays = life.dice.binomial(40, (self.mean_stays / 34.0).min(1.0));
        // The old are admitted more often, the young less.
        if life.age < 50 {
            stays = stays.div_ceil(2);
        }
        let mut starts: Vec<i64> = (0..stays).map(|_| life.instant()).collect();
        starts.sort_unstable();
        for start in starts {
            if life.free <= start && life.died.is_none() {
                life.stay(start, None, into);
            }
        }
        life.residency(into);
        let died = life.died;
        for event in into.iter_mut().rev().take_while(|event| event.person == life.key) {
            event.died = died;
        }
    }
}

/// A person on the way through the time.
struct Life<'a> {
    plan: &'a EventPlan,
    dice: Dice,
    key: i64,
    number: u64,
    n_events: u64,
    /// Age when the time begins.
    age: i32,
    sex: Sex,
    area: u32,
    home_hospital: usize,
    free: i64,
    died: Option<i64>,
}

impl<'a> Life<'a> {
    fn new(plan: &'a EventPlan, number: u64) -> Self {
        let mut dice = Dice::new(plan.seed ^ mix(number.wrapping_add(0x5EED)));
        let age = i32::try_from(dice.below(60) + dice.below(40)).unwrap_or(40);
        let sex = if dice.happens(0.5) { Sex::Female } else { Sex::Male };
        let area = dice.below(plan.areas.len());
        let mut home_hospital = dice.below(plan.hospitals.len());
        // The hospital for the old takes them from everywhere, and nobody else.
        if home_hospital == Planted::OLD && age < 70 {
            home_hospital = 0;
        }
        let before_areas = plan.hospitals.len() + plan.homes.len();
        Self {
            plan,
            dice,
            key: plan.person_key(number),
            number,
            n_events: 0,
            age,
            sex,
            area: place(before_areas + area),
            home_hospital,
            free: seconds_at_month(plan.first_month),
            died: None,
        }
    }

    fn hospitals(&self) -> usize {
        self.plan.hospitals.len()
    }

    fn instant(&mut self) -> i64 {
        let from = seconds_at_month(self.plan.first_month);
        let to = seconds_at_month(self.plan.first_month + self.plan.n_months);
        from + i64::try_from(self.dice.below(usize::try_from(to - from).unwrap_or(1))).unwrap_or(0)
    }

    fn age_at(&self, at: i64) -> i32 {
        self.age + (month_of(at) - self.plan.first_month) / 12
    }

    fn event(&mut self, kind: Kind, unit: usize, start: i64, end: Option<i64>) -> Event {
        self.n_events += 1;
        Event {
            person: self.key,
            event: mix(self.number.wrapping_mul(4_096).wrapping_add(self.n_events)).cast_signed() & i64::MAX,
            kind,
            unit: place(unit),
            residence: Some(self.area),
            start,
            end,
            month: month_of(start),
            end_month: end.map(month_of),
            age: Some(self.age_at(start)),
            sex: self.sex,
            acute: None,
            code: String::new(),
            died: None,
            lag_days: None,
            outcome: None,
            followed: None,
        }
    }

    /// A stay with what follows from it: transfer, operation, death or readmission.
    fn stay(&mut self, start: i64, again: Option<usize>, into: &mut Vec<Event>) {
        let age = self.age_at(start);
        let unit = again.unwrap_or(self.home_hospital);
        let hours = 12 + self.dice.below(96) + if age < 70 { 0 } else { self.dice.below(120) };
        let end = start + i64::try_from(hours).unwrap_or(24) * HOUR;
        let acute = again.is_some() || self.dice.happens(0.65);
        let code = self.code(age, acute);
        let mut stay = self.event(Kind::Stay, unit, start, Some(end));
        stay.acute = Some(acute);
        code.clone_into(&mut stay.code);
        let slow = if unit == Planted::SLOW { 7 } else { 0 };
        stay.lag_days = self.dice.happens(0.95).then(|| i32::try_from(self.dice.below(4)).unwrap_or(0) + slow);
        stay.outcome = self.dice.happens(0.6).then(|| self.dice.happens(0.012));
        into.push(stay);
        self.free = end;
        self.operation(unit, start + 3 * HOUR, age, into);
        let mut last_unit = unit;
        if self.dice.happens(0.05) {
            last_unit = self.dice.below(self.hospitals());
            let (from, days) = (end + 2 * HOUR, 1 + i64::try_from(self.dice.below(6)).unwrap_or(0));
            let mut moved = self.event(Kind::Stay, last_unit, from, Some(from + days * DAY));
            moved.acute = Some(acute);
            code.clone_into(&mut moved.code);
            moved.lag_days = Some(1);
            into.push(moved);
            self.free = from + days * DAY;
        }
        if self.dice.happens(self.deadliness(unit, age, code, start)) {
            let after = i64::try_from(self.dice.below(usize::try_from(29 * DAY).unwrap_or(1))).unwrap_or(0);
            // Nobody is moved after death: whoever dies in bed dies there.
            self.died = Some((start + after).max(self.free));
            return;
        }
        let back = if last_unit == Planted::READMITS.0 { 0.10 * Planted::READMITS.1 } else { 0.10 };
        if again.is_none() && self.dice.happens(back) {
            let later = self.free + 10 * HOUR + i64::try_from(self.dice.below(27 * 24)).unwrap_or(0) * HOUR;
            self.stay(later, Some(self.home_hospital), into);
        }
    }

    fn code(&mut self, age: i32, acute: bool) -> &'static str {
        match self.dice.share() {
            share if acute && 65 <= age && share < 0.10 => "S720",
            share if acute && 45 <= age && (0.10..0.14).contains(&share) => "I639",
            _ => self.dice.pick(&OTHER_CODES).copied().unwrap_or("R074"),
        }
    }

    /// The probability of dying within the thirty days after admission.
    fn deadliness(&self, unit: usize, age: i32, code: &str, start: i64) -> f64 {
        let base = match age {
            ..50 => 0.004,
            50..65 => 0.012,
            65..75 => 0.03,
            75..85 => 0.055,
            _ => 0.10,
        };
        let illness = match code {
            "S720" => 1.4,
            "I639" => 2.0,
            _ => 1.0,
        };
        let place = match unit {
            deadly if deadly == Planted::DEADLY.0 => Planted::DEADLY.1,
            Planted::HIP_MENDED if code == "S720" && self.plan.middle() <= start => 0.3,
            _ => 1.0,
        };
        base * illness * place
    }

    fn operation(&mut self, unit: usize, at: i64, age: i32, into: &mut Vec<Event>) {
        let share = self.dice.share();
        let (code, risk) = match share {
            _ if self.sex == Sex::Female && (20..45).contains(&age) && share < 0.15 => ("MCA10", 0.04),
            _ if 55 <= age && share < 0.03 => ("NFB30", 0.02),
            _ if (0.03..0.05).contains(&share) => ("JKA21", 0.05),
            _ => return,
        };
        let times = if unit == Planted::INFECTS.0 && code == "MCA10" { Planted::INFECTS.1 } else { 1.0 };
        let followed = self.dice.happens(if unit == Planted::LOSES { 0.5 } else { 0.93 });
        let infected = self.dice.happens(risk * times);
        let mut operation = self.event(Kind::Operation, unit, at, None);
        code.clone_into(&mut operation.code);
        operation.followed = Some(followed);
        operation.outcome = followed.then_some(infected);
        into.push(operation);
    }

    /// A long-term stay of the old, with reviews of their medicines.
    fn residency(&mut self, into: &mut Vec<Event>) {
        if self.age < 75 || self.died.is_some() || self.plan.homes.is_empty() || !self.dice.happens(0.3) {
            return;
        }
        let home = self.dice.below(self.plan.homes.len());
        let unit = self.hospitals() + home;
        let start = self.instant().max(self.free);
        let end =
            self.dice.happens(0.5).then(|| start + (100 + i64::try_from(self.dice.below(900)).unwrap_or(0)) * DAY);
        let resident = self.event(Kind::Residency, unit, start, end);
        into.push(resident);
        let reviewed = if home == Planted::UNREVIEWED { 0.4 } else { 0.8 };
        if self.dice.happens(reviewed) {
            let at = start + i64::try_from(self.dice.below(360)).unwrap_or(0) * DAY;
            let mut review = self.event(Kind::Review, unit, at, Some(at));
            "LMG".clone_into(&mut review.code);
            into.push(review);
        }
    }
}

fn place(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A one-to-one mixing of 64 bits (the finaliser of `SplitMix64`).
const fn mix(n: u64) -> u64 {
    let mut z = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
