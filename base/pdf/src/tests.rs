//! What a document must be, whatever it tells of.

use jiff::civil::date;
use typst::layout::{Frame, FrameItem};
use varde_kernel::{Locale, PrintColumn, PrintPart, PrintPicture, PrintTable, Printout};

use super::*;

const DRAWN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\" font-family=\"Inter\">\
    <rect width=\"100\" height=\"50\" fill=\"#edf2f3\"/><text x=\"5\" y=\"20\" font-size=\"9\">≤ 5 %, Čáhci</text></svg>";

fn printout() -> Printout {
    Printout {
        locale: Locale::Nb,
        date: date(2026, 11, 22),
        above: "Sengepost 1".into(),
        title: "Fall per 1 000 liggedøgn".into(),
        lead: "I oktober 2026 var raten 4,2.".into(),
        facts: vec![("Kilde".into(), "Egen telling".into())],
        parts: vec![
            PrintPart::Picture(PrintPicture { svg: DRAWN.into(), alt: "Raten faller".into() }),
            PrintPart::Heading("Verdier".into()),
            PrintPart::Table(PrintTable {
                columns: vec![
                    PrintColumn { heading: "Periode".into(), numeric: false },
                    PrintColumn { heading: "Verdi".into(), numeric: true },
                ],
                rows: vec![vec!["oktober 2026".into(), "4,2".into()]],
            }),
        ],
        source: "https://varde.example.org/x · 22. november 2026".into(),
        page_of: "Side {page} av {pages}".into(),
        ..Printout::default()
    }
}

/// The texts of each page as they were set.
fn pages(printout: &Printout) -> Vec<String> {
    let found = typst::compile::<PagedDocument>(&Desk::new(printout));
    assert!(found.warnings.is_empty(), "{:?}", found.warnings);
    let document = found.output.unwrap();
    document
        .pages()
        .iter()
        .map(|page| {
            let mut text = String::new();
            collect(&page.frame, &mut text);
            text
        })
        .collect()
}

fn collect(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, text),
            FrameItem::Text(set) => text.push_str(&set.text),
            _ => {}
        }
    }
    text.push('\n');
}

fn has(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_document_is_tagged_and_says_its_standard_language_and_title() {
    for (locale, language) in [(Locale::Nb, "nb-NO"), (Locale::Nn, "nn-NO"), (Locale::En, "en-GB")] {
        let bytes = render(&Printout { locale, ..printout() }).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7"));
        // The description of the file itself is never packed.
        for words in [
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
        ] {
            assert!(has(&bytes, words), "{words}");
        }
        assert!(has(&bytes, "Fall per 1 000 liggedøgn"), "the title");
        assert!(has(&bytes, &format!("<rdf:li>{language}</rdf:li>")), "{language}");
    }
}

#[test]
fn all_texts_are_on_the_page() {
    let text = pages(&printout()).concat();
    for words in [
        "Sengepost 1",
        "Fall per 1 000 liggedøgn",
        "I oktober 2026 var raten 4,2.",
        "Kilde",
        "Egen telling",
        "Verdier",
        "Periode",
        "oktober 2026",
        "4,2",
        "22. november 2026",
        "Side 1 av 1",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(!text.contains('{'), "{text}");
}

#[test]
fn the_same_printout_gives_the_same_bytes() {
    let first = render(&printout()).unwrap();
    render(&Printout { title: "Noe annet".into(), ..printout() }).unwrap();
    assert_eq!(first, render(&printout()).unwrap());
}

#[test]
fn what_people_write_is_never_read_as_markup() {
    let hostile = "#panic() $x^2$ *fet* _kursiv_ @kilde <merke> `kode` = topp #include \"/etc/passwd\" \\ // ~ [a] \"}";
    let mut printout = printout();
    printout.title = hostile.into();
    printout.lead = hostile.into();
    printout.mark = hostile.into();
    printout.facts.push((hostile.into(), hostile.into()));
    printout.parts = vec![
        PrintPart::Heading(hostile.into()),
        PrintPart::Text(hostile.into()),
        PrintPart::List(vec![hostile.into()]),
        PrintPart::Table(PrintTable::of_texts([hostile.to_owned()], vec![vec![hostile.into()]])),
    ];
    render(&printout).unwrap();
    // Lines break within it: the letters are all there, in order, in each of the ten places.
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let text = letters(&pages(&printout).concat());
    let whole = letters(hostile);
    assert_eq!(text.matches(&whole).count(), 10, "{text}");
}

#[test]
fn a_letter_without_a_glyph_leaves_no_hole() {
    let mut printout = printout();
    printout.lead = "Ж ≥ 90 % 🙂 sam\u{ad}men".into();
    render(&printout).unwrap();
    let text = pages(&printout).concat();
    assert!(text.contains("? >= 90 % ? sammen"), "{text}");
}

#[test]
fn a_long_table_goes_on_with_its_head_and_every_page_has_its_mark_and_number() {
    let mut printout = printout();
    printout.mark = "Syntetisk".into();
    let rows = (0..150).map(|place| vec![format!("rad {place}"), "12,5".into()]).collect();
    printout.parts.push(PrintPart::Table(PrintTable::of_texts(["Gruppe", "Andel"].map(str::to_owned), rows)));
    render(&printout).unwrap();
    let pages = pages(&printout);
    assert!(3 < pages.len(), "{}", pages.len());
    for (place, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Side {} av {}", place + 1, pages.len())), "{page}");
        assert!(page.contains("Syntetisk"), "{page}");
        assert!(page.contains("Gruppe") && page.contains("Andel"), "{page}");
    }
    assert!(pages.concat().contains("rad 149"));
}

#[test]
fn a_picture_that_says_nothing_to_the_blind_is_refused() {
    let mut printout = printout();
    printout.parts = vec![PrintPart::Picture(PrintPicture { svg: DRAWN.into(), alt: String::new() })];
    let refused = render(&printout).unwrap_err();
    assert!(matches!(&refused, Refused::Standard(why) if why.contains("alt")), "{refused}");
}

#[test]
fn a_broken_picture_is_refused_without_telling_what_was_in_it() {
    let mut printout = printout();
    printout.parts = vec![PrintPart::Picture(PrintPicture { svg: "<svg>hemmelig".into(), alt: "Et bilde".into() })];
    let refused = render(&printout).unwrap_err();
    assert!(matches!(refused, Refused::Typeset(_)) && !refused.to_string().contains("hemmelig"), "{refused}");
}

#[test]
fn an_empty_printout_with_a_title_is_a_document() {
    let printout = Printout { title: "Bare en tittel".into(), date: date(2026, 1, 1), ..Printout::default() };
    assert!(render(&printout).unwrap().starts_with(b"%PDF-1.7"));
}
