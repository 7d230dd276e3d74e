//! Definitions that others made, taken in as proposals: looked at first, then proposed.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use varde_kernel::access::{self, Action, Granted, Kind};
use varde_kernel::{Locale, Problems, UnitId, UnitTree, Words};
use varde_web::{Ctx, Error, Fields, Upload, heavy};

use super::held_units;
use crate::import::definitions::{Definitions, Proposal, blank, read};
use crate::model::{Indicator, Measure};
use crate::store;
use crate::views::{self, Proposals};

/// The largest file of definitions.
const MAX_FILE: usize = 8 * 1024 * 1024;

/// What a file would propose: each definition, and whether there is one with its code already.
pub struct LookedAt {
    /// The definitions that are new.
    pub new: Vec<Proposal>,
    /// The codes of those that are there already, and stay as they are.
    pub known: Vec<String>,
    /// What is left out, since it is not measured in numbers.
    pub left_out: Vec<String>,
    /// Everything that is wrong. With any, nothing is proposed.
    pub problems: Problems,
}

/// The units on which the visitor may propose indicators.
///
/// # Errors
///
/// [`Error::Forbidden`] when there are none.
pub async fn owners(cx: &Ctx) -> Result<(Arc<UnitTree>, Vec<UnitId>), Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let owners = held_units(cx, &tree, Kind::Indicator, Action::Create);
    if owners.is_empty() { Err(Error::Forbidden) } else { Ok((tree, owners)) }
}

/// Reads a file of definitions for a unit. Writes nothing, and tells nothing of indicators that the visitor may not see.
///
/// # Errors
///
/// [`Error::Forbidden`] when the visitor may propose nothing on the unit.
pub async fn look_at(cx: &Ctx, tree: &UnitTree, bytes: &[u8], unit: UnitId) -> Result<LookedAt, Error> {
    let proposed = blank(String::new(), "", unit).target(tree);
    if !access::may(cx.actor(), Action::Create, &proposed) {
        return Err(Error::Forbidden);
    }
    let mut problems = Problems::new();
    if bytes.is_empty() {
        problems.field("file", "indicators-import-no-file");
    } else if MAX_FILE < bytes.len() {
        problems.field("file", "indicators-import-too-large");
    }
    if !problems.is_empty() {
        return Ok(LookedAt { new: Vec::new(), known: Vec::new(), left_out: Vec::new(), problems });
    }
    let bytes = bytes.to_vec();
    let read = heavy(move || read(&bytes, unit)).await;
    let Definitions { found, left_out, problems } =
        read.unwrap_or_else(|| Definitions::refused("indicators-import-damaged"));
    let codes = store::codes(cx.db()).await?;
    let all = store::indicators(cx.db()).await?;
    let may_read = |one: &&Indicator| access::may(cx.actor(), Action::Read, &one.target(tree));
    let seen: BTreeSet<&str> = all.iter().filter(may_read).map(|one| one.code.as_str()).collect();
    let (mut new, mut known) = (Vec::new(), Vec::new());
    for mut one in found {
        let mut names = std::iter::once(&one.indicator.code).chain(&one.called);
        if let Some(ours) = names.find_map(|name| codes.find(name).filter(|code| seen.contains(code))) {
            known.push(ours.to_owned());
            continue;
        }
        one.indicator.note = noted(cx, &one);
        new.push(one);
    }
    Ok(LookedAt { new, known, left_out, problems })
}

impl LookedAt {
    /// Only those whose codes were chosen.
    #[must_use]
    pub fn only(mut self, chosen: &[&str]) -> Self {
        self.new.retain(|one| chosen.contains(&one.indicator.code.as_str()));
        self
    }
}

/// What one should know when reading it: the levels that a registry has set, or that others reckon it up to a year.
fn noted(cx: &Ctx, one: &Proposal) -> Words {
    let (green, yellow) = one.levels;
    if green.is_none() && !one.annualised {
        return Words::default();
    }
    let text = |locale: Locale| {
        let say = cx.say().in_locale(locale);
        let Some(green) = green else { return say.t("indicators-define-annualised") };
        let number = |value: f64| match one.indicator.measure {
            Measure::Percent => say.percent(value),
            _ => say.value(value),
        };
        match yellow {
            Some(yellow) => say.with(
                "indicators-define-levels",
                &[("green", number(green).into()), ("yellow", number(yellow).into())],
            ),
            None => say.with("indicators-define-level", &[("green", number(green).into())]),
        }
    };
    Words { nb: text(Locale::Nb), nn: Some(text(Locale::Nn)), en: Some(text(Locale::En)) }
}

