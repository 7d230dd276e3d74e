//! Puts what units measure month by month into the room of indicators.

use std::collections::BTreeMap;

use jiff::civil::Date;
use varde_indicators::model::{
    ChartSpec, Direction, Entry, Indicator, Level, Measure, Missing, Phase, PointNote, Schedule, Sheet, State,
};
use varde_indicators::store::{self, Recording, Slot};
use varde_kernel::access::{Action, Kind, Role, Target, grant};
use varde_kernel::{Dimension, IndicatorId, PeriodType, PersonId, SeriesId, UnitId, UnitTree, Words};
use varde_measures::model::{Direction as Way, Effect, MeasureState};
use varde_measures::store::{ContentMeasure, put_content};
use varde_store::Tx;
use varde_synthetic::{ChangeRow, IndicatorRow, MonthRow, PersonRow, Service, indicators};

use super::feed::{actor, wrong};
use crate::commands::Failure;

/// Indicators, values with a late correction and a missing month, and a change that a chart tells of.
pub async fn everything(tx: &Tx, service: &Service, tree: &UnitTree, today: Date) -> Result<(), Failure> {
    let mut known = BTreeMap::new();
    for row in indicators() {
        let indicator = indicator(&row);
        let target = indicator.target(tree);
        let granted = grant(&actor(), Action::Create, &target, indicator).map_err(varde_store::Error::from)?;
        store::insert(tx, &granted).await?;
        let schedule = Schedule { level: Level::All, period: period(&row), due_days: 15, comment_days: 14 };
        store::put_schedules(tx, &granted, &[schedule]).await?;
        known.insert(row.code, granted.into_inner());
    }
    let mut by_series: BTreeMap<(&str, &str), Vec<&MonthRow>> = BTreeMap::new();
    for month in &service.months {
        by_series.entry((month.indicator, month.unit.as_str())).or_default().push(month);
    }
    let mut series: BTreeMap<(&str, &str), SeriesId> = BTreeMap::new();
    for ((code, unit), months) in by_series {
        let Some(indicator) = known.get(code) else { continue };
        series.insert((code, unit), record(tx, tree, indicator, (unit, &months)).await?);
    }
    for change in &service.changes {
        let place = series.get(&(change.indicator, change.unit.as_str()));
        let Some(series) = place else { continue };
        let line = tree.line(UnitId::from_code(&change.unit));
        let measure = measure(service, change, *series);
        put_content(tx, &measure).await?;
        let phase = Phase {
            first: change.first,
            reason: "Nytt nivå etter tiltaket".to_owned(),
            measure: Some(measure.id()),
            baseline: None,
            decided_on: today,
            by: Some(tx.author()),
        };
        let spec = ChartSpec {
            phases: vec![phase],
            target: Some(8.0),
            why: change.reason.nb.clone(),
            ..ChartSpec::undecided(*series, 1)
        };
        let on = Target::open(Kind::ChartSpec, line.clone());
        let spec = grant(&actor(), Action::Create, &on, spec).map_err(varde_store::Error::from)?;
        store::put_spec(tx, &spec, 0).await?;
        let note = PointNote {
            id: tx.new_id()?,
            series: *series,
            period: change.first,
            text: change.reason.nb.clone(),
            measure: Some(measure.id()),
            event: false,
            at: tx.now(),
            by: Some(tx.author()),
            withdrawn: None,
        };
        let on = Target::open(Kind::PointNote, line);
        let note = grant(&actor(), Action::Create, &on, note).map_err(varde_store::Error::from)?;
        store::put_note(tx, &note).await?;
    }
    Ok(())
}

/// The measure that the change follows: done in its first month by whoever leads the unit, to be seen on the series.
fn measure(service: &Service, change: &ChangeRow, series: SeriesId) -> ContentMeasure {
    let leads = |person: &&PersonRow| person.roles.iter().any(|held| *held == (Role::UnitLeader, change.unit.clone()));
    let down = indicators().iter().any(|row| row.code == change.indicator && row.down);
    ContentMeasure {
        state: MeasureState::Completed,
        starts: Some(change.first.start()),
        due: Some(change.first.end()),
        owner: service.persons.iter().find(leads).map(|person| PersonId::from_code(&person.username)),
        effect: Effect {
            indicator: Some(IndicatorId::from_code(change.indicator)),
            series: Some(series),
            direction: Some(if down { Way::Down } else { Way::Up }),
            ..Effect::default()
        },
        source: Some("Syntetisk".to_owned()),
        ..ContentMeasure::stated(
            format!("syn.measure.{}.{}", change.indicator, change.unit),
            UnitId::from_code(&change.unit),
            change.reason.clone(),
        )
    }
}

