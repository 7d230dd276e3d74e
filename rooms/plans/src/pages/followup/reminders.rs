//! Reminders by e-mail: one's own wish.

use axum::response::Response;
use maud::html;
use varde_kernel::PersonId;
use varde_kernel::access::{self, Action, Granted, Kind, Target};
use varde_web::ui::{Weight, note, post_button};
use varde_web::{Ctx, Error, Form, Need, Route, mail, ui::Tone};

use crate::store::wishes as store;

pub(crate) fn routes() -> Vec<Route> {
    let own = |action| Need::May(Kind::Own, action);
    vec![Route::get("/reminders", own(Action::Read), show), Route::post("/reminders", own(Action::Edit), keep)]
}

fn own(cx: &Ctx, action: Action) -> Result<Granted<PersonId>, Error> {
    let person = cx.signed_in()?.person;
    Ok(access::grant(cx.actor(), action, &Target::own(person), person)?)
}

async fn show(cx: Ctx) -> Result<Response, Error> {
    let wants = store::wants(cx.db(), *own(&cx, Action::Read)?).await?;
    let (state, button, value) = if wants {
        ("plans-round-mail-on", "plans-round-mail-stop", "false")
    } else {
        ("plans-round-mail-off", "plans-round-mail-start", "true")
    };
    let body = html! {
        @if !mail::is_set_up(cx.app()) {
            (note(Tone::Info, None, &html! { p { (cx.t("plans-round-mail-not-set-up")) } }))
        }
        p { (cx.t(state)) }
        (post_button(&cx.t(button), "/reminders", &cx.guard(), Weight::Primary, &[("wants", value)]))
    };
    let page = cx.page(cx.t("plans-round-mail")).lead(cx.t("plans-round-mail-lead"));
    Ok(page.crumb(cx.t("plans-round-list"), "/rounds").body(body))
}

/// Keeps the visitor's wish.
pub(crate) async fn wish(cx: &Ctx, wants: bool) -> Result<(), Error> {
    let person = own(cx, Action::Edit)?;
    let tx = cx.begin().await?;
    store::set(&tx, &person, wants).await?;
    Ok(tx.commit().await?)
}

/// Whether the visitor wants reminders.
pub(crate) async fn wants(cx: &Ctx) -> Result<bool, Error> {
    Ok(store::wants(cx.db(), *own(cx, Action::Read)?).await?)
}

async fn keep(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    let wants = form.text("wants") == "true";
    wish(&cx, wants).await?;
    Ok(cx.done("/reminders", if wants { "plans-round-mail-started" } else { "plans-round-mail-stopped" }))
}
