//! How the parts of a plan look: each kind by itself, with what belongs under a part below it.

use maud::{Markup, Render, html};
use varde_kernel::PartId;
use varde_web::Ctx;
use varde_web::ui::{Confirm, Tone, empty_state, hidden, label_tag, link, note, section};

use super::words;
use crate::model::plan::{Part, PartKind};
use crate::rules::plan::is_empty_chapter;
use crate::store::parts::Hanging;

/// How often each part is used as a tag: goals, and measures.
pub(crate) struct Uptake {
    pub(crate) part: PartId,
    pub(crate) n_goals: i64,
    pub(crate) n_units: i64,
    pub(crate) n_measures: i64,
    /// How many findings, indicators, documents, pilots and proposals.
    pub(crate) n_others: i64,
}

/// What the page shows.
struct Shown<'a> {
    parts: &'a [Part],
    uptake: &'a [Uptake],
    changing: bool,
}

impl<'a> Shown<'a> {
    /// The part that one belongs under.
    fn above(&self, part: &Part) -> Option<&'a Part> {
        part.parent.and_then(|id| self.parts.iter().find(|other| other.id == id))
    }

    /// The parts right below one, in order; with `None` those that stand by themselves.
    fn under(&self, parent: Option<PartId>) -> Vec<&'a Part> {
        let known = |id: &PartId| self.parts.iter().any(|part| part.id == *id);
        let mut found: Vec<&Part> = self.parts.iter().filter(|part| part.parent.filter(known) == parent).collect();
        found.sort_by_key(|part| (part.kind, part.ord));
        found
    }
}

/// The parts of a plan by kind, with what belongs to each. A group is told by its own name: that it is one
/// says nothing to the reader.
pub(crate) fn parts(cx: &Ctx, parts: &[Part], uptake: &[Uptake], changing: bool) -> Markup {
    let shown = Shown { parts, uptake, changing };
    let top = shown.under(None);
    let (groups, others): (Vec<&Part>, Vec<&Part>) = top.into_iter().partition(|part| part.kind == PartKind::Group);
    let kinds: Vec<PartKind> =
        PartKind::ALL.iter().copied().filter(|kind| others.iter().any(|part| part.kind == *kind)).collect();
    html! {
        @if parts.is_empty() { (empty_state(&cx.t("plans-parts-empty"), &cx.t("plans-parts-empty-help"), &html! {})) }
        @for kind in &kinds {
            (section(kind.name(), &cx.t(words::part_key(*kind)), &html! {}, &html! {
                ol.ds-list { @for part in others.iter().filter(|part| part.kind == *kind) { (item(cx, &shown, part, 0)) } }
            }))
        }
        @for group in &groups {
            (section(&format!("part-{}", group.id), cx.say().words(&group.name), &html! {}, &html! {
                (said(cx, &shown, group))
                (children(cx, &shown, group, 0))
            }))
        }
    }
}

/// No plan is deeper; a circle in the data ends here.
const DEEPEST: usize = 6;

fn children(cx: &Ctx, shown: &Shown<'_>, part: &Part, depth: usize) -> Markup {
    let below = if depth < DEEPEST { shown.under(Some(part.id)) } else { Vec::new() };
    html! {
        @if !below.is_empty() { ul.ds-list { @for part in below { (item(cx, shown, part, depth + 1)) } } }
    }
}

fn item(cx: &Ctx, shown: &Shown<'_>, part: &Part, depth: usize) -> Markup {
    let say = cx.say();
    html! {
        li id={ "part-" (part.id) } {
            strong { (say.words(&part.name)) }
            @if part.kind == PartKind::Structure { " " (label_tag(&cx.t(if part.done { "plans-structure-done" } else { "plans-structure-not-done" }))) }
            @if let Some(weight) = part.weight { " " (label_tag(&say.with("plans-part-weight", &[("n", say.value(weight).into())]))) }
            @if let Some(service) = part.service {
                " " (label_tag(&say.with("plans-service-only", &[("service", cx.t(words::service_key(service)).to_lowercase().into())])))
            }
            @if is_empty_chapter(part) { " " (label_tag(&cx.t("plans-chapter-empty"))) }
            (said(cx, shown, part))
            (children(cx, shown, part, depth))
        }
    }
}

