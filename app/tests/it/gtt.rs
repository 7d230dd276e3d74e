//! `varde gtt estimate` on the real program, without a database.

use serde_json::Value;

use crate::house::{refused, said, varde};

#[test]
fn lines_are_answered_in_their_order_and_a_bad_one_stops_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = "{\"id\":1,\"input\":{\"teams\":[{\"n\":240,\"x\":34,\"stays\":12000},{\"n\":240,\"x\":26,\"stays\":30000}],\"resamples\":500,\"seed\":1}}\n\
                 {\"id\":2,\"input\":{\"table\":[[30,10],[8,192]]}}\n\
                 {\"id\":3,\"input\":{\"teams\":[{\"n\":10,\"x\":40,\"stays\":100}]}}\nno line\n";
    let told = said(folder.path(), &["gtt", "estimate", "--batch", "-"], input);
    let lines: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 4, "{told}");
    // Teams weigh by their stays.
    let p = (12_000.0 * 34.0 / 240.0 + 30_000.0 * 26.0 / 240.0) / 42_000.0;
    assert!((lines[0]["result"]["p"].as_f64().expect("a share") - p).abs() < 1e-12, "{told}");
    let interval = &lines[0]["result"]["bootstrap"];
    assert!(interval[0].as_f64() < Some(p) && Some(p) < interval[1].as_f64(), "{told}");
    // Kappa of the table: (222/240 - pe) / (1 - pe), pe = (40*38 + 200*202) / 240².
    let pe = (40.0 * 38.0 + 200.0 * 202.0) / (240.0 * 240.0);
    let kappa = (222.0 / 240.0 - pe) / (1.0 - pe);
    assert!((lines[1]["result"]["kappa"].as_f64().expect("kappa") - kappa).abs() < 1e-12, "{told}");
    assert_eq!((lines[2]["error"]["code"].as_str(), lines[3]["error"]["code"].as_str()), (Some("teams"), Some("json")));
    assert_eq!(said(folder.path(), &["gtt", "estimate", "--batch", "-"], input), told, "the same seed, the same bytes");
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(refused(folder.path(), &["gtt", "estimate", "--batch", "none.jsonl"]).contains("none.jsonl"));
    assert_eq!(varde(folder.path(), &["gtt", "estimate"], "").status.code(), Some(2), "a file must be named");
    let help = said(folder.path(), &["gtt", "estimate", "--help"], "");
    assert!(help.contains("docs/methods/gtt-estimate.md") && help.contains("\"teams\""), "{help}");
}
