//! The connection: reading freely, writing one at a time.

use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    IsolationLevel, Statement, TransactionOptions, TransactionTrait, Value,
};
use sea_orm::{SqliteTransactionMode, sqlx::sqlite};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use varde_kernel::access::Author;

use crate::history::{self, Line};
use crate::{Error, Row};

/// How many connections to PostgreSQL are held open at most.
const CONNECTIONS: u32 = 12;
/// How many of SQLite: each has a thread, a cache and its statements, and more of them than these for
/// each core wait for the cores anyway.
const CONNECTIONS_PER_CORE: u32 = 3;
/// How many bytes of the file SQLite reads where the system keeps them.
const MAPPED: &str = "1073741824";
/// How many rows the thread that reads SQLite may be ahead of the one that asked: with few, the two
/// wake each other again and again.
const ROWS_AHEAD: usize = 512;
/// From how many values on their names are left out on SQLite.
const MANY_VALUES: usize = 24;
/// How many of them write at the same time on PostgreSQL.
const WRITERS: usize = 8;

/// Which database is behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// One file beside the program.
    Sqlite,
    /// A PostgreSQL server, version 15 or newer.
    Postgres,
}

/// A database that can be read, and written through [`Db::begin_write`].
#[derive(Clone, Debug)]
pub struct Db {
    connection: DatabaseConnection,
    // SQLite lets one transaction write at a time. Queueing here, fairly, costs milliseconds;
    // letting writers meet inside SQLite costs failed transactions (measured: 17 of 20 lost).
    // On PostgreSQL writers leave connections for reading: one that reads outside its own
    // transaction would otherwise wait for connections that all belong to others who wait too.
    writers: Arc<Semaphore>,
}

/// Asking the database. Both [`Db`] and [`Tx`] can.
pub trait Read: Sync {
    /// What answers: a pool or a transaction.
    #[doc(hidden)]
    type Connection: ConnectionTrait + Sync;

    /// The connection that answers.
    #[doc(hidden)]
    fn asks(&self) -> &Self::Connection;

    /// All rows of an answer, each made into a `T`.
    fn all<T: Send>(
        &self,
        sql: &str,
        values: Vec<Value>,
        make: impl Fn(&Row) -> Result<T, Error> + Send,
    ) -> impl Future<Output = Result<Vec<T>, Error>> + Send {
        let connection = self.asks();
        let statement = statement(connection, sql, values);
        async move {
            let rows = connection.query_all_raw(statement).await?;
            rows.into_iter().map(|row| make(&Row::new(row))).collect()
        }
    }

    /// The first row of an answer, if there is one.
    fn one<T: Send>(
        &self,
        sql: &str,
        values: Vec<Value>,
        make: impl Fn(&Row) -> Result<T, Error> + Send,
    ) -> impl Future<Output = Result<Option<T>, Error>> + Send {
        let connection = self.asks();
        let statement = statement(connection, sql, values);
        async move {
            let row = connection.query_one_raw(statement).await?;
            row.map(|row| make(&Row::new(row))).transpose()
        }
    }

    /// A single number; the statement names it `n` (`select count(*) as n …`).
    fn number(&self, sql: &str, values: Vec<Value>) -> impl Future<Output = Result<i64, Error>> + Send {
        let answer = self.one(sql, values, |row| row.get::<i64>("n"));
        async move { Ok(answer.await?.unwrap_or(0)) }
    }

    /// Which database answers.
    fn backend(&self) -> Backend {
        match self.asks().get_database_backend() {
            DbBackend::Sqlite => Backend::Sqlite,
            _ => Backend::Postgres,
        }
    }
}