/// How often an indicator is measured.
fn period(row: &IndicatorRow) -> PeriodType {
    match row.level {
        "municipal" => PeriodType::Quarter,
        "all" => PeriodType::Half,
        _ => PeriodType::Month,
    }
}

fn indicator(row: &IndicatorRow) -> Indicator {
    let level = match row.level {
        "municipal" => Level::Municipal,
        "all" => Level::All,
        _ => Level::Enterprise,
    };
    Indicator {
        id: IndicatorId::from_code(row.code),
        code: row.code.to_owned(),
        name: row.name.clone(),
        measure: row.measure.parse().unwrap_or(Measure::Percent),
        per: row.per,
        direction: if row.down { Direction::Down } else { Direction::Up },
        direction_stated: true,
        state: State::Adopted,
        levels: vec![level],
        data: String::new(),
        source_owner: String::new(),
        companion_of: String::new(),
        definition: row.name.clone(),
        numerator: row.numerator.clone(),
        denominator: row.denominator.clone(),
        note: Words::default(),
        unit: Some(UnitId::from_code("syn.rhf")),
        source: "Syntetisk".to_owned(),
        sheet: Sheet {
            periods: vec![period(row)],
            least_coverage: Some(70.0),
            least_denominator: Some(10.0),
            dimensions: vec![Dimension::Safe],
            licence: "CC0 1.0".to_owned(),
            ..Sheet::default()
        },
        definition_version: 1,
        version: 1,
    }
}

async fn record(
    tx: &Tx,
    tree: &UnitTree,
    indicator: &Indicator,
    (unit, months): (&str, &[&MonthRow]),
) -> Result<SeriesId, Failure> {
    let slot = Slot::whole(indicator.clone(), UnitId::from_code(unit), None);
    let mut slot = store::grant_slot(&actor(), tree, slot, Action::Create)?;
    let first: Vec<Recording> = months
        .iter()
        .map(|month| {
            let former = month.corrected.map(|(numerator, _)| numerator);
            recording(indicator, month, former, None, "")
        })
        .collect();
    let id = store::record(tx, &mut slot, &first).await?;
    let late: Vec<&&MonthRow> = months.iter().filter(|month| month.corrected.is_some()).collect();
    if late.is_empty() {
        return Ok(id);
    }
    let values = store::values(tx, &varde_indicators::Sight::Whole, id).await?;
    let corrected: Vec<Recording> = late
        .iter()
        .map(|month| {
            let former = values.iter().find(|value| value.period == month.period).map(|value| value.id);
            recording(indicator, month, None, former, month.corrected.map_or("", |(_, why)| why))
        })
        .collect();
    store::record(tx, &mut slot, &corrected).await.map_err(wrong)
}

/// A month as it is recorded, with `numerator` in place of its own when that was corrected later.
fn recording(
    indicator: &Indicator,
    month: &MonthRow,
    numerator: Option<u32>,
    former: Option<varde_kernel::ObservationId>,
    reason: &str,
) -> Recording {
    let entry = match month.counted {
        Some((counted, denominator)) => Entry {
            numerator: Some(f64::from(numerator.unwrap_or(counted))),
            denominator: Some(f64::from(denominator)),
            coverage: month.coverage,
            provisional: month.provisional,
            source: "Syntetisk".to_owned(),
            ..Entry::default()
        },
        None => Entry { missing: Some(Missing::NotMeasured), source: "Syntetisk".to_owned(), ..Entry::default() },
    };
    let entry = varde_indicators::rules::completed(indicator.measure, indicator.per, entry);
    Recording { period: month.period, entry, former, reason: reason.to_owned(), code: None }
}
