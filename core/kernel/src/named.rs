//! Closed sets of names: what is one of a few, and is called the same in the database, in files and in the
//! API.

/// An enum with a name for each value: `ALL` in the order in which they are shown, `name`, and reading
/// a name back.
///
/// # Example
///
/// ```
/// varde_kernel::named! {
///     /// How it stands.
///     Status {
///         /// Well.
///         Good "good",
///         /// Not well.
///         Bad "bad",
///     }
/// }
/// assert_eq!("bad".parse(), Ok(Status::Bad));
/// assert_eq!(Status::ALL.first().map(|status| status.name()), Some("good"));
/// ```
#[macro_export]
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every value, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the database, in files and in the API.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
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
