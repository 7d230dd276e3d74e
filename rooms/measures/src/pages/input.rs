//! What people and programs send in, read the same way from forms and from the API.

use std::str::FromStr;

use jiff::civil::Date;
use varde_kernel::access::{Action, Actor, Kind, Target};
use varde_kernel::{ActorId, IndicatorId, Period, PersonId, Place, Problems, SeriesId, UnitId, UnitTree, Words};
use varde_store::Read;
use varde_web::{Ctx, Fields, TextRoom, texts};

use crate::model::{
    Activity, ActivityKind, Effect, Evidence, EvidenceKind, EvidenceLevel, Finding, FindingState, Links, Measure,
    Resources, ShownBy,
};
use crate::rules::{self, ActivityRefused, Refused};
use crate::store::{self, Filter, FindingFilter, Sort, line_of};

/// The most things that a measure is tied to in one way, and the most evidence of a finding.
const MANY: usize = 200;

/// A measure as it was sent in, with what it is tied to.
pub(crate) fn measure(fields: &Fields, base: &Measure, problems: &mut Problems) -> (Measure, Links) {
    let measure = Measure {
        title: fields.words(texts!("title"), TextRoom::Line, &Words::default(), problems),
        detail: fields.words(texts!("detail"), TextRoom::Lines, &Words::default(), problems),
        problem: fields.short("problem", problems),
        lead: fields.choice::<ActorId>("lead_actor", problems),
        owner: fields.choice::<PersonId>("owner_person", problems),
        adopted: fields.date("adopted", problems),
        starts: fields.date("starts", problems),
        due: fields.date("due", problems),
        effect: Effect {
            indicator: fields.choice::<IndicatorId>("effect_indicator", problems),
            series: fields.choice::<SeriesId>("effect_series", problems),
            direction: fields.choice("effect_direction", problems),
            size: fields.number("effect_size", problems),
            by: fields.date("effect_by", problems),
            text: fields.words(texts!("effect_text"), TextRoom::Lines, &Words::default(), problems),
        },
        resources: resources(fields, problems),
        evidence: fields.choice("evidence_level", problems).unwrap_or(EvidenceLevel::NotStated),
        shown_by: shown_by(fields, problems),
        source: some(fields.short("source", problems)),
        open: fields.has("open"),
        ..base.clone()
    };
    if measure.title.is_empty() && problems.of_field("title").is_none() {
        problems.field("title", "web-problem-required");
    }
    if let (Some(starts), Some(due)) = (measure.starts, measure.due)
        && due < starts
    {
        problems.field("due", "measures-problem-due-before-start");
    }
    let links = Links {
        contributors: distinct(fields, "contributors", problems),
        tags: distinct(fields, "tags", problems),
        dimensions: distinct(fields, "dimensions", problems),
        findings: distinct(fields, "findings", problems),
    };
    (measure, links)
}

