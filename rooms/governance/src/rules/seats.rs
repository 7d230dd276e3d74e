//! Which seats are filled, which are vacant, who is missing, and how many must be present.

use jiff::civil::Date;

use crate::model::{Group, HoldingDraft, Seat, SeatRole, holds};

/// How a seat stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Someone sits in it.
    Filled,
    /// Nobody sits in it.
    Vacant,
    /// The sources do not say whether anyone does.
    Unknown,
    /// It is listed, but nobody appoints to it.
    NotAppointed,
}

/// How a seat stands on `day`. Until somebody is registered, the source's own list of members
/// tells whether it is filled.
pub fn standing(seat: &Seat, day: Date) -> Standing {
    if seat.draft.not_appointed {
        Standing::NotAppointed
    } else if seat.holdings.iter().any(|held| holds(held.draft.from, held.draft.to, day)) {
        Standing::Filled
    } else {
        match seat.printed_holder {
            Some(true) => Standing::Filled,
            None if seat.holdings.is_empty() => Standing::Unknown,
            Some(false) | None => Standing::Vacant,
        }
    }
}

/// The seats of a body, counted. Seats that nobody appoints to are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Seats that someone appoints to.
    pub seats: usize,
    /// Those that are filled.
    pub filled: usize,
    /// Those that are vacant.
    pub vacant: usize,
    /// Those of which nothing is known.
    pub unknown: usize,
    /// Seats that are listed and that nobody appoints to.
    pub not_appointed: usize,
    /// Filled seats with a vote.
    pub voting: usize,
}

/// Counts the seats on `day`.
pub fn count(seats: &[Seat], day: Date) -> Count {
    let mut count = Count::default();
    for seat in seats {
        let standing = standing(seat, day);
        if standing == Standing::NotAppointed {
            count.not_appointed += 1;
            continue;
        }
        count.seats += 1;
        match standing {
            Standing::Filled => {
                count.filled += 1;
                count.voting += usize::from(!seat.draft.observer);
            }
            Standing::Vacant => count.vacant += 1,
            Standing::Unknown | Standing::NotAppointed => count.unknown += 1,
        }
    }
    count
}

/// How many must be present: more than `percent` of the filled seats with a vote. `None` when no
/// such seat is filled.
pub fn quorum(voting: usize, percent: i64) -> Option<usize> {
    let share = usize::try_from(percent.clamp(0, 99)).unwrap_or(50);
    (0 < voting).then(|| voting.saturating_mul(share) / 100 + 1)
}

/// Why a group that must be heard is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It has no seat.
    NoSeat,
    /// It has a seat, but nobody sits in it.
    Vacant,
}

/// The required groups that are not represented on `day`.
pub fn unrepresented(required: &[Group], seats: &[Seat], day: Date) -> Vec<(Group, Lack)> {
    required
        .iter()
        .filter_map(|group| {
            let theirs: Vec<Standing> = seats
                .iter()
                .filter(|seat| seat.draft.group == *group && !seat.draft.not_appointed)
                .map(|seat| standing(seat, day))
                .collect();
            if theirs.is_empty() {
                return Some((*group, Lack::NoSeat));
            }
            let heard = theirs.iter().any(|standing| matches!(standing, Standing::Filled | Standing::Unknown));
            (!heard).then_some((*group, Lack::Vacant))
        })
        .collect()
}

/// Why someone cannot take a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeatRefused {
    /// Nobody appoints to the seat.
    #[error("nobody appoints to this seat")]
    NotAppointed,
    /// Neither a person nor a name is given.
    #[error("someone must sit in it")]
    Nobody,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    Empty,
    /// Someone sits there at the same time.
    #[error("the seat is taken")]
    Taken,
    /// The body has a leader, or a deputy, at the same time.
    #[error("the body has one at the same time")]
    RoleTaken,
    /// An observer does not lead.
    #[error("an observer does not lead")]
    ObserverLeads,
}

/// Checks that someone can take a seat among all seats of its body. A seat has room for one and
/// for a substitute beside; a body has one leader and one deputy leader at a time. The same person
/// may sit in several seats and bodies.
///
/// # Errors
///
/// All rules that are broken.
pub fn fill(seats: &[Seat], seat: &Seat, held: &HoldingDraft) -> Result<(), Vec<SeatRefused>> {
    let overlaps =
        |other: &HoldingDraft| other.to.is_none_or(|to| held.from < to) && held.to.is_none_or(|to| other.from < to);
    let leads = matches!(held.role, SeatRole::Leader | SeatRole::DeputyLeader);
    let is_substitute = held.role == SeatRole::Substitute;
    let taken = seat
        .holdings
        .iter()
        .any(|other| overlaps(&other.draft) && (other.draft.role == SeatRole::Substitute) == is_substitute);
    let role_taken = leads
        && seats
            .iter()
            .filter(|other| other.id != seat.id)
            .flat_map(|other| &other.holdings)
            .any(|other| other.draft.role == held.role && overlaps(&other.draft));
    let nobody = held.person.is_none() && held.name.as_deref().is_none_or(|name| name.trim().is_empty());
    let broken = [
        (seat.draft.not_appointed, SeatRefused::NotAppointed),
        (nobody, SeatRefused::Nobody),
        (leads && seat.draft.observer, SeatRefused::ObserverLeads),
        (role_taken, SeatRefused::RoleTaken),
        (held.to.is_some_and(|to| to <= held.from), SeatRefused::Empty),
        (taken, SeatRefused::Taken),
    ];
    let broken: Vec<SeatRefused> = broken.into_iter().filter_map(|(is, why)| is.then_some(why)).collect();
    if broken.is_empty() { Ok(()) } else { Err(broken) }
}

