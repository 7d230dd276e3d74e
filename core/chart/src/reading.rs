//! Reads pictures back for the tests: a small strict XML reader and what the eye would measure.

use std::collections::BTreeMap;

use crate::place::Rect;
use crate::text::width;

/// An element of a picture.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attrs: BTreeMap<String, String>,
    /// Words directly within.
    pub words: String,
    /// How many elements it lies in.
    pub depth: usize,
}

impl Element {
    pub fn attr(&self, name: &str) -> &str {
        self.attrs.get(name).map_or("", String::as_str)
    }

    pub fn num(&self, name: &str) -> f64 {
        self.attr(name).parse().unwrap_or_else(|_| panic!("{name} of {self:?}"))
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.attr("class").split(' ').any(|found| found == class)
    }
}

/// All elements in document order; panics on anything that is not well-formed.
pub fn read(svg: &str) -> Vec<Element> {
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let words = unescape(&rest[..start]);
        match open.last() {
            Some(inner) => found[*inner].words.push_str(&words),
            None => assert!(words.is_empty(), "words outside the picture: {words}"),
        }
        let end = rest.find('>').expect("every tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let inner = open.pop().expect("an open element");
            assert_eq!(found[inner].name, name, "closed in the wrong order");
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut attrs) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut map = BTreeMap::new();
        while !attrs.trim().is_empty() {
            let (key, after) = attrs.trim_start().split_once("=\"").expect("a quoted attribute");
            let (value, after) = after.split_once('"').expect("a closed quote");
            assert!(!key.contains(char::is_whitespace), "{key}");
            assert!(map.insert(key.to_owned(), unescape(value)).is_none(), "{key} twice in {tag}");
            attrs = after;
        }
        found.push(Element { name: name.to_owned(), attrs: map, words: String::new(), depth: open.len() });
        if !closed {
            open.push(found.len() - 1);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "something was left open");
    assert!(found.iter().filter(|element| element.depth == 0).count() == 1, "one root");
    found
}

fn unescape(text: &str) -> String {
    let legal = |c: char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}' | '<');
    assert!(text.chars().all(legal), "forbidden character in {text:?}");
    for part in text.split('&').skip(1) {
        let entity = part.split(';').next().unwrap_or("");
        assert!(["amp", "lt", "gt", "quot", "#39"].contains(&entity), "entity {entity}");
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// The area that every line of words covers, from its own attributes.
pub fn lines_of_words(elements: &[Element]) -> Vec<(String, Rect)> {
    let area = |text: &Element| {
        let size = text.num("font-size");
        let wide = width(&text.words, size, text.attr("font-weight") == "600");
        let x0 = text.num("x")
            - match text.attr("text-anchor") {
                "end" => wide,
                "middle" => wide / 2.0,
                _ => 0.0,
            };
        // From the top of the capitals to the foot of the descenders.
        let (y0, y1) = (text.num("y") - size * 0.75, text.num("y") + size * 0.2);
        (text.words.clone(), Rect { x0, y0, x1: x0 + wide, y1 })
    };
    elements.iter().filter(|element| element.name == "text").map(area).collect()
}

/// Attributes that hold places and lengths.
const GEOMETRY: [&str; 13] = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "d", "viewBox"];

/// Whether no number has more than one decimal.
fn rounded(value: &str) -> bool {
    value.split('.').skip(1).all(|after| after.chars().take_while(char::is_ascii_digit).count() <= 1)
}

/// Whether a disc, box, line or the first place of a path lies on the page.
fn within(e: &Element, page: &Rect) -> bool {
    let rect = match e.name.as_str() {
        "circle" => Rect::around(e.num("cx"), e.num("cy"), if e.has_class("chart-hit") { 0.0 } else { e.num("r") }),
        "rect" => {
            let (x0, y0) = (e.num("x"), e.num("y"));
            Rect { x0, y0, x1: x0 + e.num("width"), y1: y0 + e.num("height") }
        }
        "line" => {
            let (x, y) = ((e.num("x1"), e.num("x2")), (e.num("y1"), e.num("y2")));
            Rect { x0: x.0.min(x.1), y0: y.0.min(y.1), x1: x.0.max(x.1), y1: y.0.max(y.1) }
        }
        "path" => {
            let (x, y) = e.attr("d")[1..].split_once(' ').expect("a path begins with a place");
            let number = |text: &str| -> f64 {
                let end = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
                text[..end].trim().parse().unwrap_or_else(|_| panic!("{text} in {e:?}"))
            };
            Rect::around(number(x), number(y), 0.0)
        }
        _ => return true,
    };
    rect.within(page)
}

/// What must hold for every picture, whatever it shows.
pub fn check_picture(svg: &str) -> Vec<Element> {
    assert!(!svg.contains("NaN") && !svg.contains("inf "), "{svg}");
    let elements = read(svg);
    let root = &elements[0];
    let size: Vec<f64> = root.attr("viewBox").split(' ').map(|part| part.parse().expect("number")).collect();
    let page = Rect { x0: -1.0, y0: -1.0, x1: size[2] + 1.0, y1: size[3] + 1.0 };
    assert!(elements.iter().all(|e| e.name != "style" && e.name != "script" && !e.attrs.contains_key("style")));
    assert!(elements.iter().all(|e| e.attrs.keys().all(|key| !key.starts_with("on"))));
    let ids: Vec<&str> = elements.iter().map(|e| e.attr("id")).filter(|id| !id.is_empty()).collect();
    for named in [root.attr("aria-labelledby"), root.attr("aria-describedby")] {
        assert!(named.is_empty() || ids.iter().filter(|id| **id == named).count() == 1, "{named} in {ids:?}");
    }
    for e in &elements {
        assert!(within(e, &page), "{e:?} leaves {page:?}");
        assert!(e.attrs.iter().all(|(key, value)| GEOMETRY.contains(&key.as_str()) <= rounded(value)), "{e:?}");
    }
    let least = if size[2] < 400.0 { 16.0 } else { 14.0 };
    assert!(elements.iter().filter(|e| e.name == "text").all(|e| e.num("font-size") >= least));
    let words = lines_of_words(&elements);
    for (i, (text, rect)) in words.iter().enumerate() {
        assert!(rect.within(&page), "{text:?} at {rect:?} leaves {page:?}");
        for (other, at) in &words[..i] {
            assert!(!rect.meets(at), "{text:?} {rect:?} meets {other:?} {at:?}");
        }
    }
    elements
}

/// A small generator of numbers (`SplitMix64`), so that every run tests the same cases.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n.max(1)).expect("fits")).expect("fits")
    }

    /// A number, now and then a troublesome one.
    pub fn number(&mut self) -> f64 {
        let plain = f64::from(u32::try_from(self.below(200_000)).expect("fits")) / 1000.0;
        match self.below(24) {
            0 => f64::NAN,
            1 => f64::INFINITY,
            2 => f64::NEG_INFINITY,
            3 => 1e300,
            4 => -plain,
            5 => plain * 1e9,
            6 => plain * 1e-9,
            7 => 0.0,
            8 => f64::MIN_POSITIVE,
            _ => plain,
        }
    }

    /// Words, now and then troublesome ones.
    pub fn words(&mut self) -> String {
        let pick = [
            "",
            "2017",
            "Mål 2023",
            "<script>&\"'",
            "a\u{0}b\n",
            "Pasientsikkerhetskulturundersøkelsesresultater",
            "Pasientskader i sykehus per tusen liggedøgn i hele landet",
            "x\u{ad}y",
            "日本語",
            "  ",
        ];
        pick[self.below(pick.len())].to_owned()
    }
}