/// What a part says besides its name.
fn said(cx: &Ctx, shown: &Shown<'_>, part: &Part) -> Markup {
    let say = cx.say();
    html! {
        @if !part.text.is_empty() { p { (say.words(&part.text)) } }
        // What a part says is where its parent says it, unless it says otherwise.
        @if let Some(document) = part.source.document.as_ref().filter(|_| shown.above(part).is_none_or(|above| above.source != part.source)) { p.quiet.small { (cx.say().cite_place(document, part.source.place.as_deref())) } }
        @if let Some(found) = shown.uptake.iter().find(|found| found.part == part.id) {
            @let counts = [
                ("goals", found.n_goals.into()), ("units", found.n_units.into()), ("measures", found.n_measures.into()),
                ("others", found.n_others.into()),
            ];
            p.small { (say.with("plans-uptake", &counts)) }
        }
        @if shown.changing {
            @let href = format!("/plans/{}/parts/{}", part.plan, part.id);
            p.row.small {
                a.ds-link href=(href) { (cx.t("plans-part-edit")) span.ds-sr-only { ": " (say.words(&part.name)) } }
                a.ds-link href=(format!("{href}/remove")) { (cx.t("plans-part-remove")) span.ds-sr-only { ": " (say.words(&part.name)) } }
            }
        }
    }
}

/// Asks whether a part is to be taken out, or says what hangs on it and keeps it there.
pub(crate) fn ask_remove(cx: &Ctx, part: &Part, hanging: &Hanging) -> Markup {
    let (say, back) = (cx.say(), format!("/plans/{}/parts?change=1", part.plan));
    let name = say.words(&part.name);
    if hanging.is_none() {
        return Confirm {
            action: &format!("/plans/{}/parts/{}/remove", part.plan, part.id),
            csrf: &cx.guard(),
            text: html! { p { strong { (name) } } p { (cx.t("plans-part-remove-text")) } },
            fields: hidden("version", &part.version.to_string()),
            yes: &cx.t("plans-part-remove"),
            no: (&cx.t("plans-cancel"), &back),
            takes_away: true,
        }
        .render();
    }
    let counts = [
        ("plans-part-hangs-parts", hanging.parts),
        ("plans-part-hangs-goals", hanging.goals),
        ("plans-part-hangs-measures", hanging.measures),
        ("plans-part-hangs-tagged", hanging.tagged),
        ("plans-part-hangs-choices", hanging.choices),
        ("plans-part-hangs-successions", hanging.successions),
    ];
    html! {
        p { strong { (name) } }
        (note(Tone::Warning, Some(&cx.t("plans-part-hanging")), &html! {
            ul { @for (key, n) in counts.into_iter().filter(|(_, n)| 0 < *n) {
                li { (say.with(key, &[("n", n.into())])) }
            } }
        }))
        p { (link(&cx.t("plans-part-remove-back"), &back)) }
    }
}

/// What a plan rests on before its goals: the focus areas and instruments of a framework, named with the way to
/// what is said of each.
pub(crate) fn pillars(cx: &Ctx, parts: &[Part]) -> Markup {
    html! {
        @for kind in [PartKind::FocusArea, PartKind::Instrument, PartKind::Area] {
            @let of_kind: Vec<&Part> = parts.iter().filter(|part| part.kind == kind).collect();
            @if !of_kind.is_empty() {
                (section(kind.name(), &cx.t(words::part_key(kind)), &html! {}, &html! {
                    ol.ds-list { @for part in of_kind { li {
                        (link(cx.say().words(&part.name), &format!("/plans/{}/parts#part-{}", part.plan, part.id)))
                        @if !part.text.is_empty() { ": " (cx.say().words(&part.text)) }
                    } } }
                }))
            }
        }
    }
}
