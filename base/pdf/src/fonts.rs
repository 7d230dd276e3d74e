//! The typeface of the pages, for paper; and what to write instead of letters that it lacks.

use std::borrow::Cow;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Regular and semi-bold, each in two files: what most texts need, and the letters of the Sámi languages and
/// of most others that are written in Latin letters.
const FILES: [(&str, &[u8]); 4] = [
    ("Inter", include_bytes!("../../../web/dist/print/inter-latin-400.ttf")),
    ("Inter", include_bytes!("../../../web/dist/print/inter-latin-600.ttf")),
    ("Inter Ext", include_bytes!("../../../web/dist/print/inter-latin-ext-400.ttf")),
    ("Inter Ext", include_bytes!("../../../web/dist/print/inter-latin-ext-600.ttf")),
];

struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let mut book = FontBook::new();
    let mut fonts = Vec::new();
    for (family, bytes) in FILES {
        if let Some(font) = Font::new(Bytes::new(bytes), 0) {
            // Both parts call themselves Inter, and only one of each weight would ever be found.
            let mut info = font.info().clone();
            family.clone_into(&mut info.family);
            book.push(info);
            fonts.push(font);
        }
    }
    Fonts { book: LazyHash::new(book), fonts }
});

/// What fonts there are.
pub fn book() -> &'static LazyHash<FontBook> {
    &FONTS.book
}

/// A font by its place in the book.
pub fn font(index: usize) -> Option<Font> {
    FONTS.fonts.get(index).cloned()
}

fn has(letter: char) -> bool {
    FONTS.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
}

/// What stands for a letter that the typeface lacks: a document with a hole in it would be refused.
const fn instead(letter: char) -> &'static str {
    match letter {
        '≥' => ">=",
        '≤' => "<=",
        '≠' => "!=",
        '≈' => "ca.",
        '→' | '⇒' => "->",
        '←' => "<-",
        '\u{2011}' | '\u{2010}' => "-",
        // Narrow, figure and thin spaces do not break.
        '\u{2007}' | '\u{2009}' | '\u{202f}' => "\u{a0}",
        // Says only where a line may break, joins letters, or how the letter before is drawn.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => "",
        _ => "?",
    }
}

/// The text in letters that can be printed.
pub fn printable(text: &str) -> Cow<'_, str> {
    let fits = |letter: char| letter == '\n' || (!letter.is_control() && has(letter));
    if text.chars().all(fits) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if fits(letter) => out.push(letter),
            '\t' => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push_str(instead(letter)),
        }
    }
    Cow::Owned(out)
}

/// The picture in letters that can be printed. Its own marks are plain letters and stay as they are.
pub fn printable_svg(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    for letter in svg.chars() {
        if letter.is_ascii() || has(letter) {
            out.push(letter);
        } else {
            out.push_str(&instead(letter).replace('<', "&lt;").replace('>', "&gt;"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fonts_are_read_and_know_our_letters() {
        assert_eq!(FONTS.fonts.len(), FILES.len());
        for letter in "abcæøåÆØÅáčđŋšŧžÁČĐŊŠŦŽäöéüñłç0123456789%−–—«»…·€§×±°½²³µ".chars()
        {
            assert!(has(letter), "{letter}");
        }
        for file in FONTS.fonts.chunks(2) {
            let weights: Vec<u16> = file.iter().map(|font| font.info().variant.weight.to_number()).collect();
            assert_eq!(weights, [400, 600]);
        }
    }

    #[test]
    fn letters_that_are_lacking_are_written_in_another_way() {
        let check = |text: &str, printed: &str| assert_eq!(printable(text), printed);
        check("Lávkevuohki øker", "Lávkevuohki øker");
        check("≥ 90 % og ≤ 5 ≈ 4", ">= 90 % og <= 5 ca. 4");
        check("1\u{202f}234", "1\u{a0}234");
        check("sam\u{ad}men\u{7}\thender\nny linje", "sammen hender\nny linje");
        check("Ж 🙂", "? ?");
        assert_eq!(printable_svg("<text>≤ 5 Ж</text>"), "<text>&lt;= 5 ?</text>");
    }
}
