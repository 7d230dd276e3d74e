//! A printout: what a page says, as data for a document to keep. Whoever makes the document adds no word
//! of its own, so that page and document cannot disagree.

use jiff::civil::Date;

use crate::Locale;

/// A document for readers. Every text is written out in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printout {
    /// The language of the texts.
    pub locale: Locale,
    /// The day that the document bears. The same printout gives the same document.
    pub date: Date,
    /// What it is about, above the title: the unit, or the kind of plan. May be empty.
    pub above: String,
    /// The title.
    pub title: String,
    /// The answer in a sentence or a few, under the title. May be empty.
    pub lead: String,
    /// A warning that stands on every page, such as that the data are made up. Empty for none.
    pub mark: String,
    /// What should be known of it, each with its name.
    pub facts: Vec<(String, String)>,
    /// The rest, in order.
    pub parts: Vec<PrintPart>,
    /// Where it comes from, at the foot of every page.
    pub source: String,
    /// The page among all, with `{page}` and `{pages}` where the numbers go.
    pub page_of: String,
}

/// A piece of a printout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintPart {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Short texts of equal weight.
    List(Vec<String>),
    /// A table.
    Table(PrintTable),
    /// A picture.
    Picture(PrintPicture),
}

/// A table with a row of headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintTable {
    /// The columns' headings.
    pub columns: Vec<PrintColumn>,
    /// The cells, row by row; a cell may hold several lines.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintColumn {
    /// Its heading.
    pub heading: String,
    /// Whether it holds numbers, which are set flush right.
    pub numeric: bool,
}

/// A picture with what it shows in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintPicture {
    /// The picture as SVG, in fixed colours: paper knows no custom properties.
    pub svg: String,
    /// What it shows, for those who do not see it; never empty.
    pub alt: String,
}

impl PrintTable {
    /// A table of texts under these headings.
    pub fn of_texts(headings: impl IntoIterator<Item = String>, rows: Vec<Vec<String>>) -> Self {
        let columns = headings.into_iter().map(|heading| PrintColumn { heading, numeric: false }).collect();
        Self { columns, rows }
    }
}
