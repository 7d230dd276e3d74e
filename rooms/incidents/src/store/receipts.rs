//! Receipts of reports without a name: found by their first letters, opened by the rest.

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_kernel::{Period, ReportId, UnitId};
use varde_people::{PasswordSeal, seal_secret, try_secret};
use varde_store::{Error, Insert, Read, Tx, places, values};

use super::reports;
use crate::model::{Report, WhyAnonymous};
use crate::rules::receipt::{BYTES, Receipt};

/// How many reports that share their first letters are tried: among a million reports there is one.
const MOST: i64 = 8;

/// A new receipt and the slow hash of what opens it.
///
/// # Errors
///
/// [`Error::Random`] when the system gives no random bytes.
pub async fn draw() -> Result<(Receipt, String), Error> {
    let mut random = [0_u8; BYTES];
    getrandom::fill(&mut random).map_err(|_| Error::Random)?;
    let receipt = Receipt::new(random);
    let PasswordSeal(hash) = seal_secret(receipt.opens()).await?;
    Ok((receipt, hash))
}

/// Keeps the hash of a receipt. Sent again, a report gets another receipt, since the first was never seen.
pub async fn put(tx: &Tx, report: ReportId, finds: &str, hash: &str) -> Result<(), Error> {
    Insert::into("report_receipt")
        .set("report_id", report)
        .set("finds", finds)
        .set("hash", hash)
        .or_replace("report_id")
        .run(tx)
        .await
}

/// The report that a receipt opens. For one that opens nothing the same work is done in vain.
///
/// # Errors
///
/// [`Error::NotFound`] when there is none.
pub async fn open(db: &impl Read, actor: &Actor, receipt: &Receipt, action: Action) -> Result<Granted<Report>, Error> {
    let sql = "select report_id, hash from report_receipt where finds = $1 order by report_id limit $2";
    let found = db
        .all(sql, values![receipt.finds(), MOST], |row| {
            Ok((row.get::<ReportId>("report_id")?, row.get::<String>("hash")?))
        })
        .await?;
    if found.is_empty() {
        try_secret(receipt.opens(), None).await;
    }
    for (id, hash) in found {
        if try_secret(receipt.opens(), Some(PasswordSeal(hash))).await {
            let report = reports::get(db, id).await?;
            return Ok(access::grant(actor, action, &Target::central(Kind::Receipt), report)?);
        }
    }
    Err(Error::NotFound)
}

/// Counts why someone gave no name: by month and unit alone, tied to no report.
pub async fn count_why(tx: &Tx, unit: UnitId, today: Date, why: WhyAnonymous) -> Result<(), Error> {
    let month = Period::Month(today.year(), today.month());
    let sql = "insert into anonymous_why (month, unit_id, why, n) values ($1, $2, $3, 1)
         on conflict (month, unit_id, why) do update set n = anonymous_why.n + 1";
    tx.run(sql, values![month, unit, why.name()]).await.map(|_| ())
}

/// Why no name was given in these months, at these units.
pub async fn whys(db: &impl Read, units: &[UnitId], since: Date) -> Result<Vec<(WhyAnonymous, i64)>, Error> {
    let mut values = values![Period::Month(since.year(), since.month())];
    let list = places(units.iter().copied(), &mut values);
    let sql = format!(
        "select why, sum(n) as n from anonymous_why
         where $1 <= month and exists (select 1 from unit_line l where l.unit_id = anonymous_why.unit_id
             and l.ancestor_id in ({list})) group by why order by why"
    );
    db.all(&sql, values, |row| Ok((row.parse("why")?, row.get("n")?))).await
}
