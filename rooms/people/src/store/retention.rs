//! What is kept no longer than the privacy page says.

use std::time::Duration;

use jiff::Timestamp;
use varde_store::{Error, Tx, values};

use super::{holdings, logins, lookups, sessions, tokens};

/// How long the account of someone who may not come in is kept: long enough to mend a mistake.
const ACCOUNT_KEPT: Duration = Duration::from_hours(30 * 24);
/// How long the name of someone without role and account is kept.
const NAME_KEPT: Duration = Duration::from_hours(365 * 24);

/// Takes away what the privacy page says is kept no longer: accounts 30 days after they were
/// closed, and a year after that the names of those who have had no role since.
/// Sessions, tokens and sign-ins that are over go too, and so does who looked up whom after a year.
pub async fn sweep(tx: &Tx, now: Timestamp) -> Result<(), Error> {
    sessions::sweep(tx, now).await?;
    tokens::sweep(tx, now).await?;
    logins::sweep(tx, now).await?;
    lookups::sweep(tx, now).await?;
    let closed = "(select id from person where active = false and closed_at <= $1)";
    let before = now.checked_sub(ACCOUNT_KEPT).unwrap_or(now);
    for table in ["account", "external_identity"] {
        tx.run(&format!("delete from {table} where person_id in {closed}"), values![before]).await?;
    }
    let before = now.checked_sub(NAME_KEPT).unwrap_or(now);
    let day = before.to_zoned(jiff::tz::TimeZone::UTC).date();
    tx.run(
        "update person set name = '', email = null, find_text = '', version = version + 1
         where active = false and closed_at <= $1 and name <> '' and not exists (
            select 1 from holding h where h.person_id = person.id and (h.valid_to is null or h.valid_to > $2))",
        values![before, day],
    )
    .await?;
    holdings::sweep(tx, now).await
}
