//! Units side by side; all figures are made up.

use varde_chart::{
    Colours, Direction, FunnelAxis, FunnelChart, FunnelCurve, FunnelMark, FunnelTexts, FunnelUnit, Icon, IntervalPlot,
    IntervalRow, IntervalTexts, Layout, Panel, Pareto, ParetoItem, ParetoTexts, Profile, ProfileRow, Sign, SignalShape,
    SmallMultiples, SparkPoint, Sparkline, Tone, funnel_chart, icon, interval_plot, pareto, profile, small_multiples,
    sparkline,
};

use crate::cases::Case;
use crate::spc::{at, noise, one_decimal, whole};

pub fn all() -> Vec<Case> {
    vec![
        Case {
            name: "funnel",
            question: "Trakt (oppdiktede tall)",
            draw: |layout| funnel(layout, 32, FunnelAxis::Linear),
        },
        Case {
            name: "funnel-many",
            question: "Trakt med mange enheter (oppdiktede tall)",
            draw: |layout| funnel(layout, 220, FunnelAxis::Root),
        },
        Case { name: "interval", question: "Intervaller (oppdiktede tall)", draw: interval },
        Case { name: "years", question: "Intervaller per år (oppdiktede intervaller)", draw: years },
        Case { name: "pareto", question: "Pareto (oppdiktede tall)", draw: causes },
        Case { name: "multiples", question: "Små diagrammer (oppdiktede tall)", draw: multiples },
        Case { name: "profile", question: "Alder og kjønn (oppdiktede tall)", draw: ages },
        Case { name: "icons", question: "Tegn", draw: icons },
        Case { name: "sparks", question: "Små linjer (oppdiktede tall)", draw: sparks },
    ]
}

fn funnel(layout: Layout, n_units: usize, axis: FunnelAxis) -> String {
    let names = ["Fjordbyen", "Elvemunning", "Storlia", "Vestnes fjellsykehus", "Havgapet", "Innlandet nord"];
    let limit = |n: f64, z: f64| z * (8.2 * 91.8 / n).sqrt();
    let units: Vec<FunnelUnit> = (0..n_units)
        .map(|i| {
            let n = 14.0 + 900.0 * ((noise(8, i) + 2.2) / 4.4).clamp(0.0, 1.0).powi(3) + at(i % 7) * 6.0;
            let extra = match i {
                3 => 4.9,
                11 => -3.3,
                17 => 2.4,
                _ => noise(15, i) * 0.9,
            };
            let value = (8.2 + extra * (8.2 * 91.8 / n).sqrt()).max(0.0);
            let z = (value - 8.2) / limit(n, 1.0);
            let tone = if z > 0.0 { Tone::Worse } else { Tone::Better };
            let too_small = n < 25.0;
            FunnelUnit {
                label: names.get(i % 6).map_or(String::new(), |name| format!("{name} {}", i + 1)),
                numerator: Some((value * n / 100.0).round()),
                denominator: Some(n.round()),
                value: Some(value),
                mark: (z.abs() > 1.96 && !too_small).then(|| FunnelMark {
                    outer: z.abs() > 3.09,
                    tone,
                    words: if z > 0.0 { "over grensen".into() } else { "under grensen".into() },
                }),
                own: i == 8,
                too_small,
                remarks: String::new(),
            }
        })
        .collect();
    let curve = |label: &str, z: f64| FunnelCurve {
        label: label.into(),
        path: (1..=240)
            .map(|i| {
                let n = at(i) * 5.0;
                (n, Some(8.2 - limit(n, z)).filter(|low| *low > 0.0), Some(8.2 + limit(n, z)))
            })
            .collect(),
    };
    funnel_chart(&FunnelChart {
        id: &format!("funnel-{n_units}-{layout:?}"),
        title: "Dør flere enn ventet etter hoftebrudd på noen sykehus?",
        answer: "Ett sykehus ligger klart over landet, og ett klart under; forskjellen mellom de andre kan være tilfeldig.",
        y_label: "Døde innen 30 dager, prosent",
        x_label: "Antall opphold",
        unit: "%",
        is_close: false,
        number: &one_decimal,
        count: &whole,
        units: &units,
        curves: &[curve("99,8 %", 3.09), curve("95 %", 1.96)],
        centre: Some(("Landet", 8.2)),
        axis,
        from_zero: true,
        texts: FunnelTexts {
            unit: "Sykehus",
            value: "Andel døde",
            numerator: "Døde",
            denominator: "Opphold",
            mark: "Utenfor",
            inner: "utenfor 95 %",
            outer: "utenfor 99,8 %",
            own: "egen enhet",
            too_small: "for få til å vurdere",
            missing: "ingen tall",
            no_values: "Ingen enheter",
            of: &|part, whole| format!("{part} av {whole}"),
        },
        layout,
        ..FunnelChart::default()
    })
}

