//! What of its own a unit rests a goal, or a choice, on: findings, those drawn from a risk among them.

use maud::{Markup, html};
use varde_kernel::access::{self, Kind};
use varde_kernel::{FindingId, UnitId, UnitTree};
use varde_measures::model::Finding;
use varde_web::ui::{Choice, Choices, checkboxes, link};
use varde_web::{Ctx, Error, Fields};

/// The most findings that one thing rests on.
const MOST: usize = 20;

/// Boxes for a unit's own open findings and those that are chosen already; nothing when there are none.
pub(super) async fn boxes(cx: &Ctx, unit: UnitId, fields: &Fields) -> Result<Markup, Error> {
    let scope = access::scope(cx.actor(), Kind::Finding);
    let mut findings = varde_measures::store::open_findings_of_unit(cx.db(), &scope, unit).await?;
    for chosen in found(cx, &chosen(fields)).await? {
        if !findings.iter().any(|one| one.id == chosen.id) {
            findings.push(chosen);
        }
    }
    let listed: Vec<(String, String, bool)> = findings
        .iter()
        .map(|one| {
            let value = one.id.to_string();
            let is_chosen = fields.all("ground").any(|now| now == value);
            (value, cx.say().words(&one.title).to_owned(), is_chosen)
        })
        .collect();
    let choices: Vec<Choice<'_>> = listed
        .iter()
        .map(|(value, label, chosen)| Choice { value, label, chosen: *chosen, ..Choice::default() })
        .collect();
    let (label, help) = (cx.t("plans-field-grounds"), cx.t("plans-field-grounds-help"));
    Ok(html! {
        @if !choices.is_empty() {
            (checkboxes(&Choices { id: "ground", name: "ground", label: &label, help: Some(&help), choices: &choices, ..Choices::default() }))
        }
    })
}

/// The findings that a form or the API names.
pub(super) fn chosen(fields: &Fields) -> Vec<FindingId> {
    fields.all("ground").filter_map(|id| id.parse().ok()).take(MOST).collect()
}

/// The findings that were ticked: those of the unit, or of one below it, that the visitor may see. One
/// that stood there and may not be seen by this visitor was not in the form, and stays.
pub(super) async fn read(
    cx: &Ctx,
    tree: &UnitTree,
    unit: UnitId,
    chosen: &[FindingId],
    former: &[FindingId],
) -> Result<Vec<FindingId>, Error> {
    let seen = found(cx, chosen).await?;
    let own = seen.iter().filter(|one| tree.line(one.unit).contains(&unit)).map(|one| one.id);
    let seen_before: Vec<FindingId> = found(cx, former).await?.iter().map(|one| one.id).collect();
    let unseen = former.iter().copied().filter(|one| !seen_before.contains(one));
    let mut kept: Vec<FindingId> = own.chain(unseen).collect();
    kept.sort_unstable();
    kept.dedup();
    Ok(kept)
}

/// These findings, as far as the visitor may see them.
pub(super) async fn found(cx: &Ctx, ids: &[FindingId]) -> Result<Vec<Finding>, Error> {
    let scope = access::scope(cx.actor(), Kind::Finding);
    let mut findings = varde_measures::store::findings_among(cx.db(), &scope, ids).await?;
    findings.sort_by_key(|one| one.id);
    Ok(findings)
}

/// Links to findings, for whoever reads what was chosen.
pub(super) fn links(cx: &Ctx, findings: &[&Finding]) -> Markup {
    html! {
        @if !findings.is_empty() {
            p.small {
                (cx.t("plans-grounds")) ": "
                @for (n, one) in findings.iter().enumerate() {
                    @if 0 < n { "; " }
                    (link(cx.say().words(&one.title), &format!("/findings/{}", one.id)))
                }
            }
        }
    }
}
