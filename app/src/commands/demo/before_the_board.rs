//! A choice that lies before the board of the demo's trust: three alternatives, and what two of
//! those who vote have said of them.

use varde_kernel::access::{Action, Actor, Kind, System, Target, grant};
use varde_kernel::{Clock, PersonId, PlanId, UnitId, UnitTree, Words};
use varde_people::store::holdings::held_on;
use varde_plans::model::followup::alternatives::{AlternativeDraft, PointKind};
use varde_plans::store::alternatives::{self, Ballot};
use varde_store::{Db, Error, Read, values};

use crate::commands::Failure;
use crate::house::MachineClock;

const TRUST: &str = "syn.hf0";
/// What one alternative says: name, summary, what speaks for it and what against, in three languages.
type Told = [[&'static str; 3]; 4];

const CHOICE: [Told; 3] = [
    [
        ["Som i dag (syntetisk)", "Som i dag (syntetisk)", "As today (synthetic)"],
        [
            "Hver klinikk har sin egen vaktordning for farmasøyt på dagtid.",
            "Kvar klinikk har si eiga vaktordning for farmasøyt på dagtid.",
            "Each clinic has its own pharmacist on call in the daytime.",
        ],
        ["Krever ingen nye stillinger", "Krev ingen nye stillingar", "Needs no new posts"],
        ["Ingen gjennomgang kveld og helg", "Ingen gjennomgang kveld og helg", "No review on evenings and weekends"],
    ],
    [
        ["Felles farmasøytvakt", "Felles farmasøytvakt", "A shared pharmacist on call"],
        [
            "Én vakt for hele foretaket, alle dager til klokken 22.",
            "Éi vakt for heile føretaket, alle dagar til klokka 22.",
            "One on call for the whole trust, every day until ten at night.",
        ],
        [
            "Alle avdelinger får gjennomgang samme dag",
            "Alle avdelingar får gjennomgang same dag",
            "Every ward gets a review the same day",
        ],
        ["Tre nye stillinger", "Tre nye stillingar", "Three new posts"],
    ],
    [
        [
            "Farmasøyt i de to akuttmottakene",
            "Farmasøyt i dei to akuttmottaka",
            "A pharmacist in the two emergency departments",
        ],
        [
            "Fast farmasøyt der legemiddellisten blir til, på hverdager.",
            "Fast farmasøyt der legemiddellista blir til, på kvardagar.",
            "A regular pharmacist where the medicines list is made, on weekdays.",
        ],
        ["Treffer der flest feil oppstår", "Treffer der flest feil oppstår", "Meets most errors where they arise"],
        [
            "Hjelper ikke dem som legges inn direkte",
            "Hjelper ikkje dei som blir lagde inn direkte",
            "Does not help those admitted directly",
        ],
    ],
];

fn words(texts: [&str; 3]) -> Words {
    let [nb, nn, en] = texts;
    Words { nb: nb.to_owned(), nn: Some(nn.to_owned()), en: Some(en.to_owned()) }
}

/// Writes them, when the trust has a plan.
pub(super) async fn everything(db: &Db, tree: &UnitTree, clock: &MachineClock) -> Result<(), Failure> {
    let (unit, plan) = (UnitId::from_code(TRUST), PlanId::from_code(&format!("{TRUST}.plan")));
    if db.number("select count(*) as n from plan where id = $1", values![plan]).await? == 0 {
        return Ok(());
    }
    let on = Target::open(Kind::Alternative, tree.line(unit));
    let demo = Actor::System(System::Demo);
    let tx = db.begin_write(demo.author(), clock.now()).await?;
    let mut made = Vec::new();
    for (number, [name, summary, pro, con]) in (0_i64..).zip(CHOICE) {
        let granted = grant(&demo, Action::Create, &on, (plan, unit)).map_err(Error::from)?;
        let points = vec![(PointKind::Pro, words(pro)), (PointKind::Con, words(con))];
        let draft = AlternativeDraft {
            number,
            name: words(name),
            summary: words(summary),
            points,
            ..AlternativeDraft::default()
        };
        made.push(alternatives::insert(&tx, &granted, &draft).await?);
    }
    tx.commit().await?;
    let [_, shared, departments] = *made.as_slice() else { return Ok(()) };
    let say = |alternative, seat: &str, statement: &str, reservation: &str| Ballot {
        alternative: Some(alternative),
        seat: seat.to_owned(),
        statement: statement.to_owned(),
        reservation: reservation.to_owned(),
    };
    let director = say(shared, "Direktør", "Pasientene kommer også om kvelden. Én vakt er lettest å fylle.", "");
    let member = say(
        departments,
        "Valgt av de ansatte",
        "Begynn der feilene oppstår, og mål om det virker før vi utvider.",
        "Forutsetter at stillingene ikke tas fra sengepostene.",
    );
    for (username, ballot) in [("direktor", director), ("styret2", member)] {
        vote(db, tree, clock, username, (plan, unit), &ballot).await?;
    }
    Ok(())
}

async fn vote(
    db: &Db,
    tree: &UnitTree,
    clock: &MachineClock,
    username: &str,
    plan: (PlanId, UnitId),
    ballot: &Ballot,
) -> Result<(), Failure> {
    let person = PersonId::from_code(username);
    let held = held_on(db, person, tree, clock.today()).await?;
    let voter = Actor::Person { person, held, read_only: false };
    let on = Target::open(Kind::Alternative, tree.line(plan.1));
    let granted = grant(&voter, Action::Answer, &on, plan).map_err(Error::from)?;
    let tx = db.begin_write(voter.author(), clock.now()).await?;
    alternatives::vote(&tx, &granted, ballot).await?;
    Ok(tx.commit().await?)
}
