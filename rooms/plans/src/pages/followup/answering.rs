//! Answering a round: one thing at a time, or many on one page.

use std::collections::{HashMap, HashSet};

use axum::http::StatusCode;
use axum::response::Response;
use varde_kernel::access::Action;
use varde_kernel::{AnswerId, Problems, RoundId, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::finishing;
use super::rounds::{Opened, answer_one, mine, read_round};
use super::shared::{fields, with};
use crate::model::followup::rounds::{Answer, AnswerDraft, Deadline, RoundState, Said, Status, Thing};
use crate::rules::rounds as rules;
use crate::store::{rounds as store, sources};
use crate::views::followup::answering as views;

/// The fields of one thing among many: those that end in its id.
fn fields_of(form: &Fields, id: AnswerId) -> Fields {
    let tail = format!("-{id}");
    Fields::new(
        form.iter()
            .filter_map(|(name, value)| Some((name.strip_suffix(&tail)?.to_owned(), value.to_owned())))
            .collect(),
    )
}

/// What was answered. That a thing is done is told once: the answer completes it too, unless one says otherwise.
fn filled(cx: &Ctx, answer: &Answer, may_finish: bool) -> Fields {
    let finishes = may_finish && answer.status != Some(Status::Done);
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    fields([
        ("version", Some(answer.version.to_string())),
        ("status", answer.status.map(|status| status.name().to_owned())),
        ("deviation", text(&answer.deviation)),
        ("risk", text(&answer.risk)),
        ("decision", text(&answer.decision)),
        ("finish", finishes.then(|| "true".to_owned())),
        ("finished_on", may_finish.then(|| cx.today().to_string())),
    ])
}

/// How many things one answers for at a time.
const AT_ONCE: usize = 20;

/// `GET /rounds/{id}/answer`: the next thing that waits for an answer, one of them (`?only=`), or
/// many at once (`?all=1`).
pub(super) async fn form(cx: Ctx, Path(id): Path<RoundId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let opened = read_round(&cx, &tree, id).await?;
    let only: Option<AnswerId> = query.text("only").parse().ok();
    let after: Option<AnswerId> = query.text("after").parse().ok();
    let all = query.has("all");
    let mine = mine(&cx, &tree, &opened.answers);
    if mine.is_empty() {
        return Err(Error::Forbidden);
    }
    if only.is_some_and(|only| mine.iter().all(|answer| answer.id != only)) {
        return Err(Error::NotFound);
    }
    // What is not answered comes first; with nothing missing, one may change what one said.
    let n_missing = missing(&mine);
    let many = all || (n_missing == 0 && only.is_none());
    let wanted: Vec<&Answer> = mine
        .into_iter()
        .filter(|answer| only.map_or(n_missing == 0 || answer.status.is_none(), |only| answer.id == only))
        .collect();
    // Passing one by leads to the next, and from the last to the first again.
    let begin = after.and_then(|after| {
        let place = opened.answers.iter().position(|answer| answer.id == after)?;
        let later = |answer: &&Answer| opened.answers.iter().position(|one| one.id == answer.id) > Some(place);
        wanted.iter().position(later)
    });
    let here: Vec<&Answer> = wanted.into_iter().skip(begin.unwrap_or(0)).take(if many { AT_ONCE } else { 1 }).collect();
    let ids: Vec<AnswerId> = here.iter().map(|answer| answer.id).collect();
    let known = Known::of(&cx, &opened, &ids).await?;
    let with_saved = |answer| {
        let fields = filled(&cx, answer, known.may_finish(answer));
        asked(&cx, &opened, answer, &known, fields)
    };
    let here: Vec<views::Asked<'_>> = here.into_iter().map(with_saved).collect();
    page(&cx, &tree, &opened, (&here, !many), n_missing, StatusCode::OK)
}

/// What is known of the things that are asked about.
struct Known {
    said: HashMap<AnswerId, Vec<Said>>,
    deadlines: HashMap<Thing, Deadline>,
    /// What the visitor may complete.
    finishable: HashSet<AnswerId>,
}

impl Known {
    async fn of(cx: &Ctx, opened: &Opened, ids: &[AnswerId]) -> Result<Self, Error> {
        let mut finishable = HashSet::new();
        for answer in opened.answers.iter().filter(|answer| ids.contains(&answer.id)) {
            if finishing::may(cx, answer.item.thing).await? {
                finishable.insert(answer.id);
            }
        }
        Ok(Self {
            said: store::said_before(cx.db(), &opened.round, ids).await?,
            deadlines: sources::deadlines(cx.db(), opened.round.plan, cx.today()).await?,
            finishable,
        })
    }

    fn may_finish(&self, answer: &Answer) -> bool {
        self.finishable.contains(&answer.id)
    }
}

fn missing(mine: &[&Answer]) -> usize {
    mine.iter().filter(|answer| answer.status.is_none()).count()
}

fn page(
    cx: &Ctx,
    tree: &UnitTree,
    opened: &Opened,
    (here, is_single): (&[views::Asked<'_>], bool),
    n_missing: usize,
    status: StatusCode,
) -> Result<Response, Error> {
    if opened.round.state == RoundState::Closed {
        return Err(Error::Conflict("plans-round-error-closed"));
    }
    if cx.today() < opened.round.opens {
        return Err(Error::Conflict("plans-round-error-not-open"));
    }
    let back = format!("/rounds/{}", opened.round.id);
    let body = views::form_of(cx, tree, opened, here, (is_single, n_missing), &back);
    let lead = cx.say().with("plans-round-answer-lead", &[("n", n_missing.into())]);
    Ok(cx
        .page(cx.t("plans-round-answer"))
        .lead(lead)
        .unit(tree, opened.round.unit)
        .crumb(opened.round.name.clone(), back)
        .status(status)
        .body(body))
}

/// `POST /rounds/{id}/answer`.
pub(super) async fn save(cx: Ctx, Path(id): Path<RoundId>, Form(form): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let opened = read_round(&cx, &tree, id).await?;
    let sent: Vec<(&Answer, Fields)> = mine(&cx, &tree, &opened.answers)
        .into_iter()
        .map(|answer| (answer, fields_of(&form, answer.id)))
        .filter(|(_, typed)| typed.has("version"))
        .collect();
    let ids: Vec<AnswerId> = sent.iter().map(|(answer, _)| answer.id).collect();
    let known = Known::of(&cx, &opened, &ids).await?;
    let tx = cx.begin().await?;
    let is_single = form.has("single");
    let mut here = Vec::new();
    let (mut saved, mut wrong, mut stale) = (0, false, false);
    for (answer, mut typed) in sent {
        // What was chosen by hand is never replaced by what was said last.
        if typed.has("same")
            && typed.text("status").is_empty()
            && let Some(unchanged) = unchanged(&cx, &opened, answer, &known)
        {
            // One press says the same again and nothing more.
            let again = [&said(unchanged)[..], &[("finish", String::new())]].concat();
            typed = with(&typed, &again);
        }
        let same = |name: &str, known: &str| typed.text(name) == known.trim();
        let finishes = typed.has("finish") && typed.text("status") == Status::Done.name() && known.may_finish(answer);
        let untouched = !finishes
            && same("deviation", &answer.deviation)
            && same("risk", &answer.risk)
            && same("decision", &answer.decision)
            && typed.text("status") == answer.status.map_or("", Status::name);
        let mut asked = asked(&cx, &opened, answer, &known, typed);
        if !untouched {
            let granted = store::open_answer(&tx, cx.actor(), &tree, answer.id, Action::Answer).await?;
            let before = opened.before.get(&answer.id).map_or(&[][..], Vec::as_slice);
            let version = asked.fields.version()?;
            match answer_one(&cx, &tx, &opened.round, &granted, before, version, &asked.fields).await {
                Ok(_) => saved += 1,
                Err(Error::Invalid(problems)) => (asked.problems, wrong) = (problems, true),
                Err(error) if error.is_stale() => {
                    asked.fields = cx.stale(answer.id, &asked.fields, granted.version).await?;
                    stale = true;
                }
                Err(other) => return Err(other),
            }
        }
        here.push(asked);
    }
    if wrong || stale {
        // Nothing is saved until everything can be.
        drop(tx);
        let n_missing = missing(&mine(&cx, &tree, &opened.answers));
        let status = if stale { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        return page(&cx, &tree, &opened, (&here, is_single), n_missing, status);
    }
    tx.commit().await?;
    let done = if saved == 0 { "plans-round-answered-none" } else { "plans-round-answered" };
    let n_missing = missing(&mine(&cx, &tree, &opened.answers));
    let newly = here.iter().filter(|asked| asked.answer.status.is_none()).count();
    let goes_on = 0 < saved && if is_single { newly < n_missing } else { saved < n_missing && AT_ONCE <= saved };
    let href = match (goes_on, is_single) {
        // On from here, so that what was passed by is asked again only when the rest is done.
        (true, true) => match here.last() {
            Some(asked) => format!("/rounds/{id}/answer?after={}", asked.answer.id),
            None => format!("/rounds/{id}/answer"),
        },
        (true, false) => format!("/rounds/{id}/answer?all=1"),
        (false, _) => format!("/rounds/{id}"),
    };
    Ok(cx.done(&href, done))
}

/// What was said last time, when it may simply be said again: nothing in it forces a decision.
fn unchanged<'a>(cx: &Ctx, opened: &Opened, answer: &Answer, known: &'a Known) -> Option<&'a AnswerDraft> {
    let before = opened.before.get(&answer.id).map_or(&[][..], Vec::as_slice);
    let draft = &known.said.get(&answer.id)?.first()?.said;
    rules::may_repeat(opened.round.state, opened.round.opens, cx.today(), before, draft).then_some(draft)
}

fn said(draft: &AnswerDraft) -> [(&'static str, String); 4] {
    [
        ("status", draft.status.name().to_owned()),
        ("deviation", draft.deviation.clone()),
        ("risk", draft.risk.clone()),
        ("decision", draft.decision.clone()),
    ]
}

fn asked<'a>(cx: &Ctx, opened: &Opened, answer: &'a Answer, known: &Known, fields: Fields) -> views::Asked<'a> {
    views::Asked {
        answer,
        fields,
        problems: Problems::new(),
        past: known.said.get(&answer.id).cloned().unwrap_or_default(),
        deadline: known.deadlines.get(&answer.item.thing).copied().unwrap_or_default(),
        may_finish: known.may_finish(answer),
        may_repeat: answer.status.is_none() && unchanged(cx, opened, answer, known).is_some(),
    }
}