fn statement(connection: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Statement {
    let backend = connection.get_database_backend();
    if backend == DbBackend::Sqlite
        && MANY_VALUES <= values.len()
        && let Some((sql, values)) = unnamed(sql, &values)
    {
        return Statement::from_sql_and_values(backend, sql, values);
    }
    Statement::from_sql_and_values(backend, sql, values)
}

/// The same with `?` in place of `$1, $2 …` and a value for each. SQLite looks through the names of all values for
/// each of them, so that a list of a thousand costs a million looks. `None` when a value is missing.
fn unnamed(sql: &str, values: &[Value]) -> Option<(String, Vec<Value>)> {
    let (mut plain, mut in_order) = (String::with_capacity(sql.len()), Vec::with_capacity(values.len()));
    let mut rest = sql;
    let mut quote: Option<char> = None;
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).unwrap_or_default();
        let digits = after.len() - after.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        if letter == '$' && quote.is_none() && 0 < digits {
            let (number, beyond) = after.split_at(digits);
            in_order.push(values.get(number.parse::<usize>().ok()?.checked_sub(1)?)?.clone());
            plain.push('?');
            rest = beyond;
            continue;
        }
        // A quote within quotes stands twice, which closes and opens again.
        quote = match quote {
            Some(open) if open == letter => None,
            None if matches!(letter, '\'' | '"') => Some(letter),
            now => now,
        };
        plain.push(letter);
        rest = after;
    }
    Some((plain, in_order))
}

fn sqlite_connections() -> u32 {
    let cores = std::thread::available_parallelism().map_or(1, |n| u32::try_from(n.get()).unwrap_or(u32::MAX));
    cores.saturating_mul(CONNECTIONS_PER_CORE).clamp(6, 24)
}

impl Db {
    /// Opens `sqlite:PATH` (made when missing), `sqlite::memory:` or `postgres://…`.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when it cannot be reached or opened.
    pub async fn open(url: &str) -> Result<Self, Error> {
        let in_memory = url == "sqlite::memory:";
        let is_sqlite = url.starts_with("sqlite:");
        let url = match url.strip_prefix("sqlite:") {
            Some(path) if !in_memory && !path.contains('?') => format!("sqlite:{path}?mode=rwc"),
            _ => url.to_owned(),
        };
        let mut options = ConnectOptions::new(url);
        options
            .sqlx_logging(false)
            .connect_timeout(Duration::from_secs(10))
            .acquire_timeout(Duration::from_secs(30))
            // A second connection to memory would be a second, empty database.
            .max_connections(match (in_memory, is_sqlite) {
                (true, _) => 1,
                (false, true) => sqlite_connections(),
                (false, false) => CONNECTIONS,
            })
            .min_connections(1)
            .map_sqlx_sqlite_opts(|options| {
                options
                    .journal_mode(sqlite::SqliteJournalMode::Wal)
                    // What was acknowledged survives a pulled plug.
                    .synchronous(sqlite::SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(20))
                    // Two megabytes for each connection: the file itself stays in the system's cache.
                    .pragma("cache_size", "-2000")
                    // Pages are read where the system keeps them, without being copied and without a lock for each.
                    .pragma("mmap_size", MAPPED)
                    .statement_cache_capacity(400)
                    .row_buffer_size(ROWS_AHEAD)
            });
        let connection = Database::connect(options).await?;
        let writers = match connection.get_database_backend() {
            DbBackend::Sqlite => 1,
            _ => WRITERS,
        };
        Ok(Self { connection, writers: Arc::new(Semaphore::new(writers)) })
    }

    /// Begins a transaction that writes, as `author`, at `now`. Writers wait here in line.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the database does not answer.
    pub async fn begin_write(&self, author: Author, now: Timestamp) -> Result<Tx, Error> {
        // Nobody closes the line, so there is always a turn.
        let turn = self.writers.clone().acquire_owned().await.ok();
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = self.connection.begin_with_options(options).await?;
        Ok(Tx { transaction, _turn: turn, author, now: varde_kernel::instant(now), lines: Mutex::default() })
    }

    /// The database as it is at this moment, whatever is written meanwhile.
    ///
    /// # Errors
    ///
    /// [`Error::Database`] when the database does not answer.
    pub async fn snapshot(&self) -> Result<Snapshot, Error> {
        let options = match self.backend() {
            // In write-ahead mode a reading transaction sees one state from its first statement on.
            Backend::Sqlite => TransactionOptions::default(),
            Backend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
        };
        Ok(Snapshot(self.connection.begin_with_options(options).await?))
    }

