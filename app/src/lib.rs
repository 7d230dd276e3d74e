//! `varde`: the one program. It serves pages and the API, does background work, and holds the
//! commands that whoever runs an installation needs.

pub mod commands;
pub mod config;
pub mod content;
pub mod house;
mod logging;
mod retention;
mod sealing;
pub mod worker;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use varde_kernel::Clock as _;

use crate::commands::{
    Failure, audit, copy, demo, doctor, events, funnel, gtt, import, init, jobs, scan, serve, show, spc, status, users,
};
use crate::config::Settings;

/// The open, self-hosted management system for a whole health service.
#[derive(Parser)]
#[command(name = "varde", version, about, long_about = LONG, propagate_version = true)]
struct Cli {
    /// Settings file (TOML). Without it, `varde.toml` in this folder is read when it exists.
    #[arg(long, global = true, env = "VARDE_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Database: `sqlite:PATH` or `postgres://…`. Wins over the file.
    #[arg(long, global = true, env = "VARDE_DATABASE", value_name = "URL", hide_env_values = true)]
    database: Option<String>,
    #[command(subcommand)]
    command: Command,
}

const LONG: &str = "The open, self-hosted management system with which a health service plans, does, \
evaluates and corrects, from the ward to the ministry.\n\n\
First time: `varde init --content --administrator NAME`, then `varde serve`. To look around: `varde demo`.\n\
Settings come from the file, then the environment (VARDE_…), then flags.\n\
Exit codes: 0 done, 1 something is wrong with what was asked or found, 2 wrong usage, 3 the database \
or network does not answer.";

#[derive(Subcommand)]
enum Command {
    /// Serve pages and the API, and do background work in the same process.
    Serve(serve::Args),
    /// Do background work only (besides `serve --no-work`).
    Work,
    /// Bring the database up to date.
    Migrate,
    /// Prepare a database: tables, and on request public facts and a first administrator.
    Init(init::Args),
    /// Start with the documents' facts and a synthetic health service, for looking around.
    Demo(demo::Args),
    /// Show where a plan stands, as the page does.
    Status(status::Args),
    /// Read files into the database.
    Import(import::Args),
    /// Accounts at the console.
    #[command(subcommand)]
    User(users::Command),
    /// The history of changes: verify it, export its heads, delete old payloads.
    #[command(subcommand)]
    Audit(audit::Command),
    /// Write the whole database to a file that either database can be restored from.
    Backup(copy::BackupArgs),
    /// Fill an empty database from a backup.
    Restore(copy::RestoreArgs),
    /// Work that was given up: list it, try it again, or close it.
    #[command(subcommand)]
    Jobs(jobs::Command),
    /// Look for what would go wrong before it does.
    Doctor,
    /// Control charts and run charts, without a database.
    Spc(Box<spc::Args>),
    /// Which units lie further from the common level than chance allows, without a database.
    Funnel(funnel::Args),
    /// Estimates from record review, without a database.
    #[command(subcommand)]
    Gtt(gtt::Command),
    /// Indicators computed from stays, operations and reviews: deliveries in, figures out.
    Events(events::Args),
    /// Scan many series at once, with a known share of false alerts, without a database.
    Scan(scan::Args),
    /// Print parts of Varde itself: the access policy, the API's description.
    #[command(subcommand)]
    Show(show::Command),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let settings = match Settings::read(cli.config.as_deref(), cli.database) {
        Ok(settings) => settings,
        Err(problem) => return Failure::Asked(problem.to_string()).report(),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return Failure::World(error.to_string()).report(),
    };
    match runtime.block_on(run(cli.command, settings)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

async fn run(command: Command, settings: Settings) -> Result<(), Failure> {
    match command {
        Command::Serve(args) => serve::run(settings, args).await,
        Command::Work => serve::work(settings).await,
        Command::Migrate => init::migrate(&settings).await,
        Command::Init(args) => init::run(&settings, args).await,
        Command::Demo(args) => demo::run(settings, args).await,
        Command::Status(args) => status::run(&settings, args).await,
        Command::Import(args) => import::run(&settings, args).await,
        Command::User(command) => users::run(&settings, command).await,
        Command::Audit(command) => audit::run(&settings, command).await,
        Command::Backup(args) => copy::backup(&settings, args).await,
        Command::Restore(args) => copy::restore(&settings, args).await,
        Command::Jobs(command) => jobs::run(&settings, command).await,
        Command::Doctor => doctor::run(&settings).await,
        Command::Spc(args) => spc::run(&args, house::MachineClock::new(&settings).today()),
        Command::Funnel(args) => funnel::run(&args),
        Command::Gtt(command) => gtt::run(&command),
        Command::Events(args) => events::run(&settings, args).await,
        Command::Scan(args) => scan::run(&args),
        Command::Show(command) => show::run(&command),
    }
}
