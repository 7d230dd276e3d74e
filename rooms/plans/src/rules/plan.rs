//! What a plan must be before it is adopted, and the way it goes.

use jiff::civil::Date;
use varde_kernel::{PartId, UnitId};

use crate::model::plan::{Owner, Part, PartKind, Plan, PlanKind, PlanState};

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// Nobody has said whom it speaks to.
    #[error("the target group is missing")]
    TargetGroup,
    /// The period is missing.
    #[error("the period is missing")]
    Period,
    /// A mandatory chapter is empty.
    #[error("a mandatory chapter is empty")]
    Chapter,
    /// The unit does not own the plan.
    #[error("the unit does not own the plan")]
    NotOwner,
    /// The step is not the next one.
    #[error("the step is out of order")]
    OutOfOrder,
}

/// What is missing before the plan can be adopted; nothing when it can.
pub fn missing_for_adoption(plan: &Plan, parts: &[Part]) -> Vec<Refused> {
    let mut missing = Vec::new();
    if plan.said.target_group.nb.trim().is_empty() {
        missing.push(Refused::TargetGroup);
    }
    if plan.said.from.is_none() || plan.said.to.is_none() {
        missing.push(Refused::Period);
    }
    // A template's chapters are written in the plans that are made from it.
    if plan.kind != PlanKind::Template && parts.iter().any(is_empty_chapter) {
        missing.push(Refused::Chapter);
    }
    missing
}

/// Whether a part is another part of the same plan, or stands somewhere below it.
pub fn is_under(parts: &[Part], part: PartId, other: PartId) -> bool {
    let above = |id: PartId| parts.iter().find(|one| one.id == id).and_then(|one| one.parent);
    // A circle in the data ends after as many steps as there are parts.
    std::iter::successors(Some(part), |id| above(*id)).take(parts.len() + 1).any(|id| id == other)
}

/// Whether a part is a mandatory chapter that nobody has written.
pub fn is_empty_chapter(part: &Part) -> bool {
    part.kind == PartKind::Chapter && part.mandatory && part.text.nb.trim().is_empty()
}

/// The mandatory chapters that nobody has written, for telling which.
pub fn empty_chapters(parts: &[Part]) -> Vec<&Part> {
    parts.iter().filter(|part| is_empty_chapter(part)).collect()
}

/// The chapters of a plan that is made from a template: the same names in the same order, empty, and with
/// what the template says of each as guidance.
pub fn chapters_from(template: &[Part]) -> impl Iterator<Item = &Part> {
    template.iter().filter(|part| part.kind == PartKind::Chapter)
}

/// Owners that have not approved this version. Whoever has approved the next one had approved this.
pub fn missing_owners(owners: &[Owner], version_no: i64) -> Vec<UnitId> {
    owners.iter().filter(|owner| !has_approved(owner, version_no)).map(|owner| owner.unit).collect()
}

/// Whether an owner has approved this version or one after it.
pub fn has_approved(owner: &Owner, version_no: i64) -> bool {
    owner.approved_version.is_some_and(|approved| version_no <= approved)
}

/// How a plan stands on a day, as readers are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// As its state says.
    As(PlanState),
    /// Adopted, and its period has not begun.
    Ahead,
    /// Adopted, and over by its period.
    RunOut,
    /// It is there to be read, and no owner is known that could have adopted it.
    Unknown,
}

impl Stands {
    /// Its name in files and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::As(state) => state.name(),
            Self::Ahead | Self::RunOut => PlanState::Adopted.name(),
            Self::Unknown => "unknown",
        }
    }
}

/// How a plan stands on a day. Nobody's approval is made up: what nobody owns, nobody is known to have adopted.
pub fn stands(
    state: PlanState,
    is_owned: bool,
    (first_day, last_day): (Option<Date>, Option<Date>),
    today: Date,
) -> Stands {
    if state == PlanState::Adopted && !is_owned {
        Stands::Unknown
    } else if state == PlanState::Adopted && first_day.is_some_and(|first| today < first) {
        Stands::Ahead
    } else if has_run_out(state, last_day, today) {
        Stands::RunOut
    } else {
        Stands::As(state)
    }
}

/// Whether an adopted plan has run out by a day. It stays what was adopted, and no longer holds.
pub fn has_run_out(state: PlanState, last_day: Option<Date>, today: Date) -> bool {
    state == PlanState::Adopted && last_day.is_some_and(|last| last < today)
}

