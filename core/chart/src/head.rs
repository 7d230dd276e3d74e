//! The head of a picture: the question, the answer, and what the value axis shows.

use crate::Layout;
use crate::ink::Role;
use crate::svg::{Svg, count};
use crate::text::wrap;
use crate::words::{LINE, paragraph};

/// Wrapped words above the plot.
pub(crate) struct Head {
    title: Vec<String>,
    answer: Vec<String>,
    y_label: Vec<String>,
    size: f64,
}

impl Head {
    /// Wraps the words; without `shown` the page says question and answer itself.
    pub fn new(layout: Layout, shown: bool, title: &str, answer: &str, y_label: &str) -> Self {
        let (size, room) = (layout.size(), layout.width() - 2.0);
        let most = if layout == Layout::Wide { 4 } else { 7 };
        let wrapped = |words: &str, size, bold| if shown { wrap(words, size, bold, room, most) } else { Vec::new() };
        Self {
            title: wrapped(title, size + 3.0, true),
            answer: wrapped(answer, size, false),
            y_label: wrap(y_label, size, false, room, 3),
            size,
        }
    }

    /// Height of it all.
    pub fn height(&self) -> f64 {
        let block = |lines: &[String], size: f64, air: f64| {
            if lines.is_empty() { 0.0 } else { count(lines.len()) * size * LINE + air }
        };
        block(&self.title, self.size + 3.0, 2.0)
            + block(&self.answer, self.size, 10.0)
            + block(&self.y_label, self.size, 6.0)
    }

    /// Writes it from the top of the picture.
    pub fn draw(&self, svg: &mut Svg) {
        let size = self.size;
        let mut y = paragraph(svg, &self.title, (0.0, 0.0), size + 3.0, Role::Ink, true);
        y += if self.title.is_empty() { 0.0 } else { 2.0 };
        y = paragraph(svg, &self.answer, (0.0, y), size, Role::Ink, false);
        y += if self.answer.is_empty() { 0.0 } else { 10.0 };
        paragraph(svg, &self.y_label, (0.0, y), size, Role::Muted, false);
    }
}
