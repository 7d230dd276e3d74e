//! DHIS2's arithmetic over data elements: `#{element}`, `#{element.combo}`, numbers, `+ - * /` and brackets.

/// What an expression asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number.
    Number(f64),
    /// A data element, of one category option combo or of all of them together.
    Element {
        /// The data element's id.
        element: String,
        /// The combo's id; none for the sum of all.
        combo: Option<String>,
    },
    /// Several added up, each with whether it is taken away instead. However many there are, they lie beside one
    /// another: nothing that is as deep as a text is long can be walked through.
    Sum(Vec<(bool, Self)>),
    /// Several multiplied, each with whether it is divided by instead.
    Product(Vec<(bool, Self)>),
}

/// Brackets within brackets beyond this are no one's work, nor are signs before signs.
const MAX_DEPTH: usize = 64;
/// A longer text is no expression.
const MAX_LENGTH: usize = 20_000;

/// Reads an expression.
///
/// # Errors
///
/// What stands where it cannot be read, or is none of what we work out (functions, constants, `R{…}`).
pub fn parse(text: &str) -> Result<Expression, String> {
    if MAX_LENGTH < text.len() {
        return Err(text.chars().take(40).collect());
    }
    let mut parser = Parser { rest: text.trim(), depth: 0 };
    let expression = parser.sum()?;
    parser.space();
    if parser.rest.is_empty() { Ok(expression) } else { Err(parser.here()) }
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl Parser<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// What stands here, for a message.
    fn here(&self) -> String {
        self.rest.chars().take(40).collect()
    }

    fn take(&mut self, wanted: &[char]) -> Option<char> {
        self.space();
        let found = self.rest.chars().next().filter(|letter| wanted.contains(letter))?;
        self.rest = self.rest.get(found.len_utf8()..).unwrap_or_default();
        Some(found)
    }

    fn sum(&mut self) -> Result<Expression, String> {
        self.beside(['+', '-'], Self::product, Expression::Sum)
    }

    fn product(&mut self) -> Result<Expression, String> {
        self.beside(['*', '/'], Self::single, Expression::Product)
    }

    /// What stands beside one another with one of two signs between, the second of which turns what follows.
    fn beside(
        &mut self,
        signs: [char; 2],
        part: fn(&mut Self) -> Result<Expression, String>,
        joined: fn(Vec<(bool, Expression)>) -> Expression,
    ) -> Result<Expression, String> {
        let first = part(self)?;
        let mut more = Vec::new();
        while let Some(sign) = self.take(&signs) {
            more.push((sign == signs[1], part(self)?));
        }
        if more.is_empty() {
            return Ok(first);
        }
        more.insert(0, (false, first));
        Ok(joined(more))
    }

    fn single(&mut self) -> Result<Expression, String> {
        self.depth += 1;
        if MAX_DEPTH < self.depth {
            return Err(self.here());
        }
        let single = if self.take(&['-']).is_some() {
            Expression::Sum(vec![(true, self.single()?)])
        } else if self.take(&['(']).is_some() {
            let inside = self.sum()?;
            self.take(&[')']).ok_or_else(|| self.here())?;
            inside
        } else if let Some(rest) = self.rest.strip_prefix("#{") {
            let (inside, after) = rest.split_once('}').ok_or_else(|| self.here())?;
            let mut ids = inside.trim().split('.').map(str::trim);
            let element = ids.next().unwrap_or_default().to_owned();
            let combo = ids.next().filter(|combo| *combo != "*").map(str::to_owned);
            let is_id = |text: &str| !text.is_empty() && text.chars().all(char::is_alphanumeric);
            if !is_id(&element) || !combo.as_deref().is_none_or(is_id) || ids.any(|more| more != "*") {
                return Err(self.here());
            }
            self.rest = after;
            Expression::Element { element, combo }
        } else {
            let end =
                self.rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(self.rest.len());
            let number = self.rest.get(..end).and_then(|digits| digits.parse().ok()).ok_or_else(|| self.here())?;
            self.rest = self.rest.get(end..).unwrap_or_default();
            Expression::Number(number)
        };
        self.depth -= 1;
        Ok(single)
    }
}

/// What has been met on the way through an expression.
#[derive(Default)]
struct Met {
    asked: bool,
    found: bool,
}

impl Expression {
    /// What it comes to; none when nothing of what it asks for is known, or something is divided by
    /// nought. As in DHIS2, what is not known counts as nought when something else is known.
    pub fn value(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>) -> Option<f64> {
        let mut met = Met::default();
        let value = self.work_out(known, &mut met)?;
        Some(value).filter(|value| value.is_finite() && (met.found || !met.asked))
    }

    /// What it comes to when what is not known counts as nought.
    pub fn value_or_nought(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>) -> Option<f64> {
        self.work_out(known, &mut Met::default()).filter(|value| value.is_finite())
    }

    /// Whether everything that it asks for is known.
    pub fn is_complete(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>) -> bool {
        match self {
            Self::Number(_) => true,
            Self::Element { element, combo } => known(element, combo.as_deref()).is_some(),
            Self::Sum(parts) | Self::Product(parts) => parts.iter().all(|(_, part)| part.is_complete(known)),
        }
    }

    /// Whether it asks for any data element.
    pub fn asks(&self) -> bool {
        match self {
            Self::Number(_) => false,
            Self::Element { .. } => true,
            Self::Sum(parts) | Self::Product(parts) => parts.iter().any(|(_, part)| part.asks()),
        }
    }

