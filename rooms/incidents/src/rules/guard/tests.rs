use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;

use super::*;

const GOLDEN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/guard.json"));

fn golden() -> Value {
    serde_json::from_str(GOLDEN).unwrap()
}

fn texts_of(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().unwrap().iter().map(|one| one.as_str().unwrap())
}

static STAFF: LazyLock<StaffNames> = LazyLock::new(|| StaffNames::new(texts_of(&golden()["staff"])));

fn identity_name(kind: IdentityKind) -> &'static str {
    match kind {
        IdentityKind::BirthNumber => "birth",
        IdentityKind::DNumber => "d",
        IdentityKind::HNumber => "h",
        IdentityKind::FhNumber => "fh",
        IdentityKind::Synthetic => "synthetic",
    }
}

fn kind_name(kind: Kind) -> String {
    match kind {
        Kind::IdentityNumber(identity) => format!("identity-{}", identity_name(identity)),
        Kind::BirthDate => "birth-date".to_owned(),
        Kind::Phone => "phone".to_owned(),
        Kind::Email => "email".to_owned(),
        Kind::Address => "address".to_owned(),
        Kind::StaffName => "staff-name".to_owned(),
        Kind::RegisterNumber => "register-number".to_owned(),
    }
}

fn digits(text: &str) -> [u8; 11] {
    text.bytes().map(|byte| byte - b'0').collect::<Vec<_>>().try_into().unwrap()
}

fn synthetic(text: &str) -> bool {
    let kind = Kind::IdentityNumber(IdentityKind::Synthetic);
    look(text, &StaffNames::default()).iter().any(|one| one.kind == kind && one.certainty == Certainty::Certain)
}

#[test]
fn identity_numbers_are_told_as_published() {
    for row in golden()["identity_numbers"].as_array().unwrap() {
        let identity = Identity::read(digits(row["digits"].as_str().unwrap()));
        let rule = identity.map(|identity| match identity.rule {
            Rule::Today => "today",
            Rule::From2032 => "from2032",
        });
        assert_eq!(identity.map(|identity| identity_name(identity.kind)), row["kind"].as_str(), "{row}");
        assert_eq!(rule, row["rule"].as_str(), "{row}");
    }
}

