//! Every visible word: Fluent bundles put together from all rooms, and numbers and dates as the
//! reader's language writes them.

use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;
use varde_kernel::{Locale, Period, Problem, Words};

use crate::sources::Sources;

/// The words of all rooms in one language each.
pub struct Translator {
    bundles: HashMap<Locale, FluentBundle<FluentResource>>,
}

impl Translator {
    /// Puts the rooms' words together. Each item holds bokmål, nynorsk and English.
    pub fn new(rooms: impl IntoIterator<Item = [&'static str; 3]>) -> Self {
        let mut bundles: HashMap<Locale, FluentBundle<FluentResource>> = Locale::ALL
            .into_iter()
            .map(|locale| {
                let tag: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
                let mut bundle = FluentBundle::new_concurrent(vec![tag]);
                // Isolation marks would end up in titles, files and tests.
                bundle.set_use_isolating(false);
                (locale, bundle)
            })
            .collect();
        for words in rooms {
            for (locale, text) in Locale::ALL.into_iter().zip(words) {
                let resource = match FluentResource::try_new(text.to_owned()) {
                    Ok(resource) => resource,
                    Err((resource, errors)) => {
                        tracing::error!(%locale, ?errors, "a words file has faults");
                        resource
                    }
                };
                if let Some(bundle) = bundles.get_mut(&locale)
                    && let Err(errors) = bundle.add_resource(resource)
                {
                    tracing::error!(%locale, ?errors, "a word is said twice");
                }
            }
        }
        Self { bundles }
    }

    fn find(&self, locale: Locale, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = self.bundles.get(&locale)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, %locale, ?errors, "a word could not be put together");
        }
        Some(text)
    }
}

/// One language's voice: says keys, numbers and dates.
#[derive(Clone)]
pub struct Say {
    translator: Arc<Translator>,
    locale: Locale,
    zone: TimeZone,
    sources: Arc<Sources>,
}

/// A voice with the words of the house and of `rooms`, for commands that answer without a server.
pub fn voice(rooms: &[crate::Room], locale: Locale, zone: TimeZone) -> Say {
    let words = std::iter::once(crate::LOCALES).chain(rooms.iter().map(|room| room.locales));
    Say::new(Arc::new(Translator::new(words)), locale, zone)
}

/// A value put into a text.
#[derive(Clone, Debug)]
pub enum Arg {
    /// A number that decides plurals.
    Count(i64),
    /// A text or a number already written out.
    Text(String),
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Count(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Count(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl Say {
    /// The same voice, which knows the documents that facts are taken from.
    pub(crate) fn knowing(self, sources: Arc<Sources>) -> Self {
        Self { sources, ..self }
    }

    pub(crate) fn sources(&self) -> &Sources {
        &self.sources
    }

    /// A voice in `locale`, telling times in `zone`.
    pub fn new(translator: Arc<Translator>, locale: Locale, zone: TimeZone) -> Self {
        Self { translator, locale, zone, sources: Arc::default() }
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The same voice in another language.
    #[must_use]
    pub fn in_locale(&self, locale: Locale) -> Self {
        Self { locale, ..self.clone() }
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.text(key, None)
    }

    /// The text of a key with values put in: `say.with("plans-list-count", &[("n", 3.into())])`.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Count(number) => values.set((*name).to_owned(), FluentValue::from(*number)),
                Arg::Text(text) => values.set((*name).to_owned(), FluentValue::from(text.clone())),
            }
        }
        self.text(key, Some(&values))
    }

    /// The words of a problem.
    pub fn problem(&self, problem: &Problem) -> String {
        let args: Vec<(&str, Arg)> = problem.args.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
        self.with(problem.key, &args)
    }

    fn text(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        self.translator
            .find(self.locale, key, args)
            .or_else(|| self.translator.find(Locale::Nb, key, args))
            .unwrap_or_else(|| {
                tracing::error!(key, "nobody has written this word");
                key.to_owned()
            })
    }

    /// A text that exists in several languages.
    pub fn words<'a>(&self, words: &'a Words) -> &'a str {
        words.get(self.locale)
    }

    /// A date in words: "31. desember 2023", "31 December 2023".
    pub fn date(&self, date: Date) -> String {
        let month =
            self.t(MONTHS.get(usize::from(date.month().unsigned_abs()).saturating_sub(1)).unwrap_or(&"web-month-1"));
        match self.locale {
            Locale::Nb | Locale::Nn => format!("{}. {month} {}", date.day(), date.year()),
            Locale::En => format!("{} {month} {}", date.day(), date.year()),
        }
    }

    /// A date in a table: "31.12.2023", "31/12/2023".
    pub fn short_date(&self, date: Date) -> String {
        match self.locale {
            Locale::Nb | Locale::Nn => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
            Locale::En => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
        }
    }

    /// The day of an instant in the service's own zone.
    pub fn day(&self, instant: Timestamp) -> Date {
        instant.to_zoned(self.zone.clone()).date()
    }

    /// The first instant of a day in the service's own zone.
    pub fn midnight(&self, day: Date) -> Option<Timestamp> {
        day.to_zoned(self.zone.clone()).ok().map(|midnight| midnight.timestamp())
    }

    /// An instant in the service's own zone: date and clock.
    pub fn time(&self, instant: Timestamp) -> String {
        let here = instant.to_zoned(self.zone.clone());
        let clock = format!("{:02}:{:02}", here.hour(), here.minute());
        self.with("web-time", &[("date", self.date(here.date()).into()), ("clock", clock.into())])
    }

    /// A period in words: "2023", "2. tertial 2023", "mai 2023".
    pub fn period(&self, period: Period) -> String {
        let part = |key, n: i8, year: i16| {
            self.with(key, &[("n", Arg::Text(n.to_string())), ("year", Arg::Text(year.to_string()))])
        };
        match period {
            Period::Year(year) => year.to_string(),
            Period::Years(first, last) => format!("{first}–{last}"),
            Period::Half(year, n) => part("web-period-half", n, year),
            Period::Tertial(year, n) => part("web-period-tertial", n, year),
            Period::Quarter(year, n) => part("web-period-quarter", n, year),
            Period::Week(year, n) => part("web-period-week", n, year),
            Period::Month(year, n) => {
                let month =
                    self.t(MONTHS.get(usize::from(n.unsigned_abs()).saturating_sub(1)).unwrap_or(&"web-month-1"));
                format!("{month} {year}")
            }
            Period::Day(date) => self.date(date),
        }
    }

    /// A number with `decimals` decimals, grouped and with the language's decimal mark.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if 0 < place && (whole.len() - place).is_multiple_of(3) {
                grouped.push(if self.locale == Locale::En { ',' } else { '\u{a0}' });
            }
            grouped.push(digit);
        }
        if !fraction.is_empty() {
            grouped.push(if self.locale == Locale::En { '.' } else { ',' });
            grouped.push_str(fraction);
        }
        let shows_zero = grouped.chars().all(|letter| !letter.is_ascii_digit() || letter == '0');
        if value < 0.0 && !shows_zero { format!("\u{2212}{grouped}") } else { grouped }
    }

    /// A number with as many decimals as it carries, at most two.
    pub fn value(&self, value: f64) -> String {
        self.number(value, decimals([value], 2))
    }

    /// A percentage: "13,7 %", "13.7%".
    pub fn percent(&self, value: f64) -> String {
        format!("{}{}", self.value(value), self.percent_sign())
    }

    /// The sign of percentages as it follows a number.
    pub fn percent_sign(&self) -> &'static str {
        if self.locale == Locale::En { "%" } else { "\u{a0}%" }
    }
}

