//! The house's own pages: what one has to do, search, language, health, metrics, the API's
//! description.

mod api;

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use maud::{Markup, Render, html};
use varde_kernel::access::{self, Action, Kind, Scope};
use varde_kernel::{Locale, Urgency, WorkItem};
use varde_store::{jobs, search};

use crate::error::Error;
use crate::room::{HomeAsk, MenuEntry, Need, Room, Route, WorkAsk};
use crate::ui::{Column, Icon, Scheme, Table, Tag, Tone, empty_state, link, section};
use crate::{App, Ctx, Fields, Form, Query, apart, cookies, page_of, pager, told_unit};

/// How many hits a page of the search shows.
const HITS: i64 = 25;
/// What search holds of the kinds whose drafts those above and below the unit see too. Drafts of
/// any other kind are found by their unit's own people alone.
const DRAFTS_IN_LINE: &[&str] = &["plan", "goal", "measure", "activity", "proposal", "alternative"];
/// Kinds that are found by those alone who handle incidents.
const INCIDENTS: &[&str] = &["incident"];

pub(crate) fn room() -> Room {
    let mut room = Room::new("web", crate::LOCALES);
    room.menu = vec![MenuEntry::new("web-work", "/work", Icon::Inbox, 10)];
    room.routes = vec![
        Route::get("/", Need::SignedIn, home),
        Route::get("/work", Need::SignedIn, work),
        Route::get("/search", Need::SignedIn, find),
        Route::post("/language", Need::Public, language),
        Route::post("/scheme", Need::Public, scheme),
        Route::get("/health/live", Need::Public, live),
        Route::get("/health/ready", Need::Public, ready),
        Route::get("/metrics", Need::Public, metrics),
        Route::get("/api/v1/openapi.json", Need::Public, crate::openapi::serve),
        Route::get("/api/v1/work", Need::SignedIn, api::work),
        Route::get("/api/v1/search", Need::SignedIn, api::find),
        Route::get("/api/v1/history/{id}", Need::May(Kind::History, Action::Read), api::history),
    ];
    room.api = Some(api::openapi);
    room
}

/// `GET /`: what concerns the visitor, from every room.
async fn home(cx: Ctx) -> Result<Response, Error> {
    let items = my_work(&cx).await?;
    let tree = cx.tree().await?;
    let ask = HomeAsk { cx: &cx, tree: &tree };
    let mut sections = Vec::new();
    for part in cx.app().home() {
        sections.push(part(&ask).await?);
    }
    let name = cx.signed_in()?.name.clone();
    let first: Vec<WorkItem> = items.iter().take(8).cloned().collect();
    let all = match items.len() {
        0 => Markup::default(),
        n => link(&cx.say().with("web-work-all", &[("n", n.into())]), "/work"),
    };
    let body = html! {
        (section("my-work", &cx.t("web-work"), &all, &work_table(&cx, &tree, &first)))
        @for section in sections { (section) }
    };
    Ok(cx.page(cx.say().with("web-home-title", &[("name", name.into())])).body(body))
}

/// `GET /work`: everything the visitor has to do, the most urgent first.
async fn work(cx: Ctx) -> Result<Response, Error> {
    let items = my_work(&cx).await?;
    let tree = cx.tree().await?;
    Ok(cx.page(cx.t("web-work")).lead(cx.t("web-work-lead")).body(work_table(&cx, &tree, &items)))
}

/// All rooms' work items for the visitor, the most urgent first.
async fn my_work(cx: &Ctx) -> Result<Vec<WorkItem>, Error> {
    let tree = cx.tree().await?;
    let ask = WorkAsk { db: cx.db(), actor: cx.actor(), say: cx.say(), today: cx.today(), tree: &tree };
    let mut items = Vec::new();
    for offer in cx.app().work() {
        items.extend(offer(&ask).await?);
    }
    items.sort_by(|a, b| {
        let key = |item: &WorkItem| (item.due.is_none(), item.due);
        key(a).cmp(&key(b)).then_with(|| a.title.cmp(&b.title))
    });
    Ok(items)
}

fn work_table(cx: &Ctx, tree: &varde_kernel::UnitTree, items: &[WorkItem]) -> Markup {
    let labels = ["web-work-what", "web-work-concerns", "web-unit", "web-work-due"].map(|key| cx.t(key));
    let [what, concerns, unit, due] = &labels;
    let rows: Vec<Vec<Markup>> = items
        .iter()
        .map(|item| {
            let unit = told_unit(cx.say(), tree, item.unit);
            vec![html! { (cx.t(item.ask)) }, link(&item.title, &item.href), html! { (unit) }, due_tag(cx, item)]
        })
        .collect();
    let caption = cx.t("web-work");
    Table {
        caption: &caption,
        caption_hidden: true,
        columns: &[Column::text(what), Column::text(concerns), Column::text(unit), Column::text(due)],
        rows: &rows,
        empty: &empty_state(&cx.t("web-work-none"), &cx.t("web-work-none-help"), &Markup::default()),
        stack: true,
    }
    .render()
}

