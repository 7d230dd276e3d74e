//! What has changed in a plan since its owners approved it.

use crate::model::adopted::AdoptedItem;
use crate::model::goal::Item;

/// What of an item is otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Its name.
    Name,
    /// Its text or scope.
    Text,
    /// The part it stands under.
    Place,
    /// The indicator that judges it.
    Indicator,
    /// Which way is better.
    Direction,
    /// Whether it is still pursued.
    Pursued,
    /// The number to reach.
    Target,
    /// How little units are to differ.
    Spread,
}

/// How an item differs from what was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference<'a> {
    /// It has come.
    Added(&'a AdoptedItem),
    /// It has gone.
    Removed(&'a AdoptedItem),
    /// It is otherwise: as it was approved, as it is now, and in what.
    Changed(&'a AdoptedItem, &'a AdoptedItem, Vec<Aspect>),
}

impl Difference<'_> {
    /// Which item.
    pub const fn item(&self) -> Item {
        match self {
            Self::Added(one) | Self::Removed(one) | Self::Changed(_, one, _) => one.item,
        }
    }
}

/// What differs between what was approved and what stands now, in the order of what stands now; what has
/// gone comes last.
pub fn differences<'a>(approved: &'a [AdoptedItem], now: &'a [AdoptedItem]) -> Vec<Difference<'a>> {
    let find = |list: &'a [AdoptedItem], item: Item| list.iter().find(|one| one.item == item);
    let mut found: Vec<Difference<'a>> = now
        .iter()
        .filter_map(|one| match find(approved, one.item) {
            None => Some(Difference::Added(one)),
            Some(before) => {
                let aspects = aspects(before, one);
                (!aspects.is_empty()).then_some(Difference::Changed(before, one, aspects))
            }
        })
        .collect();
    found.extend(approved.iter().filter(|one| find(now, one.item).is_none()).map(Difference::Removed));
    found
}

fn aspects(before: &AdoptedItem, now: &AdoptedItem) -> Vec<Aspect> {
    [
        (Aspect::Name, before.name != now.name),
        (Aspect::Text, before.text != now.text),
        (Aspect::Place, before.under != now.under),
        (Aspect::Indicator, before.indicator != now.indicator),
        (Aspect::Direction, before.direction != now.direction),
        (Aspect::Pursued, before.active != now.active),
        (Aspect::Target, before.target != now.target),
        (Aspect::Spread, before.spread != now.spread),
    ]
    .into_iter()
    .filter_map(|(aspect, differs)| differs.then_some(aspect))
    .collect()
}

#[cfg(test)]
mod tests {
    use varde_kernel::{GoalId, MeasureId, Words};

    use super::*;

    fn goal(code: &str, name: &str, target: Option<i64>) -> AdoptedItem {
        AdoptedItem {
            item: Item::Goal(GoalId::from_code(code)),
            sort: None,
            under: None,
            name: Words::plain(name),
            text: Words::default(),
            indicator: None,
            direction: None,
            active: true,
            target,
            spread: None,
        }
    }

    #[test]
    fn what_came_went_and_changed_is_told_and_the_rest_is_not() {
        let measure = AdoptedItem { item: Item::Measure(MeasureId::from_code("m")), ..goal("m", "", None) };
        let approved = [goal("same", "Fewer falls", Some(1)), goal("moved", "Fewer harms", Some(1)), measure.clone()];
        let now = [
            goal("same", "Fewer falls", Some(1)),
            AdoptedItem { active: false, ..goal("moved", "Fewer harms", Some(2)) },
            goal("new", "Fewer infections", None),
        ];
        let found = differences(&approved, &now);
        assert_eq!(
            found,
            [
                Difference::Changed(&approved[1], &now[1], vec![Aspect::Pursued, Aspect::Target]),
                Difference::Added(&now[2]),
                Difference::Removed(&measure),
            ]
        );
        assert!(differences(&approved, &approved).is_empty());
    }
}
