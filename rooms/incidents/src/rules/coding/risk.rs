//! NOKUP's risk matrix: axis 6 (how often) by axis 7 (how bad if it happens again). It looks ahead and stands
//! apart from axis 5, the harm that was done.
//!
//! Both axes are ordinal. A cell is looked up, never computed: nothing is multiplied or averaged. Which cells
//! call for what is the site's own choice, and a matrix is only taken when more often and worse never count for
//! less.

/// What a cell of the matrix calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Can be lived with; learn from it.
    Accept,
    /// Look for measures.
    Consider,
    /// Measures are needed.
    Act,
}

/// Why a matrix is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MatrixFault {
    /// There are no rows or no columns.
    #[error("the matrix is empty")]
    Empty,
    /// There are not as many rows as frequencies, or a row has not as many cells as there are consequences.
    #[error("the cells do not fit the two axes")]
    Shape,
    /// A code stands twice on one side.
    #[error("{0} stands twice")]
    Twice(String),
    /// More often or worse counts for less.
    #[error("{frequency} and {consequence} count for less than a cell before it")]
    Falls {
        /// The row.
        frequency: String,
        /// The column.
        consequence: String,
    },
}

/// A matrix over the codes of two axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskMatrix {
    frequencies: Vec<String>,
    consequences: Vec<String>,
    bands: Vec<Vec<Band>>,
}

impl RiskMatrix {
    /// A matrix. `frequencies` are codes from the rarest to the most frequent, `consequences` from the mildest to
    /// the worst, and `bands` has one row for each frequency and in it one cell for each consequence.
    ///
    /// # Errors
    ///
    /// The first [`MatrixFault`].
    pub fn new(
        frequencies: Vec<String>,
        consequences: Vec<String>,
        bands: Vec<Vec<Band>>,
    ) -> Result<Self, MatrixFault> {
        if frequencies.is_empty() || consequences.is_empty() {
            return Err(MatrixFault::Empty);
        }
        if bands.len() != frequencies.len() || bands.iter().any(|row| row.len() != consequences.len()) {
            return Err(MatrixFault::Shape);
        }
        for side in [&frequencies, &consequences] {
            let twice = side.iter().enumerate().find(|(at, code)| side.iter().take(*at).any(|other| other == *code));
            if let Some((_, code)) = twice {
                return Err(MatrixFault::Twice(code.clone()));
            }
        }
        let mut before: Option<&Vec<Band>> = None;
        for (row, frequency) in bands.iter().zip(&frequencies) {
            for (at, (band, consequence)) in row.iter().zip(&consequences).enumerate() {
                let left = at.checked_sub(1).and_then(|left| row.get(left));
                let above = before.and_then(|row| row.get(at));
                if left.into_iter().chain(above).any(|other| band < other) {
                    return Err(MatrixFault::Falls { frequency: frequency.clone(), consequence: consequence.clone() });
                }
            }
            before = Some(row);
        }
        Ok(Self { frequencies, consequences, bands })
    }

    /// What a frequency and a consequence call for; `None` when the matrix does not know one of them.
    pub fn band(&self, frequency: &str, consequence: &str) -> Option<Band> {
        let row = self.frequencies.iter().position(|code| code == frequency)?;
        let column = self.consequences.iter().position(|code| code == consequence)?;
        self.bands.get(row)?.get(column).copied()
    }

    /// The worst of several, as when one incident threatens patients and staff in different ways; `None` when
    /// there are none or the matrix does not know one of them.
    pub fn worst<'a>(&self, places: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<Band> {
        let bands: Option<Vec<Band>> =
            places.into_iter().map(|(frequency, consequence)| self.band(frequency, consequence)).collect();
        bands?.into_iter().max()
    }

    /// The codes of the rows, the rarest first.
    pub fn frequencies(&self) -> &[String] {
        &self.frequencies
    }

    /// The codes of the columns, the mildest first.
    pub fn consequences(&self) -> &[String] {
        &self.consequences
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Band::{Accept, Act, Consider};

    fn matrix(bands: Vec<Vec<Band>>) -> Result<RiskMatrix, MatrixFault> {
        let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        RiskMatrix::new(codes(&["rare", "often"]), codes(&["mild", "bad", "worst"]), bands)
    }

    #[test]
    fn a_cell_is_looked_up_and_the_worst_counts() {
        let matrix = matrix(vec![vec![Accept, Accept, Consider], vec![Accept, Consider, Act]]).unwrap();
        assert_eq!(matrix.band("rare", "worst"), Some(Consider));
        assert_eq!(matrix.band("often", "worst"), Some(Act));
        assert_eq!(matrix.band("worst", "rare"), None);
        assert_eq!(matrix.worst([("rare", "mild"), ("often", "bad")]), Some(Consider));
        assert_eq!(matrix.worst([("rare", "mild"), ("never", "bad")]), None);
        assert_eq!(matrix.worst([]), None);
    }

    #[test]
    fn a_matrix_that_rewards_worse_is_refused() {
        let falls = |frequency: &str, consequence: &str| {
            Err(MatrixFault::Falls { frequency: frequency.to_owned(), consequence: consequence.to_owned() })
        };
        let along = vec![vec![Accept, Consider, Accept], vec![Consider, Consider, Act]];
        assert_eq!(matrix(along), falls("rare", "worst"));
        let down = vec![vec![Consider, Consider, Act], vec![Accept, Consider, Act]];
        assert_eq!(matrix(down), falls("often", "mild"));
        assert_eq!(matrix(vec![vec![Accept; 3]]), Err(MatrixFault::Shape));
        assert_eq!(matrix(vec![vec![Accept; 3], vec![Accept; 2]]), Err(MatrixFault::Shape));
        assert_eq!(RiskMatrix::new(Vec::new(), Vec::new(), Vec::new()), Err(MatrixFault::Empty));
    }

    #[test]
    fn a_code_stands_once() {
        let twice = vec!["1".to_owned(), "1".to_owned()];
        let found = RiskMatrix::new(vec!["1".to_owned()], twice, vec![vec![Accept, Accept]]);
        assert_eq!(found, Err(MatrixFault::Twice("1".to_owned())));
    }
}
