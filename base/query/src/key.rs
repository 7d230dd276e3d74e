//! Persons without names: keyed digests.

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Makes persons' and events' keys from the sources' own ids, with a secret that is kept apart from the data.
///
/// A key is the first 63 bits of HMAC-SHA-256. Without the secret nobody can find a person by trying
/// identity numbers. Among six million persons the chance that any two share a key is about two in a million.
#[derive(Clone)]
pub struct Keys(Hmac<Sha256>);

impl Keys {
    /// Keys from a secret of at least 32 bytes; none when it is shorter.
    pub fn new(secret: &[u8]) -> Option<Self> {
        if secret.len() < 32 {
            return None;
        }
        Hmac::new_from_slice(secret).ok().map(Self)
    }

    /// The key of a person: the same in all sources.
    pub fn person(&self, id: &str) -> i64 {
        self.digest(&["person", id])
    }

    /// The key of an event: sources number theirs each for itself.
    pub fn event(&self, source: &str, id: &str) -> i64 {
        self.digest(&["event", source, id])
    }

    /// A mark by which a store knows that the same secret is used.
    pub fn mark(&self) -> String {
        format!("{:016x}", self.digest(&["mark"]))
    }

    fn digest(&self, parts: &[&str]) -> i64 {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part.as_bytes());
        }
        let digest = mac.finalize().into_bytes();
        let first = digest.first_chunk::<8>().copied().unwrap_or_default();
        i64::from_be_bytes(first) & i64::MAX
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn the_secret_decides_and_is_never_shown() {
        let (one, other) = (Keys::new(&[1; 32]).unwrap(), Keys::new(&[2; 32]).unwrap());
        assert_eq!(one.person("17"), one.person("17"));
        assert_ne!(one.person("17"), other.person("17"));
        assert_ne!(one.person("17"), one.person("18"));
        assert_ne!(one.event("npr", "17"), one.event("kpr", "17"));
        assert!(0 <= one.person("17") && one.mark() != other.mark());
        assert!(Keys::new(&[1; 31]).is_none());
        assert_eq!(format!("{one:?}"), "Keys(secret)");
    }
}
