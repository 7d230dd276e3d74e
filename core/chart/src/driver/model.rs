//! What the caller says.

use crate::{Colours, Layout};

/// How a box stands. Each kind has its own shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatusKind {
    /// On track: a filled circle with a tick.
    Good,
    /// Needs attention: a triangle.
    Watch,
    /// Off track: a diamond with a cross.
    Bad,
    /// Finished: a filled square with a tick.
    Done,
    /// Under way, which says nothing of how it goes: a ring with a dot.
    Running,
    /// Not begun: an open ring.
    Waiting,
    /// Cannot be judged: a dashed ring.
    Unknown,
}

/// A status in shape, colour and word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Shape and colour.
    pub kind: StatusKind,
    /// The word beside the shape.
    pub word: String,
}

/// One box of the diagram.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// What the box is called.
    pub label: String,
    /// Quiet lines below, such as "5 activities".
    pub details: Vec<String>,
    /// How it stands.
    pub status: Option<Status>,
    /// Where the box leads: a path, a fragment or an http(s) address. Others are not linked.
    pub href: Option<String>,
    /// Places in the column to the left of the boxes this one serves. The first decides where the
    /// box stands; without any it stands on its own.
    pub serves: Vec<usize>,
}

/// Boxes of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// What its boxes are, such as "Measures".
    pub heading: String,
    /// The boxes, in reading order.
    pub boxes: Vec<Node>,
}

/// The words the diagram adds on its own.
#[derive(Clone, Copy)]
pub struct DriverTexts<'a> {
    /// Said where a box serves more than the one it stands under, from the names of the others
    /// joined by commas: "Also serves Competence".
    pub also: &'a dyn Fn(&str) -> String,
}

/// Everything a driver diagram needs.
#[derive(Clone, Copy, Default)]
pub struct DriverDiagram<'a> {
    /// Unique on the page; the ids inside the picture begin with it.
    pub id: &'a str,
    /// The question the picture answers.
    pub title: &'a str,
    /// The answer in words, for those who do not see the picture.
    pub description: &'a str,
    /// Whether the title is drawn too. Leave it out where a heading above says the same.
    pub show_title: bool,
    /// From goals to what is done, left to right.
    pub columns: &'a [Column],
    /// The words for the rest.
    pub texts: DriverTexts<'a>,
    /// How much room there is. With more columns than fit side by side the narrow form is drawn.
    pub layout: Layout,
    /// Where the picture is shown.
    pub colours: Colours,
}

fn plain_also(names: &str) -> String {
    format!("+ {names}")
}

impl Default for DriverTexts<'_> {
    fn default() -> Self {
        Self { also: &plain_also }
    }
}

impl Node {
    /// The link, if it is one that may stand on a page.
    pub(super) fn link(&self) -> Option<&str> {
        let href = self.href.as_deref()?.trim();
        let clean = !href.is_empty() && !href.chars().any(|c| c.is_control() || c.is_whitespace());
        let scheme = href.split(['/', '?', '#']).next().unwrap_or("").contains(':');
        let web = href.starts_with("https://") || href.starts_with("http://");
        (clean && (web || !scheme)).then_some(href)
    }

    /// All that the box says, in one line.
    pub(super) fn words(&self, also: Option<&str>) -> String {
        let status = self.status.as_ref().map(|status| status.word.as_str());
        let parts = [self.label.as_str()];
        let parts = parts.into_iter().chain(self.details.iter().map(String::as_str)).chain(also).chain(status);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ").replace('\u{ad}', "")
    }
}
