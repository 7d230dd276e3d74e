//! The duties to notify of one incident.

use maud::{Markup, Render, html};
use varde_kernel::{Place, Problems};
use varde_web::ui::{
    Button, Choice as Option_, Choices, Tag, TextArea, Tone, Weight, alert, button, card, error_summary, facts as rows,
    field_group, fold, form as plain, note, radios,
};
use varde_web::{Ctx, Fields, Say};

use super::{Names, as_written, person};
use crate::model::Incident;
use crate::pages::duties::Known;
use crate::rules::duties::{
    Answer, Area, Certainty, Channel, Choice, Due, Fact, Force, Judgement, Latest, Outcome, Pace, Proposal, Recipient,
    Standing, Urgency, Why,
};
use crate::rules::notifying::{Decided, Stands, must_be_decided, stands, urgency};

/// What the page shows.
pub(crate) struct Shown<'a> {
    pub incident: &'a Incident,
    pub known: &'a Known,
    pub proposals: &'a [Proposal<'a>],
    pub names: &'a Names,
    pub may_edit: bool,
    pub may_decide: bool,
}

/// The questions in the order in which they are asked, group by group.
const GROUPS: &[(&str, &[Fact])] = &[
    (
        "incidents-facts-patient",
        &[
            Fact::PatientDeath,
            Fact::VerySeriousHarm,
            Fact::CausedByService,
            Fact::HarmBetweenPatients,
            Fact::BeyondForeseeableRisk,
            Fact::PatientHarm,
            Fact::SeriousComplication,
            Fact::LifeThreatening,
            Fact::LastingEffects,
            Fact::HospitalStay,
            Fact::SeriousDeterioration,
            Fact::CouldHaveBeenSerious,
            Fact::DeathMayBeUnnatural,
            Fact::PatientsEndangered,
        ],
    ),
    (
        "incidents-facts-medicine",
        &[
            Fact::DrugReactionSuspected,
            Fact::VaccineInvolved,
            Fact::ReactionUnexpected,
            Fact::CosmeticsInvolved,
            Fact::DietSupplementInvolved,
            Fact::ECigaretteInvolved,
        ],
    ),
    ("incidents-facts-device", &[Fact::DeviceInvolved, Fact::ElectroMedicalInvolved, Fact::ElectroMedicalFault]),
    (
        "incidents-facts-blood",
        &[Fact::SeriousBloodReaction, Fact::WrongBloodTransfused, Fact::SeriousBloodEvent, Fact::TransplantEvent],
    ),
    (
        "incidents-facts-radiation",
        &[
            Fact::RadiationAboveNormal,
            Fact::RadiationDoseDeviated,
            Fact::RadiationSourceLost,
            Fact::RadiationEquipmentFailed,
        ],
    ),
    (
        "incidents-facts-infection",
        &[Fact::OutbreakInHospital, Fact::OutbreakInMunicipality, Fact::GroupADisease, Fact::DiseaseToldAtOnce],
    ),
    (
        "incidents-facts-other",
        &[
            Fact::StaffDeath,
            Fact::StaffSeriousInjury,
            Fact::ResearchEvent,
            Fact::DataBreach,
            Fact::DigitalSecurityEvent,
        ],
    ),
];