/// A step on a plan's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Sends it to its owners.
    Submit,
    /// One owner approves this version.
    Approve(UnitId),
    /// Ends it.
    Close,
}

/// Moves a plan one step. This match is the whole way.
///
/// # Errors
///
/// [`Refused`] names the first rule that stopped the step.
pub fn advance(plan: &Plan, owners: &[Owner], parts: &[Part], step: Step) -> Result<PlanState, Refused> {
    match (plan.state, step) {
        (PlanState::Draft, Step::Submit) => match missing_for_adoption(plan, parts).first() {
            Some(refused) => Err(*refused),
            None => Ok(PlanState::Awaiting),
        },
        (PlanState::Awaiting, Step::Approve(unit)) => {
            if !owners.iter().any(|owner| owner.unit == unit) {
                return Err(Refused::NotOwner);
            }
            if let Some(refused) = missing_for_adoption(plan, parts).first() {
                return Err(*refused);
            }
            let others = missing_owners(owners, plan.version_no).into_iter().filter(|missing| *missing != unit).count();
            Ok(if others == 0 { PlanState::Adopted } else { PlanState::Awaiting })
        }
        (PlanState::Adopted | PlanState::Awaiting, Step::Close) => Ok(PlanState::Closed),
        _ => Err(Refused::OutOfOrder),
    }
}

/// What a change of the content does to the version that is written on: the state it is left in,
/// and whether it counts as another version, which nobody has approved. A change of what is adopted
/// begins the next version as a draft; the adopted one stands beside it.
///
/// # Errors
///
/// [`Refused::OutOfOrder`] for a plan that is over.
pub const fn changed(state: PlanState) -> Result<(PlanState, bool), Refused> {
    match state {
        PlanState::Draft => Ok((PlanState::Draft, false)),
        // What the owners approved is no longer what stands there.
        PlanState::Awaiting => Ok((PlanState::Awaiting, true)),
        PlanState::Adopted => Ok((PlanState::Draft, true)),
        PlanState::Closed => Err(Refused::OutOfOrder),
    }
}

#[cfg(test)]
mod tests {
    use varde_kernel::{PlanId, Words};

    use super::*;
    use crate::model::plan::{PlanText, Source};

    fn plan(state: PlanState, group: &str, to: Option<&str>) -> Plan {
        Plan {
            id: PlanId::from_code("p"),
            code: None,
            kind: PlanKind::ActionPlan,
            said: PlanText {
                target_group: Words::plain(group),
                from: Some("2027-01-01".parse().unwrap()),
                to: to.map(|day| day.parse().unwrap()),
                ..PlanText::default()
            },
            unit: UnitId::from_code("a"),
            state,
            version_no: 2,
            predecessor: None,
            commissioned_by: None,
            owner_note: Words::default(),
            source: Source::default(),
            open: true,
            version: 5,
        }
    }

    fn owner(code: &str, approved: Option<i64>) -> Owner {
        Owner { unit: UnitId::from_code(code), approved_version: approved, approved_at: None, approved_by: None }
    }

    fn chapter(text: &str, mandatory: bool) -> Part {
        Part {
            weight: None,
            guide: None,
            service: None,
            id: PartId::from_code(text),
            plan: PlanId::from_code("p"),
            code: None,
            kind: PartKind::Chapter,
            ord: 1,
            parent: None,
            name: Words::plain("Chapter"),
            text: Words::plain(text),
            actor: None,
            attributes: String::new(),
            mandatory,
            done: false,
            source: Source::default(),
            version: 1,
        }
    }

    #[test]
    fn a_plan_without_target_group_or_period_is_not_adopted() {
        let check = |group, to, parts: &[Part], expected: &[Refused]| {
            assert_eq!(missing_for_adoption(&plan(PlanState::Draft, group, to), parts), expected);
        };
        check("Leaders", Some("2027-12-31"), &[], &[]);
        check(" ", Some("2027-12-31"), &[], &[Refused::TargetGroup]);
        check("Leaders", None, &[], &[Refused::Period]);
        check("Leaders", Some("2027-12-31"), &[chapter("", true), chapter("Written", true)], &[Refused::Chapter]);
        check("Leaders", Some("2027-12-31"), &[chapter("", false)], &[]);
    }

