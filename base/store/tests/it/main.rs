//! The store as the rooms use it, on both databases.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on must stop")]

mod backup;
mod history;
mod jobs;
mod migrations;
mod rows;
mod search;
mod states;

use jiff::Timestamp;
use varde_kernel::access::{Author, System};
use varde_kernel::{PlanId, Words};
use varde_store::{Db, Insert, Migration, Sql, Tx};

/// Things of every column type, some of them under another.
fn things() -> Vec<Migration> {
    vec![Migration {
        name: "m20261122900000_test_things",
        up: &[Sql::Both(
            "create table thing (
                id uuid primary key, parent_id uuid references thing (id),
                name text, name_nn text, name_en text, n bigint, x double precision, ok boolean,
                version bigint not null)",
        )],
    }]
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

async fn begin(db: &Db) -> Tx {
    begin_at(db, 0).await
}

async fn begin_at(db: &Db, second: i64) -> Tx {
    db.begin_write(Author::System(System::Console), at(second)).await.unwrap()
}

/// A thing with a name and a number.
async fn put(tx: &Tx, code: &str, n: i64) -> PlanId {
    let id = PlanId::from_code(code);
    Insert::into("thing")
        .set("id", id)
        .words("name", &Words::plain(code))
        .set("n", n)
        .set("version", 1_i64)
        .run(tx)
        .await
        .unwrap();
    id
}
