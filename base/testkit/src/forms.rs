//! Reads a form off a page and fills it in as a careful person would: what stands there stays, what must be
//! there is written.

/// A form as it is sent back.
pub struct Filled {
    /// Names and values, without the guard.
    pub pairs: Vec<(String, String)>,
    /// Whether files can go with it.
    pub takes_files: bool,
}

struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, String)>,
    /// The text up to the next tag.
    text: &'a str,
}

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Our own pages write attributes as `name="value"` or a bare name, and escape what stands in them.
fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    for piece in page.split('<').skip(1) {
        let Some((inside, text)) = piece.split_once('>') else { continue };
        let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            let end = rest.find(|letter: char| letter == '=' || letter.is_whitespace()).unwrap_or(rest.len());
            let (attribute, after) = rest.split_at(end);
            if attribute.is_empty() {
                break;
            }
            if let Some((value, after)) = after.strip_prefix("=\"").and_then(|after| after.split_once('"')) {
                attributes.push((attribute, plain(value)));
                rest = after;
            } else {
                attributes.push((attribute, String::new()));
                rest = after;
            }
        }
        tags.push(Tag { name, attributes, text });
    }
    tags
}

/// The form of the page that is sent to `action`, filled in; `day` is written where a day must be.
pub fn filled(page: &str, action: &str, day: &str) -> Option<Filled> {
    let all = tags(page);
    let start = all.iter().position(|tag| is_form(tag, action))?;
    let form = &all[start];
    let length = all[start..].iter().position(|tag| tag.name == "/form")?;
    let inside = &all[start + 1..start + length];
    let is_checked = |name: &str| inside.iter().any(|tag| tag.get("name") == Some(name) && tag.has("checked"));
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut pressed = false;
    for (at, tag) in inside.iter().enumerate() {
        let Some(name) = tag.get("name").filter(|name| *name != "_csrf") else { continue };
        let (value, required) = (tag.get("value").unwrap_or_default(), tag.has("required"));
        let value = match (tag.name, tag.get("type").unwrap_or_default()) {
            ("button", _) if pressed => continue,
            ("button", _) => {
                pressed = true;
                value.to_owned()
            }
            ("select", _) => {
                let options = inside[at + 1..].iter().take_while(|tag| tag.name != "/select");
                let options: Vec<&Tag<'_>> = options.filter(|tag| tag.name == "option").collect();
                let chosen = options.iter().find(|option| option.has("selected"));
                let first = options.iter().find(|option| !required || option.get("value") != Some(""));
                chosen.or(first).and_then(|option| option.get("value")).unwrap_or_default().to_owned()
            }
            ("textarea", _) if tag.text.trim().is_empty() && required => "Prøve".to_owned(),
            ("textarea", _) => plain(tag.text.trim_start_matches('\n')),
            ("input", "file") => continue,
            ("input", "checkbox") if !tag.has("checked") => continue,
            ("input", "radio") => {
                let known = pairs.iter().any(|(known, _)| known == name);
                if known || (is_checked(name) && !tag.has("checked")) || (!is_checked(name) && !required) {
                    continue;
                }
                value.to_owned()
            }
            ("input", kind) if value.is_empty() && required => match (kind, tag.has("inputmode")) {
                ("date", _) => day.to_owned(),
                ("email", _) => "prove@example.org".to_owned(),
                (_, true) => "1".to_owned(),
                _ => "Prøve".to_owned(),
            },
            ("input", _) => value.to_owned(),
            _ => continue,
        };
        pairs.push((name.to_owned(), value));
    }
    Some(Filled { pairs, takes_files: form.get("enctype") == Some("multipart/form-data") })
}

/// A form as it is sent when one field of it alone is changed: the field's name, and names and values.
pub type OneChanged = (String, Vec<(String, String)>);

