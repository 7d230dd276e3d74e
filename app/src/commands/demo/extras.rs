//! One of each of the things that a service makes of its own: a finding, a proposal, a pilot, a
//! task with someone responsible. Enough to see what such a thing looks like.

use varde_governance::model::{Authority, Phase, ResponsibilityDraft, TaskDraft};
use varde_governance::store as governance;
use varde_kernel::access::{Action, Actor, Granted, Kind, Role, System, Target, grant};
use varde_kernel::{Clock, FindingId, PersonId, UnitId, UnitTree, Words};
use varde_measures::model::{Finding, FindingState};
use varde_measures::store::{ContentFinding, put_finding};
use varde_people::store::holdings::held_on;
use varde_plans::model::followup::choosing::ProposalDraft;
use varde_plans::model::followup::pilots::{Evidence, PilotDraft, PilotKind};
use varde_plans::store::{choosing, pilots};
use varde_store::{Db, Error, Tx};

use crate::commands::Failure;
use crate::house::MachineClock;

const TRUST: &str = "syn.hf0";
const WARD: &str = "syn.hf0.s0.k0.a1.p0";
const NURSE: &str = "sykepleier";

fn words(nb: &str, nn: &str, en: &str) -> Words {
    Words { nb: nb.to_owned(), nn: Some(nn.to_owned()), en: Some(en.to_owned()) }
}

fn demo<T>(kind: Kind, tree: &UnitTree, unit: &str, thing: T) -> Result<Granted<T>, Error> {
    let on = Target::open(kind, tree.line(UnitId::from_code(unit)));
    Ok(grant(&Actor::System(System::Demo), Action::Create, &on, thing)?)
}

/// Writes them.
pub(super) async fn everything(tx: &Tx, tree: &UnitTree, clock: &MachineClock) -> Result<(), Failure> {
    finding(tx).await?;
    pilot(tx, tree, clock).await?;
    task(tx, tree, clock).await?;
    Ok(())
}

async fn finding(tx: &Tx) -> Result<(), Error> {
    let code = format!("{WARD}.finding");
    let finding = Finding {
        id: FindingId::from_code(&code),
        code: Some(code),
        unit: UnitId::from_code(WARD),
        period: None,
        title: words(
            "Legemiddellisten følger ikke med ved overflytting",
            "Legemiddellista følgjer ikkje med ved overflytting",
            "The medicines list does not follow at transfer",
        ),
        judgement: "Syntetisk eksempel: listen manglet i hver femte overflytting som ble gått gjennom.".to_owned(),
        state: FindingState::Open,
        open: true,
        version: 1,
    };
    put_finding(tx, &ContentFinding { finding, evidence: Vec::new() }).await?;
    Ok(())
}

async fn pilot(tx: &Tx, tree: &UnitTree, clock: &MachineClock) -> Result<(), Error> {
    let today = clock.today();
    let draft = PilotDraft {
        kind: PilotKind::Pilot,
        name: words(
            "Utprøving: digital vurdering i mottak (syntetisk)",
            "Utprøving: digital vurdering i mottak (syntetisk)",
            "Trial: digital assessment on arrival (synthetic)",
        ),
        field: words("Akuttmottak", "Akuttmottak", "Emergency department"),
        ground: "Lang tid til første vurdering på kveldstid.".to_owned(),
        knowledge: "To mindre studier, ingen fra Norge.".to_owned(),
        evidence: Evidence::Some,
        baseline: "Median 24 minutter til første vurdering.".to_owned(),
        starts: Some(today.saturating_sub(jiff::Span::new().days(150))),
        ends: Some(today.saturating_sub(jiff::Span::new().days(10))),
        decision_due: Some(today.saturating_add(jiff::Span::new().days(20))),
        follow_up: "Median tid måles hver uke; avvik meldes til klinikksjefen.".to_owned(),
        decision_support: true,
        risk_assessed: true,
        owner_actor: None,
    };
    pilots::insert(tx, &demo(Kind::Pilot, tree, TRUST, UnitId::from_code(TRUST))?, &draft).await?;
    Ok(())
}

async fn task(tx: &Tx, tree: &UnitTree, clock: &MachineClock) -> Result<(), Error> {
    let unit = UnitId::from_code(TRUST);
    let draft = TaskDraft {
        unit: Some(unit),
        name: words(
            "Godkjenne pasientsikkerhetsplanen",
            "Godkjenne pasienttryggleiksplanen",
            "Approve the patient safety plan",
        ),
        description: "Syntetisk eksempel på en oppgave i foretaket.".to_owned(),
        phase: Some(Phase::Plan),
        source: "Fullmaktsmatrise (syntetisk)".to_owned(),
        ..TaskDraft::default()
    };
    let id = governance::insert_task(tx, &demo(Kind::Task, tree, TRUST, draft)?).await?;
    let console = Actor::System(System::Demo);
    let granted = governance::open_task(tx, &console, tree, id, Action::Edit).await?;
    let draft = ResponsibilityDraft {
        authority: Authority::Decides,
        role: Role::TopLeader.name().to_owned(),
        unit: Some(unit),
        person: None,
        actor: None,
        from: clock.today().saturating_sub(jiff::Span::new().days(300)),
        to: None,
    };
    governance::insert_responsibility(tx, &granted, &draft).await?;
    Ok(())
}

/// A nurse's proposal, in the nurse's own name.
pub(super) async fn proposal(db: &Db, tree: &UnitTree, clock: &MachineClock) -> Result<(), Failure> {
    let person = PersonId::from_code(NURSE);
    let held = held_on(db, person, tree, clock.today()).await?;
    let nurse = Actor::Person { person, held, read_only: false };
    let tx = db.begin_write(nurse.author(), clock.now()).await?;
    let unit = UnitId::from_code(WARD);
    let on = Target::internal(Kind::Proposal, tree.line(unit));
    let granted = grant(&nurse, Action::Create, &on, unit).map_err(Error::from)?;
    let draft = ProposalDraft {
        plan: None,
        title: "Egen hylle for legemidler som skal i retur (syntetisk)".to_owned(),
        body: "Da slipper vi å lete, og feil legemiddel blir ikke satt fram igjen.".to_owned(),
    };
    choosing::insert(&tx, &granted, &draft).await?;
    Ok(tx.commit().await?)
}
