//! All SQL of the room.

mod basis;
mod catalogue;
mod chart;
mod code;
mod data_source;
mod definition;
mod figure;
mod following;
pub(crate) mod hanging;
mod published;
mod record;
mod rollup;
mod scan;
mod signal;
mod upload;
mod value;

pub use basis::{bases, confirm_basis, put_basis};
use catalogue::OPEN;
pub use catalogue::{by_code, chosen, companions, count, indicators, list, many, open, seen_by, variants};
pub use chart::{
    answer_suggestion, marks_of_measure, notes, put_note, put_spec, put_suggestions, spec_version, spec_versions,
    specs, suggestions, withdraw_note,
};
pub use code::{codes, codes_of, put_codes};
pub use data_source::{
    data_sources, data_sources_by_code, delivered, indicators_from, insert_data_source, open_data_source, reaches,
    save_data_source,
};
pub use definition::{all_schedules, definitions, insert, life, put_schedules, save, schedules};
pub use figure::*;
pub use following::{follow, followed, mark_seen, mark_told, news, unfollow, want_letters};
pub use published::{publish_indicator, unpublished};
pub use record::{Recording, Slot, affirm, ensure_series, grant_slot, open_slot, record};
pub use rollup::{Added, PartSeries, added_below, part_series, single_parts, veiled_below};
pub use scan::{HitFilter, SCAN, ask_for_scan, count_scan_hits, look, newest_scan, put_scan, scan, scan_hits, scans};
pub use signal::{
    JUDGE, SignalFilter, SignalStep, ask_for_judgement, count_signals, hits, judged, open_signal, raise, signal_events,
    signals, signals_of, signals_of_many, take_step, tie_finding, tie_measure, unjudged, update_cause, vanish,
    way_name,
};
pub use upload::{
    TAKE, ask_to_take, begin_upload, open_upload, parts, problems_of, put_part, put_problem, put_row, put_rows,
    rows_after, step_upload, sweep_uploads, upload, uploads_of,
};
pub use value::{
    former_values, residence_places, series, series_at, series_at_units, series_in, series_list, series_many,
    series_of, series_of_units, series_page, series_places, values, values_as_known_at, values_of_many,
    values_of_pairs,
};

/// `$1, $2, …`: as many places as there are values, from the next free one.
fn places(from: usize, n: usize) -> String {
    (from..from + n).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// What a text is searched by: lower-cased here, since the databases fold letters differently.
fn searchable(parts: &[&str]) -> String {
    parts.join(" ").to_lowercase()
}
