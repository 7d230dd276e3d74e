//! What people of the synthetic service have reported, and how far it has come: some of each kind and state.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use varde_incidents::model::{
    AnalysisLevel, Entrance, Harm, Incident, Mode, NoMeasures, ReportDraft, Sort, State, Step, Topic,
};
use varde_incidents::rules::workflow::due;
use varde_incidents::store::incidents::{self, Taken};
use varde_incidents::store::reports::{self, Sender, Sending};
use varde_incidents::store::talk;
use varde_kernel::access::{Action, Actor, Author};
use varde_kernel::{Clock, IncidentId, PersonId, UnitId, UnitTree};
use varde_people::store::holdings::held_on;
use varde_store::{Db, Error};

use crate::commands::Failure;
use crate::house::MachineClock;

const WARD: &str = "syn.hf0.s0.k0.a1.p0";
const NURSE: &str = "sykepleier";
const LEADER: &str = "avdeling";

/// One report of the demo.
struct Told {
    what: &'static str,
    place: &'static str,
    sort: Sort,
    topics: &'static [Topic],
    /// How many days ago it came; it happened the day before.
    days: i64,
    mode: Mode,
    /// How far it has come, with what was learnt and answered on the way.
    until: State,
    harm: Harm,
    potential: Harm,
    learning: &'static str,
    answer: &'static str,
}

const PLAIN: Told = Told {
    what: "",
    place: "",
    sort: Sort::Unharmed,
    topics: &[],
    days: 0,
    mode: Mode::Open,
    until: State::Received,
    harm: Harm::None,
    potential: Harm::Mild,
    learning: "",
    answer: "",
};

const TOLD: &[Told] = &[
    Told {
        what: "Feil styrke ble gjort i stand. Det ble oppdaget ved dobbeltkontroll, og pasienten fikk riktig dose. (Syntetisk)",
        place: "Medisinrommet",
        sort: Sort::Nearly,
        topics: &[Topic::MedicineDispensing],
        days: 1,
        ..PLAIN
    },
    Told {
        what: "Pasient falt ved sengen om natten. Blåmerke på hoften, ikke brudd. Alarmen på sengen var av. (Syntetisk)",
        place: "Rom 7",
        sort: Sort::Harmed,
        days: 3,
        until: State::Triage,
        ..PLAIN
    },
    Told {
        what: "Epikrisen fulgte ikke med da pasienten kom til sykehjemmet, og en medisin ble ikke gitt på to dager. (Syntetisk)",
        sort: Sort::Harmed,
        topics: &[Topic::Transition, Topic::MedicineGiving],
        days: 12,
        until: State::Analysis,
        harm: Harm::Moderate,
        potential: Harm::Severe,
        ..PLAIN
    },
    Told {
        what: "Infusjonspumpen stoppet uten alarm. Den er tatt ut av bruk og merket. (Syntetisk)",
        place: "Overvåkingen",
        sort: Sort::Unsafe,
        topics: &[Topic::Equipment],
        days: 9,
        until: State::Duties,
        potential: Harm::Severe,
        ..PLAIN
    },
    Told {
        what: "Slag og trusler mot to ansatte på kveldsvakt. Vi var for få til å være to hele tiden. (Syntetisk)",
        sort: Sort::Harmed,
        topics: &[Topic::Violence, Topic::StaffHarm],
        days: 20,
        mode: Mode::Confidential,
        until: State::Measures,
        harm: Harm::Mild,
        potential: Harm::Severe,
        learning: "Bemanningen var planlagt uten at det var sett på hvem som var innlagt den kvelden.",
        ..PLAIN
    },
    Told {
        what: "Prøvesvar om høyt kalium ble liggende til neste dag. (Syntetisk)",
        sort: Sort::Unsure,
        days: 41,
        until: State::Closed,
        potential: Harm::Moderate,
        learning: "Svar som kommer etter visitten, hadde ingen fast leser.",
        answer: "Takk. Vakthavende leser nå nye svar klokken 16 hver dag, og vi ser på det igjen om tre måneder.",
        ..PLAIN
    },
    Told {
        what: "Nattevakten så tidlig at en pasient ble dårligere og fikk hjelp i tide, fordi hun brukte skåringen hver time. (Syntetisk)",
        sort: Sort::Well,
        days: 30,
        until: State::Closed,
        learning: "Skåring hver time på den tunge stuen gjør at forverring ses.",
        answer: "Takk for at du fortalte det. Vi tar det opp på personalmøtet, så flere gjør det samme.",
        ..PLAIN
    },
    Told {
        what: "Jeg er bekymret for at vi er så få når to er på kurs samtidig. (Syntetisk)",
        sort: Sort::Worried,
        days: 6,
        until: State::Triage,
        ..PLAIN
    },
];

