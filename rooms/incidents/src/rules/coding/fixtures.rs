//! A small set for the tests.

use super::model::{Axis, Code, CodeSet, Head, NamedBy, NamesBy, Takes, Validity};
use jiff::civil::Date;
use varde_kernel::Words;

pub(crate) fn words(nb: &str) -> Words {
    Words { nb: nb.to_owned(), nn: None, en: None }
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn head() -> Head {
    let axis = |key: &str, takes| Axis { key: key.to_owned(), name: words(key), takes };
    Head {
        id: "test".to_owned(),
        version: "1".to_owned(),
        name: words("Test"),
        names_by: NamesBy { nb: NamedBy::Varde, nn: NamedBy::Varde, en: NamedBy::Varde },
        source: "test".to_owned(),
        licence: "test".to_owned(),
        valid: Validity { from: Some(day("2020-01-01")), to: None },
        axes: vec![axis("kind", Takes::One), axis("harm", Takes::One), axis("factor", Takes::Several { most: 2 })],
    }
}

pub(crate) fn code(axis: &str, code: &str, parent: Option<&str>, name: &str) -> Code {
    Code {
        axis: axis.to_owned(),
        code: code.to_owned(),
        parent: parent.map(str::to_owned),
        name: words(name),
        established: true,
        provenance: "test".to_owned(),
        valid: Validity::default(),
    }
}

pub(crate) fn set(codes: Vec<Code>) -> CodeSet {
    CodeSet::new(head(), codes).unwrap()
}
