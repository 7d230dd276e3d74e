//! What has happened in a unit, drawn.

use maud::{Markup, html};
use varde_kernel::access::Kind;
use varde_kernel::{UnitId, sort_key};
use varde_web::told::{self, Happened};
use varde_web::ui::{self, Choice, Field, Select, filter_bar};
use varde_web::{Ctx, Fields, kind_key, pager_on};

use crate::pages::units::history::Asked;
use crate::views::accounts::problem;

/// Filters, lines, and the way on.
pub(crate) fn body(
    cx: &Ctx,
    unit: UnitId,
    query: &Fields,
    asked: &Asked,
    happened: &[Happened],
    (page, more): (i64, bool),
) -> Markup {
    html! {
        (filters(cx, unit, query, asked))
        @if happened.is_empty() {
            (ui::empty_state(&cx.t("people-history-none"), &cx.t("people-history-none-help"), &Markup::default()))
        } @else { (told::drawn(cx, happened, true)) }
        (pager_on(cx.say(), &format!("/units/{unit}/history"), query, page, more))
    }
}

fn filters(cx: &Ctx, unit: UnitId, query: &Fields, asked: &Asked) -> Markup {
    // What is one's own and what is the installation's hangs on no unit.
    let kinds =
        Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::Own | Kind::Lookup | Kind::System | Kind::History));
    let mut named: Vec<(&str, String)> = kinds.map(|kind| (kind.name(), cx.t(kind_key(kind.name())))).collect();
    named.sort_by_cached_key(|one| sort_key(&one.1));
    named.insert(0, ("", cx.t("people-history-all-kinds")));
    let chosen = asked.kind.map_or("", Kind::name);
    let kinds: Vec<Choice<'_>> = named
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: *value == chosen, ..Choice::default() })
        .collect();
    let [below, here] = ["people-history-below", "people-history-here"].map(|key| cx.t(key));
    let places = [
        Choice { value: "", label: &below, chosen: !asked.only_here, ..Choice::default() },
        Choice { value: "here", label: &here, chosen: asked.only_here, ..Choice::default() },
    ];
    let labels = ["people-history-kind", "people-history-where", "people-history-from", "people-history-to"]
        .map(|key| cx.t(key));
    let [kind, place, from, to] = &labels;
    // What is shown has a first day also when nobody chose one.
    let since = match (query.text("from"), asked.from) {
        ("", Some(day)) => day.to_string(),
        (typed, _) => typed.to_owned(),
    };
    let errors = ["from", "to"].map(|field| problem(cx, &asked.problems, field));
    let [from_error, to_error] = &errors;
    let fields = html! {
        (Select { id: "kind", name: "kind", label: kind, choices: &kinds, ..Select::default() })
        (Select { id: "where", name: "where", label: place, choices: &places, ..Select::default() })
        (Field { id: "from", name: "from", label: from, kind: ui::Kind::Date, value: &since,
            error: from_error.as_deref(), ..Field::default() })
        (Field { id: "to", name: "to", label: to, kind: ui::Kind::Date, value: query.text("to"),
            error: to_error.as_deref(), ..Field::default() })
    };
    filter_bar(
        &format!("/units/{unit}/history"),
        &cx.t("people-tab-history"),
        &fields,
        &cx.t("people-history-show"),
        None,
    )
}
