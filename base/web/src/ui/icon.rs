//! Icons: always decoration beside words, never the only carrier of meaning.

use maud::{Markup, Render, html};

macro_rules! icons {
    ($($variant:ident => $name:literal),+ $(,)?) => {
        /// An icon of the set in `web/icons.json`; renders as a mask that takes the text's colour.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each name says what the picture shows")]
        pub enum Icon { $($variant),+ }

        impl Icon {
            /// Every icon there is, for the gallery and the test against `web/icons.json`.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in `web/icons.json`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

icons! {
    Alarm => "alarm", ArrowLeft => "arrow-left", ArrowRight => "arrow-right", Branch => "branch",
    Building => "building", Bulb => "bulb", Calendar => "calendar", Chart => "chart", Check => "check",
    ChevronDown => "chevron-down", ChevronRight => "chevron-right", Circle => "circle",
    Clipboard => "clipboard", Clock => "clock", Cog => "cog", Compass => "compass", Danger => "danger",
    Docs => "docs", Document => "document", Download => "download", External => "external", Eye => "eye", FileSearch => "file-search",
    Filter => "filter", Gavel => "gavel", Handshake => "handshake", History => "history", Home => "home",
    Hospital => "hospital", Inbox => "inbox", Info => "info", Key => "key", Language => "language",
    Leave => "leave", Link => "link", Lock => "lock", Menu => "menu", Minus => "minus", Moon => "moon", Mountain => "mountain",
    Pencil => "pencil", People => "people", Person => "person", Plus => "plus", Print => "print",
    Ruler => "ruler", Search => "search", Shield => "shield", SortBoth => "sort-both",
    SortDown => "sort-down", SortUp => "sort-up", Success => "success", Sun => "sun", Tasks => "tasks",
    Trash => "trash", Upload => "upload", Warning => "warning", X => "x",
}

impl Render for Icon {
    fn render(&self) -> Markup {
        html! { span.icon data-icon=(self.name()) aria-hidden="true" {} }
    }
}
