//! The words that a control chart and its table add on their own: the same on pages and for a file that is
//! charted on the command line.

use varde_chart::SpcTexts;
use varde_spc::Kind;
use varde_web::Say;

const KEYS: [&str; 15] = [
    "indicators-values-value",
    "indicators-chart-lower",
    "indicators-chart-upper",
    "indicators-chart-limits",
    "indicators-chart-inner",
    "indicators-chart-signal",
    "indicators-rule-outside",
    "indicators-chart-run",
    "indicators-rule-trend",
    "indicators-chart-near",
    "indicators-chart-excluded",
    "indicators-value-provisional",
    "indicators-chart-beyond",
    "indicators-chart-empty",
    "indicators-chart-note",
];

/// What the columns of the data are called; an empty name leaves the column out.
#[derive(Clone, Copy)]
pub struct ColumnNames<'a> {
    /// What stands along the chart.
    pub period: &'a str,
    /// What is counted.
    pub numerator: &'a str,
    /// Among what.
    pub denominator: &'a str,
}

/// Two texts said as one.
pub(super) type Joined<'a> = Box<dyn Fn(&str, &str) -> String + 'a>;

/// The words of one chart in one language.
pub struct ChartWords<'a> {
    centre: String,
    missing: String,
    said: Vec<String>,
    range: Joined<'a>,
    of: Joined<'a>,
}

impl<'a> ChartWords<'a> {
    /// The words of a chart of this kind; `missing` is the key of what is said of a point without a value.
    pub fn new(say: &'a Say, kind: Kind, missing: &str) -> Self {
        let centre = if kind == Kind::Run { "indicators-chart-median" } else { "indicators-chart-mean" };
        let range =
            |low: &str, high: &str| say.with("indicators-value-range", &[("low", low.into()), ("high", high.into())]);
        let of = |part: &str, whole: &str| {
            say.with("indicators-chart-of", &[("part", part.into()), ("whole", whole.into())])
        };
        Self {
            centre: say.t(centre),
            missing: say.t(missing),
            said: KEYS.iter().map(|key| say.t(key)).collect(),
            range: Box::new(range),
            of: Box::new(of),
        }
    }

    /// As the renderer takes them.
    pub fn texts<'b>(&'b self, names: ColumnNames<'b>) -> SpcTexts<'b> {
        let said = |place: usize| self.said.get(place).map_or("", String::as_str);
        SpcTexts {
            period: names.period,
            value: said(0),
            numerator: names.numerator,
            denominator: names.denominator,
            series: "",
            centre: &self.centre,
            lower: said(1),
            upper: said(2),
            limits: said(3),
            inner: said(4),
            raw: "",
            signal: said(5),
            outside: said(6),
            run: said(7),
            trend: said(8),
            near: said(9),
            excluded: said(10),
            provisional: said(11),
            missing: &self.missing,
            beyond: said(12),
            no_values: said(13),
            note: said(14),
            range: &*self.range,
            of: &*self.of,
        }
    }
}
