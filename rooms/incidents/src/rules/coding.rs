//! Classification as an act of its own, apart from reporting: a trained coder places an incident in a code set,
//! finds the code by searching, may look at suggestions from the site's own coded texts, and some incidents are
//! coded twice so that one knows how far the codes can be trusted. See docs/methods/incident-coding.md.

pub mod check;
pub mod double;
#[cfg(test)]
pub(crate) mod fixtures;
mod fold;
pub mod harm;
pub mod lfpse;
pub mod maps;
pub mod model;
pub mod risk;
pub mod search;
pub mod suggest;
