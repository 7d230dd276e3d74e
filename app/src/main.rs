//! `varde`: see the library for what it does.

use std::process::ExitCode;

/// Gives memory back, also what SQLite held: the system's own keeps a pool for every thread, which made
/// a service with few users three times as big as what it used (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    varde_app::main()
}
