//! In which letters a text is written.

use std::borrow::Cow;
use std::io::{Read, Seek};

use encoding_rs::{Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Fault;

/// In which letters a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, smallest byte first, as Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, largest byte first.
    Utf16Be,
    /// Latin-1 with Windows' additions.
    Latin1,
}

impl Encoding {
    fn of(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Latin1 => WINDOWS_1252,
        }
    }
}

const PORTION: usize = 64 << 10;

/// In which letters a text turned out to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letters {
    pub(crate) encoding: Encoding,
    /// The first line that is not UTF-8, in a text that otherwise is.
    pub(crate) mixed: Option<usize>,
}

/// Reads the whole source once to find out in which letters it is written, and goes back to the start.
pub(crate) fn detect(source: &mut (impl Read + Seek)) -> Result<Letters, Fault> {
    source.rewind()?;
    let mut portion = vec![0_u8; PORTION];
    let mut judge = Judge::default();
    loop {
        let n = source.read(&mut portion)?;
        if n == 0 {
            break;
        }
        judge.take(portion.get(..n).unwrap_or_default());
    }
    source.rewind()?;
    judge.verdict()
}

/// What the bytes so far allow.
#[derive(Default)]
struct Judge {
    start: Vec<u8>,
    /// Bytes of a letter that goes on in the next portion.
    rest: Vec<u8>,
    /// How many lines have ended, and whether the last of them did so with a return.
    n_ended: usize,
    after_return: bool,
    /// The line of the first byte that is not UTF-8.
    not_utf8: Option<usize>,
    /// Whether some letter is UTF-8 and of several bytes: no text in Latin-1 has one, but by a rare chance.
    has_wide: bool,
    /// The line of the first byte that no text has.
    zero: Option<usize>,
    /// Bytes that stand for no letter in Latin-1.
    not_latin: bool,
}

impl Judge {
    fn take(&mut self, bytes: &[u8]) {
        if self.start.len() < 512 {
            self.start.extend(bytes.iter().take(512 - self.start.len()));
        }
        self.not_latin |= bytes.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
        self.rest.extend(bytes);
        let known = std::mem::take(&mut self.rest);
        let mut left = known.as_slice();
        while let Err(error) = std::str::from_utf8(left) {
            let (right, wrong) = left.split_at(error.valid_up_to());
            self.pass(right);
            let Some(n) = error.error_len() else {
                self.rest = wrong.to_vec();
                return;
            };
            self.not_utf8.get_or_insert(self.n_ended + 1);
            // What is wrong is the start of a letter, and so no end of a line.
            self.after_return = false;
            left = wrong.get(n..).unwrap_or_default();
        }
        self.pass(left);
    }

    /// Takes note of bytes that are UTF-8.
    fn pass(&mut self, bytes: &[u8]) {
        self.has_wide |= !bytes.is_ascii();
        for byte in bytes {
            if *byte == 0 {
                self.zero.get_or_insert(self.n_ended + 1);
            }
            let ends = *byte == b'\r' || *byte == b'\n' && !self.after_return;
            self.n_ended += usize::from(ends);
            self.after_return = *byte == b'\r';
        }
    }

    fn verdict(&self) -> Result<Letters, Fault> {
        let plain = |encoding| Ok(Letters { encoding, mixed: None });
        match self.start.as_slice() {
            [0xff, 0xfe, ..] => return plain(Encoding::Utf16Le),
            [0xfe, 0xff, ..] => return plain(Encoding::Utf16Be),
            _ => {}
        }
        let zeros = |odd: usize| {
            let places = self.start.iter().skip(odd).step_by(2);
            4 <= self.start.len() && places.clone().filter(|byte| **byte == 0).count() * 4 > places.count() * 3
        };
        if zeros(1) {
            return plain(Encoding::Utf16Le);
        }
        if zeros(0) {
            return plain(Encoding::Utf16Be);
        }
        let cut = (!self.rest.is_empty()).then_some(self.n_ended + 1);
        let says_utf8 = self.start.starts_with(&[0xef, 0xbb, 0xbf]);
        if let Some(line) = self.zero {
            return Err(Fault::Encoding { line });
        }
        match self.not_utf8.or(cut) {
            None => plain(Encoding::Utf8),
            // It says that it is UTF-8, and is not; or some bytes are no letters in Latin-1 either.
            Some(line) if says_utf8 || (self.not_latin && !self.has_wide) => Err(Fault::Encoding { line }),
            Some(line) => Ok(Letters { encoding: Encoding::Latin1, mixed: self.has_wide.then_some(line) }),
        }
    }
}

