//! Nobody reads what the policy keeps from them, by whatever way they come: page, list, form with
//! its choices, search, export, API, history or the text of an error.
//!
//! Secrets are planted in the demo: drafts of every kind on units drawn by chance, each with a word
//! that stands nowhere else. Then every visitor walks every route, with the planted things in the
//! places of the path, and the policy itself says who may meet which word.

use http::Method;
use varde_kernel::access::{self, Action, Actor, Author, Kind, System, Target};
use varde_kernel::{Clock, Id, PersonId, UnitId, UnitTree};
use varde_store::{Db, Read, Tx, values};

use super::access::{House, VISITORS, open, template};

/// How many of each kind are planted.
const PLANTED: usize = 2;

/// A draft with a word of its own.
struct Secret {
    kind: Kind,
    /// What stands before its id in a path.
    words: &'static [&'static str],
    id: Id<()>,
    unit: UnitId,
    owner: Option<PersonId>,
    mark: String,
}

impl Secret {
    fn is_for(&self, actor: &Actor, tree: &UnitTree) -> bool {
        let mut on = Target::internal(self.kind, tree.line(self.unit));
        on.owner = self.owner;
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

/// Kind, words before the id, table, column of the name, what makes it a draft, where it hangs.
const KINDS: &[(Kind, &[&str], &str, &str, &str)] = &[
    (Kind::Plan, &["plans"], "plan", "name", "open = false"),
    (Kind::Goal, &["goals"], "goal", "name", "open = false"),
    (Kind::Measure, &["measures"], "measure", "title", "open = false"),
    (Kind::Finding, &["findings"], "finding", "title", "open = false"),
    (Kind::Document, &["documents"], "document", "name", "open = false"),
    (Kind::Indicator, &["indicators"], "indicator", "name", "state = 'proposed'"),
    (Kind::Proposal, &["proposals"], "proposal", "title", "state = 'submitted'"),
];

async fn plant(db: &Db, tx: &Tx, tree: &UnitTree, seed: u64) -> Vec<Secret> {
    let mut dice = Dice(seed);
    // Units of the synthetic service, since the visitors work there.
    let mut units: Vec<UnitId> = tree.iter().filter(|unit| unit.code.starts_with("syn.")).map(|unit| unit.id).collect();
    units.sort_unstable();
    let mut secrets = Vec::new();
    for (kind, words, table, name, draft) in KINDS {
        let all = format!("select id from {table} order by id");
        let ids: Vec<Id<()>> = db.all(&all, vec![], |row| row.get("id")).await.unwrap();
        for n in 0..PLANTED {
            let id = ids[dice.below(ids.len())];
            let unit = units[dice.below(units.len())];
            let mark = format!("zq{table}{n}zq");
            if secrets.iter().any(|known: &Secret| known.id == id) {
                continue;
            }
            let langs =
                if *table == "proposal" { String::new() } else { format!(", {name}_nn = null, {name}_en = null") };
            let sql = format!("update {table} set {name} = $2, {draft}, unit_id = $3{langs} where id = $1");
            tx.run(&sql, values![id, &mark, unit]).await.unwrap();
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
            secrets.push(Secret { kind: *kind, words, id, unit, owner, mark });
        }
    }
    secrets
}

/// Paths of a pattern: with the demo's samples, and with each secret where it fits.
async fn paths(house: &House, pattern: &str, secrets: &[Secret]) -> Vec<String> {
    let mut paths = vec![house.path(pattern).await];
    for secret in secrets {
        let places: Vec<&str> = pattern.split('/').collect();
        let fits = |at: usize| secret.words.contains(&places[at - 1]) || places[at - 1] == "history";
        if let Some(at) = (1..places.len()).find(|at| places[*at].starts_with('{') && fits(*at)) {
            // Later places take what the demo has.
            let rest: Vec<&str> = std::iter::once("").chain(places[at + 1..].iter().copied()).collect();
            let rest = rest.join("/");
            let rest = house.path(&rest).await;
            paths.push(format!("{}/{}{rest}", places[..at].join("/"), secret.id));
        }
    }
    if !pattern.contains('{') {
        let list = paths[0].clone();
        paths.extend(["?q=zq", "?format=csv", "?limit=200"].map(|query| format!("{list}{query}")));
    }
    paths
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_meets_a_draft_that_the_policy_keeps_from_them() {
    let folder = tempfile::tempdir().unwrap();
    let template = template(folder.path()).await;
    let mut house = open(&template).await;
    let clock = varde_app::house::MachineClock::new(&varde_app::config::Settings::default());
    let tree = varde_people::tree(&house.db, clock.today()).await.unwrap();
    let tx = house.db.begin_write(Author::System(System::Demo), clock.now()).await.unwrap();
    let secrets = plant(&house.db, &tx, &tree, 20_261_129).await;
    tx.commit().await.unwrap();
    assert!(12 <= secrets.len(), "too few were planted");

    let mut actors = Vec::new();
    for (name, username) in VISITORS {
        let actor = match username {
            None => Actor::Anonymous,
            Some(username) => {
                let person = PersonId::from_code(username);
                let held =
                    varde_people::store::holdings::held_on(&house.db, person, &tree, clock.today()).await.unwrap();
                Actor::Person { person, held, read_only: false }
            }
        };
        actors.push((name, actor));
    }
    let (mut met, mut leaks, mut asked) = (0, std::collections::BTreeSet::new(), 0);
    let mut routes = varde_web::needs(&varde_app::house::rooms());
    routes.sort_by_key(|(method, path, _)| (*path, method.to_string()));
    for (method, pattern, _) in routes {
        // Steps are tried with the secrets alone, by those who may not see them: nothing may come of
        // it but a refusal.
        let is_step = method != Method::GET;
        if is_step && !pattern.contains("{id}") {
            continue;
        }
        for path in paths(&house, pattern, &secrets).await {
            let about = secrets.iter().find(|secret| path.contains(&secret.id.to_string()));
            for ((name, actor), secret) in actors.iter().zip(&house.secrets) {
                let is_hidden = about.is_some_and(|about| !about.is_for(actor, &tree));
                if is_step && !is_hidden {
                    continue;
                }
                let (status, text) = house.ask(&method, &path, secret.as_ref()).await;
                asked += 1;
                assert!(!status.is_server_error(), "{method} {path} as {name}: {status}");
                for mark in secrets.iter().filter(|known| text.contains(&known.mark)) {
                    if mark.is_for(actor, &tree) {
                        met += 1;
                    } else {
                        let shape = path.replace(&mark.id.to_string(), "{it}");
                        leaks.insert(format!("{method} {shape} shows {name} a draft {}", mark.kind.name()));
                    }
                }
            }
        }
    }
    house.secrets.clear();
    assert!(leaks.is_empty(), "{} of {asked}:\n{}", leaks.len(), leaks.into_iter().collect::<Vec<_>>().join("\n"));
    assert!(100 < met, "those who may see the drafts met them only {met} times: the walk is too short");
}
