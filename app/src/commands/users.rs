//! `varde user`: accounts at the console, for the first one and for when nobody can get in.

use varde_kernel::access::{Action, Actor, Author, Role, System};
use varde_kernel::{Clock, PersonId, UnitId, UnitTree};
use varde_people::model::persons::NewPerson;
use varde_people::rules::persons as rules;
use varde_people::store::persons as store;
use varde_store::{Db, Tx};

use super::copy::existing;
use super::{Failure, say};
use crate::config::Settings;
use crate::house::MachineClock;

/// What to do with accounts.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Make a person with an account and roles. A password to be used once is printed.
    Create(CreateArgs),
    /// Give an account a new password to be used once; its sessions and tokens end.
    ResetPassword {
        /// The user name.
        #[arg(value_name = "USERNAME")]
        username: String,
    },
}

/// Flags of `varde user create`.
#[derive(clap::Args)]
pub struct CreateArgs {
    /// The name to sign in with: 3 to 60 letters, digits and `.-_@`.
    #[arg(long)]
    username: String,
    /// The name shown to others; the user name when not given.
    #[arg(long)]
    name: Option<String>,
    /// The work e-mail.
    #[arg(long)]
    email: Option<String>,
    /// A role on a unit and all below it, such as `unit_leader@ward-3`; may be given several times.
    #[arg(long = "role", value_name = "ROLE@UNIT")]
    roles: Vec<String>,
    /// Read the password from standard input (one line) instead of printing one to be used once.
    #[arg(long)]
    password_stdin: bool,
}

/// Runs the command.
pub async fn run(settings: &Settings, command: Command) -> Result<(), Failure> {
    let db = existing(settings).await?;
    match command {
        Command::Create(args) => create(&db, settings, args).await?,
        Command::ResetPassword { username } => reset(&db, settings, &username).await?,
    }
    Ok(db.close().await?)
}

/// Someone who is to get an account at the console.
pub(super) struct Account {
    pub username: String,
    pub name: String,
    pub email: Option<String>,
    pub roles: Vec<(Role, UnitId)>,
    /// The password; without one, one is made that must be replaced at the first sign-in.
    pub password: Option<String>,
}

async fn create(db: &Db, settings: &Settings, args: CreateArgs) -> Result<(), Failure> {
    let clock = MachineClock::new(settings);
    let tree = varde_people::store::units::tree(db, clock.today()).await?;
    let roles = args.roles.iter().map(|text| role(text, &tree)).collect::<Result<_, _>>()?;
    let email = match args.email {
        None => None,
        Some(text) => {
            Some(rules::email(&text).ok_or_else(|| Failure::Asked(format!("{text:?} is no e-mail address")))?)
        }
    };
    let password = if args.password_stdin {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        Some(line.trim_end_matches(['\r', '\n']).to_owned())
    } else {
        None
    };
    let name = args.name.unwrap_or_else(|| args.username.clone());
    let account = Account { username: args.username, name, email, roles, password };
    let tx = db.begin_write(Author::System(System::Console), clock.now()).await?;
    let told = add(&tx, &clock, account).await?;
    tx.commit().await?;
    say(told);
    Ok(())
}

/// Makes the account, and says what to tell its owner.
pub(super) async fn add(tx: &Tx, clock: &MachineClock, account: Account) -> Result<String, Failure> {
    let username = rules::username(&account.username)
        .ok_or_else(|| Failure::Asked(format!("{:?} cannot be a user name", account.username)))?;
    if store::by_username(tx, &username).await?.is_some() {
        return Err(Failure::Asked(format!("the user name {username} is taken")));
    }
    let once = account.password.is_none();
    let password = match account.password {
        Some(password) => {
            rules::password(&password, &username, &account.name)
                .map_err(|refused| Failure::Asked(format!("the password is refused: {refused}")))?;
            password
        }
        None => one_time(tx)?,
    };
    let person = NewPerson {
        id: None::<PersonId>,
        name: account.name,
        email: account.email,
        link_by_email: false,
        username: Some(username.clone()),
        password: Some(store::seal(&password).await?),
        must_change: once,
        home: account.roles.first().map(|(_, unit)| *unit),
        locale: None,
        roles: store::roles_since(&account.roles, clock.today(), "given at the console"),
    };
    store::create(tx, person).await?;
    Ok(if once {
        format!("Made the account {username}. Password, to be replaced at the first sign-in: {password}")
    } else {
        format!("Made the account {username}.")
    })
}

async fn reset(db: &Db, settings: &Settings, username: &str) -> Result<(), Failure> {
    let clock = MachineClock::new(settings);
    let unknown = || Failure::Asked(format!("there is no account {username}"));
    let username = rules::username(username).ok_or_else(unknown)?;
    let person = store::by_username(db, &username).await?.ok_or_else(unknown)?;
    let tree = varde_people::store::units::tree(db, clock.today()).await?;
    let tx = db.begin_write(Author::System(System::Console), clock.now()).await?;
    let console = Actor::System(System::Console);
    let granted = store::open(&tx, &console, &tree, person.id, Action::Edit).await?;
    let password = one_time(&tx)?;
    let sealed = store::seal(&password).await?;
    store::set_password(&tx, &granted, &username, &sealed, true).await?;
    tx.commit().await?;
    say(format!("Password of {username}, to be replaced at the next sign-in: {password}"));
    Ok(())
}

fn one_time(tx: &Tx) -> Result<String, Failure> {
    Ok(rules::one_time(&[tx.random()?, tx.random()?].concat()))
}

fn role(text: &str, tree: &UnitTree) -> Result<(Role, UnitId), Failure> {
    let (role, code) = text
        .split_once('@')
        .ok_or_else(|| Failure::Asked(format!("{text:?} is not ROLE@UNIT, such as unit_leader@ward-3")))?;
    let role = role.parse().map_err(|()| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
        Failure::Asked(format!("there is no role {role:?}; the roles are {}", known.join(", ")))
    })?;
    let unit = tree.by_code(code).ok_or_else(|| Failure::Asked(format!("there is no unit with the code {code:?}")))?;
    Ok((role, unit.id))
}
