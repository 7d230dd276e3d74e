//! What is read from forms and addresses.

use jiff::civil::Time;
use sha2::{Digest, Sha256};
use varde_kernel::access::{self, Action, Kind, Scope};
use varde_kernel::{PersonId, Problems, UnitId, UnitKind, UnitTree};
use varde_web::{Ctx, Error, Fields};

use crate::model::{Entrance, Mode, ReportDraft, Sort, Topic};
use crate::rules::reporting;
use crate::store::incidents;
use crate::store::list::{Filter, Order};

/// The longest message or addition, in characters.
pub(crate) const MAX_WORDS: usize = 10_000;
/// The most units that a form lets one choose from.
const MOST_UNITS: usize = 400;

/// Reads a report, all problems at once.
pub(crate) fn draft(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    mode: Mode,
    entrance: Entrance,
) -> Result<ReportDraft, Problems> {
    let mut problems = Problems::new();
    let what = fields.up_to(reporting::MAX_WHAT, "what", &mut problems);
    let sort: Option<Sort> = fields.must_choose("sort", &mut problems);
    let unit = fields.text("unit").parse().ok().filter(|unit| tree.get(*unit).is_some());
    if unit.is_none() {
        problems.field("unit", "incidents-problem-unit");
    }
    let on = fields.date("on", &mut problems);
    if !fields.has("on") {
        problems.field("on", "web-problem-required");
    }
    let at = time(fields.text("at"));
    if at.is_none() && fields.has("at") {
        problems.field("at", "incidents-problem-time");
    }
    let (place, done) = (fields.short("place", &mut problems), fields.long("done", &mut problems));
    reporting::check(&what, on, cx.today(), &mut problems);
    let topics = fields.all("topics").filter_map(|name| name.parse().ok()).collect::<Vec<Topic>>();
    match (sort, unit, on, problems.is_empty()) {
        (Some(sort), Some(unit), Some(on), true) => {
            let (kind, harmed) = sort.meaning();
            Ok(ReportDraft { kind, harmed, mode, entrance, what, unit, place, on, at, done, topics })
        }
        _ => Err(problems),
    }
}

/// A time of day as people type it: `14:30`, `14.30`, `1430` or `9`.
fn time(text: &str) -> Option<Time> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, ':' | '.' | ' ')).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) || 4 < digits.len() {
        return None;
    }
    let number: i16 = digits.parse().ok()?;
    let (hour, minute) = if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
}

/// The digest under which what was sent is known again when it is sent twice.
pub(crate) fn sent_mark(fields: &Fields) -> Result<String, Error> {
    let made_up = match fields.text("sent") {
        "" => varde_web::secret_text().ok_or(varde_store::Error::Random)?,
        sent => sent.to_owned(),
    };
    let digest = Sha256::new().chain_update("sent:").chain_update(made_up.as_bytes()).finalize();
    Ok(hex::encode(digest))
}

/// The units that someone near `unit` may mean by "where": all of its hospital, service or municipality, and of the
/// trust when that is not too many.
pub(crate) fn near(tree: &UnitTree, unit: UnitId) -> Vec<UnitId> {
    let mut best = vec![unit];
    for above in tree.line(unit).iter() {
        let is_too_high = tree.get(*above).is_none_or(|unit| {
            matches!(unit.kind, UnitKind::Nation | UnitKind::RegionalHealthAuthority | UnitKind::County)
        });
        let all = if is_too_high { Vec::new() } else { tree.below(*above) };
        if is_too_high || MOST_UNITS < all.len() {
            break;
        }
        best = all;
    }
    best
}

/// Where those who do not work here can say that it was: every provider of care.
pub(crate) fn providers(tree: &UnitTree) -> Vec<UnitId> {
    let provides = |kind| {
        matches!(
            kind,
            UnitKind::HealthTrust
                | UnitKind::Hospital
                | UnitKind::Municipality
                | UnitKind::MunicipalService
                | UnitKind::NursingHome
                | UnitKind::HomeCare
                | UnitKind::GpPractice
                | UnitKind::OutOfHours
                | UnitKind::PrivateProvider
        )
    };
    tree.iter().filter(|unit| provides(unit.kind)).map(|unit| unit.id).collect()
}

/// What someone sees of incidents.
pub(crate) fn seen(cx: &Ctx) -> Scope {
    access::scope(cx.actor(), Kind::Incident)
}

/// Whether someone handles incidents anywhere.
pub(crate) fn handles(cx: &Ctx) -> bool {
    access::may_somewhere(cx.actor(), Action::Read, Kind::Incident)
}

/// Who may handle an incident of a unit by a role of theirs, by name.
pub(crate) async fn handlers(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> Result<Vec<(PersonId, String)>, Error> {
    let on = incidents::target(tree, unit);
    Ok(varde_people::who_may(cx.db(), tree, Action::Edit, &on, cx.today()).await?)
}

/// Which incidents the address asks for, and in which order.
///
/// # Errors
///
/// [`Error::BadRequest`] when it cannot be read.
pub(crate) fn filter(cx: &Ctx, query: &Fields) -> Result<(Filter, Order), Error> {
    let mut problems = Problems::new();
    let filter = Filter {
        text: query.text("q").chars().take(200).collect(),
        unit: query.choice("unit", &mut problems),
        state: if query.text("state") == "open" { None } else { query.choice("state", &mut problems) },
        kind: query.choice("kind", &mut problems),
        handler: if query.has("mine") { cx.actor().person() } else { None },
        is_open: query.text("state") == "open",
        late_on: query.has("late").then(|| cx.today()),
        is_serious: query.has("serious"),
        from: query.date("from", &mut problems),
        to: query.date("to", &mut problems),
    };
    let order = match query.text("sort") {
        "due" => Order::Due,
        "happened" => Order::Happened,
        _ => Order::Newest,
    };
    if problems.is_empty() { Ok((filter, order)) } else { Err(Error::BadRequest("incidents-error-filter")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, expected) in [
            ("14:30", Some((14, 30))),
            ("14.30", Some((14, 30))),
            ("1430", Some((14, 30))),
            ("930", Some((9, 30))),
            ("9", Some((9, 0))),
            ("24:00", None),
            ("12:75", None),
            ("i natt", None),
            ("", None),
            ("123456", None),
        ] {
            let expected = expected.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
            assert_eq!(time(text), expected, "{text}");
        }
    }
}
