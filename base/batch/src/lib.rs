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
mod line;
mod scan;
mod spc;
mod stats;

use std::io::{self, BufRead, Write};

use serde_json::{Map, Value, json};

pub use fields::{Fields, Problem, number, numbers};
pub use funnel::FUNNEL;
pub use gtt::GTT;
pub use scan::{Found, Scan, ScanSeries, scan_series};
pub use spc::{SPC, advice_json, bernoulli_json, chart_json, ewma_json, pareto_json, risk_adjusted_json, tabular_json};

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
    let mut begun = false;
    let mut line = Vec::new();
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            writer.flush()?;
            return Ok(count);
        }
        let mut held = line.as_slice();
        if !std::mem::replace(&mut begun, true) {
            // Editors and spreadsheets put a mark of the byte order before the first line.
            held = held.strip_prefix(b"\xef\xbb\xbf").unwrap_or(held);
        }
        let (id, outcome) = match std::str::from_utf8(held) {
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => (line::id(text).unwrap_or("null"), outcome(table, text)),
            Err(_) => ("null", Err(Problem::new("utf8", "the line is not UTF-8"))),
        };
        count.lines += 1;
        count.errors += u64::from(outcome.is_err());
        let (name, held) = match &outcome {
            Ok(result) => ("result", result),
            Err(problem) => ("error", &written(problem)),
        };
        // The id goes out letter by letter as it came in.
        write!(writer, "{{\"id\":{id},\"{name}\":")?;
        serde_json::to_writer(&mut *writer, held)?;
        writer.write_all(b"}\n")?;
    }
}

/// Answers one line. An `id` that no number of a program holds is only kept to the letter by [`run`].
pub fn answer(table: &Table, line: &str) -> Value {
    let id = line::id(line).and_then(|id| serde_json::from_str(id).ok()).unwrap_or(Value::Null);
    match outcome(table, line) {
        Ok(result) => json!({ "id": id, "result": result }),
        Err(problem) => json!({ "id": id, "error": written(&problem) }),
    }
}

fn outcome(table: &Table, line: &str) -> Result<Value, Problem> {
    let request: Value = serde_json::from_str(line)
        .map_err(|error| Problem::new("json", format!("not a JSON object of numbers that can be held: {error}")))?;
    compute(table, &request)
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
    let held = ["input", "params"].into_iter().find(|name| object.contains_key(*name));
    let input = match held.and_then(|name| object.get(name)) {
        None => &own,
        Some(Value::Null) => &empty,
        Some(Value::Object(input)) => input,
        Some(_) => return Err(Problem::new("input", "\"input\" must be an object")),
    };
    let mut fields = Fields::new(input);
    let mut result = compute(&mut fields)?;
    // Nothing that was asked for is passed over in silence.
    let mut unknown = fields.unknown();
    if held.is_some() {
        unknown.extend(own.keys().filter(|name| held != Some(name.as_str())).cloned());
    }
    let mut noted = fields.warnings();
    noted.extend(unknown.into_iter().map(|name| json!({ "code": "unknown_field", "field": name })));
    if let (Value::Object(result), false) = (&mut result, noted.is_empty()) {
        let warnings = result.entry("warnings").or_insert_with(|| json!([]));
        if let Value::Array(warnings) = warnings {
            warnings.extend(noted);
        }
    }
    Ok(result)
}

fn written(problem: &Problem) -> Value {
    json!({ "code": problem.code, "message": problem.message })
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
    fn an_id_comes_back_to_the_letter_and_a_byte_order_mark_is_passed_over() {
        let input = "\u{feff}{\"id\": 123456789012345678901234567890, \"kind\": \"constants\", \"input\": {\"n\": 5}}\n\
            {\"id\":1e3,\"kind\":\"constants\",\"n\":5}\n\
            {\"id\":\"over\",\"input\":{\"y\":[1e400,1]}}\n\
            {\"input\":{\"id\":1,\"y\":[NaN,\"}\\\"\"]},\"id\": {\"a\": [1, 2]} }\n\
            {\"id\":\u{20}NaN}\n";
        let mut out = Vec::new();
        let count = run(&SPC, &mut input.as_bytes(), &mut out).unwrap();
        assert_eq!(count, Count { lines: 5, errors: 3 });
        let text = String::from_utf8(out).unwrap();
        let begins = [
            "{\"id\":123456789012345678901234567890,\"result\"",
            "{\"id\":1e3,\"result\"",
            "{\"id\":\"over\",\"error\"",
            "{\"id\":{\"a\": [1, 2]},\"error\"",
            "{\"id\":null,\"error\"",
        ];
        for (line, begins) in text.lines().zip(begins) {
            assert!(line.starts_with(begins), "{line}");
            assert!(serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line).is_ok(), "{line}");
        }
    }

    #[test]
    fn a_field_nobody_reads_is_told() {
        let answered = answer(&SPC, r#"{"id": 1, "kind": "constants", "input": {"n": 5, "m": 6}}"#);
        assert_eq!(answered["result"]["warnings"], json!([{ "code": "unknown_field", "field": "m" }]));
        let answered = answer(&SPC, r#"{"id": 1, "kind": "constants", "input": {"n": 5}, "n": 6}"#);
        assert_eq!(answered["result"]["warnings"], json!([{ "code": "unknown_field", "field": "n" }]));
    }
}
