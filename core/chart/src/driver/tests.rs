//! What the diagram promises.

use super::*;
use crate::place::Rect;
use crate::reading::{Dice, Element, check_picture, lines_of_words};
use crate::{Colours, Layout};

fn node(label: &str, serves: &[usize]) -> Node {
    Node { label: label.into(), serves: serves.to_vec(), ..Node::default() }
}

fn column(heading: &str, boxes: Vec<Node>) -> Column {
    Column { heading: heading.into(), boxes }
}

/// The shape of the action plan: one goal, four areas, seven measures.
fn plan() -> Vec<Column> {
    let measures = [
        ("Pasientsikkerhet i styringslinjen", 0),
        ("Arenaer for deling", 0),
        ("Kultur for åpenhet og læring", 0),
        ("Kompetanse og kapasitet", 1),
        ("Samle og spre kunnskap", 1),
        ("Nasjonale satsinger", 2),
        ("Følge utviklingen over tid", 3),
    ];
    let measure = |(label, area): (&str, usize)| Node {
        href: Some(format!("/measures/{area}")),
        status: Some(Status { kind: StatusKind::Watch, word: "Følg med".into() }),
        ..node(label, &[area])
    };
    vec![
        column("Mål", vec![node("Trygg tjeneste uten skade", &[])]),
        column("Områder", ["Ledelse", "Kompetanse", "Satsinger", "Systemer"].map(|area| node(area, &[0])).to_vec()),
        column("Tiltak", measures.map(measure).to_vec()),
    ]
}

fn boxes(elements: &[Element]) -> Vec<Rect> {
    let frame = |e: &Element| {
        let (x0, y0) = (e.num("x"), e.num("y"));
        Rect { x0, y0, x1: x0 + e.num("width"), y1: y0 + e.num("height") }
    };
    elements.iter().filter(|e| e.name == "rect" && e.attr("rx") == "6").map(frame).collect()
}

fn check(columns: &[Column], layout: Layout) -> Vec<Element> {
    let diagram = DriverDiagram { id: "d", title: "t", columns, layout, ..DriverDiagram::default() };
    let svg = driver_diagram(&diagram);
    assert_eq!(svg, driver_diagram(&diagram), "the same input gives the same bytes");
    let elements = check_picture(&svg);
    let found = boxes(&elements);
    assert_eq!(found.len(), columns.iter().map(|column| column.boxes.len()).sum::<usize>(), "no box is lost");
    let size: Vec<f64> = elements[0].attr("viewBox").split(' ').map(|part| part.parse().expect("number")).collect();
    let page = Rect { x0: 0.0, y0: 0.0, x1: size[2], y1: size[3] };
    for (i, rect) in found.iter().enumerate() {
        assert!(rect.within(&page), "{rect:?} leaves {page:?}");
        assert!(found[..i].iter().all(|other| !rect.meets(other)), "{rect:?} overlaps");
    }
    for (words, area) in lines_of_words(&elements) {
        let homes = found.iter().filter(|rect| rect.meets(&area)).count();
        let inside = found.iter().filter(|rect| area.within(rect)).count();
        assert!(homes == inside && homes <= 1, "{words:?} sticks out of its box");
    }
    elements
}

#[test]
fn the_action_plan_is_read_area_by_area() {
    for layout in [Layout::Wide, Layout::Narrow] {
        let columns = plan();
        let elements = check(&columns, layout);
        let order: Vec<&str> =
            elements.iter().filter(|e| e.has_class("chart-box")).map(|e| e.attr("aria-label")).collect();
        assert_eq!(order.len(), 12);
        assert_eq!(
            order[..4],
            [
                "Trygg tjeneste uten skade",
                "Ledelse",
                "Pasientsikkerhet i styringslinjen, Følg med",
                "Arenaer for deling, Følg med"
            ]
        );
        assert_eq!(order[5], "Kompetanse");
        let links: Vec<&str> = elements.iter().filter(|e| e.name == "a").map(|e| e.attr("href")).collect();
        assert_eq!(links.len(), 7);
        let joined = elements.iter().filter(|e| e.name == "path" && e.attr("d").starts_with('M') && e.depth == 2);
        assert_eq!(joined.count(), 11, "four areas and seven measures are joined to what they serve");
    }
}

#[test]
fn list_entries_stand_in_lists() {
    let elements = check(&plan(), Layout::Wide);
    for (i, element) in elements.iter().enumerate().filter(|(_, e)| e.attr("role") == "listitem") {
        let parent = elements[..i].iter().rev().find(|e| e.depth + 1 == element.depth).expect("a parent");
        assert_eq!(parent.attr("role"), "list");
    }
    assert_eq!(elements.iter().filter(|e| e.attr("role") == "listitem").count(), 12);
}