/// How many decimals numbers that stand together are written with: as few as tell each of them whole, and
/// `most` at the most.
pub fn decimals(values: impl IntoIterator<Item = f64>, most: usize) -> usize {
    let needed = |value: f64| {
        (0_i32..).zip(0..most).find(|(power, _)| {
            let scale = 10_f64.powi(*power);
            ((value * scale).round() / scale - value).abs() < 1e-9
        })
    };
    values.into_iter().map(|value| needed(value).map_or(most, |(_, n)| n)).max().unwrap_or(0)
}

const MONTHS: [&str; 12] = [
    "web-month-1",
    "web-month-2",
    "web-month-3",
    "web-month-4",
    "web-month-5",
    "web-month-6",
    "web-month-7",
    "web-month-8",
    "web-month-9",
    "web-month-10",
    "web-month-11",
    "web-month-12",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn say(locale: Locale) -> Say {
        let words = "greeting = { $n ->\n    [one] én sak\n   *[other] { $n } saker\n }\n";
        Say::new(Arc::new(Translator::new([[words, "", ""]])), locale, TimeZone::UTC)
    }

    #[test]
    fn numbers_follow_the_language() {
        let check = |value, decimals, nb: &str, en: &str| {
            assert_eq!(say(Locale::Nb).number(value, decimals), nb);
            assert_eq!(say(Locale::En).number(value, decimals), en);
        };
        check(13.7, 1, "13,7", "13.7");
        check(1234.0, 0, "1\u{a0}234", "1,234");
        check(123.0, 0, "123", "123");
        check(3_600_000_000.0, 0, "3\u{a0}600\u{a0}000\u{a0}000", "3,600,000,000");
        check(-0.25, 1, "\u{2212}0,2", "\u{2212}0.2");
        check(-0.01, 1, "0,0", "0.0");
        assert_eq!(say(Locale::Nb).percent(10.275), "10,28\u{a0}%");
        assert_eq!(say(Locale::En).percent(90.0), "90%");
    }

    #[test]
    fn numbers_that_stand_together_have_the_same_decimals() {
        assert_eq!(decimals([13.7, 13.0, 12.8], 1), 1);
        assert_eq!(decimals([13.0, 12.0], 1), 0);
        assert_eq!(decimals([63.384_615, 70.7], 1), 1);
        assert_eq!(decimals([0.25, 1.0 / 3.0], 2), 2);
        assert_eq!(decimals([], 2), 0);
    }

    #[test]
    fn a_missing_language_falls_back_and_plurals_work() {
        assert_eq!(say(Locale::En).with("greeting", &[("n", 1_i64.into())]), "én sak");
        assert_eq!(say(Locale::Nb).with("greeting", &[("n", 2_i64.into())]), "2 saker");
        assert_eq!(say(Locale::Nb).t("nobody"), "nobody");
    }
}
