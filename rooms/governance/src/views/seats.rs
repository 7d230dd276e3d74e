//! Seats as HTML.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{ActorId, Words};
use varde_web::ui::{Confirm, Tag, Tone, fold, hidden, link};
use varde_web::{Fields, FormView, Options, Say, pager, texts};

use super::bodies::BodyPage;
use super::tasks::table;
use super::{group_key, seat_role_key};
use crate::model::{Group, Seat, SeatHolding, SeatRole, holds};
use crate::pages::PAGE;
use crate::pages::forms::last_day;
use crate::rules::{Standing, standing};

/// "9 av 10 seter er fylt, ett fra Helsedirektoratet er ledig."
pub(crate) fn summary(say: &Say, page: &BodyPage<'_>) -> String {
    let count = &page.count;
    if count.seats == 0 && count.not_appointed == 0 {
        return say.t(super::composition_key(page.body.draft.composition));
    }
    let mut parts =
        vec![say.with("governance-seats-filled", &[("filled", count.filled.into()), ("seats", count.seats.into())])];
    let mut vacant: Vec<(String, usize)> = Vec::new();
    for seat in page.seats.iter().filter(|seat| standing(seat, page.on) == Standing::Vacant) {
        let from = page.actor(say, seat.draft.appointed_by).unwrap_or_else(|| say.t(group_key(seat.draft.group)));
        match vacant.iter_mut().find(|(known, _)| *known == from) {
            Some((_, n)) => *n += 1,
            None => vacant.push((from, 1)),
        }
    }
    parts.extend(
        vacant
            .into_iter()
            .map(|(from, n)| say.with("governance-seats-vacant-from", &[("n", n.into()), ("who", from.into())])),
    );
    if 0 < count.unknown {
        parts.push(say.with("governance-seats-unknown", &[("n", count.unknown.into())]));
    }
    if 0 < count.not_appointed {
        parts.push(say.with("governance-seats-not-appointed", &[("n", count.not_appointed.into())]));
    }
    format!("{}.", parts.join(", "))
}

const fn standing_tag(standing: Standing) -> (Tone, &'static str) {
    match standing {
        Standing::Filled => (Tone::Success, "governance-standing-filled"),
        Standing::Vacant => (Tone::Warning, "governance-standing-vacant"),
        Standing::Unknown => (Tone::Neutral, "governance-standing-unknown"),
        Standing::NotAppointed => (Tone::Info, "governance-standing-not-appointed"),
    }
}

/// The seats under the group they speak for.
pub(crate) fn by_group(say: &Say, page: &BodyPage<'_>) -> Markup {
    let columns = [
        "governance-seat-appointed-by",
        "governance-seat-standing",
        "governance-seat-holder",
        "governance-seat-label",
        "governance-held-steps",
    ];
    html! {
        @for group in Group::ALL {
            @let theirs: Vec<&Seat> = page.seats.iter().filter(|seat| seat.draft.group == *group).collect();
            @if !theirs.is_empty() {
                h3 { (say.t(group_key(*group))) }
                (table(say, group_key(*group), &columns, &rows(say, page, &theirs), "governance-seats-none",
                    "governance-seats-none-help"))
            }
        }
    }
}

fn rows(say: &Say, page: &BodyPage<'_>, seats: &[&Seat]) -> Vec<Vec<Markup>> {
    seats
        .iter()
        .map(|seat| {
            let now = standing(seat, page.on);
            let (tone, key) = standing_tag(now);
            let by = page.actor(say, seat.draft.appointed_by);
            vec![
                html! {
                    (by.unwrap_or_else(|| say.t("governance-seat-by-nobody")))
                    @if seat.draft.observer { " " span.quiet.small { (say.t("governance-seat-observer-mark")) } }
                },
                Tag(tone, &say.t(key)).render(),
                holders(say, page, seat),
                html! { span.small { (seat.draft.label.get(say.locale())) } },
                html! {
                    @if page.may_edit && !seat.draft.not_appointed {
                        div.row {
                            (link(&say.t("governance-seat-fill"), &format!("/bodies/seats/{}/fill", seat.id)))
                            @if now == Standing::Filled {
                                (link(&say.t("governance-seat-vacate"), &format!("/bodies/seats/{}/vacate", seat.id)))
                            }
                        }
                    }
                },
            ]
        })
        .collect()
}

