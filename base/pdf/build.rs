//! Says in one line what is missing when the typeface has not been collected.

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist/print");
    if !std::path::Path::new("../../web/dist/print/inter-latin-ext-600.ttf").exists() {
        println!("cargo::error=web/dist/print is missing: run `make assets` first (it needs Node.js and npm)");
    }
}
