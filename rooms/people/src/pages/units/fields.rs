//! Forms of the organisation, read into steps.

use jiff::civil::Date;
use varde_kernel::{Place, Problems, UnitId, UnitKind, Validity, Words};
use varde_web::{Fields, MAX_TEXT};

use crate::model::units::{CodeSystem, Register, RelationKind, UnitCode, UnitName, UnitRecord};
use crate::rules::units::{Into, Step, Wanted};

/// Which step a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asks {
    Create,
    Edit,
    Move,
    Merge,
    Split,
    Close,
}

/// The unit that was typed as a name, a code, or both as [`label`] writes them.
///
/// # Errors
///
/// The units that it may mean, when they are several or none.
pub(crate) fn find(register: &Register, text: &str, today: Date) -> Result<UnitId, Vec<UnitId>> {
    if let Some(unit) = text.parse().ok().and_then(|id| register.get(id)) {
        return Ok(unit.id);
    }
    let code = text.rsplit_once('(').and_then(|(_, code)| code.strip_suffix(')')).unwrap_or(text);
    if let Some(unit) = register.by_code(code.trim()) {
        return Ok(unit.id);
    }
    let typed = text.to_lowercase();
    let called = |unit: &&UnitRecord| {
        unit.name_on(unit.nearest_day(today)).is_some_and(|name| {
            let all = [Some(&name.words.nb), name.words.nn.as_ref(), name.words.en.as_ref(), name.short.as_ref()];
            all.into_iter().flatten().any(|name| name.to_lowercase() == typed)
        })
    };
    let found: Vec<&UnitRecord> = register.iter().filter(called).collect();
    // Of several, the one that is there today is meant.
    let living: Vec<&UnitRecord> = found.iter().copied().filter(|unit| unit.valid.holds_on(today)).collect();
    match (living.as_slice(), found.as_slice()) {
        ([unit], _) | (_, [unit]) => Ok(unit.id),
        // Where several are there today, those that are gone are not meant.
        ([], several) | (several, _) => Err(several.iter().map(|unit| unit.id).collect()),
    }
}

/// The field in which one of several units of a name is chosen.
pub(crate) fn choice_field(field: &str) -> &'static str {
    match field {
        "owner" => "owner_choice",
        "others" => "others_choice",
        _ => "other_choice",
    }
}

/// A unit as it is typed and shown in a field: its name and its code.
pub(crate) fn label(unit: &UnitRecord, today: Date) -> String {
    let name = unit.name_on(unit.nearest_day(today)).map(|name| name.words.nb.as_str()).unwrap_or_default();
    format!("{name} ({})", unit.code)
}

/// Reads forms against the register.
pub(crate) struct Reader<'a> {
    pub(crate) fields: &'a Fields,
    pub(crate) register: &'a Register,
    pub(crate) today: Date,
    pub(crate) problems: Problems,
}

