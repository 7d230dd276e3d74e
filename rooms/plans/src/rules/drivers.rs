//! How a plan is meant to work: in which order its measures are told, and what binds them to its goals.

use varde_kernel::PartId;

use crate::model::plan::{Part, PartKind};

/// Where a measure stands in its plan: by the place of its part. What hangs on no part comes last; under the same
/// part measures keep the plan's own order.
pub fn place(parts: &[Part], part: Option<PartId>) -> usize {
    part.and_then(|id| parts.iter().position(|part| part.id == id)).unwrap_or(usize::MAX)
}

/// What binds a plan's measures to its goals.
#[derive(Clone, Debug, Default)]
pub struct Drivers<'a> {
    /// The drivers: the parts that measures hang on. Areas, instruments and focus areas are drivers by
    /// their kind, also those without a measure.
    pub parts: Vec<&'a Part>,
    /// Parts that one would look for measures under, and that the plan ties none to.
    pub idle: Vec<&'a Part>,
    /// Whether the plan itself says that these drive its goals. Groups and chapters only hold measures
    /// together; which goal they serve, it does not say.
    pub said: bool,
}

/// A kind of part that drives by its nature.
const fn drives(kind: PartKind) -> bool {
    matches!(kind, PartKind::Area | PartKind::Instrument | PartKind::FocusArea)
}

/// The drivers of a plan whose measures hang on the parts in `used`.
pub fn drivers<'a>(parts: &'a [Part], used: &[PartId]) -> Drivers<'a> {
    let kinds: Vec<PartKind> = parts.iter().filter(|part| used.contains(&part.id)).map(|part| part.kind).collect();
    let is_driver = |part: &&Part| used.contains(&part.id) || (drives(part.kind) && kinds.contains(&part.kind));
    let (drivers, others): (Vec<&Part>, Vec<&Part>) = parts.iter().partition(is_driver);
    Drivers {
        said: !drivers.is_empty() && drivers.iter().all(|part| part.kind == PartKind::Area),
        idle: others.into_iter().filter(|part| drives(part.kind)).collect(),
        parts: drivers,
    }
}

#[cfg(test)]
mod tests {
    use varde_kernel::{PlanId, Words};

    use super::*;
    use crate::model::plan::Source;

    fn part(code: &str, kind: PartKind) -> Part {
        Part {
            weight: None,
            guide: None,
            service: None,
            id: PartId::from_code(code),
            plan: PlanId::from_code("p"),
            code: None,
            kind,
            ord: 1,
            parent: None,
            name: Words::plain(code),
            text: Words::default(),
            actor: None,
            attributes: String::new(),
            mandatory: false,
            done: false,
            source: Source::default(),
            version: 1,
        }
    }

    #[test]
    fn measures_come_by_their_part_and_keep_their_order_under_it() {
        let parts = [part("a", PartKind::Chapter), part("b", PartKind::Chapter)];
        let id = PartId::from_code;
        let mut measures = [(Some(id("b")), 3), (None, 1), (Some(id("a")), 12), (Some(id("a")), 2), (Some(id("b")), 4)];
        measures.sort_by_key(|(on, _)| place(&parts, *on));
        assert_eq!(measures.map(|(_, number)| number), [12, 2, 3, 4, 1]);
    }

    #[test]
    fn what_measures_hang_on_drives_the_goals() {
        let parts = [
            part("area", PartKind::Area),
            part("empty area", PartKind::Area),
            part("group", PartKind::Group),
            part("other group", PartKind::Group),
            part("instrument", PartKind::Instrument),
            part("rule", PartKind::Rule),
        ];
        let check = |used: &[&str], expected: &[&str], idle: &[&str], said| {
            let used: Vec<PartId> = used.iter().map(|code| PartId::from_code(code)).collect();
            let found = drivers(&parts, &used);
            let names = |parts: &[&Part]| parts.iter().map(|part| part.name.nb.clone()).collect::<Vec<_>>();
            assert_eq!(
                (names(&found.parts), names(&found.idle), found.said),
                (
                    expected.iter().map(ToString::to_string).collect(),
                    idle.iter().map(ToString::to_string).collect(),
                    said
                ),
                "{used:?}"
            );
        };
        // An area without a measure is a gap in the chain, and is shown as one.
        check(&["area"], &["area", "empty area"], &["instrument"], true);
        check(&["group"], &["group"], &["area", "empty area", "instrument"], false);
        check(&[], &[], &["area", "empty area", "instrument"], false);
    }
}
