//! Nobody reads or changes what the policy keeps from them, by whatever way they come: page, list, form with
//! its choices, step, search, export, API, history or the text of an error.
//!
//! Secrets are planted in the demo: drafts of every kind on units drawn by chance, each with a word
//! that stands nowhere else. Then every visitor walks every route, with the planted things in the
//! places of the path, and the policy itself says who may meet which word. What may not be known answers as
//! what does not exist.

use std::collections::{BTreeMap, BTreeSet};

use http::{Method, StatusCode};
use varde_kernel::access::{self, Action, Actor, Author, Kind, System, Target};
use varde_kernel::{Clock, Id, PersonId, UnitId, UnitTree};
use varde_store::{Db, Read, Tx, values};

use super::access::{House, open, template};

/// How many of each kind are planted.
const PLANTED: usize = 2;
/// The id of nothing.
const GHOST: &str = "00000000-0000-7000-8000-00000000abcd";

/// A draft, or a thing that is open to whoever is signed in, with a word of its own.
struct Secret {
    kind: Kind,
    table: &'static str,
    /// What stands before its id in a path.
    words: &'static [&'static str],
    id: Id<()>,
    unit: Option<UnitId>,
    owner: Option<PersonId>,
    open: bool,
    mark: String,
}

impl Secret {
    fn is_for(&self, actor: &Actor, tree: &UnitTree) -> bool {
        let line = self.unit.map_or_else(|| [].into(), |unit| tree.line(unit));
        let on = Target { kind: self.kind, line, owner: self.owner, open: self.open };
        access::may(actor, Action::Read, &on)
    }
}

/// A small generator, so that the same seed plants the same secrets everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// Kind, words before the id, table, column of the name and what makes it a draft.
const DRAFTS: &[(Kind, &[&str], &str, &str, &str)] = &[
    (Kind::Plan, &["plans"], "plan", "name", "open = false"),
    (Kind::Goal, &["goals"], "goal", "name", "open = false"),
    (Kind::Measure, &["measures"], "measure", "title", "open = false"),
    (Kind::Finding, &["findings"], "finding", "title", "open = false"),
    (Kind::Document, &["documents"], "document", "name", "open = false"),
    (Kind::Indicator, &["indicators"], "indicator", "name", "state = 'proposed'"),
    (Kind::Proposal, &["proposals"], "proposal", "title", "state = 'submitted'"),
];

/// Kinds of which everything is open to whoever is signed in: the same, with where it hangs.
const OPEN: &[(Kind, &[&str], &str, &str)] = &[
    (Kind::Pilot, &["pilots"], "pilot", "name"),
    (Kind::Round, &["rounds"], "status_round", "name"),
    (Kind::Task, &["tasks"], "task", "name"),
    (Kind::Body, &["bodies"], "body", "name"),
    (Kind::Document, &["notes"], "document_note", "text"),
];

async fn ids(db: &Db, table: &str) -> Vec<Id<()>> {
    db.all(&format!("select id from {table} order by id"), vec![], |row| row.get("id")).await.unwrap()
}

/// Takes the name out of the other languages, where the table has it in several.
async fn rename(tx: &Tx, table: &str, column: &str, id: Id<()>, mark: &str) {
    let sql = format!("select count(*) as n from pragma_table_info('{table}') where name = '{column}_nn'");
    let langs = if tx.number(&sql, vec![]).await.unwrap() == 0 {
        String::new()
    } else {
        format!(", {column}_nn = null, {column}_en = null")
    };
    let sql = format!("update {table} set {column} = $2{langs} where id = $1");
    assert_eq!(tx.run(&sql, values![id, mark]).await.unwrap(), 1, "{table}");
}