pub(crate) fn page(cx: &Ctx, shown: &Shown<'_>, fields: &Fields, problems: &Problems) -> Markup {
    let standing: Vec<(&Proposal<'_>, Stands<'_>)> = shown
        .proposals
        .iter()
        .map(|proposal| (proposal, stands(proposal, &shown.known.facts, &shown.known.decided)))
        .collect();
    let group = |wanted: &dyn Fn(&Proposal<'_>, &Stands<'_>) -> bool| -> Vec<&(&Proposal<'_>, Stands<'_>)> {
        standing.iter().filter(|(proposal, stands)| wanted(proposal, stands)).collect()
    };
    let outside = |_: &Proposal<'_>, stands: &Stands<'_>| matches!(stands, Stands::Outside);
    let waiting = group(&|proposal, stands| must_be_decided(proposal, stands));
    let others = group(&|proposal, stands| !must_be_decided(proposal, stands) && !outside(proposal, stands));
    let none = group(&outside);
    let lines: Vec<(&str, String)> = problems
        .iter()
        .map(|problem| match problem.place {
            Place::Field(name) => (name, cx.say().problem(problem)),
            Place::Whole | Place::Line(..) => ("", cx.say().problem(problem)),
        })
        .collect();
    let lines: Vec<(&str, &str)> = lines.iter().map(|(field, line)| (*field, line.as_str())).collect();
    html! {
        (error_summary(&cx.t("web-form-problems"), &lines))
        (questions(cx, shown))
        h2 { (cx.say().with("incidents-duties-waiting", &[("n", i64::try_from(waiting.len()).unwrap_or(i64::MAX).into())])) }
        @if waiting.is_empty() { p.quiet { (cx.t("incidents-duties-none-waiting")) } }
        @for (proposal, stands) in waiting {
            @let whole = one(cx, shown, proposal, stands, fields, problems);
            // What only may apply is one line until someone opens it: most of it goes away with a few answers.
            @if matches!((&proposal.outcome, stands), (Outcome::MayApply(_), Stands::Waits)) && !is_here(proposal, fields) {
                (fold(&format!("{} – {}", cx.say().words(&proposal.rule.name), recipients(cx.say(), &proposal.rule.recipients)), &whole))
            } @else { (whole) }
        }
        @if !others.is_empty() {
            h2 { (cx.t("incidents-duties-others")) }
            @for (proposal, stands) in others { (one(cx, shown, proposal, stands, fields, problems)) }
        }
        @if !none.is_empty() {
            (fold(&cx.say().with("incidents-duties-outside", &[("n", i64::try_from(none.len()).unwrap_or(i64::MAX).into())]), &html! {
                ul.ds-list { @for (proposal, _) in none { li {
                    strong { (cx.say().words(&proposal.rule.name)) } " – " (recipients(cx.say(), &proposal.rule.recipients))
                    p.quiet.small { (why_not(cx.say(), &proposal.outcome)) }
                } } }
            }))
        }
        (note(Tone::Neutral, None, &html! { p { (cx.t("incidents-duties-caveat")) } }))
    }
}

/// Whether the form that came back is this one's.
fn is_here(proposal: &Proposal<'_>, fields: &Fields) -> bool {
    fields.text("rule") == format!("{}.{}", proposal.set.key.code, proposal.rule.code)
}

/// The questions, folded when every one that matters has an answer.
fn questions(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let labels = [Answer::Yes, Answer::No, Answer::Unknown].map(|answer| cx.t(answer_key(answer)));
    let body = html! {
        @for (heading, facts) in GROUPS {
            (field_group(&cx.t(heading), None, &html! { @for fact in *facts {
                @let now = shown.known.facts.get(*fact);
                @let choices: Vec<Option_<'_>> = [Answer::Yes, Answer::No, Answer::Unknown].iter().zip(&labels).map(|(answer, label)| Option_ {
                    value: answer.name(), label, chosen: *answer == now, ..Option_::default()
                }).collect();
                div.inline-choice { (radios(&Choices { id: fact.name(), name: fact.name(), label: &cx.t(fact_key(*fact)), choices: &choices, ..Choices::default() })) }
            } }))
        }
        div.row {
            (button(&cx.t("incidents-duties-save"), Weight::Primary))
            (Button { label: &cx.t("incidents-duties-rest-no"), weight: Weight::Secondary, value: Some(("rest", "no")), ..Button::default() })
        }
    };
    let open = shown.known.facts.known().count() < Fact::ALL.len() / 2;
    html! {
        details.ds-details open[open] {
            summary { (cx.t("incidents-duties-questions")) }
            div {
                p { (cx.t("incidents-duties-questions-help")) }
                @if shown.may_edit { (plain(&format!("/incidents/{}/duties", shown.incident.id), &cx.guard(), body)) }
            }
        }
    }
}

