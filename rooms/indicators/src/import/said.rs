//! What a file says, in its sender's own codes, before anything of it is held against what is known.

use varde_kernel::{Period, Problems};

use super::values::{MAX_PROBLEMS, MAX_ROWS};

/// One value as a file says it.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own that says yes or no")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// Where in the file: its line, or its number among the file's values.
    pub line: usize,
    /// The sender's code of what is measured.
    pub indicator: String,
    /// The sender's code of the unit.
    pub unit: String,
    /// The period; none only while it is being read.
    pub period: Option<Period>,
    /// For which part of those counted: dimension and category, in the file's order. Totals are left
    /// out, so that a value for all of them has none.
    pub strata: Vec<(String, String)>,
    /// Whether those counted live in the unit's area, instead of being treated there.
    pub residence: bool,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// The value.
    pub value: Option<f64>,
    /// How much of what should be counted was reported, in per cent.
    pub coverage: Option<f64>,
    /// Whether it may still change.
    pub provisional: bool,
    /// Whether the source itself calls it an estimate.
    pub approximate: bool,
    /// Where it comes from.
    pub source: String,
    /// Why there is no value, by the names of the model.
    pub missing: Option<&'static str>,
    /// What one should know about it.
    pub note: String,
    /// Whether it was worked out from other values of the file, by the sender's own expressions.
    pub computed: bool,
}

/// A value with which something is wrong, as far as it could be read: what else is wrong with it is told too.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfit {
    /// What could be read; in our codes once they have been found.
    pub said: Said,
    /// Whether all of its numbers could be read.
    pub is_whole: bool,
}

impl Said {
    /// The part of those counted as one text: the categories in their order; empty for all.
    pub fn stratum(&self) -> String {
        self.strata.iter().map(|(_, category)| category.as_str()).collect::<Vec<_>>().join(" · ")
    }
}

/// What one should know about a file that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The Fluent key of the message.
    pub key: &'static str,
    /// Values for the message, by name.
    pub args: Vec<(&'static str, String)>,
}

/// A remark as it is kept: its key, and the values for its message.
type KeptRemark = (String, Vec<(String, String)>);

/// Remarks as one text.
pub fn pack_remarks(remarks: &[Remark]) -> String {
    let kept = |remark: &Remark| -> KeptRemark {
        let args = remark.args.iter().map(|(name, text)| ((*name).to_owned(), text.clone()));
        (remark.key.to_owned(), args.collect())
    };
    serde_json::to_string(&remarks.iter().map(kept).collect::<Vec<_>>()).unwrap_or_default()
}

/// What [`pack_remarks`] made; none when it is nothing of that.
pub fn unpack_remarks(text: &str) -> Vec<KeptRemark> {
    serde_json::from_str(text).unwrap_or_default()
}

/// What has been read of a file so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The values, in the file's order.
    pub said: Vec<Said>,
    /// The values with which something is wrong, as far as they could be read.
    pub unfit: Vec<Unfit>,
    /// Everything that is wrong. With any, nothing of the file is used.
    pub problems: Problems,
    /// What one should know about it.
    pub remarks: Vec<Remark>,
    /// The most values that are taken.
    most: usize,
}

impl Default for Reading {
    fn default() -> Self {
        Self::up_to(MAX_ROWS)
    }
}

impl Reading {
    /// Nothing yet, and at most so many values.
    pub const fn up_to(most: usize) -> Self {
        Self { said: Vec::new(), unfit: Vec::new(), problems: Problems::new(), remarks: Vec::new(), most }
    }

    /// Keeps a value; false when the file has more of them than are taken.
    pub fn keep(&mut self, said: Said) -> bool {
        if self.most <= self.said.len() {
            let args = vec![("max", self.most.to_string())];
            self.problems.line(said.line, None, "indicators-import-too-many", args);
            return false;
        }
        self.said.push(said);
        true
    }

    /// The most values that are taken.
    pub const fn most(&self) -> usize {
        self.most
    }

    /// Whether enough problems have been told.
    pub fn is_full(&self) -> bool {
        MAX_PROBLEMS <= self.problems.len()
    }

    /// Notes something one should know.
    pub fn remark(&mut self, key: &'static str, args: Vec<(&'static str, String)>) {
        self.remarks.push(Remark { key, args });
    }

    /// Notes that the file cannot be read at all.
    pub fn refuse(&mut self, line: usize, key: &'static str) {
        self.problems.line(line, None, key, vec![]);
    }

    /// Says that the file is empty when nothing came out of it and nothing is wrong.
    #[must_use]
    pub fn done(mut self) -> Self {
        if self.said.is_empty() && self.problems.is_empty() {
            self.refuse(1, "indicators-import-empty");
        }
        self
    }
}

/// A text of the sender as it may be kept: short, and without letters that are none.
pub fn tidy(text: &str) -> String {
    text.trim().chars().filter(|letter| !letter.is_control()).take(varde_web::MAX_TEXT).collect()
}
