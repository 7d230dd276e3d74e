//! Two people with the same form: whoever comes second is told who changed what, and keeps what was typed.

use crate::forms::{each_changed, filled};
use crate::{Reply, TestApp, User};

/// A form on a page: where it is shown, where it is sent, and what must be said beside a change of it.
#[derive(Clone, Copy, Debug)]
pub struct OnPage<'a> {
    /// The page's path.
    pub page: &'a str,
    /// Where the form is sent.
    pub action: &'a str,
    /// Fields that are sent along, such as the cause of a change.
    pub along: &'a [(&'a str, &'a str)],
}

/// The day that a form's days are filled in with.
const DAY: &str = "2027-03-01";
/// What the second person writes.
const TYPED: &str = "Skrevet av den andre";

type Pairs = Vec<(String, String)>;
/// Fields that someone fills in, by name.
type Sent<'a> = &'a [(&'a str, &'a str)];

async fn send(app: &TestApp, user: &User, form: &OnPage<'_>, pairs: &Pairs) -> Reply {
    let own = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let own = own.filter(|(name, _)| form.along.iter().all(|(along, _)| along != name));
    let sent: Vec<(&str, &str)> = own.chain(form.along.iter().copied()).collect();
    app.post(Some(user), form.action, &sent).await
}

/// What the page says of what happened meanwhile.
fn told(reply: &Reply) -> &str {
    let (_, after) = reply.text.split_once("data-conflict").unwrap_or_else(|| panic!("no conflict: {}", reply.text));
    after.split("name=\"").next().unwrap_or_default()
}

#[track_caller]
fn check(reply: &Reply, who: &str, about: &str) {
    assert_eq!(reply.status, 409, "{about}: {}", reply.text);
    let told = told(reply);
    assert!(told.contains(&format!("{who} endret dette")), "{about}: who and when in {told}");
    assert!(told.contains("<li>"), "{about}: what changed in {told}");
    for unknown in ["Annet:", "(ikke synlig for deg)"] {
        assert!(!told.contains(unknown), "{about}: what nobody understands in {told}");
    }
}

/// Changes each field of a form as one person while another has it open, and sees that the other is told and
/// keeps what was typed. `skipped` are fields that tell why, and those that need something of others.
///
/// # Panics
///
/// When a field's change is not told.
pub async fn told_of_every_field(app: &TestApp, (one, other): (&User, &User), form: OnPage<'_>, skipped: &[&str]) {
    let names: Vec<String> = {
        let page = app.get(Some(other), form.page).await;
        let all = each_changed(&page.text, form.action, DAY);
        assert!(!all.is_empty(), "no form to {} on {}: {}", form.action, form.page, page.text);
        all.into_iter().map(|(name, _)| name).filter(|name| !skipped.contains(&name.as_str())).collect()
    };
    let who = app.name_of(one);
    for name in names.iter().filter(|name| !name.ends_with("_ok")) {
        let page = app.get(Some(other), form.page).await;
        let Some(old) = filled(&page.text, form.action, DAY) else { panic!("{name}: the form is gone") };
        let changed = each_changed(&page.text, form.action, DAY).into_iter().find(|(known, _)| known == name);
        let Some((_, changed)) = changed else { continue };
        let saved = send(app, one, &form, &changed).await;
        assert_eq!(saved.status, 303, "{}: {name}: {}", form.action, saved.text);
        let mut typed = old.pairs;
        let text = typed.iter_mut().find(|(name, _)| ["name", "title"].contains(&name.as_str()));
        let writes = text.map(|(_, value)| TYPED.clone_into(value)).is_some();
        let late = send(app, other, &form, &typed).await;
        check(&late, &who, &format!("{}: {name}", form.action));
        assert!(!writes || late.text.contains(TYPED), "{name}: what was typed is gone");
    }
}

/// Sends a form as one person while another has it open, who then sends theirs: gives what they are told.
///
/// # Panics
///
/// When they are not told, or what they wrote is gone.
pub async fn too_late(
    app: &TestApp,
    (one, other): (&User, &User),
    form: OnPage<'_>,
    (first, second): (Sent<'_>, Sent<'_>),
) -> Reply {
    let page = app.get(Some(other), form.page).await;
    let Some(read) = filled(&page.text, form.action, DAY) else {
        panic!("no form to {} on {}: {}", form.action, form.page, page.text)
    };
    let with = |sent: Sent<'_>| -> Pairs {
        let own = read.pairs.iter().filter(|(name, _)| sent.iter().all(|(known, _)| known != name)).cloned();
        own.chain(sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
    };
    let saved = send(app, one, &form, &with(first)).await;
    assert_eq!(saved.status, 303, "{}: {}", form.action, saved.text);
    let late = send(app, other, &form, &with(second)).await;
    check(&late, &app.name_of(one), form.action);
    for (name, value) in second {
        assert!(late.text.contains(*value), "{}: {name} is gone from {}", form.action, late.text);
    }
    late
}
