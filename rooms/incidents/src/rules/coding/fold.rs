//! Texts made alike for comparison: a nurse who types `fodsel`, `foedsel` or `fødsel` means the same.

/// A text in small letters and without marks: å and aa as a, ø and oe as o, æ as ae.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            'a' => {
                letters.next_if_eq(&'a');
                folded.push('a');
            }
            'o' => {
                letters.next_if_eq(&'e');
                folded.push('o');
            }
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' | 'ó' | 'ò' | 'ô' | 'õ' => folded.push('o'),
            'å' | 'á' | 'à' | 'â' | 'ã' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'í' | 'ì' | 'î' | 'ï' => folded.push('i'),
            'ú' | 'ù' | 'û' | 'ü' => folded.push('u'),
            'č' | 'ç' => folded.push('c'),
            'đ' => folded.push('d'),
            'ŋ' | 'ñ' => folded.push('n'),
            'š' => folded.push('s'),
            'ŧ' => folded.push('t'),
            'ž' => folded.push('z'),
            other => folded.push(other),
        }
    }
    folded
}

/// The words of a folded text.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A number from bytes, the same on every machine: FNV-1a of 64 bits.
///
/// # Source
///
/// Fowler, Noll & Vo, constants as in RFC 9923.
pub(super) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // Test values of the authors of FNV-1a.
        assert_eq!(hash([]), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(*b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash(*b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn spellings_of_one_word_become_one() {
        for spelling in ["på", "PÅ", "paa", "pa"] {
            assert_eq!(fold(spelling), "pa");
        }
        for spelling in ["Fødsel", "foedsel", "fodsel", "födsel"] {
            assert_eq!(fold(spelling), "fodsel");
        }
        assert_eq!(fold("Ærlig"), fold("aerlig"));
        assert_eq!(words("blod, celler/vev").collect::<Vec<_>>(), ["blod", "celler", "vev"]);
    }
}
