//! New versions of a target for how much units differ.

use axum::response::Response;
use http::StatusCode;
use maud::html;
use varde_kernel::access::Granted;
use varde_kernel::{GoalId, Problems, TargetId, UnitKind, UnitTree};
use varde_web::ui::{field_group, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::targets::{aim_fields, form_page, read_version, too_late, version_fields};
use crate::model::goal::{Aim, ChangeMode, Goal, Measured, Spread, SpreadTarget, Target, TargetKind};
use crate::pages::followup::shared;
use crate::rules::{cascade, spread, target};
use crate::store;
use crate::views::spread::{among_text, spread_key};
use crate::views::typed::Typed;
use crate::views::words;

/// Reads what is to be reached from a form or from the API's fields, and checks it.
fn read(fields: &Fields, indicator: Option<Measured>, problems: &mut Problems) -> Option<(Spread, UnitKind, Aim)> {
    let of: Option<Spread> = fields.must_choose("spread", problems);
    let among: Option<UnitKind> = fields.must_choose("among", problems);
    let kind: Option<TargetKind> = fields.must_choose("kind", problems);
    let is_change = kind == Some(TargetKind::Relative);
    let (change, value) = (fields.number("change", problems), fields.number("value", problems));
    let baseline_value = fields.number("baseline_value", problems).filter(|_| is_change);
    let year = fields.whole("baseline_year", problems).filter(|_| is_change);
    let by = fields.date("by", problems);
    let (of, among, kind) = (of?, among?, kind?);
    let aim = Aim {
        kind,
        change: change.filter(|_| is_change),
        // Of the spread itself: a fall of 20 per cent makes 5 to 4.
        mode: ChangeMode::Relative,
        value: value.filter(|_| !is_change),
        measured: spread::measured(of, indicator.unwrap_or(Measured::Ratio)),
        baseline_year: year.and_then(|year| i16::try_from(year).ok()),
        baseline_value,
        baseline_status: target::baseline_status(kind, baseline_value),
        by,
        every_round: fields.has("every_round"),
        unit_limit: None,
    };
    spread::check(of, indicator, &aim, problems);
    Some((of, among, aim))
}

async fn measured(cx: &Ctx, goal: &Goal) -> Result<Option<Measured>, Error> {
    let Some(indicator) = goal.indicator else { return Ok(None) };
    Ok(varde_indicators::many(cx.db(), &[indicator]).await?.first().map(|one| one.measure))
}

async fn known(cx: &Ctx, goal: GoalId) -> Result<Vec<SpreadTarget>, Error> {
    Ok(store::spreads::of(cx.db(), &[goal]).await?.remove(&goal).unwrap_or_default())
}

/// Adds a version, or says what is wrong with it. Pages and API share it.
pub(crate) async fn insert_spread(
    cx: &Ctx,
    goal: &Granted<Goal>,
    fields: &Fields,
) -> Result<Result<TargetId, Problems>, Error> {
    let mut problems = Problems::new();
    let read = read(fields, measured(cx, goal).await?, &mut problems);
    let known = known(cx, goal.id).await?;
    let before: Vec<&Target> = known.iter().map(|version| &version.target).collect();
    let version = read_version(fields, &before, &mut problems);
    if version.is_late {
        return Err(varde_store::Error::Stale.into());
    }
    let (Some((of, among, aim)), true) = (read, problems.is_empty()) else { return Ok(Err(problems)) };
    let tx = cx.begin().await?;
    let expected = version.expected;
    let id = store::spreads::insert(&tx, goal, expected, (of, among), version.of(aim)).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

/// The kinds of unit below the one that the goal is about, with how many there are of each.
fn kinds_below(cx: &Ctx, tree: &UnitTree, goal: &Goal) -> Vec<(String, String)> {
    let about = cascade::about(tree, goal.unit);
    let below: Vec<UnitKind> = tree
        .below(about)
        .into_iter()
        .filter(|unit| *unit != about)
        .filter_map(|unit| tree.get(unit).map(|unit| unit.kind))
        .collect();
    UnitKind::ALL
        .iter()
        .map(|kind| (kind, below.iter().filter(|known| *known == kind).count()))
        .filter(|(_, n)| 0 < *n)
        .map(|(kind, n)| (kind.name().to_owned(), format!("{} ({n})", among_text(cx.say(), *kind))))
        .collect()
}

async fn page(
    cx: &Ctx,
    goal: &Goal,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let typed = Typed::new(cx, fields, problems);
    let (tree, known) = (cx.tree().await?, known(cx, goal.id).await?);
    let among = kinds_below(cx, &tree, goal);
    let spreads: Vec<(String, String)> =
        Spread::ALL.iter().map(|of| (of.name().to_owned(), cx.t(spread_key(*of)))).collect();
    let kinds: Vec<(String, String)> = [TargetKind::AtMost, TargetKind::Relative]
        .iter()
        .map(|kind| (kind.name().to_owned(), cx.t(words::target_kind_key(*kind))))
        .collect();
    let href = format!("/goals/{}", goal.id);
    let expected = known.iter().map(|version| version.target.version_no).max().unwrap_or(0);
    let back = format!("{href}#spread");
    let body = typed.form(
        &format!("{href}/spread-targets"),
        &expected.to_string(),
        html! {
            (typed.summary())
            input type="hidden" name="expected" value=(expected);
            (typed.select("spread", &cx.t("plans-field-spread"), Some(&cx.t("plans-field-spread-help")), true, &spreads))
            (typed.select("among", &cx.t("plans-field-among"), Some(&cx.t("plans-field-among-help")), true, &among))
            (typed.select("kind", &cx.t("plans-field-target-kind"), None, true, &kinds))
            (typed.number("value", &cx.t("plans-field-spread-value"), Some(&cx.t("plans-field-spread-value-help")), false))
            (field_group(&cx.t("plans-group-change"), Some(&cx.t("plans-group-spread-change-help")), &html! {
                (typed.number("change", &cx.t("plans-field-change"), Some(&cx.t("plans-field-spread-change-help")), false))
                (typed.number("baseline_year", &cx.t("plans-field-baseline-year"), None, false))
                (typed.number("baseline_value", &cx.t("plans-field-baseline-value"), Some(&cx.t("plans-field-baseline-value-help")), false))
            }))
            (typed.date("by", &cx.t("plans-field-by"), None, false))
            (typed.check("every_round", &cx.t("plans-field-every-round"), None))
            (version_fields(cx, &typed, known.is_empty()))
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &back)), None))
        },
    );
    Ok(form_page(cx, goal, ("plans-spread-new", "plans-spread-new-lead"), status, body))
}

/// `GET /goals/{id}/spread-targets/new`: begins with what holds now.
pub(super) async fn new(cx: Ctx, Path(id): Path<GoalId>) -> Result<Response, Error> {
    let goal = super::to_edit(&cx, id).await?;
    let fields = match known(&cx, id).await?.last() {
        None => Fields::default(),
        Some(SpreadTarget { of, among, target }) => shared::fields(
            aim_fields(&cx, &target.aim)
                .into_iter()
                .chain([("spread", Some(of.name().to_owned())), ("among", Some(among.name().to_owned()))]),
        ),
    };
    page(&cx, &goal, &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /goals/{id}/spread-targets`
pub(super) async fn create(cx: Ctx, Path(id): Path<GoalId>, Form(fields): Form) -> Result<Response, Error> {
    let goal = super::to_edit(&cx, id).await?;
    match insert_spread(&cx, &goal, &fields).await {
        Ok(Ok(_)) => Ok(cx.done(&format!("/goals/{id}#spread"), "plans-target-saved")),
        Ok(Err(problems)) => page(&cx, &goal, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) if error.is_stale() => {
            let kept = too_late(&cx, id, "spread_target", &fields).await?;
            page(&cx, &goal, &kept, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(other) => Err(other),
    }
}