async fn plant_drafts(db: &Db, tx: &Tx, tree: &UnitTree, seed: u64) -> Vec<Secret> {
    let mut dice = Dice(seed);
    // Units of the synthetic service, since the visitors work there.
    let mut units: Vec<UnitId> = tree.iter().filter(|unit| unit.code.starts_with("syn.")).map(|unit| unit.id).collect();
    units.sort_unstable();
    let mut secrets = Vec::new();
    for (kind, words, table, name, draft) in DRAFTS {
        let mut ids = ids(db, table).await;
        // Whoever sees a series sees what it measures: a draft that is hidden has none.
        if *kind == Kind::Indicator {
            let sql = "select distinct indicator_id as id from series";
            let measured: Vec<Id<()>> = db.all(sql, vec![], |row| row.get("id")).await.unwrap();
            ids.retain(|id| !measured.contains(id));
        }
        for n in 0..PLANTED {
            let id = ids[dice.below(ids.len())];
            let unit = units[dice.below(units.len())];
            let mark = format!("zq{table}{n}zq");
            if secrets.iter().any(|known: &Secret| known.id == id) {
                continue;
            }
            rename(tx, table, name, id, &mark).await;
            let sql = format!("update {table} set {draft}, unit_id = $2 where id = $1");
            tx.run(&sql, values![id, unit]).await.unwrap();
            // What has happened to it happened on the unit it hangs on.
            tx.run("update history_line set unit_id = $2 where thing_id = $1", values![id, unit]).await.unwrap();
            // What lists are searched by goes along, where a table has it.
            if ["measure", "finding"].contains(table) {
                let sql = format!("update {table} set find_text = $2 where id = $1");
                tx.run(&sql, values![id, &mark]).await.unwrap();
            }
            let sql = "update search_entry set title = $2, title_nn = null, title_en = null, detail = '', \
                       search_text = $2, open = false, unit_id = $3 where id = $1";
            tx.run(sql, values![id, &mark, unit]).await.unwrap();
            let owner = match kind {
                Kind::Proposal => tx
                    .one("select proposer from proposal where id = $1", values![id], |row| row.get("proposer"))
                    .await
                    .unwrap()
                    .flatten(),
                _ => None,
            };
            secrets.push(Secret { kind: *kind, table, words, id, unit: Some(unit), owner, open: false, mark });
        }
    }
    secrets
}

/// What hangs on a draft, and what hangs on a series of which something is kept back.
async fn plant_below(tx: &Tx) -> Vec<Secret> {
    let sql = "select a.id as id, a.plan_id as plan, p.unit_id as unit from alternative a
               join plan p on p.id = a.plan_id where p.code = 'syn.hf0.plan' order by a.number limit 1";
    let read = |row: &varde_store::Row| Ok((row.get("id")?, row.get("plan")?, row.get("unit")?));
    let found: Option<(Id<()>, Id<()>, UnitId)> = tx.one(sql, vec![], read).await.unwrap();
    let (alternative, plan, unit) = found.unwrap();
    rename(tx, "alternative", "name", alternative, "zqalternativezq").await;
    tx.run("update plan set open = false where id = $1", values![plan]).await.unwrap();
    tx.run("update search_entry set open = false where id = $1", values![plan]).await.unwrap();
    let sql = "insert into vote (id, plan_id, alternative_id, voter, seat, statement, reservation, cast_at)
               values ($1, $2, $3, $4, '', 'zqvotezq', '', 1796026022638185)";
    let vote: Id<()> = "01a22b7e-3da8-7000-8000-0000000000f0".parse().unwrap();
    let voter = PersonId::from_code("styret");
    tx.run(sql, values![vote, plan, alternative, voter]).await.unwrap();
    let sql = "select id, unit_id as unit from signal order by id limit 1";
    let read = |row: &varde_store::Row| Ok((row.get("id")?, row.get("unit")?));
    let found: Option<(Id<()>, UnitId)> = tx.one(sql, vec![], read).await.unwrap();
    let (signal, ward) = found.unwrap();
    tx.run("update signal set comment = 'zqsignalzq' where id = $1", values![signal]).await.unwrap();
    let sql = "update series set kept_back = true where id = (select series_id from signal where id = $1)";
    tx.run(sql, values![signal]).await.unwrap();
    let of_plan = |table, id, words, mark: &str| Secret {
        kind: Kind::Alternative,
        table,
        words,
        id,
        unit: Some(unit),
        owner: None,
        open: false,
        mark: mark.to_owned(),
    };
    vec![
        of_plan("alternative", alternative, &["alternatives"], "zqalternativezq"),
        of_plan("vote", vote, &[], "zqvotezq"),
        Secret { kind: Kind::Plan, ..of_plan("plan", plan, &["plans"], "zqnothingzq") },
        Secret { kind: Kind::Signal, unit: Some(ward), ..of_plan("signal", signal, &["signals"], "zqsignalzq") },
    ]
}

async fn plant_open(db: &Db, tx: &Tx) -> Vec<Secret> {
    let mut secrets = Vec::new();
    for (kind, words, table, name) in OPEN {
        let id = ids(db, table).await[0];
        let mark = format!("zq{table}zq");
        rename(tx, table, name, id, &mark).await;
        secrets.push(Secret { kind: *kind, table, words, id, unit: None, owner: None, open: true, mark });
    }
    secrets
}

/// A row as one text, whatever its columns.
async fn row_text(db: &Db, table: &str, id: Id<()>) -> String {
    let sql = format!("select group_concat('quote(' || name || ')', ' || ') as what from pragma_table_info('{table}')");
    let what: Option<String> = db.one(&sql, vec![], |row| row.get("what")).await.unwrap();
    let sql = format!("select {} as whole from {table} where id = $1", what.unwrap());
    db.one(&sql, values![id], |row| row.get::<String>("whole")).await.unwrap().unwrap_or_default()
}

