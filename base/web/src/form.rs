//! What people send in. A form keeps what was typed, so that nothing is lost when it comes back
//! with problems, and reads values while it collects the problems.

use std::str::FromStr;

use axum::RequestExt;
use axum::extract::{FromRequest, FromRequestParts, Multipart, RawPathParams, Request};
use http::StatusCode;
use http::request::Parts;
use http_body_util::BodyExt;
use jiff::civil::Date;
use maud::Markup;
use subtle::ConstantTimeEq;
use varde_kernel::{Id, Place, Problems};

use crate::error::Error;
use crate::{App, Ctx};

/// Name of the hidden field that holds the guard.
const GUARD: &str = "_csrf";
/// The largest form that is read.
const MAX_FORM: usize = 512 * 1024;
/// The longest single-line text.
pub const MAX_TEXT: usize = 500;
/// The longest text of several lines.
pub const MAX_LONG_TEXT: usize = 20_000;

/// Fields by name, in the order sent: a form that was sent in, or the query of an address. A form that
/// comes back because someone else saved first carries what they changed ([`Ctx::stale`]).
#[derive(Clone, Debug, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    meanwhile: Option<Markup>,
}

impl Fields {
    /// Fields from pairs.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self { pairs, meanwhile: None }
    }

    /// The same fields with one more; a name may come several times.
    #[must_use]
    pub fn and(mut self, name: &str, value: String) -> Self {
        self.pairs.push((name.to_owned(), value));
        self
    }

    /// The same fields with one of them set to another value.
    #[must_use]
    pub fn with(mut self, name: &str, value: String) -> Self {
        self.pairs.retain(|(known, _)| known != name);
        self.and(name, value)
    }

    /// The same fields with what others saved meanwhile.
    pub(crate) fn told(self, meanwhile: Markup) -> Self {
        Self { meanwhile: Some(meanwhile), ..self }
    }

    /// What others saved meanwhile, for the top of the form; nothing when the form was not too late.
    pub fn meanwhile(&self) -> Markup {
        self.meanwhile.clone().unwrap_or_default()
    }

    /// Reads `a=1&b=2`.
    pub fn parse(text: &[u8]) -> Self {
        Self::new(form_urlencoded::parse(text).into_owned().collect())
    }

    /// The text of a field, trimmed; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// Whether a field was sent with anything in it (a ticked box).
    pub fn has(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// All values of a field that can be sent several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// Every field, for passing on.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// A text that must be there and fit on a line.
    pub fn required(&self, name: &'static str, problems: &mut Problems) -> String {
        if !self.has(name) {
            problems.field(name, "web-problem-required");
        }
        self.short(name, problems)
    }

    /// A text that may be missing and must fit on a line.
    pub fn short(&self, name: &'static str, problems: &mut Problems) -> String {
        self.limited(name, MAX_TEXT, problems)
    }

    /// A text of several lines that may be missing.
    pub fn long(&self, name: &'static str, problems: &mut Problems) -> String {
        self.limited(name, MAX_LONG_TEXT, problems)
    }

    /// A text of several lines that may be missing, of `max` characters at most.
    pub fn up_to(&self, max: usize, name: &'static str, problems: &mut Problems) -> String {
        self.limited(name, max, problems)
    }

    fn limited(&self, name: &'static str, max: usize, problems: &mut Problems) -> String {
        let text = self.text(name);
        // Control characters are no text, and PostgreSQL refuses the null byte.
        if text.contains(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')) {
            problems.field(name, "web-problem-control-characters");
        }
        if max < text.chars().count() {
            problems.push(Place::Field(name), "web-problem-too-long", vec![("max", max.to_string())]);
        }
        text.to_owned()
    }

    /// A date that may be missing: `2026-11-22`, or `22.11.2026` as Norwegians type it.
    pub fn date(&self, name: &'static str, problems: &mut Problems) -> Option<Date> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let date = read_date(text).filter(|date| (1800..=2200).contains(&date.year()));
        if date.is_none() {
            problems.field(name, "web-problem-date");
        }
        date
    }

    /// A number that may be missing; decimal comma and point both count.
    pub fn number(&self, name: &'static str, problems: &mut Problems) -> Option<f64> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let number = read_number(text);
        if number.is_none() {
            problems.field(name, "web-problem-number");
        }
        number
    }

    /// A whole number that may be missing.
    pub fn whole(&self, name: &'static str, problems: &mut Problems) -> Option<i64> {
        let number = self.number(name, problems)?;
        if number.fract() != 0.0 || 1e15 < number.abs() {
            problems.field(name, "web-problem-whole-number");
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 1e15, checked above")]
        Some(number as i64)
    }

    /// One of a closed set; `None` when nothing was chosen.
    pub fn choice<T: FromStr>(&self, name: &'static str, problems: &mut Problems) -> Option<T> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let choice = text.parse().ok();
        if choice.is_none() {
            problems.field(name, "web-problem-choice");
        }
        choice
    }

    /// One of a closed set that must be chosen.
    pub fn must_choose<T: FromStr>(&self, name: &'static str, problems: &mut Problems) -> Option<T> {
        if !self.has(name) {
            problems.field(name, "web-problem-required");
        }
        self.choice(name, problems)
    }

    /// The version that was read before editing.
    ///
    /// # Errors
    ///
    /// [`Error::BadRequest`] when the form did not carry one.
    pub fn version(&self) -> Result<i64, Error> {
        self.text("version").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))
    }
}

