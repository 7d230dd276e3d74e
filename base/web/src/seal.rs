//! Sealing what must not be read from the database alone, such as who sent in a report in confidence. The key lies
//! in a file of its own, so that neither a copy of the database nor a backup of it opens anything.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// How many bytes stand in front of what is sealed: the number that is used once.
const NONCE: usize = 24;

/// The key that seals and opens. Nothing prints it.
#[derive(Clone, Default)]
pub struct Seal(Option<[u8; 32]>);

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "Seal(set)" } else { "Seal(none)" })
    }
}

/// Why something was not sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The house has no key.
    #[error("there is no key to seal with: see seal_key_file in the settings")]
    NoKey,
    /// The system gives no random bytes.
    #[error("the system gives no random bytes")]
    Random,
    /// It was sealed with another key, for another thing, or has been changed.
    #[error("what was sealed cannot be opened with this key")]
    Closed,
}

impl Seal {
    /// A seal with this key.
    pub const fn new(key: [u8; 32]) -> Self {
        Self(Some(key))
    }

    /// Seals `plain` for one thing: opened for another (`about` differs), it stays closed. Hexadecimal text.
    ///
    /// # Errors
    ///
    /// [`SealError::NoKey`] and [`SealError::Random`].
    pub fn seal(&self, about: &str, plain: &[u8]) -> Result<String, SealError> {
        let mut nonce = [0_u8; NONCE];
        getrandom::fill(&mut nonce).map_err(|_| SealError::Random)?;
        let payload = Payload { msg: plain, aad: about.as_bytes() };
        let closed = self.cipher()?.encrypt(&XNonce::from(nonce), payload).map_err(|_| SealError::Closed)?;
        Ok(hex::encode(nonce) + &hex::encode(closed))
    }

    /// A mark by which the same `plain` is known again by whoever has the key, and by nobody else. Hexadecimal text.
    ///
    /// # Errors
    ///
    /// [`SealError::NoKey`].
    pub fn mark(&self, about: &str, plain: &[u8]) -> Result<String, SealError> {
        let key = self.0.as_ref().ok_or(SealError::NoKey)?;
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).map_err(|_| SealError::NoKey)?;
        mac.update(about.as_bytes());
        mac.update(&[0]);
        mac.update(plain);
        Ok(hex::encode(mac.finalize().into_bytes()))
    }

    /// Opens what was sealed for this thing.
    ///
    /// # Errors
    ///
    /// [`SealError::NoKey`] and [`SealError::Closed`].
    pub fn open(&self, about: &str, sealed: &str) -> Result<Vec<u8>, SealError> {
        let bytes = hex::decode(sealed).map_err(|_| SealError::Closed)?;
        let (nonce, closed) = bytes.split_first_chunk::<NONCE>().ok_or(SealError::Closed)?;
        let payload = Payload { msg: closed, aad: about.as_bytes() };
        self.cipher()?.decrypt(&XNonce::from(*nonce), payload).map_err(|_| SealError::Closed)
    }

    fn cipher(&self) -> Result<XChaCha20Poly1305, SealError> {
        let key = self.0.as_ref().ok_or(SealError::NoKey)?;
        Ok(XChaCha20Poly1305::new(key.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_opens_and_only_for_the_same_thing() {
        let seal = Seal::new([7; 32]);
        let closed = seal.seal("report 1", b"who").unwrap();
        assert_eq!(seal.open("report 1", &closed).unwrap(), b"who");
        assert_ne!(closed, seal.seal("report 1", b"who").unwrap(), "the same twice looks different");
        for (key, about, text) in [
            (Seal::new([7; 32]), "report 2", closed.clone()),
            (Seal::new([8; 32]), "report 1", closed.clone()),
            (Seal::new([7; 32]), "report 1", closed.replace(closed.get(60..62).unwrap(), "zz")),
            (Seal::new([7; 32]), "report 1", "00".into()),
        ] {
            assert_eq!(key.open(about, &text), Err(SealError::Closed), "{about}");
        }
        assert_eq!(seal.mark("reporter", b"who"), seal.mark("reporter", b"who"));
        assert_ne!(seal.mark("reporter", b"who"), Seal::new([8; 32]).mark("reporter", b"who"));
        assert_eq!(Seal::default().seal("x", b"y"), Err(SealError::NoKey));
        assert_eq!(format!("{seal:?}"), "Seal(set)");
    }
}
