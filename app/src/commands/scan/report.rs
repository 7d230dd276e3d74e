//! What a scan found, in words and as JSON.

use varde_batch::{Found, Scan};
use varde_chart::{Table, TableColumn};
use varde_indicators::sentence;
use varde_spc::Kind;
use varde_spc::scan::TooLittle;
use varde_web::{Arg, Say};

use super::super::table::{Scale, fraction_words, listed, missing_words, note_words, probability};
use super::rows::Rows;

/// The report.
pub fn text(say: &Say, rows: &Rows, scan: &Scan, fdr: f64) -> String {
    let (alerts, watched) = (scan.alerts(), scan.watched());
    let rate = say.percent(100.0 * fdr);
    let mut lines = vec![say.with("app-scan-question", &[("n", scan.count().into())]), String::new()];
    lines.push(say.with("app-scan-answer", &[("n", alerts.len().into()), ("rate", rate.clone().into())]));
    if !watched.is_empty() {
        lines.push(say.with("app-scan-answer-watch", &[("n", watched.len().into())]));
    }
    let lists = [
        (alerts, "indicators-scan-alerts", "app-scan-alerts-lead"),
        (watched, "indicators-scan-watch", "indicators-scan-watch-lead"),
    ];
    for (list, heading, lead) in lists {
        if !list.is_empty() {
            let heading = format!("{} ({})", say.t(heading), list.len());
            let lead = say.with(lead, &[("rate", rate.clone().into())]);
            lines.extend([String::new(), heading, lead, String::new()]);
            lines.push(table(say, rows, &list).text().trim_end().to_owned());
        }
    }
    let little = little(say, scan);
    if !little.is_empty() {
        lines.extend([String::new(), say.with("indicators-scan-short", &[("n", scan.too_little().len().into())])]);
        lines.extend(little);
    }
    let mut about: Vec<String> = missing_words(say, &rows.missing).into_iter().collect();
    about.extend(fraction_words(say, &rows.fractions));
    about.extend(rows.notes.iter().map(|note| note_words(say, note)));
    if !about.is_empty() {
        lines.push(String::new());
        lines.extend(about);
    }
    lines.join("\n")
}

/// One row a series: the level before and after, since when, and what that has come to.
fn table(say: &Say, rows: &Rows, list: &[Found<'_>]) -> Table {
    let column = |key: &str, numeric: bool| TableColumn { heading: say.t(key), numeric };
    Table {
        columns: vec![
            column("indicators-list-name", false),
            column("web-unit", false),
            column("app-scan-before", true),
            column("app-scan-after", true),
            column("app-scan-since", false),
            column("indicators-scan-excess", true),
            column("indicators-scan-chance", true),
        ],
        rows: list.iter().map(|found| row(say, rows, found)).collect(),
    }
}

fn row(say: &Say, rows: &Rows, found: &Found<'_>) -> Vec<String> {
    let evidence = found.evidence;
    let is_share = found.kind == Kind::P;
    let shown = |value: f64| if is_share { 100.0 * value } else { value };
    let [before, after] = [evidence.before, evidence.after].map(shown);
    let scale = Scale::new([before, after].into_iter().filter(|level| level.is_finite()), is_share);
    let level = |value: f64| if value.is_finite() { scale.value(say, value) } else { "–".to_owned() };
    let since = evidence.at.and_then(|at| rows.period(say, found.indicator, at));
    let unit = if found.pooled == 0 {
        found.unit.to_owned()
    } else {
        format!("{} ({})", found.unit, say.with("indicators-scan-pooled", &[("n", found.pooled.into())]))
    };
    let counted = found.kind.counts() && found.kind != Kind::G;
    let size = sentence::about(evidence.excess.abs());
    let size = say.value(if counted { size.round() } else { size });
    let key = if 0.0 <= evidence.excess { "indicators-scan-more" } else { "indicators-scan-fewer" };
    vec![
        found.indicator.to_owned(),
        unit,
        level(before),
        level(after),
        since.unwrap_or_default(),
        say.with(key, &[("n", size.into())]),
        probability(say, evidence.p_value),
    ]
}

/// Which series cannot be judged, by why.
fn little(say: &Say, scan: &Scan) -> Vec<String> {
    let little = scan.too_little();
    let reasons = [
        (TooLittle::Points, "app-scan-little-points"),
        (TooLittle::Events, "app-scan-little-events"),
        (TooLittle::Constant, "app-scan-little-constant"),
        (TooLittle::Data, "app-scan-little-data"),
    ];
    let told = reasons.into_iter().filter_map(|(reason, key)| {
        let names: Vec<String> = little
            .iter()
            .filter(|(_, _, own)| *own == reason)
            .map(|(indicator, unit, _)| format!("{indicator} ({unit})"))
            .collect();
        let args = [("n", Arg::from(names.len())), ("names", listed(say, names.iter().cloned()).into())];
        (!names.is_empty()).then(|| format!("  {}", say.with(key, &args)))
    });
    told.collect()
}

/// The scan with full numbers, and with what the report says first.
pub fn json(say: &Say, rows: &Rows, scan: &Scan) -> String {
    let mut whole = scan.json(&|indicator, place| rows.period(say, indicator, place));
    if let Some(fields) = whole.as_object_mut() {
        fields.insert("rows".to_owned(), rows.n_read.into());
        fields.insert("missing_lines".to_owned(), serde_json::json!(rows.missing));
        fields.insert("fraction_lines".to_owned(), serde_json::json!(rows.fractions));
    }
    format!("{whole:#}")
}
