//! The identities by which providers know persons.

use varde_kernel::access::{Granted, Kind};
use varde_store::history::Line;
use varde_store::{Delete, Error, Insert, Read, Tx, Update, values};

use super::persons::{COLUMNS, read};
use super::sessions;
use crate::model::persons::Person;

/// The person who is linked to an outside identity.
pub async fn by_identity(db: &impl Read, issuer: &str, subject: &str) -> Result<Option<Person>, Error> {
    let sql = format!(
        "select {COLUMNS} from external_identity i join person p on p.id = i.person_id
         left join account a on a.person_id = p.id where i.issuer = $1 and i.subject = $2"
    );
    db.one(&sql, values![issuer, subject], read).await
}

/// Those whom an administrator has registered for linking by this e-mail.
pub async fn waiting_for_link(db: &impl Read, email: &str) -> Result<Vec<Person>, Error> {
    let sql = format!(
        "select {COLUMNS} from person p left join account a on a.person_id = p.id
         where p.email = $1 and p.link_by_email = true and p.active = true"
    );
    db.all(&sql, values![email], read).await
}

/// Links an outside identity to a person; the registered e-mail has then served its purpose.
pub async fn link(tx: &Tx, person: &Person, issuer: &str, subject: &str) -> Result<(), Error> {
    Insert::into("external_identity")
        .set("issuer", issuer)
        .set("subject", subject)
        .set("person_id", person.id)
        .set("linked_at", tx.now())
        .run(tx)
        .await?;
    Update::of("person").set("link_by_email", false).by_id(tx, person.id).await?;
    tx.record(Line::new(Kind::Person, person.id, person.home, "linked"));
    Ok(())
}

/// Takes all outside identities away from a person, and ends the sessions they opened.
pub async fn unlink(tx: &Tx, person: &Granted<Person>) -> Result<(), Error> {
    Delete::from(tx, "external_identity", "person_id", person.id).await?;
    sessions::end_all(tx, person.id, None).await?;
    tx.record(Line::new(Kind::Person, person.id, person.home, "unlinked"));
    Ok(())
}
