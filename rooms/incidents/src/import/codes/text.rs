//! Bytes into letters.

use super::{Fault, OnLine};

/// What bytes 80 to 9F stand for in Windows-1252; `\0` where they stand for nothing.
///
/// # Source
///
/// The WHATWG encoding standard, index windows-1252, without the five control characters that no text has.
const UPPER: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', //
    '\0', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text of a file in UTF-8, with or without its mark, or otherwise in Windows-1252.
///
/// # Errors
///
/// [`Fault::Letters`] with the line, where the file says that it is UTF-8 and is not, or a byte stands for nothing.
pub(super) fn letters(bytes: &[u8]) -> Result<String, OnLine> {
    let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf");
    let fault = |at: usize| {
        let line = bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        (Some(line), Fault::Letters)
    };
    match std::str::from_utf8(unmarked.unwrap_or(bytes)) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) if unmarked.is_some() => Err(fault(error.valid_up_to() + 3)),
        Err(_) => bytes.iter().enumerate().map(|(at, byte)| letter(*byte).ok_or_else(|| fault(at))).collect(),
    }
}

fn letter(byte: u8) -> Option<char> {
    match byte {
        0 => None,
        0x80..=0x9f => UPPER.get(usize::from(byte - 0x80)).copied().filter(|letter| *letter != '\0'),
        1..=0x7f | 0xa0..=0xff => Some(char::from(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ways_of_writing_are_read() {
        assert_eq!(letters("blåbær".as_bytes()).unwrap(), "blåbær");
        assert_eq!(letters("\u{feff}blåbær".as_bytes()).unwrap(), "blåbær");
        assert_eq!(letters(b"bl\xe5b\xe6r \x96 \x80").unwrap(), "blåbær – €");
        assert_eq!(letters(b"").unwrap(), "");
    }

    #[test]
    fn what_is_no_text_is_told_with_its_line() {
        assert_eq!(letters(b"\xef\xbb\xbfa\nb\xe5"), Err((Some(2), Fault::Letters)));
        assert_eq!(letters(b"a\n\n\x81"), Err((Some(3), Fault::Letters)));
        assert_eq!(letters(b"\xe5\0"), Err((Some(1), Fault::Letters)));
    }
}
