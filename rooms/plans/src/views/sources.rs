//! The sources about a goal beside each other, each as its own chart on its own scale.

use maud::{Markup, html};
use varde_indicators::{agreement_text, source_card};
use varde_kernel::{GoalId, UnitId};
use varde_web::Ctx;
use varde_web::ui::{grid, link};

use crate::pages::goals::sources::{Part, Source, pointing};

pub(crate) const fn part_key(part: Part) -> &'static str {
    match part {
        Part::Judges => "plans-sources-judges",
        Part::Beside => "plans-sources-beside",
        Part::Companion => "plans-sources-companion",
    }
}

/// Whether the sources agree, in a sentence, and each of them. With a single one there is nothing to compare.
pub(crate) fn section(cx: &Ctx, goal: GoalId, about: UnitId, sources: &[Source], may_choose: bool) -> Markup {
    let pointing = pointing(sources);
    let cards: Vec<Markup> = sources
        .iter()
        .map(|source| {
            let with = source.with.and_then(|place| sources.get(place)).map(|other| &other.read);
            source_card(cx, &source.read, about, &cx.t(part_key(source.part)), with)
        })
        .collect();
    html! {
        @if sources.len() < 2 { p.quiet { (cx.t("plans-sources-one")) } }
        @if 1 < pointing.len() { p.prose { strong { (agreement_text(cx.say(), &pointing)) } } }
        @if 1 < sources.len() {
            p.quiet.small { (cx.t("plans-sources-help")) }
            (grid(&cards))
        }
        @if may_choose { p { (link(&cx.t("plans-sources-choose"), &format!("/goals/{goal}/sources"))) } }
    }
}