/// Every planted row, and how much has been written in the history.
async fn as_it_stands(db: &Db, secrets: &[Secret]) -> (Vec<String>, i64) {
    let mut rows = Vec::new();
    for secret in secrets {
        rows.push(row_text(db, secret.table, secret.id).await);
    }
    (rows, db.number("select count(*) as n from history_line", vec![]).await.unwrap())
}

/// The patterns' paths: with the demo's samples, and with each secret where it fits.
async fn paths<'a>(house: &House, pattern: &str, secrets: &'a [Secret]) -> Vec<(String, Option<&'a Secret>)> {
    let sample = house.sample_path(pattern).await;
    let mut paths = Vec::new();
    for secret in secrets {
        let places: Vec<&str> = pattern.split('/').collect();
        let fits = |at: usize| secret.words.contains(&places[at - 1]) || places[at - 1] == "history";
        if let Some(at) = (1..places.len()).find(|at| places[*at].starts_with('{') && fits(*at)) {
            // Other places take what the demo has.
            let mut filled: Vec<String> = sample.split('/').map(str::to_owned).collect();
            filled[at] = secret.id.to_string();
            paths.push((filled.join("/"), Some(secret)));
        }
    }
    if !pattern.contains('{') {
        paths.extend(["?q=zq", "?format=csv", "?limit=200"].map(|query| (format!("{sample}{query}"), None)));
    }
    paths.push((sample, None));
    paths
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_meets_or_moves_what_the_policy_keeps_from_them() {
    let template = template().await;
    let house = open(&template).await;
    let clock = varde_app::house::MachineClock::new(&varde_app::config::Settings::default());
    let tree = &template.tree;
    let tx = house.db.begin_write(Author::System(System::Demo), clock.now()).await.unwrap();
    let mut secrets = plant_below(&tx).await;
    let taken: Vec<Id<()>> = secrets.iter().map(|secret| secret.id).collect();
    secrets.extend(
        plant_drafts(&house.db, &tx, tree, 20_261_129).await.into_iter().filter(|one| !taken.contains(&one.id)),
    );
    secrets.extend(plant_open(&house.db, &tx).await);
    tx.commit().await.unwrap();
    assert!(20 <= secrets.len(), "too few were planted: {}", secrets.len());

    let before = as_it_stands(&house.db, &secrets).await;
    let (mut met, mut hidden, mut faults) = (0, 0, BTreeSet::new());
    let mut ghosts: BTreeMap<(String, &str), StatusCode> = BTreeMap::new();
    let mut routes = varde_web::needs(&varde_app::house::rooms());
    routes.sort_by_key(|(method, path, _)| (*path, method.to_string()));
    for (method, pattern, _) in routes {
        // Steps are tried with the secrets alone, by those who may not see them, with what would be
        // understood: nothing may come of it but a refusal.
        let is_step = method != Method::GET;
        if is_step && !pattern.contains("{id}") {
            continue;
        }
        let sent = house.what_is_sent(&template, &method, pattern).await;
        for (path, about) in paths(&house, pattern, &secrets).await {
            for who in &house.visitors {
                let is_hidden = about.is_some_and(|about| !about.is_for(&who.actor, tree));
                if is_step && !is_hidden {
                    continue;
                }
                let (status, text) = house.send(&method, &path, who, &sent).await;
                assert!(!status.is_server_error(), "{method} {path} as {}: {status}", who.name);
                if let (true, Some(about)) = (is_hidden, about) {
                    hidden += 1;
                    let nothing = path.replace(&about.id.to_string(), GHOST);
                    let key = (format!("{method} {nothing}"), who.name);
                    let of_nothing = match ghosts.get(&key) {
                        Some(known) => *known,
                        None => house.send(&method, &nothing, who, &sent).await.0,
                    };
                    ghosts.insert(key, of_nothing);
                    let is_refusal = [401, 403, 404].contains(&status.as_u16());
                    if !is_refusal || status != of_nothing {
                        let kind = about.kind.name();
                        faults.insert(format!(
                            "{method} {pattern} answers {} about a hidden {kind} with {status}, and {of_nothing} about none",
                            who.name
                        ));
                    }
                }
                for mark in secrets.iter().filter(|known| text.contains(&known.mark)) {
                    if mark.is_for(&who.actor, tree) {
                        met += 1;
                    } else {
                        let shape = path.replace(&mark.id.to_string(), "{it}");
                        faults.insert(format!("{method} {shape} shows {} a hidden {}", who.name, mark.kind.name()));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), faults.into_iter().collect::<Vec<_>>().join("\n"));
    assert!(100 < met, "those who may see the drafts met them only {met} times: the walk is too short");
    assert!(1000 < hidden, "hidden things were asked for only {hidden} times");
    assert_eq!(as_it_stands(&house.db, &secrets).await, before, "what was refused has changed something all the same");
}
