//! Figures that documents print about things no indicator defines.

use varde_kernel::Words;
use varde_store::{Error, Insert, Read, Row, Tx, values};

use super::{searchable, words_condition};
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
    let condition = words_condition(words, "f.search_text", &mut values);
    let sql =
        format!("select f.* from figure f where {condition} order by f.metric, f.period, f.code limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// How many figures [`figures`] has in all.
pub async fn count_figures(db: &impl Read, words: &str) -> Result<i64, Error> {
    let mut values = vec![];
    let condition = words_condition(words, "f.search_text", &mut values);
    db.number(&format!("select count(*) as n from figure f where {condition}"), values).await
}

/// Keeps a figure of a content file, or brings it up to date. `unit_name` is searched by too.
pub async fn put_figure(tx: &Tx, figure: &Figure, unit_name: &Words) -> Result<(), Error> {
    let (metric, scope, note, unit) = (figure.metric.all(), figure.scope.all(), figure.note.all(), unit_name.all());
    let period = figure.period.map(|period| period.to_string()).unwrap_or_default();
    Insert::into("figure")
        .set("id", varde_kernel::ObservationId::from_code(&figure.code))
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
