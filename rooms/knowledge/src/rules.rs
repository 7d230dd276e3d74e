//! What the room decides: how a document moves, which of a chain is in force, when it is due.

use jiff::civil::Date;
use varde_kernel::DocumentId;

use crate::model::Status;

/// Why a document does not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// It stands so already.
    #[error("it stands so already")]
    Same,
    /// A document that has ended does not come back; make a new one.
    #[error("what has been superseded does not come back")]
    Ended,
    /// What has applied does not become a draft again.
    #[error("what has applied does not become a draft again")]
    Backwards,
}

/// Whether a document may go from one status to another. This match is the whole workflow.
///
/// # Errors
///
/// [`StepRefused`] names the rule that stopped the step.
pub fn step(from: Status, to: Status) -> Result<(), StepRefused> {
    use Status::{Hearing, InForce, Planned, Superseded, UnderRevision, Unknown};
    match (from, to) {
        (a, b) if a == b => Err(StepRefused::Same),
        (Superseded, _) => Err(StepRefused::Ended),
        (InForce | UnderRevision, Planned | Hearing | Unknown) => Err(StepRefused::Backwards),
        (_, UnderRevision) if !matches!(from, InForce | Unknown) => Err(StepRefused::Backwards),
        (Unknown | Planned | Hearing, _) | (InForce | UnderRevision, InForce | UnderRevision | Superseded) => Ok(()),
    }
}

/// Whether a step decides what applies, and so needs the authority to adopt.
pub const fn decides(to: Status) -> bool {
    matches!(to, Status::InForce | Status::Superseded)
}

/// Whether a document applies.
pub const fn applies(status: Status) -> bool {
    matches!(status, Status::InForce | Status::UnderRevision)
}

/// Whether a document that applies should have been looked at again before `today`.
pub fn is_due(status: Status, review_by: Option<Date>, today: Date) -> bool {
    applies(status) && review_by.is_some_and(|by| by < today)
}

/// Whether naming `successor` would lead back to the document itself. `next` says what takes over
/// from a document.
pub fn leads_back(
    document: DocumentId,
    successor: DocumentId,
    next: impl Fn(DocumentId) -> Option<DocumentId>,
) -> bool {
    let mut seen = vec![document];
    let mut here = Some(successor);
    while let Some(id) = here {
        if id == document {
            return true;
        }
        if seen.contains(&id) {
            return false;
        }
        seen.push(id);
        here = next(id);
    }
    false
}

/// Whether an address can be followed: a web address and nothing that runs.
pub fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_moves_forward() {
        use Status::{Hearing, InForce, Planned, Superseded, UnderRevision, Unknown};
        for (from, to, expected) in [
            (Planned, Hearing, Ok(())),
            (Hearing, Planned, Ok(())),
            (Hearing, InForce, Ok(())),
            (Planned, UnderRevision, Err(StepRefused::Backwards)),
            (InForce, UnderRevision, Ok(())),
            (UnderRevision, InForce, Ok(())),
            (InForce, Hearing, Err(StepRefused::Backwards)),
            (UnderRevision, Superseded, Ok(())),
            (Superseded, InForce, Err(StepRefused::Ended)),
            (Unknown, UnderRevision, Ok(())),
            (Unknown, Unknown, Err(StepRefused::Same)),
        ] {
            assert_eq!(step(from, to), expected, "{from:?} {to:?}");
        }
    }

    #[test]
    fn only_what_applies_falls_due() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let today = day("2026-11-22");
        for (status, by, expected) in [
            (Status::InForce, Some("2026-11-21"), true),
            (Status::InForce, Some("2026-11-22"), false),
            (Status::UnderRevision, Some("2020-01-01"), true),
            (Status::Superseded, Some("2020-01-01"), false),
            (Status::InForce, None, false),
        ] {
            assert_eq!(is_due(status, by.map(day), today), expected, "{status:?} {by:?}");
        }
    }

    #[test]
    fn a_chain_never_leads_back() {
        let id = DocumentId::from_code;
        let next = |here: DocumentId| {
            [("a", "b"), ("b", "c"), ("x", "y"), ("y", "x")]
                .iter()
                .find(|(from, _)| id(from) == here)
                .map(|(_, to)| id(to))
        };
        assert!(leads_back(id("c"), id("a"), next));
        assert!(leads_back(id("a"), id("a"), next));
        assert!(!leads_back(id("d"), id("a"), next));
        assert!(!leads_back(id("d"), id("x"), next), "an old ring ends the walk");
    }

    #[test]
    fn only_web_addresses_are_followed() {
        for (url, expected) in [
            ("https://www.helsedirektoratet.no/", true),
            ("http://a", true),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("https://a b", false),
            ("", false),
        ] {
            assert_eq!(is_web_address(url), expected, "{url}");
        }
    }
}
