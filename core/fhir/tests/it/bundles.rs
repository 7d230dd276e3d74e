//! Pages of a search, collections, outcomes and lines.

use serde_json::json;
use varde_fhir::{
    AdverseEvent, Bundle, Communication, OperationOutcome, Page, Problem, Reference, Wrong, line, read, write,
};

use super::{incident, near_miss};

const ADDRESS: &str = "https://example.org/fhir/AdverseEvent";

/// The links of a page as `relation offset`, in order.
#[track_caller]
fn check_links(n_total: u64, n_before: u64, n_each: u64, links: &[&str]) {
    let page = Page { address: ADDRESS, n_total, n_before, n_each };
    let bundle = Bundle::searchset(&page, Vec::new());
    let beginning = format!("{ADDRESS}?_count={n_each}&_offset=");
    let found: Vec<String> = bundle
        .link
        .iter()
        .map(|link| {
            let offset = link.url.as_deref().unwrap().strip_prefix(&beginning).unwrap();
            format!("{} {offset}", link.relation.as_deref().unwrap())
        })
        .collect();
    assert_eq!(found, links);
    assert_eq!(bundle.total, Some(n_total));
}

#[test]
fn a_page_leads_to_its_neighbours() {
    check_links(0, 0, 20, &["self 0"]);
    check_links(20, 0, 20, &["self 0", "first 0", "last 0"]);
    check_links(21, 0, 20, &["self 0", "first 0", "next 20", "last 20"]);
    check_links(45, 20, 20, &["self 20", "first 0", "previous 0", "next 40", "last 40"]);
    check_links(45, 40, 20, &["self 40", "first 0", "previous 20", "last 40"]);
    check_links(45, 5, 20, &["self 5", "first 0", "previous 0", "next 25", "last 40"]);
    check_links(45, 900, 20, &["self 900", "first 0", "previous 880", "last 40"]);
    check_links(45, 0, 0, &["self 0"]);
    check_links(
        u64::MAX,
        u64::MAX,
        2,
        &["self 18446744073709551615", "first 0", "previous 18446744073709551613", "last 18446744073709551614"],
    );
}

#[test]
fn what_was_asked_for_stays_in_the_links() {
    let page = Page { address: "https://example.org/fhir/Task?status=requested", n_total: 3, n_before: 0, n_each: 2 };
    let bundle = Bundle::searchset(&page, Vec::new());
    assert_eq!(bundle.page("next"), Some("https://example.org/fhir/Task?status=requested&_count=2&_offset=2"));
}

#[test]
fn a_search_says_why_it_has_found_something_and_a_collection_does_not() {
    let resource = write(&near_miss()).unwrap();
    let page = Page { address: ADDRESS, n_total: 1, n_before: 0, n_each: 20 };
    let found = Bundle::searchset(&page, vec![(format!("{ADDRESS}/n1"), resource.clone())]);
    let written = write(&found).unwrap();
    assert_eq!(
        written["entry"],
        json!([{"fullUrl": format!("{ADDRESS}/n1"), "resource": resource, "search": {"mode": "match"}}])
    );
    let together = write(&Bundle::collection(vec![(None, resource.clone())])).unwrap();
    assert_eq!(together, json!({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": resource}]}));
}

#[test]
fn an_outcome_tells_every_problem_with_its_place() {
    let problems = read::<AdverseEvent>(br#"{"resourceType": "AdverseEvent", "actuality": "x"}"#).unwrap_err();
    let outcome = write(&OperationOutcome::refusing(&problems)).unwrap();
    assert_eq!(
        outcome,
        json!({"resourceType": "OperationOutcome", "issue": [
            {"severity": "error", "code": "code-invalid", "expression": ["AdverseEvent.actuality"],
                "diagnostics": "AdverseEvent.actuality: is not one of actual, potential"},
            {"severity": "error", "code": "required", "expression": ["AdverseEvent.subject"],
                "diagnostics": "AdverseEvent.subject: is missing"},
        ]})
    );
    let problem = Problem { path: String::new(), wrong: Wrong::NotJson(3) };
    let outcome = write(&OperationOutcome::refusing(&[problem])).unwrap();
    assert_eq!(
        outcome["issue"],
        json!([{"severity": "fatal", "code": "structure", "diagnostics": "no JSON from line 3 on"}])
    );
    let outcome = write(&OperationOutcome::of("warning", "business-rule", "already there")).unwrap();
    assert_eq!(outcome["issue"][0]["details"]["text"], "already there");
}

#[test]
fn a_line_is_one_line() {
    let event = incident().described("first\nsecond\r\n\u{2028}third");
    let text = line(&event).unwrap();
    assert_eq!(text.matches(['\n', '\r']).count(), 1);
    assert!(text.ends_with("}\n"));
    assert_eq!(read::<AdverseEvent>(text.as_bytes()).unwrap(), event);
    assert!(line(&AdverseEvent::default()).is_err());
}

#[test]
fn a_nameless_reporter_sends_nothing_of_themselves() {
    let message = Communication::of(Reference::to("AdverseEvent/e1"), "2026-11-05T07:08:09Z", "Takk for svaret.");
    let written = write(&message.from_reporter()).unwrap();
    assert_eq!(written["contained"], json!([{"resourceType": "Device", "id": "reporter-token"}]));
    assert_eq!(written["sender"], json!({"reference": "#reporter-token"}));
    assert_eq!(written["payload"], json!([{"contentString": "Takk for svaret."}]));
}
