//! What nobody can mean: the shape of what can be understood, so that it is read, with nothing in it that can be.
//! The ids of what it is about stay, since what may be done hangs on them, and so does the version that was read, without
//! which a form is none.

use serde_json::{Value as Json, json};
use varde_kernel::Id;

use super::demo::Sent;

/// No word, day, number or choice, and no text that could be kept.
const RUBBISH: &str = "\u{1}søppel\u{2};=x";

fn text(text: &str) -> String {
    let is_id = text.parse::<Id<()>>().is_ok();
    if is_id { text.to_owned() } else { RUBBISH.to_owned() }
}

fn value(of: &Json) -> Json {
    match of {
        Json::String(said) => json!(text(said)),
        Json::Number(_) => json!(-1),
        Json::Array(all) => all.iter().map(value).collect(),
        Json::Object(fields) => {
            let said = |(name, of): (&String, &Json)| {
                let of = if name == "version" { of.clone() } else { value(of) };
                (name.clone(), of)
            };
            fields.iter().map(said).collect()
        }
        Json::Null | Json::Bool(_) => of.clone(),
    }
}

/// The same with rubbish in it; none when nothing is sent that could be any.
pub(super) fn rubbish(sent: &Sent) -> Option<Sent> {
    let pairs = |pairs: &[(String, String)]| {
        let said = |(name, said): &(String, String)| {
            let said = if name == "version" { said.clone() } else { text(said) };
            (name.clone(), said)
        };
        pairs.iter().map(said).collect()
    };
    match sent {
        Sent::Nothing => None,
        Sent::Json(body) => Some(Sent::Json(value(body))),
        Sent::Form(fields) => Some(Sent::Form(pairs(fields))),
        Sent::Files(fields, file) => Some(Sent::Files(pairs(fields), file.as_ref().map(|_| RUBBISH.to_owned()))),
    }
}
