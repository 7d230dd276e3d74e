//! The kind `mdc`: individual values by the rules of "making data count".

use serde_json::{Value, json};
use varde_spc::Way;
use varde_spc::mdc::{Assurance, Better, Cause, Meaning, Options, assess};

use super::chart::out_of_range;
use crate::{Fields, Problem, numbers};

/// Judges the series.
pub fn compute(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let y = input.column("y")?;
    let firsts = input.counts("rebase_at")?.unwrap_or_default();
    for first in &firsts {
        out_of_range(input, "rebase_at", *first, y.len());
    }
    let options = Options {
        better: match input.maybe_text("improvement_direction")?.unwrap_or("increase") {
            "increase" => Better::Higher,
            "decrease" => Better::Lower,
            "neutral" => Better::Neither,
            _ => {
                let words = "\"improvement_direction\" must be one of increase, decrease, neutral";
                return Err(Problem::new("field", words));
            }
        },
        target: input.maybe_number("target")?,
        rebase_at: firsts.iter().filter_map(|at| at.checked_sub(1)).collect(),
        fix_after: input.maybe_count("fix_after_n_points")?,
        screen_outliers: input.maybe_flag("screen_outliers")?.unwrap_or(true),
    };
    let assessed = assess(&y, &options).map_err(|error| Problem::new(error.code(), error.to_string()))?;
    let points = &assessed.points;
    Ok(json!({
        "y": numbers(points.iter().map(|p| p.y)),
        "mean": numbers(points.iter().map(|p| p.mean)),
        "lpl": numbers(points.iter().map(|p| p.lower)),
        "upl": numbers(points.iter().map(|p| p.upper)),
        "rebase_group": points.iter().map(|p| p.group).collect::<Vec<_>>(),
        "outside_limits": points.iter().map(|p| p.outside).collect::<Vec<_>>(),
        "relative_to_mean": points.iter().map(|p| p.side).collect::<Vec<_>>(),
        "close_to_limits": points.iter().map(|p| p.near).collect::<Vec<_>>(),
        "special_cause_type": points.iter().map(|p| cause(p.cause)).collect::<Vec<_>>(),
        "point_type": points.iter().map(|p| meaning(p.meaning)).collect::<Vec<_>>(),
        "short_group_warning": points.iter().map(|p| p.short_group).collect::<Vec<_>>(),
        "variation_icon": assessed.variation.map(meaning),
        "assurance_icon": assessed.assurance.map(assurance),
        "rules": "mdc-1",
    }))
}

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Common => "Common Cause",
        Cause::Outside(Way::Up) => "Above UCL",
        Cause::Outside(Way::Down) => "Below LCL",
        Cause::Trend(Way::Up) => "7 Point Trend (Increasing)",
        Cause::Trend(Way::Down) => "7 Point Trend (Decreasing)",
        Cause::NearLimit(Way::Up) => "2 in 3 Above CL",
        Cause::NearLimit(Way::Down) => "2 in 3 Below CL",
        Cause::OneSide(Way::Up) => "7 Points Above CL",
        Cause::OneSide(Way::Down) => "7 Points Below CL",
    }
}

fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Common => "common_cause",
        Meaning::Improvement => "special_cause_improvement",
        Meaning::Concern => "special_cause_concern",
        Meaning::NeutralHigh => "special_cause_neutral_high",
        Meaning::NeutralLow => "special_cause_neutral_low",
    }
}

fn assurance(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::Pass => "consistent_pass",
        Assurance::Fail => "consistent_fail",
        Assurance::HitAndMiss => "inconsistent",
    }
}
