//! Tables of plans and goals.

use varde_store::Migration;

pub(super) fn migrations() -> Vec<Migration> {
    Vec::new()
}