/// One proposal: whom to tell, by when, on what grounds, and the decision.
fn one(
    cx: &Ctx,
    shown: &Shown<'_>,
    proposal: &Proposal<'_>,
    stands: &Stands<'_>,
    fields: &Fields,
    problems: &Problems,
) -> Markup {
    let say = cx.say();
    let rule = proposal.rule;
    let keys = [
        "incidents-duty-to",
        "incidents-duty-when",
        "incidents-duty-how",
        "incidents-duty-grounds",
        "incidents-duty-source",
        "incidents-duty-sure",
    ];
    let [to, when, how, grounds, source, sure] = &keys.map(|key| cx.t(key));
    let channels: Vec<String> = rule.channels.iter().map(|channel| channel_words(say, channel)).collect();
    let sources: Vec<String> = rule.sources.iter().map(|one| format!("{}, {}", one.document, one.place)).collect();
    let mut lines: Vec<(&str, Markup)> = vec![
        (to, html! { (recipients(say, &rule.recipients)) }),
        (when, due(cx, proposal, stands)),
        (how, html! { (channels.join("; ")) }),
        (grounds, html! { (why(say, &proposal.outcome)) }),
        (source, html! { (sources.join("; ")) }),
    ];
    if rule.certainty.duty != Certainty::Established || rule.certainty.deadline != Certainty::Established {
        lines.push((sure, html! { (cx.t(certainty_key(rule.certainty.duty.max(rule.certainty.deadline)))) }));
    }
    let note_text = say.words(&rule.note);
    card(
        say.words(&rule.name),
        &html! {
            div.row { (standing_tag(cx, proposal)) (outcome_tag(cx, proposal)) }
            (rows(&lines))
            @if !note_text.is_empty() { p.quiet.small { (note_text) } }
            @match stands {
                Stands::Outside | Stands::Waits => {},
                Stands::Decided(decided) => (decision(cx, shown, proposal, decided)),
                Stands::Reopened(decided, reopened) => {
                    (alert(Tone::Warning, Some(&cx.t("incidents-duty-reopened")), &html! {
                        ul.ds-list { @for change in &reopened.changed { li {
                            (cx.t(fact_key(change.fact))) ": " (cx.t(answer_key(change.before))) " → " (cx.t(answer_key(change.after)))
                        } } }
                    }))
                    (decision(cx, shown, proposal, decided))
                },
            }
            @if shown.may_decide && proposal.standing == Standing::InForce {
                (ask(cx, shown, proposal, stands, fields, problems))
            }
        },
    )
}

fn address(shown: &Shown<'_>, proposal: &Proposal<'_>) -> (String, String) {
    let rule = format!("{}.{}", proposal.set.key.code, proposal.rule.code);
    (format!("/incidents/{}/duties/{rule}", shown.incident.id), rule)
}

fn decision(cx: &Ctx, shown: &Shown<'_>, proposal: &Proposal<'_>, decided: &Decided) -> Markup {
    let say = cx.say();
    let made = &decided.decision;
    let key = match made.choice {
        Choice::Notify => "incidents-duty-decided-notify",
        Choice::DoNotNotify => "incidents-duty-decided-not",
    };
    let args = [("who", person(cx, shown.names, made.by).into_owned().into()), ("when", say.time(made.at).into())];
    let (action, _) = address(shown, proposal);
    html! {
        p { strong { (say.with(key, &args)) } }
        @if !made.reason.is_empty() { (as_written(&made.reason)) }
        @match (made.choice, decided.sent_at) {
            (Choice::Notify, Some(at)) => p {
                (Tag(Tone::Success, &cx.t("incidents-duty-sent"))) " " (say.time(at))
                @if !decided.reference.is_empty() { " · " (decided.reference) }
            },
            (Choice::Notify, None) if shown.may_decide => (plain(&format!("{action}/sent"), &cx.guard(), html! {
                (varde_web::ui::Field {
                    id: &format!("reference-{}", proposal.rule.code), name: "reference", label: &cx.t("incidents-duty-reference"),
                    help: Some(&cx.t("incidents-duty-reference-help")), mark: Some(&cx.t("web-form-optional")),
                    ..varde_web::ui::Field::default()
                })
                (button(&cx.t("incidents-duty-mark-sent"), Weight::Secondary))
            })),
            (Choice::Notify | Choice::DoNotNotify, _) => {},
        }
    }
}