/// Proposes what was looked at, all of it or nothing; with what is wrong when one of the codes is taken by what the
/// visitor may not see.
///
/// # Errors
///
/// [`Error::Forbidden`] when the visitor may propose nothing on the unit.
pub async fn propose(cx: &Ctx, tree: &UnitTree, looked: LookedAt) -> Result<Result<(), Problems>, Error> {
    let granted: Vec<(Granted<Indicator>, Vec<String>)> = looked
        .new
        .into_iter()
        .map(|one| {
            let target = one.indicator.target(tree);
            let granted = access::grant(cx.actor(), Action::Create, &target, one.indicator);
            Ok((granted.map_err(|_| Error::Forbidden)?, one.called))
        })
        .collect::<Result<_, Error>>()?;
    let tx = cx.begin().await?;
    for (one, called) in &granted {
        match store::insert(&tx, one).await {
            Err(error) if error.is_duplicate() => {
                let mut problems = Problems::new();
                problems.field("file", "indicators-define-taken");
                return Ok(Err(problems));
            }
            other => other?,
        }
        store::put_codes(&tx, one, called).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// `GET /indicators/definitions`.
pub async fn new(cx: Ctx) -> Result<Response, Error> {
    page(&cx, None, (&Fields::default(), &Problems::new())).await
}

async fn page(
    cx: &Ctx,
    looked: Option<(&LookedAt, &[u8])>,
    (fields, problems): (&Fields, &Problems),
) -> Result<Response, Error> {
    let (tree, owners) = owners(cx).await?;
    let is_wrong = !problems.is_empty() || looked.is_some_and(|(looked, _)| !looked.problems.is_empty());
    let content = looked.map(|(_, bytes)| BASE64.encode(bytes)).unwrap_or_default();
    let body = views::proposals(
        cx,
        &tree,
        &Proposals { owners: &owners, looked: looked.map(|(looked, _)| looked), content: &content, fields, problems },
    );
    Ok(cx
        .page(cx.t("indicators-define-title"))
        .lead(cx.t("indicators-define-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .status(if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK })
        .body(body))
}

/// `POST /indicators/definitions`: says what the file would propose; with the file packed in the form, proposes it.
pub async fn create(cx: Ctx, sent: Upload) -> Result<Response, Error> {
    let (tree, _) = owners(&cx).await?;
    let mut problems = Problems::new();
    let unit = sent.fields.must_choose::<UnitId>("unit", &mut problems).filter(|unit| tree.get(*unit).is_some());
    let Some(unit) = unit else {
        if problems.is_empty() {
            problems.field("unit", "web-problem-choice");
        }
        return page(&cx, None, (&sent.fields, &problems)).await;
    };
    let packed = sent.fields.text("content");
    let bytes = if packed.is_empty() { sent.bytes } else { BASE64.decode(packed).unwrap_or_default() };
    let looked = look_at(&cx, &tree, &bytes, unit).await?;
    if packed.is_empty() || !looked.problems.is_empty() {
        return page(&cx, Some((&looked, &bytes)), (&sent.fields, &problems)).await;
    }
    // Whoever saw the list says which of them; a program that sends the file alone means all of it.
    let chosen: Vec<&str> = sent.fields.all("take").collect();
    let by_choice = sent.fields.has("chosen");
    if by_choice && chosen.is_empty() {
        problems.field("take", "web-problem-required");
        return page(&cx, Some((&looked, &bytes)), (&sent.fields, &problems)).await;
    }
    let looked = if by_choice { looked.only(&chosen) } else { looked };
    if let Err(problems) = propose(&cx, &tree, looked).await? {
        return page(&cx, None, (&sent.fields, &problems)).await;
    }
    Ok(cx.done("/indicators?state=proposed", "indicators-define-done"))
}
