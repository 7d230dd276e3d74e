//! What a unit is called where several have the same name: by as little of the way up as tells it
//! from the others. Every list, search, choice and sentence that names a unit asks here.

use varde_kernel::{Locale, UnitId, UnitTree};

use crate::Say;

/// The unit's name, and after it, in brackets, the fewest units above it that tell it from all
/// others of the name: "Sengepost 1 (Kirurgisk avdeling, Eksempel HF)". Where the way up is the
/// same too, its code stands there. Empty when there is no such unit on the tree's day.
pub fn unit_name(tree: &UnitTree, id: UnitId, locale: Locale) -> String {
    let Some(unit) = tree.get(id) else { return String::new() };
    let name = unit.name.get(locale);
    match apart(tree, id, locale) {
        rest if rest.is_empty() => name.to_owned(),
        rest => format!("{name} ({rest})"),
    }
}

/// [`unit_name`] as readers meet it: a made-up unit says so, unless its own name does already.
pub fn told_unit(say: &Say, tree: &UnitTree, id: UnitId) -> String {
    marked(say, tree, id, unit_name(tree, id, say.locale()))
}

/// A made-up unit's name with the mark of that, unless the name has it already.
pub(crate) fn marked(say: &Say, tree: &UnitTree, id: UnitId, name: String) -> String {
    let mark = say.t("web-synthetic");
    if !tree.is_synthetic(id) || name.is_empty() || name.to_lowercase().contains(&mark.to_lowercase()) {
        return name;
    }
    say.with("web-synthetic-named", &[("name", name.into()), ("mark", mark.to_lowercase().into())])
}

/// What tells the unit from others of its name: the names above it, nearest first, or its code.
/// Empty when it is alone of its name.
pub fn apart(tree: &UnitTree, id: UnitId, locale: Locale) -> String {
    let mut others: Vec<UnitId> = tree.namesakes(id, locale).iter().copied().filter(|other| *other != id).collect();
    let Some(unit) = tree.get(id).filter(|_| !others.is_empty()) else { return String::new() };
    let line = tree.line(id);
    let above = line.get(1..).unwrap_or_default();
    let mut told: Vec<(usize, &str)> = Vec::new();
    while !others.is_empty() {
        // What fewest of those that are still like it stand below, and of such the nearest.
        let left = |place: usize| {
            let under = above.get(place).map_or(&[][..], |above| tree.namesakes_under(id, *above, locale));
            if told.is_empty() { under.len() - 1 } else { others.iter().filter(|other| under.contains(other)).count() }
        };
        let Some(best) = (0..above.len()).min_by_key(|place| (left(*place), *place)) else { break };
        if others.len() <= left(best) {
            break;
        }
        let Some(above) = above.get(best) else { break };
        let under = tree.namesakes_under(id, *above, locale);
        others = under.iter().copied().filter(|other| *other != id && others.contains(other)).collect();
        told.extend(tree.get(*above).map(|above| (best, above.name.get(locale))));
    }
    told.sort_unstable();
    let mut words: Vec<&str> = told.into_iter().map(|(_, word)| word).collect();
    if !others.is_empty() {
        words.push(&unit.code);
    }
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use varde_kernel::{Unit, UnitKind, Words};

    use super::*;

    /// Two trusts that both have a medical clinic with two departments of two wards; in the first
    /// there is a surgical clinic too, and two wards of one department are called the same.
    fn land() -> UnitTree {
        let mut units = Vec::new();
        let mut add = |code: &str, name: &str, parent: Option<&str>| {
            units.push(Unit {
                id: UnitId::from_code(code),
                kind: UnitKind::Other,
                name: Words::plain(name),
                code: code.into(),
                parent: parent.map(UnitId::from_code),
            });
        };
        add("no", "Norge", None);
        for trust in ["a", "b"] {
            add(trust, &format!("Foretak {}", trust.to_uppercase()), Some("no"));
            let clinic = format!("{trust}.m");
            add(&clinic, "Medisinsk klinikk", Some(trust));
            for (place, department) in ["Hjerteavdelingen", "Lungeavdelingen"].into_iter().enumerate() {
                let code = format!("{clinic}.{place}");
                add(&code, department, Some(&clinic));
                add(&format!("{code}.1"), "Sengepost 1", Some(&code));
            }
        }
        add("a.k", "Kirurgisk klinikk", Some("a"));
        add("a.k.1", "Sengepost 1", Some("a.k"));
        add("a.k.t", "Testpost", Some("a.k"));
        add("a.k.t2", "Testpost", Some("a.k"));
        UnitTree::new(units)
    }

    #[test]
    fn as_little_of_the_way_up_as_tells_units_apart() {
        let tree = land();
        for (code, expected) in [
            ("no", "Norge"),
            ("a", "Foretak A"),
            ("a.m", "Medisinsk klinikk (Foretak A)"),
            ("a.k", "Kirurgisk klinikk"),
            // The clinic alone tells it apart; neither trust nor department need be said.
            ("a.k.1", "Sengepost 1 (Kirurgisk klinikk)"),
            ("b.m.1.1", "Sengepost 1 (Lungeavdelingen, Foretak B)"),
            ("a.m.0.1", "Sengepost 1 (Hjerteavdelingen, Foretak A)"),
            // Where the way up is the same, only the code is left.
            ("a.k.t", "Testpost (a.k.t)"),
            ("gone", ""),
        ] {
            assert_eq!(unit_name(&tree, UnitId::from_code(code), Locale::Nb), expected, "{code}");
        }
    }

    #[test]
    fn no_two_units_are_called_the_same() {
        let tree = land();
        let mut names: Vec<String> = tree.iter().map(|unit| unit_name(&tree, unit.id, Locale::En)).collect();
        names.sort_unstable();
        let n_all = names.len();
        names.dedup();
        assert_eq!(names.len(), n_all);
    }
}
