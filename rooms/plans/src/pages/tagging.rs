//! Tagging what other rooms hold with the parts of frameworks: findings, indicators, documents, pilots and
//! proposals. Goals and measures are tagged in their own forms.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use uuid::Uuid;
use varde_kernel::access::{self, Action, Granted, Kind, Target};
use varde_kernel::{Id, PartId, PilotId, ProposalId, UnitId, UnitTree, Words};
use varde_web::ui::{Choice, Choices, Tone, alert, checkboxes, hidden, label_tag, link, submit_row};
use varde_web::{BesideAsk, Ctx, Error, Fields, Form, Need, Path, Route};

use crate::store;
use crate::views::{typed, words};

/// What can be tagged here.
pub(crate) const KINDS: [Kind; 5] = [Kind::Finding, Kind::Indicator, Kind::Document, Kind::Pilot, Kind::Proposal];

/// The most tags of one thing.
const MOST: usize = 50;

/// A thing that can be tagged.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    /// What sort of thing.
    pub(crate) kind: Kind,
    /// Its id.
    pub(crate) id: Uuid,
    /// The unit that it counts for; what hangs on none counts for the whole service.
    pub(crate) unit: UnitId,
    /// Its name.
    pub(crate) title: Words,
    /// Its page.
    pub(crate) href: String,
}

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/tags/{kind}/{id}", Need::SignedIn, show), Route::post("/tags/{kind}/{id}", Need::SignedIn, save)]
}

/// A thing that the visitor may do this to.
pub(crate) async fn open(
    cx: &Ctx,
    tree: &UnitTree,
    (kind, id): (&str, Uuid),
    action: Action,
) -> Result<Granted<Thing>, Error> {
    let kind = kind.parse().ok().filter(|kind| KINDS.contains(kind)).ok_or(Error::NotFound)?;
    // Proposals are also their proposer's, and pilots have a life of their own: their stores know.
    match kind {
        Kind::Pilot => {
            let _seen = store::pilots::open(cx.db(), cx.actor(), tree, PilotId::from_uuid(id), action).await?;
        }
        Kind::Proposal => {
            let _seen = store::choosing::open(cx.db(), cx.actor(), tree, ProposalId::from_uuid(id), action).await?;
        }
        _ => {}
    }
    let found = varde_store::search::thing(cx.db(), kind.name(), id).await?.ok_or(Error::NotFound)?;
    let unit = found.unit.or_else(|| tree.roots().first().copied()).ok_or(Error::NotFound)?;
    let owner = match kind {
        Kind::Proposal => cx.actor().person(),
        _ => None,
    };
    let on = Target { kind, line: store::line_of(tree, unit), owner, open: found.open };
    let thing = Thing { kind, id, unit, title: found.title, href: found.href };
    Ok(access::grant(cx.actor(), action, &on, thing).map_err(varde_store::Error::from)?)
}

