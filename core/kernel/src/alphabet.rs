//! The order of names: as Norwegians look them up.

/// What a text is sorted by: Æ, Ø and Å last, Aa as Å, other marks on letters let be, numbers by their
/// size, large and small letters alike, punctuation as if it were not there.
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let mut number = String::new();
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_digit() {
            number.push(letter);
            continue;
        }
        put_number(&mut key, &mut number);
        match letter {
            'a' if letters.peek() == Some(&'a') => {
                letters.next();
                key.push('}');
            }
            // What comes right after z among the bytes.
            'æ' | 'ä' => key.push('{'),
            'ø' | 'ö' => key.push('|'),
            'å' => key.push('}'),
            'á' | 'à' | 'â' | 'ã' => key.push('a'),
            'č' | 'ç' | 'ć' => key.push('c'),
            'đ' | 'ð' => key.push('d'),
            'é' | 'è' | 'ê' | 'ë' => key.push('e'),
            'í' | 'ì' | 'î' | 'ï' => key.push('i'),
            'ŋ' | 'ń' | 'ñ' => key.push('n'),
            'ó' | 'ò' | 'ô' | 'õ' => key.push('o'),
            'š' | 'ś' => key.push('s'),
            'ŧ' | 'þ' => key.push('t'),
            'ú' | 'ù' | 'û' => key.push('u'),
            'ü' | 'ý' => key.push('y'),
            'ž' | 'ź' => key.push('z'),
            other if other.is_alphanumeric() => key.push(other),
            other if other.is_whitespace() && !key.is_empty() && !key.ends_with(' ') => key.push(' '),
            _ => {}
        }
    }
    put_number(&mut key, &mut number);
    key
}

/// A number as wide as the largest, so that 2 comes before 10.
fn put_number(key: &mut String, number: &mut String) {
    if !number.is_empty() {
        let plain = number.trim_start_matches('0');
        key.extend(std::iter::repeat_n('0', 12_usize.saturating_sub(plain.len())));
        key.push_str(plain);
        number.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_norwegians_look_them_up() {
        let in_order = [
            "",
            "2. klinikk",
            "10. klinikk",
            "Áltá",
            "AMK",
            "Bil-, båt- og luftambulanse",
            "Bilambulanse",
            "de regionale helseforetakene",
            "Sengepost 2",
            "Sengepost 10",
            "Vest",
            "Ärlig",
            "Ævelig",
            "Øst",
            "Ås",
            "Aasen",
        ];
        let mut names = in_order.to_vec();
        names.reverse();
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, in_order);
    }
}
