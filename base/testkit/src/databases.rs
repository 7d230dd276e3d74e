//! The same story on SQLite and on PostgreSQL.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use sea_orm::{ConnectionTrait, Database};
use varde_store::{Db, Migration, migrate, migrations};

static COUNTER: AtomicU32 = AtomicU32::new(0);

/// Runs a story on a fresh SQLite file and on a fresh PostgreSQL database, both migrated with the
/// store's tables and `rooms`.
///
/// PostgreSQL is found by `VARDE_TEST_POSTGRES` (`postgres://…/postgres`), which `make test` sets
/// to a server of its own. Without it the test fails: a story told on one database only proves
/// half of what it says.
///
/// # Panics
///
/// When the story fails or a database cannot be had.
pub fn on_both<F, Fut>(rooms: Vec<Migration>, story: F)
where
    F: Fn(Db) -> Fut,
    Fut: Future<Output = ()>,
{
    on_sqlite(rooms.clone(), &story);
    runtime().block_on(async {
        let name = postgres(all(rooms)).await;
        let db = Db::open(&postgres_url(&name)).await.expect("the test database opens");
        story(db.clone()).await;
        db.close().await.expect("the test database closes");
        drop_database(&name).await;
    });
}

/// Runs a story on a fresh SQLite file only, for what does not depend on the database.
///
/// # Panics
///
/// When the story fails.
pub fn on_sqlite<F, Fut>(rooms: Vec<Migration>, story: F)
where
    F: Fn(Db) -> Fut,
    Fut: Future<Output = ()>,
{
    runtime().block_on(async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let db = sqlite(folder.path(), rooms).await;
        story(db.clone()).await;
        db.close().await.expect("the test database closes");
    });
}

/// The database that a house of one test stands on. On PostgreSQL it lasts as long as the tests' server does.
pub(crate) async fn for_house(folder: &std::path::Path, rooms: Vec<Migration>) -> Db {
    match std::env::var("VARDE_TEST_HOUSE").as_deref() {
        Ok("postgres") => Db::open(&postgres_url(&postgres(all(rooms)).await)).await.expect("the test database opens"),
        Ok(other) => panic!("VARDE_TEST_HOUSE is {other:?}; it can be postgres, or not set"),
        Err(_) => sqlite(folder, rooms).await,
    }
}

async fn sqlite(folder: &std::path::Path, rooms: Vec<Migration>) -> Db {
    let db = Db::open(&format!("sqlite:{}", folder.join("varde.sqlite").display())).await.expect("SQLite opens");
    migrate(&db, all(rooms), Timestamp::UNIX_EPOCH).await.expect("the tables are made");
    db
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

fn all(rooms: Vec<Migration>) -> Vec<Migration> {
    let mut all = migrations();
    for migration in rooms {
        if !all.iter().any(|known| known.name == migration.name) {
            all.push(migration);
        }
    }
    all
}

fn server() -> String {
    std::env::var("VARDE_TEST_POSTGRES").expect(
        "VARDE_TEST_POSTGRES is not set: run the tests with `make test`, or start a server with \
         `scripts/postgres.sh start` and set the variable it prints",
    )
}

fn postgres_url(database: &str) -> String {
    let server = server();
    let (base, _) = server.rsplit_once('/').expect("a postgres:// address with a database");
    format!("{base}/{database}")
}

/// A fresh database, copied from a migrated template that is made once per set of migrations.
async fn postgres(all: Vec<Migration>) -> String {
    let mut hasher = DefaultHasher::new();
    for migration in &all {
        format!("{migration:?}").hash(&mut hasher);
    }
    let template = format!("varde_template_{:016x}", hasher.finish());
    let admin = Database::connect(server()).await.expect("PostgreSQL answers");
    let name = format!("varde_test_{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed));
    // One process at a time makes the template; creating from a template in use is refused too.
    let lock = admin.execute_unprepared("select pg_advisory_lock(860422)");
    lock.await.expect("the lock");
    let known = admin
        .query_one_raw(sea_orm::Statement::from_string(
            sea_orm::DbBackend::Postgres,
            format!("select 1 as n from pg_database where datname = '{template}'"),
        ))
        .await
        .expect("PostgreSQL answers")
        .is_some();
    if !known {
        let made =
            format!("create database {template}_new template template0 lc_collate 'C' lc_ctype 'C' encoding 'UTF8'");
        admin.execute_unprepared(&format!("drop database if exists {template}_new")).await.expect("dropped");
        admin.execute_unprepared(&made).await.expect("the template is made");
        let db = Db::open(&postgres_url(&format!("{template}_new"))).await.expect("the template opens");
        migrate(&db, all, Timestamp::UNIX_EPOCH).await.expect("the tables are made");
        db.close().await.expect("the template closes");
        let rename = format!("alter database {template}_new rename to {template}");
        admin.execute_unprepared(&rename).await.expect("the template is named");
    }
    let copy = format!("create database {name} template {template}");
    admin.execute_unprepared(&copy).await.expect("the test database is made");
    admin.close().await.expect("the admin connection closes");
    name
}

/// An empty PostgreSQL database for a test that starts the real program.
pub struct EmptyPostgres {
    name: String,
}

impl EmptyPostgres {
    /// Makes it on the server that `VARDE_TEST_POSTGRES` names.
    ///
    /// # Panics
    ///
    /// When the server does not answer.
    pub async fn make() -> Self {
        let name = format!("varde_test_{}_{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed));
        let admin = Database::connect(server()).await.expect("PostgreSQL answers");
        let made = format!("create database {name} template template0 lc_collate 'C' lc_ctype 'C' encoding 'UTF8'");
        admin.execute_unprepared(&made).await.expect("the test database is made");
        admin.close().await.expect("the admin connection closes");
        Self { name }
    }

    /// Its address.
    pub fn url(&self) -> String {
        postgres_url(&self.name)
    }

    /// Drops it, whoever is still connected.
    ///
    /// # Panics
    ///
    /// When the server does not answer.
    pub async fn remove(self) {
        drop_database(&self.name).await;
    }
}

async fn drop_database(name: &str) {
    let admin = Database::connect(server()).await.expect("PostgreSQL answers");
    admin.execute_unprepared(&format!("drop database {name} with (force)")).await.expect("dropped");
    admin.close().await.expect("the admin connection closes");
}
