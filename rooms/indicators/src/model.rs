//! What the room holds.

macro_rules! closed {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every value, in the order in which people choose.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in files, the database and the API.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($text => Ok(Self::$variant),)* _ => Err(()) }
            }
        }
    };
}

mod basis;
mod chart;
mod data_source;
mod following;
mod indicator;
mod scan;
mod signal;
mod upload;
mod value;

pub use basis::*;
pub use chart::*;
pub use data_source::*;
pub use following::*;
pub use indicator::*;
pub use scan::*;
pub use signal::*;
pub use upload::*;
pub use value::*;
