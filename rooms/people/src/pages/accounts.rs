//! The ways to the pages of persons, roles and signing in.

use varde_kernel::access::{Action, Author, Kind, System};
use varde_store::jobs;
use varde_web::ui::Icon;
use varde_web::{Every, JobKind, MenuEntry, Need, Route};

use super::{holdings, lookups, me, oidc, persons, sign_in, tokens};
use crate::store;

/// The routes of the pages of persons, roles and signing in.
pub(crate) fn routes() -> Vec<Route> {
    const SEE: Need = Need::May(Kind::Person, Action::Read);
    const EDIT: Need = Need::May(Kind::Person, Action::Edit);
    const MAKE: Need = Need::May(Kind::Person, Action::Create);
    const GIVE: Need = Need::May(Kind::Holding, Action::Create);
    const END: Need = Need::May(Kind::Holding, Action::Edit);
    vec![
        Route::get("/sign-in", Need::Public, sign_in::show),
        Route::post("/sign-in", Need::Public, sign_in::enter),
        Route::get("/sign-in/oidc", Need::Public, oidc::leave),
        Route::get("/sign-in/oidc/callback", Need::Public, oidc::callback),
        Route::post("/sign-out", Need::Public, sign_in::sign_out),
        Route::get("/me", Need::SignedIn, me::show),
        Route::post("/me", Need::SignedIn, me::update),
        Route::get("/me/password", Need::SignedIn, me::password),
        Route::post("/me/password", Need::SignedIn, me::change_password),
        Route::post("/me/sessions/{id}/end", Need::SignedIn, me::end_session),
        Route::post("/me/sessions/end-others", Need::SignedIn, me::end_others),
        Route::get("/me/lookups", Need::SignedIn, lookups::mine),
        Route::get("/lookups", Need::May(Kind::Lookup, Action::Read), lookups::list),
        Route::get("/me/tokens", Need::SignedIn, tokens::list),
        Route::post("/me/tokens", Need::SignedIn, tokens::create),
        Route::get("/me/tokens/{id}/revoke", Need::SignedIn, tokens::ask_revoke),
        Route::post("/me/tokens/{id}/revoke", Need::SignedIn, tokens::revoke),
        Route::get("/people", SEE, persons::list),
        Route::post("/people", MAKE, persons::create),
        Route::get("/people/export", Need::May(Kind::Person, Action::Export), persons::export),
        Route::get("/people/new", MAKE, persons::new),
        Route::get("/people/{id}", SEE, persons::show),
        Route::get("/people/{id}/edit", EDIT, persons::edit),
        Route::post("/people/{id}/edit", EDIT, persons::update),
        Route::get("/people/{id}/deactivate", EDIT, persons::ask_deactivate),
        Route::post("/people/{id}/deactivate", EDIT, persons::deactivate),
        Route::post("/people/{id}/reactivate", EDIT, persons::reactivate),
        Route::get("/people/{id}/password", EDIT, persons::ask_password),
        Route::post("/people/{id}/password", EDIT, persons::reset_password),
        Route::get("/people/{id}/unlink", EDIT, persons::ask_unlink),
        Route::post("/people/{id}/unlink", EDIT, persons::unlink),
        Route::get("/people/{id}/roles", GIVE, holdings::new),
        Route::post("/people/{id}/roles", GIVE, holdings::create),
        Route::get("/holdings/{id}/end", END, holdings::ask_end),
        Route::post("/holdings/{id}/end", END, holdings::end),
    ]
}

/// Their places in the menu.
pub(crate) fn menu() -> Vec<MenuEntry> {
    vec![
        MenuEntry::new("people-menu-persons", "/people", Icon::People, 90).for_those(Kind::Person, Action::Read),
        MenuEntry::new("people-lookup-title", "/lookups", Icon::Eye, 91).for_those(Kind::Lookup, Action::Read),
    ]
}

/// What runs in the background for them.
pub(crate) fn jobs() -> Vec<JobKind> {
    vec![JobKind {
        name: "people.sweep",
        every: Some(Every::Day),
        run: |app, job| {
            Box::pin(async move {
                let now = app.now();
                let tx = app.begin_as(Author::System(System::Worker)).await?;
                store::retention::sweep(&tx, now).await?;
                jobs::done(&tx, job.id).await?;
                tx.commit().await
            })
        },
    }]
}
