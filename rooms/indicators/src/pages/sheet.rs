//! The rest of the definition sheet: read out of a form, filled into one; the schedule.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, Problems, Words};
use varde_web::{Ctx, Error, Fields, Form, Path};

use crate::model::{Indicator, Level, Schedule, Sheet, Standardisation, UseMark};
use crate::{rules, store, views};

/// Reads the sheet's fields. A form that does not have them leaves the sheet as it is.
pub fn read_sheet(fields: &Fields, former: Option<&Indicator>, problems: &mut Problems) -> Sheet {
    let saved = former.map(|former| former.sheet.clone()).unwrap_or_default();
    if !fields.has("sheet") {
        return saved;
    }
    let texts = |[nb, nn, en]: [&'static str; 3], problems: &mut Problems| {
        let mut other = |name| Some(fields.long(name, problems)).filter(|text| !text.is_empty());
        let (nn, en) = (other(nn), other(en));
        Words { nb: fields.long(nb, problems), nn, en }
    };
    let inclusion = texts(["inclusion", "inclusion_nn", "inclusion_en"], problems);
    let exclusion = texts(["exclusion", "exclusion_nn", "exclusion_en"], problems);
    let least_coverage = fields.number("least_coverage", problems);
    if least_coverage.is_some_and(|least| !(0.0..=100.0).contains(&least)) {
        problems.field("least_coverage", "indicators-fault-coverage");
    }
    let least_denominator = fields.number("least_denominator", problems);
    if least_denominator.is_some_and(|least| !(0.0..=rules::LARGEST).contains(&least)) {
        problems.field("least_denominator", "indicators-fault-negative");
    }
    Sheet {
        inclusion,
        exclusion,
        standardisation: fields.choice("standardisation", problems).unwrap_or(Standardisation::None),
        periods: fields.all("periods").filter_map(|name| name.parse().ok()).collect(),
        least_coverage,
        coverage_indicator: fields.short("coverage_indicator", problems),
        least_denominator,
        validation: fields.long("validation", problems),
        validated_on: fields.date("validated_on", problems),
        dimensions: fields.all("dimensions").filter_map(|name| name.parse().ok()).collect(),
        use_mark: fields.choice("use_mark", problems).unwrap_or(UseMark::None),
        variant_of: fields.short("variant_of", problems),
        licence: fields.short("licence", problems),
    }
}

/// The sheet as its form has it.
pub fn sheet_pairs(sheet: &Sheet) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = vec![("sheet".to_owned(), "1".to_owned())];
    let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
    let number = |value: Option<f64>| value.map(|value| value.to_string().replace('.', ",")).unwrap_or_default();
    for (name, words) in [("inclusion", &sheet.inclusion), ("exclusion", &sheet.exclusion)] {
        set(name, words.nb.clone());
        set(&format!("{name}_nn"), words.nn.clone().unwrap_or_default());
        set(&format!("{name}_en"), words.en.clone().unwrap_or_default());
    }
    set("standardisation", sheet.standardisation.name().to_owned());
    set("least_coverage", number(sheet.least_coverage));
    set("coverage_indicator", sheet.coverage_indicator.clone());
    set("least_denominator", number(sheet.least_denominator));
    set("validation", sheet.validation.clone());
    set("validated_on", sheet.validated_on.map(|day| day.to_string()).unwrap_or_default());
    set("use_mark", sheet.use_mark.name().to_owned());
    set("variant_of", sheet.variant_of.clone());
    set("licence", sheet.licence.clone());
    for period in &sheet.periods {
        set("periods", period.name().to_owned());
    }
    for dimension in &sheet.dimensions {
        set("dimensions", dimension.name().to_owned());
    }
    pairs
}

/// `GET /indicators/{id}/schedule`: how the levels follow an indicator.
pub async fn schedule(cx: Ctx, Path(id): Path<IndicatorId>) -> Result<Response, Error> {
    page(&cx, id, (&Fields::default(), &Problems::new()), StatusCode::OK).await
}

async fn page(cx: &Ctx, id: IndicatorId, form: (&Fields, &Problems), status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let schedules = store::schedules(cx.db(), id).await?;
    let address = format!("/indicators/{id}/schedule");
    Ok(cx
        .page(cx.t("indicators-schedule-title"))
        .lead(cx.t("indicators-schedule-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(cx.say().words(&indicator.name), format!("/indicators/{id}"))
        .status(status)
        .body(views::schedule_form(cx, &address, &schedules, form)))
}

/// `POST /indicators/{id}/schedule`.
pub async fn reschedule(cx: Ctx, Path(id): Path<IndicatorId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let schedules = read_schedules(&fields, &mut problems);
    if !problems.is_empty() {
        return page(&cx, id, (&fields, &problems), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let tx = cx.begin().await?;
    store::put_schedules(&tx, &indicator, &schedules).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/indicators/{id}"), "indicators-schedule-done"))
}

/// Reads how each level follows an indicator; a level without a period does not.
pub fn read_schedules(fields: &Fields, problems: &mut Problems) -> Vec<Schedule> {
    let mut schedules = Vec::new();
    for level in Level::ALL {
        let text = |field: &str| fields.text(&format!("{field}.{}", level.name()));
        let Ok(period) = text("period").parse() else { continue };
        let days = |field: &str| text(field).parse::<i64>().ok().filter(|days| (0..=1_000).contains(days));
        let (Some(due_days), Some(comment_days)) = (days("due"), days("comment")) else {
            problems.push(varde_kernel::Place::Whole, "indicators-schedule-fault-days", Vec::new());
            continue;
        };
        schedules.push(Schedule { level: *level, period, due_days, comment_days });
    }
    schedules
}
