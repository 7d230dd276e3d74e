//! Persons and their accounts, for those who run them.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use varde_kernel::access::{self, Action, Granted, Kind, Target};
use varde_kernel::{PersonId, Problems, UnitId, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::{me, units_field};
use crate::model::persons::{NewPerson, Person};
use crate::rules::persons as rules;
use crate::store::{holdings, passwords, persons};
use crate::views;

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
            page: query.text("page").parse().unwrap_or(1).clamp(1, 100_000),
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
    let tree = cx.tree().await?;
    let may_make = cx.may(Action::Create, &Target::central(Kind::Person));
    let may_export = cx.may(Action::Export, &Target::central(Kind::Person));
    let shown = views::persons::Found { asked: &asked, persons: &found, total, per_page: PER_PAGE, may_export };
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
    let may_take = |person: &&Person| cx.may(Action::Export, &persons::target(&tree, person.home));
    let mut text = csv_line(&["people-person-name", "people-person-username", "people-person-email", "people-person-home", "people-person-state"].map(|key| cx.t(key)));
    for person in found.iter().filter(may_take) {
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

/// What the form about a person says.
pub(crate) struct Typed {
    pub(crate) name: String,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) link_by_email: bool,
    pub(crate) unit: String,
}

impl Typed {
    fn of_form(form: &Fields) -> Self {
        Self {
            name: form.text("name").to_owned(),
            username: form.text("username").to_owned(),
            email: form.text("email").to_owned(),
            link_by_email: form.has("link_by_email"),
            unit: form.text("unit").to_owned(),
        }
    }

    fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            username: person.username.clone().unwrap_or_default(),
            email: person.email.clone().unwrap_or_default(),
            link_by_email: person.link_by_email,
            unit: person.home.map(|home| home.to_string()).unwrap_or_default(),
        }
    }
}

/// A form about a person that has been read.
pub(crate) struct Read {
    pub(crate) name: String,
    pub(crate) username: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) home: Option<UnitId>,
}

/// Reads what is said about a person; the API says it in the same fields.
pub(crate) fn read(form: &Fields, tree: &UnitTree, problems: &mut Problems) -> Read {
    let name = form.required("name", problems);
    let mut username = None;
    if !form.short("username", problems).is_empty() {
        username = rules::username(form.text("username"));
        if username.is_none() {
            problems.field("username", "people-refused-username");
        }
    }
    let mut email = None;
    if !form.short("email", problems).is_empty() {
        email = rules::email(form.text("email"));
        if email.is_none() {
            problems.field("email", "people-refused-email");
        }
    }
    if form.has("link_by_email") && email.is_none() && problems.of_field("email").is_none() {
        problems.field("email", "people-refused-email-for-link");
    }
    let home = units_field::read(form, tree, "unit", problems);
    Read { name, username, email, home }
}

/// `GET /people/new`: a form for a person with an account.
pub(crate) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    cx.must(Action::Create, &Target::central(Kind::Person))?;
    new_page(&cx, StatusCode::OK, &Typed::of_form(&query), &Problems::new()).await
}

async fn new_page(cx: &Ctx, status: StatusCode, typed: &Typed, problems: &Problems) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = units_field::within(cx, &tree, Kind::Person, Action::Create);
    Ok(cx
        .page(cx.t("people-person-new-title"))
        .lead(cx.t("people-person-new-lead"))
        .crumb(cx.t("people-persons-title"), "/people")
        .status(status)
        .body(views::persons::new_form(cx, &tree, &units, typed, problems)))
}

/// `POST /people`: makes a person, and shows the one-time password this once.
pub(crate) async fn create(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    cx.must(Action::Create, &Target::central(Kind::Person))?;
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let read = read(&form, &tree, &mut problems);
    match made(&cx, &tree, read, form.has("link_by_email"), &mut problems).await? {
        Some((id, password)) => {
            let name = form.text("name");
            Ok(cx
                .page(cx.t("people-person-new-done"))
                .crumb(cx.t("people-persons-title"), "/people")
                .body(views::persons::password_shown(&cx, id, name, password.as_deref())))
        }
        None => new_page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &Typed::of_form(&form), &problems).await,
    }
}

