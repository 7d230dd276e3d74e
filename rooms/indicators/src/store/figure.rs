//! Figures that documents print about things no indicator defines.

use varde_kernel::{Locale, ObservationId, Words};
use varde_store::search::{self, Entry};
use varde_store::{Error, Insert, Read, Row, Tx, holds_words, values};

use super::searchable;
use crate::model::Figure;

fn read(row: &Row) -> Result<Figure, Error> {
    Ok(Figure {
        code: row.get("code")?,
        metric: row.words("metric")?,
        unit: row.get("unit_id")?,
        period: row.get("period")?,
        value: row.get("value")?,
        low: row.get("low")?,
        high: row.get("high")?,
        n_records: row.get("n_records")?,
        denominator: row.get("denominator")?,
        measure: row.parse("measure")?,
        approximate: row.get("approximate")?,
        scope: row.words("scope")?,
        note: row.words("note")?,
        source: row.get("source")?,
    })
}

/// One page of the figures that hold all the words, by what they are about.
pub async fn figures(db: &impl Read, words: &str, limit: i64, skip: i64) -> Result<Vec<Figure>, Error> {
    let mut values = values![limit, skip];
    let condition = holds_words("f.search_text", words, &mut values);
    let sql =
        format!("select f.* from figure f where {condition} order by f.metric, f.period, f.code limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// The figure with a code.
pub async fn figure(db: &impl Read, code: &str) -> Result<Option<Figure>, Error> {
    db.one("select f.* from figure f where f.code = $1", values![code], read).await
}

/// How many figures [`figures`] has in all.
pub async fn count_figures(db: &impl Read, words: &str) -> Result<i64, Error> {
    let mut values = vec![];
    let condition = holds_words("f.search_text", words, &mut values);
    db.number(&format!("select count(*) as n from figure f where {condition}"), values).await
}

/// A figure as it is found: by what it counts, where and when, since many count the same.
fn findable(figure: &Figure, unit_name: &Words, period: &str) -> Entry {
    let told = |locale| {
        let place = if unit_name.is_empty() { &figure.scope } else { unit_name };
        let beside: Vec<&str> = [place.get(locale), period].into_iter().filter(|word| !word.is_empty()).collect();
        let metric = figure.metric.get(locale);
        if beside.is_empty() { metric.to_owned() } else { format!("{metric} ({})", beside.join(", ")) }
    };
    Entry {
        id: ObservationId::from_code(&figure.code).uuid(),
        kind: "figure",
        unit: None,
        href: format!("/indicators/figures?code={0}#{0}", figure.code),
        title: Words { nb: told(Locale::Nb), nn: Some(told(Locale::Nn)), en: Some(told(Locale::En)) },
        detail: String::new(),
        text: figure.note.all(),
        open: true,
    }
}

/// Keeps a figure of a content file, or brings it up to date. `unit_name` is searched by too.
pub async fn put_figure(tx: &Tx, figure: &Figure, unit_name: &Words) -> Result<(), Error> {
    let (metric, scope, note, unit) = (figure.metric.all(), figure.scope.all(), figure.note.all(), unit_name.all());
    let period = figure.period.map(|period| period.to_string()).unwrap_or_default();
    search::put(tx, findable(figure, unit_name, &period)).await?;
    Insert::into("figure")
        .set("id", ObservationId::from_code(&figure.code))
        .set("code", &figure.code)
        .words("metric", &figure.metric)
        .set("unit_id", figure.unit)
        .set("period", figure.period)
        .set("value", figure.value)
        .set("low", figure.low)
        .set("high", figure.high)
        .set("n_records", figure.n_records)
        .set("denominator", figure.denominator)
        .set("measure", figure.measure.name())
        .set("approximate", figure.approximate)
        .words("scope", &figure.scope)
        .words("note", &figure.note)
        .set("source", &figure.source)
        .set("search_text", searchable(&[&metric, &scope, &note, &unit, &period, &figure.source]))
        .or_replace("id")
        .run(tx)
        .await
}
