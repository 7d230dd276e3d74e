//! Styles, scripts and fonts, built into the binary and served under a name that changes with
//! their content, so that browsers may keep them for a year.

use std::sync::LazyLock;

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::form::Path;
use crate::ui::Assets;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
// For the typesetter of documents, not for browsers.
#[exclude = "print/*"]
struct Files;

struct Names {
    folder: String,
    css: String,
    js: String,
    favicon: String,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut all = Sha256::new();
    for name in Files::iter() {
        all.update(name.as_bytes());
        if let Some(file) = Files::get(&name) {
            all.update(file.metadata.sha256_hash());
        }
    }
    // The style sheet names its fonts relative to itself, so all files share one folder.
    let folder: String = hex::encode(all.finalize()).chars().take(12).collect();
    let at = |file: &str| format!("/assets/{folder}/{file}");
    Names { css: at("varde.css"), js: at("varde.js"), favicon: at("favicon.svg"), folder }
});

pub(crate) fn links() -> Assets<'static> {
    let names = &*NAMES;
    Assets { css: &names.css, js: &names.js, favicon: &names.favicon }
}

/// `GET /assets/{folder}/{file}`
pub(crate) async fn serve(Path(place): Path<(String, String)>) -> Response {
    let (folder, file) = place;
    let Some(found) = Files::get(&file).filter(|_| folder == NAMES.folder) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = found.metadata.mimetype().to_owned();
    (
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned())],
        found.data,
    )
        .into_response()
}
