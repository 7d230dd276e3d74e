//! What people type in other forms than plain numbers.

use super::Fault;

/// Words between the two numbers of a count, in the languages of the pages.
const OF: [&str; 4] = ["av", "of", "ut av", "out of"];

/// How much was reported, in per cent, as it was typed: "87", "87 %", "43 av 50" or "43/50". Nothing when nothing
/// was typed. `number` reads a number as people write it.
///
/// # Errors
///
/// [`Fault::CoverageUnread`] when it is none of these; [`Fault::CoverageOutside`] when it is below 0 or above
/// 100 per cent, or out of nothing.
pub fn coverage(text: &str, number: impl Fn(&str) -> Option<f64>) -> Result<Option<f64>, Fault> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(None);
    }
    let words = OF.iter().rev().find_map(|word| text.split_once(&format!(" {word} ")));
    let percent = if let Some((part, whole)) = words.or_else(|| text.split_once('/')) {
        let part = number(part.trim()).ok_or(Fault::CoverageUnread)?;
        let whole = number(whole.trim()).ok_or(Fault::CoverageUnread)?;
        if whole <= 0.0 {
            return Err(Fault::CoverageOutside);
        }
        // To a tenth of a per cent: more says nothing of how complete a count is.
        (part / whole * 1000.0).round() / 10.0
    } else {
        let plain = text.trim_end_matches('%').trim_end_matches("prosent").trim_end_matches("per cent").trim();
        number(plain).ok_or(Fault::CoverageUnread)?
    };
    if (0.0..=100.0).contains(&percent) { Ok(Some(percent)) } else { Err(Fault::CoverageOutside) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<Option<f64>, Fault>) {
        let number = |text: &str| text.replace(',', ".").parse().ok();
        assert_eq!(coverage(text, number), expected, "{text:?}");
    }

    #[test]
    fn coverage_is_typed_in_per_cent_or_as_a_count_out_of_another() {
        check("", Ok(None));
        check(" 87 ", Ok(Some(87.0)));
        check("87 %", Ok(Some(87.0)));
        check("71,5%", Ok(Some(71.5)));
        check("87 prosent", Ok(Some(87.0)));
        check("43 av 50", Ok(Some(86.0)));
        check("2 ut av 3", Ok(Some(66.7)));
        check("43 of 50", Ok(Some(86.0)));
        check("2 out of 3", Ok(Some(66.7)));
        check("43/50", Ok(Some(86.0)));
        check("0", Ok(Some(0.0)));
        check("100", Ok(Some(100.0)));
    }

    #[test]
    fn what_cannot_be_is_said() {
        check("nesten alle", Err(Fault::CoverageUnread));
        check("43 av", Err(Fault::CoverageUnread));
        check("101", Err(Fault::CoverageOutside));
        check("-1", Err(Fault::CoverageOutside));
        check("51 av 50", Err(Fault::CoverageOutside));
        check("0/0", Err(Fault::CoverageOutside));
    }
}
