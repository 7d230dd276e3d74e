//! How the demo's trust chooses: criteria and challenges in its plan, proposals that several people have scored,
//! pilots on their way and decided, and what units do with the focus areas of the national framework.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde_json::{Value, json};
use varde_kernel::access::{Action, Actor, Kind, Target, grant};
use varde_kernel::{Clock, GoalId, IndicatorId, MeasureId, PartId, PersonId, PilotId, PlanId, UnitId, UnitTree, Words};
use varde_people::store::holdings::held_on;
use varde_plans::model::followup::choosing::{ChallengeLinks, ProposalDraft, Verdict};
use varde_plans::model::followup::pilots::{Evidence, PilotDecision, PilotDraft, PilotKind, PilotState};
use varde_plans::model::goal::{AreaChoice, Choice, GoalChoice};
use varde_plans::store::{choosing, goals, local, pilots, plans};
use varde_store::{Db, Error, Read, values};

use super::feed::wrong;
use crate::commands::Failure;
use crate::house::MachineClock;

const TRUST: &str = "syn.hf0";
const WARD: &str = "syn.hf0.s0.k0.a1.p0";
const PLAN: &str = "syn.hf0.plan";

/// A part of the plan: its code, what sort, and its name in three languages.
type PlanPart = (&'static str, &'static str, [&'static str; 3]);

const PARTS: [PlanPart; 6] = [
    ("k1", "criterion", ["Nytte for pasienten", "Nytte for pasienten", "Benefit to patients"]),
    ("k2", "criterion", ["Kan gjennomføres i år", "Kan gjennomførast i år", "Can be done this year"]),
    ("k3", "criterion", ["Verdt det den koster", "Verd det han kostar", "Worth what it costs"]),
    (
        "u1",
        "challenge",
        [
            "Opplysninger følger ikke pasienten",
            "Opplysningar følgjer ikkje pasienten",
            "Information does not follow the patient",
        ],
    ),
    ("u2", "challenge", ["Infeksjoner ved kateterbruk", "Infeksjonar ved kateterbruk", "Infections from catheter use"]),
    (
        "u3",
        "challenge",
        [
            "For få fagfolk på kveld og helg",
            "For få fagfolk på kveld og helg",
            "Too few professionals on evenings and weekends",
        ],
    ),
];

/// Which challenge each measure of the plan meets; nobody meets the third yet.
const MET: [(&str, &str); 4] = [("u1", "t0"), ("u2", "t1"), ("u1", "t3"), ("u2", "t4")];

/// A proposal: who made it, what, why, and what each of three people gave it on the three criteria.
type Proposal = (&'static str, &'static str, &'static str, [[i64; 3]; 3]);

const PROPOSALS: [Proposal; 3] = [
    (
        "radgiver",
        "Fast farmasøyt på sengepostene to dager i uken (syntetisk)",
        "Flest feil oppstår når listen skrives ved innleggelse. To dager dekker de fleste nye pasientene.",
        [[5, 3, 4], [5, 2, 3], [4, 4, 4]],
    ),
    (
        "radgiver",
        "Digital tavle for risiko i alle avdelinger (syntetisk)",
        "Samme tavle overalt, så den som kommer fra en annen post, kjenner den igjen.",
        [[3, 4, 2], [4, 5, 4], [2, 4, 1]],
    ),
    (
        "radgiver",
        "Pårørende blir spurt om risiko på dag to (syntetisk)",
        "Pårørende ser det vi ikke ser. Ett spørsmål, notert i journalen.",
        [[4, 5, 5], [4, 4, 5], [5, 5, 4]],
    ),
];

/// Those who have scored, in the order of the scores. Nobody scores a proposal of their own.
const ASSESSORS: [&str; 3] = ["direktor", "styret", "styret2"];

/// The criteria and challenges of the plan of the demo's trust; other plans have none.
pub(super) fn parts(plan: &str) -> Vec<Value> {
    if plan != PLAN {
        return Vec::new();
    }
    PARTS
        .iter()
        .zip(1..)
        .map(|((code, kind, [nb, nn, en]), order)| {
            json!({
                "code": format!("{PLAN}.{code}"), "kind": kind, "order": order,
                "name": { "nb": nb, "nn": nn, "en": en },
            })
        })
        .collect()
}

/// Writes it all, when the trust has a plan.
pub(super) async fn everything(db: &Db, tree: &UnitTree, clock: &MachineClock) -> Result<(), Failure> {
    let plan = PlanId::from_code(PLAN);
    if db.number("select count(*) as n from plan where id = $1", values![plan]).await? == 0 {
        return Ok(());
    }
    let scene = Scene { db, tree, today: clock.today() };
    scene.challenges(plan).await?;
    scene.proposals(plan).await?;
    scene.pilots().await?;
    scene.stands().await
}

struct Scene<'a> {
    db: &'a Db,
    tree: &'a UnitTree,
    today: Date,
}

impl Scene<'_> {
    /// Someone with the roles that they hold today.
    async fn someone(&self, username: &str) -> Result<Actor, Error> {
        let person = PersonId::from_code(username);
        let held = held_on(self.db, person, self.tree, self.today).await?;
        Ok(Actor::Person { person, held, read_only: false })
    }

    /// The morning of the day `days` days ago.
    fn ago(&self, days: i64) -> Result<Timestamp, Failure> {
        let day = self.today.saturating_sub(Span::new().days(days));
        Ok(day.at(9, 0, 0, 0).to_zoned(TimeZone::UTC).map_err(wrong)?.timestamp())
    }

    fn on(&self, kind: Kind, unit: &str) -> Target {
        Target::open(kind, self.tree.line(UnitId::from_code(unit)))
    }

    async fn challenges(&self, plan: PlanId) -> Result<(), Failure> {
        let id = |code: &str| format!("{PLAN}.{code}");
        let links = ChallengeLinks {
            measures: MET
                .iter()
                .map(|(part, measure)| (PartId::from_code(&id(part)), MeasureId::from_code(&id(measure))))
                .collect(),
            indicators: vec![(PartId::from_code(&id("u2")), IndicatorId::from_code("ind.uti.hosp"))],
        };
        let director = self.someone("direktor").await?;
        let unit = UnitId::from_code(TRUST);
        let granted = grant(&director, Action::Edit, &self.on(Kind::Plan, TRUST), (plan, unit)).map_err(Error::from)?;
        let tx = self.db.begin_write(director.author(), self.ago(60)?).await?;
        let version = plans::load(&tx, plan).await?.ok_or(Error::NotFound)?.version;
        choosing::link_challenges(&tx, &granted, version, &links).await?;
        Ok(tx.commit().await?)
    }

    async fn proposals(&self, plan: PlanId) -> Result<(), Failure> {
        let unit = UnitId::from_code(TRUST);
        for (proposer, title, body, scores) in PROPOSALS {
            let maker = self.someone(proposer).await?;
            let tx = self.db.begin_write(maker.author(), self.ago(45)?).await?;
            let granted = grant(&maker, Action::Create, &self.on(Kind::Proposal, TRUST), unit).map_err(Error::from)?;
            let draft = ProposalDraft { plan: Some(plan), title: title.to_owned(), body: body.to_owned() };
            let id = choosing::insert(&tx, &granted, &draft).await?;
            tx.commit().await?;
            for ((assessor, given), days) in ASSESSORS.iter().zip(scores).zip([40, 38, 31]) {
                let actor = self.someone(assessor).await?;
                let tx = self.db.begin_write(actor.author(), self.ago(days)?).await?;
                let proposal = choosing::open(&tx, &actor, self.tree, id, Action::Answer).await?;
                let scores: Vec<(PartId, i64, String)> = ["k1", "k2", "k3"]
                    .iter()
                    .zip(given)
                    .map(|(code, value)| (PartId::from_code(&format!("{PLAN}.{code}")), value, String::new()))
                    .collect();
                choosing::score(&tx, &proposal, &scores).await?;
                tx.commit().await?;
            }
            let director = self.someone("direktor").await?;
            let tx = self.db.begin_write(director.author(), self.ago(24)?).await?;
            let proposal = choosing::open(&tx, &director, self.tree, id, Action::Edit).await?;
            let version = choosing::submit(&tx, &proposal, proposal.version).await?;
            tx.commit().await?;
            // The one that everybody likes has been decided on; the others lie before the director.
            if title.starts_with("Pårørende") {
                let tx = self.db.begin_write(director.author(), self.ago(10)?).await?;
                let proposal = choosing::open(&tx, &director, self.tree, id, Action::Approve).await?;
                let why = "Enkelt å begynne med, og alle tre vurderer nytten som stor.";
                choosing::decide(&tx, &proposal, version, Verdict::Accept, why).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    /// The pilot that was proposed has run and awaits a decision; another has been decided on.
    async fn pilots(&self) -> Result<(), Failure> {
        let director = self.someone("direktor").await?;
        let unit = UnitId::from_code(TRUST);
        let first = "select id from pilot where unit_id = $1 and state = 'proposed' order by id limit 1";
        let proposed: Option<PilotId> = self.db.one(first, values![unit], |row| row.get("id")).await?;
        if let Some(id) = proposed {
            self.launch(&director, id, 160).await?;
        }
        let granted = grant(&director, Action::Create, &self.on(Kind::Pilot, TRUST), unit).map_err(Error::from)?;
        let draft = PilotDraft {
            kind: PilotKind::Pilot,
            name: Words {
                nb: "Utprøving: blæreskanner på to sengeposter (syntetisk)".to_owned(),
                nn: Some("Utprøving: blæreskannar på to sengepostar (syntetisk)".to_owned()),
                en: Some("Trial: bladder scanner on two wards (synthetic)".to_owned()),
            },
            field: Words {
                nb: "Infeksjoner".to_owned(),
                nn: Some("Infeksjonar".to_owned()),
                en: Some("Infections".to_owned()),
            },
            ground: "Mange kateter legges inn på mistanke alene.".to_owned(),
            knowledge: "En oversikt med fem studier viser færre kateter; infeksjoner er ikke målt i alle.".to_owned(),
            evidence: Evidence::Some,
            baseline: "31 kateter per 100 pasienter.".to_owned(),
            starts: Some(self.today.saturating_sub(Span::new().days(300))),
            ends: Some(self.today.saturating_sub(Span::new().days(120))),
            decision_due: Some(self.today.saturating_sub(Span::new().days(100))),
            follow_up: "Antall kateter og infeksjoner telles hver uke på de to postene.".to_owned(),
            decision_support: false,
            risk_assessed: true,
            owner_actor: None,
        };
        let tx = self.db.begin_write(director.author(), self.ago(320)?).await?;
        let id = pilots::insert(&tx, &granted, &draft).await?;
        tx.commit().await?;
        let version = self.launch(&director, id, 310).await?;
        let tx = self.db.begin_write(director.author(), self.ago(105)?).await?;
        let pilot = pilots::open(&tx, &director, self.tree, id, Action::Approve).await?;
        let (decision, state) = (PilotDecision::Scale, PilotState::Ended);
        let why = "22 kateter per 100 pasienter mot 31 før, og ingen flere infeksjoner.";
        let exception = "Kunnskapen er ikke full, men ulempen er liten og målingene fortsetter.";
        pilots::decide(&tx, &pilot, version, state, decision, why, exception).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a proposed pilot through the check and into work, so many days ago. Returns its version.
    async fn launch(&self, director: &Actor, id: PilotId, days: i64) -> Result<i64, Failure> {
        let mut version = 1;
        let steps = [(days, PilotState::Checked, "checked"), (days - 6, PilotState::Launched, "launched")];
        for (days, state, action) in steps {
            let tx = self.db.begin_write(director.author(), self.ago(days)?).await?;
            let pilot = pilots::open(&tx, director, self.tree, id, Action::Approve).await?;
            version = pilots::advance(&tx, &pilot, version, state, action).await?;
            tx.commit().await?;
        }
        Ok(version)
    }

    /// What the trust and the ward have said of what comes from above; other units have not said yet.
    async fn stands(&self) -> Result<(), Failure> {
        let said = [
            ("direktor", TRUST, "rv.f2", "Klinikk for psykisk helse har en egen plan."),
            ("avdeling", WARD, "rv.f2", "Sengeposten tar ikke imot disse pasientene."),
        ];
        for (username, unit, area, reason) in said {
            let actor = self.someone(username).await?;
            let made = AreaChoice {
                part: PartId::from_code(area),
                unit: UnitId::from_code(unit),
                choice: Choice::LeftOut,
                reason: reason.to_owned(),
                at: self.ago(90)?,
            };
            let granted = grant(&actor, Action::Answer, &self.on(Kind::Goal, unit), made).map_err(Error::from)?;
            let tx = self.db.begin_write(actor.author(), self.ago(90)?).await?;
            local::choose(&tx, &granted).await?;
            tx.commit().await?;
        }
        for (username, unit) in [("direktor", TRUST), ("avdeling", WARD)] {
            let actor = self.someone(username).await?;
            let made = GoalChoice {
                goal: GoalId::from_code("rv.g2"),
                unit: UnitId::from_code(unit),
                choice: Choice::Chosen,
                reason: String::new(),
                at: self.ago(90)?,
            };
            let granted = grant(&actor, Action::Answer, &self.on(Kind::Goal, unit), made).map_err(Error::from)?;
            let tx = self.db.begin_write(actor.author(), self.ago(90)?).await?;
            goals::choose(&tx, &granted).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
