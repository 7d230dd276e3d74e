//! Many computations at once: JSON Lines in, JSON Lines out.
//!
//! Registries and statisticians ask for thousands of charts, intervals and tests in one go. Every line
//! is an object `{"id": …, "kind": "…", "input": {…}}` (the fields may also stand beside `id`) and is answered by one line, in the same order and
//! with the same `id`: `{"id": …, "result": {…}}`, or `{"id": …, "error": {"code": "…", "message": "…"}}`
//! when it cannot be computed. A bad line never stops those after it. There is no database and no
//! network here; `docs/methods/batch.md` tells every field.
//!
//! A command has a [`Table`] of kinds. To add a kind, write a [`Compute`] in a file of its own and name
//! it in the table of its command:
//!
//! ```
//! use varde_batch::{Fields, Problem, Table, answer};
//! use serde_json::{Value, json};
//!
//! fn double(input: &mut Fields<'_>) -> Result<Value, Problem> {
//!     Ok(json!({ "twice": 2.0 * input.number("x")? }))
//! }
//!
//! let table = Table { default: "double", kinds: &[("double", double)] };
//! assert_eq!(answer(&table, r#"{"id": 7, "input": {"x": 1.5}}"#), json!({"id": 7, "result": {"twice": 3.0}}));
//! ```

mod fields;
mod funnel;
mod gtt;
mod scan;
mod spc;
mod stats;

use std::io::{self, BufRead, Write};

use serde_json::{Map, Value, json};

pub use fields::{Fields, Problem, number, numbers};
pub use funnel::FUNNEL;
pub use gtt::GTT;
pub use scan::{Scan, scan_csv};
pub use spc::SPC;

/// Computes one kind: fields in, an object out.
pub type Compute = fn(&mut Fields<'_>) -> Result<Value, Problem>;

/// The kinds a command knows.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// The kind of a line that names none.
    pub default: &'static str,
    /// Names and what computes them.
    pub kinds: &'static [(&'static str, Compute)],
}

/// How a run went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Lines that were answered; empty lines are passed over.
    pub lines: u64,
    /// Those of them answered with an error.
    pub errors: u64,
}

/// Answers every line of `reader` on `writer`, one at a time.
///
/// # Errors
/// Only when reading or writing fails.
pub fn run(table: &Table, reader: &mut dyn BufRead, writer: &mut dyn Write) -> io::Result<Count> {
    let mut count = Count::default();
    let mut line = Vec::new();
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            writer.flush()?;
            return Ok(count);
        }
        let answered = match std::str::from_utf8(&line) {
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => answer(table, text),
            Err(_) => failed(&Value::Null, &Problem::new("utf8", "the line is not UTF-8")),
        };
        count.lines += 1;
        count.errors += u64::from(answered.get("error").is_some());
        serde_json::to_writer(&mut *writer, &answered)?;
        writer.write_all(b"\n")?;
    }
}

/// Answers one line.
pub fn answer(table: &Table, line: &str) -> Value {
    let request: Value = match serde_json::from_str(line) {
        Ok(request) => request,
        Err(error) => return failed(&Value::Null, &Problem::new("json", format!("not a JSON object: {error}"))),
    };
    let id = request.get("id").cloned().unwrap_or(Value::Null);
    match compute(table, &request) {
        Ok(result) => json!({ "id": id, "result": result }),
        Err(problem) => failed(&id, &problem),
    }
}

fn compute(table: &Table, request: &Value) -> Result<Value, Problem> {
    let Value::Object(object) = request else {
        return Err(Problem::new("json", "a line must be a JSON object"));
    };
    let kind = match object.get("kind") {
        None | Some(Value::Null) => table.default,
        Some(Value::String(name)) => name,
        Some(_) => return Err(Problem::new("kind", "\"kind\" must be a text")),
    };
    let Some((_, compute)) = table.kinds.iter().find(|(name, _)| *name == kind) else {
        let known: Vec<&str> = table.kinds.iter().map(|(name, _)| *name).collect();
        return Err(Problem::new("kind", format!("unknown kind {kind:?}; known are {}", known.join(", "))));
    };
    // A short line may hold its fields itself.
    let own: Map<String, Value> = object
        .iter()
        .filter(|(name, _)| !["id", "kind"].contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let empty = Map::new();
    let input = match object.get("input").or_else(|| object.get("params")) {
        None => &own,
        Some(Value::Null) => &empty,
        Some(Value::Object(input)) => input,
        Some(_) => return Err(Problem::new("input", "\"input\" must be an object")),
    };
    let mut fields = Fields::new(input);
    let mut result = compute(&mut fields)?;
    // Nothing that was asked for is passed over in silence.
    let unknown = fields.unknown();
    if let (Value::Object(result), false) = (&mut result, unknown.is_empty()) {
        let warnings = result.entry("warnings").or_insert_with(|| json!([]));
        if let Value::Array(warnings) = warnings {
            warnings.extend(unknown.into_iter().map(|name| json!({ "code": "unknown_field", "field": name })));
        }
    }
    Ok(result)
}

fn failed(id: &Value, problem: &Problem) -> Value {
    json!({ "id": id, "error": { "code": problem.code, "message": problem.message } })
}

#[cfg(test)]
mod tests {
    use super::{Count, SPC, answer, run};
    use serde_json::json;

    #[test]
    fn bad_lines_are_answered_in_place() {
        let input: &[u8] = b"{\"id\": 1, \"input\": {\"chart\": \"run\", \"y\": [1, 2, 3]}}\n\nnot json\n\xff\n{\"id\": \"b\", \"kind\": \"nothing\"}\n[1]\n{\"id\": 2, \"input\": 3}\n{\"id\": 3, \"kind\": \"constants\", \"input\": {\"n\": 5}}";
        let mut out = Vec::new();
        let count = run(&SPC, &mut &input[..], &mut out).unwrap();
        assert_eq!(count, Count { lines: 7, errors: 5 });
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let codes: Vec<&str> = lines.iter().map(|l| l["error"]["code"].as_str().unwrap_or("-")).collect();
        assert_eq!(codes, ["-", "json", "utf8", "kind", "json", "input", "-"]);
        assert_eq!((&lines[0]["id"], &lines[3]["id"], &lines[6]["id"]), (&json!(1), &json!("b"), &json!(3)));
    }

    #[test]
    fn a_field_nobody_reads_is_told() {
        let answered = answer(&SPC, r#"{"id": 1, "kind": "constants", "input": {"n": 5, "m": 6}}"#);
        assert_eq!(answered["result"]["warnings"], json!([{ "code": "unknown_field", "field": "m" }]));
    }
}
