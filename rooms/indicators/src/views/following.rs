//! What someone follows, what is new there, and the form for following.

use std::collections::HashMap;

use maud::{Markup, html};
use varde_kernel::{IndicatorId, Problems, UnitId, UnitTree};
use varde_web::ui::{
    Checkbox, Choice, Form, Icon, Select, Tone, Weight, card_with, empty_state, hidden, label_tag, link, link_button,
    note, post_button, section, submit_row,
};
use varde_web::{Ctx, Fields, Say};

use super::{Wrong, meaning_tag, observed, unit_name, value_marks};
use crate::model::{Indicator, News, Subscription};
use crate::sentence;

/// How many signals and values are spelled out for each thing that is followed.
const SPELLED_OUT: usize = 5;

/// What is new, in a line: how many signals and how many values.
pub fn news_line(say: &Say, news: &News) -> String {
    let signals = say.with("indicators-news-signals", &[("n", news.signals.len().into())]);
    let values = say.with("indicators-news-values", &[("n", news.values.len().into())]);
    match (news.signals.is_empty(), news.values.is_empty()) {
        (true, _) => values,
        (false, true) => signals,
        (false, false) => say.with("indicators-news-both", &[("signals", signals.into()), ("values", values.into())]),
    }
}

/// What is followed: the indicator and where.
pub fn followed_title(say: &Say, indicator: &Indicator, unit: &str) -> String {
    say.with(
        "indicators-entry-page",
        &[("indicator", say.words(&indicator.name).to_owned().into()), ("unit", unit.to_owned().into())],
    )
}

/// Everything that someone follows, with what is new first.
pub fn followed(
    cx: &Ctx,
    tree: &UnitTree,
    indicators: &HashMap<IndicatorId, Indicator>,
    (wishes, news): (&[Subscription], &[News]),
) -> Markup {
    let of = |wish: &Subscription| {
        news.iter().find(|one| (one.subscription.indicator, one.subscription.unit) == (wish.indicator, wish.unit))
    };
    let mut sorted: Vec<&Subscription> =
        wishes.iter().filter(|wish| indicators.contains_key(&wish.indicator)).collect();
    sorted.sort_by_key(|wish| of(wish).is_none());
    if sorted.is_empty() {
        let to = link_button(&cx.t("indicators-list-title"), "/indicators", Weight::Secondary, Some(Icon::Chart));
        return empty_state(&cx.t("indicators-following-none"), &cx.t("indicators-following-none-help"), &to);
    }
    let until = cx.now().to_string();
    html! {
        @if 1 < news.len() {
            (post_button(&cx.t("indicators-following-seen-all"), "/following/seen", &cx.guard(), Weight::Secondary, &[("until", &until)]))
        }
        @for wish in sorted {
            @if let Some(indicator) = indicators.get(&wish.indicator) { (one(cx, tree, (wish, indicator), of(wish), &until)) }
        }
    }
}

fn one(
    cx: &Ctx,
    tree: &UnitTree,
    (wish, indicator): (&Subscription, &Indicator),
    news: Option<&News>,
    until: &str,
) -> Markup {
    let unit = unit_name(cx, tree, wish.unit);
    let (indicator_id, unit_id) = (wish.indicator.to_string(), wish.unit.to_string());
    let place = [("indicator", indicator_id.as_str()), ("unit", unit_id.as_str()), ("until", until)];
    let (guard, address) = (cx.guard(), format!("/indicators/{}", wish.indicator));
    let aside = html! {
        @if news.is_some() { (post_button(&cx.t("indicators-following-seen"), "/following/seen", &guard, Weight::Secondary, &place)) }
    };
    let body = html! {
        p {
            (link(&cx.t("indicators-following-values"), &format!("{address}/units/{}", wish.unit)))
            @if wish.below { " " (label_tag(&cx.t("indicators-follow-below"))) }
            @if wish.mail { " " (label_tag(&cx.t("indicators-follow-mail"))) }
        }
        @match news {
            None => p.quiet { (cx.t("indicators-news-none")) },
            Some(news) => (new_things(cx, tree, indicator, news)),
        }
        div.row {
            (link_button(&cx.t("indicators-following-change"), &format!("{address}/follow?unit={}", wish.unit), Weight::Tertiary, Some(Icon::Pencil)))
            (post_button(&cx.t("indicators-following-stop"), "/following/stop", &guard, Weight::Tertiary, &place))
        }
    };
    card_with(&followed_title(cx.say(), indicator, &unit), &aside, &body)
}

