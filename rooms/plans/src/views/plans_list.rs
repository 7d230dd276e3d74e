//! Plans in a list.

use maud::{Markup, Render, html};
use varde_kernel::UnitTree;
use varde_web::ui::{Column, Table, empty_state, link};
use varde_web::{Ctx, Sorting};

use super::plan::stands_tag;
use super::words;
use crate::model::plan::PlanLine;
use crate::rules::plan::stands;

/// The columns that sort. The newest plans come first when nobody has chosen one of them.
pub(crate) const COLUMNS: &[&str] = &["newest", "period", "name", "kind", "owner", "state", "goals", "measures"];

/// A list of plans.
pub(crate) fn table(cx: &Ctx, tree: &UnitTree, plans: &[PlanLine], sorting: &Sorting<'_>) -> Markup {
    let say = cx.say();
    let heads = [
        ("name", "plans-column-plan"),
        ("kind", "plans-field-kind"),
        ("owner", "plans-field-owner"),
        ("period", "plans-field-period"),
        ("state", "plans-field-state"),
        ("goals", "plans-column-goals"),
        ("measures", "plans-tab-measures"),
    ]
    .map(|(name, key)| (name, cx.t(key), sorting.head(name)));
    let columns: Vec<Column<'_>> = heads
        .iter()
        .map(|(name, label, (href, now))| {
            let is_number = matches!(*name, "goals" | "measures");
            let column = if is_number { Column::number(label) } else { Column::text(label) };
            column.sorted(href, *now)
        })
        .collect();
    let rows: Vec<Vec<Markup>> = plans
        .iter()
        .map(|plan| {
            vec![
                link(say.words(&plan.name), &format!("/plans/{}", plan.id)),
                html! { (cx.t(words::kind_key(plan.kind))) },
                html! { @if plan.is_owned { (words::unit_name(say, tree, plan.unit)) } @else { span.quiet { (cx.t("plans-owners-none")) } } },
                html! { (words::period_text(say, plan.from, plan.to)) },
                stands_tag(cx, stands(plan.state, plan.is_owned, (plan.from, plan.to), cx.today())),
                html! { (plan.n_goals) },
                html! { (plan.n_measures) },
            ]
        })
        .collect();
    let empty = empty_state(&cx.t("plans-list-empty"), &cx.t("plans-list-empty-help"), &html! {});
    Table {
        caption: &cx.t("plans-list-title"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &empty,
        stack: true,
    }
    .render()
}