/// Every way to change one field of the form that is sent to `action`, and nothing else.
pub fn each_changed(page: &str, action: &str, day: &str) -> Vec<OneChanged> {
    let Some(Filled { pairs, .. }) = filled(page, action, day) else { return Vec::new() };
    let mut found: Vec<OneChanged> = Vec::new();
    for (at, tag) in form_of(page, action) {
        let Some(name) = tag.get("name").filter(|name| *name != "_csrf") else { continue };
        if found.iter().any(|(known, _)| known == name) {
            continue;
        }
        let now = pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let other = match (tag.name, tag.get("type").unwrap_or_default()) {
            ("textarea", _) => Some(format!("{} og mer", now.unwrap_or_default())),
            ("select", _) => {
                let all = form_of(page, action);
                let options = all.iter().filter(|(place, _)| at < *place).map(|(_, tag)| tag);
                let options = options.take_while(|tag| tag.name != "/select").filter(|tag| tag.name == "option");
                let values: Vec<&str> = options.filter_map(|tag| tag.get("value")).collect();
                let others = || values.iter().filter(|value| Some(**value) != now);
                others().find(|value| !value.is_empty()).or_else(|| others().next()).map(|value| (*value).to_owned())
            }
            ("input", "hidden" | "file") => continue,
            ("input", "checkbox") if tag.has("checked") => None,
            ("input", "radio") if tag.has("checked") => continue,
            ("input", "checkbox" | "radio") => tag.get("value").map(str::to_owned),
            ("input", "date") => Some(if now == Some(day) { "2027-06-30" } else { day }.to_owned()),
            ("input", _) if name == "period" => {
                Some(if now == Some("2026-T2") { "2026-Q4" } else { "2026-T2" }.to_owned())
            }
            ("input", _) if name == "url" || name.ends_with("href") => {
                Some(format!("https://example.org/{}", now.unwrap_or_default().len()))
            }
            ("input", _) if name.ends_with("year") => {
                Some(if now == Some("2027") { "2028" } else { "2027" }.to_owned())
            }
            ("input", _) if tag.has("inputmode") => Some(if now == Some("7") { "8" } else { "7" }.to_owned()),
            ("input", _) => Some(format!("{} og mer", now.unwrap_or_default()).trim().to_owned()),
            _ => continue,
        };
        // A box among several is ticked beside the others; all else takes the place of what stood there.
        let is_beside = tag.get("type") == Some("checkbox") && other.is_some();
        let mut sent = pairs.clone();
        if !is_beside {
            sent.retain(|(known, value)| {
                known != name || (tag.get("type") == Some("checkbox") && Some(value.as_str()) != tag.get("value"))
            });
        }
        sent.extend(other.map(|value| (name.to_owned(), value)));
        found.push((name.to_owned(), sent));
    }
    found
}

/// What stands in the form that is sent to `action`, with the places of the tags.
fn form_of<'a>(page: &'a str, action: &str) -> Vec<(usize, Tag<'a>)> {
    let all = tags(page);
    let Some(start) = all.iter().position(|tag| is_form(tag, action)) else { return Vec::new() };
    all.into_iter().enumerate().skip(start + 1).take_while(|(_, tag)| tag.name != "/form").collect()
}

fn is_form(tag: &Tag<'_>, action: &str) -> bool {
    let to = tag.get("action").unwrap_or_default();
    tag.name == "form" && tag.get("method") == Some("post") && to.split('?').next() == Some(action)
}

#[test]
fn a_form_is_filled_in_as_it_stands() {
    let page = "<form method=\"post\" action=\"/a?b=1\" novalidate><input type=\"hidden\" name=\"version\" value=\"3\">\
                <input name=\"title\" value=\"A &amp; B\" required><input type=\"date\" name=\"due\" required>\
                <input type=\"radio\" name=\"way\" value=\"up\"><input type=\"radio\" name=\"way\" value=\"down\" checked>\
                <select name=\"kind\" required><option value=\"\">–</option><option value=\"one\">1</option></select>\
                <textarea name=\"why\" required>\n</textarea><input type=\"checkbox\" name=\"open\" value=\"true\"></form>";
    let form = filled(page, "/a", "2031-01-01").unwrap();
    let pairs: Vec<(&str, &str)> = form.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let expected = [
        ("version", "3"),
        ("title", "A & B"),
        ("due", "2031-01-01"),
        ("way", "down"),
        ("kind", "one"),
        ("why", "Prøve"),
    ];
    assert_eq!(pairs, expected);
    assert!(!form.takes_files && filled(page, "/other", "").is_none());
}
