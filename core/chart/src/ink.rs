//! Colours by role: a custom property for the page, a fixed colour for everything else.

/// What a colour is for. Each role has a custom property that the page may set, and colours that
/// hold without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The ground the picture lies on; also fills hollow points and the halo behind words.
    Paper,
    /// Words, and the ring that marks the baseline.
    Ink,
    /// Quiet words: axis labels, details.
    Muted,
    /// Grid lines; decoration only, nothing is read from them alone.
    Grid,
    /// The time axis, brackets over missing periods, connecting curves and frames.
    Line,
    /// The measured series.
    Series,
    /// The target path.
    Target,
    /// The ground of a box.
    Panel,
    /// The ground of a box in the first column.
    Strong,
    /// Status: on track.
    Good,
    /// Status: needs attention.
    Watch,
    /// Status: off track.
    Bad,
    /// A signal of change for the better.
    Better,
    /// A signal of change for the worse.
    Worse,
    /// A signal of change where no direction is better.
    Notice,
    /// The ground between limits.
    Band,
}

/// Where the picture will be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// On a page: custom properties with the light colour as the fallback.
    #[default]
    Page,
    /// In a document or a file: the light colours themselves, since readers outside the browser
    /// seldom know custom properties.
    Fixed,
}

impl Role {
    /// Every role, in the order in which they are declared.
    pub const ALL: [Self; 16] = [
        Self::Paper,
        Self::Ink,
        Self::Muted,
        Self::Grid,
        Self::Line,
        Self::Series,
        Self::Target,
        Self::Panel,
        Self::Strong,
        Self::Good,
        Self::Watch,
        Self::Bad,
        Self::Better,
        Self::Worse,
        Self::Notice,
        Self::Band,
    ];

    /// The custom property that sets this colour on a page.
    pub const fn property(self) -> &'static str {
        match self {
            Self::Paper => "--chart-paper",
            Self::Ink => "--chart-ink",
            Self::Muted => "--chart-muted",
            Self::Grid => "--chart-grid",
            Self::Line => "--chart-line",
            Self::Series => "--chart-series",
            Self::Target => "--chart-target",
            Self::Panel => "--chart-panel",
            Self::Strong => "--chart-strong",
            Self::Good => "--chart-good",
            Self::Watch => "--chart-watch",
            Self::Bad => "--chart-bad",
            Self::Better => "--chart-better",
            Self::Worse => "--chart-worse",
            Self::Notice => "--chart-notice",
            Self::Band => "--chart-band",
        }
    }

    /// The colour on a light ground, used wherever the property is not set.
    pub const fn light(self) -> &'static str {
        match self {
            Self::Paper => "#ffffff",
            Self::Ink => "#1f2a2e",
            Self::Muted => "#526267",
            Self::Grid => "#dde4e5",
            Self::Line => "#7a8b90",
            Self::Series => "#0b5a69",
            Self::Target => "#9a4412",
            Self::Panel => "#f5f8f8",
            Self::Strong => "#dfecee",
            Self::Good => "#1b6537",
            Self::Watch => "#7a5000",
            Self::Bad => "#a3271d",
            Self::Better => "#1f5fae",
            Self::Worse => "#c2410c",
            Self::Notice => "#6b3fa0",
            Self::Band => "#edf2f3",
        }
    }

    /// The colour proposed for a dark ground; the page sets it through the property.
    pub const fn dark(self) -> &'static str {
        match self {
            Self::Paper => "#162a2f",
            Self::Ink => "#e8eeef",
            Self::Muted => "#a9b8bc",
            Self::Grid => "#2f4348",
            Self::Line => "#7f9499",
            Self::Series => "#7cc4d0",
            Self::Target => "#f0a679",
            Self::Panel => "#1d343a",
            Self::Strong => "#24434b",
            Self::Good => "#83cf9c",
            Self::Watch => "#e8bd5e",
            Self::Bad => "#f59c92",
            Self::Better => "#8ab8f5",
            Self::Worse => "#ff9b63",
            Self::Notice => "#c9a8f0",
            Self::Band => "#203940",
        }
    }

    /// The value of a `fill` or `stroke` attribute.
    pub(crate) fn paint(self, colours: Colours) -> String {
        match colours {
            Colours::Page => format!("var({}, {})", self.property(), self.light()),
            Colours::Fixed => self.light().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Role::{
        Bad, Band, Better, Good, Ink, Line, Muted, Notice, Panel, Paper, Series, Strong, Target, Watch, Worse,
    };
    use super::*;

    /// Relative luminance, WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
    fn luminance(hex: &str) -> f64 {
        let part = |from: usize| {
            let byte = u8::from_str_radix(&hex[from..from + 2], 16).expect("six hex digits");
            let c = f64::from(byte) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn check(front: Role, ground: Role, at_least: f64) {
        for (mode, colour) in [("light", Role::light as fn(Role) -> &'static str), ("dark", Role::dark)] {
            let found = contrast(colour(front), colour(ground));
            assert!(found >= at_least, "{front:?} on {ground:?}, {mode}: {found:.2} < {at_least}");
        }
    }

    #[test]
    fn the_formula_agrees_with_the_ends_of_the_scale() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        // #767676 on white is the well-known lightest grey that passes 4.5:1.
        assert!(contrast("#767676", "#ffffff") >= 4.5 && contrast("#777777", "#ffffff") < 4.5);
    }

    #[test]
    fn words_reach_four_and_a_half_to_one() {
        for front in [Ink, Muted, Series, Target, Good, Watch, Bad, Better, Worse, Notice] {
            check(front, Paper, 4.5);
        }
        for front in [Ink, Muted, Series, Target, Better, Worse, Notice] {
            check(front, Band, 4.5);
        }
        for front in [Ink, Muted, Series, Good, Watch, Bad] {
            check(front, Panel, 4.5);
            check(front, Strong, 4.5);
        }
    }

    #[test]
    fn graphics_reach_three_to_one() {
        for front in [Line, Series, Target, Ink] {
            check(front, Paper, 3.0);
        }
        check(Line, Panel, 3.0);
        check(Line, Band, 3.0);
    }
}
