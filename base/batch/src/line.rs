//! Reading the `id` of a line as it is written, also where the rest cannot be read.

/// The text of the last top-level `"id"`; `None` where there is none that is JSON.
pub(crate) fn id(line: &str) -> Option<&str> {
    let mut rest = line.trim_start().strip_prefix('{')?;
    let mut found = None;
    loop {
        rest = rest.trim_start();
        let (name, after) = rest.split_at_checked(string_end(rest)?)?;
        let (value, after) = {
            let after = after.trim_start().strip_prefix(':')?;
            after.split_at_checked(value_end(after))?
        };
        if serde_json::from_str::<String>(name).is_ok_and(|name| name == "id") {
            found = Some(value.trim()).filter(|value| is_json(value));
        }
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None => return found,
        }
        if !rest.trim_start().starts_with('"') {
            return found;
        }
    }
}

/// Whether a text is JSON; numbers of any length are.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// Where a text in quotation marks at the beginning ends.
fn string_end(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('"')?;
    let mut escaped = false;
    for (place, letter) in inner.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(place + 2),
            _ => {}
        }
    }
    None
}

/// Where a value ends: before the comma or bracket that is not its own, or at the end of the line.
fn value_end(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (place, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' | '[' => depth += 1,
            ',' | '}' | ']' if depth == 0 => return place,
            '}' | ']' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}