impl Reader<'_> {
    fn lookup(&mut self, field: &'static str, text: &str) -> Option<UnitId> {
        match find(self.register, text, self.today) {
            Ok(unit) => Some(unit),
            Err(several) if several.is_empty() => {
                let shown: String = text.chars().take(100).collect();
                self.problems.push(Place::Field(field), "people-unit-unknown", vec![("name", shown)]);
                None
            }
            Err(several) => {
                // Whoever has been shown them has chosen one.
                let chosen = self.fields.all(choice_field(field)).filter_map(|id| id.parse().ok());
                let chosen = chosen.into_iter().find(|id| several.contains(id));
                if chosen.is_none() {
                    let args = vec![("name", text.to_owned()), ("n", several.len().to_string())];
                    self.problems.push(Place::Field(field), "people-unit-several", args);
                }
                chosen
            }
        }
    }

    fn unit(&mut self, field: &'static str) -> Option<UnitId> {
        let text = self.fields.short(field, &mut self.problems);
        if text.is_empty() { None } else { self.lookup(field, &text) }
    }

    fn must_unit(&mut self, field: &'static str) -> Option<UnitId> {
        if !self.fields.has(field) {
            self.problems.field(field, "web-problem-required");
        }
        self.unit(field)
    }

    fn must_date(&mut self, field: &'static str) -> Date {
        if !self.fields.has(field) {
            self.problems.field(field, "web-problem-required");
        }
        self.fields.date(field, &mut self.problems).unwrap_or(self.today)
    }

    fn name(&mut self) -> UnitName {
        let (fields, problems) = (self.fields, &mut self.problems);
        let mut filled = |field| Some(fields.short(field, problems)).filter(|text| !text.is_empty());
        let (nn, en, short) = (filled("name_nn"), filled("name_en"), filled("short"));
        let nb = self.fields.required("name", &mut self.problems);
        UnitName { words: Words { nb, nn, en }, short }
    }

    fn numbers(&mut self) -> Vec<(CodeSystem, String)> {
        let read = |system: &CodeSystem| {
            let number = self.fields.short(system.name(), &mut self.problems);
            (*system, number.replace(' ', ""))
        };
        CodeSystem::ALL.iter().map(read).collect()
    }

    fn wanted(&mut self) -> Wanted {
        let numbers = self.numbers().into_iter().filter(|(_, number)| !number.is_empty());
        let numbers = numbers.map(|(system, code)| UnitCode { system, code }).collect();
        Wanted {
            code: self.fields.short("code", &mut self.problems),
            name: self.name(),
            kind: self.fields.must_choose("kind", &mut self.problems).unwrap_or(UnitKind::Other),
            owner: self.unit("owner"),
            numbers,
        }
    }

    fn lines(&mut self, field: &'static str) -> Vec<String> {
        let text = self.fields.long(field, &mut self.problems);
        let lines: Vec<String> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if lines.is_empty() {
            self.problems.field(field, "web-problem-required");
        }
        if 50 < lines.len() || lines.iter().any(|line| MAX_TEXT < line.chars().count()) {
            self.problems.push(Place::Field(field), "web-problem-too-long", vec![("max", MAX_TEXT.to_string())]);
            return Vec::new();
        }
        lines
    }

    /// The step that the form asks for. It may only be taken when there are no problems.
    pub(crate) fn step(&mut self, asks: Asks, unit: UnitId) -> Step {
        match asks {
            Asks::Create => {
                let from = self.must_date("valid_from");
                let valid = Validity { from, to: self.fields.date("valid_to", &mut self.problems) };
                Step::Create { unit: self.wanted(), valid }
            }
            Asks::Edit => Step::Edit {
                unit,
                name: self.name(),
                kind: self.fields.must_choose("kind", &mut self.problems).unwrap_or(UnitKind::Other),
                numbers: self.numbers(),
                on: self.must_date("on"),
            },
            Asks::Move => {
                let relation = self.fields.must_choose("relation", &mut self.problems).unwrap_or(RelationKind::Owner);
                // A relation of the other kinds may end; what a unit answers to is chosen.
                let other = if relation == RelationKind::Owner { self.must_unit("other") } else { self.unit("other") };
                Step::Move { unit, relation, other, on: self.must_date("on") }
            }
            Asks::Merge => {
                let mut units = vec![unit];
                units.extend(self.fields.all("beside").filter_map(|id| id.parse::<UnitId>().ok()));
                for line in self.lines("others") {
                    units.extend(self.lookup("others", &line));
                }
                let into =
                    if self.fields.text("into") == "known" { Into::Known(unit) } else { Into::New(self.wanted()) };
                Step::Merge { units, into, on: self.must_date("on") }
            }
            Asks::Split => self.split(unit),
            Asks::Close => Step::Close { unit, on: self.must_date("on"), with_below: self.fields.has("with_below") },
        }
    }

    fn split(&mut self, unit: UnitId) -> Step {
        let on = self.must_date("on");
        let old = self.register.get(unit);
        let kind = old.map_or(UnitKind::Other, |old| old.kind);
        let owner = old.and_then(|old| old.owner_on(on));
        let names = self.lines("parts");
        let parts: Vec<Wanted> = names
            .into_iter()
            .map(|name| Wanted {
                code: String::new(),
                name: UnitName { words: Words::plain(name), short: None },
                kind,
                owner,
                numbers: Vec::new(),
            })
            .collect();
        let ends = self.fields.text("ends") == "yes";
        let mut goes = Vec::new();
        for child in self.register.children_on(unit, on) {
            let to = self.fields.text(&format!("goes_{}", child.id));
            match to.parse::<usize>() {
                Ok(place) if place < parts.len() => goes.push((child.id, place)),
                // Until it is said, what must go somewhere goes to the first.
                _ if ends && !parts.is_empty() => goes.push((child.id, 0)),
                _ => {}
            }
        }
        Step::Split { unit, parts, goes, ends, on }
    }
}

/// What a form shows before anything is typed.
pub(crate) fn first(asks: Asks, unit: Option<&UnitRecord>, register: &Register, today: Date) -> Fields {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
    let Some(unit) = unit else {
        set("valid_from", today.to_string());
        return Fields::new(pairs);
    };
    let day = unit.nearest_day(today);
    set("on", day.to_string());
    set("version", unit.version.to_string());
    set("into", "new".to_owned());
    set("ends", "yes".to_owned());
    set("kind", unit.kind.name().to_owned());
    let owner = unit.owner_on(day).and_then(|owner| register.get(owner)).map(|owner| label(owner, today));
    set("owner", owner.unwrap_or_default());
    if asks == Asks::Edit {
        if let Some(name) = unit.name_on(day) {
            set("name", name.words.nb.clone());
            set("name_nn", name.words.nn.clone().unwrap_or_default());
            set("name_en", name.words.en.clone().unwrap_or_default());
            set("short", name.short.clone().unwrap_or_default());
        }
        for system in CodeSystem::ALL {
            set(system.name(), unit.code_on(*system, day).unwrap_or_default().to_owned());
        }
    }
    Fields::new(pairs)
}