fn icons(layout: Layout) -> String {
    let mut signs = vec![Sign::Common, Sign::TooLittle, Sign::Passes, Sign::HitOrMiss, Sign::Fails];
    for direction in [Direction::High, Direction::Low] {
        signs.extend([Tone::Worse, Tone::Better, Tone::Neutral].map(|tone| Sign::Special(direction, tone)));
    }
    let mut out = format!("<div class=\"chart {} row\">", class(layout));
    for (i, sign) in signs.into_iter().enumerate() {
        let id = format!("icon-{i}-{layout:?}");
        out.push_str(&icon(&Icon { id: &id, sign, title: "tegn", colours: Colours::Page }));
    }
    out.push_str("</div>");
    out
}

fn class(layout: Layout) -> &'static str {
    if layout == Layout::Wide { "chart-wide" } else { "chart-narrow" }
}

fn sparks(layout: Layout) -> String {
    let mut out = format!("<div class=\"chart {} row\">", class(layout));
    for row in 0..6_usize {
        let points: Vec<SparkPoint> = (0..24)
            .map(|i| {
                let late = i >= 15 && row == 1;
                let value = 10.0 + 1.4 * noise(row as u64 + 40, i) + if late { -3.0 } else { 0.0 };
                SparkPoint {
                    value: (row != 4 || i % 9 != 4).then_some(value),
                    centre: Some(if late { 7.0 } else { 10.0 }),
                    signal: match (row, i) {
                        (2, 23) => Some((SignalShape::Outside, Tone::Worse)),
                        (3, 16..) => Some((SignalShape::Run, Tone::Better)),
                        _ => None,
                    },
                }
            })
            .collect();
        let last = one_decimal(points.last().and_then(|point| point.value).unwrap_or_default());
        out.push_str(&sparkline(&Sparkline {
            id: &format!("spark-{row}-{layout:?}"),
            title: "Fall per 1 000 liggedøgn",
            points: &points,
            target: (row == 5).then_some(8.0),
            last: &last,
            range: None,
            colours: Colours::Page,
        }));
    }
    out.push_str("</div>");
    out
}

fn interval_texts() -> IntervalTexts<'static> {
    IntervalTexts {
        label: "Sykehus",
        value: "Andel",
        interval: "95 % konfidensintervall",
        differs: "skiller seg fra landet",
        uncertain: "få opphold",
        own: "egen enhet",
        missing: "ingen tall",
        ..IntervalTexts::default()
    }
}

fn interval(layout: Layout) -> String {
    let rows: Vec<IntervalRow> = [
        ("Elvemunning sykehus", 94.1, 1.2, ""),
        ("Fjordbyen universitetssykehus, ortopedisk avdeling", 92.9, 0.8, "own"),
        ("Havgapet", 89.2, 2.1, "low"),
        ("Innlandet nord", 93.2, 1.6, ""),
        ("Storlia", 90.0, 9.5, "few"),
        ("Vestnes fjellsykehus", 95.4, 1.1, "high"),
        ("Ytre øyer", f64::NAN, 1.0, ""),
    ]
    .into_iter()
    .map(|(label, value, half, kind)| IntervalRow {
        label: label.into(),
        value: Some(value),
        interval: Some((value - half, (value + half).min(100.0))),
        differs: match kind {
            "low" => Some((Tone::Worse, "lavere enn landet".into())),
            "high" => Some((Tone::Better, "høyere enn landet".into())),
            _ => None,
        },
        own: kind == "own",
        uncertain: (kind == "few").then(|| "få opphold".into()),
        ..IntervalRow::default()
    })
    .collect();
    interval_plot(&IntervalPlot {
        id: &format!("interval-{layout:?}"),
        title: "Overlever pasienter med hoftebrudd like ofte overalt?",
        answer: "Nei: Havgapet ligger under landet, Vestnes over. De andre kan ikke skilles fra landet.",
        x_label: "Overlevelse 30 dager etter hoftebrudd, prosent",
        unit: "%",
        number: &one_decimal,
        rows: &rows,
        reference: Some(("Landet", 92.8)),
        texts: interval_texts(),
        layout,
        ..IntervalPlot::default()
    })
}

