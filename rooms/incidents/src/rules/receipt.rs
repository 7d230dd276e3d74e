//! The receipt of a report without a name: all that ties its reporter to it, and theirs alone. Four letters find the
//! report, and sixteen, of which only a slow hash is kept, open it (ADR 0038).

/// The letters of a receipt (Crockford's base 32): none that looks like another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters find the report.
const FINDING: usize = 4;
/// How many letters there are in all: 20 bits that find, 80 that open.
const LENGTH: usize = 20;
/// How many random bytes a receipt is made of.
pub const BYTES: usize = 13;

/// A receipt as it is checked: never printed, never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Receipt")
    }
}

impl Receipt {
    /// A new one, of random bytes.
    pub fn new(random: [u8; BYTES]) -> Self {
        let (mut bits, mut held, mut text) = (0_u32, 0_u32, String::new());
        for byte in random {
            bits = (bits << 8) | u32::from(byte);
            held += 8;
            while 5 <= held && text.len() < LENGTH {
                held -= 5;
                let letter = LETTERS.get(((bits >> held) & 31) as usize).copied().unwrap_or(b'0');
                text.push(char::from(letter));
            }
            bits &= (1 << held) - 1;
        }
        Self(text)
    }

    /// Reads what someone has typed: in any case, with or without the hyphens, and with the letters that are easily
    /// taken for others.
    pub fn read(typed: &str) -> Option<Self> {
        let mut text = String::new();
        for letter in typed.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '‑')) {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                letter => letter,
            };
            if LENGTH <= text.len() || !u8::try_from(letter).is_ok_and(|letter| LETTERS.contains(&letter)) {
                return None;
            }
            text.push(letter);
        }
        (text.len() == LENGTH).then_some(Self(text))
    }

    /// What finds the report. Several may share it.
    pub fn finds(&self) -> &str {
        self.0.get(..FINDING).unwrap_or_default()
    }

    /// What opens it.
    pub fn opens(&self) -> &str {
        self.0.get(FINDING..).unwrap_or_default()
    }

    /// For the one who is to keep it, in groups of four.
    pub fn shown(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed_in_any_way(random in prop::array::uniform13(any::<u8>())) {
            let receipt = Receipt::new(random);
            let shown = receipt.shown();
            prop_assert_eq!(shown.len(), LENGTH + 4);
            for typed in [shown.clone(), shown.to_lowercase(), shown.replace('-', " "), shown.replace('0', "o").replace('1', "l")] {
                prop_assert_eq!(Receipt::read(&typed), Some(receipt.clone()));
            }
            prop_assert_eq!(receipt.finds().len() + receipt.opens().len(), LENGTH);
        }

        #[test]
        fn nothing_typed_breaks_it(typed in ".{0,60}") {
            let _ = Receipt::read(&typed);
        }
    }

    #[test]
    fn every_bit_that_is_drawn_counts() {
        let receipt = Receipt::new([0; BYTES]);
        for bit in 0..100 {
            let mut random = [0_u8; BYTES];
            random[bit / 8] |= 0x80 >> (bit % 8);
            assert_ne!(Receipt::new(random), receipt, "bit {bit}");
        }
        assert!(Receipt::read("ABCD-EFGH").is_none() && Receipt::read(&"A".repeat(21)).is_none());
        assert_eq!(format!("{receipt:?}"), "Receipt");
    }
}
