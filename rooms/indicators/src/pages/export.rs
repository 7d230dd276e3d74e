//! Values for others to take, in the format that they read.

use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, header};
use jiff::civil::Date;
use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, UnitId, UnitTree};
use varde_people::model::units::{CodeSystem, Register};
use varde_web::{Ctx, Error, Fields, Path, Query};

use crate::export::{self, Made, Told};
use crate::import::sender::Outgoing;
use crate::model::{Audience, Indicator};
use crate::rules::disclosure::Sight;
use crate::store;

/// `GET /indicators/{id}/export/{format}`: the values as a file.
pub async fn file(
    cx: Ctx,
    Path((id, format)): Path<(IndicatorId, String)>,
    Query(query): Query,
) -> Result<Response, Error> {
    let format = format.parse::<Outgoing>().map_err(|()| Error::NotFound)?;
    let (indicator, made) = make(&cx, id, format, asks_for_own(&query)).await?;
    Ok(answer(&format!("{}.{}", indicator.code, made.ending), made))
}

/// `GET /indicators/{id}/export`: the values as CSV.
pub async fn table(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Response, Error> {
    let (indicator, made) = make(&cx, id, Outgoing::Csv, asks_for_own(&query)).await?;
    Ok(answer(&format!("{}.{}", indicator.code, made.ending), made))
}

/// Whether a file of one's own units' values is asked for, with nothing kept back.
pub fn asks_for_own(query: &Fields) -> bool {
    query.text("own") == "1"
}

/// Makes the file, for pages and other programs. Anyone may come to read a file, so it holds the published table
/// alone; or, when that is asked for, the values of the units that the visitor works with, and no others.
pub async fn make(cx: &Ctx, id: IndicatorId, format: Outgoing, own: bool) -> Result<(Indicator, Made), Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Export).await?.into_inner();
    let mut series = store::series_list(cx.db(), &[id], None).await?;
    let inside = super::sight(cx, &tree);
    let sight = if own { inside } else { Sight::Published(Audience::Open) };
    series.retain(|series| !own || inside.inside(series.unit));
    series.sort_by(|a, b| (place(&tree, a.unit), &a.stratum).cmp(&(place(&tree, b.unit), &b.stratum)));
    let ids: Vec<_> = series.iter().map(|series| series.id).collect();
    let values = store::values_of_many(cx.db(), &sight, &ids).await?;
    let register = varde_people::store::units::register(cx.db()).await?;
    let mut told = Vec::new();
    for series in &series {
        let Some(unit) = tree.get(series.unit) else { continue };
        let number = number(&register, series.unit, cx.today());
        for value in values.get(&series.id).into_iter().flatten() {
            let (unit_code, unit_name) = (unit.code.as_str(), &unit.name);
            told.push(Told { unit: unit.id, unit_code, unit_name, number: number.clone(), series, value });
        }
    }
    let made = export::make(format, &indicator, &told).map_err(|refused| Error::Conflict(refused.key()))?;
    Ok((indicator, made))
}

fn place(tree: &UnitTree, unit: UnitId) -> String {
    tree.get(unit).map(|unit| unit.code.clone()).unwrap_or_default()
}

/// The unit's number in the register that most others know it by.
fn number(register: &Register, unit: UnitId, today: Date) -> Option<(&'static str, String)> {
    let unit = register.get(unit)?;
    let systems = [CodeSystem::Organisation, CodeSystem::Resh, CodeSystem::Municipality, CodeSystem::County];
    systems.into_iter().find_map(|system| Some((system.uri()?, unit.code_on(system, today)?.to_owned())))
}

/// A file to keep.
pub fn answer(name: &str, made: Made) -> Response {
    let safe: String =
        name.chars().filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_')).collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{safe}\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers: [(HeaderName, HeaderValue); 2] =
        [(header::CONTENT_TYPE, HeaderValue::from_static(made.media)), (header::CONTENT_DISPOSITION, disposition)];
    (headers, made.bytes).into_response()
}
