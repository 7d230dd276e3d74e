//! Figures of units that report none themselves, added up when they are read from those below them. Shown to those
//! who may see every value behind them, and to nobody else. See docs/methods/roll-up.md.

use std::collections::{BTreeSet, HashMap, HashSet};

use varde_kernel::access::Scope;
use varde_kernel::{IndicatorId, ObservationId, Period, SeriesId, UnitId, Words};
use varde_store::{Error, Read};

use super::reading::Reading;
use crate::model::{Audience, Context, Indicator, Measure, Missing, Observation, Series};
use crate::rules;
use crate::rules::disclosure::Sight;
use crate::rules::rollup::{self, Member, Rolled, Split, Structure};
use crate::store::{self, Added, PartSeries};

/// What a figure was added up from.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// The units that take part.
    pub units: Vec<UnitId>,
    /// For each period how many are in its sum, and how many there were to add.
    pub counted: Vec<(Period, usize, usize)>,
}

impl Derived {
    /// How many of how many are in the newest sum.
    pub fn newest(&self) -> Option<(Period, usize, usize)> {
        self.counted.last().copied()
    }
}

/// What there is below some units to add up.
pub struct Ground {
    structure: Structure,
    parts: Vec<PartSeries>,
    /// Below which of the units something reports, by the indicator's name.
    found: Vec<(IndicatorId, UnitId)>,
    /// Units that lay there, and whose figures the reader may not see.
    veiled: HashSet<(IndicatorId, UnitId)>,
}