/// The newest signals and values, and how many more there are.
fn new_things(cx: &Ctx, tree: &UnitTree, indicator: &Indicator, news: &News) -> Markup {
    let more = |n: usize| n.saturating_sub(SPELLED_OUT);
    html! {
        p { strong { (news_line(cx.say(), news)) } }
        ul.ds-list {
            @for signal in news.signals.iter().take(SPELLED_OUT) { li {
                (link(&sentence::happened(cx.say(), &signal.cause), &format!("/signals/{}", signal.id))) " ("
                (unit_name(cx, tree, signal.unit)) ") " (meaning_tag(cx, signal.cause.meaning(indicator.direction)))
            } }
            @if 0 < more(news.signals.len()) {
                @let all = format!("/signals?indicator={}&unit={}", indicator.id, news.subscription.unit);
                li { (link(&cx.say().with("indicators-news-more-signals", &[("n", more(news.signals.len()).into())]), &all)) }
            }
            @for (series, value) in news.values.iter().take(SPELLED_OUT) { li {
                (link(&unit_name(cx, tree, series.unit), &format!("/indicators/{}/units/{}", indicator.id, series.unit)))
                @if !series.stratum.is_empty() { ", " (cx.say().words(&series.stratum_name)) }
                ": " (cx.say().period(value.period)) ", " (observed(cx, indicator.measure, value)) (value_marks(cx, indicator, value))
            } }
            @if 0 < more(news.values.len()) {
                li { (cx.say().with("indicators-news-more-values", &[("n", more(news.values.len()).into())])) }
            }
        }
    }
}

/// The start page's part about what the visitor follows; nothing when nothing is new.
pub fn news_section(cx: &Ctx, tree: &UnitTree, indicators: &HashMap<IndicatorId, Indicator>, news: &[News]) -> Markup {
    if news.is_empty() {
        return Markup::default();
    }
    let aside = link_button(&cx.t("indicators-following-title"), "/following", Weight::Tertiary, None);
    let body = html! {
        ul.ds-list { @for one in news.iter().take(SPELLED_OUT) {
            @if let Some(indicator) = indicators.get(&one.subscription.indicator) { li {
                @let title = followed_title(cx.say(), indicator, &unit_name(cx, tree, one.subscription.unit));
                (link(&title, "/following")) ": " (news_line(cx.say(), one))
            } }
        } }
    };
    section("news", &cx.t("indicators-news-title"), &aside, &body)
}

/// The form for following an indicator somewhere.
pub struct FollowForm<'a> {
    /// What is to be followed.
    pub indicator: &'a Indicator,
    /// Where one can follow it.
    pub units: &'a [UnitId],
    /// Where one is about to.
    pub chosen: Option<UnitId>,
    /// The wish that is there already.
    pub former: Option<Subscription>,
    /// What was sent, when something was wrong with it.
    pub sent: Option<&'a Fields>,
    /// What was wrong.
    pub problems: &'a Problems,
    /// Whether the house can send letters.
    pub mail: bool,
}

/// The form itself.
pub fn follow_form(cx: &Ctx, tree: &UnitTree, form: &FollowForm<'_>) -> Markup {
    let wrong = Wrong::new(cx, form.problems);
    let named: Vec<(String, String)> =
        form.units.iter().map(|unit| (unit.to_string(), unit_name(cx, tree, *unit))).collect();
    let chosen = form.chosen.map(|unit| unit.to_string());
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: chosen.as_deref() == Some(value), ..Choice::default() })
        .collect();
    let ticked = |field: &str, saved: bool| form.sent.map_or(saved, |sent| sent.has(field));
    let body = html! {
        (wrong.summary())
        @if !form.mail { (note(Tone::Info, None, &html! { p { (cx.t("indicators-follow-no-mail")) } })) }
        (hidden("sent", "1"))
        (Select { id: "unit", name: "unit", label: &cx.t("web-unit"), required: true, choices: &choices,
            error: wrong.with("unit").as_deref(), ..Select::default() })
        (Checkbox { id: "below", name: "below", label: &cx.t("indicators-follow-below"),
            checked: ticked("below", form.former.is_none_or(|wish| wish.below)), ..Checkbox::default() })
        (Checkbox { id: "mail", name: "mail", label: &cx.t("indicators-follow-mail"), help: Some(&cx.t("indicators-follow-mail-help")),
            checked: ticked("mail", form.former.is_some_and(|wish| wish.mail)), ..Checkbox::default() })
        (submit_row(&cx.t("indicators-follow-go"), Some((&cx.t("indicators-form-cancel"), &format!("/indicators/{}", form.indicator.id))), None))
    };
    let action = format!("/indicators/{}/follow", form.indicator.id);
    html! {
        p.prose { (cx.t("indicators-follow-help")) }
        (Form { action: &action, csrf: &cx.guard(), body, ..Form::default() })
    }
}
