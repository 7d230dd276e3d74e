//! How series are charted, what the charts saw, and what people made of it.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261129201500_indicators_charts",
        up: &[
            // Written once and never changed: a change of the chart is a new version.
            Sql::Both(
                "create table chart_spec (
                    id uuid primary key, series_id uuid not null references series (id), version bigint not null,
                    chart text, rules text not null, target double precision,
                    definition_version bigint not null, why text not null,
                    recorded_at bigint not null, recorded_by text not null,
                    unique (series_id, version))",
            ),
            Sql::Both(
                "create table chart_phase (
                    spec_id uuid not null references chart_spec (id), first_period text not null,
                    reason text not null, measure_id uuid, n_baseline bigint,
                    decided_on text not null, decided_by text not null,
                    primary key (spec_id, first_period))",
            ),
            Sql::Both("create index chart_phase_measure on chart_phase (measure_id) where measure_id is not null"),
            Sql::Both(
                "create table chart_exclusion (
                    spec_id uuid not null references chart_spec (id), period text not null, reason text not null,
                    primary key (spec_id, period))",
            ),
            Sql::Both(
                "create table point_note (
                    id uuid primary key, series_id uuid not null references series (id), period text not null,
                    note text not null, measure_id uuid,
                    recorded_at bigint not null, recorded_by text not null, withdrawn_at bigint)",
            ),
            Sql::Both("create index point_note_series on point_note (series_id)"),
            Sql::Both("create index point_note_measure on point_note (measure_id) where measure_id is not null"),
            Sql::Both(
                "create table suggestion (
                    id uuid primary key, series_id uuid not null references series (id), first_period text not null,
                    earliest text not null, latest text not null,
                    shift double precision not null, shift_low double precision not null,
                    shift_high double precision not null, p_value double precision not null,
                    spec_version bigint not null,
                    state text not null check (state in ('open', 'accepted', 'declined')), reason text not null,
                    made_at bigint not null, answered_at bigint, answered_by text,
                    unique (series_id, first_period))",
            ),
            Sql::Both(
                "create table signal (
                    id uuid primary key, series_id uuid not null references series (id),
                    indicator_id uuid not null, unit_id uuid not null,
                    rule text not null, rules_fired text not null, way text,
                    first_period text not null, last_period text not null, p_value double precision,
                    spec_version bigint not null, chart text not null, rules text not null,
                    definition_version bigint not null,
                    raised_by text not null check (raised_by in ('values', 'scan')), raised_at bigint not null,
                    state text not null check (state in
                        ('new', 'seen', 'explained', 'measure', 'false_alarm', 'closed')),
                    verdict text check (verdict in ('explained', 'measure', 'false_alarm', 'vanished')),
                    comment text not null, state_at bigint not null, state_by text not null,
                    due text, finding_id uuid, measure_id uuid, version bigint not null)",
            ),
            Sql::Both("create index signal_series on signal (series_id, raised_at)"),
            Sql::Both("create index signal_waiting on signal (unit_id, raised_at) where state in ('new', 'seen')"),
            Sql::Both("create index signal_unit on signal (unit_id, raised_at)"),
            Sql::Both("create index signal_indicator on signal (indicator_id, raised_at)"),
            Sql::Both("create index signal_finding on signal (finding_id) where finding_id is not null"),
            Sql::Both("create index signal_measure on signal (measure_id) where measure_id is not null"),
            Sql::Both(
                "create table signal_event (
                    id uuid primary key, signal_id uuid not null references signal (id), what text not null,
                    note text not null, recorded_at bigint not null, recorded_by text not null)",
            ),
            Sql::Both("create index signal_event_signal on signal_event (signal_id, recorded_at)"),
            Sql::Both(
                "create table subscription (
                    person_id uuid not null, indicator_id uuid not null references indicator (id),
                    unit_id uuid not null, since bigint not null,
                    primary key (person_id, indicator_id, unit_id))",
            ),
            Sql::Both("create index subscription_place on subscription (indicator_id, unit_id)"),
            Sql::Both(
                "create table scan (
                    id uuid primary key, unit_id uuid not null, ran_at bigint not null,
                    rate double precision not null, n_series bigint not null, n_short bigint not null,
                    n_alerts bigint not null, n_watched bigint not null)",
            ),
            Sql::Both("create index scan_unit on scan (unit_id, ran_at)"),
            Sql::Both(
                "create table scan_hit (
                    scan_id uuid not null references scan (id), series_id uuid not null, indicator_id uuid not null,
                    unit_id uuid not null, list text not null check (list in ('alert', 'watch')),
                    place bigint not null, p_value double precision not null, q_value double precision not null,
                    excess double precision not null, way text, since text,
                    primary key (scan_id, list, place))",
            ),
        ],
    }
}
