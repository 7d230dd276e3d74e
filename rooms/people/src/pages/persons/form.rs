//! The forms about a person.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{self, Action, Granted, Kind, Target};
use varde_kernel::{PersonId, Problems, UnitId, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::account::one_time;
use super::to_edit;
use crate::model::persons::{NewPerson, Person};
use crate::pages::{me, units_field};
use crate::rules::persons as rules;
use crate::store::{passwords, persons};
use crate::views;

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
