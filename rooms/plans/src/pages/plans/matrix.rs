//! A framework's instruments against its focus areas: how many measures there are in each cell, at which
//! level, and where there are none.

use axum::response::Response;
use maud::{Markup, Render, html};
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{PartId, PlanId, UnitTree};
use varde_measures::model::Level;
use varde_web::ui::{Choice, Column, Select, Table, empty_state, filter_bar, link};
use varde_web::{Ctx, Error, Path, Query};

use super::framed;
use crate::model::plan::{Part, PartKind};
use crate::store;
use crate::views::plan::Place;

/// `GET /plans/{id}/matrix?level=`
pub(super) async fn show(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let level: Option<Level> = query.text("level").parse().ok();
    let matrix = Matrix::of(&cx, &tree, id, level).await?;
    let (n_empty, n_cells) = (matrix.cells().filter(|(.., n)| *n == 0).count(), matrix.cells().count());
    let body = html! {
        p.prose { (cx.t("plans-matrix-lead")) }
        (levels(&cx, id, level))
        @if n_cells == 0 {
            (empty_state(&cx.t("plans-matrix-none"), &cx.t("plans-matrix-none-help"), &html! {}))
        } @else {
            p { strong { (cx.say().with("plans-matrix-empty", &[("n", n_empty.into()), ("of", n_cells.into())])) } }
            (table(&cx, &matrix, level))
        }
    };
    Ok(framed(&cx, &tree, &plan, Place::Matrix, html! {}, &body))
}

/// How many measures are tagged with each instrument and each focus area of a framework together.
pub(crate) struct Matrix {
    instruments: Vec<Part>,
    areas: Vec<Part>,
    counted: Vec<(PartId, PartId, i64)>,
}

impl Matrix {
    /// The matrix of a plan that the visitor may read, of measures at one level of the service or at all.
    pub(crate) async fn of(cx: &Ctx, tree: &UnitTree, plan: PlanId, level: Option<Level>) -> Result<Self, Error> {
        let parts = store::parts::of(cx.db(), plan).await?;
        let of = |kind: PartKind| -> Vec<Part> { parts.iter().filter(|part| part.kind == kind).cloned().collect() };
        let (instruments, areas) = (of(PartKind::Instrument), of(PartKind::FocusArea));
        let ids = |parts: &[Part]| -> Vec<PartId> { parts.iter().map(|part| part.id).collect() };
        let scope = access::scope(cx.actor(), Kind::Measure);
        let (rows, columns) = (ids(&instruments), ids(&areas));
        let counted = varde_measures::store::tagged_pairs(cx.db(), &scope, (&rows, &columns)).await?;
        let is_at = |kind| level.is_none_or(|level| Level::of(kind) == level);
        let counted = counted
            .into_iter()
            // A unit that is gone today counts in all levels together and in none of them.
            .filter(|(_, _, unit, _)| tree.get(*unit).map_or(level.is_none(), |unit| is_at(unit.kind)))
            .map(|(instrument, area, _, n)| (instrument, area, n))
            .collect();
        Ok(Self { instruments, areas, counted })
    }

    fn cell(&self, instrument: PartId, area: PartId) -> i64 {
        self.counted.iter().filter(|(row, column, _)| *row == instrument && *column == area).map(|(.., n)| n).sum()
    }

    /// Every cell, row by row: the instrument, the focus area and how many measures.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (&Part, &Part, i64)> {
        self.instruments.iter().flat_map(move |instrument| {
            self.areas.iter().map(move |area| (instrument, area, self.cell(instrument.id, area.id)))
        })
    }
}

fn levels(cx: &Ctx, id: PlanId, now: Option<Level>) -> Markup {
    let named: Vec<(&str, String)> =
        Level::ALL.iter().map(|level| (level.name(), cx.t(varde_measures::level_key(*level)))).collect();
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            chosen: now.map(Level::name) == Some(*value),
            ..Choice::default()
        })
        .collect();
    let (label, all) = (cx.t("plans-matrix-level"), cx.t("plans-followup-all"));
    let select = Select {
        id: "level",
        name: "level",
        label: &label,
        prompt: Some(&all),
        choices: &choices,
        autosubmit: true,
        ..Select::default()
    };
    let action = format!("/plans/{id}/matrix");
    filter_bar(&action, &cx.t("plans-filter"), &select.render(), &cx.t("plans-filter-show"), None)
}

fn table(cx: &Ctx, matrix: &Matrix, level: Option<Level>) -> Markup {
    let areas = &matrix.areas;
    let heads: Vec<String> = std::iter::once(cx.t("plans-part-instrument"))
        .chain(areas.iter().map(|area| cx.say().words(&area.name).to_owned()))
        .collect();
    let mut columns: Vec<Column<'_>> = heads.iter().map(|head| Column::number(head)).collect();
    if let (Some(first), Some(head)) = (columns.first_mut(), heads.first()) {
        *first = Column::text(head);
    }
    let at = level.map(|level| format!("&level={}", level.name())).unwrap_or_default();
    let rows: Vec<Vec<Markup>> = matrix
        .instruments
        .iter()
        .map(|instrument| {
            let name = html! { (cx.say().words(&instrument.name)) };
            let cells = areas.iter().map(|area| {
                let n = matrix.cell(instrument.id, area.id);
                let href = format!("/measures?tag={}&tag2={}{at}", instrument.id, area.id);
                html! {
                    @if n == 0 { span.quiet { (cx.t("plans-matrix-no")) } }
                    @else { (link(&n.to_string(), &href)) }
                }
            });
            std::iter::once(name).chain(cells).collect()
        })
        .collect();
    let (caption, empty) = (cx.t("plans-matrix-title"), html! {});
    Table { caption: &caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }
        .render()
}
