//! What a subscription needs beside the wish: how far down, by which way, and what has been seen.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130080000_indicators_following",
        up: &[
            Sql::Both("alter table subscription add column below boolean not null default true"),
            Sql::Both("alter table subscription add column mail boolean not null default false"),
            Sql::Both("alter table subscription add column seen_at bigint not null default 0"),
            Sql::Both("alter table subscription add column told_at bigint not null default 0"),
            Sql::Both("create index subscription_mail on subscription (person_id) where mail"),
            // When others came to see a value; empty while they do not, and for what was everyone's at once.
            Sql::Both("alter table observation add column published_at bigint"),
            // When a value of the series last was recorded or published, so that the rest need not be looked at.
            Sql::Both("alter table series add column news_at bigint not null default 0"),
            Sql::Both("create index series_news on series (indicator_id, news_at)"),
        ],
    }
}
