//! The reference: what a definition counts, in plain Rust.

use std::collections::HashMap;

use crate::course::{CourseRow, Fold};
use crate::cube::{Cube, Key, Stratum};
use crate::definition::{Anchor, Context, Definition, DefinitionError, Outcome};
use crate::event::Event;
use crate::judge::{Verdict, judge};

/// Either a cube, or why there is none.
pub type Evaluated = Result<Cube, DefinitionError>;

/// Puts events in the order of their persons and takes out those delivered twice: of several with the
/// same id, the last one holds.
pub fn by_person(events: impl IntoIterator<Item = Event>) -> Vec<Event> {
    let mut last: HashMap<i64, Event> = HashMap::new();
    for event in events {
        last.insert(event.event, event);
    }
    let mut events: Vec<Event> = last.into_values().collect();
    events.sort_by_key(|event| (event.person, event.start, event.event));
    events
}

/// Evaluates a definition over events in any order, delivered once or more.
///
/// # Errors
///
/// [`DefinitionError`] when the definition contradicts itself.
pub fn evaluate(definition: &Definition, events: impl IntoIterator<Item = Event>, cut_off: i64) -> Evaluated {
    definition.check()?;
    let events = by_person(events);
    if definition.is_course() {
        let mut fold = Fold::new(definition, cut_off);
        for event in &events {
            if let Some(row) = course_row(definition, event) {
                // `by_person` has just put them in order.
                let _in_order = fold.push(row);
            }
        }
        return Ok(fold.finish());
    }
    let mut cube = Cube::new(definition, cut_off);
    for event in &events {
        let verdict = judge(definition, event, cut_off);
        if verdict != Verdict::Out {
            let month = match definition.anchor {
                Anchor::Start => event.month,
                Anchor::End => event.end_month.unwrap_or(event.month),
            };
            let unit = match definition.context {
                Context::Treating => event.unit,
                Context::Residence => event.residence.unwrap_or(Key::NOWHERE),
            };
            let stratum = Stratum::of(definition, event.age, event.sex);
            let key = Key { unit, period: definition.period.of_month(month), stratum };
            cube.cell(key).count(verdict, crate::WHOLE);
        }
    }
    Ok(cube)
}

/// An event as a rule about courses sees it; none when the rule does not look at it.
pub fn course_row(definition: &Definition, event: &Event) -> Option<CourseRow> {
    let linkable = event.kind == definition.scope.kind;
    let follows = match &definition.outcome {
        Outcome::FollowedBy { scope, .. } => {
            scope.holds(event.kind, &event.code, event.acute)
                && (!scope.asks_age() || event.age.is_some_and(|age| scope.holds_age(age)))
        }
        _ => false,
    };
    (linkable || follows).then(|| CourseRow {
        person: event.person,
        event: event.event,
        unit: event.unit,
        residence: event.residence,
        start: event.start,
        end: event.end,
        month: event.month,
        end_month: event.end_month,
        age: event.age,
        sex: event.sex,
        died: event.died,
        linkable,
        index: definition.scope.holds(event.kind, &event.code, event.acute),
        follows,
    })
}