/// Checks that what a measure points to exists and may be seen by the visitor; `former` is the
/// indicator that it pointed to before.
pub(crate) async fn check_links(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    measure: &mut Measure,
    links: &Links,
    former: Option<IndicatorId>,
    problems: &mut Problems,
) -> Result<(), varde_store::Error> {
    let actors = varde_people::actors(db).await?;
    let is_actor = |id: &ActorId| actors.iter().any(|actor| actor.id == *id);
    if measure.lead.is_some_and(|lead| !is_actor(&lead)) {
        problems.field("lead_actor", "web-problem-choice");
    }
    if !links.contributors.iter().all(is_actor) {
        problems.field("contributors", "web-problem-choice");
    }
    check_person(db, measure.owner, problems).await?;
    match varde_indicators::chosen(db, actor, tree, former, measure.effect.indicator).await {
        Ok(indicator) => measure.effect.indicator = indicator,
        Err(varde_store::Error::NotFound) => problems.field("effect_indicator", "web-problem-choice"),
        Err(error) => return Err(error),
    }
    let tags = store::tags(db).await?;
    if !links.tags.iter().all(|part| tags.iter().any(|tag| tag.part == *part)) {
        problems.field("tags", "web-problem-choice");
    }
    for finding in &links.findings {
        match store::open_finding(db, actor, tree, *finding, Action::Read).await {
            Ok(_) => {}
            Err(varde_store::Error::NotFound | varde_store::Error::Forbidden) => {
                problems.field("findings", "web-problem-choice");
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// What is set aside for a measure or an activity.
fn resources(fields: &Fields, problems: &mut Problems) -> Resources {
    Resources {
        text: fields.short("resources", problems),
        hours: amount(fields, "resources_hours", problems),
        nok: amount(fields, "resources_nok", problems),
        budget_year: budget_year(fields, problems),
    }
}

/// The evidence for a measure or an activity.
fn shown_by(fields: &Fields, problems: &mut Problems) -> ShownBy {
    ShownBy { text: fields.long("evidence_text", problems), href: href(fields, problems) }
}

/// Where evidence can be read: a page here, or an address outside.
fn href(fields: &Fields, problems: &mut Problems) -> Option<String> {
    let href = fields.short("evidence_href", problems);
    let is_inside = href.starts_with('/') && varde_web::local(&href) == href;
    if !href.is_empty() && !is_inside && !href.starts_with("https://") {
        problems.field("evidence_href", "measures-problem-href");
    }
    some(href)
}

/// Checks that the actors of an activity exist.
pub(crate) async fn check_actors(
    db: &impl Read,
    activity: &Activity,
    problems: &mut Problems,
) -> Result<(), varde_store::Error> {
    let actors = varde_people::actors(db).await?;
    let is_actor = |id: &ActorId| actors.iter().any(|actor| actor.id == *id);
    if activity.lead.is_some_and(|lead| !is_actor(&lead)) {
        problems.field("lead_actor", "web-problem-choice");
    }
    if !activity.contributors.iter().all(is_actor) {
        problems.field("contributors", "web-problem-choice");
    }
    Ok(())
}

/// Checks that a person who is to answer for something exists.
pub(crate) async fn check_person(
    db: &impl Read,
    person: Option<PersonId>,
    problems: &mut Problems,
) -> Result<(), varde_store::Error> {
    if let Some(person) = person
        && varde_people::person_name(db, person).await?.is_none()
    {
        problems.field("owner_person", "web-problem-choice");
    }
    Ok(())
}

/// An activity as it was sent in on a day. `measure` decides which states it may have.
pub(crate) fn activity(
    fields: &Fields,
    base: &Activity,
    measure: &Measure,
    (tree, today): (&UnitTree, Date),
    problems: &mut Problems,
) -> Activity {
    let state = fields.choice("state", problems).unwrap_or(base.state);
    // The day on which it was over is asked for only of what is.
    let ended = fields.date("ended", problems).filter(|_| state.is_over());
    let activity = Activity {
        title: fields.words(texts!("title"), TextRoom::Line, &Words::default(), problems),
        detail: fields.words(texts!("detail"), TextRoom::Lines, &Words::default(), problems),
        kind: fields.choice("kind", problems).unwrap_or(ActivityKind::Unspecified),
        state,
        starts: fields.date("starts", problems),
        due: fields.date("due", problems),
        ended: ended.or_else(|| rules::activity_ended(base, state, today)),
        lead: fields.choice("lead_actor", problems),
        contributors: distinct(fields, "contributors", problems),
        resources: resources(fields, problems),
        shown_by: shown_by(fields, problems),
        owner: fields.choice("owner_person", problems),
        unit: fields.choice("unit_id", problems),
        ..base.clone()
    };
    if activity.title.is_empty() && problems.of_field("title").is_none() {
        problems.field("title", "web-problem-required");
    }
    if let (Some(starts), Some(due)) = (activity.starts, activity.due)
        && due < starts
    {
        problems.field("due", "measures-problem-due-before-start");
    }
    if activity.ended.is_some_and(|ended| today < ended) {
        problems.field("ended", "measures-problem-ended-ahead");
    }
    if activity.unit.is_some_and(|unit| tree.get(unit).is_none()) {
        problems.field("unit_id", "web-problem-choice");
    }
    if let Err(refused) = rules::may_be(activity.state, measure.state)
        && activity.state != base.state
    {
        problems.field("state", activity_key(refused));
    }
    activity
}

/// A finding as it was sent in, with what it rests on.
pub(crate) fn finding(fields: &Fields, base: &Finding, problems: &mut Problems) -> (Finding, Vec<Evidence>) {
    let period = match fields.text("period") {
        "" => None,
        text => {
            let period = text.parse::<Period>().ok().filter(|period| (1800..=2200).contains(&period.start().year()));
            if period.is_none() {
                problems.field("period", "measures-problem-period");
            }
            period
        }
    };
    let closed = fields.has("closed");
    let finding = Finding {
        period,
        title: fields.words(texts!("title"), TextRoom::Line, &Words::default(), problems),
        judgement: fields.long("judgement", problems),
        state: match (closed, base.state) {
            (true, _) => FindingState::Closed,
            (false, FindingState::Closed) => FindingState::Open,
            (false, state) => state,
        },
        open: fields.has("open"),
        ..base.clone()
    };
    if finding.title.is_empty() && problems.of_field("title").is_none() {
        problems.field("title", "web-problem-required");
    }
    (finding, evidence(fields, problems))
}

fn evidence(fields: &Fields, problems: &mut Problems) -> Vec<Evidence> {
    let kinds: Vec<&str> = fields.all("evidence_kind").collect();
    let hrefs: Vec<&str> = fields.all("evidence_href").collect();
    let things: Vec<&str> = fields.all("evidence_thing").collect();
    let mut found = Vec::new();
    for (place, text) in fields.all("evidence_text").enumerate() {
        let at = |list: &[&str]| list.get(place).map(|text| (*text).to_owned()).unwrap_or_default();
        let (kind, href, thing) = (at(&kinds), at(&hrefs), at(&things));
        if text.is_empty() && href.is_empty() {
            continue;
        }
        // Each piece is read as a small form of its own, so that the same limits hold.
        let piece = Fields::new(vec![
            ("evidence_kind".into(), kind),
            ("evidence_text".into(), text.to_owned()),
            ("evidence_href".into(), href),
            ("evidence_thing".into(), thing),
        ]);
        let text = piece.required("evidence_text", problems);
        let href = self::href(&piece, problems);
        found.push(Evidence {
            kind: piece.choice("evidence_kind", problems).unwrap_or(EvidenceKind::Observation),
            thing: piece.choice("evidence_thing", problems),
            text,
            href,
        });
    }
    if MANY < found.len() {
        problems.push(Place::Field("evidence_text"), "measures-problem-too-many", vec![("max", MANY.to_string())]);
    }
    found
}

/// Which measures are asked for.
pub(crate) fn filter(query: &Fields) -> Result<Filter, Problems> {
    let mut problems = Problems::new();
    let state = query.text("state");
    let is_open = state == "open";
    let filter = Filter {
        text: query.short("q", &mut problems),
        state: if is_open { None } else { query.choice("state", &mut problems) },
        is_open,
        unit: query.choice("unit", &mut problems),
        lead: query.choice("lead", &mut problems),
        owner: query.choice("owner", &mut problems),
        is_overdue: query.has("overdue"),
        needs_start: query.has("needs_start"),
        owes_effect: query.has("owes_effect"),
        tag: query.choice("tag", &mut problems),
        tag2: query.choice("tag2", &mut problems),
        level: query.choice("level", &mut problems),
        among: None,
        dimension: query.choice("dimension", &mut problems),
        budget_year: budget_year(query, &mut problems).map(i64::from),
        sort: match query.text("sort") {
            "state" => Sort::State,
            "title" => Sort::Title,
            "" | "due" => Sort::Due,
            _ => {
                problems.field("sort", "web-problem-choice");
                Sort::Due
            }
        },
        is_reversed: query.text("dir") == "desc",
    };
    problems.result().map(|()| filter)
}

/// Which findings are asked for.
pub(crate) fn finding_filter(query: &Fields) -> Result<FindingFilter, Problems> {
    let mut problems = Problems::new();
    let filter = FindingFilter {
        text: query.short("q", &mut problems),
        state: query.choice("state", &mut problems),
        unit: query.choice("unit", &mut problems),
    };
    problems.result().map(|()| filter)
}

/// The unit on which something new is to be made. One that does not exist is a problem; one where
/// the visitor may make nothing is refused by the store.
pub(crate) fn unit(fields: &Fields, tree: &UnitTree, problems: &mut Problems) -> Option<UnitId> {
    let unit = fields.must_choose::<UnitId>("unit_id", problems);
    if unit.is_some_and(|unit| tree.get(unit).is_none()) {
        problems.field("unit_id", "web-problem-choice");
        return None;
    }
    unit
}

/// The units on which the visitor holds a role that lets them do this.
pub(crate) fn units_where(cx: &Ctx, tree: &UnitTree, action: Action, kind: Kind) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = Vec::new();
    for held in cx.actor().held() {
        let on = Target::open(kind, line_of(tree, held.unit));
        if !units.contains(&held.unit) && tree.get(held.unit).is_some() && cx.may(action, &on) {
            units.push(held.unit);
        }
    }
    units
}

/// The field and the words of a rule that stopped a step or an edit.
pub(crate) const fn refused_key(refused: Refused) -> (&'static str, &'static str) {
    match refused {
        Refused::OutOfOrder => ("", "measures-refused-out-of-order"),
        Refused::ResponsibleMissing => ("lead_actor", "measures-refused-responsible"),
        Refused::DueMissing => ("due", "measures-refused-due"),
        Refused::EffectMissing => ("effect_text", "measures-refused-effect"),
        Refused::ProblemMissing => ("problem", "measures-refused-problem"),
        Refused::ResourcesNeedLeader => ("", "measures-refused-resources-leader"),
        Refused::ResourcesNeedReason => ("exception", "measures-refused-resources-reason"),
        Refused::ActivitiesOpen => ("activities", "measures-refused-activities"),
        Refused::ResultMissing => ("result", "measures-refused-result"),
        Refused::ReasonMissing => ("reason", "measures-refused-reason"),
        Refused::ScaleUpNeedsLeader => ("", "measures-refused-scale-up-leader"),
        Refused::ScaleUpNeedsReason => ("exception", "measures-refused-scale-up-reason"),
    }
}

pub(crate) const fn activity_key(refused: ActivityRefused) -> &'static str {
    match refused {
        ActivityRefused::MeasureNotConcrete => "measures-refused-measure-not-concrete",
        ActivityRefused::MeasureStopped => "measures-refused-measure-stopped",
    }
}

/// Rules that stopped something, as problems with their places.
pub(crate) fn as_problems(refused: &[Refused], problems: &mut Problems) {
    for refused in refused {
        let (field, key) = refused_key(*refused);
        let place = if field.is_empty() { Place::Whole } else { Place::Field(field) };
        problems.push(place, key, Vec::new());
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// A number that is not below zero.
fn amount(fields: &Fields, name: &'static str, problems: &mut Problems) -> Option<f64> {
    let number = fields.number(name, problems)?;
    if number < 0.0 {
        problems.field(name, "measures-problem-negative");
    }
    Some(number)
}

/// The year whose budget pays.
fn budget_year(fields: &Fields, problems: &mut Problems) -> Option<i16> {
    let year = fields.whole("budget_year", problems)?;
    let known = i16::try_from(year).ok().filter(|year| (1900..=2200).contains(year));
    if known.is_none() {
        problems.field("budget_year", "measures-problem-budget-year");
    }
    known
}

/// Choices that can be sent several times; each once, in the order sent.
fn distinct<T: FromStr + PartialEq>(fields: &Fields, name: &'static str, problems: &mut Problems) -> Vec<T> {
    let mut found = Vec::new();
    for text in fields.all(name).filter(|text| !text.is_empty()) {
        match text.parse::<T>() {
            Ok(value) if found.contains(&value) => {}
            Ok(value) => found.push(value),
            Err(_) => problems.field(name, "web-problem-choice"),
        }
    }
    if MANY < found.len() {
        problems.push(Place::Field(name), "measures-problem-too-many", vec![("max", MANY.to_string())]);
    }
    found
}
