//! Files that are brought in at the machine, on the real program.

use std::fs;
use std::path::Path;

use crate::house::{prepare, said, varde};

fn put(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("written");
}

#[test]
fn units_and_their_values_are_brought_in_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let loaded = said(folder.path(), &["init", "--content", "--administrator", "Test Testesen"], "");
    assert!(loaded.contains(" indicators") && loaded.contains(" units"), "{loaded}");
    put(
        folder.path(),
        "units.csv",
        "code,name,kind,parent,valid_from\nprove,Prøvesykehuset,hospital,no,2020-01-01\n\
         prove.post,Prøveposten,ward,prove,2020-01-01\n",
    );
    let looked = said(folder.path(), &["import", "--dry-run", "units", "units.csv"], "");
    assert!(looked.contains("     2 new") && looked.contains("Nothing was written"), "{looked}");
    let done = said(folder.path(), &["import", "units", "units.csv"], "");
    assert!(done.contains("     2 new") && done.contains("Written."), "{done}");
    let again = said(folder.path(), &["import", "units", "units.csv"], "");
    assert!(again.contains("     0 new") && again.contains("     2 unchanged"), "{again}");

    let values = "indicator,unit,period,numerator,denominator\nind.gtt.harm,prove.post,2020-H1,3,20\n";
    put(folder.path(), "values.csv", values);
    let looked = said(folder.path(), &["import", "--dry-run", "values", "values.csv"], "");
    assert!(looked.contains("     1 new") && looked.contains("Nothing was written"), "{looked}");
    let done = said(folder.path(), &["import", "values", "values.csv"], "");
    assert!(done.contains("Written: 1 values."), "{done}");
    let again = said(folder.path(), &["import", "values", "values.csv"], "");
    assert!(again.contains("     1 unchanged"), "{again}");
    // Another number for what is there needs a reason, and a file with faults changes nothing.
    put(folder.path(), "values.csv", &values.replace(",3,", ",4,"));
    let refused = varde(folder.path(), &["import", "values", "values.csv"], "");
    assert_eq!(refused.status.code(), Some(1));
    let done = said(folder.path(), &["import", "values", "values.csv", "--reason", "Talt på nytt"], "");
    assert!(done.contains("     1 changed"), "{done}");
    put(folder.path(), "values.csv", &format!("{values}ind.none,prove.post,2020-H1,3,20\n"));
    let refused = varde(folder.path(), &["import", "values", "values.csv"], "");
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.status.code() == Some(1) && told.contains("line 3"), "{told}");
    // How far it has come is told beside the answer, when asked.
    put(folder.path(), "values.csv", &values.replace(",3,", ",4,"));
    let told = varde(folder.path(), &["import", "values", "values.csv", "--progress"], "");
    let text = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.status.success() && text.contains("Reading 1 kB") && text.contains("Checked: 100 %"), "{text}");
    assert!(varde(folder.path(), &["import", "values", "values.csv"], "").stderr.is_empty(), "it is no terminal");
    // What is too large is refused by its length, before anything of it is read.
    let huge = fs::File::create(folder.path().join("huge.csv")).expect("made");
    huge.set_len(2 << 30).expect("a hole of 2 GB");
    let refused = varde(folder.path(), &["import", "values", "huge.csv"], "");
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.status.code() == Some(1) && told.starts_with("varde: huge.csv: Filen er for stor"), "{told}");
    assert!(said(folder.path(), &["doctor"], "").contains("Nothing is wrong."));
}

#[test]
fn municipalities_and_counties_come_with_their_past() {
    let folder = tempfile::tempdir().expect("a folder");
    prepare(folder.path());
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rooms/people/tests/golden/klass131");
    for name in ["nodes.csv", "edges.csv"] {
        fs::copy(golden.join(name), folder.path().join(name)).expect("copied");
    }
    let args = ["import", "municipalities", "nodes.csv", "edges.csv"];
    let done = said(folder.path(), &args, "");
    assert!(done.contains("     7 units change") && done.contains("Written."), "{done}");
    let again = said(folder.path(), &args, "");
    assert!(again.contains("     0 units change") && !again.contains("Written."), "{again}");
    // Made up: a county that became two.
    put(
        folder.path(),
        "counties.csv",
        "name,code,label,variant,validFrom,validTo\n1,80,Prøvefylke,1,1900-01-01,2020-01-01\n\
         2,81,Nord-Prøve,1,2020-01-01,NA\n3,82,Sør-Prøve,1,2020-01-01,NA\n",
    );
    put(folder.path(), "became.csv", "from,to,changeOccurred\n1,2,2020-01-01\n1,3,2020-01-01\n");
    let args = ["import", "counties", "counties.csv", "became.csv"];
    let done = said(folder.path(), &args, "");
    assert!(done.contains(" units change") && done.contains("Written."), "{done}");
    assert!(said(folder.path(), &args, "").contains("     0 units change"));
    let wrong = varde(folder.path(), &["import", "counties", "became.csv", "counties.csv"], "");
    assert_eq!(wrong.status.code(), Some(1), "tables in the wrong order are refused");
}
