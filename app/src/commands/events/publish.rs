//! `varde events publish`: figures into the series of the indicators, each with what it rests on.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use jiff::civil::Date;
use varde_events::{Figure, Key, Places, Reason, Standardised, Weights, figures};
use varde_indicators::import::measured::{Measured, Taken, take};
use varde_indicators::model::{Adjusted, Basis, Context};
use varde_indicators::{Indicator, Measure, Policy};
use varde_kernel::access::{Author, System};
use varde_kernel::{Clock as _, UnitId, UnitTree};
use varde_people::store as people;
use varde_query::Store;
use varde_store::Read;

use super::super::copy::existing;
use super::super::{Failure, say};
use super::figures::key;
use super::{Asked, Counted, Counting, refused};
use crate::config::Settings;
use crate::house::MachineClock;

/// Flags of `varde events publish`.
#[derive(clap::Args)]
#[command(after_long_help = "Units are found by their code or by a number of a register, as they stood on the day of \
--as-of; those above them get the sums of theirs. What people have reported is never replaced. Who may see what is \
decided as for all values; what is small is kept back from others.")]
pub(super) struct Publish {
    #[command(flatten)]
    asked: Asked,
    /// Only tell what would happen.
    #[arg(long)]
    dry_run: bool,
}

/// Counts, and writes all of it or nothing.
pub(super) async fn run(settings: &Settings, store: &Path, asked: &Publish) -> Result<(), Failure> {
    let policy = Policy::read(&settings.named()).map_err(|error| Failure::Asked(error.to_string()))?;
    let clock = MachineClock::new(settings);
    let counting = asked.asked.count(settings, store)?;
    let sources: BTreeSet<String> =
        Store::open(store).map_err(refused)?.files().iter().map(|file| file.source.clone()).collect();
    let source = sources.into_iter().collect::<Vec<_>>().join(", ");
    let db = existing(settings).await?;
    let tx = db.begin_write(Author::System(System::Console), clock.now()).await?;
    let tree = people::units::tree(&tx, counting.as_of).await?;
    let units = units(&tx, &tree, &counting).await?;
    for counted in &counting.all {
        let indicator = indicator(&tx, counted).await?;
        let measured = measured(&counting, counted, (&tree, &units), &policy)?;
        let n = measured.len();
        let Taken { n_new, n_restated, n_same, n_kept } = take(&tx, &tree, (&indicator, &source), measured).await?;
        say(format!("{} ({n} figures)", counted.cube.definition));
        say(format!(
            "{n_new:>6} new\n{n_restated:>6} restated; the former value stays readable\n{n_same:>6} as before"
        ));
        say(format!("{n_kept:>6} left as they were: reported by people, or computed from later data"));
    }
    if asked.dry_run {
        drop(tx);
        say("Nothing was written: this was a dry run.");
    } else {
        tx.commit().await?;
        say("Written.");
    }
    Ok(db.close().await?)
}

async fn indicator(db: &impl Read, counted: &Counted) -> Result<Indicator, Failure> {
    let code = &counted.told.definition.indicator;
    let found = varde_indicators::by_code(db, code).await?;
    let found = found.ok_or_else(|| {
        Failure::Asked(format!("there is no indicator {code:?}, which {} fills", counted.cube.definition))
    })?;
    if found.measure != Measure::Percent {
        return Err(Failure::Asked(format!("{code} is no share, and {} counts one", counted.cube.definition)));
    }
    Ok(found)
}

/// The units behind the places that were counted. Every place that is no unit is named.
async fn units(db: &impl Read, tree: &UnitTree, counting: &Counting) -> Result<HashMap<u32, UnitId>, Failure> {
    let used: BTreeSet<u32> =
        counting.all.iter().flat_map(|counted| counted.cube.cells.keys().map(|key| key.unit)).collect();
    let (mut found, mut unknown) = (HashMap::new(), Vec::new());
    for place in used.into_iter().filter(|place| *place != Key::NOWHERE) {
        let code = counting.places.code(place).unwrap_or_default();
        match unit(db, tree, code, counting.as_of).await? {
            Some(unit) => {
                found.insert(place, unit);
            }
            None => unknown.push(code),
        }
    }
    if unknown.is_empty() {
        return Ok(found);
    }
    Err(Failure::Asked(format!(
        "no unit, or more than one, has on {} the code or number {}; nothing was written",
        counting.as_of,
        unknown.join(", ")
    )))
}

async fn unit(db: &impl Read, tree: &UnitTree, code: &str, day: Date) -> Result<Option<UnitId>, Failure> {
    if let Some(unit) = tree.by_code(code) {
        return Ok(Some(unit.id));
    }
    let known = people::units::by_number(db, code, day).await?;
    let mut there = known.into_iter().filter(|id| tree.get(*id).is_some());
    let first = there.next();
    Ok(first.filter(|_| there.next().is_none()))
}

/// A definition's figures for its units and for those above them.
fn measured(
    counting: &Counting,
    counted: &Counted,
    (tree, units): (&UnitTree, &HashMap<u32, UnitId>),
    policy: &Policy,
) -> Result<Vec<Measured>, Failure> {
    let definition = &counted.told.definition;
    // Whoever is left out since nobody knows where they live counts in no unit.
    let placed = |place: u32| units.get(&place).map(|unit| tree.line(*unit)).unwrap_or_default();
    let mut numbers = Places::default();
    let mut ids: Vec<UnitId> = Vec::new();
    for unit in units.values().flat_map(|unit| tree.line(*unit).to_vec()) {
        let number = numbers.number(&unit.to_string());
        if usize::try_from(number).is_ok_and(|number| number == ids.len()) {
            ids.push(unit);
        }
    }
    let wide = counted
        .cube
        .widened(|place| placed(place).iter().filter_map(|unit| numbers.find(&unit.to_string())).collect::<Vec<u32>>());
    let weights = Weights::of(definition, &counted.cube);
    let key = key(counting, counted, Some(policy));
    let context = match definition.context {
        varde_events::Context::Treating => Context::Treating,
        varde_events::Context::Residence => Context::Residence,
    };
    let figure = |figure: Figure| {
        let unit = usize::try_from(figure.unit).ok().and_then(|number| ids.get(number)).copied()?;
        let period = definition.period.text(figure.period).parse().ok()?;
        let total = &figure.total;
        Some(Measured {
            unit,
            context,
            period,
            counted: (figure.enough && 0 < total.d).then(|| (total.numerator(), total.denominator())),
            provisional: figure.provisional,
            basis: Basis {
                key: key.clone(),
                confirmed: key.cut_off.clone(),
                adjusted: figure.adjusted.filter(|_| figure.enough).map(in_per_cent),
                excluded: Reason::ALL
                    .iter()
                    .map(|reason| (*reason, total.excluded_for(*reason)))
                    .filter(|(_, n)| 0 < *n)
                    .collect(),
            },
        })
    };
    let told = figures(definition, &wide, weights.as_ref());
    let n = told.len();
    let measured: Vec<Measured> = told.into_iter().filter_map(figure).collect();
    if measured.len() == n {
        Ok(measured)
    } else {
        Err(Failure::Asked(format!("{}: a period or unit cannot be told", definition.code)))
    }
}

fn in_per_cent(share: Standardised) -> Adjusted {
    Adjusted {
        value: share.value * 100.0,
        low: share.low * 100.0,
        high: share.high * 100.0,
        covered: share.covered * 100.0,
    }
}