    /// Closes all connections; on SQLite this also folds the write-ahead log into the file.
    pub async fn close(self) -> Result<(), Error> {
        Ok(self.connection.close().await?)
    }
}

impl Read for Db {
    type Connection = DatabaseConnection;

    fn asks(&self) -> &DatabaseConnection {
        &self.connection
    }
}

/// One state of the database, held still for reading.
pub struct Snapshot(DatabaseTransaction);

impl Read for Snapshot {
    type Connection = DatabaseTransaction;

    fn asks(&self) -> &DatabaseTransaction {
        &self.0
    }
}

impl Snapshot {
    /// Runs a statement that changes nothing, such as the opening of a cursor.
    pub(crate) async fn run_plain(&self, sql: &str) -> Result<(), Error> {
        self.0.execute_unprepared(sql).await?;
        Ok(())
    }
}

/// A transaction that writes. Dropped without [`Tx::commit`], it leaves nothing behind.
pub struct Tx {
    transaction: DatabaseTransaction,
    // Held until the transaction is over.
    _turn: Option<OwnedSemaphorePermit>,
    author: Author,
    now: Timestamp,
    lines: Mutex<Vec<Line>>,
}

impl Read for Tx {
    type Connection = DatabaseTransaction;

    fn asks(&self) -> &DatabaseTransaction {
        &self.transaction
    }
}

impl Tx {
    /// Who writes.
    pub fn author(&self) -> Author {
        self.author
    }

    /// When this is written.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Runs a statement and says how many rows it touched.
    pub async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64, Error> {
        let done = self.transaction.execute_raw(statement(&self.transaction, sql, values)).await?;
        Ok(done.rows_affected())
    }

    /// Runs statements that carry no values, such as a migration's.
    pub(crate) async fn run_plain(&self, sql: &str) -> Result<(), Error> {
        self.transaction.execute_unprepared(sql).await?;
        Ok(())
    }

    /// Tells the history of a change. The line is written when the transaction commits.
    pub fn record(&self, line: Line) {
        if let Ok(mut lines) = self.lines.lock() {
            lines.push(line);
        }
    }

    /// Ten random bytes, for a new id.
    ///
    /// # Errors
    ///
    /// [`Error::Random`] when the system gives none.
    pub fn random(&self) -> Result<[u8; 10], Error> {
        let mut bytes = [0; 10];
        getrandom::fill(&mut bytes).map_err(|_| Error::Random)?;
        Ok(bytes)
    }

    /// A new time-ordered id.
    ///
    /// # Errors
    ///
    /// [`Error::Random`] when the system gives no random bytes.
    pub fn new_id<K>(&self) -> Result<varde_kernel::Id<K>, Error> {
        Ok(varde_kernel::Id::at(self.now, self.random()?))
    }

    /// A new id that tells nothing of when it was made.
    ///
    /// # Errors
    ///
    /// [`Error::Random`] when the system gives no random bytes.
    pub fn random_id<K>(&self) -> Result<varde_kernel::Id<K>, Error> {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|_| Error::Random)?;
        Ok(varde_kernel::Id::random(bytes))
    }

    /// Writes the history and makes the change last.
    pub async fn commit(self) -> Result<(), Error> {
        let lines = self.lines.lock().map(|mut lines| std::mem::take(&mut *lines)).unwrap_or_default();
        history::append(&self, lines).await?;
        Ok(self.transaction.commit().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lose_their_names_and_keep_their_places() {
        let values: Vec<Value> = [10_i64, 20, 30].map(Value::from).to_vec();
        let (sql, in_order) = unnamed("select $2, '$1 it''s $3', \"$1\", $1 + $2 where x = $3", &values).unwrap();
        assert_eq!(sql, "select ?, '$1 it''s $3', \"$1\", ? + ? where x = ?");
        assert_eq!(in_order, [20_i64, 10, 20, 30].map(Value::from));
        assert_eq!(unnamed("select $4", &values), None, "a value that is not there");
        assert_eq!(unnamed("select $0", &values), None);
        assert_eq!(unnamed("select 'æ$' || $1", &values).unwrap().0, "select 'æ$' || ?");
    }
}
