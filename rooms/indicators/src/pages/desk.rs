//! What the room puts on "my work", on the start page and on a unit's page.

use std::collections::HashMap;

use maud::{Markup, html};
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{IndicatorId, MeasureId, UnitId, UnitTree, WorkItem};
use varde_store::Read;
use varde_web::{BesideAsk, BoxFuture, Error, HomeAsk, WorkAsk};

use super::{following, signals};
use crate::model::{Indicator, Level, NewSince, Schedule, Series, Signal};
use crate::rules::disclosure::Sight;
use crate::rules::due::{self, Due};
use crate::rules::following::floor;
use crate::store::{self, SignalFilter};
use crate::views;

/// How many signals one's work lists by name.
const MOST_SIGNALS: i64 = 20;
/// How many signals the start page shows.
const ON_START: i64 = 5;

/// `my work`: values to report, signals to say something about, and what those below have not.
pub fn work<'a>(ask: &'a WorkAsk<'a>) -> BoxFuture<'a, Result<Vec<WorkItem>, varde_store::Error>> {
    Box::pin(items(ask))
}

async fn items(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let led = units(ask);
    let mut items = Vec::new();
    for unit in &led {
        let owed = due_of_unit(ask.db, ask.tree, &access::scope(ask.actor, Kind::Series), *unit, ask.today).await?;
        let n: usize = owed.iter().map(|owed| owed.due.len()).sum();
        let first = owed.iter().flat_map(|owed| owed.due.iter().map(|one| one.by)).min();
        if 0 < n {
            items.push(WorkItem {
                ask: "indicators-work-report",
                title: ask.say.with("indicators-work-report-count", &[("n", n.into())]),
                href: format!("/units/{unit}/entry"),
                unit: *unit,
                due: first,
            });
        }
    }
    let scope = access::scope(ask.actor, Kind::Signal);
    let filter = SignalFilter { units: Some(led.clone()), waiting: true, ..SignalFilter::default() };
    let found = store::signals(ask.db, &scope, &filter, (MOST_SIGNALS, 0)).await?;
    let ids: Vec<IndicatorId> = found.iter().map(|signal| signal.indicator).collect();
    let indicators: HashMap<IndicatorId, Indicator> =
        store::many(ask.db, &ids).await?.into_iter().map(|one| (one.id, one)).collect();
    items.extend(found.iter().map(|signal| WorkItem {
        ask: "indicators-work-signal",
        title: indicators.get(&signal.indicator).map(|one| ask.say.words(&one.name).to_owned()).unwrap_or_default(),
        href: format!("/signals/{}", signal.id),
        unit: signal.unit,
        due: signal.due,
    }));
    items.extend(unanswered_below(ask, &led).await?);
    items.extend(news(ask).await?);
    Ok(items)
}

/// A signal that nobody has commented in time goes to the unit above.
async fn unanswered_below(ask: &WorkAsk<'_>, led: &[UnitId]) -> Result<Vec<WorkItem>, varde_store::Error> {
    let scope = access::scope(ask.actor, Kind::Signal);
    let mut items = Vec::new();
    for unit in led {
        let below: Vec<UnitId> =
            ask.tree.children(*unit).iter().filter(|child| !led.contains(child)).copied().collect();
        if below.is_empty() {
            continue;
        }
        let filter =
            SignalFilter { units: Some(below), waiting: true, due_before: Some(ask.today), ..SignalFilter::default() };
        let n = store::count_signals(ask.db, &scope, &filter).await?;
        if 0 < n {
            let first =
                store::signals(ask.db, &scope, &filter, (n, 0)).await?.into_iter().filter_map(|one| one.due).min();
            items.push(WorkItem {
                ask: "indicators-work-below",
                title: ask.say.with("indicators-work-below-count", &[("n", n.into())]),
                href: format!("/signals?unit={unit}&waiting=1"),
                unit: *unit,
                due: first,
            });
        }
    }
    Ok(items)
}

/// What is new in what the asker follows. It goes when they say that they have seen it, or by itself after a while.
async fn news(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let found = store::news(ask.db, (ask.actor, ask.tree), NewSince::Seen, floor(ask.today)).await?;
    let wishes = found.iter().map(|one| &one.subscription);
    let indicators = following::indicators_of(ask.db, (ask.actor, ask.tree), wishes).await?;
    Ok(found
        .iter()
        .filter_map(|one| {
            let indicator = indicators.get(&one.subscription.indicator)?;
            Some(WorkItem {
                ask: "indicators-work-news",
                title: format!("{}: {}", ask.say.words(&indicator.name), views::news_line(ask.say, one)),
                href: "/following".to_owned(),
                unit: one.subscription.unit,
                due: None,
            })
        })
        .collect())
}

