//! Finding units.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::header;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{Locale, Unit, UnitId, UnitTree, sort_key};
use varde_web::ui::{Icon, Weight, link_button};
use varde_web::{Ctx, Error, Query, page_of, paged};

use super::as_of;
use crate::store;
use crate::views::units::list as view;

/// How many units a page of the list shows.
const SHOWN: i64 = 50;
/// How many suggestions the picker gets.
const SUGGESTED: usize = 8;

/// Whether the visitor runs some part of the organisation.
pub(super) fn runs_some(cx: &Ctx) -> bool {
    let may = |line| access::may(cx.actor(), Action::Create, &Target::open(Kind::Unit, line));
    cx.actor().held().iter().any(|held| may(held.line.clone()))
}

/// `GET /units`: the organisation as a tree, or what was searched for, also as it was or will be.
pub(super) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    cx.signed_in()?;
    let (day, problem) = as_of(&query);
    let tree = match day {
        Some(day) => Arc::new(store::units::tree(cx.db(), day).await?),
        None => cx.tree().await?,
    };
    let words: String = query.text("q").chars().take(200).filter(|letter| !letter.is_control()).collect();
    let asked = view::Asked {
        words: &words,
        kind: query.text("kind").parse().ok(),
        as_of: day,
        as_of_error: problem.map(|key| cx.t(key)),
    };
    let numbered = store::units::by_number(cx.db(), &words, day.unwrap_or_else(|| cx.today())).await?;
    let units = if asked.is_search() || query.text("format") == "csv" {
        search(&tree, &words, &numbered, |unit| asked.kind.is_none_or(|kind| kind == unit.kind))
    } else {
        Vec::new()
    };
    if query.text("format") == "csv" {
        return Ok(csv(&cx, &tree, &units));
    }
    let body = if asked.is_search() {
        let page = page_of(&query);
        let all = i64::try_from(units.len()).unwrap_or(i64::MAX);
        let shown: Vec<&Unit> = paged(units, page, SHOWN).collect();
        view::found(&cx, &tree, &asked, &query, &shown, ((page, SHOWN), all))
    } else {
        view::browser(&cx, &tree, day)
    };
    let actions = maud::html! {
        @if runs_some(&cx) {
            (link_button(&cx.t("people-units-new"), "/units/new", Weight::Primary, Some(Icon::Plus)))
            (link_button(&cx.t("people-units-import"), "/units/import", Weight::Secondary, Some(Icon::Upload)))
        }
    };
    let body = maud::html! { (view::filters(&cx, &asked)) (view::day_note(&cx, day)) (body) };
    Ok(cx.page(cx.t("people-units-title")).lead(cx.t("people-units-lead")).actions(actions).body(body))
}

/// `GET /units/suggest?q=`: the picker's suggestions.
pub(super) async fn suggest(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    cx.signed_in()?;
    let words: String = query.text("q").chars().take(200).filter(|letter| !letter.is_control()).collect();
    if words.is_empty() {
        return Ok(maud::Markup::default().into_response());
    }
    let tree = cx.tree().await?;
    let numbered = store::units::by_number(cx.db(), &words, cx.today()).await?;
    let mut units = search(&tree, &words, &numbered, |_| true);
    units.truncate(SUGGESTED);
    Ok(view::suggestions(&cx, &tree, &units).into_response())
}

/// Units whose name in any language, code or number holds the words; those that begin with them
/// first.
pub(crate) fn search<'a>(
    tree: &'a UnitTree,
    words: &str,
    numbered: &[UnitId],
    keep: impl Fn(&Unit) -> bool,
) -> Vec<&'a Unit> {
    let words = words.to_lowercase();
    let mut found: Vec<(bool, String, &Unit)> = tree
        .iter()
        .filter(|unit| keep(unit))
        .filter_map(|unit| {
            let names = unit.name.all().to_lowercase();
            let hit = names.contains(&words) || unit.code.to_lowercase() == words || numbered.contains(&unit.id);
            hit.then(|| (!names.starts_with(&words), sort_key(unit.name.get(Locale::Nb)), unit))
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1, a.2.id).cmp(&(b.0, &b.1, b.2.id)));
    found.into_iter().map(|(_, _, unit)| unit).collect()
}

fn csv(cx: &Ctx, tree: &UnitTree, units: &[&Unit]) -> Response {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let heads = ["code", "name", "kind", "parent", "parent_name"];
    let mut ok = writer.write_record(heads).is_ok();
    for unit in units {
        let parent = unit.parent.and_then(|parent| tree.get(parent));
        let (parent_code, parent_name) =
            parent.map_or(("", ""), |parent| (parent.code.as_str(), parent.name.get(cx.locale())));
        let cells = [&unit.code, unit.name.get(cx.locale()), unit.kind.name(), parent_code, parent_name].map(guarded);
        ok &= writer.write_record(cells).is_ok();
    }
    let Some(bytes) = writer.into_inner().ok().filter(|_| ok) else {
        return Error::Internal("the table could not be written".into()).into_response();
    };
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"units.csv\"");
    // The mark tells spreadsheets that it is UTF-8.
    ([kind, name], [b"\xef\xbb\xbf".as_slice(), &bytes].concat()).into_response()
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() }
}
