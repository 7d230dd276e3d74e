//! The kinds of `varde spc --batch`.

mod chart;

use serde_json::{Value, json};

use crate::{Fields, Problem, Table, number};

/// What `varde spc --batch` computes.
pub const SPC: Table = Table { default: "spc", kinds: &[("spc", chart::compute), ("constants", constants)] };

/// Constants of control charts for subgroups of size `n`.
fn constants(input: &mut Fields<'_>) -> Result<Value, Problem> {
    let n = input.count("n")?;
    let Some(c) = varde_spc::constants(n) else {
        let words = format!("constants are known for sizes from 2 to {}", varde_spc::MAX_RANGE_SIZE);
        return Err(Problem::new("size", words));
    };
    Ok(json!({
        "n": n, "d2": c.d2, "d3": c.d3, "c4": c.c4, "A2": c.a2, "A3": c.a3, "B3": c.b3, "B4": c.b4, "B5": c.b5,
        "B6": c.b6, "D1": c.d1_limit, "D2": c.d2_limit, "D3": c.d3_limit, "D4": c.d4_limit, "E2": number(c.e2),
        "A": number(3.0 / f64::from(u32::try_from(n).unwrap_or(u32::MAX)).sqrt()),
    }))
}
