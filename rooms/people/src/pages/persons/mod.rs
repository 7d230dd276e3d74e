//! Persons and their accounts, for those who run them.

mod account;
mod form;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use varde_kernel::access::{self, Action, Granted, Kind, Target};
use varde_kernel::{PersonId, UnitId, UnitTree};
use varde_web::{Ctx, Error, Fields, Path, Query, page_of};

use super::lookups::looked;
use super::units_field;
use crate::model::lookups::What;
use crate::model::persons::Person;
use crate::store::{holdings, persons};
use crate::views;

pub(crate) use account::{
    ask_deactivate, ask_password, ask_unlink, closed, deactivate, reactivate, reset, reset_password, unlink,
};
pub(crate) use form::{Typed, changed, create, edit, made, new, read, update};

/// How many persons a page of the list shows.
const PER_PAGE: i64 = 25;
/// How many lines of history a person's page shows.
const LINES: i64 = 30;
/// How many rows an export holds at most.
const EXPORTED: i64 = 100_000;

/// What the list was asked for.
pub(crate) struct Asked {
    pub(crate) words: String,
    pub(crate) unit: Option<UnitId>,
    pub(crate) active: Option<bool>,
    pub(crate) page: i64,
}

impl Asked {
    pub(crate) fn read(query: &Fields) -> Self {
        Self {
            words: query.text("q").chars().filter(|letter| !letter.is_control()).take(200).collect(),
            unit: query.text("unit").parse().ok(),
            active: match query.text("active") {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            page: page_of(query),
        }
    }
}

/// Whom the visitor may see in a list, with what was asked for.
pub(crate) fn wanted<'a>(cx: &Ctx, scope: &'a access::Scope, asked: &'a Asked) -> persons::Wanted<'a> {
    persons::Wanted {
        scope,
        unplaced: cx.may(Action::Read, &persons::target(&UnitTree::default(), None)),
        words: &asked.words,
        unit: asked.unit,
        active: asked.active,
    }
}

/// `GET /people`: the persons whom the visitor may see.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    cx.must(Action::Read, &Target::central(Kind::Person))?;
    let asked = Asked::read(&query);
    let scope = access::scope(cx.actor(), Kind::Person);
    let wanted = wanted(&cx, &scope, &asked);
    let total = persons::count(cx.db(), &wanted).await?;
    let found = persons::list(cx.db(), &wanted, PER_PAGE, (asked.page - 1) * PER_PAGE).await?;
    looked(&cx, &ids(&found), What::List).await?;
    let tree = cx.tree().await?;
    let may_make = cx.may(Action::Create, &Target::central(Kind::Person));
    let may_export = cx.may(Action::Export, &Target::central(Kind::Person));
    let shown =
        views::persons::Found { query: &query, asked: &asked, persons: &found, total, per_page: PER_PAGE, may_export };
    Ok(cx
        .page(cx.t("people-persons-title"))
        .lead(cx.t("people-persons-lead"))
        .actions(views::persons::list_actions(&cx, may_make))
        .body(views::persons::list(&cx, &tree, &shown)))
}

/// `GET /people/export`: the same list as CSV.
pub(crate) async fn export(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    cx.must(Action::Export, &Target::central(Kind::Person))?;
    let asked = Asked::read(&query);
    let held = cx.actor().held();
    let tree = cx.tree().await?;
    let scope = access::scope(cx.actor(), Kind::Person);
    let found = persons::list(cx.db(), &wanted(&cx, &scope, &asked), EXPORTED, 0).await?;
    tracing::info!(request_id = cx.request_id(), n_roles = held.len(), n_rows = found.len(), "persons were exported");
    // Reading and taking out in bulk are two rights; the list is cut to those of the second.
    let may_take = |person: &Person| cx.may(Action::Export, &persons::target(&tree, person.home));
    let found: Vec<Person> = found.into_iter().filter(may_take).collect();
    looked(&cx, &ids(&found), What::Export).await?;
    let mut text = csv_line(
        &[
            "people-person-name",
            "people-person-username",
            "people-person-email",
            "people-person-home",
            "people-person-state",
        ]
        .map(|key| cx.t(key)),
    );
    for person in &found {
        let state = cx.t(if person.active { "people-person-active" } else { "people-person-closed" });
        text.push_str(&csv_line(&[
            person.name.clone(),
            person.username.clone().unwrap_or_default(),
            person.email.clone().unwrap_or_default(),
            views::accounts::unit_label(&cx, &tree, person.home),
            state,
        ]));
    }
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"people.csv\"")),
    ];
    Ok((headers, format!("\u{feff}{text}")).into_response())
}

/// Cells with semicolons between, as Norwegian spreadsheets read them. A cell that a spreadsheet
/// would run as a formula is made into text.
fn csv_line<const N: usize>(cells: &[String; N]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            format!("\"{}{}\"", if runs { "'" } else { "" }, cell.replace('"', "\"\""))
        })
        .collect();
    format!("{}\r\n", cells.join(";"))
}

/// `GET /people/{id}`: a person, the roles, what they let the person see, and what was done.
pub(crate) async fn show(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let person = persons::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    looked(&cx, &[id], What::Page).await?;
    let held = holdings::of(cx.db(), id).await?;
    let may_edit = may_edit(&cx, &tree, id).await?;
    let may_give = units_field::anywhere(&cx, Kind::Holding, Action::Create);
    let line = persons::target(&tree, person.home).line;
    let told = if cx.may(Action::Read, &Target::internal(Kind::History, line)) {
        persons::told(cx.db(), id, LINES).await?
    } else {
        Vec::new()
    };
    let authors: Vec<PersonId> = held
        .iter()
        .map(|holding| holding.granted_by)
        .chain(told.iter().map(|told| told.author))
        .filter_map(|author| match author {
            access::Author::Person(person) => Some(person),
            access::Author::System(_) | access::Author::Anonymous => None,
        })
        .collect();
    let names = persons::names(cx.db(), &authors).await?;
    let shown = views::persons::Shown {
        person: &person,
        held: &held,
        told: &told,
        names: &names,
        may_edit,
        may_give: may_give && person.active,
    };
    Ok(cx
        .page(person.name.clone())
        .crumb(cx.t("people-persons-title"), "/people")
        .actions(views::persons::show_actions(&cx, &shown))
        .body(views::persons::show(&cx, &tree, &shown)))
}

async fn may_edit(cx: &Ctx, tree: &UnitTree, id: PersonId) -> Result<bool, Error> {
    match persons::open(cx.db(), cx.actor(), tree, id, Action::Edit).await {
        Ok(_) => Ok(true),
        Err(varde_store::Error::Forbidden | varde_store::Error::NotFound) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn ids(persons: &[Person]) -> Vec<PersonId> {
    persons.iter().map(|person| person.id).collect()
}

/// The person, to be changed. Whoever changes it sees it too, at the latest when something is wrong
/// with the change, so it is noted.
async fn to_edit(cx: &Ctx, id: PersonId) -> Result<Granted<Person>, Error> {
    let person = persons::open(cx.db(), cx.actor(), &*cx.tree().await?, id, Action::Edit).await?;
    looked(cx, &[id], What::Account).await?;
    Ok(person)
}