fn due_tag(cx: &Ctx, item: &WorkItem) -> Markup {
    let date = item.due.map(|due| cx.say().short_date(due)).unwrap_or_default();
    match item.urgency(cx.today()) {
        Urgency::Overdue => html! { (date) " " (Tag(Tone::Danger, &cx.t("web-overdue"))) },
        Urgency::Soon => html! { (date) " " (Tag(Tone::Warning, &cx.t("web-soon"))) },
        Urgency::Later => html! { (date) },
        Urgency::Undated => html! { span.quiet { (cx.t("web-undated")) } },
    }
}

/// What is searched for.
struct Words(String);

impl Words {
    fn read(query: &Fields) -> Self {
        Self(query.text("q").chars().take(200).collect())
    }
}

/// What the visitor may find: kinds whose drafts are seen in the line, incidents, and the rest.
pub(crate) struct Sees {
    apart: [(&'static [&'static str], Scope); 2],
    rest: Scope,
}

impl Sees {
    /// By the policy.
    pub(crate) fn of(cx: &Ctx) -> Self {
        let scope = |kind| access::scope(cx.actor(), kind);
        let apart = [(DRAFTS_IN_LINE, scope(Kind::Plan)), (INCIDENTS, scope(Kind::Incident))];
        Self { apart, rest: scope(Kind::Document) }
    }

    /// For the search.
    pub(crate) fn seen(&self) -> search::Seen<'_> {
        search::Seen { scope: &self.rest, of: &self.apart }
    }
}

/// What the visitor may see of what holds the words: how many in all, and some of them.
async fn found(cx: &Ctx, words: &Words, limit: i64, skip: i64) -> Result<(i64, Vec<search::Hit>), Error> {
    let visible = Sees::of(cx);
    let seen = visible.seen();
    let total = search::count(cx.db(), &words.0, seen).await?;
    Ok((total, search::find(cx.db(), &words.0, seen, limit, skip).await?))
}

/// `GET /search?q=`: things of all rooms that hold the words.
async fn find(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let words = Words::read(&query);
    let page = page_of(&query);
    let (total, hits) = found(&cx, &words, HITS, (page - 1) * HITS).await?;
    let tree = cx.tree().await?;
    let words = words.0;
    let say = cx.say();
    let status = say.with("web-search-found", &[("n", total.into())]);
    let body = html! {
        @if words.is_empty() {
            (empty_state(&cx.t("web-search-empty"), &cx.t("web-search-empty-help"), &Markup::default()))
        } @else if hits.is_empty() {
            (empty_state(&say.with("web-search-none", &[("words", words.as_str().into())]),
                &cx.t("web-search-none-help"), &Markup::default()))
        } @else {
            p.quiet { (status) }
            ul.hits {
                @for hit in &hits {
                    li {
                        a.ds-link href=(hit.href) { (hit.title.get(cx.locale())) }
                        p.quiet.small { (cx.t(kind_key(&hit.kind))) @for part in beside(&cx, &tree, hit) { " · " (part) } }
                    }
                }
            }
            (pager(say, "/search", &query, (page, HITS), total))
        }
    };
    Ok(cx.page(cx.t("web-search")).searched(&words).body(body))
}

