//! The values of one indicator for one unit: read, report, correct.

use std::collections::HashMap;

use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Granted, Kind};
use varde_kernel::{IndicatorId, ObservationId, Period, Problems, UnitId, UnitTree, Words};
use varde_web::ui::{Icon, Tone, Weight, fold, link_button, note, section};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, read_number};

use super::measures::Measures;
use super::reading::Reading;
use super::report::own_source;
use super::{names, relatives, rollup, who};
use crate::model::{Entry, Indicator, Observation, PointNote, Series, Signal};
use crate::rules;
use crate::store::{self, Recording, Slot};
use crate::views::{self, EntryForm};

/// How many replaced values the page shows.
const FORMER: i64 = 50;

/// `GET /indicators/{id}/units/{unit}`: values of the unit, and the form for one more; with
/// `?period=`, the form for correcting that one.
pub async fn show(
    cx: Ctx,
    Path((id, unit)): Path<(IndicatorId, UnitId)>,
    Query(query): Query,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let slot = store::open_slot(cx.db(), cx.actor(), &tree, (id, unit), Action::Read).await?.into_inner();
    let values = load(&cx, &tree, slot.series.as_ref()).await?;
    let asked = rules::read_period(query.text("period"), cx.today()).ok();
    let newest = values.iter().max_by_key(|value| (value.period.end(), value.period.start()));
    let period = asked.unwrap_or_else(|| rules::next_period(newest.map(|value| value.period), cx.today()));
    let former = values.iter().find(|value| value.period == period);
    let fields = views::entry_fields(&period.to_string(), former, &own_source(&cx, &values));
    let form = Filled { fields: &fields, problems: &Problems::new(), former, conflict: Markup::default() };
    page(&cx, &tree, (&slot, &values), form, StatusCode::OK).await
}

pub(super) async fn load(cx: &Ctx, tree: &UnitTree, series: Option<&Series>) -> Result<Vec<Observation>, Error> {
    match series {
        Some(series) => Ok(store::values(cx.db(), &super::sight(cx, tree), series.id).await?),
        None => Ok(Vec::new()),
    }
}

struct Filled<'a> {
    fields: &'a Fields,
    problems: &'a Problems,
    former: Option<&'a Observation>,
    conflict: Markup,
}

async fn page(
    cx: &Ctx,
    tree: &UnitTree,
    (slot, values): (&Slot, &[Observation]),
    form: Filled<'_>,
    status: StatusCode,
) -> Result<Response, Error> {
    let (indicator, unit) = (&slot.indicator, slot.unit);
    let may = cx.may(Action::Answer, &indicator.series_target(tree, unit));
    let former = match &slot.series {
        Some(series) => store::former_values(cx.db(), &super::sight(cx, tree), series.id, FORMER).await?,
        None => Vec::new(),
    };
    // What a value rests on tells who was left out, in counts: that is for the unit's own people.
    let bases = match &slot.series {
        Some(series) if super::sight(cx, tree).inside(unit) => store::bases(cx.db(), series.id).await?,
        _ => HashMap::new(),
    };
    // Who says that a value is right is no secret to those who see the value.
    let affirmed_by = values.iter().filter_map(|value| value.affirmed).map(|(_, by)| by);
    let known = names(cx, former.iter().map(|observation| observation.recorded_by).chain(affirmed_by)).await?;
    let by = |author| who(cx, &known, author);
    let address = format!("/indicators/{}/units/{unit}", indicator.id);
    let title = if form.former.is_some() { "indicators-entry-correct-title" } else { "indicators-entry-title" };
    let known = Known::of(cx, tree, slot, values).await?;
    let about = about(cx, tree, slot, (values, known.as_ref())).await?;
    let derived = known.as_ref().filter(|known| known.own.derived.is_some());
    let (values, correct) = match derived {
        Some(sums) => (sums.own.values.as_slice(), None),
        None => (values, may.then_some(address.as_str())),
    };
    let body = html! {
        (about.picture)
        (views::protected_note(cx, values))
        (about.beside)
        (views::basis_section(cx, indicator, &views::Bases { values, former: &former, rests_on: &bases }))
        @if may {
            (section("report", &cx.t(title), &Markup::default(), &views::entry_form(cx, &EntryForm {
                indicator, unit, fields: form.fields, problems: form.problems, former: form.former, conflict: form.conflict,
            })))
        }
        (section("values", &cx.t("indicators-values-title"), &Markup::default(), &html! {
            @if values.is_empty() && !may { (note(Tone::Neutral, None, &html! { p { (cx.t("indicators-chart-empty")) } })) }
            (views::values_table(cx, indicator, values, (correct, &by)))
            @if !former.is_empty() {
                (fold(&cx.say().with("indicators-former-fold", &[("n", former.len().into())]),
                    &views::former_table(cx, indicator, &former, &by)))
            }
        }))
        @if may && derived.is_none() { (views::affirm_section(cx, &address, values, form.former)) }
    };
    let name = cx.say().words(&indicator.name).to_owned();
    Ok(cx
        .page(cx.say().with(
            "indicators-entry-page",
            &[("indicator", name.as_str().into()), ("unit", views::unit_name(cx, tree, unit).into())],
        ))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(name, format!("/indicators/{}", indicator.id))
        .actions(html! {
            (link_button(&cx.t("web-print-pdf"), &format!("{address}/pdf"), Weight::Tertiary, Some(Icon::Download)))
            (link_button(
                &cx.t("indicators-follow-title"),
                &format!("/indicators/{}/follow?unit={unit}", indicator.id),
                Weight::Tertiary,
                Some(Icon::Inbox),
            ))
        })
        .status(status)
        .body(body))
}

