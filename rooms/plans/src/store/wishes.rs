//! Who has asked for reminders by e-mail.

use varde_kernel::PersonId;
use varde_kernel::access::Granted;
use varde_store::{Delete, Error, Insert, Read, Tx, values};

/// Whether someone wants reminders.
pub async fn wants(db: &impl Read, person: PersonId) -> Result<bool, Error> {
    let sql = "select count(*) as n from mail_wish where person_id = $1";
    Ok(0 < db.number(sql, values![person]).await?)
}

/// Everyone who wants reminders.
pub async fn all(db: &impl Read) -> Result<Vec<PersonId>, Error> {
    db.all("select person_id from mail_wish order by person_id", vec![], |row| row.get("person_id")).await
}

/// Keeps one's own wish.
pub async fn set(tx: &Tx, person: &Granted<PersonId>, wants: bool) -> Result<(), Error> {
    if wants {
        let wish = Insert::into("mail_wish").set("person_id", **person).set("wanted_at", tx.now());
        wish.or_replace("person_id").run(tx).await
    } else {
        Delete::from(tx, "mail_wish", "person_id", **person).await.map(|_| ())
    }
}