/// The text of a file that lies in memory.
///
/// # Errors
///
/// [`Fault::Encoding`] when its letters are none that we know, or UTF-8 in some places and Latin-1 in others.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    let mut judge = Judge::default();
    for portion in bytes.chunks(PORTION) {
        judge.take(portion);
    }
    match judge.verdict()? {
        Letters { mixed: Some(line), .. } => Err(Fault::Encoding { line }),
        Letters { encoding, mixed: None } => Ok(encoding.of().decode(bytes).0),
    }
}

/// A source as UTF-8 with `\n` at the end of lines, a portion at a time.
pub(crate) struct Decoded<R> {
    source: R,
    decoder: Decoder,
    bytes: Vec<u8>,
    text: String,
    after_return: bool,
    done: bool,
}

impl<R: Read> Decoded<R> {
    pub(crate) fn new(source: R, encoding: Encoding) -> Self {
        let decoder = encoding.of().new_decoder_with_bom_removal();
        Self {
            source,
            decoder,
            bytes: vec![0; PORTION],
            text: String::with_capacity(3 * PORTION + 16),
            after_return: false,
            done: false,
        }
    }

    /// The next portion; empty at the end.
    pub(crate) fn next(&mut self) -> Result<Vec<u8>, Fault> {
        while !self.done {
            let n = self.source.read(&mut self.bytes)?;
            self.done = n == 0;
            self.text.clear();
            let read = self.bytes.get(..n).unwrap_or_default();
            // There is always room: no byte becomes more than three.
            let _all_read = self.decoder.decode_to_string(read, &mut self.text, self.done);
            let mut lines = Vec::with_capacity(self.text.len());
            for byte in self.text.bytes() {
                match byte {
                    b'\n' if self.after_return => {}
                    b'\r' => lines.push(b'\n'),
                    other => lines.push(other),
                }
                self.after_return = byte == b'\r';
            }
            if !lines.is_empty() {
                return Ok(lines);
            }
        }
        Ok(Vec::new())
    }
}

/// A text that is UTF-8 taken for Latin-1, put right: `sykehÃ¸yet` was `sykehøyet`. `None` when
/// nothing is wrong with it.
pub fn mended(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'Â', 'â', 'Å', 'Ä']) {
        return None;
    }
    let (bytes, _, unmappable) = WINDOWS_1252.encode(text);
    if unmappable {
        return None;
    }
    let mended = std::str::from_utf8(&bytes).ok()?;
    (mended != text).then(|| mended.to_owned())
}

/// Whether a text that was taken for Latin-1 has letters of UTF-8 among others, so that it cannot be put right.
pub(crate) fn is_spoilt(text: &str) -> bool {
    let (bytes, _, _) = WINDOWS_1252.encode(text);
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_apart() {
        let latin: Vec<u8> = "blåbær".chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        assert_eq!(decode(&latin).unwrap(), "blåbær");
        assert_eq!(decode("blåbær".as_bytes()).unwrap(), "blåbær");
        assert_eq!(decode("\u{feff}blåbær".as_bytes()).unwrap(), "blåbær");
        let wide: Vec<u8> = "blåbær;x".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide).unwrap(), "blåbær;x");
        let big: Vec<u8> = "\u{feff}blåbær".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&big).unwrap(), "blåbær");
        assert!(matches!(decode(b"\xef\xbb\xbfbl\xe5"), Err(Fault::Encoding { line: 1 })));
        assert!(matches!(decode(b"ab\x81cd\xe5"), Err(Fault::Encoding { line: 1 })));
        assert!(matches!(decode(b"a;b\nc;d\0\n"), Err(Fault::Encoding { line: 2 })));
    }

    #[test]
    fn letters_of_two_kinds_are_refused_at_the_first_that_is_not_utf8() {
        for end in ["\n", "\r\n", "\r"] {
            let lines = [b"bl\xc3\xa5".as_slice(), b"b\xc3\xa6r", b"B\xf8", b"S\xf8r"];
            let text = lines.join(end.as_bytes());
            assert!(matches!(decode(&text), Err(Fault::Encoding { line: 3 })), "{end:?}");
            // Over the edge of a portion, too: a letter of two bytes, and an end of line of two.
            for n in PORTION - 4..=PORTION {
                let long = [&b"x".repeat(n), &b"\xc3\xa5"[..], end.as_bytes(), b"\xe5"].concat();
                assert!(matches!(decode(&long), Err(Fault::Encoding { line: 2 })), "{end:?} {n}");
            }
        }
        assert!(matches!(decode(b"bl\xc3\xa5\nb\xc3"), Err(Fault::Encoding { line: 2 })));
    }

    #[test]
    fn what_went_through_the_wrong_letters_is_put_right() {
        assert_eq!(mended("sykehÃ¸yet").as_deref(), Some("sykehøyet"));
        assert_eq!(mended("BodÃ¸ og MÃ¥lselv").as_deref(), Some("Bodø og Målselv"));
        assert_eq!(mended("Ålesund"), None);
        assert_eq!(mended("Bodø"), None);
    }
}