/// What stands above and below the form: the picture, and other units.
struct About {
    picture: Markup,
    beside: Markup,
}

/// What is known of a series besides its values.
pub(super) struct Known {
    pub(super) own: Reading,
    pub(super) notes: Vec<PointNote>,
    pub(super) signals: Vec<Signal>,
    question: String,
    measures: Measures,
}

impl Known {
    /// Reads it, or adds it up from the units below where the unit has no values; none where there are none either.
    /// Signals are for those who see all that they tell of.
    pub(super) async fn of(
        cx: &Ctx,
        tree: &UnitTree,
        slot: &Slot,
        values: &[Observation],
    ) -> Result<Option<Self>, Error> {
        let indicator = &slot.indicator;
        let question =
            cx.say().with("indicators-series-question", &[("indicator", cx.say().words(&indicator.name).into())]);
        if values.is_empty() {
            let (scope, sight) = (access::scope(cx.actor(), Kind::Series), super::sight(cx, tree));
            let sums = rollup::of_units(cx.db(), (&scope, &sight), indicator, &[slot.unit]).await?;
            if let Some(own) = sums.into_values().next() {
                let (notes, signals, measures) = (Vec::new(), Vec::new(), Measures::default());
                return Ok(Some(Self { own, notes, signals, question, measures }));
            }
        }
        let Some(series) = &slot.series else { return Ok(None) };
        let spec = store::specs(cx.db(), &[series.id]).await?.remove(&series.id);
        let sight = super::sight(cx, tree);
        let whole = sight.whole(series);
        let own = Reading::new(&sight, indicator, series.clone(), values.to_vec(), spec);
        let notes = store::notes(cx.db(), series.id).await?;
        let told = own.spec.phases.iter().filter_map(|phase| phase.measure);
        let told = told.chain(notes.iter().filter_map(|note| note.measure));
        let measures = Measures::of(cx, tree, (slot.unit, false), told).await?;
        Ok(Some(Self {
            own,
            notes,
            measures,
            signals: if whole { store::signals_of(cx.db(), series.id).await? } else { Vec::new() },
            question,
        }))
    }

    /// The chart as a picture is made of it; none with too few values.
    pub(super) fn shown<'a>(&'a self, indicator: &'a Indicator) -> Option<views::Shown<'a>> {
        Some(views::Shown {
            id: "series",
            question: &self.question,
            indicator,
            values: &self.own.values,
            spec: &self.own.spec,
            drawn: self.own.drawn.as_ref()?,
            causes: &self.own.causes,
            notes: &self.notes,
            measures: &self.measures,
        })
    }
}

