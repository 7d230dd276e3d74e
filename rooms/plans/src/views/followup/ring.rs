//! The yearly wheel as a picture: twelve months around, one ring for each phase, one mark for
//! each step. The board beside it says the same in words.

use std::f64::consts::PI;

use maud::{Markup, html};
use varde_web::Ctx;

use super::wheel::{numbered, phase_key};
use crate::model::followup::wheel::{Phase, StepState, WheelStep};

/// Half the width of the picture.
const HALF: f64 = 230.0;
/// Where the months' names stand.
const NAMES: f64 = 208.0;
/// The outermost ring, and how far apart rings lie.
const OUTER: f64 = 182.0;
const APART: f64 = 36.0;
/// Size of a mark.
const MARK: f64 = 9.0;

/// A point on a ring; `turn` is the share of the year that has passed.
fn point(radius: f64, turn: f64) -> (f64, f64) {
    let angle = turn * 2.0 * PI - PI / 2.0;
    (HALF + radius * angle.cos(), HALF + radius * angle.sin())
}

fn radius(phase: Phase) -> f64 {
    let place = match phase {
        Phase::Plan => 0.0,
        Phase::Do => 1.0,
        Phase::Evaluate => 2.0,
        Phase::Correct => 3.0,
    };
    OUTER - APART * place
}

/// A coordinate with one decimal.
fn at(value: f64) -> String {
    format!("{value:.1}")
}

/// Draws the year; steps without a day are left out, as the board lists them.
pub(crate) fn draw(cx: &Ctx, steps: &[WheelStep], words: &str) -> Markup {
    let months: Vec<(f64, String)> = (1_i8..=12)
        .map(|month| {
            let name = cx.say().period(varde_kernel::Period::Month(2000, month));
            let short: String = name.chars().take(3).collect();
            ((f64::from(month) - 0.5) / 12.0, short)
        })
        .collect();
    html! {
        svg viewBox={ "0 0 " (at(HALF * 2.0)) " " (at(HALF * 2.0)) } width="460" role="img" aria-label=(words)
            font-family="inherit" font-size="14" fill="currentColor" {
            @for phase in Phase::ALL {
                circle cx=(at(HALF)) cy=(at(HALF)) r=(at(radius(*phase))) fill="none" stroke="currentColor"
                    stroke-opacity="0.25" stroke-width="1.5" {}
            }
            @for month in 0_i8..12 {
                @let turn = f64::from(month) / 12.0;
                @let (inner, outer) = (point(OUTER - APART * 3.4, turn), point(OUTER + 8.0, turn));
                line x1=(at(inner.0)) y1=(at(inner.1)) x2=(at(outer.0)) y2=(at(outer.1)) stroke="currentColor"
                    stroke-opacity="0.15" {}
            }
            @for (turn, name) in &months {
                @let (x, y) = point(NAMES, *turn);
                text x=(at(x)) y=(at(y + 5.0)) text-anchor="middle" fill-opacity="0.8" { (name) }
            }
            @for phase in Phase::ALL {
                // The letters stand on the line of New Year, where no mark lies; the key tells the names.
                @let (x, y) = point(radius(*phase), 0.0);
                circle cx=(at(x)) cy=(at(y)) r=(at(MARK)) fill="var(--ds-color-surface-default, #fff)" {}
                text x=(at(x)) y=(at(y + 4.5)) text-anchor="middle" font-size="13" font-weight="700" {
                    (letter(cx, *phase))
                }
            }
            @for (place, number, step) in placed(steps) {
                @let done = step.state != StepState::Open;
                @let overdue = !done && step.due.is_some_and(|due| due < cx.today());
                @let (x, y) = place;
                @if overdue {
                    rect x=(at(x - MARK)) y=(at(y - MARK)) width=(at(MARK * 2.0)) height=(at(MARK * 2.0))
                        transform={ "rotate(45 " (at(x)) " " (at(y)) ")" }
                        fill="var(--ds-color-danger-base-default, #b3253a)" { title { (step.title.get(cx.locale())) } }
                    (number_in(x, y, number, "#fff"))
                } @else {
                    circle cx=(at(x)) cy=(at(y)) r=(at(MARK)) stroke="var(--ds-color-base-default, #1f5a6e)"
                        stroke-width="2.5"
                        fill=(if done { "var(--ds-color-base-default, #1f5a6e)" } else { "var(--ds-color-surface-default, #fff)" }) {
                        title { (step.title.get(cx.locale())) }
                    }
                    (number_in(x, y, number, if done { "#fff" } else { "currentColor" }))
                }
            }
        }
    }
}

/// The number of a step in its mark: the same as in the list.
fn number_in(x: f64, y: f64, number: usize, colour: &str) -> Markup {
    html! {
        text x=(at(x)) y=(at(y + 3.8)) text-anchor="middle" font-size="11" font-weight="600" fill=(colour)
            pointer-events="none" { (number) }
    }
}

/// The letter of a phase's ring.
fn letter(cx: &Ctx, phase: Phase) -> String {
    cx.t(phase_key(phase)).chars().take(1).collect()
}

/// What rings and marks mean.
pub(crate) fn key(cx: &Ctx) -> Markup {
    html! {
        p.small {
            @for phase in Phase::ALL { strong { (letter(cx, *phase)) } " " (cx.t(phase_key(*phase))) ". " }
            (cx.t("plans-wheel-picture-key"))
        }
    }
}

/// Where each dated step lies, with its number. Steps of one phase on the same days stand side by side.
fn placed(steps: &[WheelStep]) -> Vec<((f64, f64), usize, &WheelStep)> {
    let mut taken: Vec<(Phase, usize)> = Vec::new();
    let mut marks = Vec::new();
    for (number, step) in numbered(steps) {
        let Some(due) = step.due else { continue };
        let radius = radius(step.phase);
        // As many as fit on the ring without covering each other; the first place is the ring's letter.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a ring has room for some fifty")]
        let room = (2.0 * PI * radius / (MARK * 2.0 + 3.0)).floor().max(2.0) as usize;
        let share = f64::from(due.day_of_year()) / f64::from(due.days_in_year());
        let whole = f64::from(u32::try_from(room).unwrap_or(u32::MAX));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the places")]
        let wanted = ((share * whole).floor() as usize).clamp(1, room - 1);
        let is_free = |slot: &usize| !taken.contains(&(step.phase, *slot));
        let later = (wanted..room).find(is_free);
        let slot = later.or_else(|| (1..wanted).rev().find(is_free)).unwrap_or(wanted);
        taken.push((step.phase, slot));
        let turn = f64::from(u32::try_from(slot).unwrap_or(0)) / whole;
        marks.push((point(radius, turn), number, step));
    }
    marks
}
