//! Giving roles and ending them.

use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use varde_kernel::access::{Action, Kind, Role};
use varde_kernel::{HoldingId, PersonId, Problems, UnitTree, Validity};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::lookups::looked;
use super::units_field;
use crate::model::lookups::What;
use crate::model::persons::{Holding, NewHolding, Person};
use crate::rules::persons::{self as rules, EndRefused, GrantRefused};
use crate::store::{holdings, persons};
use crate::views;

/// What was typed about a role.
#[derive(Default)]
pub(crate) struct Typed {
    pub(crate) role: String,
    pub(crate) unit: String,
    pub(crate) from: String,
    pub(crate) last: String,
    pub(crate) grounds: String,
}

impl Typed {
    fn of(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).to_owned();
        Self {
            role: text("role"),
            unit: text("unit"),
            from: text("from"),
            last: text("last"),
            grounds: text("grounds"),
        }
    }
}

/// Whether the visitor may know of the person: someone who gives roles in a unit may give them to
/// anyone whom they can see.
async fn person(cx: &Ctx, tree: &UnitTree, id: PersonId) -> Result<Person, Error> {
    Ok(persons::open(cx.db(), cx.actor(), tree, id, Action::Read).await?.into_inner())
}

/// `GET /people/{id}/roles`: a form for a role.
pub(crate) async fn new(cx: Ctx, Path(id): Path<PersonId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let person = person(&cx, &tree, id).await?;
    looked(&cx, &[id], What::Roles).await?;
    let mut typed = Typed::of(&query);
    if typed.from.is_empty() {
        typed.from = cx.today().to_string();
    }
    page(&cx, &tree, StatusCode::OK, &person, &typed, &Problems::new())
}

