//! The way in, and the first password.

use maud::{Markup, Render, html};
use varde_kernel::Problems;
use varde_web::Ctx;
use varde_web::ui::{self, Field, Icon, Kind, Tone, Weight};

use super::accounts::{encode, problem, summary};

/// The sign-in page. `provider` is what the provider's button says.
pub(crate) fn page(cx: &Ctx, back: &str, username: &str, said: Option<&'static str>, provider: Option<&str>) -> Markup {
    let (name_label, password_label) = (cx.t("people-signin-username"), cx.t("people-signin-password"));
    let encoded = encode(back);
    html! { div.flow {
        @if let Some(said) = said {
            @let tone = if said == "people-signin-over" { Tone::Info } else { Tone::Danger };
            (ui::alert(tone, None, &html! { p { (cx.t(said)) } }))
        }
        @if let Some(provider) = provider {
            p { (ui::link_button(provider, &format!("/sign-in/oidc?back={encoded}"), Weight::Primary, Some(Icon::Key))) }
            p.quiet { (cx.t("people-signin-or")) }
        }
        (ui::form("/sign-in", &cx.guard(), html! {
            (ui::hidden("back", back))
            (Field { id: "username", name: "username", label: &name_label, value: username, required: true,
                autocomplete: Some("username"), max_len: Some(200), ..Field::default() })
            (Field { id: "password", name: "password", label: &password_label, kind: Kind::Password, required: true,
                autocomplete: Some("current-password"), ..Field::default() })
            (ui::submit_row(&cx.t("people-signin-go"), None, None))
        }))
        p.quiet.small { (cx.t("people-signin-help")) }
    } }
}

/// The page where one changes one's password; `first` when one must.
pub(crate) fn password(cx: &Ctx, first: bool, problems: &Problems) -> Markup {
    let labels = ["people-password-current", "people-password-new", "people-password-repeat"].map(|key| cx.t(key));
    let [current, new, repeat] = &labels;
    let help = cx.t("people-password-rules");
    let field = |name: &'static str, label: &str, help: Option<&str>, complete| {
        let error = problem(cx, problems, name);
        Field {
            id: name,
            name,
            label,
            help,
            error: error.as_deref(),
            kind: Kind::Password,
            required: true,
            autocomplete: Some(complete),
            ..Field::default()
        }
        .render()
    };
    html! {
        @if first { (ui::note(Tone::Info, None, &html! { p { (cx.t("people-password-first")) } })) }
        (ui::form("/me/password", &cx.guard(), html! {
            (summary(cx, problems))
            (field("current", current, None, "current-password"))
            (field("new", new, Some(&help), "new-password"))
            (field("repeat", repeat, None, "new-password"))
            (ui::submit_row(&cx.t("people-password-save"), (!first).then_some((cx.t("people-account-cancel").as_str(), "/me")), None))
        }))
        p.quiet { (cx.t("people-password-sessions")) }
    }
}
