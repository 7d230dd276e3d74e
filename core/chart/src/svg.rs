//! A small writer of SVG: elements with escaped attributes, closed in the right order.

use crate::ink::{Colours, Role};
use crate::text::escape;

/// Fonts asked for when the page has no say; one family list for page, file and document.
const FONTS: &str = "Inter, system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif";

/// The picture as it is being written.
pub(crate) struct Svg {
    out: String,
    open: Vec<&'static str>,
    colours: Colours,
}

/// An element whose attributes are being written; ended by `end`, `start` or `words`.
pub(crate) struct Tag<'s> {
    svg: &'s mut Svg,
    name: &'static str,
}

/// The frame of a picture: what the root element says about it.
pub(crate) struct Frame<'a> {
    pub id: &'a str,
    pub class: &'a str,
    pub role: &'a str,
    /// What kind of chart it is, for scripts that walk its points; empty where there are none to walk.
    pub kind: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    pub width: f64,
    pub height: f64,
    pub colours: Colours,
}

impl Svg {
    /// Opens the root element with its title and description.
    pub fn begin(frame: &Frame) -> Self {
        let mut svg = Self { out: String::with_capacity(8192), open: Vec::new(), colours: frame.colours };
        let id = clean_id(frame.id);
        let size = format!("0 0 {} {}", number(frame.width), number(frame.height));
        let (title_id, description_id) = (format!("{id}-title"), format!("{id}-desc"));
        let described = !frame.description.is_empty();
        let mut root = svg
            .tag("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("viewBox", &size)
            .attr("class", frame.class)
            .attr("role", frame.role)
            .attr("aria-labelledby", &title_id);
        if !frame.kind.is_empty() {
            root = root.attr("data-chart", frame.kind);
        }
        if described {
            root = root.attr("aria-describedby", &description_id);
        }
        root.attr("font-family", FONTS).start();
        svg.tag("title").attr("id", &title_id).words(frame.title);
        if described {
            svg.tag("desc").attr("id", &description_id).words(frame.description);
        }
        svg
    }

    /// Begins an element.
    pub fn tag(&mut self, name: &'static str) -> Tag<'_> {
        self.out.push('<');
        self.out.push_str(name);
        Tag { svg: self, name }
    }

    /// Closes the innermost open element.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    /// A `<title>` child, shown by the browser when the pointer rests on the element.
    pub fn title(&mut self, words: &str) {
        self.tag("title").words(words);
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), role: Role, width: f64) {
        self.tag("line").num("x1", from.0).num("y1", from.1).num("x2", to.0).num("y2", to.1).stroke(role, width).end();
    }

    /// A lying bracket over periods without values.
    pub fn bracket(&mut self, from: f64, to: f64, y: f64) {
        self.tag("path")
            .attr("d", &format!("M{from:.1} {:.1}V{y:.1}H{to:.1}V{:.1}", y + 4.0, y + 4.0))
            .attr("fill", "none")
            .stroke(Role::Line, 1.0)
            .end();
    }

    /// An unseen disc that makes a point easy to hit and shows where the keyboard is.
    pub fn hit(&mut self, at: (f64, f64)) {
        self.tag("circle")
            .attr("class", "chart-hit")
            .num("cx", at.0)
            .num("cy", at.1)
            .num("r", 10.0)
            .attr("fill", "none")
            .attr("stroke", "none")
            .attr("pointer-events", "all")
            .end();
    }

    /// Closes everything and hands out the text.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }
}

impl Tag<'_> {
    /// Writes one attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        let out = &mut self.svg.out;
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        out.push_str(&escape(value));
        out.push('"');
        self
    }

    /// Writes one attribute that is a length.
    pub fn num(self, name: &str, value: f64) -> Self {
        self.attr(name, &number(value))
    }

    /// Fills with the colour of a role.
    pub fn fill(self, role: Role) -> Self {
        let paint = role.paint(self.svg.colours);
        self.attr("fill", &paint)
    }

    /// Strokes with the colour of a role.
    pub fn stroke(self, role: Role, width: f64) -> Self {
        let paint = role.paint(self.svg.colours);
        self.attr("stroke", &paint).num("stroke-width", width)
    }

    /// Ends an element without content.
    pub fn end(self) {
        self.svg.out.push_str("/>");
    }

    /// Leaves the element open for children; `Svg::close` ends it.
    pub fn start(self) {
        self.svg.out.push('>');
        self.svg.open.push(self.name);
    }

    /// Ends the element with words as its content.
    pub fn words(self, words: &str) {
        self.svg.out.push('>');
        self.svg.out.push_str(&escape(words));
        self.svg.out.push_str("</");
        self.svg.out.push_str(self.name);
        self.svg.out.push('>');
    }
}

/// A coordinate with at most one decimal; what is not a number becomes 0.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A count as a number to calculate with; far beyond what a picture can hold it stays at the limit.
pub(crate) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Straight lines from place to place.
pub(crate) fn path_through(places: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (i, (x, y)) in places.iter().enumerate() {
        path.push(if i == 0 { 'M' } else { 'L' });
        path.push_str(&number(*x));
        path.push(' ');
        path.push_str(&number(*y));
    }
    path
}

/// An id that may stand in `id` and in a list of ids: letters, digits, hyphen and underscore.
pub(crate) fn clean_id(id: &str) -> String {
    let kept: String = id.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).collect();
    if kept.is_empty() { "chart".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short_and_always_numbers() {
        for (value, text) in
            [(1.0, "1"), (1.25, "1.2"), (-0.01, "0"), (f64::NAN, "0"), (f64::INFINITY, "0"), (1200.05, "1200.0")]
        {
            let expected = text.strip_suffix(".0").unwrap_or(text);
            assert_eq!(number(value), expected);
        }
    }

    #[test]
    fn ids_hold_no_spaces() {
        assert_eq!(clean_id("goal 1\"x"), "goal-1-x");
        assert_eq!(clean_id(""), "chart");
    }
}
