//! The cases: figures and measures from the national action plan 2019–2023, and made-up ones
//! where the plan has none, marked so in their question.

use varde_chart::{
    Baseline, Colours, Column, DriverDiagram, DriverTexts, GoalChart, GoalTexts, Layout, Node, Point, Status,
    StatusKind, TargetPath, ValueAxis, driver_diagram, goal_chart, outline_text,
};

/// A picture with its question.
pub struct Case {
    pub name: &'static str,
    pub question: &'static str,
    pub draw: fn(Layout) -> String,
}

/// Every case, in the order of the page.
pub fn all() -> Vec<Case> {
    vec![
        Case { name: "harm", question: "Blir det færre pasientskader på sykehus?", draw: harm },
        Case { name: "two", question: "Overlever flere hoftebrudd? (oppdiktede tall)", draw: two_readings },
        Case { name: "ward", question: "Vurderer teamet sikkerhetsklimaet som modent? (oppdiktede tall)", draw: ward },
        Case { name: "empty", question: "Får sykehjemspasienter legemidlene gjennomgått?", draw: empty },
        Case { name: "plan", question: "Hvordan skal handlingsplanen virke?", draw: plan },
        Case { name: "large", question: "Tåler tegningen 3 mål, 12 områder og 60 tiltak? (oppdiktet)", draw: large },
    ]
}

fn one_decimal(value: f64) -> String {
    format!("{value:.1}").replace('.', ",").replace('-', "−")
}

fn axis_from(from: &str) -> String {
    format!("aksen starter på {from}")
}

fn range(low: &str, high: &str) -> String {
    format!("{low} til {high}")
}

fn texts() -> GoalTexts<'static> {
    GoalTexts {
        missing: "ingen tall",
        withheld: "holdes tilbake",
        provisional: "foreløpig",
        approximate: "omtrent",
        interval: "95 % konfidensintervall",
        no_values: "Ingen målte verdier ennå",
        range: &range,
        axis_from: &axis_from,
    }
}

fn year(time: u16, value: Option<f64>) -> Point {
    Point { time: f64::from(time), label: time.to_string(), value, ..Point::default() }
}

fn harm(layout: Layout) -> String {
    let printed = [(2010, 15.9), (2011, 16.1), (2012, 13.7), (2013, 13.0), (2017, 13.7), (2020, 13.1), (2021, 12.8)];
    let points: Vec<Point> = (2010..=2023)
        .map(|time| year(time, printed.iter().find(|(at, _)| *at == time).map(|(_, value)| *value)))
        .collect();
    let target = TargetPath { label: "Mål 2023".into(), path: vec![(2017.0, 13.7), (2023.0, 10.3)] };
    let baseline = Baseline { time: 2017.0, value: 13.7, label: "Utgangspunkt 2017".into() };
    goal_chart(&GoalChart {
        id: &format!("harm-{layout:?}"),
        title: "Blir det færre pasientskader på sykehus?",
        description: "Andel opphold med minst én skade: 13,7 prosent i 2017, 12,8 i 2021. Målet er 10,3 i 2023.",
        y_label: "Andel sykehusopphold med pasientskade, prosent",
        unit: "%",
        number: &one_decimal,
        points: &points,
        targets: &[target],
        baseline: Some(&baseline),
        texts: texts(),
        layout,
        ..GoalChart::default()
    })
}

fn two_readings(layout: Layout) -> String {
    let values = [92.1, 92.4, 92.2, 92.9, 93.3];
    let points: Vec<Point> = (2017..).zip(values).map(|(time, value)| year(time, Some(value))).collect();
    let targets = [
        TargetPath { label: "2 prosentpoeng opp".into(), path: vec![(2017.0, 92.1), (2023.0, 94.1)] },
        TargetPath { label: "2 prosent opp".into(), path: vec![(2017.0, 92.1), (2023.0, 93.9)] },
    ];
    goal_chart(&GoalChart {
        id: &format!("two-{layout:?}"),
        title: "Overlever flere hoftebrudd?",
        description: "93,3 prosent i 2021. Planen sier ikke om målet er prosent eller prosentpoeng.",
        show_title: true,
        y_label: "30 dagers overlevelse, prosent",
        unit: "%",
        number: &one_decimal,
        points: &points,
        more_times: &[(2022.0, "2022".into()), (2023.0, "2023".into())],
        targets: &targets,
        axis: ValueAxis::Fitted,
        texts: texts(),
        layout,
        ..GoalChart::default()
    })
}

fn ward(layout: Layout) -> String {
    let rounds =
        [("2018", 58.0, 46.0), ("2019", 64.0, 52.0), ("2020", 61.0, 50.0), ("2021", 69.0, 58.0), ("2022", 73.0, 63.0)];
    let mut points: Vec<Point> = (2018_u16..)
        .zip(rounds)
        .map(|(time, (label, value, low))| Point {
            label: label.into(),
            interval: Some((low, (value * 2.0 - low).min(100.0))),
            ..year(time, Some(value))
        })
        .collect();
    for point in points.iter_mut().skip(2).take(1) {
        point.approximate = true;
    }
    for point in points.iter_mut().skip(4) {
        point.provisional = true;
    }
    let target = TargetPath { label: "Mål hver runde".into(), path: vec![(2018.0, 75.0), (2022.0, 75.0)] };
    goal_chart(&GoalChart {
        id: &format!("ward-{layout:?}"),
        title: "Vurderer teamet sikkerhetsklimaet som modent?",
        description: "73 prosent i 2022, foreløpig. Målet er 75.",
        y_label: "Andel team med modent klima, prosent",
        unit: "%",
        number: &one_decimal,
        points: &points,
        targets: &[target],
        texts: texts(),
        layout,
        focusable: true,
        ..GoalChart::default()
    })
}

