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

impl Identifier {
    /// An identifier of a system.
    pub fn of(system: &str, value: &str) -> Self {
        Self { system: Some(system.to_owned()), value: Some(value.to_owned()), ..Self::default() }
    }
}

part! {
    /// A pointer to another resource.
    Reference {
        /// Its address.
        reference: Option<String>,
        /// What kind of resource it is, where the address does not say so.
        r#type: Option<String>,
        /// Its identifier.
        identifier: Option<Identifier>,
        /// What it is called.
        display: Option<String>,
    }
}

impl Reference {
    /// A pointer by address.
    pub fn to(address: &str) -> Self {
        Self { reference: Some(address.to_owned()), ..Self::default() }
    }

    /// A pointer without an address: what kind of resource it would be, and what it is called.
    pub fn named(kind: &str, display: &str) -> Self {
        Self { r#type: Some(kind.to_owned()), display: Some(display.to_owned()), ..Self::default() }
    }
}

part! {
    /// What a server knows about a resource.
    Meta {
        /// Its version on the server.
        version_id: Option<String>,
        /// When the server last changed it.
        last_updated: Option<String>,
        /// The profiles that it claims to follow.
        profile: Vec<String>,
    }
}

part! {
    /// Something that FHIR has no field for: either one value or parts.
    Extension {
        /// What it means: an absolute address, or a bare name for a part of another one.
        url: Option<String>,
        /// A code.
        value_code: Option<String>,
        /// A text.
        value_string: Option<String>,
        /// Yes or no.
        value_boolean: Option<bool>,
        /// A whole number.
        value_integer: Option<i64>,
        /// Its parts.
        extension: Vec<Extension>,
    }
}

impl Extension {
    /// A code.
    pub fn code(url: &str, code: &str) -> Self {
        Self { url: Some(url.to_owned()), value_code: Some(code.to_owned()), ..Self::default() }
    }

    /// A text.
    pub fn text(url: &str, text: &str) -> Self {
        Self { url: Some(url.to_owned()), value_string: Some(text.to_owned()), ..Self::default() }
    }

    /// Yes or no.
    pub fn flag(url: &str, holds: bool) -> Self {
        Self { url: Some(url.to_owned()), value_boolean: Some(holds), ..Self::default() }
    }

    /// A whole number.
    pub fn number(url: &str, number: i64) -> Self {
        Self { url: Some(url.to_owned()), value_integer: Some(number), ..Self::default() }
    }

    /// Several parts.
    pub fn of(url: &str, parts: Vec<Self>) -> Self {
        Self { url: Some(url.to_owned()), extension: parts, ..Self::default() }
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
        /// How many resources a search has found, on all its pages.
        total: Option<u64>,
        /// Where this page and its neighbours are.
        link: Vec<Link>,
        /// The resources.
        entry: Vec<Entry>,
    }
}

part! {
    /// Where another page of a bundle is.
    Link {
        /// Which page: `self`, `first`, `previous`, `next` or `last`.
        relation: Option<String>,
        /// Its address.
        url: Option<String>,
    }
}

part! {
    /// One resource in a bundle.
    Entry {
        /// Its address.
        full_url: Option<String>,
        /// The resource.
        resource: Option<Value>,
        /// Why a search has found it.
        search: Option<Search>,
    }
}

part! {
    /// Why a search has found a resource.
    Search {
        /// `match`, `include` or `outcome`.
        mode: Option<String>,
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
