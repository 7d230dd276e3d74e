//! Values from a file: look first, then say yes.

use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use varde_kernel::access::{Action, Kind};
use varde_kernel::{Place, Problems, UnitId, UnitTree};
use varde_store::Tx;
use varde_web::{Ctx, Error, Fields, Upload};

use super::held_units;
use crate::import::dhis2::metadata::Metadata;
use crate::import::sender::{Format, Mapping, Role};
use crate::import::store::{self as senders, Sender};
use crate::import::values::{self, Counts, Report};
use crate::import::{kind, table};
use crate::views::{self, Looked};

/// The largest file that the page takes; larger ones go through the command line.
const MAX_FILE: usize = 8 * 1024 * 1024;

/// `GET /indicators/import`.
pub async fn new(cx: Ctx) -> Result<Response, Error> {
    let (tree, _) = allowed(&cx).await?;
    page(&cx, &tree, None, (&Fields::default(), &Problems::new()), StatusCode::OK).await
}

/// Those who may report for some unit may send in files, with the first of those units; each row is asked about
/// again. Pages and API share it.
pub async fn allowed(cx: &Ctx) -> Result<(std::sync::Arc<UnitTree>, UnitId), Error> {
    let tree = cx.tree().await?;
    let first = reporting(cx, &tree).ok_or(Error::Forbidden)?;
    Ok((tree, first))
}

/// A unit that the visitor reports for: a new sender is theirs.
fn reporting(cx: &Ctx, tree: &UnitTree) -> Option<UnitId> {
    held_units(cx, tree, Kind::Series, Action::Answer).first().copied()
}

/// What a DHIS2 says about its values, when that came beside a file. Pages and API share it.
pub fn read_metadata(bytes: &[u8], problems: &mut Problems) -> Option<Metadata> {
    if bytes.is_empty() {
        return None;
    }
    if MAX_FILE < bytes.len() {
        problems.field("metadata", "indicators-import-too-large");
        return None;
    }
    Metadata::read(bytes).map_err(|key| problems.field("metadata", key)).ok()
}

/// Notes a sender's file and counts as taken, and with news remembers how its files are read: both only when the
/// visitor reports for the sender's unit, so that nobody speaks in another's name. Pages and API share it.
pub async fn note(
    cx: &Ctx,
    tx: &Tx,
    tree: &UnitTree,
    sender: Sender,
    (file, counts): ((&str, &str), Counts),
    has_news: bool,
) -> Result<(), Error> {
    if let Ok(granted) = senders::grant_sender(cx.actor(), tree, sender) {
        senders::deliver(tx, &granted, file, counts).await?;
        if has_news {
            senders::save_sender(tx, &granted).await?;
        }
    }
    Ok(())
}

async fn page(
    cx: &Ctx,
    tree: &UnitTree,
    looked: Option<&Looked<'_>>,
    (fields, problems): (&Fields, &Problems),
    status: StatusCode,
) -> Result<Response, Error> {
    let known = senders::senders(cx.db()).await?;
    let names: Vec<&str> = known.iter().map(|sender| sender.name.as_str()).collect();
    let body = match looked {
        None => views::import_form(cx, &names, fields, problems),
        Some(looked) => views::dry_run(cx, tree, looked, (&names, fields, problems)),
    };
    let page = cx
        .page(cx.t("indicators-import-title"))
        .lead(cx.t("indicators-import-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators");
    Ok(page.status(status).body(body))
}

/// Whom the file is from: a known sender with what is remembered, or a new one with what was chosen.
async fn sender(cx: &Ctx, unit: UnitId, fields: &Fields, problems: &mut Problems) -> Result<Sender, Error> {
    let name = fields.short("sender", problems);
    let known = if name.is_empty() { None } else { senders::sender(cx.db(), &name).await? };
    if let Some(known) = known.as_ref().filter(|_| !fields.has("change")) {
        return Ok(known.clone());
    }
    let mapping = mapping(fields, problems);
    Ok(match known {
        Some(known) => Sender { mapping, ..known },
        None => Sender { name, unit, mapping, metadata: None, version: 0 },
    })
}

/// How the file is to be read, as it was chosen.
fn mapping(fields: &Fields, problems: &mut Problems) -> Mapping {
    let mut mapping = Mapping {
        format: chosen::<Format>(fields, "format", problems),
        unit_codes: Some(fields.text("unit_codes").to_owned()).filter(|name| !name.is_empty()),
        decimal: fields.text("decimal").chars().next().filter(|mark| matches!(mark, ',' | '.')),
        dates_are: Some(fields.text("dates_are").to_owned()).filter(|sort| !sort.is_empty()),
        sheet: Some(fields.short("sheet", problems)).filter(|name| !name.is_empty()),
        source: fields.short("source", problems),
        ..Mapping::default()
    };
    if mapping.unit_codes.is_some() && mapping.code_system().is_none() {
        problems.field("unit_codes", "web-problem-choice");
    }
    let day = jiff::civil::date(2024, 1, 1);
    if mapping.dates_are.as_deref().is_some_and(|sort| table::holding(sort, day).is_none()) {
        problems.field("dates_are", "web-problem-choice");
    }
    for (name, is_fixed) in [("columns", false), ("fixed", true)] {
        for (place, line) in fields.text(name).lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let role =
                line.split_once(';').and_then(|(role, theirs)| Some((role.trim().parse::<Role>().ok()?, theirs)));
            match role {
                Some((role, theirs)) if !theirs.trim().is_empty() => {
                    let into = if is_fixed { &mut mapping.fixed } else { &mut mapping.columns };
                    into.insert(role, theirs.trim().to_owned());
                }
                _ => problems.push(
                    Place::Field(if is_fixed { "fixed" } else { "columns" }),
                    "indicators-import-line-unreadable",
                    vec![("line", (place + 1).to_string())],
                ),
            }
        }
    }
    match Mapping::read_codes(fields.text("codes")) {
        Ok(codes) => mapping.codes = codes,
        Err(line) => {
            let args = vec![("line", line.to_string())];
            problems.push(Place::Field("codes"), "indicators-import-line-unreadable", args);
        }
    }
    mapping
}

