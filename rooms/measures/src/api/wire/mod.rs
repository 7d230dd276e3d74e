//! What goes over the wire. Bodies become the same fields as forms send, so that the same reading,
//! the same limits and the same problems hold for both.

mod activity;
mod finding;
mod measure;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::Words;
use varde_web::Fields;

pub(crate) use activity::{ActivityBody, ActivityStateBody, OneActivity};
pub(crate) use finding::{ChangedFinding, NewFinding, OneFinding};
pub(crate) use measure::{
    ChangedMeasure, MeasureLine, NewMeasure, OneMeasure, OneScopeChange, OneTag, ScopeBody, StepBody, UptakeBody,
};

/// A text in bokmål, with nynorsk and English where they are written.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MeasuresText)]
pub(crate) struct Text {
    /// As first written.
    pub nb: String,
    /// In nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nn: Option<String>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl From<&Words> for Text {
    fn from(words: &Words) -> Self {
        Self { nb: words.nb.clone(), nn: words.nn.clone(), en: words.en.clone() }
    }
}

/// Fields as a form would send them.
#[derive(Default)]
pub(crate) struct Pairs(Vec<(String, String)>);

impl Pairs {
    pub(crate) fn put(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.0.push((name.to_owned(), value.to_string()));
        }
    }

    pub(crate) fn all(&mut self, name: &str, values: &[impl ToString]) {
        for value in values {
            self.put(name, Some(value.to_string()));
        }
    }

    pub(crate) fn text(&mut self, name: &str, text: &Text) {
        self.put(name, Some(&text.nb));
        self.put(&format!("{name}_nn"), text.nn.as_ref());
        self.put(&format!("{name}_en"), text.en.as_ref());
    }

    pub(crate) fn tick(&mut self, name: &str, ticked: bool) {
        self.put(name, ticked.then_some("true"));
    }

    pub(crate) fn done(self) -> Fields {
        Fields::new(self.0)
    }
}

/// What was saved.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MeasuresSaved)]
pub(crate) struct Saved {
    /// The thing's id.
    pub id: String,
    /// Its version now.
    pub version: i64,
}
