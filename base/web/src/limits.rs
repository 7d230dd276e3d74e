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

/// What digests of [`count_without_trace`] are made with: drawn anew every hour, and what was counted with the one
/// before is forgotten, so that nothing in memory can be held against an address that someone guesses.
struct Salted {
    since: Timestamp,
    salt: [u8; 32],
    tries: HashMap<[u8; 32], u32>,
}

static TRACELESS: Mutex<Option<Salted>> = Mutex::new(None);
/// How long one salt is used.
const SALT_LASTS: Duration = Duration::from_hours(1);

/// Counts a try of someone who must leave no trace: in memory alone, under a salt that lasts an hour.
///
/// # Errors
///
/// [`Error::TooMany`] with the seconds to wait when `key` has had `limit` tries in the hour, and
/// [`Error::Internal`] when the system gives no random bytes.
pub fn count_without_trace(key: &str, limit: u32, now: Timestamp) -> Result<(), Error> {
    let Ok(mut kept) = TRACELESS.lock() else { return Ok(()) };
    let age = |since: Timestamp| Duration::try_from(now.duration_since(since)).unwrap_or(SALT_LASTS);
    let fresh = kept.take().filter(|salted| age(salted.since) < SALT_LASTS && salted.tries.len() < MANY);
    let mut salted = if let Some(salted) = fresh {
        salted
    } else {
        let mut salt = [0_u8; 32];
        getrandom::fill(&mut salt).map_err(|_| Error::from(varde_store::Error::Random))?;
        Salted { since: now, salt, tries: HashMap::new() }
    };
    let digest: [u8; 32] = Sha256::new().chain_update(salted.salt).chain_update(key.as_bytes()).finalize().into();
    let count = salted.tries.entry(digest).or_insert(0);
    *count = count.saturating_add(1);
    let (is_over, left) = (limit < *count, SALT_LASTS.saturating_sub(age(salted.since)).as_secs().max(1));
    *kept = Some(salted);
    if is_over { Err(Error::TooMany(left)) } else { Ok(()) }
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

    #[test]
    fn without_a_trace_the_limit_holds_for_an_hour_and_then_all_is_forgotten() {
        let at = |seconds| Timestamp::from_second(seconds).unwrap();
        for _ in 0..2 {
            count_without_trace("limits-traceless", 2, at(10_000)).unwrap();
        }
        assert!(matches!(count_without_trace("limits-traceless", 2, at(10_600)), Err(Error::TooMany(3_000))));
        count_without_trace("limits-another", 2, at(10_600)).unwrap();
        count_without_trace("limits-traceless", 2, at(13_600)).unwrap();
    }
}
