//! Pictures for the management of a health service: data in, SVG out.
//!
//! [`GoalChart`] shows the values of a goal over time against its target path;
//! [`DriverDiagram`] shows how goals, areas and measures hang together; [`SpcChart`] shows a process
//! over time with centre, limits and signals, and [`spc_table`] the numbers behind it. Every word comes from the
//! caller, who knows the language; the picture knows only where words fit.
//!
//! The SVG carries no style element and no style attribute, so it works under a strict content
//! security policy; its colours are custom properties with fallbacks ([`Role`]), so the page
//! decides on light and dark. Each picture comes in two layouts ([`Layout`]): show the narrow one
//! where its frame is under about 660 CSS pixels wide, and let neither grow far beyond its own
//! size. The same input gives the same bytes, and no input makes the functions panic: values and
//! times that are not finite numbers are treated as missing.

mod axis;
mod driver;
mod ends;
mod funnel;
mod goal;
mod head;
mod icon;
mod ink;
mod interval;
mod key;
mod multiples;
mod pareto;
mod periods;
mod place;
mod profile;
#[cfg(test)]
mod reading;
mod spark;
mod spc;
mod svg;
mod table;
mod text;
mod words;

pub use driver::{
    Column, DriverDiagram, DriverTexts, Node, OutlineItem, Status, StatusKind, driver_diagram, outline, outline_text,
};
pub use funnel::{
    FunnelAxis, FunnelChart, FunnelCurve, FunnelMark, FunnelTexts, FunnelUnit, funnel_chart, funnel_table,
};
pub use goal::{Baseline, GoalChart, GoalTexts, Point, TargetPath, ValueAxis, goal_chart};
pub use icon::{Direction, Icon, Sign, icon};
pub use ink::{Colours, Role};
pub use interval::{IntervalPlot, IntervalRow, IntervalTexts, interval_plot, interval_table};
pub use multiples::{Panel, SmallMultiples, small_multiples};
pub use pareto::{Pareto, ParetoItem, ParetoTexts, pareto, pareto_table};
pub use profile::{Profile, ProfileRow, profile, profile_table};
pub use spark::{SparkPoint, Sparkline, sparkline};
pub use spc::{
    LimitLine, SignalShape, SpcAxis, SpcChart, SpcEvent, SpcPhase, SpcPoint, SpcSignal, SpcTarget, SpcTexts, SpcTrace,
    Tone, spc_chart, spc_table,
};
pub use table::{Table, TableColumn};

/// How much room the picture has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// 760 units wide with words of 14 units, for frames of 660 CSS pixels and more.
    #[default]
    Wide,
    /// 340 units wide with words of 16 units: still 12 CSS pixels in a frame of 256.
    Narrow,
}

impl Layout {
    /// Width of the picture in user units.
    pub(crate) const fn width(self) -> f64 {
        match self {
            Self::Wide => 760.0,
            Self::Narrow => 340.0,
        }
    }

    /// Size of ordinary words in user units.
    pub(crate) const fn size(self) -> f64 {
        match self {
            Self::Wide => 14.0,
            Self::Narrow => 16.0,
        }
    }
}
