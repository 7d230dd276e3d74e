//! The register of sources.

use varde_store::{Migration, Sql};

pub(super) fn migration() -> Migration {
    Migration {
        name: "m20261130083000_indicators_data_sources",
        up: &[
            Sql::Both(
                "create table data_source (
                    id uuid primary key, code text not null unique,
                    name text not null, name_nn text, name_en text,
                    owner text not null, unit_id uuid not null,
                    content text not null, content_nn text, content_en text,
                    levels text not null,
                    frequency text,
                    legal_basis text not null, legal_basis_nn text, legal_basis_en text,
                    quality text not null, quality_nn text, quality_en text,
                    access text not null, access_nn text, access_en text,
                    base text not null, base_nn text, base_en text,
                    limits text not null, limits_nn text, limits_en text,
                    connection text not null check (connection in ('none', 'asked', 'manual', 'automatic')),
                    document_id uuid, source text not null, version bigint not null)",
            ),
            Sql::Both("create index data_source_unit on data_source (unit_id)"),
            Sql::Both("create index indicator_data on indicator (data)"),
        ],
    }
}