/// The last day on which a time in a seat may have ended for its name to be removed today.
pub fn forget_ended_by(today: Date, retention_days: i64) -> Date {
    today.saturating_sub(jiff::Span::new().try_days(retention_days.max(0)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{SeatDraft, SeatHolding};
    use crate::rules::tests::day;
    use varde_kernel::{BodyId, SeatHoldingId, SeatId, Words};

    fn seat(code: &str, group: Group, printed: Option<bool>) -> Seat {
        Seat {
            id: SeatId::from_code(code),
            body: BodyId::from_code("body"),
            ord: 1,
            draft: SeatDraft {
                appointed_by: None,
                group,
                observer: false,
                not_appointed: false,
                label: Words::default(),
            },
            printed_holder: printed,
            version: 1,
            holdings: Vec::new(),
        }
    }

    fn draft(role: SeatRole, from: &str, to: Option<&str>) -> HoldingDraft {
        HoldingDraft {
            person: None,
            name: Some("Prøve Person".into()),
            role,
            organisation: String::new(),
            public: true,
            from: day(from),
            to: to.map(day),
        }
    }

    fn sat(mut seat: Seat, role: SeatRole, from: &str, to: Option<&str>) -> Seat {
        let id = SeatHoldingId::from_code(from);
        seat.holdings.push(SeatHolding { id, seat: seat.id, draft: draft(role, from, to), version: 1 });
        seat
    }

    const TODAY: &str = "2026-11-22";

    #[test]
    fn ten_seats_with_one_vacancy() {
        let mut seats: Vec<Seat> = (0..9).map(|n| seat(&n.to_string(), Group::Municipal, Some(true))).collect();
        seats.push(seat("9", Group::Directorate, Some(false)));
        let mut listed = seat("10", Group::Technology, None);
        listed.draft.not_appointed = true;
        seats.push(listed);
        let count = count(&seats, day(TODAY));
        assert_eq!((count.seats, count.filled, count.vacant, count.not_appointed), (10, 9, 1, 1));
        assert_eq!(quorum(count.voting, 50), Some(5));
    }

    #[test]
    fn a_seat_follows_its_source_until_someone_is_registered() {
        for (seat, expected) in [
            (seat("a", Group::Other, None), Standing::Unknown),
            (seat("a", Group::Other, Some(false)), Standing::Vacant),
            (sat(seat("a", Group::Other, Some(false)), SeatRole::Member, "2026-01-01", None), Standing::Filled),
            (sat(seat("a", Group::Other, None), SeatRole::Member, "2020-01-01", Some("2024-01-01")), Standing::Vacant),
            (sat(seat("a", Group::Other, None), SeatRole::Substitute, "2026-01-01", None), Standing::Filled),
        ] {
            assert_eq!(standing(&seat, day(TODAY)), expected);
        }
    }

    #[test]
    fn more_than_half_of_the_filled_seats_is_a_quorum() {
        for (voting, percent, expected) in
            [(9, 50, Some(5)), (10, 50, Some(6)), (1, 50, Some(1)), (0, 50, None), (9, 66, Some(6))]
        {
            assert_eq!(quorum(voting, percent), expected, "{voting} {percent}");
        }
    }

    #[test]
    fn groups_without_a_voice_are_named() {
        let seats = [seat("a", Group::Users, Some(true)), seat("b", Group::Union, Some(false))];
        let required = [Group::Users, Group::Union, Group::NextOfKin];
        let found = unrepresented(&required, &seats, day(TODAY));
        assert_eq!(found, [(Group::Union, Lack::Vacant), (Group::NextOfKin, Lack::NoSeat)]);
        assert_eq!(unrepresented(&[], &seats, day(TODAY)), []);
    }

    #[track_caller]
    fn check_fill(change: impl FnOnce(&mut Seat, &mut HoldingDraft), expected: &[SeatRefused]) {
        let other = sat(seat("leader", Group::Other, None), SeatRole::Leader, "2026-01-01", None);
        let mut one = seat("one", Group::Other, Some(false));
        let mut held = draft(SeatRole::Member, "2026-06-01", Some("2028-06-01"));
        change(&mut one, &mut held);
        let found = fill(&[other, one.clone()], &one, &held).err().unwrap_or_default();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_seat_has_room_for_one_and_a_substitute() {
        check_fill(|_, _| {}, &[]);
        check_fill(|_, held| held.name = Some(" ".into()), &[SeatRefused::Nobody]);
        check_fill(|_, held| held.to = Some(held.from), &[SeatRefused::Empty]);
        check_fill(|_, held| held.role = SeatRole::Leader, &[SeatRefused::RoleTaken]);
        check_fill(|seat, _| seat.draft.not_appointed = true, &[SeatRefused::NotAppointed]);
        let taken = |seat: &mut Seat, _: &mut HoldingDraft| {
            *seat = sat(seat.clone(), SeatRole::Member, "2026-01-01", None);
        };
        check_fill(taken, &[SeatRefused::Taken]);
        let beside = |seat: &mut Seat, held: &mut HoldingDraft| {
            *seat = sat(seat.clone(), SeatRole::Member, "2026-01-01", None);
            held.role = SeatRole::Substitute;
        };
        check_fill(beside, &[]);
        let observer = |seat: &mut Seat, held: &mut HoldingDraft| {
            seat.draft.observer = true;
            held.role = SeatRole::DeputyLeader;
        };
        check_fill(observer, &[SeatRefused::ObserverLeads]);
    }

    #[test]
    fn names_are_kept_for_the_limit() {
        assert_eq!(forget_ended_by(day(TODAY), 730), day("2024-11-22"));
        assert_eq!(forget_ended_by(day(TODAY), -5), day(TODAY));
    }
}
