//! DHIS2 `dataValueSet` as JSON, by our codes. What is missing has no place in it, and is left out.

use serde_json::json;

use super::{Refused, Told, parts};
use crate::import::when;
use crate::model::Indicator;

pub(super) fn write(indicator: &Indicator, told: &[Told<'_>]) -> Result<String, Refused> {
    if told.iter().any(Told::is_residence) {
        return Err(Refused::Residence);
    }
    let mut values = Vec::new();
    for one in told {
        let period = when::to_dhis2(one.value.period).ok_or(Refused::Period)?;
        for (code, number) in parts(indicator, one.value) {
            let mut value = json!({
                "dataElement": code, "period": period, "orgUnit": one.unit_code, "value": number.to_string(),
            });
            if !one.series.stratum.is_empty()
                && let Some(fields) = value.as_object_mut()
            {
                fields.insert("categoryOptionCombo".to_owned(), one.series.stratum.clone().into());
            }
            values.push(value);
        }
    }
    let set = json!({
        "dataElementIdScheme": "CODE", "orgUnitIdScheme": "CODE", "categoryOptionComboIdScheme": "CODE",
        "dataValues": values,
    });
    Ok(format!("{set:#}\n"))
}
