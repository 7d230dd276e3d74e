//! What one follows, as it is written for other programs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::model::{News, Subscription};

/// An indicator that one follows at a unit.
#[derive(Serialize, ToSchema)]
pub struct IndicatorFollowing {
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the unit.
    pub unit: String,
    /// Whether what lies below the unit is followed too.
    pub below: bool,
    /// Whether one is told by e-mail too.
    pub mail: bool,
    /// Since when.
    pub since: String,
    /// Up to when one has seen what is new.
    pub seen: String,
    /// Ids of new signals, newest first.
    pub new_signals: Vec<String>,
    /// New values, newest first.
    pub new_values: Vec<FollowedValue>,
}

/// A value that is new to the reader.
#[derive(Serialize, ToSchema)]
pub struct FollowedValue {
    /// Id of the series.
    pub series: String,
    /// Id of the unit.
    pub unit: String,
    /// The period.
    pub period: String,
    /// The value.
    pub value: Option<f64>,
}

impl IndicatorFollowing {
    /// What is followed, with what is new there.
    pub fn new(wish: Subscription, news: &[News]) -> Self {
        let new = news.iter().find(|one| one.subscription == wish);
        Self {
            indicator: wish.indicator.to_string(),
            unit: wish.unit.to_string(),
            below: wish.below,
            mail: wish.mail,
            since: wish.since.to_string(),
            seen: wish.seen.to_string(),
            new_signals: new.iter().flat_map(|new| &new.signals).map(|signal| signal.id.to_string()).collect(),
            new_values: new
                .iter()
                .flat_map(|new| &new.values)
                .map(|(series, value)| FollowedValue {
                    series: series.id.to_string(),
                    unit: series.unit.to_string(),
                    period: value.period.to_string(),
                    value: value.value,
                })
                .collect(),
        }
    }
}

/// How something is to be followed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFollowing {
    /// What lies below the unit too.
    #[serde(default)]
    pub below: bool,
    /// By e-mail too.
    #[serde(default)]
    pub mail: bool,
}

/// Up to when one has seen what is new.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowingSeen {
    /// An instant (RFC 3339).
    pub until: String,
}
