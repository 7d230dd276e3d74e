//! Processes over time; all figures are made up.

use varde_chart::{
    Layout, LimitLine, SignalShape, SpcAxis, SpcChart, SpcEvent, SpcPhase, SpcPoint, SpcSignal, SpcTarget, SpcTexts,
    SpcTrace, Tone, spc_chart,
};

use crate::cases::Case;

pub fn all() -> Vec<Case> {
    vec![
        Case { name: "falls", question: "Faller færre pasienter? (oppdiktede tall)", draw: falls },
        Case { name: "run", question: "Kommer epikrisen i tide? (oppdiktede tall)", draw: run },
        Case { name: "six", question: "Seks måneder (oppdiktede tall)", draw: six },
        Case { name: "one", question: "Ett punkt", draw: |layout| short(layout, 1) },
        Case { name: "none", question: "Ingen verdier", draw: |layout| short(layout, 0) },
        Case { name: "constant", question: "Alle like", draw: constant },
        Case { name: "long", question: "Tjue år (oppdiktede tall)", draw: long },
        Case { name: "outlier", question: "Ett punkt langt utenfor (oppdiktede tall)", draw: outlier },
        Case { name: "ewma", question: "EWMA (oppdiktede tall)", draw: ewma },
        Case { name: "cusum", question: "CUSUM (oppdiktede tall)", draw: cusum },
        Case { name: "vlad", question: "VLAD (oppdiktede tall)", draw: vlad },
        Case { name: "log", question: "Logaritmisk akse (oppdiktede tall)", draw: log },
        Case { name: "tertial", question: "Tertialer og mange faser (oppdiktede tall)", draw: tertial },
    ]
}

const MONTHS: [&str; 12] =
    ["jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des."];

pub fn one_decimal(value: f64) -> String {
    format!("{value:.1}").replace('.', ",").replace('-', "−")
}

pub fn whole(value: f64) -> String {
    format!("{value:.0}").replace('-', "−")
}

fn texts() -> SpcTexts<'static> {
    SpcTexts {
        period: "Måned",
        value: "Verdi",
        numerator: "Fall",
        denominator: "Liggedøgn",
        series: "",
        centre: "Snitt",
        lower: "Nedre grense",
        upper: "Øvre grense",
        limits: "Kontrollgrenser",
        inner: "To standardavvik",
        raw: "Månedens verdi",
        signal: "Signal",
        outside: "Utenfor kontrollgrensene",
        run: "Vedvarende skift",
        trend: "Jevn stigning eller fall",
        near: "Flere nær en grense",
        excluded: "holdt utenfor grensene",
        provisional: "foreløpig",
        missing: "ingen tall",
        beyond: "utenfor aksen",
        no_values: "Ingen målte verdier ennå",
        note: "Merknad",
        range: &|low, high| format!("{low} til {high}"),
        of: &|part, whole| format!("{part} av {whole}"),
    }
}

/// Random enough to look like life, the same every time.
pub fn noise(seed: u64, i: usize) -> f64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(u64::try_from(i).unwrap_or(0) * 0xBF58_476D);
    let mut sum = 0.0;
    for _ in 0..6 {
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9).wrapping_add(0x94D0_49BB);
        z ^= z >> 27;
        sum += f64::from(u32::try_from(z >> 40).unwrap_or(0)) / 16_777_216.0 - 0.5;
    }
    sum / 0.707
}

pub fn at(i: usize) -> f64 {
    f64::from(u32::try_from(i).unwrap_or(0))
}

fn month(i: usize, first_year: usize) -> SpcPoint {
    let (year, name) = (first_year + i / 12, MONTHS.get(i % 12).copied().unwrap_or_default());
    SpcPoint {
        time: at(i),
        label: format!("{name} {year}"),
        tick: name.into(),
        group: year.to_string(),
        ..SpcPoint::default()
    }
}

fn signal(shape: SignalShape, tone: Tone, words: &str) -> SpcSignal {
    SpcSignal { shape, tone, words: words.into() }
}

pub fn falls_points() -> Vec<SpcPoint> {
    let events = [
        9.0, 7.0, 8.0, 10.0, 6.0, 9.0, 8.0, 17.0, 9.0, 8.0, 7.0, 9.0, 5.0, 6.0, 4.0, 5.0, 6.0, 4.0, 5.0, 3.0, 5.0, 4.0,
        6.0, 4.0,
    ];
    let days = [
        1580.0, 1440.0, 1610.0, 1550.0, 1575.0, 1490.0, 1320.0, 1405.0, 1530.0, 1595.0, 1560.0, 1470.0, 1590.0, 1460.0,
        1600.0, 1540.0, 1580.0, 1500.0, 1335.0, 1410.0, 1545.0, 1600.0, 1570.0, 1480.0,
    ];
    events
        .iter()
        .zip(days)
        .enumerate()
        .map(|(i, (events, days))| {
            let centre: f64 = if i < 12 { 5.9 } else { 3.1 };
            let sigma = (centre * 1000.0 / days).sqrt();
            let value: f64 = events * 1000.0 / days;
            SpcPoint {
                value: Some(value),
                numerator: Some(*events),
                denominator: Some(days),
                centre: Some(centre),
                lower: Some((centre - 3.0 * sigma).max(0.0)),
                upper: Some(centre + 3.0 * sigma),
                signal: (i == 7).then(|| signal(SignalShape::Outside, Tone::Worse, "over øvre grense")),
                provisional: i == 23,
                note: if i == 7 { "Ferieavvikling, mange vikarer".into() } else { String::new() },
                ..month(i, 2025)
            }
        })
        .collect()
}

