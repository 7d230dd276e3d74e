//! The chart as a document: picture, sentences, method and table, as the report has them.

use std::path::Path;

use jiff::civil::Date;
use varde_chart::{Layout, SpcChart, spc_chart, spc_table};
use varde_kernel::{PrintColumn, PrintPart, PrintPicture, PrintTable, Printout};
use varde_spc::Spec;

use super::{Shown, advice, picture, report};

/// The document, bearing this day.
pub fn printout(shown: &Shown<'_>, spec: &Spec, date: Date) -> Printout {
    let say = shown.say;
    let mut sentences = report::sentences(shown).into_iter();
    let lead = sentences.next().unwrap_or_default();
    // The document has the question and the answer above the picture.
    let svg = picture::with(shown, spec, Layout::Wide, |chart| spc_chart(&SpcChart { show_title: false, ..*chart }));
    let mut parts = vec![PrintPart::Picture(PrintPicture { svg, alt: report::sentences(shown).join(" ") })];
    parts.extend(paragraph(&sentences.collect::<Vec<String>>()));
    parts.push(PrintPart::Heading(say.t("app-spc-print-signals")));
    let mut signals = report::signals(shown).into_iter();
    parts.extend(signals.next().map(PrintPart::Text));
    let signals: Vec<String> = signals.map(|line| line.trim_start().to_owned()).collect();
    parts.extend((!signals.is_empty()).then_some(PrintPart::List(signals)));
    parts.push(PrintPart::Heading(say.t("app-spc-print-table")));
    parts.push(PrintPart::Table(picture::with(shown, spec, Layout::Wide, table)));
    parts.push(PrintPart::Heading(say.t("app-spc-print-method")));
    parts.extend(paragraph(&report::how(shown)));
    parts.extend(paragraph(&report::runs(shown)));
    parts.extend(paragraph(&report::about_data(shown)));
    if let Some(advice) = shown.advice {
        parts.push(PrintPart::Text(say.t("app-spc-why")));
        parts.push(PrintPart::List(advice::words(say, advice)));
    }
    // What came through standard input has no name.
    let name = shown.args.file.as_deref().and_then(Path::file_name).filter(|name| *name != "-");
    let source = name.map(|name| varde_web::printed_from(say, date, &name.to_string_lossy()));
    Printout {
        title: shown.title.clone(),
        lead,
        parts,
        source: source.unwrap_or_else(|| say.date(date)),
        ..varde_web::printout(say, date)
    }
}

fn paragraph(sentences: &[String]) -> Option<PrintPart> {
    (!sentences.is_empty()).then(|| PrintPart::Text(sentences.join(" ")))
}

fn table(chart: &SpcChart<'_>) -> PrintTable {
    let drawn = spc_table(chart);
    let columns = drawn.columns.into_iter().map(|one| PrintColumn { heading: one.heading, numeric: one.numeric });
    PrintTable { columns: columns.collect(), rows: drawn.rows }
}