    #[test]
    fn nothing_is_put_under_itself_or_what_stands_below_it() {
        let (top, mut middle, mut low) = (chapter("top", false), chapter("middle", false), chapter("low", false));
        (middle.parent, low.parent) = (Some(top.id), Some(middle.id));
        let mut parts = [top, middle, low];
        let [top, middle, low] = parts.each_ref().map(|part| part.id);
        assert!(is_under(&parts, low, top) && is_under(&parts, middle, middle));
        assert!(!is_under(&parts, top, low));
        // A circle that is there already is no reason to go on for ever.
        parts[0].parent = Some(low);
        assert!(!is_under(&parts, top, PartId::from_code("elsewhere")));
    }

    #[test]
    fn an_adopted_plan_runs_out_after_its_last_day() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let check = |state, last: Option<&str>, expected| {
            assert_eq!(has_run_out(state, last.map(day), day("2026-11-22")), expected, "{state:?} {last:?}");
        };
        check(PlanState::Adopted, Some("2023-12-31"), true);
        check(PlanState::Adopted, Some("2026-11-22"), false);
        check(PlanState::Adopted, None, false);
        check(PlanState::Draft, Some("2023-12-31"), false);
        check(PlanState::Closed, Some("2023-12-31"), false);
    }

    #[test]
    fn what_nobody_owns_is_not_said_to_be_adopted() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let check = |state, is_owned, last: Option<&str>, expected| {
            let period = (None, last.map(day));
            assert_eq!(stands(state, is_owned, period, day("2026-11-22")), expected, "{state:?} {is_owned}");
        };
        check(PlanState::Adopted, false, None, Stands::Unknown);
        check(PlanState::Adopted, false, Some("2023-12-31"), Stands::Unknown);
        check(PlanState::Adopted, true, Some("2023-12-31"), Stands::RunOut);
        check(PlanState::Adopted, true, None, Stands::As(PlanState::Adopted));
        check(PlanState::Draft, false, None, Stands::As(PlanState::Draft));
    }

    #[test]
    fn what_has_not_begun_does_not_hold_yet() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let period = (Some(day("2024-01-01")), Some(day("2028-12-31")));
        let check = |state, is_owned, today: &str, expected| {
            assert_eq!(stands(state, is_owned, period, day(today)), expected, "{state:?} {today}");
        };
        check(PlanState::Adopted, true, "2023-12-31", Stands::Ahead);
        check(PlanState::Adopted, true, "2024-01-01", Stands::As(PlanState::Adopted));
        check(PlanState::Adopted, true, "2029-01-01", Stands::RunOut);
        check(PlanState::Adopted, false, "2020-01-01", Stands::Unknown);
        check(PlanState::Draft, true, "2020-01-01", Stands::As(PlanState::Draft));
    }

    #[test]
    fn it_is_adopted_when_the_last_owner_has_approved_this_version() {
        let awaiting = plan(PlanState::Awaiting, "Leaders", Some("2027-12-31"));
        let owners = [owner("a", Some(2)), owner("b", Some(2)), owner("c", Some(1))];
        assert_eq!(missing_owners(&owners, 2), [UnitId::from_code("c")]);
        assert_eq!(missing_owners(&owners, 1), [], "an approval of the next version takes none back");
        let step = |unit| advance(&awaiting, &owners, &[], Step::Approve(UnitId::from_code(unit)));
        assert_eq!(step("c"), Ok(PlanState::Adopted));
        assert_eq!(step("a"), Ok(PlanState::Awaiting));
        assert_eq!(step("d"), Err(Refused::NotOwner));
    }

    #[test]
    fn a_change_makes_approvals_void_and_what_is_over_stays() {
        assert_eq!(changed(PlanState::Awaiting), Ok((PlanState::Awaiting, true)));
        assert_eq!(changed(PlanState::Adopted), Ok((PlanState::Draft, true)), "the next version, beside it");
        assert_eq!(changed(PlanState::Draft), Ok((PlanState::Draft, false)));
        assert_eq!(changed(PlanState::Closed), Err(Refused::OutOfOrder));
        let closed = plan(PlanState::Closed, "Leaders", Some("2027-12-31"));
        assert_eq!(advance(&closed, &[], &[], Step::Submit), Err(Refused::OutOfOrder));
    }
}
