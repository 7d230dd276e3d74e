//! The kinds of `varde spc --batch`.

mod chart;
mod levels;
mod mdc;
mod small;
mod sums;

use crate::{Table, stats};

pub use chart::chart_json;
pub use levels::advice_json;
pub use small::pareto_json;
pub use sums::{bernoulli_json, ewma_json, risk_adjusted_json, tabular_json};

/// What `varde spc --batch` computes.
pub const SPC: Table = Table {
    default: "spc",
    kinds: &[
        ("spc", chart::compute),
        ("mdc", mdc::compute),
        ("exact_limits", small::exact),
        ("subgroup", small::subgroup),
        ("ewma", sums::ewma),
        ("cusum", sums::tabular),
        ("rules", small::rules),
        ("bernoulli_cusum", sums::bernoulli),
        ("ra_cusum", sums::risk_adjusted),
        ("pareto", small::pareto),
        ("segmentation", levels::segmentation),
        ("rebase", levels::rebase),
        ("advise", levels::advise),
        ("constants", small::constants),
        ("ci_proportion", stats::ci_proportion),
        ("ci_rate", stats::ci_rate),
        ("multiplicity", stats::multiplicity),
    ],
};
