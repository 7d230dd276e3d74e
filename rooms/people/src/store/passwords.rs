//! Sealing passwords and trying them. Slow on purpose, so it happens on threads of its own and
//! only a few at a time: each try takes 19 MiB.

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use varde_store::Error;

use crate::model::persons::PasswordSeal;

/// How many passwords are tried at once in one process.
const AT_ONCE: usize = 4;
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// What is tried for someone who is unknown, so that the answer takes as long as for someone who
/// is known. Sealed with a salt of zeros; no password is known that fits it.
static NOBODY: LazyLock<Option<PasswordSeal>> = LazyLock::new(|| seal_with("\u{0}nobody\u{0}", &[0; 16]));

/// Argon2id as OWASP recommends it: 19 MiB, two rounds, one lane.
///
/// # Source
///
/// OWASP Password Storage Cheat Sheet.
fn argon() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19 * 1024, 2, 1, None).unwrap_or_default())
}

fn seal_with(password: &str, salt: &[u8]) -> Option<PasswordSeal> {
    let salt = SaltString::encode_b64(salt).ok()?;
    let hash = argon().hash_password(password.as_bytes(), &salt).ok()?;
    Some(PasswordSeal(hash.to_string()))
}

fn fits(password: &str, seal: &PasswordSeal) -> bool {
    PasswordHash::new(&seal.0).is_ok_and(|hash| argon().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Seals a password with a fresh salt.
///
/// # Errors
///
/// [`Error::Random`] when the system gives no random bytes for the salt.
pub async fn seal(password: &str) -> Result<PasswordSeal, Error> {
    let secret = varde_web::secret_text().ok_or(Error::Random)?;
    let password = password.to_owned();
    let _turn = TURNS.acquire().await;
    let sealed = tokio::task::spawn_blocking(move || {
        let salt: Vec<u8> = secret.bytes().take(32).collect();
        seal_with(&password, &salt)
    });
    sealed.await.ok().flatten().ok_or(Error::Random)
}

/// Whether a password fits. For someone unknown (`None`) the same work is done in vain.
pub async fn try_password(password: &str, seal: Option<PasswordSeal>) -> bool {
    let password = password.to_owned();
    let _turn = TURNS.acquire().await;
    let tried = tokio::task::spawn_blocking(move || {
        if let Some(seal) = seal {
            return fits(&password, &seal);
        }
        if let Some(nobody) = &*NOBODY {
            fits(&password, nobody);
        }
        false
    });
    tried.await.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_sealed_password_fits_itself_alone() {
        let sealed = seal("grønn-elv-7-sykkel").await.unwrap();
        assert!(sealed.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", sealed.0);
        assert!(try_password("grønn-elv-7-sykkel", Some(sealed.clone())).await);
        assert!(!try_password("grønn-elv-7-sykkeL", Some(sealed)).await);
        assert_ne!(seal("a").await.unwrap(), seal("a").await.unwrap());
    }

    /// A real seal is tried for someone unknown too, and always in vain.
    #[tokio::test]
    async fn someone_unknown_costs_as_much_and_never_gets_in() {
        assert!(NOBODY.as_ref().is_some_and(|seal| seal.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")));
        assert!(!try_password("\u{0}nobody\u{0}", None).await);
    }
}
