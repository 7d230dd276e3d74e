//! What one has sent in oneself, and what became of it.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{Action, Author, Granted};
use varde_kernel::{Problems, ReportId};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, page_of};

use super::input;
use super::report::mark_of;
use crate::model::{AdditionKind, Mode, Report};
use crate::store::{incidents, reporters, reports, talk};
use crate::views::mine as view;

/// How many reports a page of the list shows.
const PAGE: i64 = 25;

/// `GET /my-reports`: one's reports and how far each has come.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let me = cx.signed_in()?.person;
    let (mark, page) = (mark_of(&cx, me)?, page_of(&query));
    let total = reports::count_own(cx.db(), me, &mark).await?;
    let own = reports::own(cx.db(), me, &mark, PAGE, (page - 1) * PAGE).await?;
    let incidents = incidents::of_reports(cx.db(), &own).await?;
    let tree = cx.tree().await?;
    Ok(cx
        .page(cx.t("incidents-mine-title"))
        .lead(cx.t("incidents-mine-lead"))
        .actions(view::actions(&cx))
        .body(view::list(&cx, &tree, &query, &own, &incidents, (page, PAGE, total))))
}

async fn opened(cx: &Ctx, id: ReportId, action: Action) -> Result<Granted<Report>, Error> {
    let mark = mark_of(cx, cx.signed_in()?.person)?;
    Ok(reports::open_own(cx.db(), cx.actor(), id, &mark, action).await?)
}

/// `GET /my-reports/{id}`: what was sent in, what has been done, and what has been said.
pub(crate) async fn show(cx: Ctx, Path(id): Path<ReportId>) -> Result<Response, Error> {
    let report = opened(&cx, id, Action::Read).await?;
    page(&cx, &report, &Fields::default(), &Problems::new()).await
}

async fn page(cx: &Ctx, report: &Granted<Report>, fields: &Fields, problems: &Problems) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::of_report(cx.db(), report).await?;
    let messages = talk::messages(cx.db(), &[report.id]).await?;
    let additions = talk::additions(cx.db(), &[report.id]).await?;
    let asked = reporters::asked(cx.db(), report.id).await?;
    let mut persons: Vec<_> = asked.iter().flat_map(|one| [Some(one.asked_by), one.decided_by]).flatten().collect();
    persons.extend(messages.iter().filter_map(|message| message.author));
    let names = varde_people::names(cx.db(), &persons).await?;
    let shown = view::Shown { report, incident: &incident, messages: &messages, additions: &additions, asked: &asked };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(cx
        .page(view::title(cx, report))
        .crumb(cx.t("incidents-mine-title"), "/my-reports")
        .status(status)
        .body(view::one(cx, &tree, &shown, &names, fields, problems)))
}

/// Writes as oneself, or as nobody when the report is in confidence: the history must not name whom the seal hides.
async fn begin(cx: &Ctx, report: &Report) -> Result<varde_store::Tx, Error> {
    let author = if report.said.mode == Mode::Open { cx.actor().author() } else { Author::Anonymous };
    Ok(cx.db().begin_write(author, cx.now()).await?)
}

fn words(fields: &Fields) -> Result<String, Problems> {
    let mut problems = Problems::new();
    let text = fields.up_to(input::MAX_WORDS, "text", &mut problems);
    if text.is_empty() {
        problems.field("text", "web-problem-required");
    }
    problems.result().map(|()| text)
}

/// `POST /my-reports/{id}/say`: says something to those who handle it.
pub(crate) async fn say(cx: Ctx, Path(id): Path<ReportId>, Form(fields): Form) -> Result<Response, Error> {
    let report = opened(&cx, id, Action::Answer).await?;
    let text = match words(&fields) {
        Ok(text) => text,
        Err(problems) => return page(&cx, &report, &fields, &problems).await,
    };
    let tx = begin(&cx, &report).await?;
    talk::say(&tx, &report, &text, cx.today()).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/my-reports/{id}"), "incidents-said"))
}

/// `POST /my-reports/{id}/add`: adds to what one sent in; that stands as it was.
pub(crate) async fn add(cx: Ctx, Path(id): Path<ReportId>, Form(fields): Form) -> Result<Response, Error> {
    let report = opened(&cx, id, Action::Answer).await?;
    let kind = if fields.text("kind") == AdditionKind::Correction.name() {
        AdditionKind::Correction
    } else {
        AdditionKind::Addendum
    };
    let text = match words(&fields) {
        Ok(text) => text,
        Err(problems) => return page(&cx, &report, &fields, &problems).await,
    };
    let tx = begin(&cx, &report).await?;
    talk::add(&tx, &report, kind, &text, cx.today()).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/my-reports/{id}"), "incidents-added"))
}