/// Writes them, each in the name of who does it and on its day.
pub(super) async fn everything(db: &Db, tree: &UnitTree, clock: &MachineClock) -> Result<(), Failure> {
    let today = clock.today();
    let (nurse, leader) = (person(db, tree, NURSE, today).await?, person(db, tree, LEADER, today).await?);
    for (n, told) in TOLD.iter().enumerate() {
        let day = today.saturating_sub(jiff::Span::new().days(told.days));
        let incident = receive(db, &nurse, told, n, day).await?;
        carry_on(db, tree, &leader, told, incident, day).await?;
    }
    Ok(())
}

async fn person(db: &Db, tree: &UnitTree, username: &str, today: Date) -> Result<Actor, Error> {
    let person = PersonId::from_code(username);
    Ok(Actor::Person { person, held: held_on(db, person, tree, today).await?, read_only: false })
}

fn morning(day: Date) -> Timestamp {
    day.at(8, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |time| time.timestamp())
}

async fn receive(db: &Db, nurse: &Actor, told: &Told, n: usize, day: Date) -> Result<IncidentId, Error> {
    let (kind, harmed) = told.sort.meaning();
    let draft = ReportDraft {
        kind,
        harmed,
        mode: told.mode,
        entrance: Entrance::Staff,
        what: told.what.to_owned(),
        unit: UnitId::from_code(WARD),
        place: told.place.to_owned(),
        on: day.yesterday().unwrap_or(day),
        at: None,
        done: String::new(),
        topics: told.topics.to_vec(),
    };
    let granted = reports::propose(nurse, draft)?;
    let (author, sender) = match (told.mode, nurse.person()) {
        (Mode::Open, Some(me)) => (nurse.author(), Sender::Open(me)),
        // The demo's key is made when it is first served: who this was is nobody's to learn.
        _ => (Author::Anonymous, Sender::Sealed { mark: format!("demo-{n}"), sealed: String::new() }),
    };
    let tx = db.begin_write(author, morning(day)).await?;
    let sent_mark = format!("demo-{n}");
    let sending = Sending { id: tx.random_id()?, sender: &sender, sent_mark: &sent_mark, today: day };
    let received = reports::insert(&tx, &granted, &sending).await?;
    tx.commit().await?;
    Ok(received.incident)
}

/// Takes the steps that the incident has behind it, a day or more for each.
async fn carry_on(
    db: &Db,
    tree: &UnitTree,
    leader: &Actor,
    told: &Told,
    id: IncidentId,
    received: Date,
) -> Result<(), Error> {
    let way = [
        (State::Triage, Step::Take),
        (State::Duties, Step::Assess),
        (State::Analysis, Step::SettleDuties),
        (State::Measures, Step::FinishAnalysis),
        (State::Effect, Step::DecideMeasures),
        (State::Closed, Step::Close),
    ];
    for (n, (to, step)) in (1..).zip(way) {
        if told.until < to {
            break;
        }
        let day = received.saturating_add(jiff::Span::new().days(n));
        let tx = db.begin_write(leader.author(), morning(day)).await?;
        let before = incidents::open(&tx, leader, tree, id, Action::Edit).await?;
        let mut after = Incident { state: to, handler: leader.person(), ..(*before).clone() };
        let mut reason = "";
        match step {
            Step::Assess => {
                let level = if told.potential.is_serious() { AnalysisLevel::Event } else { AnalysisLevel::Huddle };
                (after.harm, after.potential, after.level) = (Some(told.harm), Some(told.potential), Some(level));
            }
            Step::Take | Step::SettleDuties | Step::Reopen => {}
            Step::FinishAnalysis => told.learning.clone_into(&mut after.learning),
            Step::DecideMeasures => {
                after.no_measures = Some(NoMeasures::AlreadyInPlace);
                reason = "Rutinen er endret. (Syntetisk)";
            }
            Step::Close => {
                told.answer.clone_into(&mut after.answer);
                (after.answered_on, after.closed_on) = (Some(day), Some(day));
            }
        }
        after.due_on = due(to, after.is_serious(), day);
        incidents::save(&tx, &before, &after, before.version, Taken { step: step.name(), reason, on: day }).await?;
        if step == Step::Take {
            for report in reports::of_incident(&tx, id).await? {
                talk::reply(&tx, &before, report.id, "Takk. Jeg ser på det nå. (Syntetisk)", day).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}
