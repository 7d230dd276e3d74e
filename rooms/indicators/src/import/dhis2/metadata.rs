//! What a DHIS2 says about its own values: units, data elements, categories, indicators and checks. Its tree of
//! units is the room of people's to read; here they are the codes that values name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize};
use varde_kernel::Period;

use super::super::said::{Reading, Said, tidy};
use super::expression::{Expression, parse};

/// A text that may be `null`.
fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(Option::<String>::deserialize(from)?.unwrap_or_default())
}

/// Anything with an id, a code and a name.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Thing {
    /// DHIS2's own id.
    pub id: String,
    /// The code that people gave it.
    #[serde(deserialize_with = "text")]
    pub code: String,
    /// Its name.
    #[serde(deserialize_with = "text")]
    pub name: String,
    /// What one should know about it.
    #[serde(deserialize_with = "text")]
    pub description: String,
    /// Of what sort its values are.
    #[serde(deserialize_with = "text")]
    pub value_type: String,
    /// Whether its values are sums (`AGGREGATE`) or about single events (`TRACKER`).
    #[serde(deserialize_with = "text")]
    pub domain_type: String,
}

/// How an indicator is multiplied.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct IndicatorType {
    /// Its id.
    pub id: String,
    /// 100 for a share in per cent.
    pub factor: f64,
    /// Whether it is a number and no share.
    pub number: bool,
}

/// An indicator that DHIS2 works out.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Indicator {
    /// DHIS2's own id.
    pub id: String,
    /// The code that people gave it.
    #[serde(deserialize_with = "text")]
    pub code: String,
    /// Its name.
    #[serde(deserialize_with = "text")]
    pub name: String,
    /// What one should know about it.
    #[serde(deserialize_with = "text")]
    pub description: String,
    /// What stands over the line.
    pub numerator: String,
    /// The same in words.
    #[serde(deserialize_with = "text")]
    pub numerator_description: String,
    /// What stands under the line.
    pub denominator: String,
    /// The same in words.
    #[serde(deserialize_with = "text")]
    pub denominator_description: String,
    /// Whether it is reckoned up to a year.
    pub annualized: bool,
    /// How it is multiplied.
    pub indicator_type: IndicatorType,
}

/// One side of a check.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Side {
    /// What it comes to.
    pub expression: String,
    /// What to do when something is missing.
    pub missing_value_strategy: String,
}

/// A check that DHIS2 makes of its values.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Check {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How the sides must stand to each other.
    pub operator: String,
    /// The left side.
    pub left_side: Side,
    /// The right side.
    pub right_side: Side,
}

/// What a DHIS2 says about its own values. The rest of its metadata is passed over.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Metadata {
    /// The units.
    pub organisation_units: Vec<Thing>,
    /// What is counted.
    pub data_elements: Vec<Thing>,
    /// The parts that values are split into.
    pub category_option_combos: Vec<Thing>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// How they are multiplied.
    pub indicator_types: Vec<IndicatorType>,
    /// The checks.
    pub validation_rules: Vec<Check>,
    /// What data elements and combos are called, put in order when it is first asked for.
    #[serde(skip)]
    names: OnceLock<Names>,
}

/// Names by id and code.
#[derive(Clone, Debug, Default)]
struct Names {
    elements: HashMap<String, String>,
    combos: HashMap<String, String>,
}

/// Something in metadata that cannot be used, with the name of what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    /// The indicator's or check's name.
    pub name: String,
    /// What stands where it cannot be read.
    pub at: String,
}

/// How many numbers and data elements may be gone through for each value that a file may hold, to work everything out
/// of it: ten millions for what is taken in one step, which is about a second's work. A thousand units' months of two
/// years against a hundred checks of four parts take as much.
const EVALUATIONS_PER_VALUE: usize = 50;

/// Values for one unit and period: of each data element the sum, and those of its combos.
#[derive(Default)]
struct Counted(HashMap<String, (f64, HashMap<String, f64>)>);

impl Counted {
    fn add(&mut self, element: &str, combo: String, value: f64) {
        let (sum, combos) = self.0.entry(element.to_owned()).or_default();
        *sum += value;
        *combos.entry(combo).or_default() += value;
    }

