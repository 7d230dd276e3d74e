//! Between Rust values and the five column types.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{QueryResult, TryGetable, Value};
use uuid::Uuid;
use varde_kernel::{Id, Locale, Period, UnitKind, Words, access};

use crate::Error;

/// A value that can be written to a column.
pub trait Column {
    /// The value as the database knows it.
    fn column(self) -> Value;
}

/// A value that can be read from a column.
pub trait FromColumn: Sized {
    /// What the database returns for it.
    type Stored: TryGetable;

    /// Makes the value; `None` when the stored form is not one.
    fn from_stored(stored: Self::Stored) -> Option<Self>;
}

macro_rules! plain {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn column(self) -> Value { self.into() }
        }
        impl Column for Option<$type> {
            fn column(self) -> Value { self.into() }
        }
        impl FromColumn for $type {
            type Stored = Self;
            fn from_stored(stored: Self) -> Option<Self> { Some(stored) }
        }
    )*};
}

plain!(String, i64, f64, bool, Uuid);

impl Column for &str {
    fn column(self) -> Value {
        self.into()
    }
}

impl Column for Option<&str> {
    fn column(self) -> Value {
        self.map(str::to_owned).into()
    }
}

impl Column for &String {
    fn column(self) -> Value {
        self.as_str().into()
    }
}

impl Column for Value {
    fn column(self) -> Value {
        self
    }
}

impl<K> Column for Id<K> {
    fn column(self) -> Value {
        self.uuid().into()
    }
}

impl<K> Column for Option<Id<K>> {
    fn column(self) -> Value {
        self.map(Id::uuid).into()
    }
}

impl<K> FromColumn for Id<K> {
    type Stored = Uuid;
    fn from_stored(stored: Uuid) -> Option<Self> {
        Some(stored.into())
    }
}

impl Column for Timestamp {
    fn column(self) -> Value {
        self.as_microsecond().into()
    }
}

impl Column for Option<Timestamp> {
    fn column(self) -> Value {
        self.map(Timestamp::as_microsecond).into()
    }
}

impl FromColumn for Timestamp {
    type Stored = i64;
    fn from_stored(stored: i64) -> Option<Self> {
        Self::from_microsecond(stored).ok()
    }
}

macro_rules! as_text {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn column(self) -> Value { self.to_string().into() }
        }
        impl Column for Option<$type> {
            fn column(self) -> Value { self.map(|value| value.to_string()).into() }
        }
        impl FromColumn for $type {
            type Stored = String;
            fn from_stored(stored: String) -> Option<Self> { stored.parse().ok() }
        }
    )*};
}

as_text!(Date, Period, Locale, UnitKind);

macro_rules! by_name {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn column(self) -> Value { self.name().into() }
        }
        impl FromColumn for $type {
            type Stored = String;
            fn from_stored(stored: String) -> Option<Self> { stored.parse().ok() }
        }
    )*};
}

by_name!(access::Role, access::Kind, access::Action);

impl<T: FromColumn> FromColumn for Option<T>
where
    Option<T::Stored>: TryGetable,
{
    type Stored = Option<T::Stored>;
    fn from_stored(stored: Self::Stored) -> Option<Self> {
        match stored {
            None => Some(None),
            Some(stored) => T::from_stored(stored).map(Some),
        }
    }
}

/// One row of an answer.
pub struct Row(QueryResult);

impl Row {
    pub(crate) fn new(result: QueryResult) -> Self {
        Self(result)
    }

    /// The value of a column.
    ///
    /// # Errors
    ///
    /// [`Error::Column`] when the column holds no such value, [`Error::Database`] when there is
    /// no such column.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T, Error> {
        let stored: T::Stored = self.0.try_get("", column)?;
        T::from_stored(stored).ok_or_else(|| Error::Column { column: column.to_owned() })
    }

    /// The value of a text column that is written with `Display` and read with `FromStr`.
    pub fn parse<T: FromStr>(&self, column: &str) -> Result<T, Error> {
        let text: String = self.get(column)?;
        text.parse().map_err(|_| Error::Column { column: column.to_owned() })
    }

    /// Like [`Row::parse`], for a column that may be empty.
    pub fn parse_opt<T: FromStr>(&self, column: &str) -> Result<Option<T>, Error> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| text.parse().map_err(|_| Error::Column { column: column.to_owned() })).transpose()
    }

    /// A text in up to three languages, from `column`, `column_nn` and `column_en`.
    pub fn words(&self, column: &str) -> Result<Words, Error> {
        Ok(Words {
            nb: self.get::<Option<String>>(column)?.unwrap_or_default(),
            nn: self.get(&format!("{column}_nn"))?,
            en: self.get(&format!("{column}_en"))?,
        })
    }
}
