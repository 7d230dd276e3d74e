//! How often someone may try. Counted in memory only, and forgotten after a quarter of an hour.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::error::Error;

/// How long tries are counted.
const WINDOW: Duration = Duration::from_mins(15);
/// More keys than this and the oldest windows are swept away first.
const MANY: usize = 50_000;

type Windows = HashMap<[u8; 32], (Timestamp, u32)>;

static TRIES: LazyLock<Mutex<Windows>> = LazyLock::new(Mutex::default);

/// Counts a try under `key` (an address, a user name: kept only as a digest).
///
/// # Errors
///
/// [`Error::TooMany`] with the seconds to wait when `key` has had `limit` tries in the window.
pub fn count(key: &str, limit: u32, now: Timestamp) -> Result<(), Error> {
    let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
    let Ok(mut tries) = TRIES.lock() else { return Ok(()) };
    let over = |since: Timestamp| WINDOW <= Duration::try_from(now.duration_since(since)).unwrap_or_default();
    if MANY <= tries.len() {
        tries.retain(|_, (since, _)| !over(*since));
    }
    let (since, count) = tries.entry(digest).or_insert((now, 0));
    if over(*since) {
        (*since, *count) = (now, 0);
    }
    *count += 1;
    if limit < *count {
        let gone = Duration::try_from(now.duration_since(*since)).unwrap_or_default();
        return Err(Error::TooMany(WINDOW.saturating_sub(gone).as_secs().max(1)));
    }
    Ok(())
}

/// Takes one try back: it was no wrong one. The others still count, so that getting in oneself
/// does not give back what one has tried on others.
pub fn take_back(key: &str) {
    let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
    if let Ok(mut tries) = TRIES.lock()
        && let Some((_, count)) = tries.get_mut(&digest)
    {
        *count = count.saturating_sub(1);
    }
}

/// Forgets the tries under `key`: the person got in.
pub fn forget(key: &str) {
    let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
    if let Ok(mut tries) = TRIES.lock() {
        tries.remove(&digest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_holds_until_the_window_is_over() {
        let at = |seconds| Timestamp::from_second(seconds).unwrap();
        for _ in 0..3 {
            count("limits-test", 3, at(1_000)).unwrap();
        }
        assert!(matches!(count("limits-test", 3, at(1_100)), Err(Error::TooMany(800))));
        count("limits-test", 3, at(1_900)).unwrap();
        forget("limits-test");
        count("limits-test", 1, at(1_901)).unwrap();
        take_back("limits-test");
        count("limits-test", 1, at(1_902)).unwrap();
        assert!(count("limits-test", 1, at(1_903)).is_err());
    }
}
