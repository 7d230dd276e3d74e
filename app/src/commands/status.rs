//! `varde status`: where a plan stands, as its page shows it. Same input, same bytes.

use jiff::civil::Date;
use varde_indicators::{Audience, Sight};
use varde_kernel::{Clock, Printout};
use varde_plans::export::status;

use super::copy::existing;
use super::flags::Language;
use super::{Failure, pass_on, pdf, say};
use crate::config::Settings;
use crate::house::{self, MachineClock};

/// Flags of `varde status`.
#[derive(clap::Args)]
pub struct Args {
    /// The plan: its code (`plan.nhp`) or its id.
    #[arg(long, value_name = "PLAN")]
    plan: String,
    /// The day on which it is judged, such as `2023-12-31`; today when not given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the words.
    #[arg(long, value_enum, default_value_t = Language::Nb)]
    language: Language,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
    /// A document, for `> status.pdf`.
    Pdf,
}

/// What is printed is passed on: it holds what may stand in a file that anyone reads.
const PASSED_ON: Sight<'static> = Sight::Published(Audience::Open);

/// Prints it.
pub async fn run(settings: &Settings, args: Args) -> Result<(), Failure> {
    let clock = MachineClock::new(settings);
    let as_of = match &args.as_of {
        None => clock.today(),
        Some(text) => text
            .parse::<Date>()
            .map_err(|_| Failure::Asked(format!("--as-of {text:?} is no date; write for example 2023-12-31")))?,
    };
    let db = existing(settings).await?;
    let plan = status::find(&db, &args.plan).await?.ok_or_else(|| {
        Failure::Asked(format!("there is no plan {:?}; plans have codes such as plan.nhp", args.plan))
    })?;
    // As on the page, units are called what they are called today.
    let tree = varde_people::store::units::tree(&db, clock.today()).await?;
    let found = status::load(&db, &PASSED_ON, &tree, plan, (as_of, clock.today())).await?;
    let voice = varde_web::voice(&house::rooms(), args.language.locale(), clock.zone());
    let text = match args.format {
        Format::Pdf => {
            let paper = Printout {
                mark: varde_web::made_up(&voice, &tree, found.plan.unit),
                source: format!("{}/plans/{}", settings.public_url.trim_end_matches('/'), found.plan.id),
                ..varde_web::printout(&voice, as_of)
            };
            pass_on(&pdf(&status::printout(&found, &tree, &voice, paper))?)?;
            return Ok(db.close().await?);
        }
        Format::Text => status::text(&found, &tree, &voice),
        Format::Json => status::json(&found, &tree, &voice).map_err(|error| Failure::World(error.to_string()))?,
        Format::Csv => status::csv(&found, &voice).map_err(|error| Failure::World(error.to_string()))?,
    };
    say(text.trim_end());
    Ok(db.close().await?)
}
