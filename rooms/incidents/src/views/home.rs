//! The start page's part: first how many of those who report hear what became of it.

use maud::{Markup, Render, html};
use varde_kernel::{UnitId, UnitTree};
use varde_web::ui::{FigureCard, Icon, Tag, Tone, Weight, grid, link, link_button, section as part};
use varde_web::{Ctx, unit_name};

use crate::model::State;
use crate::rules::feedback::Feedback;

/// For those who lead a unit.
pub(crate) fn section(
    cx: &Ctx,
    tree: &UnitTree,
    unit: UnitId,
    figures: &Feedback,
    states: &[(State, i64)],
    n_late: i64,
) -> Markup {
    let say = cx.say();
    let title = say.with("incidents-home-title", &[("unit", unit_name(tree, unit, cx.locale()).into())]);
    let all = format!("/incidents?unit={unit}");
    let open: i64 =
        states.iter().filter(|(state, _)| !matches!(state, State::Closed | State::Joined)).map(|(_, n)| n).sum();
    let share = figures.share().map(|share| say.number(100.0 * share, 0));
    let of = [("n", count(figures.n_answered).into()), ("of", count(figures.n_reports).into())];
    let days = figures.median_days.map(|days| say.value(days));
    let wait = figures.longest_wait_days.map(|days| say.with("incidents-home-wait", &[("n", i64::from(days).into())]));
    let n_open = open.to_string();
    let late = n_late.to_string();
    let (open_href, late_href) = (format!("{all}&state=open"), format!("{all}&state=open&late=true"));
    let cards = [
        FigureCard {
            label: &cx.t("incidents-home-share"),
            value: share.as_deref(),
            unit: &if share.is_some() { say.percent_sign().to_owned() } else { cx.t("incidents-home-none") },
            note: &say.with("incidents-home-share-of", &of),
            ..FigureCard::default()
        }
        .render(),
        FigureCard {
            label: &cx.t("incidents-home-days"),
            value: days.as_deref(),
            unit: &cx.t(if days.is_some() { "incidents-home-days-unit" } else { "incidents-home-none" }),
            note: wait.as_deref().unwrap_or_default(),
            ..FigureCard::default()
        }
        .render(),
        FigureCard {
            label: &cx.t("incidents-home-open"),
            value: Some(&n_open),
            href: Some(&open_href),
            ..FigureCard::default()
        }
        .render(),
        FigureCard {
            label: &cx.t("incidents-home-late"),
            value: Some(&late),
            href: Some(&late_href),
            tag: if 0 < n_late { Tag(Tone::Danger, &cx.t("web-overdue")).render() } else { Markup::default() },
            ..FigureCard::default()
        }
        .render(),
    ];
    let body = html! { div.flow { (grid(&cards)) p.quiet.small { (cx.t("incidents-caveat")) } } };
    part("home-incidents", &title, &link(&cx.t("incidents-list-title"), &all), &body)
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// For everyone else: the way to send in.
pub(crate) fn reporter(cx: &Ctx) -> Markup {
    let body = html! {
        p { (cx.t("incidents-report-lead")) }
        (link_button(&cx.t("incidents-report-title"), "/report", Weight::Primary, Some(Icon::Plus)))
    };
    part("home-incidents", &cx.t("incidents-home-reporter"), &link(&cx.t("incidents-mine-title"), "/my-reports"), &body)
}
