//! Words in a picture: escaping, estimated widths, wrapping.

/// How much wider than Inter the fallback fonts of common systems run.
const SAFETY: f64 = 1.05;
/// How much wider semi-bold runs than regular.
const BOLD: f64 = 1.06;

/// Escapes for XML text and attribute values; characters that XML 1.0 forbids become U+FFFD, and
/// soft hyphens, which only say where a line may break, are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{ad}' => {}
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// Width of one character in thousandths of the font size, as Inter Regular draws it.
fn glyph(c: char) -> f64 {
    let thousandths: u16 = match c {
        '\u{ad}' => 0,
        '\u{202f}' => 182,
        '\'' | '|' => 230,
        'i' | 'j' | 'l' => 238,
        'I' => 264,
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '·' | '!' => 282,
        '/' | 'f' | '(' | ')' | '[' | ']' | 't' => 363,
        'r' | '"' => 390,
        '-' | '_' | '1' | '*' => 464,
        's' | '?' | '–' => 520,
        'J' | 'k' | 'v' | 'x' | 'y' | 'z' | 'c' | 'å' | 'a' | 'L' | '7' => 562,
        'e' | 'E' | 'F' | 'h' | 'n' | 'o' | 'ø' | 'u' | 'á' | 'č' | 'ž' => 598,
        'b' | 'd' | 'p' | 'q' | 'g' | '2'..='6' | '8' | '9' | '0' | 'Z' | 'š' | 'đ' => 634,
        'B' | 'K' | 'P' | 'R' | 'S' | 'T' | 'X' | '+' | '<' | '=' | '>' | '≈' | '−' | '≤' | '≥' => 656,
        'A' | 'Å' | 'Y' | 'V' => 676,
        'C' | 'D' | 'G' | 'H' | 'N' | 'U' => 744,
        'O' | 'Q' | 'Ø' => 762,
        'w' | '%' | '…' => 820,
        'M' | 'm' => 885,
        'æ' | '@' => 936,
        'W' | 'Æ' | '—' => 990,
        // Shown as U+FFFD.
        c if c.is_control() => 1000,
        c if c.is_ascii() => 600,
        // Other Latin letters are about as wide as a capital; anything else takes a full square.
        c if c < '\u{370}' => 700,
        _ => 1000,
    };
    f64::from(thousandths)
}

/// A number with its unit, kept on one line; close together where the language writes them so.
pub(crate) fn with_unit(number: &str, unit: &str, is_close: bool) -> String {
    match (unit.is_empty(), is_close) {
        (true, _) => number.to_owned(),
        (false, true) => format!("{number}{unit}"),
        (false, false) => format!("{number}\u{a0}{unit}"),
    }
}

/// Estimated width of a line in user units, a little on the wide side.
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let sum: f64 = text.chars().map(glyph).sum();
    sum / 1000.0 * size * SAFETY * if bold { BOLD } else { 1.0 }
}

/// Breaks `text` into at most `max_lines` lines no wider than `room`.
///
/// Breaks at spaces, after hyphens and at soft hyphens; a word that is still too wide is cut with
/// a hyphen, and what does not fit ends in an ellipsis. The result is empty for empty text.
pub(crate) fn wrap(text: &str, size: f64, bold: bool, room: f64, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        for (i, piece) in pieces(word, size, bold, room).into_iter().enumerate() {
            let joint = if i == 0 && !line.is_empty() { " " } else { "" };
            let soft = line.ends_with('\u{ad}');
            let tail = if piece.ends_with('\u{ad}') { "-" } else { "" };
            if line.is_empty() || width(&format!("{line}{joint}{piece}{tail}"), size, bold) <= room {
                line.push_str(joint);
                line.push_str(&piece);
            } else {
                if soft {
                    line.push('-');
                }
                lines.push(std::mem::take(&mut line));
                line = piece;
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    for line in &mut lines {
        line.retain(|c| c != '\u{ad}');
    }
    if lines.len() > max_lines.max(1) {
        lines.truncate(max_lines.max(1));
        if let Some(last) = lines.last_mut() {
            while width(&format!("{last}…"), size, bold) > room && last.pop().is_some() {}
            let kept = last.trim_end().len();
            last.truncate(kept);
            last.push('…');
        }
    }
    lines
}

/// The smallest parts a word may be broken into, each no wider than `room` unless one letter is.
fn pieces(word: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut out = Vec::new();
    for part in word.split_inclusive(['\u{ad}', '-']) {
        if width(part, size, bold) <= room {
            out.push(part.to_owned());
            continue;
        }
        let mut cut = String::new();
        for c in part.chars() {
            // The soft hyphen at the cut shows as a hyphen when the line breaks there.
            if !cut.is_empty() && width(&format!("{cut}{c}-"), size, bold) > room {
                cut.push('\u{ad}');
                out.push(std::mem::take(&mut cut));
            }
            cut.push(c);
        }
        if !cut.is_empty() {
            out.push(cut);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_all_five_and_drops_what_xml_forbids() {
        assert_eq!(escape("<a & \"b\" 'c'>\u{0}\n"), "&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;\u{FFFD} ");
    }

    #[test]
    fn estimates_stay_on_the_wide_side_of_inter() {
        // Inter 4.0 Regular as headless Chromium measures it at 1000 px.
        for (text, measured) in [("A", 676.0), ("m", 869.0), ("0", 625.0), ("%", 812.0), ("å", 564.0)] {
            let estimate = width(text, 1000.0, false);
            assert!(estimate >= measured && estimate < measured * 1.15, "{text}: {estimate}");
        }
    }

    #[test]
    fn wraps_at_spaces_and_keeps_every_letter() {
        let lines = wrap("Pasientsikkerhet i styringslinjen", 14.0, false, 150.0, 9);
        assert_eq!(lines, ["Pasientsikkerhet i", "styringslinjen"]);
    }

    #[test]
    fn cuts_long_words_with_a_hyphen() {
        let lines = wrap("Infeksjonsforebyggingstiltak", 14.0, false, 90.0, 9);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 14.0, false) <= 90.0), "{lines:?}");
        assert_eq!(lines.concat().replace('-', ""), "Infeksjonsforebyggingstiltak");
    }

    #[test]
    fn soft_hyphens_show_only_where_the_line_breaks() {
        assert_eq!(wrap("pasient\u{ad}skade", 14.0, false, 400.0, 9), ["pasientskade"]);
        assert_eq!(wrap("pasient\u{ad}skade", 14.0, false, 70.0, 9), ["pasient-", "skade"]);
    }

    #[test]
    fn says_when_something_was_left_out() {
        let lines = wrap("one two three four five six", 14.0, false, 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && width(&lines[1], 14.0, false) <= 60.0);
    }

    #[test]
    fn empty_and_absurd_input_end() {
        assert!(wrap("", 14.0, false, 100.0, 3).is_empty());
        assert_eq!(wrap("abc", 14.0, false, 0.0, 2).len(), 2);
        assert_eq!(wrap("abc", f64::NAN, false, f64::NAN, 2), ["abc"]);
    }
}
