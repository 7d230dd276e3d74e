//! What resources are made of, and the small ones.

use serde_json::{Map, Value};

/// Fields that are not named here, as they came.
pub type Extra = Map<String, Value>;

macro_rules! part {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase", default)]
        pub struct $name {
            $(
                $(#[$doc])*
                #[serde(skip_serializing_if = "crate::types::is_nothing")]
                pub $field: $type,
            )*
            /// The other fields.
            #[serde(flatten)]
            pub extra: crate::types::Extra,
        }
    };
}
pub(crate) use part;

/// What is left out when it is written.
pub(crate) trait Nothing {
    fn nothing(&self) -> bool;
}

impl<T> Nothing for Option<T> {
    fn nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T> Nothing for Vec<T> {
    fn nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Nothing for String {
    fn nothing(&self) -> bool {
        self.is_empty()
    }
}

pub(crate) fn is_nothing<T: Nothing>(value: &T) -> bool {
    value.nothing()
}

part! {
    /// A code in a system.
    Coding {
        /// The system.
        system: Option<String>,
        /// The code.
        code: Option<String>,
        /// What it means.
        display: Option<String>,
    }
}

part! {
    /// A meaning by codes, in words, or both.
    CodeableConcept {
        /// The codes.
        coding: Vec<Coding>,
        /// The words.
        text: Option<String>,
    }
}

impl CodeableConcept {
    /// A code of a system.
    pub fn of(system: &str, code: &str) -> Self {
        let coding = Coding { system: Some(system.to_owned()), code: Some(code.to_owned()), ..Coding::default() };
        Self { coding: vec![coding], ..Self::default() }
    }

    /// Words alone.
    pub fn words(text: &str) -> Self {
        Self { text: Some(text.to_owned()), ..Self::default() }
    }

    /// The first code, or else the words.
    pub fn code(&self) -> &str {
        let code = self.coding.iter().find_map(|coding| coding.code.as_deref());
        code.or(self.text.as_deref()).unwrap_or_default()
    }
}

part! {
    /// An identifier in a system.
    Identifier {
        /// The system.
        system: Option<String>,
        /// The identifier.
        value: Option<String>,
    }
}

part! {
    /// A pointer to another resource.
    Reference {
        /// Its address.
        reference: Option<String>,
        /// Its identifier.
        identifier: Option<Identifier>,
        /// What it is called.
        display: Option<String>,
    }
}

part! {
    /// From when to when, both included.
    Period {
        /// The first day or instant.
        start: Option<String>,
        /// The last day or instant.
        end: Option<String>,
    }
}

part! {
    /// A number with its unit.
    Quantity {
        /// The number.
        value: Option<f64>,
        /// The unit in words.
        unit: Option<String>,
        /// The unit's system.
        system: Option<String>,
        /// The unit's code.
        code: Option<String>,
    }
}

part! {
    /// Several resources together.
    Bundle {
        /// `Bundle`.
        resource_type: String,
        /// Its id.
        id: Option<String>,
        /// What sort of bundle.
        r#type: Option<String>,
        /// The resources.
        entry: Vec<Entry>,
    }
}

part! {
    /// One resource in a bundle.
    Entry {
        /// Its address.
        full_url: Option<String>,
        /// The resource.
        resource: Option<Value>,
    }
}

part! {
    /// An organisation.
    Organization {
        /// `Organization`.
        resource_type: String,
        /// Its id.
        id: Option<String>,
        /// Its identifiers.
        identifier: Vec<Identifier>,
        /// Its name.
        name: Option<String>,
        /// What it is part of.
        part_of: Option<Reference>,
    }
}

part! {
    /// A place.
    Location {
        /// `Location`.
        resource_type: String,
        /// Its id.
        id: Option<String>,
        /// Its identifiers.
        identifier: Vec<Identifier>,
        /// Its name.
        name: Option<String>,
        /// Who runs it.
        managing_organization: Option<Reference>,
    }
}

part! {
    /// What went well or wrong.
    OperationOutcome {
        /// `OperationOutcome`.
        resource_type: String,
        /// Its id.
        id: Option<String>,
        /// What happened.
        issue: Vec<Issue>,
    }
}

part! {
    /// One thing that went well or wrong.
    Issue {
        /// How bad it is.
        severity: Option<String>,
        /// What sort of thing.
        code: Option<String>,
        /// What it is about, in words.
        details: Option<CodeableConcept>,
        /// More about it.
        diagnostics: Option<String>,
        /// Where in what was sent.
        expression: Vec<String>,
    }
}