/// What tells a hit from others of its name: its own line, and the unit it hangs on. A unit is told
/// by as much of the way up as tells it from units of its name.
fn beside(cx: &Ctx, tree: &varde_kernel::UnitTree, hit: &search::Hit) -> Vec<String> {
    let own = cx.say().cite_text(&hit.detail);
    let parts = match hit.unit {
        Some(unit) if hit.kind == "unit" => {
            let apart = apart(tree, unit, cx.locale());
            let mark = if tree.is_synthetic(unit) { cx.t("web-synthetic") } else { String::new() };
            vec![if apart.is_empty() { own } else { apart }, mark]
        }
        Some(unit) => vec![own, told_unit(cx.say(), tree, unit)],
        None => vec![own],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// The key of a kind's name, for search and history.
pub fn kind_key(kind: &str) -> &'static str {
    match kind {
        "unit" => "web-kind-unit",
        "actor" => "web-kind-actor",
        "indicator" => "web-kind-indicator",
        "series" => "web-kind-series",
        "figure" => "web-kind-figure",
        "chart_spec" => "web-kind-chart-spec",
        "signal" => "web-kind-signal",
        "point_note" => "web-kind-point-note",
        "scan" => "web-kind-scan",
        "data_source" => "web-kind-data-source",
        "finding" => "web-kind-finding",
        "measure" => "web-kind-measure",
        "activity" => "web-kind-activity",
        "plan" => "web-kind-plan",
        "goal" => "web-kind-goal",
        "task" => "web-kind-task",
        "body" => "web-kind-body",
        "document" => "web-kind-document",
        "incident" => "web-kind-incident",
        "report" => "web-kind-report",
        "reporter" => "web-kind-reporter",
        "note" => "web-kind-note",
        "pilot" => "web-kind-pilot",
        "proposal" => "web-kind-proposal",
        "person" => "web-kind-person",
        "holding" => "web-kind-holding",
        "alternative" => "web-kind-alternative",
        "wheel" => "web-kind-wheel",
        "round" => "web-kind-round",
        _ => "web-kind-other",
    }
}

/// `POST /language`: keeps the language, with the person's settings or in a cookie.
async fn language(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    let bad = |()| Error::BadRequest("web-error-bad-form");
    let locale: Locale = form.text("language").parse().map_err(bad)?;
    let mut response = cx.go(local(form.text("back")));
    match cx.visitor() {
        Some(visitor) => cx.app().gate().keep(cx.app(), visitor.person, Some(locale), None).await?,
        None => cookies::set(&mut response, cx.app(), cookies::LANGUAGE, locale.tag(), Some(YEAR)),
    }
    Ok(response)
}

/// `POST /scheme`: keeps light or dark, with the person's settings or in a cookie.
async fn scheme(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    let bad = Error::BadRequest("web-error-bad-form");
    let scheme = Scheme::from_name(form.text("scheme")).ok_or(bad)?;
    let mut response = cx.go(local(form.text("back")));
    match cx.visitor() {
        Some(visitor) => cx.app().gate().keep(cx.app(), visitor.person, None, Some(scheme)).await?,
        None => cookies::set(&mut response, cx.app(), cookies::SCHEME, scheme.name(), Some(YEAR)),
    }
    Ok(response)
}

/// Seconds in a year.
const YEAR: u32 = 365 * 24 * 3600;

/// An address inside the house; anything else leads home, so that no link can send people away.
pub fn local(back: &str) -> &str {
    let inside = back.starts_with('/') && !back.starts_with("//") && !back.contains(['\\', '\n', '\r', '\t']);
    if inside { back } else { "/" }
}

/// `GET /health/live`: the process runs.
async fn live() -> &'static str {
    "ok\n"
}

/// `GET /health/ready`: the database answers.
async fn ready(cx: Ctx) -> Response {
    match jobs::pending(cx.db()).await {
        Ok(_) => "ok\n".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}

/// `GET /metrics`: for Prometheus; with the token when one is set, otherwise from this machine.
async fn metrics(cx: Ctx, headers: HeaderMap) -> Result<Response, Error> {
    let app: &App = cx.app();
    let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let allowed = match &app.config().metrics_token {
        Some(token) => sent.is_some_and(|sent| {
            // In constant time: how far a guess was right must not show.
            bool::from(subtle::ConstantTimeEq::ct_eq(sent.as_bytes(), format!("Bearer {token}").as_bytes()))
        }),
        None => cx.is_here(),
    };
    if !allowed {
        return Err(Error::NotFound);
    }
    let (waiting, failed) = jobs::pending(cx.db()).await?;
    let text = app.metrics().unwrap_or_default();
    Ok(format!("{text}varde_jobs_waiting {waiting}\nvarde_jobs_failed {failed}\n").into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_thing_that_has_a_history_has_a_name_of_its_own() {
        let has_history =
            |kind: &Kind| !matches!(kind, Kind::Own | Kind::Lookup | Kind::Receipt | Kind::System | Kind::History);
        let mut keys: Vec<&str> =
            Kind::ALL.iter().copied().filter(has_history).map(|kind| kind_key(kind.name())).collect();
        assert!(!keys.contains(&"web-kind-other"), "{keys:?}");
        let n = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), n);
    }

    #[test]
    fn the_way_back_stays_in_the_house() {
        for (back, expected) in [
            ("/plans?unit=1", "/plans?unit=1"),
            ("//evil.example", "/"),
            ("https://evil.example", "/"),
            ("/\\evil.example", "/"),
            ("", "/"),
        ] {
            assert_eq!(local(back), expected, "{back}");
        }
    }
}
