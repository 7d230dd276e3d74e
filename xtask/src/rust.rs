//! A small reader of Rust source: tells code, comments and string literals apart.

/// A string literal.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    /// Line where it starts, counted from 1.
    pub line: usize,
    /// The text between the quotes, escapes left as written.
    pub value: String,
    /// The code just before it, without white space at the end.
    pub before: String,
    /// Whether white space stands between that code and the literal.
    pub spaced: bool,
    /// How many brackets are open where it stands.
    pub depth: i32,
    /// The fewest that were open since the literal before it.
    pub lowest: i32,
}

/// A source file taken apart.
#[derive(Debug, Default)]
pub struct Source {
    /// The code of each line, with comments left out and literals emptied.
    pub code: Vec<String>,
    pub literals: Vec<Literal>,
    /// Comments by line, with their slashes.
    pub comments: Vec<(usize, String)>,
}

impl Source {
    /// The code lines with their numbers, up to the `mod tests {` at the foot of the file.
    pub fn product_code(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.tests_start();
        (1..).zip(self.code.iter().map(String::as_str)).take_while(move |(line, _)| *line < end)
    }

    /// Line of the `#[cfg(test)]` before an inline test module, or past the end.
    pub fn tests_start(&self) -> usize {
        let lines = self.code.iter().zip(self.code.iter().skip(1));
        (1..)
            .zip(lines)
            .find(|(_, (mark, module))| {
                mark.trim() == "#[cfg(test)]"
                    && module.trim_start().starts_with("mod ")
                    && module.trim_end().ends_with('{')
            })
            .map_or(usize::MAX, |(line, _)| line)
    }
}

/// Takes `text` apart.
pub fn scan(text: &str) -> Source {
    Scanner {
        rest: text.chars().collect::<Vec<_>>().into_iter().peekable(),
        source: Source::default(),
        line: 1,
        code: String::new(),
        recent: String::new(),
        depth: 0,
        lowest: 0,
    }
    .run()
}

struct Scanner {
    rest: std::iter::Peekable<std::vec::IntoIter<char>>,
    source: Source,
    line: usize,
    code: String,
    /// The code of this and the earlier lines, to look back from a literal.
    recent: String,
    depth: i32,
    lowest: i32,
}

impl Scanner {
    fn run(mut self) -> Source {
        while let Some(c) = self.rest.next() {
            match c {
                '\n' => self.end_line(),
                '/' if self.rest.peek() == Some(&'/') => self.line_comment(),
                '/' if self.rest.peek() == Some(&'*') => self.block_comment(),
                '"' => self.text(0, false),
                'r' if self.starts_raw() => self.raw(),
                '\'' => self.quote(),
                _ => self.push(c),
            }
        }
        self.end_line();
        self.source
    }

    fn push(&mut self, c: char) {
        match c {
            '(' | '[' | '{' => self.depth += 1,
            ')' | ']' | '}' => self.depth -= 1,
            _ => {}
        }
        self.lowest = self.lowest.min(self.depth);
        self.code.push(c);
        self.recent.push(c);
    }

    fn end_line(&mut self) {
        self.source.code.push(std::mem::take(&mut self.code));
        self.recent.push('\n');
        self.line += 1;
    }