/// Makes a person in the unit that was read, if there is nothing wrong; gives the one-time
/// password when there is an account.
pub(crate) async fn made(
    cx: &Ctx,
    tree: &UnitTree,
    read: Read,
    link_by_email: bool,
    problems: &mut Problems,
) -> Result<Option<(PersonId, Option<String>)>, Error> {
    if read.home.is_none() && problems.of_field("unit").is_none() {
        problems.field("unit", "web-problem-required");
    }
    if !cx.may(Action::Create, &persons::target(tree, read.home)) && problems.of_field("unit").is_none() {
        problems.field("unit", "people-refused-unit-not-yours");
    }
    if let Some(username) = &read.username
        && persons::by_username(cx.db(), username).await?.is_some()
    {
        problems.field("username", "people-refused-username-taken");
    }
    if !problems.is_empty() {
        return Ok(None);
    }
    let (password, seal) = match read.username {
        Some(_) => {
            let password = one_time()?;
            let seal = passwords::seal(&password).await?;
            (Some(password), Some(seal))
        }
        None => (None, None),
    };
    let on = persons::target(tree, read.home);
    let new = NewPerson {
        name: read.name,
        email: read.email,
        link_by_email,
        username: read.username,
        password: seal,
        must_change: true,
        home: read.home,
        ..NewPerson::default()
    };
    let new = access::grant(cx.actor(), Action::Create, &on, new)?;
    let tx = cx.begin().await?;
    match persons::insert(&tx, new).await {
        Ok(id) => {
            tx.commit().await?;
            Ok(Some((id, password)))
        }
        // Someone else took the name while we sealed the password.
        Err(error) if error.is_duplicate() => {
            problems.field("username", "people-refused-username-taken");
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// A fresh password to be used once.
pub(crate) fn one_time() -> Result<String, Error> {
    let secret = varde_web::secret_text().ok_or(varde_store::Error::Random)?;
    let bytes = hex::decode(secret).map_err(|error| Error::Internal(Box::new(error)))?;
    Ok(rules::one_time(&bytes))
}

/// `GET /people/{id}`: a person, the roles, what they let the person see, and what was done.
pub(crate) async fn show(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let person = persons::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    // Reading about a person is noted, with ids alone.
    tracing::info!(request_id = cx.request_id(), person = %id, "a person's page was read");
    let held = holdings::of(cx.db(), id).await?;
    let may_edit = may_edit(&cx, &tree, id).await?;
    let may_give = !units_field::within(&cx, &tree, Kind::Holding, Action::Create).is_empty();
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

async fn to_edit(cx: &Ctx, id: PersonId) -> Result<Granted<Person>, Error> {
    Ok(persons::open(cx.db(), cx.actor(), &*cx.tree().await?, id, Action::Edit).await?)
}

/// `GET /people/{id}/edit`: the form about a person.
pub(crate) async fn edit(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?.into_inner();
    let typed = Typed::of(&person);
    edit_page(&cx, StatusCode::OK, &person, &typed, &Problems::new(), None).await
}

async fn edit_page(
    cx: &Ctx,
    status: StatusCode,
    person: &Person,
    typed: &Typed,
    problems: &Problems,
    conflict: Option<&views::persons::Meanwhile>,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = units_field::within(cx, &tree, Kind::Person, Action::Edit);
    Ok(cx
        .page(cx.t("people-person-edit-title"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(person.name.clone(), format!("/people/{}", person.id))
        .status(status)
        .body(views::persons::edit_form(cx, &tree, &units, person, typed, problems, conflict)))
}

/// `POST /people/{id}/edit`: keeps name, e-mail and unit.
pub(crate) async fn update(cx: Ctx, Path(id): Path<PersonId>, Form(form): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let person = to_edit(&cx, id).await?;
    let version: i64 = form.text("version").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let mut problems = Problems::new();
    let read = read(&form, &tree, &mut problems);
    let saved = person.clone();
    let typed = Typed::of_form(&form);
    match changed(&cx, &tree, person, read, form.has("link_by_email"), version, &mut problems).await {
        Ok(Some(_)) => Ok(cx.done(&format!("/people/{id}"), "people-person-edit-saved")),
        Ok(None) => {
            let saved = Person { version, ..saved };
            edit_page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &saved, &typed, &problems, None).await
        }
        Err(varde_store::Error::Stale) => {
            let meanwhile = me::meanwhile(&cx, id, version).await?;
            edit_page(&cx, StatusCode::CONFLICT, &saved, &typed, &problems, Some(&meanwhile)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Saves what was read about a person, if there is nothing wrong; gives the new version.
pub(crate) async fn changed(
    cx: &Ctx,
    tree: &UnitTree,
    mut person: Granted<Person>,
    read: Read,
    link_by_email: bool,
    version: i64,
    problems: &mut Problems,
) -> Result<Option<i64>, varde_store::Error> {
    // Who moves someone to another unit must run accounts there too.
    if read.home != person.home
        && problems.of_field("unit").is_none()
        && !cx.may(Action::Edit, &persons::target(tree, read.home))
    {
        problems.field("unit", "people-refused-unit-not-yours");
    }
    if !problems.is_empty() {
        return Ok(None);
    }
    person.name = read.name;
    person.email = read.email;
    person.link_by_email = link_by_email;
    person.home = read.home;
    person.version = version;
    let tx = cx.db().begin_write(cx.actor().author(), cx.now()).await?;
    let version = persons::save(&tx, &person).await?;
    tx.commit().await?;
    Ok(Some(version))
}

/// `GET /people/{id}/deactivate`: asks first, and for a reason.
pub(crate) async fn ask_deactivate(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?.into_inner();
    Ok(deactivate_page(&cx, StatusCode::OK, &person, &Problems::new()))
}

fn deactivate_page(cx: &Ctx, status: StatusCode, person: &Person, problems: &Problems) -> Response {
    cx.page(cx.t("people-close-title"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(person.name.clone(), format!("/people/{}", person.id))
        .status(status)
        .body(views::persons::ask_deactivate(cx, person, problems))
}

/// `POST /people/{id}/deactivate`: closes the account; sessions and tokens end at once.
pub(crate) async fn deactivate(cx: Ctx, Path(id): Path<PersonId>, Form(form): Form) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?;
    let mut problems = Problems::new();
    let why = form.required("why", &mut problems);
    if closed(&cx, &person, &why, &mut problems).await? {
        return Ok(cx.done(&format!("/people/{id}"), "people-close-done"));
    }
    Ok(deactivate_page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &person, &problems))
}

/// Closes the account, if there is nothing wrong; says whether it did.
pub(crate) async fn closed(
    cx: &Ctx,
    person: &Granted<Person>,
    why: &str,
    problems: &mut Problems,
) -> Result<bool, Error> {
    // Whoever closes their own account cannot open it again, and may have been the last who could.
    if cx.actor().person() == Some(person.id) {
        problems.field("why", "people-close-not-oneself");
    }
    if !problems.is_empty() {
        return Ok(false);
    }
    let tx = cx.begin().await?;
    persons::set_active(&tx, person, false, why).await?;
    tx.commit().await?;
    Ok(true)
}

/// `POST /people/{id}/reactivate`: opens the account again.
pub(crate) async fn reactivate(cx: Ctx, Path(id): Path<PersonId>, Form(_): Form) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?;
    let tx = cx.begin().await?;
    persons::set_active(&tx, &person, true, "").await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/people/{id}"), "people-close-undone"))
}

/// `GET /people/{id}/password`: asks first, since all the person's sessions end.
pub(crate) async fn ask_password(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?.into_inner();
    Ok(password_page(&cx, StatusCode::OK, &person, "", &Problems::new()))
}

fn password_page(cx: &Ctx, status: StatusCode, person: &Person, typed: &str, problems: &Problems) -> Response {
    cx.page(cx.t("people-reset-title"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(person.name.clone(), format!("/people/{}", person.id))
        .status(status)
        .body(views::persons::ask_password(cx, person, typed, problems))
}

/// `POST /people/{id}/password`: a new one-time password, shown this once; gives an account to
/// someone who has none.
pub(crate) async fn reset_password(cx: Ctx, Path(id): Path<PersonId>, Form(form): Form) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?;
    let mut problems = Problems::new();
    let name = person.name.clone();
    match reset(&cx, &person, form.text("username"), &mut problems).await? {
        Some((_, password)) => Ok(cx
            .page(cx.t("people-reset-done"))
            .crumb(cx.t("people-persons-title"), "/people")
            .crumb(name.clone(), format!("/people/{id}"))
            .body(views::persons::password_shown(&cx, id, &name, Some(&password)))),
        None => Ok(password_page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &person, form.text("username"), &problems)),
    }
}

/// Sets a one-time password, and gives it with the user name.
pub(crate) async fn reset(
    cx: &Ctx,
    person: &Granted<Person>,
    typed: &str,
    problems: &mut Problems,
) -> Result<Option<(String, String)>, Error> {
    let username = person.username.clone().or_else(|| rules::username(typed));
    let Some(username) = username else {
        problems.field("username", "people-refused-username");
        return Ok(None);
    };
    let password = one_time()?;
    let seal = passwords::seal(&password).await?;
    let tx = cx.begin().await?;
    match persons::set_password(&tx, person, &username, &seal, true).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(Some((username, password)))
        }
        Err(error) if error.is_duplicate() => {
            problems.field("username", "people-refused-username-taken");
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /people/{id}/unlink`: asks first, since the person may have no other way in.
pub(crate) async fn ask_unlink(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?.into_inner();
    Ok(cx
        .page(cx.t("people-unlink-title"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(person.name.clone(), format!("/people/{id}"))
        .body(views::persons::ask_unlink(&cx, &person)))
}

/// `POST /people/{id}/unlink`: the provider's identities no longer let the person in.
pub(crate) async fn unlink(cx: Ctx, Path(id): Path<PersonId>, Form(_): Form) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?;
    let tx = cx.begin().await?;
    persons::unlink(&tx, &person).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/people/{id}"), "people-unlink-done"))
}
