//! Sign-ins that are on their way to a provider and back. Each is bound to one browser, used once
//! and forgotten after ten minutes.

use std::time::Duration;

use jiff::Timestamp;
use varde_store::{Error, Insert, Read, Tx, values};

use super::sessions::digest;

/// How long someone may take at the provider.
const PATIENCE: Duration = Duration::from_mins(10);

/// What must be remembered while someone is at the provider.
#[derive(Clone)]
pub struct Login {
    /// Comes back in the ID token.
    pub nonce: String,
    /// The secret half of the PKCE challenge.
    pub verifier: String,
    /// The page to go to afterwards.
    pub back: String,
}

/// Remembers a sign-in under the state that the provider sends back and the browser's own secret.
pub async fn insert(tx: &Tx, state: &str, browser: &str, login: &Login) -> Result<(), Error> {
    sweep(tx, tx.now()).await?;
    Insert::into("oidc_login")
        .set("state_digest", digest(state))
        .set("browser_digest", digest(browser))
        .set("nonce", &login.nonce)
        .set("verifier", &login.verifier)
        .set("back", &login.back)
        .set("expires_at", tx.now().checked_add(PATIENCE).unwrap_or(tx.now()))
        .run(tx)
        .await
}

/// Takes a sign-in out, so that nobody can use it again; `None` when the state is unknown, over,
/// used, or another browser's.
pub async fn take(tx: &Tx, state: &str, browser: &str) -> Result<Option<Login>, Error> {
    let (state, browser) = (digest(state), digest(browser));
    let sql = "select nonce, verifier, back from oidc_login
        where state_digest = $1 and browser_digest = $2 and expires_at > $3";
    let found = tx
        .one(sql, values![&state, &browser, tx.now()], |row| {
            Ok(Login { nonce: row.get("nonce")?, verifier: row.get("verifier")?, back: row.get("back")? })
        })
        .await?;
    let gone = tx
        .run("delete from oidc_login where state_digest = $1 and browser_digest = $2", values![&state, &browser])
        .await?;
    // Two requests may have read the row at once; only one of them took it away.
    Ok(found.filter(|_| gone == 1))
}

/// Forgets sign-ins that nobody came back from.
pub(super) async fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Error> {
    tx.run("delete from oidc_login where expires_at <= $1", values![now]).await
}
