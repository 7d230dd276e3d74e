//! The smallest JSON that the API's own description allows.

use serde_json::{Value as Json, json};

fn described<'a>(api: &'a Json, schema: &'a Json) -> &'a Json {
    match schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        Some(name) => described(api, &api["components"]["schemas"][name]),
        None => schema,
    }
}

/// Required fields only, the first of a closed set, and `unit` wherever an id is wanted.
pub(super) fn smallest(api: &Json, schema: &Json, unit: &str) -> Json {
    let schema = described(api, schema);
    if let Some(first) = schema["enum"].as_array().and_then(|all| all.first()) {
        return first.clone();
    }
    if let Some(all) = schema["allOf"].as_array() {
        let mut whole = serde_json::Map::new();
        for part in all {
            if let Json::Object(fields) = smallest(api, part, unit) {
                whole.extend(fields);
            }
        }
        return Json::Object(whole);
    }
    for several in ["oneOf", "anyOf"] {
        if let Some(all) = schema[several].as_array() {
            let real = all.iter().find(|one| one["type"] != "null").unwrap_or(&Json::Null);
            return smallest(api, real, unit);
        }
    }
    let kind = schema["type"]
        .as_str()
        .or_else(|| schema["type"].as_array()?.iter().find_map(|kind| kind.as_str().filter(|kind| *kind != "null")));
    match kind {
        Some("integer" | "number") => json!(1),
        Some("boolean") => json!(false),
        Some("array") => json!([]),
        Some("string") => match schema["format"].as_str() {
            Some("uuid") => json!(unit),
            Some("date") => json!("2026-11-22"),
            _ => json!("Prøve"),
        },
        _ => {
            let required = schema["required"].as_array().cloned().unwrap_or_default();
            let fields = required.iter().filter_map(Json::as_str);
            fields.map(|name| (name.to_owned(), smallest(api, &schema["properties"][name], unit))).collect()
        }
    }
}

/// The names of an object's fields, required or not.
pub(super) fn names(api: &Json, schema: &Json) -> Vec<String> {
    let schema = described(api, schema);
    if let Some(all) = schema["allOf"].as_array() {
        return all.iter().flat_map(|part| names(api, part)).collect();
    }
    schema["properties"].as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}