fn ask(
    cx: &Ctx,
    shown: &Shown<'_>,
    proposal: &Proposal<'_>,
    stands: &Stands<'_>,
    fields: &Fields,
    problems: &Problems,
) -> Markup {
    let (action, rule) = address(shown, proposal);
    let is_here = fields.text("rule") == rule;
    let error = |name: &str| problems.of_field(name).filter(|_| is_here).map(|problem| cx.say().problem(problem));
    let (reason_error, value) = (error("reason"), if is_here { fields.text("reason") } else { "" });
    let id = format!("reason-{}-{}", proposal.set.key.code, proposal.rule.code);
    let body = html! {
        (TextArea { id: &id, name: "reason", label: &cx.t("incidents-form-reason"), help: Some(&cx.t("incidents-duty-reason-help")),
            error: reason_error.as_deref(), value, mark: Some(&cx.t("web-form-optional")), ..TextArea::default() })
        div.row {
            (Button { label: &cx.t("incidents-duty-notify"), weight: Weight::Primary, value: Some(("choice", Choice::Notify.name())), ..Button::default() })
            (Button { label: &cx.t("incidents-duty-not"), weight: Weight::Secondary, value: Some(("choice", Choice::DoNotNotify.name())), ..Button::default() })
        }
    };
    let form = plain(&action, &cx.guard(), body);
    match stands {
        Stands::Waits | Stands::Reopened(..) => form,
        Stands::Outside | Stands::Decided(_) => fold(&cx.t("incidents-duty-decide-anew"), &form),
    }
}

fn standing_tag(cx: &Ctx, proposal: &Proposal<'_>) -> Markup {
    let set = cx.say().words(&proposal.set.name);
    match proposal.standing {
        Standing::InForce => html! { (Tag(Tone::Neutral, set)) },
        Standing::StartNotEstablished => {
            html! { (Tag(Tone::Info, &cx.say().with("incidents-duty-not-established", &[("set", set.into())]))) }
        }
        Standing::NotYet | Standing::Ended => {
            html! { (Tag(Tone::Neutral, &cx.say().with("incidents-duty-not-in-force", &[("set", set.into())]))) }
        }
    }
}

fn outcome_tag(cx: &Ctx, proposal: &Proposal<'_>) -> Markup {
    let (tone, key) = match (proposal.outcome.judgement(), proposal.rule.force) {
        (Judgement::Applies, Force::Duty) => (Tone::Danger, "incidents-duty-applies"),
        (Judgement::Applies, Force::Right) => (Tone::Info, "incidents-duty-right"),
        (Judgement::MayApply, _) => (Tone::Warning, "incidents-duty-may-apply"),
        (Judgement::DoesNotApply, _) => (Tone::Neutral, "incidents-duty-does-not-apply"),
    };
    Tag(tone, &cx.t(key)).render()
}

fn due(cx: &Ctx, proposal: &Proposal<'_>, stands: &Stands<'_>) -> Markup {
    let say = cx.say();
    let Some(due) = &proposal.due else { return Markup::default() };
    let mark = match urgency(proposal, stands, cx.now()) {
        Some(Urgency::Late) => Tag(Tone::Danger, &cx.t("web-overdue")).render(),
        Some(Urgency::Pressing) => Tag(Tone::Warning, &cx.t("incidents-duty-pressing")).render(),
        Some(Urgency::Open) | None => Markup::default(),
    };
    html! { (due_words(say, due)) " " (mark) }
}

fn due_words(say: &Say, due: &Due) -> String {
    let pace = due.pace.map(|pace| say.t(pace_key(pace)));
    let latest = match due.latest {
        Latest::At(at) => Some(say.with("incidents-duty-at", &[("when", say.time(at).into())])),
        Latest::EndOf { day, .. } => Some(say.with("incidents-duty-end-of", &[("day", say.date(day).into())])),
        Latest::Waiting(_) => Some(say.t("incidents-duty-waiting")),
        Latest::NotEstablished => Some(say.t("incidents-duty-limit-not-established")),
        Latest::Unlimited => None,
    };
    let practice = due.practice.map(|at| say.with("incidents-duty-practice", &[("when", say.time(at).into())]));
    let parts: Vec<String> = [pace, latest, practice].into_iter().flatten().collect();
    if parts.is_empty() { say.t("incidents-duty-no-limit") } else { parts.join(". ") }
}

fn facts_words(say: &Say, facts: &[Fact]) -> String {
    let words: Vec<String> = facts.iter().map(|fact| say.t(fact_key(*fact))).collect();
    words.join("; ")
}

