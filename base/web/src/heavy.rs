//! Work that keeps a processor busy: reading large files, setting documents.

use std::sync::{Arc, LazyLock};

use tokio::sync::Semaphore;

/// A queue of its own for each kind of work: those in it wait for each other, and nobody else does.
type Queue = LazyLock<Arc<Semaphore>>;

/// Large files, one at a time.
static FILES: Queue = LazyLock::new(|| Arc::new(Semaphore::new(1)));
/// Documents, one at a time; they wait for no file.
static DOCUMENTS: Queue = LazyLock::new(|| Arc::new(Semaphore::new(1)));

/// Does work beside the threads that answer requests; `None` when it stopped in the middle.
pub async fn heavy<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    in_turn(&FILES, work).await
}

/// As [`heavy`], for making a document.
pub(crate) async fn setting<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    in_turn(&DOCUMENTS, work).await
}

async fn in_turn<T: Send + 'static>(queue: &Queue, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let turn = Arc::clone(queue).acquire_owned().await.ok()?;
    // The turn goes with the work: it goes on when the one who asked has left.
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    done.await.ok()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn one_works_at_a_time_and_the_rest_of_the_house_goes_on() {
        let (let_go, wait) = mpsc::channel::<()>();
        let first = tokio::spawn(heavy(move || wait.recv().is_ok()));
        let second = tokio::spawn(heavy(|| 2));
        // One thread answers requests here, and is free although the first is at work.
        tokio::time::sleep(Duration::from_millis(30)).await;
        assert!(!first.is_finished() && !second.is_finished());
        let_go.send(()).unwrap();
        assert_eq!((first.await.unwrap(), second.await.unwrap()), (Some(true), Some(2)));
        assert_eq!(heavy(|| -> u8 { panic!("a fault in a file") }).await, None);
        assert_eq!(heavy(|| 3).await, Some(3), "the turn is given back");
    }

    #[tokio::test]
    async fn a_document_does_not_wait_for_a_file() {
        let (let_go, wait) = mpsc::channel::<()>();
        let file = tokio::spawn(heavy(move || wait.recv().is_ok()));
        assert_eq!(setting(|| 1).await, Some(1));
        let_go.send(()).unwrap();
        assert_eq!(file.await.unwrap(), Some(true));
    }
}