fn years(layout: Layout) -> String {
    let printed = [("2012", 13.7), ("2013", 13.0), ("2017", 13.7), ("2020", 13.1), ("2021", 12.8)];
    let rows: Vec<IntervalRow> = printed
        .into_iter()
        .map(|(label, value)| IntervalRow {
            label: label.into(),
            value: Some(value),
            interval: Some((value - 0.8, value + 0.8)),
            ..IntervalRow::default()
        })
        .collect();
    interval_plot(&IntervalPlot {
        id: &format!("years-{layout:?}"),
        title: "Blir det færre pasientskader?",
        answer: "Forskjellen fra år til år er mindre enn usikkerheten.",
        x_label: "Andel opphold med minst én skade, prosent",
        unit: "%",
        number: &one_decimal,
        rows: &rows,
        reference: Some(("Mål", 10.3)),
        from_zero: true,
        texts: interval_texts(),
        layout,
        ..IntervalPlot::default()
    })
}

fn causes(layout: Layout) -> String {
    let items: Vec<ParetoItem> = [
        ("Legemiddel: feil dose", 214.0),
        ("Fall", 187.0),
        ("Trykksår", 96.0),
        ("Manglende oppfølging av prøvesvar eller henvisning", 61.0),
        ("Infeksjon etter kirurgi", 44.0),
        ("Utstyr som sviktet", 21.0),
        ("Forveksling av pasient", 12.0),
        ("Blodoverføring", 6.0),
        ("Brann og røyk", 2.0),
        ("Annet", 1.0),
    ]
    .into_iter()
    .map(|(label, count)| ParetoItem { label: label.into(), count })
    .collect();
    pareto(&Pareto {
        id: &format!("pareto-{layout:?}"),
        title: "Hva slags hendelser er det flest av?",
        answer: "Fire slag utgjør mer enn fire femdeler av meldingene.",
        x_label: "Antall meldinger i 2025",
        items: &items,
        most: 8,
        count: &whole,
        texts: ParetoTexts {
            label: "Slag",
            count: "Antall",
            together: "Til sammen",
            rest: "Alle andre",
            no_values: "Ingen",
        },
        layout,
        ..Pareto::default()
    })
}

fn multiples(layout: Layout) -> String {
    let names = [
        "Akuttmottak",
        "Barneavdelingen",
        "Føde og barsel",
        "Intensiv og overvåkning",
        "Kirurgisk sengepost",
        "Medisinsk sengepost 1",
        "Medisinsk sengepost 2",
        "Rehabilitering",
    ];
    let panels: Vec<Panel> = names
        .iter()
        .enumerate()
        .map(|(row, name)| {
            let points: Vec<SparkPoint> = (0..24)
                .map(|i| {
                    let value = 6.0
                        + at(row % 3)
                        + 1.1 * noise(row as u64 + 60, i)
                        + if row == 4 && i > 15 { 4.0 } else { 0.0 };
                    SparkPoint {
                        value: Some(value.max(0.0)),
                        centre: Some(6.0 + at(row % 3)),
                        signal: (row == 4 && i > 15).then_some((SignalShape::Run, Tone::Worse)),
                    }
                })
                .collect();
            let last = one_decimal(points.last().and_then(|point| point.value).unwrap_or_default());
            Panel { label: (*name).into(), points, last, words: String::new(), own: row == 6 }
        })
        .collect();
    small_multiples(&SmallMultiples {
        id: &format!("multiples-{layout:?}"),
        title: "Hvor faller flere enn før?",
        answer: "På kirurgisk sengepost. De andre postene er som før.",
        y_label: "Fall per 1 000 liggedøgn, samme akse i alle",
        number: &whole,
        panels: &panels,
        target: Some(5.0),
        span: ("jan. 2025", "des. 2026"),
        from_zero: true,
        layout,
        ..SmallMultiples::default()
    })
}

fn ages(layout: Layout) -> String {
    let rows: Vec<ProfileRow> = [
        ("90+", 14.0, 5.5, 9.8, 4.4),
        ("80–89", 31.2, 21.0, 27.5, 20.1),
        ("70–79", 26.4, 29.9, 28.0, 31.0),
        ("60–69", 14.1, 21.8, 17.6, 22.9),
        ("50–59", 8.8, 12.3, 10.0, 12.1),
        ("18–49", 5.5, 9.5, 7.1, 9.5),
    ]
    .into_iter()
    .map(|(label, left, right, left_reference, right_reference)| ProfileRow {
        label: label.into(),
        values: (Some(left), Some(right)),
        reference: (Some(left_reference), Some(right_reference)),
    })
    .collect();
    profile(&Profile {
        id: &format!("profile-{layout:?}"),
        title: "Er pasientene våre eldre enn landets?",
        answer: "Ja, blant kvinnene er det flere over 80 år.",
        x_label: "Andel av pasientene med hoftebrudd, prosent",
        sides: ("Kvinner", "Menn"),
        level: "Alder",
        reference: "Landet",
        missing: "ingen tall",
        number: &one_decimal,
        rows: &rows,
        layout,
        ..Profile::default()
    })
}
