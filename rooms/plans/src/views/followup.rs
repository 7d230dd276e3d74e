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

/// The ways from a plan to how it is followed up.
pub(crate) fn plan_links(cx: &Ctx, plan: PlanId, may_open_round: bool) -> Markup {
    let ways = [
        (format!("/rounds?plan={plan}"), "plans-round-list", "plans-round-list-lead", Icon::History),
        (format!("/plans/{plan}/challenges"), "plans-challenge-title", "plans-challenge-lead", Icon::Link),
        (format!("/plans/{plan}/alternatives"), "plans-alternative-list", "plans-alternative-lead", Icon::Branch),
        (
            format!("/proposals/ranking?plan={plan}"),
            "plans-proposal-ranking",
            "plans-proposal-ranking-lead",
            Icon::Bulb,
        ),
    ];
    let words: Vec<(String, String)> = ways.iter().map(|(_, label, note, _)| (cx.t(label), cx.t(note))).collect();
    let items: Vec<LinkItem<'_>> = ways
        .iter()
        .zip(&words)
        .map(|((href, .., icon), (label, note))| LinkItem {
            href,
            label,
            note,
            icon: Some(*icon),
            tag: Markup::default(),
        })
        .collect();
    let aside = html! {
        @if may_open_round {
            (link_button(&cx.t("plans-round-new"), &format!("/plans/{plan}/rounds/new"), Weight::Secondary, Some(Icon::Plus)))
        }
    };
    section("follow-up", &cx.t("plans-followup-title"), &aside, &link_list(&items))
}
