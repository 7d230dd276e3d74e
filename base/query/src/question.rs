//! From definitions to questions: SQL about the one table `events`, in what `DataFusion` and `DuckDB` understand alike.

use varde_events::{Anchor, Context, Cube, DAY, Definition, Key, Outcome, Reason, Scope, Sex, Strata, Stratum};

/// The table that questions are about.
pub const TABLE: &str = "events";

// What rows are counted by lies in one whole number, since counting equal numbers is what an engine does
// fastest: unit, first month of the period, lowest age of the band, sex and verdict, each in so many bits.
const VERDICT_BITS: u32 = 4;
const SEX_BITS: u32 = 2;
const AGE_BITS: u32 = 8;
const MONTH_BITS: u32 = 16;

/// The age of those whose age is not known or not asked for.
const NO_AGE: i32 = 255;
/// Verdicts as they stand in a key: no, yes, and after them the reasons why a row is not counted.
const NO: i32 = 0;
const YES: i32 = 1;

const fn excluded(reason: Reason) -> i32 {
    reason.code() + 1
}

/// The question that counts rows under a definition which judges each row by itself. The answer has the columns
/// `key` and `n`, and where something took time also `value` and `n_value`.
pub fn counting(definition: &Definition, cut_off: i64) -> String {
    let month = match definition.anchor {
        Anchor::Start => "month",
        Anchor::End => "COALESCE(end_month, month)",
    };
    let months = definition.period.code();
    let month = if months == 1 { month.to_owned() } else { format!("({month} - {month} % {months})") };
    let unit = match definition.context {
        Context::Treating => "CAST(unit AS BIGINT)".to_owned(),
        Context::Residence => format!("COALESCE(CAST(residence AS BIGINT), {})", Key::NOWHERE),
    };
    let sex = if definition.strata.sex { "sex" } else { "0" };
    let key = format!(
        "{unit} * {} + {month} * {} + {} * {} + {sex} * {} + {}",
        1_i64 << (VERDICT_BITS + SEX_BITS + AGE_BITS + MONTH_BITS),
        1_i64 << (VERDICT_BITS + SEX_BITS + AGE_BITS),
        lowest_age(&definition.strata),
        1_i64 << (VERDICT_BITS + SEX_BITS),
        1_i64 << VERDICT_BITS,
        verdict(definition, cut_off),
    );
    let mut wanted = kind_and_codes(&definition.scope);
    // Whoever's age is asked for and not known is counted as left out.
    wanted.extend(ages(&definition.scope).map(|within| format!("(age IS NULL OR {within})")));
    let wanted = wanted.join(" AND ");
    if takes_time(definition) {
        format!(
            "SELECT key, count(*) AS n, sum(lag_days) AS value, count(lag_days) AS n_value \
             FROM (SELECT {key} AS key, lag_days FROM {TABLE} WHERE {wanted}) AS keyed GROUP BY key"
        )
    } else {
        format!(
            "SELECT key, count(*) AS n FROM (SELECT {key} AS key FROM {TABLE} WHERE {wanted}) AS keyed GROUP BY key"
        )
    }
}

/// Whether a definition is also about how long something took.
pub(crate) const fn takes_time(definition: &Definition) -> bool {
    matches!(definition.outcome, Outcome::DoneWithin { .. })
}

/// Puts what an answer says of one key into the cube.
pub(crate) fn tally(definition: &Definition, cube: &mut Cube, key: i64, n: i64, value: (i64, i64)) {
    let mut rest = key;
    let mut take = |bits: u32| {
        let part = rest & ((1 << bits) - 1);
        rest >>= bits;
        i32::try_from(part).unwrap_or(0)
    };
    let (verdict, sex, age, month) = (take(VERDICT_BITS), take(SEX_BITS), take(AGE_BITS), take(MONTH_BITS));
    let age = (age != NO_AGE).then_some(age);
    let stratum = Stratum::of(definition, age, Sex::from_code(sex).unwrap_or(Sex::Unknown));
    let unit = u32::try_from(rest).unwrap_or(Key::NOWHERE);
    let cell = cube.cell(Key { unit, period: definition.period.of_month(month), stratum });
    match Reason::from_code(verdict - 1) {
        Some(reason) => cell.exclude(reason, n),
        None => cell.count_many((if verdict == YES { n } else { 0 }, n), value),
    }
}

/// The lowest age of someone's band, or another age of the same band.
fn lowest_age(strata: &Strata) -> String {
    let bands = &strata.bands;
    let Some(last) = bands.last() else { return NO_AGE.to_string() };
    let step = bands.get(1).copied().unwrap_or(i32::MAX);
    let even = (0..).zip(bands).all(|(at, band)| step.checked_mul(at) == Some(*band));
    if even && 2 < bands.len() {
        return format!(
            "CASE WHEN {last} <= age THEN {last} WHEN age IS NULL THEN {NO_AGE} ELSE age - age % {step} END"
        );
    }
    let steps: Vec<String> = bands.iter().skip(1).rev().map(|band| format!("WHEN {band} <= age THEN {band}")).collect();
    format!("CASE {} WHEN age IS NULL THEN {NO_AGE} ELSE 0 END", steps.join(" "))
}

