//! What the room decides.

mod asking;
mod delegation;
mod missing;
mod seats;

pub use asking::*;
pub use delegation::*;
pub use missing::*;
pub use seats::*;

#[cfg(test)]
mod tests {
    //! What the tests of several rules share.

    use crate::model::{Authority, Responsibility, ResponsibilityDraft};
    use jiff::civil::Date;
    use varde_kernel::{ResponsibilityId, TaskId, UnitId};

    pub(crate) fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    pub(crate) fn held(authority: Authority, from: &str, to: Option<&str>) -> Responsibility {
        Responsibility {
            id: ResponsibilityId::from_code(from),
            task: TaskId::from_code("task"),
            draft: ResponsibilityDraft {
                authority,
                role: "top_leader".into(),
                unit: Some(UnitId::from_code("trust")),
                person: None,
                actor: None,
                from: day(from),
                to: to.map(day),
            },
            delegation: None,
            version: 1,
        }
    }
}
