//! Rehearsing a change of the law: what last year's events would have led to.

use std::collections::BTreeMap;

use super::{Facts, Force, Judgement, Recipient, RuleSet, judge};

/// What one recipient would have got, in numbers of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Events with a duty towards it by the former rules.
    pub n_before: usize,
    /// Events with a duty towards it by the later rules.
    pub n_after: usize,
    /// Events that it would be told of now and was not before.
    pub n_gained: usize,
    /// Events that it was told of and would not be now.
    pub n_lost: usize,
    /// Events of which too little is known, by the former rules.
    pub n_open_before: usize,
    /// Events of which too little is known, by the later rules.
    pub n_open_after: usize,
}

/// What a change of rules would have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// How many events were run.
    pub n_events: usize,
    /// Of how many at least one recipient has another outcome.
    pub n_changed: usize,
    /// Every recipient that either set has a duty towards.
    pub by_recipient: BTreeMap<Recipient, Difference>,
}

/// Runs events through two sets of rules, whatever day either comes into force, and counts what would be otherwise
/// for each recipient. An event counts once for a recipient, however many rules name it. Only duties count; rights
/// are left out. Before a rule is decided on it only proposes, so these are proposals and not what people decided.
pub fn rehearse(events: &[Facts], from_rules: &RuleSet, to_rules: &RuleSet) -> Rehearsal {
    let mut rehearsal = Rehearsal { n_events: events.len(), ..Rehearsal::default() };
    for rule in from_rules.rules.iter().chain(&to_rules.rules).filter(|rule| rule.force == Force::Duty) {
        for recipient in &rule.recipients {
            rehearsal.by_recipient.entry(*recipient).or_default();
        }
    }
    for event in events {
        let (before, after) = (told(event, from_rules), told(event, to_rules));
        let mut is_changed = false;
        for (recipient, difference) in &mut rehearsal.by_recipient {
            let outcome =
                |told: &BTreeMap<Recipient, Judgement>| told.get(recipient).copied().unwrap_or(Judgement::DoesNotApply);
            let (before, after) = (outcome(&before), outcome(&after));
            let (was, is) = (before == Judgement::Applies, after == Judgement::Applies);
            difference.n_before += usize::from(was);
            difference.n_after += usize::from(is);
            difference.n_gained += usize::from(is && !was);
            difference.n_lost += usize::from(was && !is);
            difference.n_open_before += usize::from(before == Judgement::MayApply);
            difference.n_open_after += usize::from(after == Judgement::MayApply);
            is_changed |= before != after;
        }
        rehearsal.n_changed += usize::from(is_changed);
    }
    rehearsal
}

/// The weightiest outcome for each recipient.
fn told(event: &Facts, rules: &RuleSet) -> BTreeMap<Recipient, Judgement> {
    let mut told = BTreeMap::new();
    for rule in rules.rules.iter().filter(|rule| rule.force == Force::Duty) {
        let outcome = judge(rule, event).judgement();
        for recipient in &rule.recipients {
            told.entry(*recipient).and_modify(|most: &mut Judgement| *most = outcome.max(*most)).or_insert(outcome);
        }
    }
    told
}
