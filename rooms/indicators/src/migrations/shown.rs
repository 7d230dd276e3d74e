//! What is drawn and shown: events on charts, evidence for suggested phases, and for whom a look at every series is.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130174500_indicators_shown",
        up: &[
            Sql::Both("alter table point_note add column is_event boolean not null default false"),
            // Suggestions are made anew, with another kind of evidence; those that people answered stay.
            Sql::Both(
                "update series set judged_version = -1 where id in (select series_id from suggestion where state = 'open')",
            ),
            Sql::Both("delete from suggestion where state = 'open'"),
            Sql::Both("alter table suggestion drop column p_value"),
            Sql::Both("alter table suggestion add column gain double precision not null default 0"),
            // A run is worked out from everything for those inside, and apart from what is kept back for others.
            // The runs so far rest on everything.
            Sql::Both(
                "alter table scan add column audience text not null default 'own'
                 check (audience in ('own', 'service'))",
            ),
            Sql::Both("drop index scan_unit"),
            Sql::Both("create index scan_unit on scan (unit_id, audience, ran_at)"),
        ],
    }
}
