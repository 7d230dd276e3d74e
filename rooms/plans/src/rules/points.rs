//! Lists of points in several languages: one point on each line, the lines of a translation in the
//! same order.

use varde_kernel::{Locale, Words};

/// A translation has another number of lines than the list, so nobody can tell which is which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherCount;

/// What is known of a list: its points, and in which languages a translation stayed although the
/// point it belongs to changed.
pub type Read = (Vec<Words>, Vec<Locale>);

/// The points that were written, over those that stood there.
///
/// `nn` and `en` are what was written in that language, one line for each point and an empty line
/// where there is none; `None` when that language was not sent. A translation that was not touched
/// follows its point; when points were only reworded it stays in its place and is named as left
/// behind.
///
/// # Errors
///
/// [`OtherCount`] with the language whose lines do not match.
pub fn read(known: &[Words], nb: &str, nn: Option<&str>, en: Option<&str>) -> Result<Read, (Locale, OtherCount)> {
    let lines: Vec<&str> = nb.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut points: Vec<Words> = lines.iter().map(|line| Words::plain(*line)).collect();
    let mut behind = Vec::new();
    for (locale, sent) in [(Locale::Nn, nn), (Locale::En, en)] {
        let stood = |words: &Words| if locale == Locale::Nn { words.nn.clone() } else { words.en.clone() };
        let before: Vec<String> = known.iter().map(|words| stood(words).unwrap_or_default()).collect();
        let untouched =
            sent.is_none_or(|sent| trimmed(sent.lines().map(str::trim)) == trimmed(before.iter().map(String::as_str)));
        let texts: Vec<Option<String>> = if untouched {
            let same_count = lines.len() == known.len();
            let mut left = false;
            let texts = lines
                .iter()
                .enumerate()
                .map(|(place, line)| {
                    if let Some(same) = known.iter().find(|words| words.nb == *line) {
                        return stood(same);
                    }
                    let there = known.get(place).filter(|_| same_count).and_then(stood);
                    left |= there.is_some();
                    there
                })
                .collect();
            if left {
                behind.push(locale);
            }
            texts
        } else {
            let sent = trimmed(sent.unwrap_or_default().lines().map(str::trim));
            // With fewer lines nobody can tell to which points they belong, when the points have changed too.
            let reworded = !lines.iter().copied().eq(known.iter().map(|words| words.nb.as_str()));
            let fewer = sent.len() < lines.len() && reworded;
            if !sent.is_empty() && (fewer || lines.len() < sent.len()) {
                return Err((locale, OtherCount));
            }
            let text = |place: usize| sent.get(place).filter(|text| !text.is_empty()).map(|text| (*text).to_owned());
            (0..lines.len()).map(text).collect()
        };
        for (point, text) in points.iter_mut().zip(texts) {
            match locale {
                Locale::Nb => {}
                Locale::Nn => point.nn = text,
                Locale::En => point.en = text,
            }
        }
    }
    Ok((points, behind))
}

/// The lines without the empty ones at the end.
fn trimmed<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut lines: Vec<&str> = lines.collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Words> {
        [("Rask", Some("Snøgg")), ("Billig", Some("Rimeleg"))]
            .map(|(nb, nn)| Words { nb: nb.into(), nn: nn.map(str::to_owned), en: None })
            .to_vec()
    }

    #[test]
    fn a_point_keeps_its_translation_or_has_it_left_behind() {
        let check = |nb: &str, nn: Option<&str>, expected: &[Option<&str>], left: bool| {
            let (points, behind) = read(&known(), nb, nn, None).unwrap();
            let found: Vec<Option<&str>> = points.iter().map(|words| words.nn.as_deref()).collect();
            assert_eq!((found.as_slice(), !behind.is_empty()), (expected, left), "{nb:?} {nn:?}");
        };
        check("Rask\nBillig", Some("Snøgg\nRimeleg"), &[Some("Snøgg"), Some("Rimeleg")], false);
        check("Billig\nRask", None, &[Some("Rimeleg"), Some("Snøgg")], false);
        check("Rask\nNy\nBillig", Some("Snøgg\nRimeleg"), &[Some("Snøgg"), None, Some("Rimeleg")], false);
        check("Veldig rask\nBillig", Some("Snøgg\nRimeleg"), &[Some("Snøgg"), Some("Rimeleg")], true);
        check("Veldig rask\nBillig", Some("Svært snøgg\nRimeleg"), &[Some("Svært snøgg"), Some("Rimeleg")], false);
        check("Rask\nBillig", Some("Svært snøgg\n"), &[Some("Svært snøgg"), None], false);
        check("Rask\nBillig", Some(""), &[None, None], false);
        check("Rask\nBillig", Some("\nRimeleg"), &[None, Some("Rimeleg")], false);
    }

    #[test]
    fn another_number_of_lines_than_of_points_is_refused() {
        assert_eq!(read(&known(), "Rask\nNy\nBillig", Some("Snøgg\nRimelegare"), None), Err((Locale::Nn, OtherCount)));
        assert_eq!(read(&known(), "Rask", Some("Snøgg\nRimeleg\nNy"), None), Err((Locale::Nn, OtherCount)));
    }
}