/// `2026-11-22` or `22.11.2026`.
pub fn read_date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let mut parts = text.split('.').map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `13,7`, `13.7`, `1 234` or `-2`; never infinity.
pub fn read_number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}'))
        .map(|letter| match letter {
            ',' => '.',
            '\u{2212}' => '-',
            other => other,
        })
        .collect();
    let looks_plain = plain.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-'));
    let number: f64 = plain.parse().ok()?;
    (looks_plain && number.is_finite()).then_some(number)
}

/// The fields of the query.
pub struct Query(pub Fields);

impl FromRequestParts<App> for Query {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Error> {
        Ok(Self(Fields::parse(parts.uri.query().unwrap_or_default().as_bytes())))
    }
}

/// A form that was sent in by someone who has seen it: the guard is checked.
pub struct Form(pub Fields);

impl FromRequest<App> for Form {
    type Rejection = Error;

    async fn from_request(mut request: Request, state: &App) -> Result<Self, Error> {
        let cx: Ctx = request.extract_parts_with_state(state).await?;
        let body = request.with_limited_body().into_body();
        let bytes =
            http_body_util::Limited::new(body, MAX_FORM).collect().await.map_err(|_| Error::TooLarge)?.to_bytes();
        let fields = Fields::parse(&bytes);
        check_guard(&cx, &fields)?;
        Ok(Self(fields))
    }
}

fn check_guard(cx: &Ctx, fields: &Fields) -> Result<(), Error> {
    let sent = fields.text(GUARD).as_bytes();
    let expected = cx.guard();
    if bool::from(expected.as_bytes().ct_eq(sent)) { Ok(()) } else { Err(Error::Guard) }
}

/// A form with a file in it, under the name `file`.
pub struct Upload {
    /// The other fields.
    pub fields: Fields,
    /// The file's name as the sender knows it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Files that came beside it, by the names of their fields.
    beside: Vec<(String, Vec<u8>)>,
}

impl Upload {
    /// What is in the file of another field; nothing when none was chosen.
    pub fn beside(&self, field: &str) -> &[u8] {
        self.beside.iter().find(|(name, _)| name == field).map_or(&[], |(_, bytes)| bytes)
    }
}

impl FromRequest<App> for Upload {
    type Rejection = Error;

