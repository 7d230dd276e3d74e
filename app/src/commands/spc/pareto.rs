//! Causes by how often they occur, from a file.

use varde_batch::pareto_json;
use varde_chart as draw;
use varde_chart::{Layout, ParetoItem, pareto_table};
use varde_document::{Decimals, Row, Table};
use varde_spc::subgroup::{Share, pareto};
use varde_web::Say;

use super::super::table::{Faults, asked, columns, missing_words, note_words};
use super::super::{Failure, picture_and_report};
use super::args::Args;

/// More than this in one cell is no count of anything that people report.
const MOST: f64 = 1e9;

/// What report and picture are made of.
struct Told<'a> {
    args: &'a Args,
    say: &'a Say,
    title: String,
    counted: Vec<Share>,
    about: Vec<String>,
    n_rows: usize,
}

/// Counts the causes of the file and writes the chart as it is asked for.
pub fn run(args: &Args, say: &Say, table: &Table) -> Result<(), Failure> {
    let Some(x) = &args.x else { return Err(Failure::Asked(say.t("app-pareto-needs-x"))) };
    let [x] = columns(table, [x], say)?;
    let y = asked(table, args.y.as_deref(), say)?;
    let body: Vec<&Row> = table.rows.iter().skip(1).collect();
    let (mut faults, mut decimals, mut missing) = (Faults::new(table), Decimals::new(None), Vec::new());
    let mut causes: Vec<(String, usize)> = Vec::with_capacity(body.len());
    for row in &body {
        let cause = faults.text(row, &x);
        let count = match &y {
            None => Some(1),
            Some(y) => match faults.number(row, y, &mut decimals) {
                None => {
                    missing.push(row.line);
                    None
                }
                Some(count) if (0.0..=MOST).contains(&count) && count.fract() == 0.0 => {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
                    let count = count as usize;
                    Some(count)
                }
                Some(_) => {
                    faults.cell(row, y, "app-pareto-fault-count");
                    None
                }
            },
        };
        causes.extend(cause.zip(count));
    }
    faults.refuse(say)?;
    let counted = pareto(causes.iter().map(|(cause, count)| (cause.as_str(), *count)));
    if counted.last().is_none_or(|last| last.so_far == 0) {
        return Err(Failure::Asked(say.t("app-table-no-rows")));
    }
    let mut about: Vec<String> = missing_words(say, &missing).into_iter().collect();
    about.extend(table.notes.iter().map(|note| note_words(say, note)));
    let title = args.title.clone().unwrap_or_else(|| say.t("app-pareto-question"));
    let told = Told { args, say, title, counted, about, n_rows: body.len() };
    picture_and_report(
        args.svg.as_deref(),
        || told.with(draw::pareto),
        || if args.json { told.json() } else { told.text() },
    )
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

impl Told<'_> {
    /// The answer: the most frequent cause, and how few make up most.
    fn answer(&self) -> String {
        let total = self.counted.last().map_or(0, |last| last.so_far);
        let share = |count: usize| self.say.percent((100.0 * number(count) / number(total)).round());
        let Some(first) = self.counted.first() else { return String::new() };
        // As many as the picture has dark.
        let most = self.counted.iter().take_while(|one| number(one.so_far) < 0.8 * number(total)).count();
        let Some(last) = self.counted.get(most) else { return String::new() };
        self.say.with(
            "app-pareto-answer",
            &[
                ("first", first.name.as_str().into()),
                ("count", first.count.into()),
                ("total", total.into()),
                ("share", share(first.count).into()),
                ("n", (most + 1).into()),
                ("all", self.counted.len().into()),
                ("together", share(last.so_far).into()),
            ],
        )
    }

    /// Hands the chart to the renderer, or to the table behind it.
    fn with<T>(&self, then: impl FnOnce(&draw::Pareto<'_>) -> T) -> T {
        let say = self.say;
        let items: Vec<ParetoItem> =
            self.counted.iter().map(|one| ParetoItem { label: one.name.clone(), count: number(one.count) }).collect();
        let [together, rest, empty, rows] =
            ["app-pareto-together", "app-pareto-rest", "indicators-chart-empty", "app-pareto-rows"]
                .map(|key| say.t(key));
        let count = self.args.y.as_deref().unwrap_or(&rows);
        let answer = self.answer();
        then(&draw::Pareto {
            id: "varde-pareto",
            title: &self.title,
            answer: &answer,
            description: &answer,
            show_title: true,
            x_label: count,
            items: &items,
            count: &|value| say.value(value),
            share: &|value| say.percent((100.0 * value).round()),
            texts: draw::ParetoTexts {
                label: self.args.x.as_deref().unwrap_or_default(),
                count,
                together: &together,
                rest: &rest,
                no_values: &empty,
            },
            layout: Layout::Wide,
            colours: draw::Colours::Fixed,
            ..draw::Pareto::default()
        })
    }

    fn text(&self) -> String {
        let mut lines = vec![self.title.clone(), String::new(), self.answer()];
        if !self.about.is_empty() {
            lines.push(String::new());
            lines.extend(self.about.iter().cloned());
        }
        lines.push(String::new());
        // The table names every cause, also those that the picture puts together.
        lines.push(self.with(|chart| pareto_table(&draw::Pareto { most: usize::MAX, ..*chart }).text()));
        lines.join("\n")
    }

    fn json(&self) -> String {
        let mut whole = pareto_json(&self.counted);
        if let Some(fields) = whole.as_object_mut() {
            let columns = serde_json::json!({ "x": self.args.x, "y": self.args.y });
            fields.insert("chart".to_owned(), "pareto".into());
            fields.insert("title".to_owned(), self.title.as_str().into());
            fields.insert("summary".to_owned(), self.answer().into());
            fields.insert("columns".to_owned(), columns);
            fields.insert("rows".to_owned(), self.n_rows.into());
        }
        format!("{whole:#}")
    }
}