fn page(
    cx: &Ctx,
    tree: &UnitTree,
    status: StatusCode,
    person: &Person,
    typed: &Typed,
    problems: &Problems,
) -> Result<Response, Error> {
    let units = units_field::within(cx, tree, Kind::Holding, Action::Create);
    if units.is_empty() {
        return Err(Error::Forbidden);
    }
    Ok(cx
        .page(cx.t("people-role-new-title"))
        .lead(cx.t("people-role-new-lead"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(person.name.clone(), format!("/people/{}", person.id))
        .status(status)
        .body(views::holdings::new_form(cx, tree, &units, person, typed, problems)))
}

/// `POST /people/{id}/roles`: gives the role.
pub(crate) async fn create(cx: Ctx, Path(id): Path<PersonId>, Form(form): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let person = person(&cx, &tree, id).await?;
    looked(&cx, &[id], What::Roles).await?;
    let mut problems = Problems::new();
    match given(&cx, &tree, id, &form, &mut problems).await? {
        Some(_) => Ok(cx.done(&format!("/people/{id}"), "people-role-given")),
        None => page(&cx, &tree, StatusCode::UNPROCESSABLE_ENTITY, &person, &Typed::of(&form), &problems),
    }
}

/// Reads and gives a role, if there is nothing wrong. The API says it in the same fields.
pub(crate) async fn given(
    cx: &Ctx,
    tree: &UnitTree,
    person: PersonId,
    form: &Fields,
    problems: &mut Problems,
) -> Result<Option<HoldingId>, Error> {
    let role: Option<Role> = form.choice("role", problems);
    let unit = units_field::read(form, tree, "unit", problems);
    let from = form.date("from", problems);
    let last = form.date("last", problems);
    for (field, is_missing) in [("role", role.is_none()), ("unit", unit.is_none()), ("from", from.is_none())] {
        if is_missing && problems.of_field(field).is_none() {
            problems.field(field, "web-problem-required");
        }
    }
    let grounds = form.required("grounds", problems);
    let (Some(role), Some(unit), Some(from), true) = (role, unit, from, problems.is_empty()) else { return Ok(None) };
    let to = last.and_then(|last| last.tomorrow().ok());
    let new = NewHolding { role, unit, validity: Validity { from, to }, grounds };
    let tx = cx.begin().await?;
    let new = match holdings::may_give(cx.actor(), tree, new) {
        Ok(new) => new,
        Err(varde_store::Error::Forbidden) => {
            problems.field("unit", "people-refused-unit-not-yours");
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    if let Err(refused) = rules::give(&new, &holdings::of(&tx, person).await?) {
        match refused {
            GrantRefused::EndsBeforeItBegins => problems.field("last", "people-role-ends-early"),
            GrantRefused::HeldAlready => problems.field("role", "people-role-held"),
            GrantRefused::NoGrounds => problems.field("grounds", "web-problem-required"),
        }
        return Ok(None);
    }
    let id = holdings::insert(&tx, person, &new).await?;
    tx.commit().await?;
    Ok(Some(id))
}

/// `GET /holdings/{id}/end`: asks for the last day and the reason.
pub(crate) async fn ask_end(cx: Ctx, Path(id): Path<HoldingId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let holding = holdings::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    looked(&cx, &[holding.person], What::Roles).await?;
    end_page(&cx, &tree, StatusCode::OK, &holding, &cx.today().to_string(), "", &Problems::new()).await
}

async fn end_page(
    cx: &Ctx,
    tree: &UnitTree,
    status: StatusCode,
    holding: &Holding,
    last: &str,
    grounds: &str,
    problems: &Problems,
) -> Result<Response, Error> {
    let name = persons::person_name(cx.db(), holding.person).await?.unwrap_or_default();
    Ok(cx
        .page(cx.t("people-role-end-title"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(name.clone(), format!("/people/{}", holding.person))
        .status(status)
        .body(views::holdings::end_form(cx, tree, holding, &name, (last, grounds), problems)))
}

/// `POST /holdings/{id}/end`: the role ends after the day that was given.
pub(crate) async fn end(cx: Ctx, Path(id): Path<HoldingId>, Form(form): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let holding = holdings::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    looked(&cx, &[holding.person], What::Roles).await?;
    let mut problems = Problems::new();
    let (last, grounds) = read_end(&form, &mut problems);
    if let Some(person) = ended(&cx, &tree, id, last, &grounds, &mut problems).await? {
        return Ok(cx.done(&format!("/people/{person}"), "people-role-ended"));
    }
    end_page(&cx, &tree, StatusCode::UNPROCESSABLE_ENTITY, &holding, form.text("last"), &grounds, &problems).await
}

/// Reads the last day and the reason.
pub(crate) fn read_end(form: &Fields, problems: &mut Problems) -> (Option<Date>, String) {
    let last = form.date("last", problems);
    if last.is_none() && problems.of_field("last").is_none() {
        problems.field("last", "web-problem-required");
    }
    (last, form.required("grounds", problems))
}

/// Ends a role, if there is nothing wrong; says whose it was.
pub(crate) async fn ended(
    cx: &Ctx,
    tree: &UnitTree,
    id: HoldingId,
    last: Option<Date>,
    grounds: &str,
    problems: &mut Problems,
) -> Result<Option<PersonId>, Error> {
    let tx = cx.begin().await?;
    let mut holding = holdings::open(&tx, cx.actor(), tree, id, Action::Edit).await?;
    let (Some(last), true) = (last, problems.is_empty()) else { return Ok(None) };
    match rules::end(holding.validity, last, cx.today(), grounds) {
        Ok(validity) => {
            holding.validity = validity;
            holdings::save(&tx, &holding, grounds).await?;
            let person = holding.person;
            tx.commit().await?;
            Ok(Some(person))
        }
        Err(refused) => {
            match refused {
                EndRefused::OverAlready => problems.field("last", "people-role-over"),
                EndRefused::TooEarly => problems.field("last", "people-role-too-early"),
                EndRefused::Later => problems.field("last", "people-role-later"),
                EndRefused::NoGrounds => problems.field("grounds", "web-problem-required"),
            }
            Ok(None)
        }
    }
}