    async fn from_request(mut request: Request, state: &App) -> Result<Self, Error> {
        let cx: Ctx = request.extract_parts_with_state(state).await?;
        let bad = |error: axum::extract::multipart::MultipartError| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
            _ => Error::BadRequest("web-error-bad-form"),
        };
        let mut parts =
            Multipart::from_request(request, state).await.map_err(|_| Error::BadRequest("web-error-bad-form"))?;
        let mut upload = Self { fields: Fields::default(), name: String::new(), bytes: Vec::new(), beside: Vec::new() };
        while let Some(part) = parts.next_field().await.map_err(bad)? {
            let field = part.name().unwrap_or_default().to_owned();
            if let Some(name) = part.file_name().map(str::to_owned) {
                let bytes = part.bytes().await.map_err(bad)?.to_vec();
                if field == "file" {
                    (upload.name, upload.bytes) = (name, bytes);
                } else {
                    upload.beside.push((field, bytes));
                }
            } else {
                let value = part.text().await.map_err(bad)?;
                upload.fields.pairs.push((field, value));
            }
        }
        check_guard(&cx, &upload.fields)?;
        Ok(upload)
    }
}

/// Places in a path: one id, or two. A place that is no id is a page that does not exist.
pub struct Path<T>(pub T);

/// What can stand in a path.
pub trait FromPath: Sized {
    /// Reads the places in order.
    fn from_places(places: &[&str]) -> Option<Self>;
}

impl<K> FromPath for Id<K> {
    fn from_places(places: &[&str]) -> Option<Self> {
        places.first()?.parse().ok()
    }
}

impl FromPath for String {
    fn from_places(places: &[&str]) -> Option<Self> {
        places.first().map(|place| (*place).to_owned())
    }
}

impl FromPath for (String, String) {
    fn from_places(places: &[&str]) -> Option<Self> {
        Some(((*places.first()?).to_owned(), (*places.get(1)?).to_owned()))
    }
}

impl<A, B> FromPath for (Id<A>, Id<B>) {
    fn from_places(places: &[&str]) -> Option<Self> {
        Some((places.first()?.parse().ok()?, places.get(1)?.parse().ok()?))
    }
}

impl<A> FromPath for (String, Id<A>) {
    fn from_places(places: &[&str]) -> Option<Self> {
        Some(((*places.first()?).to_owned(), places.get(1)?.parse().ok()?))
    }
}

impl<A> FromPath for (Id<A>, String) {
    fn from_places(places: &[&str]) -> Option<Self> {
        Some((places.first()?.parse().ok()?, (*places.get(1)?).to_owned()))
    }
}

impl<T: FromPath> FromRequestParts<App> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &App) -> Result<Self, Error> {
        let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Error::NotFound)?;
        let places: Vec<&str> = params.iter().map(|(_, value)| value).collect();
        T::from_places(&places).map(Path).ok_or(Error::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_numbers_are_read_as_people_type_them() {
        assert_eq!(read_date("22.11.2026"), read_date("2026-11-22"));
        assert_eq!(read_date("22.11.26"), None);
        assert_eq!(read_date("31.02.2026"), None);
        for (text, expected) in [
            ("13,7", Some(13.7)),
            ("1 234,5", Some(1234.5)),
            ("\u{2212}2", Some(-2.0)),
            ("inf", None),
            ("1e5", None),
            ("NaN", None),
            ("1,2,3", None),
        ] {
            assert_eq!(read_number(text), expected, "{text}");
        }
    }

    #[test]
    fn problems_are_collected_and_nothing_typed_is_lost() {
        let fields = Fields::parse(b"title=++&due=tomorrow&n=3,5&name=a%00b");
        let mut problems = Problems::new();
        assert_eq!(fields.required("title", &mut problems), "");
        assert_eq!(fields.date("due", &mut problems), None);
        assert_eq!(fields.whole("n", &mut problems), None);
        fields.short("name", &mut problems);
        assert_eq!(problems.len(), 4);
        assert_eq!(fields.text("due"), "tomorrow");
    }
}
