//! A text as the rules read it: its visible signs, the words and the groups of digits among them.

use std::ops::Range;

/// A stretch of signs, counted in the reading and not in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A visible character and its bytes in the text.
struct Sign {
    value: char,
    start: usize,
    end: usize,
}

/// A run of letters.
pub(super) struct Word {
    pub(super) span: Span,
    /// Folded for comparison, see [`folded`].
    pub(super) text: String,
    /// Whether it begins with a capital letter.
    pub(super) is_capital: bool,
}

/// A run of the digits 0 to 9.
pub(super) struct Group {
    pub(super) span: Span,
    pub(super) digits: Vec<u8>,
    /// What ties it to the group before as parts of one number, if anything does: a space, or the mark between them
    /// (`.`, `-`, `/`, `:`, `,` or `)`).
    pub(super) joint: Option<char>,
}

/// The text taken apart.
pub(super) struct Reading {
    signs: Vec<Sign>,
    pub(super) words: Vec<Word>,
    pub(super) groups: Vec<Group>,
}

impl Reading {
    pub(super) fn of(text: &str) -> Self {
        let signs: Vec<Sign> = text
            .char_indices()
            .filter(|(_, value)| !is_invisible(*value))
            .map(|(start, value)| Sign { value, start, end: start + value.len_utf8() })
            .collect();
        let words = stretches(&signs, |value, is_first| value.is_alphabetic() || (!is_first && is_combining(value)));
        let groups = stretches(&signs, |value, _| value.is_ascii_digit());
        let mut reading = Self { signs, words: Vec::new(), groups: Vec::new() };
        reading.words = words.into_iter().map(|span| reading.word(span)).collect();
        let mut previous_end = None;
        for span in groups {
            let joint = previous_end.and_then(|end| reading.joint(Span { start: end, end: span.start }));
            let digits =
                reading.values(span).filter_map(|value| value.to_digit(10)).filter_map(|digit| digit.try_into().ok());
            let digits = digits.collect();
            reading.groups.push(Group { span, digits, joint });
            previous_end = Some(span.end);
        }
        reading
    }

    /// How many signs there are.
    pub(super) fn len(&self) -> usize {
        self.signs.len()
    }

    /// The sign at a place.
    pub(super) fn sign(&self, at: usize) -> Option<char> {
        self.signs.get(at).map(|sign| sign.value)
    }

    /// The sign before a place.
    pub(super) fn sign_before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|before| self.sign(before))
    }

    /// The signs of a stretch.
    pub(super) fn values(&self, span: Span) -> impl Iterator<Item = char> + '_ {
        self.signs.get(span.start..span.end).unwrap_or_default().iter().map(|sign| sign.value)
    }

    /// Where a stretch lies in the text; nothing when it is empty.
    pub(super) fn bytes(&self, span: Span) -> Option<Range<usize>> {
        match self.signs.get(span.start..span.end)? {
            [] => None,
            [only] => Some(only.start..only.end),
            [first, .., last] => Some(first.start..last.end),
        }
    }

    /// The place among the groups of the first that starts here or later.
    pub(super) fn group_from(&self, at: usize) -> usize {
        self.groups.partition_point(|group| group.span.start < at)
    }

    /// The place among the words of the first that starts here or later.
    pub(super) fn word_from(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.span.start < at)
    }

    /// Whether the groups of these places are a number of their own, with no further group tied to it.
    pub(super) fn is_whole(&self, places: &Range<usize>) -> bool {
        let is_start = self.groups.get(places.start).is_some_and(|group| group.joint.is_none());
        is_start && self.groups.get(places.end).is_none_or(|group| group.joint.is_none())
    }

    fn word(&self, span: Span) -> Word {
        let is_capital = self.sign(span.start).is_some_and(char::is_uppercase);
        Word { span, text: folded(self.values(span)), is_capital }
    }

    fn joint(&self, gap: Span) -> Option<char> {
        if 3 < gap.end - gap.start {
            return None;
        }
        let mut marks = self.values(gap).filter(|value| !is_space(*value));
        let n_spaces = self.values(gap).filter(|value| is_space(*value)).count();
        match (marks.next(), marks.next(), n_spaces) {
            (None, _, 1 | 2) => Some(' '),
            (Some('-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}'), None, _) => Some('-'),
            (Some(')'), None, _) => Some(')'),
            (Some(mark @ ('.' | '/' | ':' | ',')), None, 0) => Some(mark),
            _ => None,
        }
    }
}

/// The longest stretches of signs that belong, `belongs` being told whether a sign would be the first.
fn stretches(signs: &[Sign], belongs: impl Fn(char, bool) -> bool) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = None;
    for (at, sign) in signs.iter().enumerate() {
        match (start, belongs(sign.value, start.is_none())) {
            (None, true) => start = Some(at),
            (Some(first), false) => {
                spans.push(Span { start: first, end: at });
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    spans.extend(start.map(|first| Span { start: first, end: signs.len() }));
    spans
}

/// Lower case, with ways of writing the same letter made one: `aa` is `å`, `ä` is `æ` and `ö` is `ø`, composed or
/// not; other accents of the Nordic, Sámi and western European alphabets fall away. `ae` and `oe` are left, since
/// they end too many Norwegian words (*datoen*). Simple on purpose: both sides of a comparison go through it, so the
/// price is at most that two different names look alike.
pub(super) fn folded(signs: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    for sign in signs.flat_map(char::to_lowercase) {
        let plain = match sign {
            'ä' => 'æ',
            'ö' => 'ø',
            'á' | 'à' | 'â' | 'ã' | 'ā' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ō' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'ū' => 'u',
            'ý' | 'ÿ' => 'y',
            'ç' | 'č' | 'ć' => 'c',
            'đ' | 'ð' => 'd',
            'ł' => 'l',
            'ñ' | 'ŋ' | 'ń' => 'n',
            'š' | 'ś' => 's',
            'ŧ' => 't',
            'ž' | 'ź' | 'ż' => 'z',
            other => other,
        };
        // The letter before and this one may be one letter together.
        let joined = match (text.chars().next_back(), plain) {
            (Some('a'), 'a' | '\u{30a}') => Some('å'),
            (Some('a'), '\u{308}') => Some('æ'),
            (Some('o'), '\u{308}') => Some('ø'),
            _ => None,
        };
        if let Some(letter) = joined {
            text.pop();
            text.push(letter);
        } else if !is_combining(plain) {
            text.push(plain);
        }
    }
    text
}

/// Spaces within a line.
pub(super) fn is_space(sign: char) -> bool {
    sign != '\n' && sign != '\r' && sign.is_whitespace()
}

/// Marks that belong to the letter before them.
fn is_combining(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Signs that take no room: soft hyphen, zero-width signs and direction marks.
fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}
