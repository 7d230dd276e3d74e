//! `varde`: see the library for what it does.

use std::process::ExitCode;

fn main() -> ExitCode {
    varde_app::main()
}