    fn get(&self, element: &str, combo: Option<&str>) -> Option<f64> {
        let (sum, combos) = self.0.get(element)?;
        combo.map_or(Some(*sum), |combo| combos.get(combo).copied())
    }
}

impl Metadata {
    /// Reads an export of metadata. Files of several exports may be read one after the other and
    /// joined with [`Self::join`].
    ///
    /// # Errors
    ///
    /// The key of a message when it is none.
    pub fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        let read: Self = serde_json::from_slice(bytes)
            .map_err(|error| if error.is_eof() { "indicators-import-cut" } else { "indicators-import-not-json" })?;
        let things = [&read.organisation_units, &read.data_elements, &read.category_option_combos];
        let is_empty = things.iter().all(|these| these.is_empty())
            && read.indicators.is_empty()
            && read.validation_rules.is_empty();
        if is_empty { Err("indicators-import-empty") } else { Ok(read) }
    }

    /// Joins what another file says; where both name the same thing, the other one holds.
    pub fn join(&mut self, other: Self) {
        fn put<T>(into: &mut Vec<T>, from: Vec<T>, id: fn(&T) -> &str) {
            let ids: BTreeSet<String> = from.iter().map(|one| id(one).to_owned()).collect();
            into.retain(|one| !ids.contains(id(one)));
            into.extend(from);
        }
        self.names = OnceLock::new();
        put(&mut self.organisation_units, other.organisation_units, |one| &one.id);
        put(&mut self.data_elements, other.data_elements, |one| &one.id);
        put(&mut self.category_option_combos, other.category_option_combos, |one| &one.id);
        put(&mut self.indicators, other.indicators, |one| &one.id);
        put(&mut self.indicator_types, other.indicator_types, |one| &one.id);
        put(&mut self.validation_rules, other.validation_rules, |one| &one.id);
    }

    fn names(&self) -> &Names {
        fn of(things: &[Thing]) -> HashMap<String, String> {
            let mut names = HashMap::new();
            for thing in things {
                for called in [&thing.id, &thing.code].into_iter().filter(|called| !called.is_empty()) {
                    names.entry(called.clone()).or_insert_with(|| thing.name.clone());
                }
            }
            names.retain(|_, name| !name.is_empty());
            names
        }
        self.names.get_or_init(|| Names { elements: of(&self.data_elements), combos: of(&self.category_option_combos) })
    }

    /// What the part of those counted with this category option combo is called.
    pub fn combo_name(&self, code: &str) -> Option<&str> {
        self.names().combos.get(code).map(String::as_str)
    }

    /// Whether a category option combo stands for all of those counted: every DHIS2 calls it `default`.
    pub fn is_default(&self, code: &str) -> bool {
        self.combo_name(code) == Some("default")
    }

    /// What a data element is called.
    pub fn element_name(&self, code: &str) -> Option<&str> {
        self.names().elements.get(code).map(String::as_str)
    }

    /// How an indicator is multiplied, when the file says so.
    pub fn type_of(&self, indicator: &Indicator) -> Option<&IndicatorType> {
        self.indicator_types.iter().find(|sort| sort.id == indicator.indicator_type.id)
    }

    /// The metadata as one text, to be carried in a form or kept beside a file.
    pub fn packed(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What [`Self::packed`] made; none when it is none.
    pub fn unpacked(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Notes each value of a unit or data element that the metadata does not know.
    pub fn check(&self, reading: &mut Reading) {
        let known = |things: &[Thing]| -> BTreeSet<String> {
            things
                .iter()
                .flat_map(|thing| [thing.id.clone(), thing.code.clone()])
                .filter(|code| !code.is_empty())
                .collect()
        };
        let (units, elements) = (known(&self.organisation_units), known(&self.data_elements));
        for said in &reading.said {
            for (column, codes, code) in [("orgUnit", &units, &said.unit), ("dataElement", &elements, &said.indicator)]
            {
                if !codes.is_empty() && !codes.contains(code) {
                    let key = if column == "orgUnit" {
                        "indicators-import-no-unit"
                    } else {
                        "indicators-import-no-indicator"
                    };
                    reading.problems.line(said.line, Some(column), key, vec![("code", code.clone())]);
                }
            }
        }
    }

    /// Works out DHIS2's indicators from its values: a numerator and a denominator for each unit and
    /// period in which something of them is known. Also those that cannot be worked out here.
    pub fn indicators(&self, said: &[Said]) -> (Vec<Said>, Vec<Unusable>) {
        let places = places(said);
        let (mut found, mut unusable) = (Vec::new(), Vec::new());
        for indicator in &self.indicators {
            let name = || if indicator.name.is_empty() { indicator.id.clone() } else { indicator.name.clone() };
            let (over, under) = match (parse(&indicator.numerator), parse(&indicator.denominator)) {
                (Ok(over), Ok(under)) => (over, under),
                (Err(at), _) | (_, Err(at)) => {
                    unusable.push(Unusable { name: name(), at });
                    continue;
                }
            };
            if indicator.annualized {
                // Reckoned up to a year, it is no longer the count that was made.
                unusable.push(Unusable { name: name(), at: "annualized".to_owned() });
                continue;
            }
            if !over.asks() {
                unusable.push(Unusable { name: name(), at: indicator.numerator.clone() });
                continue;
            }
            let is_number = self.is_number(indicator) || under == Expression::Number(1.0);
            let code = if indicator.code.is_empty() { &indicator.id } else { &indicator.code };
            for ((unit, period), (line, counted)) in &places {
                let known = |element: &str, combo: Option<&str>| counted.get(element, combo);
                let Some(numerator) = over.value(&known) else { continue };
                let denominator = under.value(&known);
                found.push(Said {
                    line: *line,
                    indicator: tidy(code),
                    unit: unit.clone(),
                    period: period.parse::<Period>().ok(),
                    numerator: (!is_number).then_some(numerator),
                    denominator: if is_number { None } else { denominator },
                    value: is_number.then_some(numerator),
                    computed: true,
                    ..Said::default()
                });
            }
        }
        (found, unusable)
    }

    fn is_number(&self, indicator: &Indicator) -> bool {
        self.type_of(indicator).is_some_and(|sort| sort.number)
    }

    /// How many numbers and data elements all its checks and indicators are made of.
    fn n_terms(&self) -> usize {
        let sides = self.validation_rules.iter().flat_map(|check| [&check.left_side, &check.right_side]);
        let parts = self.indicators.iter().flat_map(|indicator| [&indicator.numerator, &indicator.denominator]);
        let texts = sides.map(|side| &side.expression).chain(parts);
        texts.filter_map(|text| parse(text).ok()).map(|expression| expression.n_terms()).sum()
    }

    /// Runs DHIS2's own checks over its values, and notes what does not hold; also when there is more to be
    /// worked out than is done in one step.
    pub fn validate(&self, reading: &mut Reading) {
        let places = places(&reading.said);
        let work = self.n_terms().saturating_mul(places.len());
        let max = reading.most().saturating_mul(EVALUATIONS_PER_VALUE);
        if max < work {
            let args = vec![("n", work.to_string()), ("max", max.to_string())];
            reading.problems.line(1, Some("validationRule"), "indicators-import-too-much-work", args);
            return;
        }
        for check in &self.validation_rules {
            let Ok(operator) = check.operator.parse::<Operator>() else {
                let args = vec![("name", check.name.clone()), ("operator", check.operator.clone())];
                reading.problems.line(1, Some("validationRule"), "indicators-import-check-operator", args);
                continue;
            };
            let sides = (parse(&check.left_side.expression), parse(&check.right_side.expression));
            let (left, right) = match sides {
                (Ok(left), Ok(right)) => (left, right),
                (Err(at), _) | (_, Err(at)) => {
                    reading
                        .remark("indicators-import-check-unreadable", vec![("name", check.name.clone()), ("at", at)]);
                    continue;
                }
            };
            for ((unit, period), (line, counted)) in &places {
                let known = |element: &str, combo: Option<&str>| counted.get(element, combo);
                if let Some((a, b)) = check.broken(operator, (&left, &right), &known) {
                    let shown = |side: Option<f64>| side.map_or_else(|| "–".to_owned(), |number| number.to_string());
                    let args = vec![
                        ("name", check.name.clone()),
                        ("unit", unit.clone()),
                        ("period", period.clone()),
                        ("left", shown(a)),
                        ("right", shown(b)),
                    ];
                    reading.problems.line(*line, Some("validationRule"), "indicators-import-check-fails", args);
                }
                if reading.is_full() {
                    return;
                }
            }
        }
    }
}

/// What two sides come to.
type Sides = (Option<f64>, Option<f64>);

impl Check {
    /// Holds the two sides together; what they come to, when that breaks the check.
    fn broken(
        &self,
        operator: Operator,
        (left, right): (&Expression, &Expression),
        known: &impl Fn(&str, Option<&str>) -> Option<f64>,
    ) -> Option<Sides> {
        // Where nothing at all of it was sent there is nothing to hold together.
        left.value(known).or_else(|| right.value(known))?;
        if matches!(operator, Operator::CompulsoryPair | Operator::ExclusivePair) {
            // A pair asks what was sent, and nothing that is missing counts as nought.
            let value = |side: &Side, expression: &Expression| {
                let has_all = side.missing_value_strategy != SKIP_IF_ANY || expression.is_complete(known);
                expression.value(known).filter(|_| has_all)
            };
            let sides = (value(&self.left_side, left), value(&self.right_side, right));
            let both = sides.0.is_some() && sides.1.is_some();
            let is_broken = if operator == Operator::ExclusivePair { both } else { !both && sides != (None, None) };
            return is_broken.then_some(sides);
        }
        let value = |side: &Side, expression: &Expression| match side.missing_value_strategy.as_str() {
            SKIP_IF_ANY if !expression.is_complete(known) => None,
            "NEVER_SKIP" => expression.value_or_nought(known),
            _ => expression.value(known),
        };
        let (a, b) = (value(&self.left_side, left)?, value(&self.right_side, right)?);
        (!operator.holds(a, b)).then_some((Some(a), Some(b)))
    }
}

/// What DHIS2 calls passing over a side of which anything is missing.
const SKIP_IF_ANY: &str = "SKIP_IF_ANY_VALUE_MISSING";

varde_kernel::named! {
    /// How the two sides of a check must stand to each other.
    Operator {
        /// They are the same.
        Equal "equal_to",
        /// They are not the same.
        NotEqual "not_equal_to",
        /// The left is more.
        Greater "greater_than",
        /// The left is not less.
        AtLeast "greater_than_or_equal_to",
        /// The left is less.
        Less "less_than",
        /// The left is not more.
        AtMost "less_than_or_equal_to",
        /// Both are sent, or neither.
        CompulsoryPair "compulsory_pair",
        /// One of them is sent, not both.
        ExclusivePair "exclusive_pair",
    }
}

impl Operator {
    /// Whether two numbers that were both sent stand to each other as they must.
    fn holds(self, left: f64, right: f64) -> bool {
        let near = (left - right).abs() <= 1e-9 * left.abs().max(right.abs()).max(1.0);
        match self {
            Self::Equal => near,
            Self::NotEqual => !near,
            Self::Greater => right < left && !near,
            Self::AtLeast => right <= left || near,
            Self::Less => left < right && !near,
            Self::AtMost => left <= right || near,
            Self::CompulsoryPair => true,
            Self::ExclusivePair => false,
        }
    }
}

/// The values by unit and period, with the first line of each, summed over their combos too.
fn places(said: &[Said]) -> BTreeMap<(String, String), (usize, Counted)> {
    let mut places: BTreeMap<(String, String), (usize, Counted)> = BTreeMap::new();
    for one in said {
        let (Some(period), Some(value)) = (one.period, one.value) else { continue };
        let (_, counted) =
            places.entry((one.unit.clone(), period.to_string())).or_insert_with(|| (one.line, Counted::default()));
        let combo = one.strata.iter().find(|(name, _)| name == "categoryOptionCombo").map(|(_, code)| code.clone());
        counted.add(&one.indicator, combo.unwrap_or_else(|| "HllvX50cXC0".to_owned()), value);
    }
    places
}
