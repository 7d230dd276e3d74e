//! Tables of following up.

use varde_store::Migration;

pub(super) fn migrations() -> Vec<Migration> {
    Vec::new()
}
