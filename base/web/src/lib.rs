//! The web side of the house, shared by all rooms: who asks ([`Ctx`]), what they send in
//! ([`Form`], [`Query`], [`Path`], [`Json`]), what they get (pages built of [`ui`]), in which words
//! ([`Say`]), and how rooms present themselves ([`Room`]).

mod app;
mod assets;
pub mod cookies;
mod ctx;
mod desk;
pub mod elsewhere;
mod error;
mod form;
mod form_view;
mod gate;
mod heavy;
mod json;
pub mod limits;
mod list;
pub mod mail;
mod meanwhile;
mod openapi;
mod page;
mod printing;
pub mod proxies;
mod room;
mod seal;
mod server;
mod sources;
mod texts;
pub mod told;
pub mod ui;
mod unit_names;
mod words;

pub use app::{App, Config, Parts};
pub use ctx::Ctx;
pub use desk::{kind_key, local};
pub use error::{BodyFault, Error};
pub use form::{Fields, Form, FromPath, MAX_LONG_TEXT, MAX_TEXT, Path, Query, Upload, read_date, read_number};
pub use form_view::{FormView, Labels, Options};
pub use gate::{Gate, Visitor};
pub use heavy::heavy;
pub use json::{Checked, Cursor, InputProblem, Json, Listed, ProblemDetails};
pub use list::{Sorting, page_of, paged, pager, pager_on, whose, with};
pub use openapi::openapi;
pub use page::{Page, role_key};
pub use printing::{Printer, made_up, printed_from, printout};
pub use room::{
    BesideAsk, BesideFn, BoxFuture, Cited, Every, Hanging, HomeAsk, HomeFn, JobKind, MenuEntry, Need, Room, Route,
    Telling, UnitTab, WorkAsk, WorkFn,
};
pub use seal::{Seal, SealError};
pub use server::{NAMELESS, needs, router};
pub use sources::SourcesFn;
pub use texts::{Room as TextRoom, TextAsk, Texts, confirm, text_fields};
pub use unit_names::{apart, told_unit, unit_name};
pub use words::{Arg, Say, Translator, decimals, voice};

/// The house's own words.
pub(crate) const LOCALES: [&str; 3] =
    [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")];

/// A fresh secret of 32 random bytes as text, for sessions, tokens and guards. `None` when the
/// system gives no random bytes.
pub fn secret_text() -> Option<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(hex::encode(bytes))
}
