//! `varde`: see the library for what it does.

use std::process::ExitCode;

/// Gives memory back, also what SQLite held: the system's own keeps a pool for every thread, which made
/// a service with few users three times as big as what it used (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What the allocator is told. It keeps for a second what nobody uses unless told otherwise, and asks for memory in
/// large pages, which the system then fills up whether they are used or not: each doubles the memory of a service.
const TOLD: [(&str, &str); 2] = [("MIMALLOC_PURGE_DELAY", "0"), ("MIMALLOC_ALLOW_THP", "0")];

/// What runs for long.
const LASTING: [&str; 3] = ["serve", "work", "demo"];

/// Starts what runs for long anew in the same process with the allocator told, which reads its settings
/// before anything of ours runs. Goes on as it is where that cannot be done, or where whoever started the
/// program has said how long.
#[cfg(unix)]
fn tell_allocator() {
    use std::os::unix::process::CommandExt;

    let lasts = std::env::args_os().nth(1).is_some_and(|command| LASTING.iter().any(|lasting| command == *lasting));
    if !lasts || TOLD.iter().all(|(name, _)| std::env::var_os(name).is_some()) {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let name = std::env::args_os().next().unwrap_or_else(|| program.clone().into_os_string());
        let mut anew = std::process::Command::new(program);
        // Comes back only when it fails.
        let unsaid = TOLD.into_iter().filter(|(name, _)| std::env::var_os(name).is_none());
        let _ = anew.arg0(name).args(std::env::args_os().skip(1)).envs(unsaid).exec();
    }
}

fn main() -> ExitCode {
    #[cfg(unix)]
    tell_allocator();
    varde_app::main()
}
