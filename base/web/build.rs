//! Says in one line what is missing when the browser's files have not been collected.

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist/varde.css");
    println!("cargo::rerun-if-changed=../../web/dist/varde.js");
    if !std::path::Path::new("../../web/dist/varde.css").exists() {
        println!("cargo::error=web/dist is missing: run `make assets` first (it needs Node.js and npm)");
    }
}
