//! The parts that pages are built of. They take words that are already translated, know nothing of
//! Varde's things, and need only maud. Structs are written with `..X::default()` where they have
//! one and drawn by standing in `html! { (part) }`.
//!
//! | for | use |
//! | --- | --- |
//! | the document | [`Shell`], [`Plain`] with [`Assets`], [`Words`], [`Scheme`], [`Search`], [`UserBox`], [`MenuItem`], [`Crumb`], [`Switch`], [`UnitPicker`] |
//! | fields | [`Field`] with [`Kind`], [`TextArea`], [`Select`], [`radios`] and [`checkboxes`] of [`Choices`], [`Choice`], [`Checkbox`], [`FileUpload`] |
//! | forms | [`form()`], [`Form`] with [`Draft`], [`query_form`], [`hidden`], [`error_summary`], [`field_group`], [`submit_row`], [`filter_bar`], [`conflict`], [`ConflictBox`] with [`Clash`], [`Confirm`] |
//! | pressing and going | [`Button`], [`button()`], [`link_button`], [`post_button`], [`link`], [`print_button`] with [`Weight`] |
//! | tables | [`Table`], [`Column`], [`Sorted`], [`Pager`] |
//! | cards and pictures | [`card()`], [`card_with`], [`panel`], [`FigureCard`], [`Picture`], [`grid`], [`columns`], [`section`], [`fold`] |
//! | lists | [`facts`], [`link_list`] of [`LinkItem`], [`timeline`] of [`Event`], [`steps`] of [`Step`], [`tree`] of [`Branch`], [`tabs`] of [`Tab`] |
//! | saying how it stands | [`Tag`], [`Tone`], [`label_tag`], [`alert`], [`note`](note()), [`empty_state`], [`Progress`], [`meta`], [`Icon`] |
//! | paper and ears | [`print_only`], [`no_print`], [`sr_only`] |
//!
//! A form page:
//!
//! ```
//! use maud::{Render, html};
//! use varde_web::ui::{Field, Kind, error_summary, form, submit_row};
//!
//! let page = form("/plans", "guard", html! {
//!     (error_summary("One thing must be put right", &[("due", "Choose a day")]))
//!     (Field { id: "due", name: "due", label: "Due", kind: Kind::Date, error: Some("Choose a day"), ..Field::default() })
//!     (submit_row("Save", Some(("Cancel", "/plans")), None))
//! });
//! assert!(page.0.contains(r#"aria-describedby="due-error""#));
//! ```
//!
//! Rules: ids are unique on the page and the field's id is what the error summary links to; words
//! for "optional" come through `mark`; numbers come already written for the reader's language; a
//! missing number is `None` and says so. Layout classes for the rest: `row`, `grid`, `flow`
//! (space between children), `prose` (running text), `quiet`, `small`, `nums`, `plain` (list
//! without bullets). The policy the pages run under needs `img-src 'self' data:` for the icons.

pub mod button;
pub mod card;
pub mod choice;
pub mod feedback;
pub mod field;
pub mod form;
pub mod icon;
pub mod layout;
pub mod list;
pub mod nav;
pub mod table;
#[cfg(test)]
mod tests;
pub mod tone;

pub use button::{Button, Weight, button, link, link_button, post_button, print_button};
pub use card::{
    FigureCard, Picture, card, card_with, columns, fold, grid, meta, no_print, panel, print_only, section, sr_only,
};
pub use choice::{Checkbox, Choices, FileUpload, checkboxes, radios};
pub use feedback::{Progress, alert, empty_state, note};
pub use field::{Choice, Field, Kind, Select, TextArea};
pub use form::{
    Clash, Confirm, ConflictBox, Draft, Form, conflict, error_summary, field_group, filter_bar, form, hidden,
    query_form, submit_row,
};
pub use icon::Icon;
pub use layout::{Assets, Plain, Scheme, Search, Shell, UserBox, Words};
pub use list::{Branch, Event, LinkItem, Step, StepState, facts, link_list, steps, timeline, tree};
pub use nav::{Crumb, MenuItem, Switch, Tab, UnitPicker, tabs};
pub use table::{Column, Pager, Sorted, Table};
pub use tone::{Tag, Tone, label_tag};
