//! The marks of good quality.

use std::str::FromStr;

macro_rules! dimensions {
    ($($(#[$doc:meta])* $name:ident $text:literal,)*) => {
        /// The six marks of good quality (the white paper's section 1.2).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Dimension { $($(#[$doc])* $name,)* }

        impl Dimension {
            /// Every mark, in the white paper's order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name in the database, in forms and in the API.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }

        impl FromStr for Dimension {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($text => Ok(Self::$name),)* _ => Err(()) }
            }
        }
    };
}

dimensions! {
    /// It works.
    Effective "effective",
    /// It is safe.
    Safe "safe",
    /// It involves users and lets them influence.
    Involving "involving",
    /// It is coordinated and continuous.
    Coordinated "coordinated",
    /// It uses resources well.
    Frugal "frugal",
    /// It is accessible and fairly shared.
    Accessible "accessible",
}
