//! Writes the pictures with real figures to a directory, to be looked at:
//! `cargo run -p varde-chart --example look -- <directory>`, then open `light.html` or `dark.html`.
//! With `--speed` in place of the directory, and built with `--release`, it says how long each takes.

#[path = "look/cases.rs"]
mod cases;
#[path = "look/spc.rs"]
mod spc;
#[path = "look/units.rs"]
mod units;

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Instant;
use std::{env, fs, io, path::Path};

use varde_chart::{Layout, Role, spc_table};

fn main() -> io::Result<()> {
    let Some(directory) = env::args().nth(1) else {
        return Err(io::Error::other("say which directory to write to"));
    };
    if directory == "--speed" {
        return speed();
    }
    let directory = Path::new(&directory);
    fs::create_dir_all(directory)?;
    let mut figures = String::new();
    for case in all() {
        let (wide, narrow) = ((case.draw)(Layout::Wide), (case.draw)(Layout::Narrow));
        fs::write(directory.join(format!("{}-wide.svg", case.name)), &wide)?;
        fs::write(directory.join(format!("{}-narrow.svg", case.name)), &narrow)?;
        let _ = write!(figures, "<section id=\"{}\"><h2>{}</h2>{wide}{narrow}</section>", case.name, case.question);
    }
    fs::write(directory.join("table.txt"), spc::with_falls(Layout::Wide, |chart| spc_table(chart).text()))?;
    fs::write(directory.join("outline.txt"), cases::plan_outline())?;
    for (name, colour) in [("light", Role::light as fn(Role) -> &'static str), ("dark", Role::dark)] {
        fs::write(directory.join(format!("{name}.css")), sheet(colour))?;
        fs::write(directory.join(format!("{name}.html")), page(name, &figures))?;
    }
    Ok(())
}

fn all() -> impl Iterator<Item = cases::Case> {
    cases::all().into_iter().chain(spc::all()).chain(units::all())
}

/// How long each wide picture takes with the making of its data.
fn speed() -> io::Result<()> {
    const ROUNDS: usize = 400;
    let mut out = io::stdout().lock();
    writeln!(out, "{:<12} {:>10} {:>10} {:>10}", "picture", "median µs", "p95 µs", "bytes")?;
    for case in all() {
        let mut times = Vec::with_capacity(ROUNDS);
        let mut n_bytes = 0;
        for _ in 0..ROUNDS {
            let start = Instant::now();
            n_bytes = (case.draw)(Layout::Wide).len();
            times.push(start.elapsed().as_micros());
        }
        times.sort_unstable();
        let at = |share: usize| times.get(ROUNDS * share / 100).copied().unwrap_or_default();
        writeln!(out, "{:<12} {:>10} {:>10} {:>10}", case.name, at(50), at(95), n_bytes)?;
    }
    Ok(())
}

/// A sheet such as a page would have: the properties, and which layout shows when.
fn sheet(colour: fn(Role) -> &'static str) -> String {
    let mut css = String::from(":root{");
    for role in Role::ALL {
        let _ = write!(css, "{}:{};", role.property(), colour(role));
    }
    css.push_str(
        "}body{margin:0;padding:16px;font-family:Inter,system-ui,sans-serif;\
         background:var(--chart-panel);color:var(--chart-ink)}\
         section{container-type:inline-size;background:var(--chart-paper);padding:16px;\
         margin:0 auto 16px;max-width:800px;border-radius:8px}h2{font-size:18px;margin:0 0 12px}\
         .chart{display:block;width:100%;height:auto}.chart-icon{width:40px;margin:4px}\
         .chart-spark{height:36px;margin:8px}.chart-wide{display:none}\
         @container(min-width:660px){.chart-wide{display:block}.chart-narrow{display:none}}",
    );
    css
}

fn page(name: &str, figures: &str) -> String {
    format!(
        "<!doctype html><html lang=\"nb\"><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Varde</title>\
         <link rel=\"stylesheet\" href=\"{name}.css\"><main>{figures}</main></html>"
    )
}
