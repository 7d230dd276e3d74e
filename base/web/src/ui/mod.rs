//! The parts that pages are built of.
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
pub mod tone;
#[cfg(test)]
mod tests;

pub use button::{Button, Weight, button, link, link_button, post_button, print_button};
pub use card::{FigureCard, Picture, card, card_with, columns, fold, grid, meta, no_print, panel, print_only, section, sr_only};
pub use choice::{Checkbox, Choices, FileUpload, checkboxes, radios};
pub use feedback::{Progress, alert, empty_state, note};
pub use field::{Choice, Field, Kind, Select, TextArea};
pub use form::{Clash, ConflictBox, Confirm, Draft, Form, error_summary, field_group, filter_bar, form, hidden, query_form, submit_row};
pub use icon::Icon;
pub use layout::{Assets, Plain, Scheme, Search, Shell, UserBox, Words};
pub use list::{Branch, Event, LinkItem, Step, StepState, facts, link_list, steps, timeline, tree};
pub use nav::{Crumb, MenuItem, Switch, Tab, UnitPicker, tabs};
pub use table::{Column, Pager, Sorted, Table};
pub use tone::{Tag, Tone, label_tag};