fn chosen<T: std::str::FromStr>(fields: &Fields, name: &'static str, problems: &mut Problems) -> Option<T> {
    fields.choice(name, problems)
}

async fn report(cx: &Ctx, tree: &UnitTree, sender: &Sender, bytes: &[u8]) -> Result<Report, Error> {
    let known = (&sender.mapping, sender.metadata.as_ref());
    Ok(values::look(cx.db(), cx.actor(), tree, bytes, known, cx.today()).await?)
}

/// `POST /indicators/import`: says what the file would do. Writes nothing.
pub async fn look(cx: Ctx, upload: Upload) -> Result<Response, Error> {
    let (tree, unit) = allowed(&cx).await?;
    let mut problems = Problems::new();
    if upload.bytes.is_empty() {
        problems.field("file", "indicators-import-no-file");
    } else if MAX_FILE < upload.bytes.len() {
        problems.field("file", "indicators-import-too-large");
    }
    let beside = read_metadata(upload.beside("metadata"), &mut problems);
    let packed = beside.as_ref().map(Metadata::packed).unwrap_or_default();
    let sender = sender(&cx, unit, &upload.fields, &mut problems).await?.told(beside);
    if !problems.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&cx, &tree, None, (&upload.fields, &problems), status).await;
    }
    let report = report(&cx, &tree, &sender, &upload.bytes).await?;
    let earlier = senders::delivered(cx.db(), &sender.name, &kind::digest(&upload.bytes)).await?;
    let status = if report.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let content = BASE64.encode(&upload.bytes);
    let looked = Looked {
        report: &report,
        content: &content,
        name: &upload.name,
        sender: &sender.name,
        mapping: &sender.mapping.packed(),
        metadata: &packed,
        earlier: earlier.filter(|_| !sender.name.is_empty()),
    };
    page(&cx, &tree, Some(&looked), (&upload.fields, &Problems::new()), status).await
}

/// `POST /indicators/import/confirm`: writes the file that was looked at. When it would do
/// something else by now, it is shown again instead.
pub async fn confirm(cx: Ctx, upload: Upload) -> Result<Response, Error> {
    let (tree, unit) = allowed(&cx).await?;
    let fields = &upload.fields;
    let mut problems = Problems::new();
    let name = fields.short("sender", &mut problems);
    let content = fields.text("content");
    let bytes = BASE64.decode(content).unwrap_or_default();
    let mapping = Mapping::unpacked(fields.text("mapping"));
    let known = if name.is_empty() { None } else { senders::sender(cx.db(), &name).await? };
    let sender = match known {
        Some(known) => Sender { mapping, ..known },
        None => Sender { name, unit, mapping, metadata: None, version: 0 },
    };
    let beside = Metadata::unpacked(fields.text("metadata"));
    let has_news = beside.is_some();
    let sender = sender.told(beside);
    let mut report = report(&cx, &tree, &sender, &bytes).await?;
    let reason = fields.long("reason", &mut problems);
    if 0 < report.n_changed() && reason.is_empty() {
        problems.field("reason", "indicators-fault-reason");
    }
    let as_seen = views::seen(&report) == fields.text("seen");
    if !report.problems.is_empty() || !problems.is_empty() || !as_seen {
        let status = if as_seen { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
        let packed = sender.mapping.packed();
        let (name, sender) = (fields.text("name"), sender.name.as_str());
        let metadata = fields.text("metadata");
        let looked = Looked { report: &report, content, name, sender, mapping: &packed, metadata, earlier: None };
        return page(&cx, &tree, Some(&looked), (fields, &problems), status).await;
    }
    let tx = cx.begin().await?;
    values::apply(&tx, &mut report, &reason).await?;
    if !sender.name.is_empty() {
        let file_name = crate::import::said::tidy(fields.text("name"));
        let before = senders::sender(&tx, &sender.name).await?;
        // Only what is new about the sender is remembered.
        let has_news = has_news || before.is_none_or(|before| before.mapping != sender.mapping);
        let digest = kind::digest(&bytes);
        note(&cx, &tx, &tree, sender, ((&digest, &file_name), report.counts()), has_news).await?;
    }
    tx.commit().await?;
    Ok(cx.done("/indicators", "indicators-done-imported"))
}