async fn about(
    cx: &Ctx,
    tree: &UnitTree,
    slot: &Slot,
    (values, known): (&[Observation], Option<&Known>),
) -> Result<About, Error> {
    let (indicator, unit) = (&slot.indicator, slot.unit);
    let Some(known) = known else {
        return Ok(About { picture: Markup::default(), beside: Markup::default() });
    };
    let relatives = relatives::around(cx, tree, indicator, unit).await?;
    let picture = match known.shown(indicator) {
        None => views::picture(cx, indicator, if values.is_empty() { &known.own.values } else { values }),
        Some(shown) => html! {
            @let link = link_button(&cx.t("indicators-charting-link"),
                &format!("/indicators/{}/units/{unit}/chart", indicator.id), Weight::Tertiary, None);
            // Nobody decides how sums are charted.
            (views::spc_picture(cx, &shown, if known.own.derived.is_none() { link } else { Markup::default() }))
            @if shown.drawn.judged { (views::why_line(cx, shown.drawn)) }
        },
    };
    let picture = html! {
        (picture)
        @if let Some(derived) = &known.own.derived { (views::derived_note(cx, tree, indicator, derived)) }
    };
    let signals = &known.signals;
    let known = HashMap::from([(indicator.id, indicator.clone())]);
    let beside = html! {
        @if !signals.is_empty() {
            (section("signals", &cx.t("indicators-series-signals"), &Markup::default(),
                &views::signal_table(cx, tree, &known, signals)))
        }
        @if 1 < relatives.len() {
            (section("compare", &cx.t("indicators-compare-title"), &Markup::default(), &html! {
                p.quiet { (cx.t("indicators-compare-lead")) }
                (views::relatives_table(cx, tree, indicator, &relatives))
            }))
        }
    };
    Ok(About { picture, beside })
}

/// Reads what was reported: period, value and reason, with everything that is wrong.
pub fn read_entry(fields: &Fields, indicator: &Indicator, today: Date) -> (Option<Period>, Entry, Problems) {
    let mut problems = Problems::new();
    let written = fields.required("period", &mut problems);
    let period = match rules::read_period(&written, today) {
        Ok(period) => Some(period),
        Err(fault) => {
            if problems.of_field("period").is_none() {
                problems.field("period", fault.key());
            }
            None
        }
    };
    let entry = Entry {
        numerator: fields.number("numerator", &mut problems),
        denominator: fields.number("denominator", &mut problems),
        value: fields.number("value", &mut problems),
        low: fields.number("low", &mut problems),
        high: fields.number("high", &mut problems),
        approximate: fields.has("approximate"),
        provisional: fields.has("provisional"),
        note: Words::plain(fields.long("note", &mut problems)),
        scope: Words::default(),
        source: fields.short("source", &mut problems),
        coverage: read_coverage(fields, &mut problems),
        ..Entry::default()
    };
    let unread =
        ["numerator", "denominator", "value", "low", "high"].iter().any(|name| problems.of_field(name).is_some());
    if !unread {
        let measured = indicator.measure.has_denominator();
        for fault in rules::check_reported(indicator, &entry) {
            let field = if measured { fault.field() } else { "value" };
            problems.field(field, fault.key());
        }
    }
    (period, rules::completed(indicator.measure, indicator.per, entry), problems)
}

/// Reads how much of what should be counted was reported.
pub fn read_coverage(fields: &Fields, problems: &mut Problems) -> Option<f64> {
    rules::typed::coverage(fields.text("coverage"), read_number).unwrap_or_else(|fault| {
        problems.field("coverage", fault.key());
        None
    })
}

