//! Reading what people send in. Pages and the API read the same fields with the same limits.

use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;
use varde_kernel::{Place, Problems, Words};
use varde_web::{Fields, TextRoom, texts};

use crate::model::{
    Authority, Body, BodyDraft, Composition, Delegation, Group, HoldingDraft, Level, Responsibility,
    ResponsibilityDraft, SeatDraft, Task, TaskDraft,
};
use crate::rules::{Refused, SeatRefused};
use varde_web::Labels;

pub(crate) const TASK: Labels = &[
    ("name", "governance-task-name"),
    ("description", "governance-task-description"),
    ("phase", "governance-task-phase"),
    ("unit", "governance-task-unit"),
    ("unit_kind", "governance-task-unit-kind"),
    ("actor", "governance-task-actor"),
    ("source", "governance-task-source"),
];

pub(crate) const ASSIGN: Labels = &[
    ("authority", "governance-held-authority"),
    ("role", "governance-held-role"),
    ("post", "governance-held-post"),
    ("unit", "governance-held-unit"),
    ("person", "governance-held-person"),
    ("actor", "governance-held-actor"),
    ("from", "governance-held-from"),
    ("last_day", "governance-held-last-day"),
    ("document", "governance-delegation-document"),
    ("dated", "governance-delegation-dated"),
];

pub(crate) const END: Labels = &[("last_day", "governance-held-last-day"), ("why", "governance-form-why")];

pub(crate) const BODY: Labels = &[
    ("name", "governance-body-name"),
    ("purpose", "governance-body-purpose"),
    ("kind", "governance-body-kind"),
    ("level", "governance-body-level"),
    ("unit", "governance-body-unit"),
    ("led_by", "governance-body-led-by"),
    ("established_by", "governance-body-established-by"),
    ("succeeds", "governance-body-succeeds"),
    ("composition", "governance-body-composition"),
    ("required", "governance-body-required"),
    ("quorum_percent", "governance-body-quorum"),
];

pub(crate) const SEAT: Labels = &[
    ("group", "governance-seat-group"),
    ("appointed_by", "governance-seat-appointed-by"),
    ("label", "governance-seat-label"),
    ("observer", "governance-seat-observer"),
    ("not_appointed", "governance-seat-not-appointed"),
];

pub(crate) const FILL: Labels = &[
    ("name", "governance-holding-name"),
    ("person", "governance-holding-person"),
    ("role", "governance-holding-role"),
    ("organisation", "governance-holding-organisation"),
    ("public", "governance-holding-public"),
    ("from", "governance-held-from"),
    ("last_day", "governance-held-last-day"),
];

/// An id or a name of a closed set; what is neither is a problem.
fn pick<T: FromStr>(fields: &Fields, name: &'static str, problems: &mut Problems) -> Option<T> {
    fields.choice(name, problems)
}

/// The day after the last one: the first on which it no longer holds.
fn day_after(fields: &Fields, name: &'static str, problems: &mut Problems) -> Option<Date> {
    fields.date(name, problems).map(|day| day.saturating_add(1.day()))
}

/// The last day of a time that ends before `to`.
pub(crate) fn last_day(to: Option<Date>) -> Option<Date> {
    to.map(|to| to.saturating_sub(1.day()))
}

pub(crate) fn task(fields: &Fields, problems: &mut Problems) -> TaskDraft {
    let draft = TaskDraft {
        name: fields.required_words(texts!("name"), TextRoom::Line, &Words::default(), problems),
        description: fields.long("description", problems),
        phase: pick(fields, "phase", problems),
        unit: pick(fields, "unit", problems),
        unit_kind: pick(fields, "unit_kind", problems),
        actor: pick(fields, "actor", problems),
        source: fields.short("source", problems),
    };
    if draft.unit.is_some() && draft.unit_kind.is_some() {
        problems.field("unit_kind", "governance-problem-unit-or-kind");
    }
    draft
}

