//! Files that others made: values in many formats, and the content files of the project.
//!
//! Every format is read by a file of its own into the same list ([`said`]), in the sender's codes; then our
//! codes are found ([`translate`]), and one road leads from there into the store ([`values`]): everything
//! that is wrong is told at once, and a file is taken whole or not at all.

pub mod adx;
pub mod content;
pub mod definitions;
pub mod dhis2;
pub mod jsonstat;
pub mod kind;
pub mod measured;
pub mod migrations;
pub mod nki;
pub mod portion;
pub mod report;
pub mod said;
pub mod sender;
pub mod skde;
pub mod sources;
pub mod store;
pub mod table;
pub mod translate;
pub mod values;
pub mod when;
pub mod xml;
