//! How pages of following up look.

pub(crate) mod alternatives;
pub(crate) mod answering;
pub(crate) mod challenges;
pub(crate) mod pilots;
pub(crate) mod proposals;
pub(crate) mod ring;
pub(crate) mod rounds;
pub(crate) mod wheel;

use maud::{Markup, html};
use varde_kernel::PlanId;
use varde_web::Ctx;
use varde_web::ui::{Icon, LinkItem, Weight, link_button, link_list, section};

/// What a plan can be followed up with: what there is nothing of, and nothing to begin with, is left out.
#[expect(clippy::struct_excessive_bools, reason = "five ways that are there or not")]
pub(crate) struct Tools {
    pub(crate) may_open_round: bool,
    pub(crate) rounds: bool,
    pub(crate) challenges: bool,
    pub(crate) alternatives: bool,
    pub(crate) ranking: bool,
}

/// The ways from a plan to how it is followed up.
pub(crate) fn plan_links(cx: &Ctx, plan: PlanId, tools: &Tools) -> Markup {
    let ways = [
        (
            tools.rounds || tools.may_open_round,
            format!("/rounds?plan={plan}"),
            "plans-round-list",
            "plans-round-list-lead",
            Icon::History,
        ),
        (
            tools.challenges,
            format!("/plans/{plan}/challenges"),
            "plans-challenge-title",
            "plans-challenge-lead",
            Icon::Link,
        ),
        (
            tools.alternatives,
            format!("/plans/{plan}/alternatives"),
            "plans-alternative-list",
            "plans-alternative-lead",
            Icon::Branch,
        ),
        (
            tools.ranking,
            format!("/proposals/ranking?plan={plan}"),
            "plans-proposal-ranking",
            "plans-proposal-ranking-lead",
            Icon::Bulb,
        ),
    ];
    let ways: Vec<_> = ways.into_iter().filter(|(shown, ..)| *shown).collect();
    if ways.is_empty() {
        return Markup::default();
    }
    let words: Vec<(String, String)> = ways.iter().map(|(_, _, label, note, _)| (cx.t(label), cx.t(note))).collect();
    let items: Vec<LinkItem<'_>> = ways
        .iter()
        .zip(&words)
        .map(|((_, href, .., icon), (label, note))| LinkItem {
            href,
            label,
            note,
            icon: Some(*icon),
            tag: Markup::default(),
        })
        .collect();
    let aside = html! {
        @if tools.may_open_round {
            (link_button(&cx.t("plans-round-new"), &format!("/plans/{plan}/rounds/new"), Weight::Secondary, Some(Icon::Plus)))
        }
    };
    html! { div.no-print { (section("follow-up", &cx.t("plans-followup-title"), &aside, &link_list(&items))) } }
}
