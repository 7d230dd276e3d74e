//! `Measure`: how something is counted.

use crate::types::{CodeableConcept, Identifier, Period, part};

part! {
    /// How something is counted.
    Measure {
        /// `Measure`.
        resource_type: String,
        /// Its id.
        id: Option<String>,
        /// Its address, the same everywhere.
        url: Option<String>,
        /// Its identifiers.
        identifier: Vec<Identifier>,
        /// Its version.
        version: Option<String>,
        /// Its name for programs.
        name: Option<String>,
        /// Its name for people.
        title: Option<String>,
        /// `draft`, `active`, `retired` or `unknown`.
        status: Option<String>,
        /// Who publishes it.
        publisher: Option<String>,
        /// What it is about.
        description: Option<String>,
        /// When it is in use.
        effective_period: Option<Period>,
        /// How it is scored.
        scoring: Option<CodeableConcept>,
        /// What sort of measure: structure, process, outcome.
        r#type: Vec<CodeableConcept>,
        /// Which way is better.
        improvement_notation: Option<CodeableConcept>,
        /// What is counted.
        group: Vec<MeasureGroup>,
    }
}

part! {
    /// One group of what is counted.
    MeasureGroup {
        /// Its id in the resource.
        id: Option<String>,
        /// Which group.
        code: Option<CodeableConcept>,
        /// What it is.
        description: Option<String>,
        /// The populations.
        population: Vec<MeasurePopulation>,
        /// How it is split.
        stratifier: Vec<MeasureStratifier>,
    }
}

part! {
    /// Who or what is in a population.
    MeasurePopulation {
        /// Which population.
        code: Option<CodeableConcept>,
        /// Who or what is in it.
        description: Option<String>,
    }
}

part! {
    /// One way of splitting a measure.
    MeasureStratifier {
        /// By what.
        code: Option<CodeableConcept>,
        /// What it is.
        description: Option<String>,
    }
}