/// Gives a thing these tags, unless somebody has changed them since `read`. Tags of frameworks that are closed by now, and
/// are not offered any more, stay.
pub(crate) async fn put(
    cx: &Ctx,
    thing: &Granted<Thing>,
    read: Option<&[PartId]>,
    wanted: &[PartId],
) -> Result<Result<(), Vec<PartId>>, Error> {
    let known = store::tags::all(cx.db()).await?;
    let mut wanted: Vec<PartId> = known.iter().map(|tag| tag.part).filter(|part| wanted.contains(part)).collect();
    wanted.truncate(MOST);
    let tx = cx.begin().await?;
    let mut now = store::tags::of(&tx, thing.kind.name(), Id::<()>::from_uuid(thing.id)).await?;
    now.sort_unstable();
    if read.is_some_and(|read| read != now.as_slice()) {
        return Ok(Err(now));
    }
    wanted.extend(now.iter().filter(|part| !known.iter().any(|tag| tag.part == **part)));
    store::tags::give(&tx, thing, &now, &wanted, &known).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// `GET /tags/{kind}/{id}`
async fn show(cx: Ctx, Path((kind, id)): Path<(String, Id<()>)>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let thing = open(&cx, &tree, (&kind, id.uuid()), Action::Edit).await?;
    let now = store::tags::of(cx.db(), thing.kind.name(), id).await?;
    page(&cx, &thing, &now, &now, StatusCode::OK).await
}

/// `POST /tags/{kind}/{id}`
async fn save(cx: Ctx, Path((kind, id)): Path<(String, Id<()>)>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let thing = open(&cx, &tree, (&kind, id.uuid()), Action::Edit).await?;
    let (read, wanted) = (ids(&fields, "read"), ids(&fields, "tag"));
    match put(&cx, &thing, Some(&read), &wanted).await? {
        Ok(()) => Ok(cx.done(&thing.href, "plans-tags-saved")),
        Err(now) => page(&cx, &thing, &now, &wanted, StatusCode::CONFLICT).await,
    }
}

fn ids(fields: &Fields, name: &str) -> Vec<PartId> {
    let mut ids: Vec<PartId> = fields.all(name).filter_map(|id| id.parse().ok()).take(MOST).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

async fn page(
    cx: &Ctx,
    thing: &Thing,
    now: &[PartId],
    chosen: &[PartId],
    status: StatusCode,
) -> Result<Response, Error> {
    let tags = store::tags::all(cx.db()).await?;
    let name = |tag: &store::tags::Tag| format!("{}: {}", cx.t(words::part_key(tag.kind)), cx.say().words(&tag.name));
    let listed: Vec<(String, String, bool)> =
        tags.iter().map(|tag| (tag.part.to_string(), name(tag), chosen.contains(&tag.part))).collect();
    let choices: Vec<Choice<'_>> = listed
        .iter()
        .map(|(value, label, chosen)| Choice { value, label, chosen: *chosen, ..Choice::default() })
        .collect();
    let theirs: Vec<String> = tags.iter().filter(|tag| now.contains(&tag.part)).map(name).collect();
    let mut read = now.to_vec();
    read.sort_unstable();
    let action = format!("/tags/{}/{}", thing.kind.name(), thing.id);
    let body = html! {
        @if status == StatusCode::CONFLICT {
            (alert(Tone::Warning, Some(&cx.t("plans-tags-conflict")), &html! {
                @if theirs.is_empty() { p { (cx.t("plans-tags-empty")) } }
                @else { p { (cx.say().with("plans-tags-theirs", &[("tags", theirs.join("; ").into())])) } }
            }))
        }
        @if choices.is_empty() {
            p.prose { (cx.t("plans-tags-none")) }
        } @else {
            (typed::drafted(cx, &action, "", html! {
                @for part in &read { (hidden("read", &part.to_string())) }
                (checkboxes(&Choices { id: "tag", name: "tag", label: &cx.t("plans-field-tags"),
                    help: Some(&cx.t("plans-field-tags-help")), choices: &choices, ..Choices::default() }))
                (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &thing.href)), None))
            }))
        }
    };
    Ok(cx
        .page(cx.t("plans-tags-title"))
        .lead(cx.say().words(&thing.title).to_owned())
        .crumb(cx.say().words(&thing.title), &thing.href)
        .status(status)
        .body(body))
}

/// The tags of a thing for its own page, with the way to change them.
pub(super) async fn beside(ask: &BesideAsk<'_>) -> Result<Option<(String, Markup)>, Error> {
    if !KINDS.contains(&ask.kind) {
        return Ok(None);
    }
    let cx = ask.cx;
    let tags = store::tags::named(cx.db(), ask.kind.name(), ask.id).await?;
    let may_edit = match open(cx, ask.tree, (ask.kind.name(), ask.id), Action::Edit).await {
        Ok(_) => true,
        Err(Error::Forbidden | Error::NotFound | Error::SignIn) => false,
        Err(error) => return Err(error),
    };
    if tags.is_empty() && !may_edit {
        return Ok(None);
    }
    let body = html! {
        @if tags.is_empty() { p.quiet { (cx.t("plans-tags-empty")) } }
        @else { p { @for tag in &tags { (label_tag(cx.say().words(&tag.name))) " " } } }
        @if may_edit {
            p { (link(&cx.t("plans-tags-edit"), &format!("/tags/{}/{}", ask.kind.name(), ask.id))) }
        }
    };
    Ok(Some((cx.t("plans-field-tags"), body)))
}
