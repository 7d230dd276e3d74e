//! A planned change of the organisation: what it is, another day for it, or none.

use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use varde_kernel::access::{Action, Kind, Target};
use varde_kernel::{Place, PlannedChangeId, Problems, UnitId};
use varde_store::Read;
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::doing::problems;
use crate::model::units::{PlannedChange, Register};
use crate::rules::units::planned as rules;
use crate::store;
use crate::views::units::planned as view;

/// The planned change, for those who may change one of the units that it is about.
pub(crate) async fn open(cx: &Ctx, db: &impl Read, id: PlannedChangeId) -> Result<(PlannedChange, Register), Error> {
    cx.signed_in()?;
    let planned = store::planned::get(db, id).await?.ok_or(Error::NotFound)?;
    let register = store::units::register(db).await?;
    let unit = first(&planned).ok_or(Error::NotFound)?;
    cx.must(Action::Edit, &Target::open(Kind::Unit, register.line_near(unit, cx.today())))?;
    Ok((planned, register))
}

/// The unit to which one comes back: the first that there is already.
fn first(planned: &PlannedChange) -> Option<UnitId> {
    let begun = |unit: &UnitId| planned.traces.iter().any(|trace| trace.unit == *unit && trace.begins);
    let about = || planned.told.iter().flat_map(|told| told.before.iter().chain(&told.after)).copied();
    about().find(|unit| !begun(unit)).or_else(|| about().next())
}

/// `GET /planned-changes/{id}`: what is planned, and what can be done about it.
pub(super) async fn show(cx: Ctx, Path(id): Path<PlannedChangeId>) -> Result<Response, Error> {
    let (planned, register) = open(&cx, cx.db(), id).await?;
    let pairs = [("on", planned.on.to_string()), ("version", planned.version.to_string())];
    let fields = Fields::new(pairs.map(|(name, value)| (name.to_owned(), value)).to_vec());
    Ok(page(&cx, &planned, &register, &fields, &Problems::new(), StatusCode::OK))
}