    /// How many numbers and data elements it is made of: the work of working it out once.
    pub fn n_terms(&self) -> usize {
        match self {
            Self::Number(_) | Self::Element { .. } => 1,
            Self::Sum(parts) | Self::Product(parts) => parts.iter().map(|(_, part)| part.n_terms()).sum(),
        }
    }

    fn work_out(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>, met: &mut Met) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Element { element, combo } => {
                let value = known(element, combo.as_deref());
                met.asked = true;
                met.found |= value.is_some();
                Some(value.unwrap_or(0.0))
            }
            Self::Sum(parts) => parts.iter().try_fold(0.0, |sum, (is_less, part)| {
                let value = part.work_out(known, met)?;
                Some(if *is_less { sum - value } else { sum + value })
            }),
            Self::Product(parts) => parts.iter().try_fold(1.0, |product, (is_under, part)| {
                let value = part.work_out(known, met)?;
                match is_under {
                    true if value.abs() < f64::MIN_POSITIVE => None,
                    true => Some(product / value),
                    false => Some(product * value),
                }
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<f64>) {
        let known = |element: &str, combo: Option<&str>| match (element, combo) {
            ("a", None) => Some(6.0),
            ("a", Some("x")) => Some(4.0),
            ("b", None) => Some(3.0),
            _ => None,
        };
        assert_eq!(parse(text).unwrap().value(&known), expected, "{text}");
    }

    #[test]
    fn sums_come_before_nothing_and_products_before_sums() {
        check("#{a} + #{b} * 2", Some(12.0));
        check("(#{a}+#{b})*2", Some(18.0));
        check("#{a.x}/#{b} - -1", Some(4.0 / 3.0 + 1.0));
        check("-1", Some(-1.0));
        check("1", Some(1.0));
        check("#{a} - #{b} - 1", Some(2.0));
        check("#{a}+#{c}", Some(6.0));
        check("#{c}", None);
        check("#{a}/#{c}", None);
        check("#{a.*}", Some(6.0));
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        for (text, at) in [
            ("#{a}+ #b}", "#b}"),
            ("if(#{a},1,2)", "if(#{a},1,2)"),
            ("#{a", "#{a"),
            ("C{pi}", "C{pi}"),
            ("", ""),
            ("1 2", "2"),
            ("#{a}+", ""),
        ] {
            assert_eq!(parse(text), Err(at.to_owned()), "{text}");
        }
        assert!(parse(&"(".repeat(10_000)).is_err());
        assert!(parse(&"-".repeat(10_000)).is_err());
        assert!(parse(&"- ".repeat(9_999)).is_err());
        assert!(parse(&"1-".repeat(9_999)).is_err());
        assert!(parse(&format!("{}1", "(1+".repeat(3_000))).is_err());
        assert!(parse(&format!("{}#{{a}}", "if(".repeat(5_000))).is_err());
    }

    /// On a stack as small as a thread's can be, so that depth tells.
    fn in_little_room<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
        std::thread::Builder::new().stack_size(1 << 20).spawn(work).unwrap().join().unwrap()
    }

    #[test]
    fn an_expression_as_long_as_they_may_be_is_worked_out_and_let_go_of() {
        for (first, more, expected) in [
            ("#{a}", "+1", Some(10_003.0)),
            ("#{a}", "-1", Some(-9_991.0)),
            ("#{a}", "*1", Some(6.0)),
            ("#{a}", "/1", Some(6.0)),
            ("#{a}", "--1", Some(6_670.0)),
            ("#{c}", "+1", None),
            ("1", "+1", Some(9_998.0)),
        ] {
            let n = if more.len() == 3 { 6_664 } else { 9_997 };
            in_little_room(move || {
                let read = parse(&format!("{first}{}", more.repeat(n))).unwrap();
                let known = |element: &str, _: Option<&str>| (element == "a").then_some(6.0);
                assert_eq!(read.value(&known), expected, "{first}{more}…");
                assert_eq!((read.asks(), read.n_terms()), (first != "1", n + 1));
                assert_eq!(read.is_complete(&known), first != "#{c}");
                assert!(read.value_or_nought(&known).is_some());
                assert_eq!(read.clone(), read);
            });
        }
    }

    /// Texts that go deep in every way the signs allow.
    fn deep() -> impl proptest::strategy::Strategy<Value = String> {
        use proptest::prelude::*;
        let piece = prop_oneof!["[(]", "[)]", "-", "[-+*/] ?", "#\\{a\\}", "#\\{a\\.b\\}", "[0-9.]{1,3}", "if\\("];
        (proptest::collection::vec((piece, 1..4_000_usize), 1..8), any::<bool>()).prop_map(|(pieces, closed)| {
            let mut text: String = pieces.iter().map(|(piece, n)| piece.repeat(*n)).collect();
            if closed {
                text.push_str("#{a}");
                text.push_str(&")".repeat(text.matches('(').count()));
            }
            text.chars().take(MAX_LENGTH).collect()
        })
    }

    proptest::proptest! {
        #[test]
        fn no_text_goes_deeper_than_a_thread_can(text in deep()) {
            in_little_room(move || {
                if let Ok(read) = parse(&text) {
                    let _ = (read.value(&|_, _| Some(1.0)), read.value_or_nought(&|_, _| None));
                    let _ = (read.is_complete(&|_, _| Some(1.0)), read.asks(), read.n_terms(), format!("{read:?}"));
                }
            });
        }
    }
}
