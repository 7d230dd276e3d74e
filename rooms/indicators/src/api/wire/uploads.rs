//! Large files as they are written for other programs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::Ctx;

use crate::import::store::Delivery;
use crate::model::{self, KeptProblem};
use crate::views;

/// A large file on its way in.
#[derive(Serialize, ToSchema)]
pub struct Upload {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// From whom it is; empty when no sender was named.
    pub sender: String,
    /// When the same file from the same sender was taken before; none when it was not.
    pub taken_before: Option<String>,
    /// receiving, reading, ready, applying, done, refused or cancelled.
    pub state: String,
    /// How much of the work in this state is done.
    pub percent: i64,
    /// How long it is.
    pub n_bytes: i64,
    /// How much of it has come.
    pub n_stored: i64,
    /// In how many parts; the next one has this number.
    pub n_parts: i64,
    /// How many rows are right so far.
    pub n_rows: i64,
    /// How many of them are new values.
    pub n_new: i64,
    /// How many replace another.
    pub n_changed: i64,
    /// How many are there already.
    pub n_unchanged: i64,
    /// How many problems were found so far.
    pub n_problems: i64,
    /// Whether it ends without the end of a line.
    pub is_cut: bool,
    /// What is wrong, the first of it.
    pub problems: Vec<UploadProblem>,
}

/// One problem of a file.
#[derive(Serialize, ToSchema)]
pub struct UploadProblem {
    /// The line; none for the file as a whole.
    pub line: Option<i64>,
    /// The column.
    pub column: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Upload {
    /// A file with what is wrong with it.
    pub fn new(cx: &Ctx, from: model::Upload, (found, earlier): (&[KeptProblem], Option<&Delivery>)) -> Self {
        let percent = from.percent();
        Self {
            id: from.id.to_string(),
            name: from.name,
            sender: from.sender,
            taken_before: earlier.map(|earlier| earlier.at.to_string()),
            state: from.state.name().to_owned(),
            percent,
            n_bytes: from.n_bytes,
            n_stored: from.n_stored,
            n_parts: from.n_parts,
            n_rows: from.n_rows,
            n_new: from.n_new,
            n_changed: from.n_changed,
            n_unchanged: from.n_unchanged,
            n_problems: from.n_problems,
            is_cut: from.is_cut,
            problems: found
                .iter()
                .map(|one| UploadProblem {
                    line: one.line,
                    column: one.column.clone(),
                    message: views::kept_text(cx, one),
                })
                .collect(),
        }
    }
}

/// A file that is about to be sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUpload {
    /// What it is called.
    pub name: String,
    /// How long it is.
    pub n_bytes: i64,
    /// Read as is remembered for this sender.
    #[serde(default)]
    pub sender: String,
    /// What a DHIS2 says about the values: its metadata as JSON text, besides what is remembered for the sender.
    #[serde(default)]
    pub metadata: String,
}

/// A part of a file.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UploadPart {
    /// Its bytes in base64.
    pub base64: String,
}

/// A yes to a file.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UploadYes {
    /// Why values are replaced; needed when some are.
    #[serde(default)]
    pub reason: String,
}