/// `POST /planned-changes/{id}/cancel`: takes it back.
pub(super) async fn cancel(cx: Ctx, Path(id): Path<PlannedChangeId>, Form(fields): Form) -> Result<Response, Error> {
    open(&cx, cx.db(), id).await?;
    let mut wrong = Problems::new();
    let why = fields.long("why", &mut wrong);
    match take_back(&cx, id, fields.version()?, &why, wrong).await {
        Ok(Ok(unit)) => Ok(cx.done(&format!("/units/{unit}"), "people-planned-cancelled")),
        Err(error) if error.is_stale() => stale(&cx, id, &fields).await,
        Err(error) => Err(error),
        Ok(Err((planned, register, wrong))) => {
            Ok(page(&cx, &planned, &register, &fields, &wrong, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// `POST /planned-changes/{id}/day`: gives it another day.
pub(super) async fn put_on(cx: Ctx, Path(id): Path<PlannedChangeId>, Form(fields): Form) -> Result<Response, Error> {
    open(&cx, cx.db(), id).await?;
    let mut wrong = Problems::new();
    let why = fields.long("why", &mut wrong);
    if !fields.has("on") {
        wrong.field("on", "web-problem-required");
    }
    let on = fields.date("on", &mut wrong).unwrap_or_else(|| cx.today());
    match other_day(&cx, id, fields.version()?, on, &why, wrong).await {
        Ok(Ok(unit)) => Ok(cx.done(&format!("/units/{unit}"), "people-planned-redated")),
        Err(error) if error.is_stale() => stale(&cx, id, &fields).await,
        Err(error) => Err(error),
        Ok(Err((planned, register, wrong))) => {
            Ok(page(&cx, &planned, &register, &fields, &wrong, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// Someone else gave the step another day first: says so, and keeps what was typed.
async fn stale(cx: &Ctx, id: PlannedChangeId, fields: &Fields) -> Result<Response, Error> {
    let (planned, register) = open(cx, cx.db(), id).await?;
    let kept = cx.stale(id, fields, planned.version).await?;
    Ok(page(cx, &planned, &register, &kept, &Problems::new(), StatusCode::CONFLICT))
}

/// Done, with the unit to show; or why not, with what there is.
type Outcome = Result<UnitId, (PlannedChange, Register, Problems)>;

/// Takes a planned change back, for the page and the API.
pub(crate) async fn take_back(
    cx: &Ctx,
    id: PlannedChangeId,
    version: i64,
    why: &str,
    mut wrong: Problems,
) -> Result<Outcome, Error> {
    let tx = cx.begin().await?;
    let (planned, register) = open(cx, &tx, id).await?;
    if planned.version != version {
        return Err(varde_store::Error::Stale.into());
    }
    must_be_to_come(cx, &planned, &mut wrong);
    let begun: Vec<UnitId> = planned.traces.iter().filter(|trace| trace.begins).map(|trace| trace.unit).collect();
    if !begun.is_empty() {
        let hanging = cx.hanging(&begun, cx.today()).await?;
        if !hanging.is_empty() {
            wrong.push(Place::Whole, "people-planned-used", vec![("what", hanging.join(", "))]);
        }
    }
    if !wrong.is_empty() {
        return Ok(Err((planned, register, wrong)));
    }
    let change = match rules::cancel(&register, &planned.traces) {
        Ok(change) => change,
        Err(faults) => return Ok(Err((planned, register, problems(&faults, &[])))),
    };
    let change = store::changes::grant(cx.actor(), &register, change, cx.today())?;
    store::planned::cancel(&tx, &change, &planned, why, cx.today()).await?;
    tx.commit().await?;
    let shown = first(&planned).filter(|unit| !begun.contains(unit)).or_else(|| above(&planned, &register));
    Ok(Ok(shown.ok_or(Error::NotFound)?))
}

/// Where a unit would have stood that never begins.
fn above(planned: &PlannedChange, register: &Register) -> Option<UnitId> {
    first(planned).and_then(|unit| register.get(unit)?.owner_on(planned.on))
}

/// Gives a planned change another day, for the page and the API.
pub(crate) async fn other_day(
    cx: &Ctx,
    id: PlannedChangeId,
    version: i64,
    on: Date,
    why: &str,
    mut wrong: Problems,
) -> Result<Outcome, Error> {
    let tx = cx.begin().await?;
    let (planned, register) = open(cx, &tx, id).await?;
    if planned.version != version {
        return Err(varde_store::Error::Stale.into());
    }
    must_be_to_come(cx, &planned, &mut wrong);
    if on <= cx.today() {
        wrong.field("on", "people-planned-to-come");
    } else if on == planned.on {
        wrong.field("on", "people-planned-same-day");
    }
    if !wrong.is_empty() {
        return Ok(Err((planned, register, wrong)));
    }
    let (change, traces) = match rules::put_on(&register, &planned.traces, planned.on, on) {
        Ok(done) => done,
        Err(faults) => return Ok(Err((planned, register, problems(&faults, &["on"])))),
    };
    let change = store::changes::grant(cx.actor(), &register, change, cx.today())?;
    store::planned::put_on(&tx, &change, &planned, (on, &traces), why, cx.today()).await?;
    tx.commit().await?;
    Ok(Ok(first(&planned).ok_or(Error::NotFound)?))
}

fn must_be_to_come(cx: &Ctx, planned: &PlannedChange, wrong: &mut Problems) {
    if planned.on <= cx.today() {
        wrong.push(Place::Whole, "people-planned-over", Vec::new());
    }
}

fn page(
    cx: &Ctx,
    planned: &PlannedChange,
    register: &Register,
    fields: &Fields,
    wrong: &Problems,
    status: StatusCode,
) -> Response {
    let tree = register.tree(cx.today());
    let unit = first(planned);
    let mut page = cx.page(cx.t("people-planned-title")).crumb(cx.t("people-units-title"), "/units").status(status);
    if let Some(unit) = unit {
        page = page.unit(&tree, unit);
    }
    page.body(view::body(cx, &tree, register, planned, fields, wrong))
}
