//! Tables that fit a phone, say how they are sorted, and say so when they are empty.

use maud::{Markup, Render, html};

use super::button::{Weight, link_button};
use super::icon::Icon;

/// How a column is sorted now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorted {
    /// Not by this column.
    No,
    /// Smallest first.
    Up,
    /// Largest first.
    Down,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, Default)]
pub struct Column<'a> {
    /// Its heading.
    pub label: &'a str,
    /// Numbers stand to the right.
    pub numeric: bool,
    /// Hides the heading from the eye, for columns of buttons.
    pub hidden: bool,
    /// Address that sorts by this column, and how it is sorted now.
    pub sort: Option<(&'a str, Sorted)>,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub fn text(label: &'a str) -> Self {
        Self { label, ..Self::default() }
    }

    /// A column of numbers.
    pub fn number(label: &'a str) -> Self {
        Self { label, numeric: true, ..Self::default() }
    }

    /// A column of links or buttons; its heading is only heard.
    pub fn actions(label: &'a str) -> Self {
        Self { label, hidden: true, ..Self::default() }
    }

    /// The same column with a heading that sorts.
    #[must_use]
    pub fn sorted(self, href: &'a str, now: Sorted) -> Self {
        Self { sort: Some((href, now)), ..self }
    }
}

/// A table; each row has one cell per column, and the first cell names the row.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    /// What the table shows; also the name of the region that scrolls.
    pub caption: &'a str,
    /// Hides the caption from the eye where a heading already says it.
    pub caption_hidden: bool,
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// The rows.
    pub rows: &'a [Vec<Markup>],
    /// Shown instead when there are no rows; usually an [`super::feedback::empty_state`].
    pub empty: &'a Markup,
    /// Turns rows into small cards on phones instead of scrolling sideways.
    pub stack: bool,
}

impl Render for Table<'_> {
    fn render(&self) -> Markup {
        if self.rows.is_empty() {
            return html! { div.scroll { (self.empty) } };
        }
        // Roles are spelled out because `display: block` on phones takes the table's own away.
        html! {
            div.scroll role="region" aria-label=(self.caption) tabindex="0" {
                table.ds-table.stack[self.stack] role="table" {
                    caption.ds-sr-only[self.caption_hidden] { (self.caption) }
                    thead role="rowgroup" { tr role="row" {
                        @for column in self.columns { (head(column)) }
                    } }
                    tbody role="rowgroup" {
                        @for row in self.rows { tr role="row" {
                            @for (place, (cell, column)) in row.iter().zip(self.columns).enumerate() {
                                @if place == 0 {
                                    th scope="row" role="rowheader" data-num[column.numeric] { (cell) }
                                } @else {
                                    td role="cell" data-num[column.numeric] data-label=(column.label) { (cell) }
                                }
                            }
                        } }
                    }
                }
            }
        }
    }
}

fn head(column: &Column<'_>) -> Markup {
    let sort = column.sort.map(|(_, now)| now);
    let aria = match sort {
        Some(Sorted::Up) => Some("ascending"),
        Some(Sorted::Down) => Some("descending"),
        Some(Sorted::No) | None => None,
    };
    let icon = match sort {
        Some(Sorted::Up) => Icon::SortUp,
        Some(Sorted::Down) => Icon::SortDown,
        Some(Sorted::No) | None => Icon::SortBoth,
    };
    html! {
        th scope="col" role="columnheader" data-num[column.numeric] aria-sort=[aria] {
            @if let Some((href, _)) = column.sort {
                a href=(href) data-sort { (column.label) (icon) }
            } @else if column.hidden {
                span.ds-sr-only { (column.label) }
            } @else {
                (column.label)
            }
        }
    }
}

/// Forward and back through a long list. `previous` and `next` are (label, href).
#[derive(Debug, Clone, Copy)]
pub struct Pager<'a> {
    /// Name of the navigation, for those who listen.
    pub label: &'a str,
    /// Where one is: "Viser 26–50 av 214".
    pub status: &'a str,
    /// The page before.
    pub previous: Option<(&'a str, &'a str)>,
    /// The page after.
    pub next: Option<(&'a str, &'a str)>,
}

impl Render for Pager<'_> {
    fn render(&self) -> Markup {
        html! {
            nav.pager aria-label=(self.label) {
                span.quiet { (self.status) }
                span.row {
                    @if let Some((label, href)) = self.previous {
                        (link_button(label, href, Weight::Secondary, Some(Icon::ArrowLeft)))
                    }
                    @if let Some((label, href)) = self.next {
                        a.ds-button href=(href) data-variant="secondary" rel="next" { (label) (Icon::ArrowRight) }
                    }
                }
            }
        }
    }
}
