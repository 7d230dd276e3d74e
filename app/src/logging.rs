//! Structured logs. They name routes, numbers and durations: never persons, never what was typed.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging to standard error.
pub fn start(filter: &str, format: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let colours = std::io::stderr().is_terminal();
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    // Only the first start counts; a second one (in tests) changes nothing.
    let _ = if format == "json" { logs.json().try_init() } else { logs.compact().try_init() };
}