pub fn with_falls<T>(layout: Layout, use_it: impl Fn(&SpcChart) -> T) -> T {
    use_it(&SpcChart {
        id: &format!("falls-{layout:?}"),
        title: "Faller færre pasienter på Medisinsk sengepost 2?",
        answer: "Ja: etter at den nye fallforebyggingen ble innført, er snittet 3,1 fall per 1 000 liggedøgn, mot 5,9 før. August 2025 lå over øvre grense.",
        y_label: "Fall per 1 000 liggedøgn",
        number: &one_decimal,
        count: &whole,
        points: &falls_points(),
        phases: &[SpcPhase { start: 12.0, label: "Januar 2026: ny fallforebygging innført".into() }],
        events: &[
            SpcEvent { time: 4.0, words: "Mai 2025: Tavlemøter hver morgen".into() },
            SpcEvent {
                time: 11.0,
                words: "Desember 2025: Opplæring i fallrisiko for alle på posten (tiltak 14)".into(),
            },
            SpcEvent { time: 18.0, words: "Juli 2026: Sommerdrift med 18 senger".into() },
        ],
        target: Some(&SpcTarget { label: "Mål".into(), steps: vec![(0.0, 3.0)] }),
        axis: SpcAxis::FromZero,
        texts: texts(),
        layout,
        ..SpcChart::default()
    })
}

fn falls(layout: Layout) -> String {
    with_falls(layout, spc_chart)
}

fn run(layout: Layout) -> String {
    let points: Vec<SpcPoint> = (0..30)
        .map(|i| {
            let shifted = i >= 19;
            let value = if shifted { 76.0 } else { 66.0 } + 3.0 * noise(7, i);
            SpcPoint {
                value: if i == 9 || i == 10 { None } else { Some(value) },
                centre: Some(68.0),
                signal: if shifted {
                    Some(signal(SignalShape::Run, Tone::Better, "del av 11 på samme side av medianen"))
                } else {
                    None
                },
                ..month(i + 3, 2023)
            }
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("run-{layout:?}"),
        title: "Sendes epikrisen innen én dag?",
        answer: "Oftere enn før: 11 måneder på rad ligger over medianen.",
        y_label: "Andel epikriser sendt innen én dag, prosent",
        unit: "%",
        number: &whole,
        points: &points,
        target: Some(&SpcTarget { label: "Nasjonalt mål".into(), steps: vec![(0.0, 70.0)] }),
        texts: SpcTexts { centre: "Median", ..texts() },
        layout,
        ..SpcChart::default()
    })
}

fn six(layout: Layout) -> String {
    let points: Vec<SpcPoint> = (0..6)
        .map(|i| SpcPoint { value: Some(12.0 + 2.0 * noise(3, i)), centre: Some(12.1), ..month(i, 2026) })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("six-{layout:?}"),
        title: "Går ventetiden ned?",
        answer: "Det er for tidlig å si: seks måneder er for lite til å skille endring fra tilfeldighet.",
        y_label: "Ventetid til første time, dager (median)",
        unit: "dager",
        number: &one_decimal,
        points: &points,
        texts: SpcTexts { centre: "Median", ..texts() },
        layout,
        ..SpcChart::default()
    })
}

fn short(layout: Layout, n: usize) -> String {
    let points: Vec<SpcPoint> = (0..n.max(4))
        .take(if n == 0 { 4 } else { n })
        .map(|i| SpcPoint { value: (i < n).then_some(7.0), centre: (n > 0).then_some(7.0), ..month(i, 2026) })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("short-{n}-{layout:?}"),
        title: "Er det færre trykksår?",
        answer: if n == 0 { "Ingen har registrert tall ennå." } else { "Én måned er registrert." },
        y_label: "Trykksår per 100 pasienter",
        points: &points,
        texts: texts(),
        layout,
        ..SpcChart::default()
    })
}

