//! What the room speaks of.

pub(crate) mod bodies;
pub(crate) mod tasks;

pub use bodies::*;
pub use tasks::*;

/// A closed set of names, as they stand in the database, in files and in the API.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every value, in the order it is shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the database, in files and in the API.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($text => Ok(Self::$variant),)* _ => Err(()) }
            }
        }
    };
}
pub(crate) use names;

use jiff::civil::Date;
use varde_kernel::Validity;

/// Whether a time that begins on `from` and ends before `to` is running on `day`.
pub fn holds(from: Date, to: Option<Date>, day: Date) -> bool {
    Validity { from, to }.holds_on(day)
}
