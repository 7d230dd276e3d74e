//! IHE ADX. What is missing has no place in it, and is left out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::{Refused, Told, parts};
use crate::import::when;
use crate::model::Indicator;

pub(super) fn write(indicator: &Indicator, told: &[Told<'_>]) -> Result<String, Refused> {
    if told.iter().any(Told::is_residence) {
        return Err(Refused::Residence);
    }
    let mut groups: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
    for one in told {
        let stratum = match one.series.stratum.as_str() {
            "" => String::new(),
            part => format!(" stratum=\"{}\"", escape(part)),
        };
        let values = groups.entry((when::to_day(one.value.period), one.unit_code)).or_default();
        for (code, number) in parts(indicator, one.value) {
            values.push(format!("    <dataValue dataElement=\"{}\"{stratum} value=\"{number}\"/>\n", escape(&code)));
        }
    }
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<adx xmlns=\"urn:ihe:qrph:adx:2015\">\n".to_owned();
    for ((period, unit), values) in groups.iter().filter(|(_, values)| !values.is_empty()) {
        let (unit, code) = (escape(*unit), escape(&indicator.code));
        // Writing to a string cannot fail.
        let _always = writeln!(text, "  <group orgUnit=\"{unit}\" period=\"{period}\" dataSet=\"{code}\">");
        text.extend(values.iter().map(String::as_str));
        text.push_str("  </group>\n");
    }
    text.push_str("</adx>\n");
    Ok(text)
}