pub(crate) fn task_fields(task: &Task) -> Fields {
    let draft = &task.draft;
    let mut pairs = name_pairs("name", &draft.name);
    pairs.extend([
        pair("description", &draft.description),
        pair("phase", draft.phase.map_or("", |phase| phase.name())),
        optional("unit", draft.unit),
        pair("unit_kind", draft.unit_kind.map_or("", |kind| kind.name())),
        optional("actor", draft.actor),
        pair("source", &draft.source),
        pair("version", &task.version.to_string()),
    ]);
    Fields::new(pairs)
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn optional(name: &str, value: Option<impl ToString>) -> (String, String) {
    (name.to_owned(), value.map(|value| value.to_string()).unwrap_or_default())
}

fn name_pairs(name: &str, words: &Words) -> Vec<(String, String)> {
    vec![
        pair(name, &words.nb),
        pair(&format!("{name}_nn"), words.nn.as_deref().unwrap_or_default()),
        pair(&format!("{name}_en"), words.en.as_deref().unwrap_or_default()),
    ]
}

/// Who gets a task or a delegation. `None` when something that must be there is missing.
pub(crate) fn responsibility(fields: &Fields, today: Date, problems: &mut Problems) -> Option<ResponsibilityDraft> {
    let authority: Option<Authority> = fields.must_choose("authority", problems);
    let post = fields.short("post", problems);
    let role: Option<varde_kernel::access::Role> = pick(fields, "role", problems);
    let draft = ResponsibilityDraft {
        authority: authority?,
        role: role.map_or(post, |role| role.name().to_owned()),
        unit: pick(fields, "unit", problems),
        person: pick(fields, "person", problems),
        actor: pick(fields, "actor", problems),
        from: fields.date("from", problems).unwrap_or(today),
        to: day_after(fields, "last_day", problems),
    };
    if draft.role.is_empty() && draft.person.is_none() && draft.actor.is_none() && problems.is_empty() {
        problems.field("role", "governance-problem-nobody");
    }
    // An organisation answers as a whole; a role or a person is somebody in it.
    if draft.actor.is_some() && (draft.person.is_some() || !draft.role.is_empty()) {
        problems.field("actor", "governance-problem-actor-alone");
    }
    if draft.to.is_some_and(|to| to <= draft.from) {
        problems.field("last_day", "governance-problem-ends-early");
    }
    Some(draft)
}

pub(crate) fn delegation(
    fields: &Fields,
    source: &Responsibility,
    today: Date,
    problems: &mut Problems,
) -> Option<(ResponsibilityDraft, Delegation)> {
    let draft = responsibility(fields, today, problems)?;
    let document = fields.required("document", problems);
    if !fields.has("dated") {
        problems.field("dated", "web-problem-required");
    }
    let on = fields.date("dated", problems)?;
    Some((draft, Delegation { source: source.id, document, on, by: None }))
}

pub(crate) const fn refused_key(refused: Refused) -> (&'static str, &'static str) {
    match refused {
        Refused::NoDocument => ("document", "governance-refused-no-document"),
        Refused::DatedLate => ("dated", "governance-refused-dated-late"),
        Refused::Empty => ("last_day", "governance-problem-ends-early"),
        Refused::TooEarly => ("from", "governance-refused-too-early"),
        Refused::TooLong => ("last_day", "governance-refused-too-long"),
        Refused::TooMuch => ("authority", "governance-refused-too-much"),
        Refused::Outside => ("unit", "governance-refused-outside"),
        Refused::Ring => ("role", "governance-refused-ring"),
        Refused::NoReceiver => ("role", "governance-problem-nobody"),
    }
}

/// Notes each broken rule beside its field, once.
pub(crate) fn refuse(problems: &mut Problems, refused: impl IntoIterator<Item = (&'static str, &'static str)>) {
    for (field, key) in refused {
        if problems.of_field(field).is_none() {
            problems.push(Place::Field(field), key, Vec::new());
        }
    }
}

pub(crate) fn body(fields: &Fields, problems: &mut Problems) -> Option<BodyDraft> {
    let name = fields.required_words(texts!("name"), TextRoom::Line, &Words::default(), problems);
    let purpose = fields.words(texts!("purpose"), TextRoom::Lines, &Words::default(), problems);
    let kind = fields.must_choose("kind", problems);
    let level: Option<Level> = fields.must_choose("level", problems);
    let composition: Option<Composition> = fields.must_choose("composition", problems);
    let mut required: Vec<Group> = Vec::new();
    for group in fields.all("required").filter(|group| !group.is_empty()) {
        match group.parse() {
            Ok(group) if !required.contains(&group) => required.push(group),
            Err(()) if problems.of_field("required").is_none() => {
                problems.field("required", "web-problem-choice");
            }
            Ok(_) | Err(()) => {}
        }
    }
    let quorum_percent = fields.whole("quorum_percent", problems).unwrap_or(50);
    if !(0..=99).contains(&quorum_percent) {
        problems.field("quorum_percent", "governance-problem-quorum");
    }
    let (unit, succeeds) = (pick(fields, "unit", problems), pick(fields, "succeeds", problems));
    let (led_by, established_by) = (pick(fields, "led_by", problems), pick(fields, "established_by", problems));
    Some(BodyDraft {
        name,
        purpose,
        kind: kind?,
        level: level?,
        unit,
        led_by,
        established_by,
        succeeds,
        composition: composition?,
        required,
        quorum_percent,
    })
}

pub(crate) fn body_fields(body: &Body) -> Fields {
    let draft = &body.draft;
    let mut pairs = name_pairs("name", &draft.name);
    pairs.extend(name_pairs("purpose", &draft.purpose));
    pairs.extend([
        pair("kind", draft.kind.name()),
        pair("level", draft.level.name()),
        optional("unit", draft.unit),
        optional("led_by", draft.led_by),
        optional("established_by", draft.established_by),
        optional("succeeds", draft.succeeds),
        pair("composition", draft.composition.name()),
        pair("quorum_percent", &draft.quorum_percent.to_string()),
        pair("version", &body.version.to_string()),
    ]);
    pairs.extend(draft.required.iter().map(|group| pair("required", group.name())));
    Fields::new(pairs)
}

pub(crate) fn seat(fields: &Fields, problems: &mut Problems) -> Option<SeatDraft> {
    let group: Option<Group> = fields.must_choose("group", problems);
    let label = fields.words(texts!("label"), TextRoom::Line, &Words::default(), problems);
    let appointed_by = pick(fields, "appointed_by", problems);
    let not_appointed = fields.has("not_appointed");
    if not_appointed && appointed_by.is_some() {
        problems.field("not_appointed", "governance-problem-appointed-by-somebody");
    }
    Some(SeatDraft { appointed_by, group: group?, observer: fields.has("observer"), not_appointed, label })
}

pub(crate) fn holding(fields: &Fields, today: Date, problems: &mut Problems) -> Option<HoldingDraft> {
    let role = fields.must_choose("role", problems);
    let name = fields.short("name", problems);
    let person = pick(fields, "person", problems);
    let organisation = fields.short("organisation", problems);
    let from = fields.date("from", problems).unwrap_or(today);
    let to = day_after(fields, "last_day", problems);
    Some(HoldingDraft {
        person,
        name: (!name.is_empty()).then_some(name),
        role: role?,
        organisation,
        public: fields.has("public"),
        from,
        to,
    })
}

pub(crate) const fn seat_refused_key(refused: SeatRefused) -> (&'static str, &'static str) {
    match refused {
        SeatRefused::NotAppointed => ("name", "governance-refused-not-appointed"),
        SeatRefused::Nobody => ("name", "governance-refused-nobody-named"),
        SeatRefused::Empty => ("last_day", "governance-problem-ends-early"),
        SeatRefused::Taken => ("from", "governance-refused-taken"),
        SeatRefused::RoleTaken => ("role", "governance-refused-role-taken"),
        SeatRefused::ObserverLeads => ("role", "governance-refused-observer-leads"),
    }
}