impl Ground {
    /// Looks below `roots`, at all indicators that add up or at one.
    pub async fn of(
        db: &impl Read,
        (scope, sight): (&Scope, &Sight<'_>),
        roots: &[UnitId],
        indicator: Option<IndicatorId>,
    ) -> Result<Self, Error> {
        let structure = Structure::new(varde_people::ties_below(db, roots).await?);
        let units: Vec<UnitId> = structure.units().collect();
        let parts = store::part_series(db, scope, &units, indicator).await?;
        // A sum over parts of which one hides something would let it be worked out from the others.
        let mut hidden: HashSet<(IndicatorId, UnitId)> = HashSet::new();
        let mut found: Vec<(IndicatorId, UnitId)> = Vec::new();
        let mut veiled = HashSet::new();
        let mut known: HashSet<(IndicatorId, UnitId)> = HashSet::new();
        let wanted: HashSet<UnitId> = roots.iter().copied().collect();
        let mut lines: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
        for part in &parts {
            let unit = part.series.unit;
            let line = lines.entry(unit).or_insert_with(|| {
                structure.ever_above(unit).iter().filter(|above| wanted.contains(above)).copied().collect()
            });
            let whole = sight.whole(&part.series);
            if !whole {
                veiled.insert((part.series.indicator, unit));
            }
            for above in line.iter() {
                let place = (part.series.indicator, *above);
                if known.insert(place) {
                    found.push(place);
                }
                // One that has moved or closed takes the periods of its time with it, and no others.
                if !whole && structure.stays_below(unit, *above) {
                    hidden.insert(place);
                }
            }
        }
        found.retain(|place| !hidden.contains(place));
        Ok(Self { structure, parts, found, veiled })
    }

    /// The places whose figures can be added up, by the indicator's name. Where a unit reports itself, its own figures
    /// stand.
    pub fn places(&self) -> &[(IndicatorId, UnitId)] {
        &self.found
    }

    fn members(&self, indicator: IndicatorId) -> Vec<Member> {
        let of = self.parts.iter().filter(|part| part.series.indicator == indicator);
        of.filter_map(|part| Some(Member { unit: part.series.unit, first: part.first, sort: part.newest.sort()? }))
            .collect()
    }

    /// Adds up what lies below these places.
    pub async fn read(
        &self,
        db: &impl Read,
        sight: &Sight<'_>,
        indicators: &HashMap<IndicatorId, Indicator>,
        places: &[(IndicatorId, UnitId)],
    ) -> Result<Vec<Reading>, Error> {
        let places: Vec<(&Indicator, UnitId)> = places
            .iter()
            .filter(|place| self.found.contains(place))
            .filter_map(|(id, unit)| Some((indicators.get(id).filter(|one| rollup::adds_up(one))?, *unit)))
            // Of a draft the reader may know only some of those below.
            .filter(|(indicator, unit)| indicator.state.is_open() || sight.inside(*unit))
            .collect();
        let asked: BTreeSet<IndicatorId> = places.iter().map(|(indicator, _)| indicator.id).collect();
        let measures: Vec<(IndicatorId, Measure)> =
            asked.iter().filter_map(|id| Some((*id, indicators.get(id)?.measure))).collect();
        let members: HashMap<IndicatorId, Vec<Member>> = asked.iter().map(|id| (*id, self.members(*id))).collect();
        let of = |id: IndicatorId| members.get(&id).map(Vec::as_slice).unwrap_or_default();
        // What one sum must have by itself, the database leaves out of all of them.
        let mut apart: HashMap<IndicatorId, HashSet<UnitId>> = HashMap::new();
        for (indicator, unit) in &places {
            let split = rollup::split(&self.structure, *unit, of(indicator.id), &HashSet::new()).unwrap_or_default();
            apart
                .entry(indicator.id)
                .or_default()
                .extend(split.loose.iter().chain(&split.left_out).map(|one| one.unit));
        }
        let none = HashSet::new();
        let series: Vec<SeriesId> = self
            .parts
            .iter()
            .filter(|part| apart.get(&part.series.indicator).unwrap_or(&none).contains(&part.series.unit))
            .map(|part| part.series.id)
            .collect();
        let single = store::single_parts(db, &measures, &series).await?;
        let above: Vec<UnitId> = places.iter().map(|(_, unit)| *unit).collect::<BTreeSet<_>>().into_iter().collect();
        let nearest = store::added_below(db, &measures, &above, &series).await?;
        // Those that lie below another of the units are counted there too.
        let mut together: HashMap<(IndicatorId, UnitId), HashMap<Period, Added>> = HashMap::new();
        for ((indicator, unit), added) in &nearest {
            let over = self.structure.ever_above(*unit).iter().filter(|above_it| above.contains(above_it));
            for place in over.chain([unit]) {
                let sums = together.entry((*indicator, *place)).or_default();
                for (period, one) in added {
                    sums.entry(*period).or_default().add(one);
                }
            }
        }
        let shown = |unit: UnitId, added: &Added| {
            let audience = match sight {
                _ if sight.inside(unit) => Audience::Own,
                Sight::Published(audience) => *audience,
                Sight::Whole | Sight::Of(..) => Audience::Service,
            };
            added.is_shown(audience)
        };
        let nothing = HashMap::new();
        let mut found = Vec::with_capacity(places.len());
        for (indicator, unit) in places {
            let apart = apart.get(&indicator.id).unwrap_or(&none);
            let Some(split) = rollup::split(&self.structure, unit, of(indicator.id), apart) else { continue };
            let sums = together.get(&(indicator.id, unit)).unwrap_or(&nothing);
            let own = |member: &Member| Some((member.unit, single.get(&(indicator.id, member.unit))?));
            let own: HashMap<UnitId, &HashMap<Period, Added>> = split.loose.iter().filter_map(own).collect();
            // What was recorded a moment ago is not published yet.
            let veiled = |unit: UnitId| self.veiled.contains(&(indicator.id, unit));
            let seen = sums.values().all(|added| shown(unit, added))
                && own.iter().all(|(part, values)| veiled(*part) || values.values().all(|added| shown(*part, added)));
            if !seen {
                continue;
            }
            let plain =
                |added: &HashMap<Period, Added>| added.iter().map(|(period, one)| (*period, one.sums)).collect();
            let own = own.into_iter().map(|(part, values)| (part, plain(values))).collect();
            // Where nothing is steady the database has added what is not to be.
            let sums = if split.steady.is_empty() { HashMap::new() } else { plain(sums) };
            let veiled = split.loose.iter().map(|one| one.unit).filter(|unit| veiled(*unit)).collect();
            let rolled = rollup::roll_up(&self.structure, unit, (&split, &veiled), (&sums, &own));
            found.extend(reading(indicator, unit, &split, &rolled));
        }
        Ok(found)
    }
}

/// The sums as a series is read; none without any.
fn reading(indicator: &Indicator, unit: UnitId, split: &Split, rolled: &[Rolled]) -> Option<Reading> {
    if rolled.is_empty() {
        return None;
    }
    let series = unstored(indicator.id, unit);
    let values = rolled.iter().map(|one| observation(indicator, &series, one)).collect();
    let derived = Derived {
        units: split.steady.iter().chain(&split.loose).map(|one| one.unit).collect(),
        counted: rolled.iter().map(|one| (one.period, one.sums.n, one.of)).collect(),
    };
    let reading = Reading::new(&Sight::Whole, indicator, series, values, None);
    Some(Reading { derived: Some(derived), ..reading })
}

/// The series of a unit that has none stored.
pub fn unstored(indicator: IndicatorId, unit: UnitId) -> Series {
    Series {
        id: SeriesId::from_code(&format!("derived:{indicator}:{unit}")),
        indicator,
        unit,
        stratum: String::new(),
        stratum_name: Words::default(),
        context: Context::Treating,
        source: String::new(),
        version: 0,
        kept_back: false,
    }
}

/// A sum as a value. Where some unit is missing it is provisional and says how many are in it; a count without some of
/// those who count is no count, and has no value.
fn observation(indicator: &Indicator, series: &Series, one: &Rolled) -> Observation {
    let (sums, whole) = (&one.sums, one.of <= one.sums.n);
    let counted = indicator.measure != Measure::Count;
    let entry = crate::model::Entry {
        numerator: counted.then_some(sums.numerator),
        denominator: counted.then_some(sums.denominator),
        value: (!counted && whole).then_some(sums.numerator),
        ..crate::model::Entry::default()
    };
    let value = rules::completed(indicator.measure, indicator.per, entry.clone()).value;
    #[expect(clippy::cast_precision_loss, reason = "no organisation has 2^53 units")]
    let coverage = (!whole).then(|| (1000.0 * sums.n as f64 / one.of as f64).round() / 10.0);
    Observation {
        id: ObservationId::from_code(&format!("{}:{}", series.id, one.period)),
        series: series.id,
        code: None,
        period: one.period,
        value,
        numerator: entry.numerator,
        denominator: entry.denominator,
        low: None,
        high: None,
        approximate: false,
        provisional: sums.provisional || !whole,
        note: Words::default(),
        scope: Words::default(),
        source: String::new(),
        coverage,
        missing: (!counted && !whole).then_some(Missing::NotComplete),
        definition_version: sums.version,
        affirmed: None,
        reason: String::new(),
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
        recorded_by: None,
        superseded_at: None,
    }
}

/// An indicator's sums for units that report none themselves, as far as every value behind them may be seen.
pub async fn of_units(
    db: &impl Read,
    (scope, sight): (&Scope, &Sight<'_>),
    indicator: &Indicator,
    units: &[UnitId],
) -> Result<HashMap<UnitId, Reading>, Error> {
    if units.is_empty() || !rollup::adds_up(indicator) {
        return Ok(HashMap::new());
    }
    // Most of what lies high above hides something from most readers: that is asked first, and quickly answered.
    let outside: Vec<UnitId> = units.iter().filter(|unit| !sight.inside(**unit)).copied().collect();
    let veiled = store::veiled_below(db, indicator.id, &outside).await?;
    let units: Vec<UnitId> = units.iter().filter(|unit| !veiled.contains(unit)).copied().collect();
    let ground = Ground::of(db, (scope, sight), &units, Some(indicator.id)).await?;
    let known = HashMap::from([(indicator.id, indicator.clone())]);
    let found = ground.read(db, sight, &known, ground.places()).await?;
    Ok(found.into_iter().map(|one| (one.series.unit, one)).collect())
}
