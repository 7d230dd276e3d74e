//! Which crate may depend on which: the arrows of ARCHITECTURE.md as a table.

use std::collections::BTreeMap;

use super::manifest;
use crate::fault::Fault;
use crate::tree::Tree;

/// The spine rooms in their order: each may use those before it, any other room may use all.
const SPINE: &[&str] = &["people", "indicators", "measures", "plans"];

/// The edge crates among themselves: who may use whom.
const BASE: &[(&str, &[&str])] =
    &[("store", &[]), ("query", &[]), ("document", &[]), ("web", &["store"]), ("testkit", &["store", "web"])];

/// The computing cores that the batch interfaces put on the command line.
const BATCH: &[&str] = &["spc", "stats"];
/// Core crates besides the kernel that an edge crate may use (ADR 0021).
const BASE_CORE: &[(&str, &str)] = &[("query", "events"), ("synthetic", "events")];
/// Edge crates that an edge crate may use in its tests and benchmarks alone (ADR 0025).
const BASE_TESTS: &[(&str, &str)] = &[("query", "synthetic")];

/// Reports every dependency that runs against the arrows.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let manifests: Vec<(&str, &str, &str)> = tree
        .files
        .iter()
        .filter_map(|file| {
            let folder = file.path.strip_suffix("/Cargo.toml")?;
            Some((folder, file.path.as_str(), file.text.as_str()))
        })
        .collect();
    let folders: BTreeMap<String, &str> =
        manifests.iter().filter_map(|(folder, _, toml)| Some((manifest::package(toml)?, *folder))).collect();

    let mut faults = Vec::new();
    for (folder, path, toml) in manifests {
        for dependency in manifest::dependencies(toml) {
            let refused = match folders.get(&dependency.name) {
                Some(to) => !may_use(folder, to, dependency.dev),
                None => folder == "xtask",
            };
            if refused {
                faults.push(Fault::new(
                    path,
                    dependency.line,
                    format!("{folder} may not depend on {}", dependency.name),
                    "meet through an id, a work item or a spine room, or write an ADR for a new edge",
                ));
            }
        }
    }
    faults
}

/// The table of allowed edges between folders of ours.
fn may_use(from: &str, to: &str, dev: bool) -> bool {
    let (from_layer, from_name) = from.split_once('/').unwrap_or((from, ""));
    let (to_layer, to_name) = to.split_once('/').unwrap_or((to, ""));
    match (from_layer, to_layer) {
        ("app", "core" | "base" | "rooms") | ("rooms", "core") => true,
        // Tests may build what they need; no core crate does.
        ("rooms" | "base", _) if dev && (to_name == "testkit" || to_layer == "rooms") => true,
        ("base", "base") if dev && BASE_TESTS.contains(&(from_name, to_name)) => true,
        ("base", "core") => {
            to_name == "kernel"
                || BASE_CORE.contains(&(from_name, to_name))
                || (from_name == "batch" && BATCH.contains(&to_name))
        }
        ("core", "core") => to_name == "stats" && matches!(from_name, "spc" | "events"),
        ("base", "base") => BASE.iter().any(|(name, uses)| *name == from_name && uses.contains(&to_name)),
        // What takes minutes to build is for the program alone (ADR 0025 and 0035).
        ("rooms", "base") => !matches!(to_name, "testkit" | "query" | "pdf"),
        ("rooms", "rooms") => stands_before(to_name, from_name),
        _ => false,
    }
}

/// Whether the room `earlier` is of the spine and stands before `later`.
fn stands_before(earlier: &str, later: &str) -> bool {
    let place = |room: &str| SPINE.iter().position(|name| *name == room);
    match (place(earlier), place(later)) {
        (Some(a), Some(b)) => a < b,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{check, may_use};
    use crate::tree::Tree;

    #[track_caller]
    fn check_edge(from: &str, to: &str, product: bool, tests: bool) {
        assert_eq!(may_use(from, to, false), product, "{from} to {to}");
        assert_eq!(may_use(from, to, true), tests, "{from} to {to} in tests");
    }

    #[test]
    fn arrows_run_one_way() {
        check_edge("app", "rooms/plans", true, true);
        check_edge("rooms/plans", "core/kernel", true, true);
        check_edge("rooms/plans", "core/chart", true, true);
        check_edge("rooms/plans", "base/web", true, true);
        check_edge("base/web", "base/store", true, true);
        check_edge("base/store", "base/web", false, false);
        check_edge("base/web", "core/chart", false, false);
        check_edge("base/web", "rooms/plans", false, true);
        check_edge("core/chart", "core/kernel", false, false);
        check_edge("base/query", "core/events", true, true);
        check_edge("base/query", "base/synthetic", false, true);
        check_edge("base/store", "core/events", false, false);
        check_edge("core/kernel", "base/testkit", false, false);
        check_edge("rooms/plans", "base/testkit", false, true);
        check_edge("rooms/plans", "base/pdf", false, false);
        check_edge("app", "base/pdf", true, true);
        check_edge("rooms/plans", "app", false, false);
    }

    #[test]
    fn computing_cores_meet_the_batch_interfaces_only() {
        check_edge("base/batch", "core/spc", true, true);
        check_edge("base/batch", "core/stats", true, true);
        check_edge("base/batch", "core/chart", false, false);
        check_edge("base/web", "core/spc", false, false);
        check_edge("core/spc", "core/stats", true, true);
        check_edge("core/stats", "core/spc", false, false);
        check_edge("core/spc", "core/kernel", false, false);
    }

    #[test]
    fn spine_rooms_stand_in_order() {
        check_edge("rooms/indicators", "rooms/people", true, true);
        check_edge("rooms/plans", "rooms/measures", true, true);
        check_edge("rooms/people", "rooms/plans", false, true);
        check_edge("rooms/governance", "rooms/plans", true, true);
        check_edge("rooms/plans", "rooms/governance", false, true);
        check_edge("rooms/governance", "rooms/knowledge", false, true);
    }

    #[test]
    fn a_wrong_edge_is_named_with_its_line() {
        let tree = Tree::of(&[
            (
                "rooms/people/Cargo.toml",
                "[package]\nname = \"varde-people\"\n[dependencies]\nvarde-plans.workspace = true\n",
            ),
            ("rooms/plans/Cargo.toml", "[package]\nname = \"varde-plans\"\n"),
            ("xtask/Cargo.toml", "[package]\nname = \"xtask\"\n[dependencies]\ncsv = \"1\"\n"),
        ]);
        let faults = check(&tree);
        assert_eq!(faults.len(), 2);
        assert_eq!((faults[0].path.as_str(), faults[0].line), ("rooms/people/Cargo.toml", 4));
        assert_eq!(faults[1].path, "xtask/Cargo.toml");
    }
}
