//! The rows that indicators are computed from.

use std::collections::HashMap;

/// Seconds in an hour.
pub const HOUR: i64 = 3_600;
/// Seconds in a day of 24 hours.
pub const DAY: i64 = 86_400;

/// The weight of one whole event. Weights are whole numbers, so sums of them are exact in any order; a
/// hundred thousandth of a course of thirty days is 26 seconds.
pub const WHOLE: i64 = 100_000;

macro_rules! closed {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $code:literal $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The number in event files.
            pub const fn code(self) -> i32 {
                match self { $(Self::$variant => $code,)* }
            }

            /// The name in definitions and text files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// Reads the number in event files.
            pub fn from_code(code: i32) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }

            /// Reads the name in definitions and text files.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }
    };
}
pub(crate) use closed;

closed! {
    /// What happened. The numbers stand in files and never change.
    Kind {
        /// A stay in a hospital.
        Stay 1 "stay",
        /// An operation.
        Operation 2 "operation",
        /// A review, such as of a resident's medicines.
        Review 3 "review",
        /// A long-term stay in an institution.
        Residency 4 "residency",
        /// A visit or another contact without a bed.
        Contact 5 "contact",
    }
}

closed! {
    /// Sex as registered. The numbers are those of ISO/IEC 5218, but 0 holds all that is not known.
    Sex {
        /// Not known, or another.
        Unknown 0 "unknown",
        /// Male.
        Male 1 "male",
        /// Female.
        Female 2 "female",
    }
}

/// One event of one person. Instants are seconds since 1970 in UTC; months count from the year 0
/// (`year * 12 + month - 1`) in the service's own civil time, as the importer found them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Who, as a keyed digest: never a national identity number.
    pub person: i64,
    /// Which event, as a keyed digest of the source's own id.
    pub event: i64,
    /// What happened.
    pub kind: Kind,
    /// The unit that treated, as a number in [`Places`].
    pub unit: u32,
    /// The area where the person lived, as a number in [`Places`].
    pub residence: Option<u32>,
    /// When it began.
    pub start: i64,
    /// When it ended; none while it lasts.
    pub end: Option<i64>,
    /// The month in which it began.
    pub month: i32,
    /// The month in which it ended.
    pub end_month: Option<i32>,
    /// Whole years of age when it began.
    pub age: Option<i32>,
    /// Sex.
    pub sex: Sex,
    /// Whether it was unplanned.
    pub acute: Option<bool>,
    /// Main diagnosis, procedure or sort of review: capital letters and digits, no dots.
    pub code: String,
    /// When the person died, if that is known.
    pub died: Option<i64>,
    /// Civil days from the end until what is due after it was done (a discharge summary sent).
    pub lag_days: Option<i32>,
    /// Whether the source found the outcome (an infection).
    pub outcome: Option<bool>,
    /// Whether the source followed up; `false` is lost to follow-up.
    pub followed: Option<bool>,
}

/// Codes of units and areas, each with a number that rows hold instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    codes: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Places {
    /// Places in the order of their numbers.
    pub fn new(codes: impl IntoIterator<Item = String>) -> Self {
        let mut places = Self::default();
        for code in codes {
            places.number(&code);
        }
        places
    }

    /// The number of a code, which gets one when it has none.
    pub fn number(&mut self, code: &str) -> u32 {
        if let Some(number) = self.numbers.get(code) {
            return *number;
        }
        let number = u32::try_from(self.codes.len()).unwrap_or(u32::MAX);
        self.codes.push(code.to_owned());
        self.numbers.insert(code.to_owned(), number);
        number
    }

    /// The number of a code that has one.
    pub fn find(&self, code: &str) -> Option<u32> {
        self.numbers.get(code).copied()
    }

    /// The code of a number.
    pub fn code(&self, number: u32) -> Option<&str> {
        self.codes.get(usize::try_from(number).ok()?).map(String::as_str)
    }

    /// All codes in the order of their numbers.
    pub fn codes(&self) -> &[String] {
        &self.codes
    }
}