fn why(say: &Say, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Applies(facts) if facts.is_empty() => say.t("incidents-duty-always"),
        Outcome::Applies(facts) => facts_words(say, facts),
        Outcome::MayApply(facts) => say.with("incidents-duty-unknown", &[("facts", facts_words(say, facts).into())]),
        Outcome::DoesNotApply(_) => why_not(say, outcome),
    }
}

fn why_not(say: &Say, outcome: &Outcome) -> String {
    match outcome {
        Outcome::DoesNotApply(Why::Facts(facts)) => {
            say.with("incidents-duty-because-not", &[("facts", facts_words(say, facts).into())])
        }
        Outcome::DoesNotApply(Why::NotInForce(_)) => say.t("incidents-duty-because-day"),
        Outcome::Applies(_) | Outcome::MayApply(_) => String::new(),
    }
}

fn recipients(say: &Say, all: &[Recipient]) -> String {
    let words: Vec<String> = all.iter().map(|one| say.t(recipient_key(*one))).collect();
    words.join(", ")
}

fn channel_words(say: &Say, channel: &Channel) -> String {
    match channel {
        Channel::MeldeNo(area) => say.with("incidents-channel-melde-no", &[("area", say.t(area_key(*area)).into())]),
        Channel::Helsenorge => say.t("incidents-channel-helsenorge"),
        Channel::Phone(Some(number)) => {
            say.with("incidents-channel-phone-number", &[("number", number.as_str().into())])
        }
        Channel::Phone(None) => say.t("incidents-channel-phone"),
        Channel::Oral => say.t("incidents-channel-oral"),
        Channel::Writing => say.t("incidents-channel-writing"),
        Channel::Vesuv => say.t("incidents-channel-vesuv"),
        Channel::Form(name) => say.with("incidents-channel-form", &[("name", say.words(name).into())]),
        Channel::Internal => say.t("incidents-channel-internal"),
        Channel::NotEstablished => say.t("incidents-channel-not-established"),
    }
}

const fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "incidents-harmed-yes",
        Answer::No => "incidents-harmed-no",
        Answer::Unknown => "incidents-harmed-unknown",
    }
}

const fn pace_key(pace: Pace) -> &'static str {
    match pace {
        Pace::AtOnce => "incidents-pace-at-once",
        Pace::AsSoonAsPossible => "incidents-pace-soon",
        Pace::WithoutUndueDelay => "incidents-pace-without-delay",
    }
}

const fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Established => "incidents-certainty-established",
        Certainty::Unchecked => "incidents-certainty-unchecked",
        Certainty::NotEstablished => "incidents-certainty-not-established",
    }
}

const fn area_key(value: Area) -> &'static str {
    match value {
        Area::SeriousIncident => "incidents-area-serious-incident",
        Area::DrugSideEffects => "incidents-area-drug-side-effects",
        Area::Biovigilance => "incidents-area-biovigilance",
        Area::Cosmetics => "incidents-area-cosmetics",
        Area::DietarySupplements => "incidents-area-dietary-supplements",
        Area::MedicalEquipment => "incidents-area-medical-equipment",
        Area::ECigarette => "incidents-area-e-cigarette",
        Area::Radiation => "incidents-area-radiation",
    }
}

const fn recipient_key(value: Recipient) -> &'static str {
    match value {
        Recipient::BoardOfHealthSupervision => "incidents-recipient-board-of-health-supervision",
        Recipient::Ukom => "incidents-recipient-ukom",
        Recipient::CountyGovernor => "incidents-recipient-county-governor",
        Recipient::SupervisoryAuthority => "incidents-recipient-supervisory-authority",
        Recipient::MedicalProducts => "incidents-recipient-medical-products",
        Recipient::PublicHealth => "incidents-recipient-public-health",
        Recipient::DirectorateOfHealth => "incidents-recipient-directorate-of-health",
        Recipient::CivilProtection => "incidents-recipient-civil-protection",
        Recipient::RadiationProtection => "incidents-recipient-radiation-protection",
        Recipient::FoodSafety => "incidents-recipient-food-safety",
        Recipient::DataProtection => "incidents-recipient-data-protection",
        Recipient::NationalSecurity => "incidents-recipient-national-security",
        Recipient::HealthCert => "incidents-recipient-health-cert",
        Recipient::LabourInspection => "incidents-recipient-labour-inspection",
        Recipient::Nav => "incidents-recipient-nav",
        Recipient::Police => "incidents-recipient-police",
        Recipient::MunicipalDoctor => "incidents-recipient-municipal-doctor",
        Recipient::InfectionControlCentre => "incidents-recipient-infection-control-centre",
        Recipient::BloodBank => "incidents-recipient-blood-bank",
        Recipient::PatientAndNextOfKin => "incidents-recipient-patient-and-next-of-kin",
        Recipient::DataSubjects => "incidents-recipient-data-subjects",
        Recipient::OwnManagement => "incidents-recipient-own-management",
        Recipient::NotEstablished => "incidents-recipient-not-established",
    }
}

