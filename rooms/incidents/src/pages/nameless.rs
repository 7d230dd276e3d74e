//! The pages on which nobody is asked who they are: sending in a report without a name, and following it with its
//! receipt. Nothing here looks at a session, and nothing is logged (see [`varde_web::NAMELESS`]).

use axum::response::Response;
use http::StatusCode;
use jiff::tz::TimeZone;
use varde_kernel::access::{Action, Author, Granted};
use varde_kernel::{Problems, ReportId, UnitId};
use varde_store::Tx;
use varde_web::{Ctx, Error, Fields, Form, Query, limits};

use super::guarding::{Guarded, found, guard, names_near};
use super::input;
use crate::model::{Entrance, Mode, Report, WhyAnonymous};
use crate::rules::receipt::Receipt;
use crate::store::reports::{self, Sender, Sending};
use crate::store::{incidents, receipts, talk};
use crate::views::nameless as view;

/// How many reports one address may send in within an hour: a whole hospital may sit behind one.
const REPORTS_AN_HOUR: u32 = 60;
/// How many receipts one address may try within an hour.
const TRIES_AN_HOUR: u32 = 120;

fn limit(cx: &Ctx, what: &str, limit: u32) -> Result<(), Error> {
    let peer = cx.peer().map(|peer| peer.to_string()).unwrap_or_default();
    limits::count_without_trace(&format!("{what}:{peer}"), limit, cx.now())
}

/// A transaction that knows no more of the time than the day.
async fn begin(cx: &Ctx) -> Result<Tx, Error> {
    let day = cx.today().to_zoned(TimeZone::UTC).map_or(cx.now(), |start| start.timestamp());
    Ok(cx.db().begin_write(Author::Anonymous, day).await?)
}

/// `GET /anonymous`: the form. `?unit=` is what a code on the wall of a unit says.
pub(crate) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let fields = Fields::new(vec![
        ("unit".into(), query.text("unit").to_owned()),
        ("on".into(), cx.today().to_string()),
        ("sent".into(), varde_web::secret_text().ok_or(varde_store::Error::Random)?),
    ]);
    form(&cx, &fields, &Problems::new(), StatusCode::OK).await
}

async fn form(cx: &Ctx, fields: &Fields, problems: &Problems, status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let asked: Option<UnitId> = fields.text("unit").parse().ok().filter(|unit| tree.get(*unit).is_some());
    let units = asked.map_or_else(|| input::providers(&tree), |unit| input::near(&tree, unit));
    let found = found(fields, &names_near(cx, &tree, asked).await?);
    let body = view::form(cx, &tree, fields, problems, &units, &found);
    Ok(cx.plain_page(status, &cx.t("incidents-anonymous-title"), &body))
}

/// `POST /anonymous`: takes the report in and shows the receipt, once.
pub(crate) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    limit(&cx, "report", REPORTS_AN_HOUR)?;
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let entrance: Option<Entrance> = fields.choice("entrance", &mut problems);
    let why: Option<WhyAnonymous> = fields.choice("why", &mut problems);
    let read = input::draft(&cx, &tree, &fields, Mode::Anonymous, entrance.unwrap_or(Entrance::Staff));
    let draft = match read {
        Ok(draft) if problems.is_empty() => draft,
        Ok(_) => return form(&cx, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(problems) => return form(&cx, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    if let Guarded::Back(fields) = guard(&cx, &tree, &fields).await? {
        return form(&cx, &fields, &Problems::new(), StatusCode::OK).await;
    }
    let unit = draft.unit;
    let granted = reports::propose(cx.actor(), draft)?;
    let sent_mark = input::sent_mark(&fields)?;
    let (receipt, hash) = receipts::draw().await?;
    let sender = Sender::Receipt { finds: receipt.finds().to_owned(), hash };
    let tx = begin(&cx).await?;
    let id: ReportId = tx.random_id()?;
    let sending = Sending { id, sender: &sender, sent_mark: &sent_mark, today: cx.today() };
    let received = reports::insert(&tx, &granted, &sending).await?;
    if let Some(why) = why.filter(|_| received.is_new) {
        receipts::count_why(&tx, unit, cx.today(), why).await?;
    }
    tx.commit().await?;
    let body = view::receipt(&cx, &receipt.shown());
    Ok(cx.plain_page(StatusCode::OK, &cx.t("incidents-receipt-title"), &body))
}

/// `GET /anonymous/follow`: asks for the receipt.
pub(crate) async fn ask(cx: Ctx) -> Result<Response, Error> {
    Ok(ask_again(&cx, &Fields::default(), &Problems::new(), StatusCode::OK))
}

fn ask_again(cx: &Ctx, fields: &Fields, problems: &Problems, status: StatusCode) -> Response {
    cx.plain_page(status, &cx.t("incidents-follow-title"), &view::ask(cx, fields, problems))
}

/// The report that the typed receipt opens, or the form again with what is wrong.
async fn opened(cx: &Ctx, fields: &Fields, action: Action) -> Result<Result<Granted<Report>, Response>, Error> {
    limit(cx, "receipt", TRIES_AN_HOUR)?;
    let found = match Receipt::read(fields.text("receipt")) {
        None => Err(varde_store::Error::NotFound),
        Some(receipt) => receipts::open(cx.db(), cx.actor(), &receipt, action).await,
    };
    match found {
        Ok(report) => Ok(Ok(report)),
        Err(varde_store::Error::NotFound) => {
            let mut problems = Problems::new();
            problems.field("receipt", "incidents-problem-receipt");
            Ok(Err(ask_again(cx, fields, &problems, StatusCode::UNPROCESSABLE_ENTITY)))
        }
        Err(error) => Err(error.into()),
    }
}

async fn follow(cx: &Ctx, fields: &Fields, report: &Granted<Report>, problems: &Problems) -> Result<Response, Error> {
    let incident = incidents::of_report(cx.db(), report).await?;
    let messages = talk::messages(cx.db(), &[report.id]).await?;
    let additions = talk::additions(cx.db(), &[report.id]).await?;
    let tree = cx.tree().await?;
    let followed = view::Followed { report, incident: &incident, messages: &messages, additions: &additions };
    let body = view::follow(cx, &tree, fields, problems, &followed);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(cx.plain_page(status, &cx.t("incidents-follow-title"), &body))
}

/// `POST /anonymous/follow`: what has become of the report. The receipt stands in no address.
pub(crate) async fn show(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    match opened(&cx, &fields, Action::Read).await? {
        Ok(report) => follow(&cx, &fields, &report, &Problems::new()).await,
        Err(asked_again) => Ok(asked_again),
    }
}

/// `POST /anonymous/say`: says something to those who handle it.
pub(crate) async fn say(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let report = match opened(&cx, &fields, Action::Answer).await? {
        Ok(report) => report,
        Err(asked_again) => return Ok(asked_again),
    };
    let mut problems = Problems::new();
    let text = fields.up_to(input::MAX_WORDS, "text", &mut problems);
    if text.is_empty() {
        problems.field("text", "web-problem-required");
    }
    if !problems.is_empty() {
        return follow(&cx, &fields, &report, &problems).await;
    }
    let tx = begin(&cx).await?;
    talk::say(&tx, &report, &text, cx.today()).await?;
    tx.commit().await?;
    follow(&cx, &fields.with("text", String::new()), &report, &Problems::new()).await
}
