//! Bundles and outcomes, as a server answers with them.

use serde_json::Value;

use crate::problem::{Problem, Wrong};
use crate::types::{Bundle, CodeableConcept, Entry, Issue, Link, OperationOutcome, Search};

/// Which part of what a search has found is on this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page<'a> {
    /// The address that was asked, with what was asked for but without the page.
    pub address: &'a str,
    /// How many were found in all.
    pub n_total: u64,
    /// How many come before this page.
    pub n_before: u64,
    /// How many a page has at most; with 0 there is the total alone, and no page to go to.
    pub n_each: u64,
}

impl Page<'_> {
    fn links(&self) -> Vec<Link> {
        let (each, before) = (self.n_each, self.n_before);
        let mut links = vec![self.link("self", before)];
        if each == 0 || self.n_total == 0 {
            return links;
        }
        links.push(self.link("first", 0));
        if 0 < before {
            links.push(self.link("previous", before.saturating_sub(each)));
        }
        if before.saturating_add(each) < self.n_total {
            links.push(self.link("next", before + each));
        }
        links.push(self.link("last", (self.n_total - 1) / each * each));
        links
    }

    fn link(&self, relation: &str, before: u64) -> Link {
        let joint = if self.address.contains('?') { '&' } else { '?' };
        let url = format!("{}{joint}_count={}&_offset={before}", self.address, self.n_each);
        Link { relation: Some(relation.to_owned()), url: Some(url), ..Link::default() }
    }
}

impl Bundle {
    /// Resources that somebody has put together, each with its address when it has one.
    pub fn collection(resources: Vec<(Option<String>, Value)>) -> Self {
        let entry = resources.into_iter().map(|(full_url, resource)| Entry {
            full_url,
            resource: Some(resource),
            ..Entry::default()
        });
        Self { entry: entry.collect(), ..Self::sort("collection") }
    }

    /// One page of what a search has found, each resource with its address.
    ///
    /// The links are the address with `_count` and `_offset` behind; to a client, they are words without meaning.
    pub fn searchset(page: &Page<'_>, found: Vec<(String, Value)>) -> Self {
        let search = Search { mode: Some("match".to_owned()), ..Search::default() };
        let entry = found.into_iter().map(|(full_url, resource)| Entry {
            full_url: Some(full_url),
            resource: Some(resource),
            search: Some(search.clone()),
            ..Entry::default()
        });
        Self { total: Some(page.n_total), link: page.links(), entry: entry.collect(), ..Self::sort("searchset") }
    }

    fn sort(sort: &str) -> Self {
        Self { resource_type: "Bundle".to_owned(), r#type: Some(sort.to_owned()), ..Self::default() }
    }

    /// Where the page of this relation is, such as `next`.
    pub fn page(&self, relation: &str) -> Option<&str> {
        self.link.iter().find(|link| link.relation.as_deref() == Some(relation))?.url.as_deref()
    }
}

impl OperationOutcome {
    /// One thing that went well or wrong: how bad (`fatal`, `error`, `warning` or `information`), of which type of
    /// R4's issues, in words.
    pub fn of(severity: &str, code: &str, words: &str) -> Self {
        Self::with(vec![Issue {
            severity: Some(severity.to_owned()),
            code: Some(code.to_owned()),
            details: Some(CodeableConcept::words(words)),
            ..Issue::default()
        }])
    }

    /// Everything that is wrong with what was sent.
    pub fn refusing(problems: &[Problem]) -> Self {
        Self::with(problems.iter().map(issue).collect())
    }

    fn with(issue: Vec<Issue>) -> Self {
        Self { resource_type: "OperationOutcome".to_owned(), issue, ..Self::default() }
    }
}

fn issue(problem: &Problem) -> Issue {
    let severity = if matches!(problem.wrong, Wrong::NotJson(_)) { "fatal" } else { "error" };
    Issue {
        severity: Some(severity.to_owned()),
        code: Some(problem.wrong.issue_code().to_owned()),
        diagnostics: Some(problem.to_string()),
        expression: Some(problem.path.clone()).filter(|path| !path.is_empty()).into_iter().collect(),
        ..Issue::default()
    }
}
