//! `varde init` and `varde migrate`.

use std::io::{IsTerminal, Write};

use varde_kernel::access::{Actor, Author, Role, System};
use varde_kernel::{Clock, UnitId, UnitKind, Validity, Words};
use varde_people::model::units::{Source, UnitName};
use varde_people::rules::units::{Draft, NewUnit};
use varde_people::store::{changes, units};
use varde_store::{Db, Read, Tx};

use super::users::{self, Account};
use super::{Failure, counted, say};
use crate::config::Settings;
use crate::content;
use crate::house::{self, MachineClock};

/// The code of a top unit that is made here.
const TOP: &str = "top";

/// Flags of `varde init`.
#[derive(clap::Args)]
pub struct Args {
    /// Load the public facts: plans, actors, indicators, organisation.
    #[arg(long)]
    content: bool,
    /// Make the first administrator, with a password to be used once. Asked for when not given.
    #[arg(long, value_name = "NAME")]
    administrator: Option<String>,
    /// The top unit of an organisation that has none yet.
    #[arg(long, value_name = "NAME")]
    unit: Option<String>,
    /// What sort of unit that is, such as `health_trust` or `municipality`.
    #[arg(long, value_name = "KIND", default_value = "health_trust", requires = "unit")]
    unit_kind: String,
}

/// Brings the database up to date.
pub async fn migrate(settings: &Settings) -> Result<(), Failure> {
    let db = house::open(settings).await?;
    let ran = varde_store::migrate(&db, house::migrations(), MachineClock::new(settings).now()).await?;
    for name in &ran {
        say(name);
    }
    say(match ran.len() {
        0 => "The database was up to date.".to_owned(),
        n => format!("The database is up to date: {}.", counted(n, "step")),
    });
    Ok(db.close().await?)
}

/// Prepares a database. Run again, it adds what is missing and changes nothing else.
pub async fn run(settings: &Settings, args: Args) -> Result<(), Failure> {
    let clock = MachineClock::new(settings);
    let db = house::open(settings).await?;
    let ran = varde_store::migrate(&db, house::migrations(), clock.now()).await?;
    say(if ran.is_empty() { "The database was up to date." } else { "The database is ready." });
    if args.content {
        for (what, count) in content::load(&db, clock.now()).await? {
            say(format!("{count:>6} {what}"));
        }
    }
    if let Some(name) = &args.unit {
        let kind = args
            .unit_kind
            .parse()
            .map_err(|()| Failure::Asked(format!("there is no kind of unit {:?}", args.unit_kind)))?;
        top_unit(&db, &clock, name, kind).await?;
    }
    administrator(&db, &clock, args.administrator).await?;
    Ok(db.close().await?)
}

/// Makes the top unit, unless there is an organisation already.
async fn top_unit(db: &Db, clock: &MachineClock, name: &str, kind: UnitKind) -> Result<(), Failure> {
    let register = units::register(db).await?;
    if register.iter().next().is_some() {
        say("There is an organisation already; no top unit was made.");
        return Ok(());
    }
    let wrong = |what: String| Failure::Asked(format!("the unit cannot be made: {what}"));
    let mut draft = Draft::of(&register, "");
    draft
        .create(NewUnit {
            id: UnitId::from_code(TOP),
            code: TOP.to_owned(),
            kind,
            name: UnitName { words: Words::plain(name), short: None },
            owner: None,
            valid: Validity::since(clock.today()),
            codes: Vec::new(),
            source: Source::default(),
        })
        .map_err(|error| wrong(error.to_string()))?;
    let change = draft.finish().map_err(|_| wrong("it breaks a rule of the organisation".to_owned()))?;
    let tx = begin(db, clock).await?;
    let granted = changes::grant(&Actor::System(System::Console), &register, change, clock.today())?;
    changes::save(&tx, &granted, None, clock.today()).await?;
    tx.commit().await?;
    say(format!("Made the unit {name}, code {TOP}."));
    Ok(())
}

/// Makes the first administrator, over everything there is.
async fn administrator(db: &Db, clock: &MachineClock, given: Option<String>) -> Result<(), Failure> {
    if 0 < db.number("select count(*) as n from account", vec![]).await? {
        if given.is_some() {
            say("There are accounts already; make more with varde user create.");
        }
        return Ok(());
    }
    let name = match given {
        Some(name) => name,
        None => ask("Name of the first administrator (empty: none yet): ")?,
    };
    if name.trim().is_empty() {
        say("No account yet: make one with varde user create.");
        return Ok(());
    }
    let tree = units::tree(db, clock.today()).await?;
    let roles: Vec<(Role, UnitId)> = tree.roots().iter().map(|unit| (Role::Administrator, *unit)).collect();
    if roles.is_empty() {
        return Err(Failure::Asked(
            "an administrator needs a unit: load the content (--content) or name the top unit (--unit NAME)".into(),
        ));
    }
    let username = name.trim().replace(' ', ".");
    let tx = begin(db, clock).await?;
    let account = Account { username, name: name.trim().to_owned(), email: None, roles, password: None };
    let told = users::add(&tx, clock, account).await?;
    tx.commit().await?;
    say(told);
    Ok(())
}

async fn begin(db: &Db, clock: &MachineClock) -> Result<Tx, Failure> {
    Ok(db.begin_write(Author::System(System::Console), clock.now()).await?)
}

/// Asks the person at the console; nobody there answers nothing.
#[expect(clippy::print_stdout, reason = "the question stands on the line of its answer")]
fn ask(question: &str) -> Result<String, Failure> {
    if !std::io::stdin().is_terminal() {
        return Ok(String::new());
    }
    print!("{question}");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}
