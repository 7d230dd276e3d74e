//! What computed values rest on.

use std::collections::HashMap;

use varde_events::{Reason, RestatementKey};
use varde_kernel::{ObservationId, SeriesId};
use varde_store::{Error, Insert, Read, Row, Tx, values};

use crate::model::{Adjusted, Basis};

fn read(row: &Row) -> Result<(ObservationId, Basis), Error> {
    let version: i64 = row.get("definition_version")?;
    let parts: [Option<f64>; 4] =
        [row.get("adjusted")?, row.get("adjusted_low")?, row.get("adjusted_high")?, row.get("covered")?];
    let adjusted = match parts {
        [Some(value), Some(low), Some(high), Some(covered)] => Some(Adjusted { value, low, high, covered }),
        _ => None,
    };
    let excluded: String = row.get("excluded")?;
    let basis = Basis {
        key: RestatementKey {
            definition: row.get("definition")?,
            version: u32::try_from(version).unwrap_or(0),
            cut_off: row.get("cut_off")?,
            structure: row.get("structure")?,
            suppression: row.get("suppression")?,
        },
        confirmed: row.get("confirmed")?,
        adjusted,
        excluded: excluded.split(',').filter_map(counted).collect(),
    };
    Ok((row.get("observation_id")?, basis))
}

fn counted(text: &str) -> Option<(Reason, i64)> {
    let (reason, n) = text.split_once('=')?;
    Some((Reason::from_name(reason)?, n.parse().ok()?))
}

/// What the computed values of a series rest on, those that were replaced too.
pub async fn bases(db: &impl Read, series: SeriesId) -> Result<HashMap<ObservationId, Basis>, Error> {
    let sql = "select b.* from observation_basis b join observation o on o.id = b.observation_id
         where o.series_id = $1";
    Ok(db.all(sql, values![series], read).await?.into_iter().collect())
}

/// Keeps what a value rests on, in the transaction that records the value.
pub async fn put_basis(tx: &Tx, observation: ObservationId, basis: &Basis) -> Result<(), Error> {
    let excluded: Vec<String> = basis.excluded.iter().map(|(reason, n)| format!("{}={n}", reason.name())).collect();
    let adjusted = basis.adjusted;
    Insert::into("observation_basis")
        .set("observation_id", observation)
        .set("definition", &basis.key.definition)
        .set("definition_version", i64::from(basis.key.version))
        .set("cut_off", &basis.key.cut_off)
        .set("confirmed", &basis.confirmed)
        .set("structure", &basis.key.structure)
        .set("suppression", &basis.key.suppression)
        .set("adjusted", adjusted.map(|one| one.value))
        .set("adjusted_low", adjusted.map(|one| one.low))
        .set("adjusted_high", adjusted.map(|one| one.high))
        .set("covered", adjusted.map(|one| one.covered))
        .set("excluded", excluded.join(","))
        .run(tx)
        .await
}

/// Says that the same value came out with later data.
pub async fn confirm_basis(tx: &Tx, observation: ObservationId, cut_off: &str) -> Result<(), Error> {
    tx.run("update observation_basis set confirmed = $1 where observation_id = $2", values![cut_off, observation])
        .await?;
    Ok(())
}
