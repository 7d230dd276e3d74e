//! `MeasureReport`: the result of a measure for someone and a period.

use crate::types::{CodeableConcept, Identifier, Period, Quantity, Reference, part};

part! {
    /// The result of a measure for someone and a period.
    MeasureReport {
        /// `MeasureReport`.
        resource_type: String,
        /// Its id.
        id: Option<String>,
        /// Its identifiers.
        identifier: Vec<Identifier>,
        /// `complete`, `pending` or `error`.
        status: Option<String>,
        /// `individual`, `subject-list`, `summary` or `data-collection`.
        r#type: Option<String>,
        /// The measure's address.
        measure: Option<String>,
        /// About whom.
        subject: Option<Reference>,
        /// When it was made.
        date: Option<String>,
        /// Who made it.
        reporter: Option<Reference>,
        /// For which period.
        period: Option<Period>,
        /// Which way is better.
        improvement_notation: Option<CodeableConcept>,
        /// The results.
        group: Vec<Group>,
    }
}

part! {
    /// The result of one group of a measure.
    Group {
        /// Its id in the resource.
        id: Option<String>,
        /// Which group.
        code: Option<CodeableConcept>,
        /// The counts.
        population: Vec<Population>,
        /// The score.
        measure_score: Option<Quantity>,
        /// The result split into parts.
        stratifier: Vec<Stratifier>,
    }
}

part! {
    /// How many are in a population.
    Population {
        /// Which population.
        code: Option<CodeableConcept>,
        /// How many.
        count: Option<i64>,
    }
}

part! {
    /// One way of splitting a result.
    Stratifier {
        /// By what.
        code: Vec<CodeableConcept>,
        /// The parts.
        stratum: Vec<Stratum>,
    }
}

part! {
    /// One part of a split result.
    Stratum {
        /// Which part.
        value: Option<CodeableConcept>,
        /// The counts.
        population: Vec<Population>,
        /// The score.
        measure_score: Option<Quantity>,
    }
}

/// How many are in the population of this code.
pub(crate) fn count(populations: &[Population], code: &str) -> Option<i64> {
    let found =
        populations.iter().find(|population| population.code.as_ref().is_some_and(|known| known.code() == code));
    found?.count
}

impl Group {
    /// How many are in the population of this code, such as `numerator`.
    pub fn count(&self, code: &str) -> Option<i64> {
        count(&self.population, code)
    }
}

impl Stratum {
    /// How many are in the population of this code, such as `numerator`.
    pub fn count(&self, code: &str) -> Option<i64> {
        count(&self.population, code)
    }
}
