//! `varde show`: parts of Varde itself.

use super::{Failure, say};
use crate::house;

/// What to show.
#[derive(clap::Subcommand)]
pub enum Command {
    /// The access policy: role × action × kind.
    Access,
    /// Every route and who may come.
    Routes,
    /// The API's description (OpenAPI 3.1, JSON).
    Openapi,
}

/// Shows it.
pub fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Access => say(varde_kernel::access::table().trim_end()),
        Command::Routes => {
            for (method, path, need) in varde_web::needs(&house::rooms()) {
                say(format!("{method} {path} {need:?}"));
            }
        }
        Command::Openapi => {
            let text = varde_web::openapi(&house::rooms())
                .to_pretty_json()
                .map_err(|error| Failure::World(error.to_string()))?;
            say(text);
        }
    }
    Ok(())
}