fn holders(say: &Say, page: &BodyPage<'_>, seat: &Seat) -> Markup {
    let (now, before): (Vec<&SeatHolding>, Vec<&SeatHolding>) =
        seat.holdings.iter().partition(|held| holds(held.draft.from, held.draft.to, page.on));
    html! {
        @for held in now { (holder(say, page, held)) }
        @if !before.is_empty() {
            (fold(&say.t("governance-seat-earlier"), &html! { @for held in before { (holder(say, page, held)) } }))
        }
    }
}

fn holder(say: &Say, page: &BodyPage<'_>, held: &SeatHolding) -> Markup {
    // A name that is not public is for those who keep the register.
    let known = held.draft.name.clone().or_else(|| held.draft.person.and_then(|id| page.names.get(&id).cloned()));
    let name = if held.draft.public || page.may_edit { known.clone() } else { None };
    let from = say.short_date(held.draft.from);
    let days = match last_day(held.draft.to) {
        Some(last) => format!("{from} – {}", say.short_date(last)),
        None => say.with("governance-held-since", &[("date", from.into())]),
    };
    html! {
        div {
            @match (name, known.is_some()) {
                (Some(name), _) => (name),
                (None, true) => span.quiet { (say.t("governance-seat-name-hidden")) },
                (None, false) => span.quiet { (say.t("governance-seat-name-removed")) },
            }
            ", " (say.t(seat_role_key(held.draft.role)))
            @if !held.draft.organisation.is_empty() { ", " (held.draft.organisation) }
            div.quiet.small { (days) }
        }
    }
}

pub(crate) fn vacancies(
    say: &Say,
    query: &Fields,
    vacant: &[(Seat, Words)],
    actors: &HashMap<ActorId, Words>,
    total: i64,
    page: i64,
) -> Markup {
    let rows: Vec<Vec<Markup>> = vacant
        .iter()
        .map(|(seat, body)| {
            let by = seat.draft.appointed_by.and_then(|actor| actors.get(&actor));
            vec![
                link(body.get(say.locale()), &format!("/bodies/{}", seat.body)),
                html! { (by.map_or_else(|| say.t("governance-seat-by-nobody"), |name| name.get(say.locale()).to_owned())) },
                html! { (say.t(group_key(seat.draft.group))) },
                html! { span.small { (seat.draft.label.get(say.locale())) } },
            ]
        })
        .collect();
    html! {
        p.quiet role="status" { (say.with("governance-vacancies-count", &[("n", total.into())])) }
        (table(say, "governance-vacancies-title", &["governance-body-name", "governance-seat-appointed-by",
            "governance-seat-group", "governance-seat-label"], &rows, "governance-vacancies-none",
            "governance-vacancies-none-help"))
        (pager(say, "/bodies/vacancies", query, (page, PAGE), total))
    }
}

pub(crate) fn roles(say: &Say) -> Options {
    SeatRole::ALL.iter().map(|it| (it.name().to_owned(), say.t(seat_role_key(*it)))).collect()
}

pub(crate) fn seat_form(form: &FormView<'_>, action: &str, back: &str) -> Markup {
    let fields = html! {
        (form.select("group", None, true))
        (form.select("appointed_by", None, false))
        (form.words(texts!("label"), Some("governance-seat-label-help"), false))
        (form.tick("observer", None))
        (form.tick("not_appointed", Some("governance-seat-not-appointed-help")))
    };
    form.form(action, "governance-form-save", back, &fields)
}

pub(crate) fn fill_form(form: &FormView<'_>, action: &str, back: &str) -> Markup {
    let fields = html! {
        (form.select("person", Some("governance-holding-person-help"), false))
        (form.text("name", Some("governance-holding-name-help"), false))
        (form.tick("public", Some("governance-holding-public-help")))
        (form.select("role", None, true))
        (form.text("organisation", None, false))
        (form.date("from", None, false))
        (form.date("last_day", Some("governance-held-last-day-help"), false))
    };
    form.form(action, "governance-seat-fill", back, &fields)
}

pub(crate) fn vacate_form(form: &FormView<'_>, action: &str, back: &str) -> Markup {
    let say = form.say;
    Confirm {
        action,
        csrf: &form.guard,
        text: html! { p { (say.t("governance-seat-vacate-text")) } },
        fields: html! {
            (form.top())
            (hidden("version", form.fields.text("version")))
            (form.date("last_day", Some("governance-end-last-day-help"), false))
            (form.area("why", None, false))
        },
        yes: &say.t("governance-seat-vacate"),
        no: (&say.t("governance-form-cancel"), back),
        takes_away: true,
    }
    .render()
}
