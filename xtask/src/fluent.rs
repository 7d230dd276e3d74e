//! A small reader of Fluent files: keys, and the arguments each message takes.

use std::collections::BTreeSet;

/// One message or term of a Fluent file.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    pub key: String,
    pub line: usize,
    /// Names of the arguments, without the dollar sign.
    pub arguments: BTreeSet<String>,
    /// The words as written, on one line.
    pub words: String,
}

/// A file taken apart.
#[derive(Debug, Default)]
pub struct Words {
    pub messages: Vec<Message>,
    /// Beginnings of keys that the program puts together, from `# used: beginning-*`.
    pub used: Vec<String>,
}

/// Takes a Fluent file apart.
pub fn parse(text: &str) -> Words {
    let mut words = Words::default();
    for (line, row) in (1..).zip(text.lines()) {
        if let Some(comment) = row.strip_prefix('#') {
            let note = comment.trim_start_matches('#').trim();
            if let Some(list) = note.strip_prefix("used:") {
                let beginnings = list.split([',', ' ']).filter_map(|item| item.strip_suffix('*'));
                words.used.extend(beginnings.map(str::to_owned));
            }
        } else if row.starts_with(char::is_whitespace) || row.starts_with('}') {
            if let Some(message) = words.messages.last_mut() {
                message.add(row.trim());
            }
        } else if let Some((key, value)) = row.split_once('=') {
            let mut message =
                Message { key: key.trim().to_owned(), line, arguments: BTreeSet::new(), words: String::new() };
            message.add(value.trim());
            words.messages.push(message);
        }
    }
    words
}

impl Message {
    /// Whether the words take in another message, as `{ other-key }`.
    pub fn mentions(&self, key: &str) -> bool {
        self.words.replace(' ', "").contains(&format!("{{{key}}}"))
    }

    fn add(&mut self, text: &str) {
        for part in text.split('$').skip(1) {
            let name: String =
                part.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect();
            if !name.is_empty() {
                self.arguments.insert(name);
            }
        }
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn keys_arguments_and_declared_beginnings_are_found() {
        let words = parse(
            "# used: plans-state-*, plans-kind-*\nplans-list-title = Planer\nplans-list-count = { $n ->\n    [one] Én\n   *[other] { $n } av { $total }\n}\n",
        );
        let found: Vec<(&str, usize, Vec<&str>)> = words
            .messages
            .iter()
            .map(|m| (m.key.as_str(), m.line, m.arguments.iter().map(String::as_str).collect()))
            .collect();
        assert_eq!(found, [("plans-list-title", 2, vec![]), ("plans-list-count", 3, vec!["n", "total"]),]);
        assert_eq!(words.used, ["plans-state-", "plans-kind-"]);
    }
}