/// `POST /indicators/{id}/units/{unit}/affirm`: says that values are right, on behalf of the unit.
pub async fn affirm(
    cx: Ctx,
    Path((id, unit)): Path<(IndicatorId, UnitId)>,
    Form(fields): Form,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let slot = store::open_slot(cx.db(), cx.actor(), &tree, (id, unit), Action::Answer).await?;
    let these: Vec<ObservationId> = fields
        .all("value")
        .map(str::parse)
        .collect::<Result<_, _>>()
        .map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let tx = cx.begin().await?;
    store::affirm(&tx, &slot, &these).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/indicators/{id}/units/{unit}"), "indicators-affirm-done"))
}

/// `POST /indicators/{id}/units/{unit}`: records one value.
pub async fn record(
    cx: Ctx,
    Path((id, unit)): Path<(IndicatorId, UnitId)>,
    Form(fields): Form,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mut slot = store::open_slot(cx.db(), cx.actor(), &tree, (id, unit), Action::Answer).await?;
    let values = load(&cx, &tree, slot.series.as_ref()).await?;
    let (period, entry, mut problems) = read_entry(&fields, &slot.indicator, cx.today());
    let reason = fields.long("reason", &mut problems);
    let current = period.and_then(|period| values.iter().find(|value| value.period == period));
    let seen: Option<ObservationId> = fields.text("former").parse().ok();
    // The former value of another period than the one now typed says nothing.
    let seen = seen.filter(|seen| values.iter().all(|value| value.id != *seen || Some(value.period) == period));
    if let Some(theirs) = current
        && Some(theirs.id) != seen
    {
        let conflict = conflict(&cx, &slot.indicator, theirs, &entry).await?;
        let form = Filled { fields: &fields, problems: &problems, former: current, conflict };
        return page(&cx, &tree, (&slot, &values), form, StatusCode::CONFLICT).await;
    }
    if current.is_some_and(|former| !former.provisional) && reason.is_empty() {
        problems.field("reason", "indicators-fault-reason");
    }
    let (Some(period), true) = (period, problems.is_empty()) else {
        let form = Filled { fields: &fields, problems: &problems, former: current, conflict: Markup::default() };
        return page(&cx, &tree, (&slot, &values), form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let recording = Recording { period, entry, former: current.map(|former| former.id), reason, code: None };
    match keep(&cx, &mut slot, recording).await {
        Err(varde_store::Error::Stale) => stale(&cx, &tree, (id, unit), period, &fields).await,
        other => {
            other?;
            Ok(cx.done(&format!("/indicators/{id}/units/{unit}"), "indicators-done-recorded"))
        }
    }
}

/// Theirs and yours side by side.
async fn conflict(cx: &Ctx, indicator: &Indicator, theirs: &Observation, yours: &Entry) -> Result<Markup, Error> {
    let known = names(cx, std::iter::once(theirs.recorded_by)).await?;
    let author = who(cx, &known, theirs.recorded_by);
    Ok(views::entry_conflict(cx, indicator, theirs, (&author, yours)))
}

async fn keep(cx: &Ctx, slot: &mut Granted<Slot>, recording: Recording) -> Result<(), varde_store::Error> {
    let tx = cx.db().begin_write(cx.actor().author(), cx.now()).await?;
    store::record(&tx, slot, &[recording]).await?;
    tx.commit().await
}

/// Someone wrote the same period in the same moment: shows theirs, keeps what was typed.
async fn stale(
    cx: &Ctx,
    tree: &UnitTree,
    place: (IndicatorId, UnitId),
    period: Period,
    fields: &Fields,
) -> Result<Response, Error> {
    let slot = store::open_slot(cx.db(), cx.actor(), tree, place, Action::Answer).await?;
    let values = load(cx, tree, slot.series.as_ref()).await?;
    let (_, entry, problems) = read_entry(fields, &slot.indicator, cx.today());
    let theirs = values.iter().find(|value| value.period == period);
    let conflict = match theirs {
        Some(theirs) => conflict(cx, &slot.indicator, theirs, &entry).await?,
        None => Markup::default(),
    };
    let form = Filled { fields, problems: &problems, former: theirs, conflict };
    page(cx, tree, (&slot, &values), form, StatusCode::CONFLICT).await
}