fn empty(layout: Layout) -> String {
    let points: Vec<Point> = (2019..=2023).map(|time| year(time, None)).collect();
    let target = TargetPath { label: "Mål 2023: minst".into(), path: vec![(2023.0, 90.0)] };
    goal_chart(&GoalChart {
        id: &format!("empty-{layout:?}"),
        title: "Får sykehjemspasienter legemidlene gjennomgått?",
        description: "Planen har ingen målt verdi. Målet er minst 90 prosent i 2023.",
        y_label: "Andel med legemiddelgjennomgang, prosent",
        unit: "%",
        number: &one_decimal,
        points: &points,
        targets: &[target],
        texts: texts(),
        layout,
        ..GoalChart::default()
    })
}

fn status(kind: StatusKind) -> Status {
    let word = match kind {
        StatusKind::Good => "I rute",
        StatusKind::Watch => "Følg med",
        StatusKind::Bad => "Ute av rute",
        StatusKind::Done => "Fullført",
        StatusKind::Running => "I gang",
        StatusKind::Waiting => "Ikke startet",
        StatusKind::Unknown => "Kan ikke vurderes",
    };
    Status { kind, word: word.into() }
}

fn also(names: &str) -> String {
    format!("Virker også på {names}")
}

fn plan_columns() -> Vec<Column> {
    let goal = Node {
        label: "Trygg tjeneste uten skade".into(),
        details: ["Færre pasientskader", "Bedre sikkerhetskultur", "Varige strukturer"].map(String::from).to_vec(),
        status: Some(status(StatusKind::Watch)),
        href: Some("/plans/nhp/goals".into()),
        ..Node::default()
    };
    let area = |label: &str| Node { label: label.into(), serves: vec![0], ..Node::default() };
    let measure = |label: &str, area: usize, activities: u8, kind| Node {
        label: label.into(),
        details: vec![format!("{activities} aktiviteter")],
        status: Some(status(kind)),
        href: Some(format!("/measures/{activities}")),
        serves: vec![area],
    };
    vec![
        Column { heading: "Mål".into(), boxes: vec![goal] },
        Column {
            heading: "Områder".into(),
            boxes: [
                "Forbedre ledelse og kultur",
                "Øke kompetanse",
                "Utvikle nasjonale satsinger",
                "Etablere systemer og strukturer",
            ]
            .map(area)
            .to_vec(),
        },
        Column {
            heading: "Tiltak".into(),
            boxes: vec![
                measure("Pasientsikkerhet i styringslinjen", 0, 4, StatusKind::Good),
                measure("Arenaer for deling", 0, 5, StatusKind::Done),
                measure("Kultur for åpenhet og læring", 0, 6, StatusKind::Watch),
                measure("Kompetanse og kapasitet", 1, 7, StatusKind::Bad),
                measure("Samle og spre kunnskap", 1, 2, StatusKind::Waiting),
                measure("Nasjonale satsinger", 2, 4, StatusKind::Unknown),
                measure("Følge utviklingen over tid", 3, 5, StatusKind::Good),
            ],
        },
    ]
}

fn with_plan<T>(layout: Layout, columns: &[Column], id: &str, use_it: impl Fn(&DriverDiagram) -> T) -> T {
    use_it(&DriverDiagram {
        id: &format!("{id}-{layout:?}"),
        title: "Hvordan skal handlingsplanen virke?",
        description: "Fra målet gjennom områdene til tiltakene. Samme innhold står som liste under bildet.",
        columns,
        texts: DriverTexts { also: &also },
        layout,
        colours: Colours::Page,
        ..DriverDiagram::default()
    })
}

fn plan(layout: Layout) -> String {
    with_plan(layout, &plan_columns(), "plan", driver_diagram)
}

/// The action plan as nested text.
pub fn plan_outline() -> String {
    with_plan(Layout::Wide, &plan_columns(), "plan", outline_text)
}

fn large(layout: Layout) -> String {
    let kinds = [StatusKind::Good, StatusKind::Watch, StatusKind::Waiting, StatusKind::Unknown, StatusKind::Bad];
    let boxes = |n: usize, word: &str, above: usize| {
        let node = |i: usize| Node {
            label: format!("{word} {} med et navn som går over flere linjer", i + 1),
            status: if above == 12 { kinds.get(i % kinds.len()).copied().map(status) } else { None },
            serves: match above {
                0 => vec![],
                _ if i % 9 == 4 => vec![i * above / n, (i * above / n + 1) % above],
                _ => vec![i * above / n],
            },
            ..Node::default()
        };
        (0..n).map(node).collect()
    };
    let columns = [
        Column { heading: "Mål".into(), boxes: boxes(3, "Mål", 0) },
        Column { heading: "Områder".into(), boxes: boxes(12, "Område", 3) },
        Column { heading: "Tiltak".into(), boxes: boxes(60, "Tiltak", 12) },
    ];
    with_plan(layout, &columns, "large", driver_diagram)
}
