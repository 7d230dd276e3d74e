//! What units measure month by month: indicators of their own, with changes planted in them that
//! the charts must find, and some that they must not.

use jiff::ToSpan;
use jiff::civil::Date;
use varde_kernel::{Period, PeriodType, UnitKind, Words};

use crate::{Dice, Service};

/// How many months back the series begin.
const MONTHS: i64 = 30;

/// A synthetic indicator that units follow month by month.
#[derive(Clone, Debug)]
pub struct IndicatorRow {
    /// Its code; begins with `syn.`.
    pub code: &'static str,
    /// Its name.
    pub name: Words,
    /// `percent`, or `rate` with `per`.
    pub measure: &'static str,
    /// For a rate: per how many.
    pub per: Option<f64>,
    /// Whether it is to fall.
    pub down: bool,
    /// What stands over the line.
    pub numerator: Words,
    /// What stands under the line.
    pub denominator: Words,
    /// `municipal`, `enterprise` or `all`.
    pub level: &'static str,
}

/// A monthly value of a unit.
#[derive(Clone, Debug)]
pub struct MonthRow {
    /// The indicator.
    pub indicator: &'static str,
    /// The unit.
    pub unit: String,
    /// The month.
    pub period: Period,
    /// What was counted, and out of how many; none when the month is missing.
    pub counted: Option<(u32, u32)>,
    /// What stood there before a late correction, and why it was changed.
    pub corrected: Option<(u32, &'static str)>,
    /// How much was reported, in per cent.
    pub coverage: Option<f64>,
    /// Whether it may still change.
    pub provisional: bool,
}

/// A change that was made on purpose, and noted on the chart.
#[derive(Clone, Debug)]
pub struct ChangeRow {
    /// The indicator.
    pub indicator: &'static str,
    /// The unit.
    pub unit: String,
    /// The first month of the new phase.
    pub first: Period,
    /// What was changed.
    pub reason: Words,
}

fn words(nb: &str, nn: &str, en: &str) -> Words {
    Words { nb: nb.to_owned(), nn: Some(nn.to_owned()), en: Some(en.to_owned()) }
}

/// The indicators that units follow month by month.
pub fn indicators() -> Vec<IndicatorRow> {
    let days = words("Liggedøgn", "Liggedøgn", "Bed days");
    vec![
        IndicatorRow {
            code: "syn.ind.falls",
            name: words(
                "Fall per 1000 liggedøgn (syntetisk)",
                "Fall per 1000 liggedøgn (syntetisk)",
                "Falls per 1000 bed days (synthetic)",
            ),
            measure: "rate",
            per: Some(1000.0),
            down: true,
            numerator: words("Fall", "Fall", "Falls"),
            denominator: days,
            level: "enterprise",
        },
        IndicatorRow {
            code: "syn.ind.ulcers",
            name: words(
                "Andel pasienter med trykksår (syntetisk)",
                "Del pasientar med trykksår (syntetisk)",
                "Share of patients with pressure ulcers (synthetic)",
            ),
            measure: "percent",
            per: None,
            down: true,
            numerator: words("Pasienter med trykksår", "Pasientar med trykksår", "Patients with pressure ulcers"),
            denominator: words("Undersøkte pasienter", "Undersøkte pasientar", "Patients examined"),
            level: "enterprise",
        },
        IndicatorRow {
            code: "syn.ind.hands",
            name: words(
                "Andel riktig håndhygiene (syntetisk)",
                "Del rett handhygiene (syntetisk)",
                "Share of correct hand hygiene (synthetic)",
            ),
            measure: "percent",
            per: None,
            down: false,
            numerator: words("Riktig utført", "Rett utført", "Done correctly"),
            denominator: words("Observasjoner", "Observasjonar", "Observations"),
            level: "enterprise",
        },
        IndicatorRow {
            code: "syn.ind.discharge",
            name: words(
                "Andel epikriser sendt innen ett døgn (syntetisk)",
                "Del epikrisar sende innan eitt døgn (syntetisk)",
                "Share of discharge summaries sent within a day (synthetic)",
            ),
            measure: "percent",
            per: None,
            down: false,
            numerator: words("Sendt innen ett døgn", "Sende innan eitt døgn", "Sent within a day"),
            denominator: words("Utskrivninger", "Utskrivingar", "Discharges"),
            level: "enterprise",
        },
        IndicatorRow {
            code: "syn.ind.review",
            name: words(
                "Andel beboere med legemiddelgjennomgang (syntetisk)",
                "Del bebuarar med legemiddelgjennomgang (syntetisk)",
                "Share of residents with a medicines review (synthetic)",
            ),
            measure: "percent",
            per: None,
            down: false,
            numerator: words(
                "Med gjennomgang siste 12 måneder",
                "Med gjennomgang siste 12 månader",
                "With a review in the last 12 months",
            ),
            denominator: words(
                "Langtidsbeboere, 67 år og eldre",
                "Langtidsbebuarar, 67 år og eldre",
                "Long-stay residents aged 67 or over",
            ),
            level: "municipal",
        },
        IndicatorRow {
            code: "syn.ind.speakup",
            name: words(
                "Andel ansatte som synes det er trygt å si fra (syntetisk)",
                "Del tilsette som synest det er trygt å seie frå (syntetisk)",
                "Share of staff who find it safe to speak up (synthetic)",
            ),
            measure: "percent",
            per: None,
            down: false,
            numerator: words("Svarte at det er trygt", "Svarte at det er trygt", "Answered that it is safe"),
            denominator: words("Ansatte som svarte", "Tilsette som svarte", "Staff who answered"),
            level: "all",
        },
    ]
}

/// The ward whose leader tries the demo out: its falls have risen, and nobody has said why.
pub const RISEN: &str = "syn.hf0.s0.k0.a1.p0";
/// The ward beside it: its pressure ulcers fell after a measure.
pub const IMPROVED: &str = "syn.hf0.s0.k0.a1.p1";

/// Months since the planted changes, the running month not counted.
const RISEN_MONTHS: i64 = 7;
const IMPROVED_MONTHS: i64 = 11;

pub(crate) fn make(service: &mut Service, today: Date, dice: &mut Dice) {
    let newest = PeriodType::Month.last_over(today);
    let month = |back: i64| PeriodType::Month.holding(newest.start().saturating_sub(back.months()));
    let wards: Vec<(String, UnitKind)> = service.units.iter().map(|unit| (unit.code.clone(), unit.kind)).collect();
    for (unit, kind) in &wards {
        match kind {
            UnitKind::Ward => ward(service, unit, &month, dice),
            UnitKind::NursingHome => home(service, unit, &month, dice),
            UnitKind::HealthTrust => trust(service, unit, &month, dice),
            _ => {}
        }
    }
    service.changes.push(ChangeRow {
        indicator: "syn.ind.ulcers",
        unit: IMPROVED.to_owned(),
        first: month(IMPROVED_MONTHS - 1),
        reason: words(
            "Ny rutine for snuing og madrasser",
            "Ny rutine for snuing og madrassar",
            "New routine for turning and mattresses",
        ),
    });
}

fn row(indicator: &'static str, unit: &str, period: Period, counted: (u32, u32)) -> MonthRow {
    MonthRow {
        indicator,
        unit: unit.to_owned(),
        period,
        counted: Some(counted),
        corrected: None,
        coverage: None,
        provisional: false,
    }
}

fn between(dice: &mut Dice, least: u32, most: u32) -> u32 {
    let width = usize::try_from(most - least + 1).unwrap_or(1);
    least + u32::try_from(dice.below(width)).unwrap_or(0)
}

fn ward(service: &mut Service, unit: &str, month: &impl Fn(i64) -> Period, dice: &mut Dice) {
    for back in (0..MONTHS).rev() {
        let days = between(dice, 560, 720);
        let rate = if unit == RISEN && back < RISEN_MONTHS { 0.013 } else { 0.006 };
        let mut falls = row("syn.ind.falls", unit, month(back), (dice.binomial(days, rate), days));
        // The ward that is tried out has not reported the newest month yet.
        let untold = unit == RISEN && back == 0;
        let examined = between(dice, 40, 60);
        let share = if unit == IMPROVED && back < IMPROVED_MONTHS { 0.06 } else { 0.16 };
        let mut ulcers = row("syn.ind.ulcers", unit, month(back), (dice.binomial(examined, share), examined));
        if unit == IMPROVED && back == 20 {
            ulcers.counted = None;
        }
        if unit == IMPROVED
            && back == 15
            && let Some((numerator, _)) = ulcers.counted
        {
            ulcers.corrected = Some((numerator + 3, "Tre pasienter var talt to ganger"));
        }
        falls.provisional = back == 0;
        let seen = between(dice, 60, 120);
        let mut hands = row("syn.ind.hands", unit, month(back), (dice.binomial(seen, 0.78), seen));
        hands.coverage = Some(f64::from(between(dice, 62, 97)));
        if !untold {
            service.months.extend([falls, ulcers, hands]);
        }
    }
}

/// A small unit: what looks like a change is mostly chance.
fn home(service: &mut Service, unit: &str, month: &impl Fn(i64) -> Period, dice: &mut Dice) {
    let mut quarter = PeriodType::Quarter.holding(month(MONTHS).start());
    // The running quarter has no figure yet.
    while quarter.end() <= month(0).end() {
        let residents = between(dice, 14, 24);
        service.months.push(row("syn.ind.review", unit, quarter, (dice.binomial(residents, 0.7), residents)));
        match quarter.following() {
            Some(next) => quarter = next,
            None => break,
        }
    }
}

/// Large numbers that vary more from month to month than chance alone would have it.
fn trust(service: &mut Service, unit: &str, month: &impl Fn(i64) -> Period, dice: &mut Dice) {
    for back in (0..MONTHS).rev() {
        let discharges = between(dice, 3_800, 4_400);
        let level = 0.74 + 0.05 * (dice.share() - 0.5);
        service.months.push(row(
            "syn.ind.discharge",
            unit,
            month(back),
            (dice.binomial(discharges, level), discharges),
        ));
    }
}
