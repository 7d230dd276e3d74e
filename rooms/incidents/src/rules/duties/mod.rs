//! The duties engine: which authorities, and whom else, an event has to be told to, by when, and on what grounds.
//!
//! Rules are data (`content/duties.yaml`); here is what they can say and what follows from them. A rule never decides:
//! it proposes, and a named clinician decides ([`decide`]). `docs/methods/duties.md` explains the whole.

mod assess;
mod condition;
mod deadline;
mod decision;
mod fact;
mod model;
mod rehearse;
mod validity;

pub use assess::{Judgement, Outcome, Proposal, Why, assess, judge, side_by_side};
pub use condition::Condition;
pub use deadline::{ClockStart, Deadline, Due, Latest, Limit, Pace, Times, Urgency};
pub use decision::{Choice, Decision, OtherRule, Refused, Reopened, decide, differs};
pub use fact::{Answer, Fact, FactChange, Facts};
pub use model::{
    Area, Certainties, Certainty, Channel, Decider, Force, Payload, Recipient, Rule, RuleSet, SetKey, Source,
};
pub use rehearse::{Difference, Rehearsal, rehearse};
pub use validity::{NotStarted, Standing, Start, Validity, put_in_force};
