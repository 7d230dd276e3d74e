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
    /// Two of them with `+`, `-`, `*` or `/` between.
    Both(Box<Self>, char, Box<Self>),
    /// One with its sign turned.
    Minus(Box<Self>),
}

/// Brackets within brackets beyond this are no one's work.
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
        let mut left = self.product()?;
        while let Some(sign) = self.take(&['+', '-']) {
            left = Expression::Both(Box::new(left), sign, Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expression, String> {
        let mut left = self.single()?;
        while let Some(sign) = self.take(&['*', '/']) {
            left = Expression::Both(Box::new(left), sign, Box::new(self.single()?));
        }
        Ok(left)
    }

    fn single(&mut self) -> Result<Expression, String> {
        self.depth += 1;
        if MAX_DEPTH < self.depth {
            return Err(self.here());
        }
        let single = if self.take(&['-']).is_some() {
            Expression::Minus(Box::new(self.single()?))
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

impl Expression {
    /// What it comes to; none when nothing of what it asks for is known, or something is divided by
    /// nought. As in DHIS2, what is not known counts as nought when something else is known.
    pub fn value(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>) -> Option<f64> {
        if self.asks() && !self.any(known) {
            return None;
        }
        self.sum(known).filter(|value| value.is_finite())
    }

    /// What it comes to when what is not known counts as nought.
    pub fn value_or_nought(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>) -> Option<f64> {
        self.sum(known).filter(|value| value.is_finite())
    }

    /// Whether everything that it asks for is known.
    pub fn is_complete(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>) -> bool {
        match self {
            Self::Number(_) => true,
            Self::Element { element, combo } => known(element, combo.as_deref()).is_some(),
            Self::Both(left, _, right) => left.is_complete(known) && right.is_complete(known),
            Self::Minus(inside) => inside.is_complete(known),
        }
    }

    /// The data elements it asks for.
    pub fn elements(&self) -> Vec<&str> {
        match self {
            Self::Number(_) => Vec::new(),
            Self::Element { element, .. } => vec![element],
            Self::Both(left, _, right) => left.elements().into_iter().chain(right.elements()).collect(),
            Self::Minus(inside) => inside.elements(),
        }
    }

    fn asks(&self) -> bool {
        !self.elements().is_empty()
    }

    fn any(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>) -> bool {
        match self {
            Self::Number(_) => false,
            Self::Element { element, combo } => known(element, combo.as_deref()).is_some(),
            Self::Both(left, _, right) => left.any(known) || right.any(known),
            Self::Minus(inside) => inside.any(known),
        }
    }

    fn sum(&self, known: &impl Fn(&str, Option<&str>) -> Option<f64>) -> Option<f64> {
        Some(match self {
            Self::Number(number) => *number,
            Self::Element { element, combo } => known(element, combo.as_deref()).unwrap_or(0.0),
            Self::Minus(inside) => -inside.sum(known)?,
            Self::Both(left, sign, right) => {
                let (left, right) = (left.sum(known)?, right.sum(known)?);
                match sign {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    _ if right.abs() < f64::MIN_POSITIVE => return None,
                    _ => left / right,
                }
            }
        })
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
    }
}