const fn fact_key(value: Fact) -> &'static str {
    match value {
        Fact::PatientDeath => "incidents-fact-patient-death",
        Fact::VerySeriousHarm => "incidents-fact-very-serious-harm",
        Fact::CausedByService => "incidents-fact-caused-by-service",
        Fact::HarmBetweenPatients => "incidents-fact-harm-between-patients",
        Fact::BeyondForeseeableRisk => "incidents-fact-beyond-foreseeable-risk",
        Fact::PatientHarm => "incidents-fact-patient-harm",
        Fact::SeriousComplication => "incidents-fact-serious-complication",
        Fact::DrugReactionSuspected => "incidents-fact-drug-reaction-suspected",
        Fact::VaccineInvolved => "incidents-fact-vaccine-involved",
        Fact::LifeThreatening => "incidents-fact-life-threatening",
        Fact::LastingEffects => "incidents-fact-lasting-effects",
        Fact::HospitalStay => "incidents-fact-hospital-stay",
        Fact::ReactionUnexpected => "incidents-fact-reaction-unexpected",
        Fact::DeviceInvolved => "incidents-fact-device-involved",
        Fact::SeriousDeterioration => "incidents-fact-serious-deterioration",
        Fact::CouldHaveBeenSerious => "incidents-fact-could-have-been-serious",
        Fact::ElectroMedicalInvolved => "incidents-fact-electro-medical-involved",
        Fact::ElectroMedicalFault => "incidents-fact-electro-medical-fault",
        Fact::SeriousBloodReaction => "incidents-fact-serious-blood-reaction",
        Fact::WrongBloodTransfused => "incidents-fact-wrong-blood-transfused",
        Fact::SeriousBloodEvent => "incidents-fact-serious-blood-event",
        Fact::TransplantEvent => "incidents-fact-transplant-event",
        Fact::RadiationAboveNormal => "incidents-fact-radiation-above-normal",
        Fact::RadiationDoseDeviated => "incidents-fact-radiation-dose-deviated",
        Fact::RadiationSourceLost => "incidents-fact-radiation-source-lost",
        Fact::RadiationEquipmentFailed => "incidents-fact-radiation-equipment-failed",
        Fact::OutbreakInHospital => "incidents-fact-outbreak-in-hospital",
        Fact::OutbreakInMunicipality => "incidents-fact-outbreak-in-municipality",
        Fact::GroupADisease => "incidents-fact-group-a-disease",
        Fact::DiseaseToldAtOnce => "incidents-fact-disease-told-at-once",
        Fact::DeathMayBeUnnatural => "incidents-fact-death-may-be-unnatural",
        Fact::StaffDeath => "incidents-fact-staff-death",
        Fact::StaffSeriousInjury => "incidents-fact-staff-serious-injury",
        Fact::PatientsEndangered => "incidents-fact-patients-endangered",
        Fact::ResearchEvent => "incidents-fact-research-event",
        Fact::DataBreach => "incidents-fact-data-breach",
        Fact::DigitalSecurityEvent => "incidents-fact-digital-security-event",
        Fact::CosmeticsInvolved => "incidents-fact-cosmetics-involved",
        Fact::DietSupplementInvolved => "incidents-fact-diet-supplement-involved",
        Fact::ECigaretteInvolved => "incidents-fact-e-cigarette-involved",
    }
}
