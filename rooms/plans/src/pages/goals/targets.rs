//! New versions of a target, and how "per cent" is meant.

use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use varde_indicators::Sight;
use varde_kernel::access::{Action, Granted};
use varde_kernel::{GoalId, Problems, TargetId, Words};
use varde_store::Json;
use varde_store::history::Told;
use varde_web::ui::{field_group, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use crate::model::goal::{Aim, ChangeMode, Goal, Measured, Target, TargetKind, TargetStanding};
use crate::model::plan::Source;
use crate::pages::followup::shared;
use crate::rules;
use crate::store;
use crate::store::targets::New;
use crate::views::typed::Typed;
use crate::views::words;

/// Reads the number to reach from a form or from the API's fields, and checks it.
pub(crate) fn read_aim(fields: &Fields, measured: Measured, problems: &mut Problems) -> Option<Aim> {
    let kind: TargetKind = fields.must_choose("kind", problems)?;
    let is_change = kind == TargetKind::Relative;
    let change = fields.number("change", problems);
    let value = fields.number("value", problems);
    let baseline_value = fields.number("baseline_value", problems);
    let year = fields.whole("baseline_year", problems);
    let baseline_year = year.and_then(|year| i16::try_from(year).ok());
    if year.is_some() && baseline_year.is_none() {
        problems.field("baseline_year", "plans-problem-year");
    }
    let unit_limit = fields.number("unit_limit", problems).filter(|_| kind == TargetKind::ShareOfUnits);
    let aim = Aim {
        kind,
        change: change.filter(|_| is_change),
        mode: fields.choice("mode", problems).unwrap_or(ChangeMode::Unspecified),
        value,
        measured,
        baseline_year,
        baseline_value,
        baseline_status: rules::target::baseline_status(kind, baseline_value),
        by: fields.date("by", problems),
        every_round: fields.has("every_round"),
        unit_limit,
    };
    rules::target::check(&aim, problems);
    Some(aim)
}

/// What is said of a new version beside its number.
pub(super) struct Version {
    /// How many versions there were when the form was shown.
    pub(super) expected: i64,
    /// Whether there are more by now. That is told before what the form then lacks.
    pub(super) is_late: bool,
    note: String,
    source: Source,
    valid_from: Option<Date>,
    reason: String,
}

impl Version {
    pub(super) fn of(self, aim: Aim) -> New {
        let (note, source) = (Words::plain(self.note), self.source);
        New { aim, note, source, valid_from: self.valid_from, reason: self.reason }
    }
}

/// Reads what is said of a new version after the `known` ones. The first target needs no reason and
/// holds from the start; a new one replaces another on a day.
pub(super) fn read_version(fields: &Fields, known: &[&Target], problems: &mut Problems) -> Version {
    let reason = fields.long("reason", problems);
    let note = fields.long("note", problems);
    let source = shared::source(fields, problems);
    let valid_from = fields.date("valid_from", problems);
    let expected = if fields.has("expected") { fields.whole("expected", problems) } else { None };
    let last = known.iter().map(|version| version.version_no).max().unwrap_or(0);
    let counted: Vec<&&Target> = known.iter().filter(|version| version.standing != TargetStanding::Dropped).collect();
    if !counted.is_empty() {
        if reason.is_empty() {
            problems.field("reason", "plans-problem-reason");
        }
        let before = counted.last().and_then(|version| version.valid_from);
        match valid_from {
            None => problems.field("valid_from", "plans-problem-valid-from"),
            Some(day) if before.is_some_and(|before| day <= before) => {
                problems.field("valid_from", "plans-problem-valid-order");
            }
            Some(_) => {}
        }
    }
    let expected = expected.unwrap_or(last);
    Version { expected, is_late: expected != last, note, source, valid_from, reason }
}

/// The form of a new version again, since someone else has added one to `table` first.
pub(super) async fn too_late(cx: &Ctx, goal: GoalId, table: &str, fields: &Fields) -> Result<Fields, Error> {
    let read: i64 = fields.text("expected").parse().unwrap_or(0);
    let number = |line: &Told| line.after.get("version_no").and_then(Json::as_i64);
    let is_new = |line: &Told| line.action == table && number(line).is_none_or(|number| read < number);
    cx.stale_by(goal, fields.clone(), is_new).await
}

/// The fields of what is said of a new version.
pub(super) fn version_fields(cx: &Ctx, typed: &Typed<'_>, is_first: bool) -> Markup {
    html! {
        (typed.area("note", &cx.t("plans-field-note"), None, false))
        (typed.source())
        @if !is_first {
            (typed.date("valid_from", &cx.t("plans-field-valid-from"), Some(&cx.t("plans-field-valid-from-help")), true))
            (typed.area("reason", &cx.t("plans-field-reason"), Some(&cx.t("plans-field-reason-help")), true))
        }
    }
}

/// What the goal's target counts: what its indicator counts, and per cent without one.
async fn measured(cx: &Ctx, goal: &Goal) -> Result<Measured, Error> {
    let Some(indicator) = goal.indicator else { return Ok(Measured::Percent) };
    Ok(varde_indicators::many(cx.db(), &[indicator]).await?.first().map_or(Measured::Percent, |one| one.measure))
}

/// Adds a version of a target, or says what is wrong with it. Pages and API share it.
pub(crate) async fn insert_target(
    cx: &Ctx,
    goal: &Granted<Goal>,
    fields: &Fields,
) -> Result<Result<TargetId, Problems>, Error> {
    let mut problems = Problems::new();
    let measured = measured(cx, goal).await?;
    let aim = read_aim(fields, measured, &mut problems);
    let known = store::targets::of(cx.db(), &[goal.id]).await?.remove(&goal.id).unwrap_or_default();
    let version = read_version(fields, &known.iter().collect::<Vec<_>>(), &mut problems);
    if version.is_late {
        return Err(varde_store::Error::Stale.into());
    }
    let (Some(aim), true) = (aim, problems.is_empty()) else { return Ok(Err(problems)) };
    let tx = cx.begin().await?;
    let expected = version.expected;
    let id = store::targets::insert(&tx, goal, expected, version.of(aim)).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

async fn page(
    cx: &Ctx,
    goal: &Goal,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let typed = Typed::new(cx, fields, problems);
    let known = store::targets::of(cx.db(), &[goal.id]).await?.remove(&goal.id).unwrap_or_default();
    let kinds: Vec<(String, String)> =
        TargetKind::ALL.iter().map(|kind| (kind.name().to_owned(), cx.t(words::target_kind_key(*kind)))).collect();
    let modes: Vec<(String, String)> = [ChangeMode::Relative, ChangeMode::Points]
        .iter()
        .map(|mode| (mode.name().to_owned(), cx.t(words::mode_key(*mode))))
        .collect();
    let href = format!("/goals/{}", goal.id);
    let expected = known.iter().map(|version| version.version_no).max().unwrap_or(0);
    let body = typed.form(
        &format!("{href}/targets"),
        &expected.to_string(),
        html! {
            (typed.summary())
            input type="hidden" name="expected" value=(expected);
            (typed.select("kind", &cx.t("plans-field-target-kind"), Some(&cx.t("plans-field-target-kind-help")), true, &kinds))
            (typed.number("value", &cx.t("plans-field-value"), Some(&cx.t("plans-field-value-help")), false))
            // What the chosen kind does not ask for is folded away by the style sheet.
            div.flow.of-relative { (field_group(&cx.t("plans-group-change"), Some(&cx.t("plans-group-change-help")), &html! {
                (typed.number("change", &cx.t("plans-field-change"), Some(&cx.t("plans-field-change-help")), false))
                (typed.select("mode", &cx.t("plans-field-mode"), None, false, &modes))
                (typed.number("baseline_year", &cx.t("plans-field-baseline-year"), None, false))
                (typed.number("baseline_value", &cx.t("plans-field-baseline-value"), Some(&cx.t("plans-field-baseline-value-help")), false))
            })) }
            div.flow.of-share { (typed.number("unit_limit", &cx.t("plans-field-unit-limit"), Some(&cx.t("plans-field-unit-limit-help")), false)) }
            (typed.date("by", &cx.t("plans-field-by"), None, false))
            (typed.check("every_round", &cx.t("plans-field-every-round"), None))
            (version_fields(cx, &typed, known.is_empty()))
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
        },
    );
    Ok(form_page(cx, goal, ("plans-target-new", "plans-target-new-lead"), status, body))
}

/// The page around a form for a target of a goal.
pub(super) fn form_page(
    cx: &Ctx,
    goal: &Goal,
    (title, lead): (&str, &str),
    status: StatusCode,
    body: Markup,
) -> Response {
    cx.page(cx.t(title))
        .lead(cx.t(lead))
        .crumb(cx.t("plans-goals-title"), "/goals")
        .crumb(cx.say().words(&goal.name), format!("/goals/{}", goal.id))
        .status(status)
        .body(body)
}

/// What the form of a new version begins with, of what every kind of target has.
pub(super) fn aim_fields(cx: &Ctx, aim: &Aim) -> [(&'static str, Option<String>); 7] {
    let number = |value: Option<f64>| value.map(|value| cx.say().value(value));
    [
        ("kind", Some(aim.kind.name().to_owned())),
        ("change", number(aim.change)),
        ("value", number(aim.value)),
        ("baseline_year", aim.baseline_year.map(|year| year.to_string())),
        ("baseline_value", number(aim.baseline_value)),
        ("by", aim.by.map(|day| day.to_string())),
        ("every_round", aim.every_round.then(|| "true".to_owned())),
    ]
}

/// `GET /goals/{id}/targets/new`: begins with what holds now.
pub(super) async fn new(cx: Ctx, Path(id): Path<GoalId>) -> Result<Response, Error> {
    let goal = super::to_edit(&cx, id).await?;
    let known = store::targets::of(cx.db(), &[id]).await?.remove(&id).unwrap_or_default();
    let fields = match known.last().map(|version| &version.aim) {
        None => Fields::default(),
        Some(aim) => shared::fields(aim_fields(&cx, aim).into_iter().chain([
            ("mode", (aim.mode != ChangeMode::Unspecified).then(|| aim.mode.name().to_owned())),
            ("unit_limit", aim.unit_limit.map(|limit| cx.say().value(limit))),
        ])),
    };
    page(&cx, &goal, &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /goals/{id}/targets`
pub(super) async fn create(cx: Ctx, Path(id): Path<GoalId>, Form(fields): Form) -> Result<Response, Error> {
    let goal = super::to_edit(&cx, id).await?;
    match insert_target(&cx, &goal, &fields).await {
        Ok(Ok(_)) => Ok(cx.done(&format!("/goals/{id}"), "plans-target-saved")),
        Ok(Err(problems)) => page(&cx, &goal, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) if error.is_stale() => {
            let kept = too_late(&cx, id, "target", &fields).await?;
            page(&cx, &goal, &kept, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(other) => Err(other),
    }
}

/// Decides how "per cent" is meant, or says what is wrong. Pages and API share it.
pub(crate) async fn decide_reading(
    cx: &Ctx,
    goal: &Granted<Goal>,
    target: TargetId,
    mode: Option<ChangeMode>,
    reason: &str,
) -> Result<Result<(), Problems>, Error> {
    let mut problems = Problems::new();
    if mode.is_none_or(|mode| mode == ChangeMode::Unspecified) {
        problems.field("mode", "plans-problem-mode");
    }
    if reason.trim().is_empty() {
        problems.field("reason", "plans-problem-reason");
    }
    let (Some(mode), true) = (mode, problems.is_empty()) else { return Ok(Err(problems)) };
    let tx = cx.begin().await?;
    store::targets::decide(&tx, goal, target, mode, reason).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Asks for the decision, with what each way of reading would lead to.
async fn reading_page(
    cx: &Ctx,
    goal: &Goal,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let standing =
        store::standing::of(cx.db(), &Sight::Of(cx.actor(), &tree), &tree, vec![goal.clone()], cx.today()).await?.pop();
    let typed = Typed::new(cx, fields, problems);
    let (href, name) = (format!("/goals/{}", goal.id), cx.say().words(&goal.name));
    let modes: Vec<(String, String)> = [ChangeMode::Relative, ChangeMode::Points]
        .iter()
        .map(|mode| (mode.name().to_owned(), cx.t(words::mode_key(*mode))))
        .collect();
    let body = typed.form(
        &format!("{href}/reading"),
        fields.text("target"),
        html! {
            (typed.summary())
            (typed.unseen("target"))
            @if let Some(standing) = &standing {
                p.prose { strong { (name) } @if let Some(target) = standing.target() { ": " (words::target_text(cx.say(), target)) } }
                @if standing.judgement.wanted.is_empty() { p.prose.quiet { (cx.t("plans-readings-no-baseline")) } }
                ul.ds-list { @for wanted in &standing.judgement.wanted { li { (words::reading_sentence(cx.say(), standing, wanted)) } } }
            }
            (typed.select("mode", &cx.t("plans-field-mode"), None, true, &modes))
            (typed.area("reason", &cx.t("plans-field-reason"), None, true))
            (submit_row(&cx.t("plans-readings-decide"), Some((&cx.t("plans-cancel"), &href)), None))
        },
    );
    Ok(cx
        .page(cx.t("plans-readings-title"))
        .lead(cx.t("plans-readings-lead"))
        .crumb(cx.t("plans-goals-title"), "/goals")
        .crumb(name, href.as_str())
        .status(status)
        .body(body))
}

/// `GET /goals/{id}/reading`
pub(super) async fn ask_reading(cx: Ctx, Path(id): Path<GoalId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let known = store::targets::of(cx.db(), &[id]).await?.remove(&id).unwrap_or_default();
    let last = known.last().ok_or(Error::NotFound)?;
    let fields = shared::with(&query, &[("target", last.id.to_string())]);
    reading_page(&cx, &goal, &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /goals/{id}/reading`
pub(super) async fn decide(cx: Ctx, Path(id): Path<GoalId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let target: TargetId = fields.text("target").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let mut problems = Problems::new();
    let reason = fields.long("reason", &mut problems);
    let mode = fields.choice("mode", &mut problems);
    if !problems.is_empty() {
        return reading_page(&cx, &goal, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match decide_reading(&cx, &goal, target, mode, &reason).await {
        Ok(Ok(())) => Ok(cx.done(&format!("/goals/{id}"), "plans-reading-saved")),
        Ok(Err(problems)) => reading_page(&cx, &goal, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) if error.is_stale() => {
            let asked = target.to_string();
            let decides = |line: &Told| {
                line.action == "reading_decided" && line.after.get("target").and_then(Json::as_str) == Some(&asked)
            };
            let kept = cx.stale_by(id, fields, decides).await?;
            reading_page(&cx, &goal, &kept, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(other) => Err(other),
    }
}