fn constant(layout: Layout) -> String {
    let points: Vec<SpcPoint> = (0..18)
        .map(|i| SpcPoint {
            value: Some(100.0),
            centre: Some(100.0),
            lower: Some(100.0),
            upper: Some(100.0),
            ..month(i, 2025)
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("constant-{layout:?}"),
        title: "Er alle vaktene dekket?",
        answer: "Ja, hver måned.",
        y_label: "Andel vakter som er dekket, prosent",
        unit: "%",
        number: &whole,
        points: &points,
        axis: SpcAxis::Within { least: 0.0, most: 100.0 },
        texts: texts(),
        target: Some(&SpcTarget { label: "Mål".into(), steps: vec![(0.0, 100.0)] }),
        layout,
        ..SpcChart::default()
    })
}

fn long(layout: Layout) -> String {
    let points: Vec<SpcPoint> = (0..240)
        .map(|i| {
            let centre = if i < 100 {
                42.0
            } else if i < 170 {
                36.0
            } else {
                31.0
            };
            let value =
                centre + 2.6 * noise(11, i) + if i == 133 { 11.0 } else { 0.0 } + if i > 225 { 5.0 } else { 0.0 };
            let shape = if value > centre + 8.0 || value < centre - 8.0 {
                Some(signal(SignalShape::Outside, if value > centre { Tone::Worse } else { Tone::Better }, "utenfor"))
            } else if i > 225 {
                Some(signal(SignalShape::Run, Tone::Worse, "14 på rad over snittet"))
            } else {
                None
            };
            SpcPoint {
                value: Some(value),
                centre: Some(centre),
                lower: Some(centre - 8.0),
                upper: Some(centre + 8.0),
                inner: Some((centre - 5.33, centre + 5.33)),
                signal: shape,
                ..month(i, 2006)
            }
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("long-{layout:?}"),
        title: "Hvor lenge venter pasientene i akuttmottaket?",
        answer: "Ventetiden har gått ned to ganger på tjue år, men har økt igjen siden november 2024.",
        y_label: "Minutter til første legevurdering",
        unit: "min",
        number: &whole,
        points: &points,
        phases: &[
            SpcPhase { start: 100.0, label: "Mai 2014: hurtigløp".into() },
            SpcPhase { start: 170.0, label: "Mars 2020: nytt mottak".into() },
        ],
        texts: texts(),
        layout,
        ..SpcChart::default()
    })
}

fn outlier(layout: Layout) -> String {
    let points: Vec<SpcPoint> = (0..20)
        .map(|i| SpcPoint {
            value: Some(match i {
                6 => 412.0,
                13 => 21.0,
                _ => 12.0 + 1.8 * noise(5, i),
            }),
            centre: Some(12.0),
            lower: Some(6.0),
            upper: Some(18.0),
            signal: if i == 6 { Some(signal(SignalShape::Outside, Tone::Neutral, "over øvre grense")) } else { None },
            excluded: (i == 13).then(|| "strømbrudd, dobbeltføring".into()),
            ..month(i, 2025)
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("outlier-{layout:?}"),
        title: "Er antallet hendelser stabilt?",
        answer: "Ja, bortsett fra juli 2025, da det kom 412 meldinger.",
        y_label: "Meldte hendelser per måned",
        number: &whole,
        points: &points,
        texts: texts(),
        layout,
        ..SpcChart::default()
    })
}

fn ewma(layout: Layout) -> String {
    let mut smooth = 10.0;
    let points: Vec<SpcPoint> = (0..36)
        .map(|i| {
            let raw = 10.0 + 1.0 * noise(9, i) + if i > 22 { 1.1 } else { 0.0 };
            smooth = 0.2 * raw + 0.8 * smooth;
            let width = 3.0 * (0.2 / 1.8 * (1.0 - 0.8_f64.powf(2.0 * (at(i) + 1.0)))).sqrt();
            SpcPoint {
                value: Some(smooth),
                raw: Some(raw),
                centre: Some(10.0),
                lower: Some(10.0 - width),
                upper: Some(10.0 + width),
                signal: if smooth > 10.0 + width {
                    Some(signal(SignalShape::Outside, Tone::Worse, "over øvre grense"))
                } else {
                    None
                },
                ..month(i, 2024)
            }
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("ewma-{layout:?}"),
        title: "Øker liggetiden litt etter litt?",
        answer: "Ja, en liten og varig økning siden vinteren 2026.",
        y_label: "Liggetid i døgn, vektet snitt (EWMA, vekt 0,2)",
        number: &one_decimal,
        points: &points,
        limit_line: LimitLine::Slopes,
        texts: texts(),
        layout,
        ..SpcChart::default()
    })
}

