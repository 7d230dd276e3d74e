//! Numbers that registers give.

use crate::model::units::CodeSystem;

/// Weights of the check digit of an organisation number, modulus 11.
///
/// # Source
///
/// The Brønnøysund Register Centre's description of the organisation number.
const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];

fn digits(text: &str, n: usize) -> Option<Vec<u32>> {
    let digits: Option<Vec<u32>> = text.chars().map(|letter| letter.to_digit(10)).collect();
    digits.filter(|digits| digits.len() == n)
}

/// Whether it is nine digits of which the last checks the others.
pub fn is_organisation_number(text: &str) -> bool {
    let Some(digits) = digits(text, 9) else { return false };
    let sum: u32 = WEIGHTS.iter().zip(&digits).map(|(weight, digit)| weight * digit).sum();
    let check = match sum % 11 {
        0 => 0,
        rest => 11 - rest,
    };
    digits.last() == Some(&check)
}

/// Whether it is four digits.
pub fn is_municipality_number(text: &str) -> bool {
    digits(text, 4).is_some()
}

/// Whether it is two digits.
pub fn is_county_number(text: &str) -> bool {
    digits(text, 2).is_some()
}

/// Whether it has the form of an id that a DHIS2 gives: eleven letters and digits, a letter first. Such ids are drawn
/// so that no two things in the world share one.
///
/// # Source
///
/// DHIS2, developer manual, "Identifiers" (UID).
pub fn is_dhis2_id(text: &str) -> bool {
    text.len() == 11
        && text.bytes().all(|letter| letter.is_ascii_alphanumeric())
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
}

/// Whether a number has the form of its register.
pub fn fits(system: CodeSystem, text: &str) -> bool {
    match system {
        CodeSystem::Organisation => is_organisation_number(text),
        CodeSystem::Municipality => is_municipality_number(text),
        CodeSystem::County => is_county_number(text),
        CodeSystem::Resh | CodeSystem::Her => {
            !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit())
        }
        CodeSystem::Local => !text.trim().is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ninth_digit_checks_the_others() {
        for (text, expected) in [
            // The registers' own numbers of the Brønnøysund Register Centre and the Directorate of Health.
            ("974760673", true),
            ("983544622", true),
            ("974760674", false),
            ("97476067", false),
            ("9747606733", false),
            ("97476067x", false),
            ("", false),
        ] {
            assert_eq!(is_organisation_number(text), expected, "{text}");
        }
        // A remainder of one would need a check digit of ten, which does not exist: 4 × 3 = 12.
        assert!((0..10).all(|last| !is_organisation_number(&format!("40000000{last}"))));
    }

    #[test]
    fn ids_of_a_dhis2_have_eleven_letters_and_digits() {
        for (text, expected) in
            [("DiszpKrYNg8", true), ("OU_559", false), ("1iszpKrYNg8", false), ("DiszpKrYNg", false), ("", false)]
        {
            assert_eq!(is_dhis2_id(text), expected, "{text}");
        }
    }

    #[test]
    fn municipalities_have_four_digits_and_counties_two() {
        for (text, municipality, county) in
            [("0301", true, false), ("03", false, true), ("301", false, false), ("３１", false, false)]
        {
            assert_eq!(is_municipality_number(text), municipality, "{text}");
            assert_eq!(is_county_number(text), county, "{text}");
        }
    }
}
