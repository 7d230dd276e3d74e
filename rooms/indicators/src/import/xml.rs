//! XML of other systems, a tag at a time. Entities that a file defines itself are never expanded: a file
//! with such definitions is refused.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Deeper files than this are none of those we read.
const MAX_DEPTH: usize = 32;

/// A tag that opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name without prefix.
    pub name: String,
    /// Its attributes by name without prefix.
    pub attributes: Vec<(String, String)>,
    /// The line on which it stands.
    pub line: usize,
    /// How many tags are open around it.
    pub depth: usize,
}

impl Tag {
    /// An attribute; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

/// What comes next in a file.
pub enum Step<'a> {
    /// A tag opens.
    Open(Tag),
    /// The tag at this depth closes.
    Close(usize),
    /// A text between tags.
    Text(&'a str),
}

/// Why a file is not read, with the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line.
    pub line: usize,
    /// The Fluent key of the message.
    pub key: &'static str,
}

/// Goes through a file until `tell` says no.
///
/// # Errors
///
/// [`Broken`] when the file is no XML, ends in the middle, goes too deep or defines entities.
pub fn each(text: &str, mut tell: impl FnMut(Step<'_>) -> bool) -> Result<(), Broken> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut line, mut counted) = (0_usize, 1_usize, 0_usize);
    let mut count = |to: usize| {
        let passed = text.as_bytes().get(counted..to).unwrap_or_default();
        line += passed.split(|byte| *byte == b'\n').count().saturating_sub(1);
        counted = to.max(counted);
        line
    };
    loop {
        let before = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let here = count(before);
        let event = reader.read_event().map_err(|_| Broken { line: here, key: "indicators-import-not-xml" })?;
        let is_empty = matches!(event, Event::Empty(_));
        let going = match event {
            Event::Start(start) | Event::Empty(start) => {
                if MAX_DEPTH <= depth {
                    return Err(Broken { line: here, key: "indicators-import-not-xml" });
                }
                let tag = tag(&start, (here, depth));
                let tag = tag.ok_or(Broken { line: here, key: "indicators-import-not-xml" })?;
                let going = tell(Step::Open(tag));
                if is_empty {
                    going && tell(Step::Close(depth))
                } else {
                    depth += 1;
                    going
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                tell(Step::Close(depth))
            }
            Event::Text(text) => tell(Step::Text(&text)),
            Event::DocType(_) => return Err(Broken { line: here, key: "indicators-import-xml-entities" }),
            Event::Eof if 0 < depth => return Err(Broken { line: here, key: "indicators-import-cut" }),
            Event::Eof => return Ok(()),
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::GeneralRef(_) => true,
        };
        if !going {
            return Ok(());
        }
    }
}

fn tag(start: &BytesStart<'_>, (line, depth): (usize, usize)) -> Option<Tag> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let value = quick_xml::escape::unescape(&attribute.value).ok()?.into_owned();
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Some(Tag { name: start.local_name().as_ref().to_owned(), attributes, line, depth })
}
