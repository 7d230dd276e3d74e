//! A few documents to look at, and how long each took to make:
//! `cargo run -p varde-pdf --example printouts -- FOLDER [CHART.svg]`.

#![expect(clippy::print_stdout, reason = "an example speaks to whoever runs it")]

use std::path::PathBuf;
use std::time::Instant;

use jiff::civil::date;
use varde_kernel::{Locale, PrintColumn, PrintPart, PrintPicture, PrintTable, Printout};

const DRAWN: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 200" font-family="Inter">
<rect width="760" height="200" fill="#edf2f3"/><text x="20" y="60" font-size="14">Čáhcesuolu, 12,5 %</text>
<text x="20" y="90" font-size="14" font-weight="600">≤ 5</text></svg>"##;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| ".".to_owned()));
    let svg = match args.next() {
        Some(file) => std::fs::read_to_string(file)?,
        None => DRAWN.to_owned(),
    };
    for (name, printout) in
        [("series", series(svg)), ("plan", plan()), ("english", Printout { locale: Locale::En, ..plan() })]
    {
        let began = Instant::now();
        let bytes = varde_pdf::render(&printout)?;
        println!("{name}: {} kB in {} ms", bytes.len() / 1024, began.elapsed().as_millis());
        std::fs::write(folder.join(format!("{name}.pdf")), bytes)?;
    }
    Ok(())
}

fn texts<const N: usize>(row: [&str; N]) -> Vec<String> {
    row.map(str::to_owned).to_vec()
}

fn blank() -> Printout {
    Printout {
        locale: Locale::Nb,
        date: date(2026, 11, 22),
        source: "https://varde.example.org/indicators/1 · 22. november 2026".to_owned(),
        page_of: "Side {page} av {pages}".to_owned(),
        ..Printout::default()
    }
}

fn series(svg: String) -> Printout {
    let columns = ["Periode", "Verdi", "Fall", "Opphold", "Gjennomsnitt", "Nedre grense", "Øvre grense", "Signal"];
    let columns = columns
        .iter()
        .enumerate()
        .map(|(place, heading)| PrintColumn { heading: (*heading).to_owned(), numeric: (1..7).contains(&place) });
    let row = |month: u32| {
        let signal = if month.is_multiple_of(9) { "over øvre grense, foreløpig" } else { "" };
        texts([&format!("november {}", 2000 + month), "12,5 %", "17", "1 405", "10,2 %", "7,1 %", "13,3 %", signal])
    };
    Printout {
        above: "Avdeling for akutt- og mottaksmedisin, Universitetssykehuset Nord-Trøndelag".to_owned(),
        title: "Hvor stor andel av pasientene fikk gjennomgått legemidlene sine innen et døgn?".to_owned(),
        lead: "I november 2026 var andelen 12,5 %. Den har ligget høyere siden mai 2026, som er bedre.".to_owned(),
        mark: "Syntetiske data".to_owned(),
        facts: vec![
            ("Måles som".to_owned(), "prosent".to_owned()),
            (
                "Kilde".to_owned(),
                "Norsk pasientregister, hentet 22. november 2026; #panic() $x$ *fet* @kilde".to_owned(),
            ),
        ],
        parts: vec![
            PrintPart::Picture(PrintPicture { svg, alt: "Andelen over tid".to_owned() }),
            PrintPart::Heading("Tallene".to_owned()),
            PrintPart::Table(PrintTable { columns: columns.collect(), rows: (0..70).map(row).collect() }),
            PrintPart::Heading("Signaler".to_owned()),
            PrintPart::List(texts(["Mai 2026: over øvre grense", "Juni 2026: åtte på samme side"])),
        ],
        ..blank()
    }
}

fn plan() -> Printout {
    let goal = [
        "Andelen pasienter som får gjennomgått legemidlene sine, skal økes med 25 prosent",
        "Kan ikke vurderes\nUtgangspunktet fra 2017 er ikke oppgitt, så endringen kan ikke regnes ut.",
        "12,5 % i 2022",
        "opp 25 % fra 2017, innen 31. desember 2023",
        "mangler (2017)",
    ];
    Printout {
        above: "Handlingsplan".to_owned(),
        title: "Nasjonal handlingsplan for pasientsikkerhet og kvalitetsforbedring".to_owned(),
        lead: "13 tallfestede mål: 1 kan vurderes, 7 kan ikke, 5 venter på en verdi.".to_owned(),
        facts: vec![
            ("Periode".to_owned(), "2019–2023".to_owned()),
            ("Eiere".to_owned(), "Helsedirektoratet, Helse- og omsorgsdepartementet".to_owned()),
        ],
        parts: vec![
            PrintPart::Heading("Mål".to_owned()),
            PrintPart::Table(PrintTable::of_texts(
                texts(["Mål", "Status", "Siste verdi", "Skal nås", "Utgangspunkt"]),
                vec![texts(goal); 12],
            )),
        ],
        ..blank()
    }
}
