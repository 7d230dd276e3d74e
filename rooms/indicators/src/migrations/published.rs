//! Who may see each value: what is kept back from those who do not work with a unit.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130024500_indicators_published",
        up: &[
            // Nothing is shown to others before it has been looked at together with what it hangs together with.
            Sql::Both(
                "alter table observation add column shown_to text check (shown_to in ('own', 'service', 'open'))",
            ),
            Sql::Both("create index observation_unpublished on observation (series_id) where shown_to is null"),
            Sql::Both("alter table series add column kept_back boolean not null default true"),
            // Up to which version of its values, and by which policy, a series has been looked at.
            Sql::Both("alter table series add column published_version bigint not null default 0"),
            Sql::Both("alter table series add column published_by text not null default ''"),
            Sql::Both("create index series_unpublished on series (indicator_id) where published_version < version"),
        ],
    }
}