    fn line_comment(&mut self) {
        let mut comment = String::from("/");
        while let Some(c) = self.rest.next_if(|&c| c != '\n') {
            comment.push(c);
        }
        self.source.comments.push((self.line, comment));
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        let mut last = '/';
        let mut comment = String::from("/");
        for c in self.rest.by_ref() {
            match (last, c) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth = depth.saturating_sub(1),
                _ => {}
            }
            // "/*/" opens once: the star may not also close.
            last = if matches!((last, c), ('/', '*') | ('*', '/')) { ' ' } else { c };
            if c == '\n' {
                self.source.comments.push((self.line, std::mem::take(&mut comment)));
                self.source.code.push(std::mem::take(&mut self.code));
                self.line += 1;
            } else {
                comment.push(c);
            }
            if depth == 0 {
                break;
            }
        }
        self.source.comments.push((self.line, comment));
    }

    /// Whether the `r` just read opens a raw string, not an identifier such as `for`.
    fn starts_raw(&self) -> bool {
        let inside_word = self.recent.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let mut ahead = self.rest.clone();
        let byte_prefix = self.recent.ends_with('b') && !self.recent.ends_with("_b");
        let mut c = ahead.next();
        while c == Some('#') {
            c = ahead.next();
        }
        c == Some('"') && (!inside_word || byte_prefix)
    }

    fn raw(&mut self) {
        let mut n_marks = 0;
        while self.rest.next_if_eq(&'#').is_some() {
            n_marks += 1;
        }
        let _quote = self.rest.next();
        self.text(n_marks, true);
    }

    /// Reads a string to its closing quote; `n_marks` hash marks must follow it when `raw`.
    fn text(&mut self, n_marks: usize, raw: bool) {
        let start = self.line;
        let trimmed = self.recent.trim_end();
        let tail_start = trimmed.char_indices().rev().nth(39).map_or(0, |(at, _)| at);
        let before = trimmed.get(tail_start..).unwrap_or_default().to_owned();
        let spaced = trimmed.len() < self.recent.len();
        let mut value = String::new();
        while let Some(c) = self.rest.next() {
            if c == '\\' && !raw {
                value.push(c);
                if let Some(next) = self.rest.next() {
                    self.count(next);
                    value.push(next);
                }
                continue;
            }
            if c == '"' && self.closes(n_marks) {
                break;
            }
            self.count(c);
            value.push(c);
        }
        for c in "\"\"".chars() {
            self.push(c);
        }
        self.source.literals.push(Literal {
            line: start,
            value,
            before,
            spaced,
            depth: self.depth,
            lowest: self.lowest,
        });
        self.lowest = self.depth;
    }

    /// Counts a line inside a literal; its code is what stood before it.
    fn count(&mut self, c: char) {
        if c == '\n' {
            self.source.code.push(std::mem::take(&mut self.code));
            self.line += 1;
        }
    }

    fn closes(&mut self, n_marks: usize) -> bool {
        let mut ahead = self.rest.clone();
        for _ in 0..n_marks {
            if ahead.next() != Some('#') {
                return false;
            }
        }
        self.rest = ahead;
        true
    }

    /// Reads a character literal or passes a lifetime on as code.
    fn quote(&mut self) {
        let mut ahead = self.rest.clone();
        let first = ahead.next();
        let second = ahead.next();
        self.push('\'');
        if first == Some('\\') {
            let _backslash = self.rest.next();
            let _escaped = self.rest.next();
            while self.rest.next_if(|&c| c != '\'' && c != '\n').is_some() {}
            let _close = self.rest.next_if_eq(&'\'');
            self.push('\'');
        } else if second == Some('\'') {
            let _character = self.rest.next();
            let _close = self.rest.next();
            self.push('\'');
        }
    }
}

/// Whether `word` stands in `code` on its own, not as part of a longer name.
pub fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        let after = code.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(is_name) && !after.is_some_and(is_name)
    })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::{has_word, scan};

    #[test]
    fn code_comments_and_literals_are_told_apart() {
        let source = scan("let a = \"x // no\"; // yes\nfn f<'a>(c: char) { c == '\"' }\n");
        assert_eq!(source.code[0], "let a = \"\"; ");
        assert_eq!(source.comments, [(1, "// yes".to_owned())]);
        assert_eq!(source.literals[0].value, "x // no");
        assert_eq!(source.literals.len(), 1);
    }

    #[test]
    fn raw_strings_and_lines_inside_them_are_counted() {
        let source = scan("let a = r#\"one \"two\"\nthree\"#;\nt(\n    \"room-place-what\")");
        assert_eq!(source.literals[0].value, "one \"two\"\nthree");
        assert_eq!(source.literals[1].line, 4);
        assert!(source.literals[1].before.ends_with("t("));
        assert!(source.literals[1].spaced);
    }

    #[test]
    fn block_comments_nest() {
        let source = scan("a /* b /* c */ d */ e");
        assert_eq!(source.code, ["a  e"]);
    }

    #[test]
    fn tests_at_the_foot_are_not_product_code() {
        let source = scan("fn a() {}\n#[cfg(test)]\nmod tests {\n}\n");
        assert_eq!(source.product_code().count(), 1);
    }

    #[test]
    fn a_word_is_not_part_of_a_longer_name() {
        assert!(has_word("use sqlx::Row;", "sqlx"));
        assert!(!has_word("use my_sqlx;", "sqlx"));
    }
}