fn cusum(layout: Layout) -> String {
    let (mut high, mut low) = (0.0_f64, 0.0_f64);
    let mut under = Vec::new();
    let points: Vec<SpcPoint> = (0..30)
        .map(|i| {
            let z = noise(21, i) + if i > 17 { 1.1 } else { 0.0 };
            high = (high + z - 0.5).max(0.0);
            low = (low + z + 0.5).min(0.0);
            under.push((at(i), Some(low)));
            SpcPoint {
                value: Some(high),
                centre: Some(0.0),
                lower: Some(-5.0),
                upper: Some(5.0),
                signal: if high > 5.0 {
                    Some(signal(SignalShape::Outside, Tone::Worse, "over terskelen"))
                } else {
                    None
                },
                ..month(i, 2024)
            }
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("cusum-{layout:?}"),
        title: "Har infeksjonsraten flyttet seg?",
        answer: "Ja, opp: summen av avvik passerte terskelen.",
        y_label: "Oppsummert avvik fra forventet (CUSUM)",
        number: &one_decimal,
        points: &points,
        traces: &[SpcTrace { label: "Nedover".into(), path: under, signals: Vec::new() }],
        texts: SpcTexts {
            series: "Oppover",
            centre: "",
            upper: "Terskel",
            lower: "Terskel",
            limits: "Terskler",
            ..texts()
        },
        layout,
        ..SpcChart::default()
    })
}

fn vlad(layout: Layout) -> String {
    let mut sum = 0.0;
    let points: Vec<SpcPoint> = (0..150)
        .map(|i| {
            let died = noise(33, i) > if i < 90 { 1.25 } else { 1.9 };
            sum += if died { -0.9 } else { 0.1 };
            SpcPoint {
                time: at(i),
                label: format!("pasient {}", i + 1),
                tick: (i + 1).to_string(),
                value: Some(sum),
                centre: Some(0.0),
                ..SpcPoint::default()
            }
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("vlad-{layout:?}"),
        title: "Overlever flere enn ventet?",
        answer: "Siden pasient 90 har flere overlevd enn risikoen deres tilsa.",
        y_label: "Vunne liv, oppsummert (VLAD)",
        number: &one_decimal,
        points: &points,
        texts: SpcTexts { centre: "Som ventet", ..texts() },
        layout,
        ..SpcChart::default()
    })
}

fn log(layout: Layout) -> String {
    let points: Vec<SpcPoint> = (0..26)
        .map(|i| SpcPoint {
            value: Some(40.0 * 2.2_f64.powf(noise(2, i))),
            centre: Some(40.0),
            lower: Some(3.2),
            upper: Some(420.0),
            ..month(i, 2024)
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("log-{layout:?}"),
        title: "Blir det lengre mellom alvorlige infeksjoner?",
        answer: "Nei, tiden mellom dem varierer tilfeldig.",
        y_label: "Dager mellom infeksjoner (logaritmisk akse)",
        number: &whole,
        points: &points,
        axis: SpcAxis::Log,
        texts: SpcTexts { centre: "Median", ..texts() },
        layout,
        ..SpcChart::default()
    })
}

fn tertial(layout: Layout) -> String {
    let points: Vec<SpcPoint> = (0..21)
        .map(|i| {
            let centre = match i / 6 {
                0 => 14.0,
                1 => 12.5,
                2 => 11.0,
                _ => 9.0,
            };
            SpcPoint {
                time: at(i),
                label: format!("{}. tertial {}", i % 3 + 1, 2020 + i / 3),
                tick: format!("T{}", i % 3 + 1),
                group: (2020 + i / 3).to_string(),
                value: Some(centre + 0.8 * noise(4, i)),
                centre: Some(centre),
                lower: Some(centre - 2.6),
                upper: Some(centre + 2.6),
                signal: match i {
                    14..=17 => Some(signal(SignalShape::Trend, Tone::Better, "jevnt fall")),
                    3 | 5 => Some(signal(SignalShape::Near, Tone::Worse, "to av tre nær grensen")),
                    _ => None,
                },
                ..SpcPoint::default()
            }
        })
        .collect();
    spc_chart(&SpcChart {
        id: &format!("tertial-{layout:?}"),
        title: "Får færre pasienter sykehuservervede urinveisinfeksjoner i den kirurgiske klinikken ved Eksempel universitetssykehus?",
        answer: "Ja, i tre trinn siden 2020.",
        y_label: "Andel opphold med urinveisinfeksjon, promille",
        unit: "‰",
        number: &one_decimal,
        points: &points,
        phases: &[
            SpcPhase { start: 6.0, label: "1. tertial 2022: kateterpakke".into() },
            SpcPhase {
                start: 12.0,
                label: "1. tertial 2024: sykepleierstyrt fjerning av kateter etter to døgn".into(),
            },
            SpcPhase { start: 18.0, label: "2026: skanner på alle poster".into() },
        ],
        target: Some(&SpcTarget { label: "Mål".into(), steps: vec![(0.0, 12.0), (9.0, 10.0), (15.0, 9.0)] }),
        texts: texts(),
        layout,
        ..SpcChart::default()
    })
}
