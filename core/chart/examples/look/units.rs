//! Units side by side; all figures are made up.

use varde_chart::{
    Colours, Direction, FunnelAxis, FunnelChart, FunnelCurve, FunnelMark, FunnelTexts, FunnelUnit, Icon, Layout, Sign,
    SignalShape, SparkPoint, Sparkline, Tone, funnel_chart, icon, sparkline,
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