/// The units for which the asker reports values.
fn units(ask: &WorkAsk<'_>) -> Vec<UnitId> {
    let may = |unit: &UnitId| access::may(ask.actor, Action::Answer, &Target::open(Kind::Series, ask.tree.line(*unit)));
    let mut units: Vec<UnitId> = ask
        .actor
        .held()
        .iter()
        .map(|held| held.unit)
        .filter(|unit| ask.tree.get(*unit).is_some())
        .filter(may)
        .collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// A series of a unit with what is to be reported.
pub struct Owed {
    /// The series.
    pub series: Series,
    /// What is measured.
    pub indicator: Indicator,
    /// Its values.
    pub values: Vec<crate::model::Observation>,
    /// What is due, oldest first.
    pub due: Vec<Due>,
}

/// The series of a unit that wait for values, by the name of the indicator.
pub async fn due_of_unit(
    db: &impl Read,
    tree: &UnitTree,
    scope: &access::Scope,
    unit: UnitId,
    today: jiff::civil::Date,
) -> Result<Vec<Owed>, varde_store::Error> {
    let series = store::series_of_units(db, scope, &[unit]).await?;
    let ids: Vec<IndicatorId> = series.iter().map(|one| one.indicator).collect();
    let indicators: HashMap<IndicatorId, Indicator> =
        store::many(db, &ids).await?.into_iter().map(|one| (one.id, one)).collect();
    let mut schedules = if series.is_empty() { HashMap::new() } else { store::all_schedules(db).await? };
    let level = tree.get(unit).map_or(Level::All, |unit| due::level_of(unit.kind));
    let ids: Vec<_> = series.iter().map(|one| one.id).collect();
    let mut values = store::values_of_many(db, &Sight::Whole, &ids).await?;
    let mut owed = Vec::new();
    for one in series {
        let Some(indicator) = indicators.get(&one.indicator) else { continue };
        let values = values.remove(&one.id).unwrap_or_default();
        let schedules: Vec<Schedule> = schedules.remove(&one.indicator).unwrap_or_default();
        let schedule = due::schedule_for(&schedules, level);
        if !due::is_asked(level, schedule) {
            continue;
        }
        let due = due::due(indicator, schedule, &values, today);
        if !due.is_empty() {
            owed.push(Owed { series: one, indicator: indicator.clone(), values, due });
        }
    }
    Ok(owed)
}

/// The start page: what the charts of the visitor's own field have seen.
pub fn home<'a>(ask: &'a HomeAsk<'a>) -> BoxFuture<'a, Result<Markup, Error>> {
    Box::pin(async move {
        let cx = ask.cx;
        let home = cx.visitor().and_then(|visitor| visitor.home);
        let unit = home.or_else(|| cx.actor().held().first().map(|held| held.unit));
        let news = following::news_of(cx, ask.tree).await?;
        let wishes = news.iter().map(|one| &one.subscription);
        let followed = following::indicators_of(cx.db(), (cx.actor(), ask.tree), wishes).await?;
        let news = views::news_section(cx, ask.tree, &followed, &news);
        let Some(unit) = unit.filter(|unit| ask.tree.get(*unit).is_some()) else { return Ok(news) };
        let (found, n): (Vec<Signal>, i64) = signals::waiting(cx, unit, ON_START).await?;
        let indicators = signals::indicators_of(cx, &found).await?;
        Ok(html! { (views::signals_section(cx, ask.tree, unit, (&found, n), &indicators)) (news) })
    })
}

/// A unit's page: how many signals wait, and the way to its indicators. A measure's page: the charts on which it
/// stands, and the signals that it answers.
pub fn beside<'a>(ask: &'a BesideAsk<'a>) -> BoxFuture<'a, Result<Vec<(String, Markup)>, Error>> {
    Box::pin(async move {
        if ask.kind == Kind::Measure {
            return super::measures::beside(ask.cx, ask.tree, MeasureId::from_uuid(ask.id)).await;
        }
        if ask.kind != Kind::Unit {
            return Ok(Vec::new());
        }
        let (cx, unit) = (ask.cx, UnitId::from_uuid(ask.id));
        let (_, n) = signals::waiting(cx, unit, 1).await?;
        Ok(views::unit_lines(cx, unit, n))
    })
}