#[test]
fn three_goals_twelve_areas_and_sixty_measures_fit() {
    let many = |n: usize, above: usize| -> Vec<Node> {
        let serves = |i: usize| {
            if above == 0 { vec![] } else { vec![i * above / n, (i + 1) % above] }
        };
        (0..n).map(|i| node(&format!("Et navn {i} som går over flere linjer i boksen"), &serves(i))).collect()
    };
    let columns = [column("Mål", many(3, 0)), column("Områder", many(12, 3)), column("Tiltak", many(60, 12))];
    check(&columns, Layout::Wide);
    check(&columns, Layout::Narrow);
}

#[test]
fn the_outline_is_the_same_tree_in_words() {
    let mut columns = plan();
    columns[2].boxes[0].serves = vec![0, 3, 99];
    let diagram = DriverDiagram {
        columns: &columns,
        texts: DriverTexts { also: &|names| format!("også {names}") },
        ..DriverDiagram::default()
    };
    let tree = outline(&diagram);
    assert_eq!(tree.len(), 1);
    let areas: Vec<(&str, usize)> =
        tree[0].children.iter().map(|area| (area.label.as_str(), area.children.len())).collect();
    assert_eq!(areas, [("Ledelse", 3), ("Kompetanse", 2), ("Satsinger", 1), ("Systemer", 1)]);
    let first = &tree[0].children[0].children[0];
    assert_eq!((first.kind.as_str(), first.details.as_slice()), ("Tiltak", ["også Systemer".to_owned()].as_slice()));
    assert!(outline_text(&diagram).starts_with(
        "Trygg tjeneste uten skade\n  Ledelse\n    Pasientsikkerhet i styringslinjen, også Systemer, Følg med\n"
    ));
    let order: Vec<String> = crate::reading::read(&driver_diagram(&diagram))
        .iter()
        .filter(|e| e.has_class("chart-box"))
        .map(|e| e.attr("aria-label").to_owned())
        .collect();
    let told: Vec<String> = outline_text(&diagram).lines().map(|line| line.trim().to_owned()).collect();
    assert_eq!(order, told);
}

#[test]
fn only_harmless_links_become_links() {
    for (href, kept) in [
        ("/plans/1", true),
        ("#m1", true),
        ("?a=b:c", true),
        ("measures/1", true),
        ("https://helse.example/a", true),
        ("javascript:alert(1)", false),
        ("JAVASCRIPT:alert(1)", false),
        ("java\nscript:alert(1)", false),
        ("data:text/html,x", false),
        (" ", false),
    ] {
        let columns = [column("", vec![Node { href: Some(href.into()), ..node("x", &[]) }])];
        let elements = check(&columns, Layout::Wide);
        assert_eq!(elements.iter().any(|e| e.name == "a"), kept, "{href:?}");
    }
}

#[test]
fn each_status_has_its_own_shape() {
    let kinds = [
        StatusKind::Good,
        StatusKind::Watch,
        StatusKind::Bad,
        StatusKind::Done,
        StatusKind::Running,
        StatusKind::Waiting,
        StatusKind::Unknown,
    ];
    // Without colours: what is left when printed in black.
    let outline = |kind| {
        let status = Some(Status { kind, word: "ord".into() });
        let drawn = check(&[column("", vec![Node { status, ..node("x", &[]) }])], Layout::Wide);
        let shapes: Vec<(String, String, String)> = drawn
            .iter()
            .filter(|e| matches!(e.name.as_str(), "circle" | "path" | "rect"))
            .map(|e| (e.name.clone(), e.attr("d").to_owned(), e.attr("stroke-dasharray").to_owned()))
            .collect();
        shapes
    };
    let shapes: std::collections::BTreeSet<_> = kinds.into_iter().map(outline).collect();
    assert_eq!(shapes.len(), kinds.len());
}

#[test]
fn any_input_gives_a_sound_picture() {
    let mut dice = Dice(7);
    let kinds = [StatusKind::Good, StatusKind::Bad, StatusKind::Unknown];
    for _ in 0..300 {
        let columns: Vec<Column> = (0..dice.below(7))
            .map(|_| Column {
                heading: dice.words(),
                boxes: (0..dice.below(9))
                    .map(|_| Node {
                        label: dice.words(),
                        details: (0..dice.below(3)).map(|_| dice.words()).collect(),
                        status: (dice.below(2) == 0).then(|| Status { kind: kinds[dice.below(3)], word: dice.words() }),
                        href: (dice.below(2) == 0).then(|| dice.words()),
                        serves: (0..dice.below(4)).map(|_| dice.below(12)).collect(),
                    })
                    .collect(),
            })
            .collect();
        check(&columns, [Layout::Wide, Layout::Narrow][dice.below(2)]);
        let title = dice.words();
        let diagram = DriverDiagram {
            title: &title,
            show_title: true,
            columns: &columns,
            colours: Colours::Fixed,
            ..DriverDiagram::default()
        };
        check_picture(&driver_diagram(&diagram));
    }
}
