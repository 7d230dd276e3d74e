//! The status as a document: the same content as the other formats.

use varde_kernel::{PrintPart, PrintTable, Printout, UnitTree};
use varde_measures::progress_text;
use varde_web::Say;

use super::{MeasureLine, PlanStatus, owners_text, row, unfollowed_text};
use crate::store::standing::Standing;
use crate::views::{spread as spread_words, words};

/// The document, on paper that already tells where it comes from.
pub fn printout(status: &PlanStatus, tree: &UnitTree, say: &Say, paper: Printout) -> Printout {
    let plan = &status.plan;
    let (overall, goals): (Vec<&Standing>, Vec<&Standing>) =
        status.goals.iter().partition(|standing| standing.goal.overall);
    let mut parts = Vec::new();
    if !overall.is_empty() {
        let names = overall.iter().map(|standing| say.words(&standing.goal.name).to_owned());
        parts.push(PrintPart::Heading(say.t("plans-overall-title")));
        parts.push(PrintPart::List(names.collect()));
    }
    if !goals.is_empty() {
        parts.push(PrintPart::Heading(say.t("plans-column-goals")));
        parts.push(PrintPart::Table(goal_table(say, &goals)));
    }
    if !status.measures.is_empty() {
        parts.push(PrintPart::Heading(say.t("plans-tab-measures")));
        parts.extend(unfollowed_text(status, say).map(PrintPart::Text));
        parts.push(PrintPart::Table(measure_table(say, tree, status)));
    }
    let facts = [
        ("plans-field-state", say.t(words::stands_key(status.stands()))),
        ("plans-field-period", words::period_text(say, plan.said.from, plan.said.to)),
        ("plans-field-owners", owners_text(status, tree, say)),
    ];
    Printout {
        above: say.t(words::kind_key(plan.kind)),
        title: say.words(&plan.said.name).to_owned(),
        lead: format!(
            "{}. {}",
            say.with("plans-status-as-of", &[("date", say.date(status.as_of).into())]),
            words::tally_text(say, &status.tally)
        ),
        facts: facts.into_iter().map(|(key, fact)| (say.t(key), fact)).collect(),
        parts,
        ..paper
    }
}

fn goal_table(say: &Say, goals: &[&Standing]) -> PrintTable {
    let rows = goals.iter().map(|standing| {
        let row = row(say, standing);
        let name = format!("{} {}", row.code, row.name);
        let mut stands = format!("{}\n{}", row.state, row.stands);
        let mut target = row.target;
        if let Some(spread) = &standing.spread {
            let title = say.t("plans-spread-title");
            target = format!("{target}\n{title}: {}", spread_words::target_text(say, &spread.target));
            let state = say.t(words::state_key(spread.judgement.state));
            stands = format!("{stands}\n{title}: {state}. {}", spread_words::stand_text(say, standing, spread));
        }
        let goal = if row.source.is_empty() { name } else { format!("{name}\n{}", row.source) };
        vec![goal.trim_start().to_owned(), stands, row.value, target, row.baseline]
    });
    let heads = [
        "plans-column-goal",
        "plans-column-state",
        "plans-column-value",
        "plans-column-target",
        "plans-column-baseline",
    ];
    PrintTable::of_texts(heads.map(|key| say.t(key)), rows.collect())
}

fn measure_table(say: &Say, tree: &UnitTree, status: &PlanStatus) -> PrintTable {
    let row = |measure: &MeasureLine| {
        let title = say.words(&measure.title);
        let mut owed = vec![words::unit_name(say, tree, measure.unit)];
        owed.extend(words::responsible(say, measure).map(str::to_owned));
        let mut aims: Vec<String> = words::goals_of(status, measure)
            .iter()
            .map(|goal| {
                let state = say.t(words::state_key(goal.judgement.state));
                format!("{}: {state}. {}", say.words(&goal.goal.name), words::value_text(say, goal))
            })
            .collect();
        aims.extend(
            measure
                .effect
                .as_ref()
                .map(|effect| format!("{}: {}", say.words(&effect.indicator.name), words::effect_text(say, effect))),
        );
        let mut stands = vec![say.t(varde_measures::state_key(measure.state)), progress_text(say, &measure.progress)];
        if let Some(told) = &measure.told {
            stands.push(format!("{}: {}", say.t("plans-last-round"), words::told_text(say, told)));
            stands.extend(told.answers.iter().map(|answer| words::answer_text(say, answer)));
        }
        vec![
            measure.number.map_or_else(|| title.to_owned(), |number| format!("{number}. {title}")),
            stands.join("\n"),
            owed.join("\n"),
            aims.join("\n"),
        ]
    };
    let heads = ["plans-column-measure", "plans-field-state", "plans-column-responsible", "plans-column-goal"]
        .map(|key| say.t(key));
    PrintTable::of_texts(heads, status.measures.iter().map(row).collect())
}
