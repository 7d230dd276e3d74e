//! What people send in, and what becomes of it.

mod incident;
mod report;
mod talk;

pub use incident::{AnalysisLevel, Harm, Incident, NoMeasures, State, Step};
pub use report::{Entrance, Harmed, Mode, Report, ReportDraft, ReportKind, Sort, Topic, WhyAnonymous};
pub use talk::{Addition, AdditionKind, Disclosure, Message, Side};