#[test]
fn details_are_found_and_other_things_left_alone() {
    let mut wrong = Vec::new();
    for row in golden()["texts"].as_array().unwrap() {
        let text = row["text"].as_str().unwrap();
        let found: Vec<Value> = look(text, &STAFF)
            .into_iter()
            .map(|one| {
                let certainty = match one.certainty {
                    Certainty::Likely => "likely",
                    Certainty::Certain => "certain",
                };
                serde_json::json!([text[one.bytes], kind_name(one.kind), certainty])
            })
            .collect();
        if Value::from(found.clone()) != row["found"] {
            wrong.push(format!("{row} but {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The field page's simulation lets 0.25 % of random numbers through today and 0.99 % under the rule from 2032 on.
/// FH-numbers hold no date to check and are not among them.
#[test]
fn few_random_numbers_look_like_a_persons() {
    let (mut n_today, mut n_all) = (0, 0);
    let mut state = 1_u64;
    for _ in 0..200_000 {
        let number: [u8; 11] = std::array::from_fn(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u8::try_from((state >> 33) % 10).unwrap()
        });
        if let Some(identity) = Identity::read(number).filter(|identity| identity.kind != IdentityKind::FhNumber) {
            n_all += 1;
            n_today += u32::from(identity.rule == Rule::Today);
        }
    }
    assert!((360..=540).contains(&n_today), "{n_today}");
    assert!((1_760..=2_160).contains(&n_all), "{n_all}");
}

#[test]
fn places_are_counted_as_each_reader_counts() {
    let text = "👵🏽 e\u{301}: fnr 03845612306, 👴 tlf 912\u{200b} 34 567";
    let found = look(text, &StaffNames::default());
    let [number, phone] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((number.bytes.clone(), number.chars.clone(), number.utf16.clone()), (18..29, 11..22, 13..24));
    assert_eq!((phone.bytes.clone(), phone.chars.clone(), phone.utf16.clone()), (40..53, 30..41, 33..44));
}

#[test]
fn a_suggestion_leaves_the_rest_as_it_is() {
    let text = "Kari Nordvang ringte 912 34 567.\r\n👵 f. 3.4.1956";
    let word = |kind| match kind {
        Kind::StaffName => "navn",
        Kind::Phone => "telefon",
        Kind::BirthDate => "dato",
        Kind::IdentityNumber(_) | Kind::Email | Kind::Address | Kind::RegisterNumber => "annet",
    };
    let found = look(text, &STAFF);
    assert_eq!(without(text, &found, word), "[navn] ringte [telefon].\r\n👵 f. [dato]");
    assert_eq!(without(text, &[], word), text);
    assert_eq!(without("å", &found, word), "å");
}

#[test]
fn names_are_never_printed() {
    assert_eq!(format!("{:?}", *STAFF), "StaffNames { n_names: 8, .. }");
    assert_eq!(format!("{:?}", StaffNames::new(["", " ", "- 3"])), "StaffNames { n_names: 0, .. }");
}

#[test]
fn word_lists_are_written_as_they_are_compared() {
    use context::{BIRTH, IDENTITY, NO_PHONE, PHONE, REGISTER, UNITS};
    for list in
        [BIRTH, IDENTITY, NO_PHONE, PHONE, REGISTER, UNITS, ordinary::ORDINARY, address::NO_NAMES, address::NO_STREETS]
    {
        let mut seen = std::collections::BTreeSet::new();
        for word in list.split_whitespace() {
            assert_eq!(reading::folded(word.chars()), word);
            assert!(seen.insert(word), "twice: {word}");
        }
    }
}

#[test]
fn a_long_text_and_a_long_list_are_no_trouble() {
    let letters = |n: usize| format!("{n:b}").replace('0', "a").replace('1', "o");
    let staff = StaffNames::new((0..2_000).map(|n| format!("Kari {}Nordvang{}", "Kari ".repeat(n % 12), letters(n))));
    for piece in
        ["Kari ", "1 ", "22 33 44 55 ", "038456 12306 ", "a@", "Storgata 3 ", "f. 3.4.56 ", "\u{200b}", "7", "aa"]
    {
        let text = piece.repeat(30_000 / piece.chars().count());
        check(&text, &staff);
    }
    let text = "fnr 03845612306. ".repeat(1_700);
    assert_eq!(look(&text, &staff).len(), 1_700);
}

/// What holds of every text.
fn check(text: &str, staff: &StaffNames) {
    let found = look(text, staff);
    let (mut end, mut n_chars, mut n_units) = (0, 0, 0);
    for one in &found {
        assert!(end <= one.bytes.start && !one.bytes.is_empty(), "{found:?}");
        let (between, detail) = (&text[end..one.bytes.start], &text[one.bytes.clone()]);
        end = one.bytes.end;
        n_chars += between.chars().count();
        n_units += between.encode_utf16().count();
        assert_eq!((one.chars.start, one.utf16.start), (n_chars, n_units));
        n_chars += detail.chars().count();
        n_units += detail.encode_utf16().count();
        assert_eq!((one.chars.end, one.utf16.end), (n_chars, n_units));
        assert!(detail.contains(char::is_alphanumeric));
    }
    let n_kept: usize = text.len() - found.iter().map(|one| one.bytes.len()).sum::<usize>();
    assert_eq!(without(text, &found, |_| "").len(), n_kept + 2 * found.len());
}

/// Texts made of pieces that rules look for and signs that upset them.
fn tangled() -> impl Strategy<Value = String> {
    let pieces = [
        "038456",
        "12306",
        "03845612306",
        " ",
        "-",
        ".",
        ",",
        "/",
        ":",
        ")",
        "+47",
        "+",
        "0047",
        "912",
        "34",
        "567",
        "22",
        "fnr",
        "født ",
        "f. ",
        "tlf ",
        "kl ",
        "3.4.1956",
        "april",
        "1956",
        "a@b.no",
        "@",
        "Storgata",
        "gate",
        " plass ",
        "3B",
        "0155",
        "Oslo",
        "Kari",
        "Nordvang",
        "Solvik",
        "Bergli",
        "Lie",
        "s",
        "'",
        "\u{200b}",
        "\u{ad}",
        "\u{200f}",
        "\u{30a}",
        "A",
        "a",
        "👵🏽",
        "مرحبا",
        "ß",
        "İ",
        "\n",
        "\u{a0}",
        "٣",
        "½",
        "%",
        "mg",
        "HPR ",
        "7654321",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text, &STAFF);
    }

    #[test]
    fn any_tangle_is_read(text in tangled()) {
        check(&text, &STAFF);
    }

    #[test]
    fn any_names_are_taken(names in prop::collection::vec(any::<String>(), 0..5), text in tangled()) {
        let text = format!("{text}{}", names.concat());
        check(&text, &StaffNames::new(&names));
    }

    #[test]
    fn a_number_is_found_wherever_it_stands(before in "[^0-9]{0,40}", after in "[^0-9]{0,40}") {
        let text = format!("{before} 03845612306 {after}");
        prop_assert!(synthetic(&text));
    }

    #[test]
    fn one_wrong_digit_is_not_certain(at in 0_usize..11, other in 0_u8..10) {
        let mut number = digits("03845612306");
        prop_assume!(number[at] != other);
        number[at] = other;
        let is_today = Identity::read(number).is_some_and(|identity| identity.rule == Rule::Today);
        prop_assert!(!is_today, "{number:?}");
    }

    #[test]
    fn a_name_is_found_wherever_it_stands(before in "[^\\p{L}]{0,20}", after in "[^\\p{L}\\p{M}@0-9]{0,20}") {
        let text = format!("{before}; Kari Nordvang; {after}");
        prop_assert!(look(&text, &STAFF).iter().any(|one| one.kind == Kind::StaffName));
    }
}