/// The row's verdict: the same conditions in the same order as in `varde_events::judge`.
fn verdict(definition: &Definition, cut_off: i64) -> String {
    let anchor = anchor(definition);
    let mut cases: Vec<(String, i32)> = Vec::new();
    let mut out = |condition: String, reason| cases.push((condition, excluded(reason)));
    if definition.scope.asks_age() || !definition.strata.bands.is_empty() {
        out("age IS NULL".to_owned(), Reason::AgeMissing);
    }
    if definition.anchor == Anchor::End {
        out("ended IS NULL".to_owned(), Reason::EndMissing);
    }
    out(format!("{cut_off} < {anchor}"), Reason::AfterCutOff);
    if definition.context == Context::Residence {
        out("residence IS NULL".to_owned(), Reason::ResidenceMissing);
    }
    if definition.must_live {
        out(format!("died <= {anchor}"), Reason::DiedBefore);
    }
    out(format!("{} < {anchor}", cut_off.saturating_sub(definition.maturity)), Reason::NotRipe);
    if definition.must_last {
        out(format!("ended - began < {}", definition.window()), Reason::LeftEarly);
    }
    let (yes, otherwise) = match &definition.outcome {
        Outcome::Alive { days } => (format!("died - {anchor} <= {}", days.saturating_mul(DAY)), (NO, YES)),
        Outcome::Found => {
            out("outcome IS NULL AND followed IS NOT FALSE".to_owned(), Reason::OutcomeMissing);
            ("outcome".to_owned(), (YES, NO))
        }
        Outcome::FollowedUp => {
            out("followed IS NULL".to_owned(), Reason::OutcomeMissing);
            ("followed".to_owned(), (YES, NO))
        }
        Outcome::DoneWithin { days } => (format!("lag_days <= {days}"), (YES, NO)),
        // What follows is no matter of one row: `varde_events::judge` says the same.
        Outcome::FollowedBy { .. } => ("FALSE".to_owned(), (YES, NO)),
    };
    let steps: Vec<String> = cases.iter().map(|(condition, code)| format!("WHEN {condition} THEN {code}")).collect();
    format!("CASE {} WHEN {yes} THEN {} ELSE {} END", steps.join(" "), otherwise.0, otherwise.1)
}

const fn anchor(definition: &Definition) -> &'static str {
    match definition.anchor {
        Anchor::Start => "began",
        Anchor::End => "ended",
    }
}

/// The conditions of a scope on the event itself. Codes are capital letters and digits, so none is a pattern.
fn kind_and_codes(scope: &Scope) -> Vec<String> {
    let mut all = vec![format!("kind = {}", scope.kind.code())];
    if !scope.codes.is_empty() {
        let any: Vec<String> = scope.codes.iter().map(|beginning| format!("code LIKE '{beginning}%'")).collect();
        all.push(format!("({})", any.join(" OR ")));
    }
    all.extend(scope.acute.map(|acute| format!("acute IS {}", if acute { "TRUE" } else { "FALSE" })));
    all
}

/// The condition of a scope on the age; none when it asks for none.
fn ages(scope: &Scope) -> Option<String> {
    let from = scope.age_from.map(|from| format!("{from} <= age"));
    let to = scope.age_to.map(|to| format!("age <= {to}"));
    let both: Vec<String> = from.into_iter().chain(to).collect();
    (!both.is_empty()).then(|| format!("({})", both.join(" AND ")))
}

/// What a row is in a course, in the column `part` of [`following`].
pub(crate) mod part {
    /// It is of the sort that is linked.
    pub(crate) const LINKABLE: i32 = 1;
    /// It is what the indicator is about.
    pub(crate) const INDEX: i32 = 2;
    /// It is what is looked for afterwards.
    pub(crate) const FOLLOWS: i32 = 4;
}

/// The question for the rows that a definition about courses looks at, in the order in which they lie. Columns that the
/// definition does not need are not asked for.
pub fn following(definition: &Definition) -> String {
    let linkable = format!("kind = {}", definition.scope.kind.code());
    let index = kind_and_codes(&definition.scope).join(" AND ");
    let follows = match &definition.outcome {
        Outcome::FollowedBy { scope, .. } => {
            let mut all = kind_and_codes(scope);
            all.extend(ages(scope));
            Some(all.join(" AND "))
        }
        _ => None,
    };
    let mut parts = vec![(&linkable, part::LINKABLE), (&index, part::INDEX)];
    parts.extend(follows.as_ref().map(|follows| (follows, part::FOLLOWS)));
    let parts: Vec<String> =
        parts.iter().map(|(when, bit)| format!("CASE WHEN {when} THEN {bit} ELSE 0 END")).collect();
    let wanted = follows.map_or_else(|| linkable.clone(), |follows| format!("{linkable} OR {follows}"));
    let mut columns = vec!["person", "event", "unit", "began", "ended", "month"];
    let needs_age = definition.scope.asks_age() || !definition.strata.bands.is_empty();
    for (column, needed) in [
        ("end_month", definition.anchor == Anchor::End),
        ("residence", definition.context == Context::Residence),
        ("age", needs_age),
        ("sex", definition.strata.sex),
        ("died", definition.must_live || matches!(definition.outcome, Outcome::Alive { .. })),
    ] {
        columns.extend(needed.then_some(column));
    }
    format!("SELECT {}, {} AS part FROM {TABLE} WHERE {wanted}", columns.join(", "), parts.join(" + "))
}
