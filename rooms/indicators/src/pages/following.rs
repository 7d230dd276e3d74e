//! Following indicators: one's own wishes, and what is new in what one follows.

use std::collections::HashMap;

use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use varde_kernel::access::{self, Action, Granted, Target};
use varde_kernel::{IndicatorId, PersonId, Problems, UnitId, UnitTree};
use varde_store::Read;
use varde_web::{Ctx, Error, Fields, Form, Path, Query, mail};

use super::nation;
use crate::model::{Indicator, NewSince, News, Subscription};
use crate::rules::following::{MOST_FOLLOWED, floor};
use crate::store;
use crate::views::{self, FollowForm};

/// Something of the visitor's own.
pub fn own<T>(cx: &Ctx, action: Action, thing: impl FnOnce(PersonId) -> T) -> Result<Granted<T>, Error> {
    let person = cx.signed_in()?.person;
    Ok(access::grant(cx.actor(), action, &Target::own(person), thing(person))?)
}

/// What is new to the visitor.
pub async fn news_of(cx: &Ctx, tree: &UnitTree) -> Result<Vec<News>, Error> {
    Ok(store::news(cx.db(), (cx.actor(), tree), NewSince::Seen, floor(cx.today())).await?)
}

/// The indicators of what someone follows, those that they may see.
pub async fn indicators_of(
    db: &impl Read,
    (actor, tree): (&access::Actor, &UnitTree),
    wishes: impl Iterator<Item = &Subscription>,
) -> Result<HashMap<IndicatorId, Indicator>, varde_store::Error> {
    let ids: Vec<IndicatorId> = wishes.map(|wish| wish.indicator).collect();
    let seen = store::seen_by(actor, tree, store::many(db, &ids).await?);
    Ok(seen.into_iter().map(|one| (one.id, one)).collect())
}

/// `GET /following`: what the visitor follows, and what is new there.
pub async fn list(cx: Ctx) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let person = own(&cx, Action::Read, |person| person)?;
    let wishes = store::followed(cx.db(), *person).await?;
    let indicators = indicators_of(cx.db(), (cx.actor(), &tree), wishes.iter()).await?;
    let news = news_of(&cx, &tree).await?;
    let body = views::followed(&cx, &tree, &indicators, (&wishes, &news));
    Ok(cx
        .page(cx.t("indicators-following-title"))
        .lead(cx.t("indicators-following-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .body(body))
}

/// `POST /following/seen`: of one thing that one follows, or of all.
pub async fn seen(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let of = fields.text("indicator").parse().ok().zip(fields.text("unit").parse().ok());
    // What came after the page was made has not been seen.
    let until = fields.text("until").parse::<Timestamp>().unwrap_or(cx.now()).min(cx.now());
    see(&cx, of, until).await?;
    Ok(cx.done("/following", "indicators-following-seen-done"))
}

/// Keeps that the visitor has seen what came before an instant.
pub async fn see(cx: &Ctx, of: Option<(IndicatorId, UnitId)>, until: Timestamp) -> Result<(), Error> {
    let person = own(cx, Action::Edit, |person| person)?;
    let tx = cx.begin().await?;
    store::mark_seen(&tx, &person, of, varde_kernel::instant(until)).await?;
    Ok(tx.commit().await?)
}

/// `POST /following/stop`.
pub async fn stop(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let of = fields.text("indicator").parse().ok().zip(fields.text("unit").parse().ok());
    forget(&cx, of.ok_or(Error::NotFound)?).await?;
    Ok(cx.done("/following", "indicators-following-stopped"))
}

/// Takes back one of the visitor's wishes.
///
/// # Errors
///
/// [`Error::NotFound`] when there was none.
pub async fn forget(cx: &Ctx, of: (IndicatorId, UnitId)) -> Result<(), Error> {
    let person = own(cx, Action::Edit, |person| person)?;
    let tx = cx.begin().await?;
    if !store::unfollow(&tx, &person, of).await? {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}

/// `GET /indicators/{id}/follow`, with `?unit=`.
pub async fn ask(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Response, Error> {
    form(&cx, id, (&query, &Problems::new())).await
}

async fn form(cx: &Ctx, id: IndicatorId, (fields, problems): (&Fields, &Problems)) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let person = own(cx, Action::Read, |person| person)?;
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let nation = nation(&tree, &indicator);
    let asked = fields.text("unit").parse::<UnitId>().ok().filter(|unit| tree.get(*unit).is_some());
    let mut units: Vec<UnitId> = asked.or(home).map(|unit| tree.line(unit).to_vec()).unwrap_or_default();
    units.extend(home.into_iter().chain(nation).filter(|unit| tree.get(*unit).is_some()));
    let mut known = std::collections::HashSet::new();
    units.retain(|unit| known.insert(*unit));
    let chosen = asked.or(nation).or_else(|| units.first().copied());
    let former = store::followed(cx.db(), *person).await?;
    let former = former.into_iter().find(|wish| wish.indicator == id && Some(wish.unit) == chosen);
    let body = views::follow_form(
        cx,
        &tree,
        &FollowForm {
            indicator: &indicator,
            units: &units,
            chosen,
            former,
            sent: fields.has("sent").then_some(fields),
            problems,
            mail: mail::is_set_up(cx.app()),
        },
    );
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let name = cx.say().words(&indicator.name).to_owned();
    Ok(cx
        .page(cx.t("indicators-follow-title"))
        .lead(name.clone())
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(name, format!("/indicators/{id}"))
        .status(status)
        .body(body))
}

/// `POST /indicators/{id}/follow`.
pub async fn follow(cx: Ctx, Path(id): Path<IndicatorId>, Form(fields): Form) -> Result<Response, Error> {
    let mut problems = Problems::new();
    if let Some(unit) = fields.must_choose::<UnitId>("unit", &mut problems) {
        let fault = keep(&cx, (id, unit), (fields.has("below"), fields.has("mail"))).await?;
        match fault {
            None => return Ok(cx.done("/following", "indicators-following-begun")),
            Some((field, key)) => problems.field(field, key),
        }
    }
    form(&cx, id, (&fields, &problems)).await
}

/// Keeps a wish of the visitor's. Returns the field and the key of what is wrong with it.
///
/// # Errors
///
/// [`Error::NotFound`] when the visitor may not see the indicator.
pub async fn keep(
    cx: &Ctx,
    (indicator, unit): (IndicatorId, UnitId),
    (below, mail): (bool, bool),
) -> Result<Option<(&'static str, &'static str)>, Error> {
    let tree = cx.tree().await?;
    store::open(cx.db(), cx.actor(), &tree, indicator, Action::Read).await?;
    if tree.get(unit).is_none() {
        return Ok(Some(("unit", "web-problem-choice")));
    }
    let (since, seen) = (cx.now(), cx.now());
    let wish = own(cx, Action::Edit, |person| Subscription { person, indicator, unit, below, mail, since, seen })?;
    let tx = cx.begin().await?;
    let known = store::followed(&tx, wish.person).await?;
    let is_new = known.iter().all(|known| (known.indicator, known.unit) != (indicator, unit));
    if is_new && MOST_FOLLOWED <= known.len() {
        return Ok(Some(("unit", "indicators-follow-fault-many")));
    }
    store::follow(&tx, &wish).await?;
    tx.commit().await?;
    Ok(None)
}
