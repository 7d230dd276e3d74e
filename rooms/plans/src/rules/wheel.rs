//! The yearly wheel: what is open, what lacks a day or an owner, and how a year begins.

use jiff::civil::Date;

use varde_kernel::access::Role;

use crate::model::followup::wheel::{Duty, Phase, StepDraft, StepState, WheelStep};

/// Why a step of the wheel is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WheelRefused {
    /// The due date lies in another year than the wheel.
    #[error("the due date lies outside the year of the wheel")]
    OutsideYear,
    /// Signing with open points needs a day by which they are followed up.
    #[error("open points need a day by which they are followed up")]
    FollowUpUndated,
    /// What is set aside needs a reason.
    #[error("what is set aside needs a reason")]
    NoReason,
}

/// Whether a due date fits a wheel: inside its year, or in the January after, when a year is
/// summed up.
///
/// # Errors
///
/// [`WheelRefused::OutsideYear`].
pub fn fits_year(year: i16, due: Option<Date>) -> Result<(), WheelRefused> {
    let fits = |due: Date| due.year() == year || (Some(due.year()) == year.checked_add(1) && due.month() == 1);
    if due.is_none_or(fits) { Ok(()) } else { Err(WheelRefused::OutsideYear) }
}

/// The steps of a phase that are still open.
pub fn open_points(steps: &[WheelStep], phase: Phase) -> Vec<&WheelStep> {
    steps.iter().filter(|step| step.phase == phase && step.state == StepState::Open).collect()
}

/// The steps that nobody sees to, or that have no day.
pub fn incomplete(steps: &[WheelStep]) -> Vec<&WheelStep> {
    let counts = |step: &&WheelStep| step.state != StepState::SetAside;
    steps.iter().filter(counts).filter(|step| step.due.is_none() || !step.has_owner()).collect()
}

/// Whether a leader may sign with these open points.
///
/// # Errors
///
/// [`WheelRefused::FollowUpUndated`] when there are open points and no day to follow them up.
pub const fn may_sign(n_open: usize, follow_up_by: Option<Date>) -> Result<(), WheelRefused> {
    if 0 < n_open && follow_up_by.is_none() { Err(WheelRefused::FollowUpUndated) } else { Ok(()) }
}

/// Whether a step may be set aside: what concerns the unit no longer needs a reason that others can read.
///
/// # Errors
///
/// [`WheelRefused::NoReason`].
pub fn may_become(state: StepState, note: &str) -> Result<(), WheelRefused> {
    if state == StepState::SetAside && note.trim().is_empty() { Err(WheelRefused::NoReason) } else { Ok(()) }
}

/// Whether a step that is a role's falls on whoever holds another one on the same unit: the regulation's duties
/// of the leader are the top leader's where the unit has one.
pub fn falls_on(owner: Role, held: Role) -> bool {
    owner == held || (owner == Role::UnitLeader && held == Role::TopLeader)
}

/// The day that a duty gets when it is taken into a year: the end of its month, or of the year when that has
/// passed, so that nothing is late from the start.
pub fn duty_day(year: i16, month: i8, today: Date) -> Option<Date> {
    let usual = end_of_month(year, month)?;
    if usual < today && year == today.year() { end_of_month(year, 12) } else { Some(usual) }
}

/// The last day of a month of the year, on which a duty is due unless someone says otherwise.
pub fn end_of_month(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

/// The duties that a wheel does not hold yet.
pub fn missing_duties<'a>(duties: &'a [Duty], steps: &[WheelStep]) -> Vec<&'a Duty> {
    duties.iter().filter(|duty| !steps.iter().any(|step| step.duty.as_deref() == Some(duty.code.as_str()))).collect()
}

