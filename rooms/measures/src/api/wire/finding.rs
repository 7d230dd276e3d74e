//! Findings over the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Pairs, Text};
use crate::model;

/// Something that a finding rests on.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EvidenceBody {
    /// `observation`, `series`, `report`, `review`, `survey`, `risk`, `audit` or `document`.
    pub kind: String,
    /// What it says.
    pub text: String,
    /// Where it can be read: a place in Varde, or an https address.
    #[serde(default)]
    pub href: Option<String>,
    /// The thing itself, when Varde holds it.
    #[serde(default)]
    pub thing_id: Option<String>,
}

/// What a finding says, as it is sent in and given out.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub(crate) struct FindingBody {
    /// What was found, in a line.
    pub title: Text,
    /// What it means.
    #[serde(default)]
    pub judgement: String,
    /// The period it concerns (`2026`, `2026-T1`, `2026-05` …).
    #[serde(default)]
    pub period: Option<String>,
    /// Whether nothing more is to be done about it.
    #[serde(default)]
    pub closed: bool,
    /// Whether everyone signed in may see it.
    #[serde(default)]
    pub open: bool,
    /// What it rests on.
    #[serde(default)]
    pub evidence: Vec<EvidenceBody>,
}

impl FindingBody {
    pub(crate) fn pairs(&self) -> Pairs {
        let mut pairs = Pairs::default();
        pairs.text("title", &self.title);
        pairs.put("judgement", Some(&self.judgement));
        pairs.put("period", self.period.as_ref());
        pairs.tick("closed", self.closed);
        pairs.tick("open", self.open);
        for piece in &self.evidence {
            pairs.put("evidence_kind", Some(&piece.kind));
            pairs.put("evidence_text", Some(&piece.text));
            pairs.put("evidence_href", Some(piece.href.clone().unwrap_or_default()));
            pairs.put("evidence_thing", Some(piece.thing_id.clone().unwrap_or_default()));
        }
        pairs
    }
}

/// A new finding.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewFinding {
    /// The unit it concerns.
    pub unit_id: String,
    /// What it says.
    #[serde(flatten)]
    pub body: FindingBody,
}

/// A changed finding: all of it, over the version that was read.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ChangedFinding {
    /// The version that was read.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub body: FindingBody,
}

/// A finding with what it rests on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneFinding {
    /// Its id.
    pub id: String,
    /// The unit it concerns.
    pub unit_id: String,
    /// `open`, `answered` or `closed`.
    pub state: String,
    /// Counts the changes.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub body: FindingBody,
    /// The measures that answer it; left out of lists.
    pub measures: Vec<String>,
}

impl OneFinding {
    pub(crate) fn new(finding: model::Finding, evidence: Vec<model::Evidence>, measures: Vec<String>) -> Self {
        Self {
            id: finding.id.to_string(),
            unit_id: finding.unit.to_string(),
            state: finding.state.name().to_owned(),
            version: finding.version,
            body: FindingBody {
                title: (&finding.title).into(),
                judgement: finding.judgement,
                period: finding.period.map(|period| period.to_string()),
                closed: finding.state == model::FindingState::Closed,
                open: finding.open,
                evidence: evidence
                    .into_iter()
                    .map(|piece| EvidenceBody {
                        kind: piece.kind.name().to_owned(),
                        text: piece.text,
                        href: piece.href,
                        thing_id: piece.thing.map(|id| id.to_string()),
                    })
                    .collect(),
            },
            measures,
        }
    }
}