/// The same step a year later: open again, on the same day of the year, with the same owner.
pub fn next_year(step: &WheelStep) -> StepDraft {
    let due = step.due.and_then(|due| {
        let year = due.year().checked_add(1)?;
        // The 29th of February becomes the 28th.
        Date::new(year, due.month(), due.day()).or_else(|_| Date::new(year, due.month(), 28)).ok()
    });
    StepDraft {
        phase: step.phase,
        title: step.title.clone(),
        help: step.help.clone(),
        regulation: step.regulation.clone(),
        due,
        owner_person: step.owner_person,
        owner_role: step.owner_role,
    }
}

#[cfg(test)]
mod tests {
    use varde_kernel::{UnitId, WheelStepId, Words};

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn step(phase: Phase, state: StepState, due: Option<&str>) -> WheelStep {
        WheelStep {
            id: WheelStepId::from_code("s"),
            unit: UnitId::from_code("ward"),
            year: 2026,
            phase,
            title: Words::plain("Gå gjennom risiko"),
            help: Words::default(),
            duty: Some("duty.6c".into()),
            regulation: None,
            due: due.map(day),
            owner_person: None,
            owner_role: None,
            state,
            done_at: None,
            note: String::new(),
            version: 1,
        }
    }

    #[test]
    fn a_due_date_lies_in_the_year_or_in_the_january_after() {
        for (due, fits) in [
            (None, true),
            (Some("2026-01-01"), true),
            (Some("2026-12-31"), true),
            (Some("2027-01-31"), true),
            (Some("2027-02-01"), false),
            (Some("2025-12-31"), false),
        ] {
            assert_eq!(fits_year(2026, due.map(day)).is_ok(), fits, "{due:?}");
        }
    }

    #[test]
    fn nothing_is_late_from_the_start_and_nothing_is_set_aside_without_a_reason() {
        let today = day("2026-11-30");
        for (year, month, due) in [(2026, 3, "2026-12-31"), (2026, 11, "2026-11-30"), (2027, 3, "2027-03-31")] {
            assert_eq!(duty_day(year, month, today), Some(day(due)), "{year}-{month}");
        }
        assert_eq!(may_become(StepState::SetAside, " "), Err(WheelRefused::NoReason));
        assert_eq!(may_become(StepState::SetAside, "Vi har ingen medisinrom"), Ok(()));
        assert_eq!(may_become(StepState::Done, ""), Ok(()));
        assert!(falls_on(Role::UnitLeader, Role::TopLeader) && !falls_on(Role::TopLeader, Role::UnitLeader));
    }

    #[test]
    fn signing_with_open_points_needs_a_day_to_follow_them_up() {
        assert_eq!(may_sign(0, None), Ok(()));
        assert_eq!(may_sign(3, None), Err(WheelRefused::FollowUpUndated));
        assert_eq!(may_sign(3, Some(day("2026-12-01"))), Ok(()));
    }

    #[test]
    fn open_points_belong_to_one_phase_and_incomplete_steps_lack_day_or_owner() {
        let steps = [
            step(Phase::Plan, StepState::Open, Some("2026-03-01")),
            step(Phase::Plan, StepState::Done, None),
            step(Phase::Do, StepState::Open, None),
        ];
        assert_eq!(open_points(&steps, Phase::Plan).len(), 1);
        assert_eq!(incomplete(&steps).len(), 3, "a step without an owner is incomplete too");
        let mut owned = step(Phase::Plan, StepState::Open, Some("2026-03-01"));
        owned.owner_role = Some(Role::UnitLeader);
        assert!(incomplete(&[owned]).is_empty());
    }

    #[test]
    fn a_year_later_is_the_same_day_and_a_leap_day_gives_way() {
        let check = |due: &str, expected: &str| {
            assert_eq!(next_year(&step(Phase::Do, StepState::Done, Some(due))).due, Some(day(expected)));
        };
        check("2026-03-31", "2027-03-31");
        check("2028-02-29", "2029-02-28");
        assert_eq!(next_year(&step(Phase::Do, StepState::Done, None)).due, None);
    }

    #[test]
    fn a_month_ends_on_its_own_last_day() {
        assert_eq!(end_of_month(2028, 2), Some(day("2028-02-29")));
        assert_eq!(end_of_month(2026, 13), None);
    }
}
