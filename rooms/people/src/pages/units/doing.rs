//! Taking a step with the organisation, for pages and the API alike.

use varde_kernel::access::{Action, Granted, Kind, Target};
use varde_kernel::{Place, Problems, UnitId};
use varde_store::Tx;
use varde_web::{Ctx, Error, heavy};

use super::list::runs_some;
use crate::model::units::Register;
use crate::rules::units::{Change, Fault, Step, Wrong};
use crate::store;

/// The field at which a broken rule is told.
const fn field(wrong: &Wrong) -> Option<&'static str> {
    match wrong {
        Wrong::CodeTaken(_) => Some("code"),
        Wrong::NoLife => Some("valid_to"),
        Wrong::OutsideLife | Wrong::HasUnitsBelow(_) | Wrong::Between => Some("on"),
        Wrong::NameGap => Some("name"),
        Wrong::ToItself | Wrong::Circle | Wrong::TooDeep | Wrong::TwoOwners => Some("other"),
        Wrong::BadNumber(system, _) | Wrong::NumberTaken(system, _) | Wrong::TwoNumbers(system) => Some(system.name()),
        Wrong::TooFew => Some("others"),
        Wrong::NotThere | Wrong::OtherGone(_) | Wrong::BuiltOn => None,
    }
}

/// Broken rules as problems of a form that has the fields `has`.
pub(crate) fn problems(faults: &[Fault], has: &[&str]) -> Problems {
    let mut problems = Problems::new();
    for fault in faults {
        let place = field(&fault.what).filter(|field| has.contains(field)).map_or(Place::Whole, Place::Field);
        let known = |problem: &varde_kernel::Problem| problem.place == place && problem.key == fault.what.key();
        if !problems.iter().any(known) {
            problems.push(place, fault.what.key(), fault.what.args());
        }
    }
    problems
}

/// A change that keeps the rules and that the visitor may make, ready to be written.
pub(crate) struct Ready {
    pub(crate) tx: Tx,
    pub(crate) change: Granted<Change>,
}

/// The register as it is now, in the transaction that will change it.
pub(crate) async fn begin(cx: &Ctx) -> Result<(Tx, Register), Error> {
    cx.signed_in()?;
    let tx = cx.begin().await?;
    let register = store::units::register(&tx).await?;
    Ok((tx, register))
}

/// Refuses whoever runs no part of the organisation, before anything is said of what they sent.
pub(crate) fn must_run_some(cx: &Ctx) -> Result<(), Error> {
    cx.signed_in()?;
    if runs_some(cx) { Ok(()) } else { Err(Error::Forbidden) }
}

/// Reads a file against the register as it is, beside the threads that answer requests and while others may write.
pub(crate) async fn beside<T: Send + 'static>(
    cx: &Ctx,
    read: impl FnOnce(&Register) -> T + Send + 'static,
) -> Result<(T, Register), Error> {
    must_run_some(cx)?;
    let register = store::units::register(cx.db()).await?;
    let read = heavy(move || (read(&register), register)).await;
    read.ok_or(Error::BadRequest("web-error-bad-form"))
}

/// Refuses whoever may not change the unit, before anything is said of what they sent.
pub(crate) fn may_change(cx: &Ctx, register: &Register, unit: UnitId) -> Result<(), Error> {
    cx.signed_in()?;
    register.get(unit).ok_or(Error::NotFound)?;
    cx.must(Action::Edit, &Target::open(Kind::Unit, register.line_near(unit, cx.today())))
}

/// Checks the visitor's right to a change.
pub(crate) fn may_make(cx: &Ctx, register: &Register, change: Change) -> Result<Granted<Change>, Error> {
    Ok(store::changes::grant(cx.actor(), register, change, cx.today())?)
}

impl Ready {
    /// Checks the visitor's right to a change.
    pub(crate) fn new(cx: &Ctx, tx: Tx, register: &Register, change: Change) -> Result<Self, Error> {
        let change = may_make(cx, register, change)?;
        Ok(Self { tx, change })
    }

    /// Takes up a change that was drafted [`beside`] the transaction, unless the organisation has changed since.
    pub(crate) async fn of(cx: &Ctx, register: &Register, change: Granted<Change>) -> Result<Self, Error> {
        let (tx, now) = begin(cx).await?;
        if now != *register {
            return Err(varde_store::Error::Stale.into());
        }
        Ok(Self { tx, change })
    }

    /// Writes it. `version` is what the visitor had read of one unit.
    pub(crate) async fn save(self, cx: &Ctx, version: Option<(UnitId, i64)>) -> Result<Change, Error> {
        store::changes::save(&self.tx, &self.change, version, cx.today()).await?;
        self.tx.commit().await?;
        Ok(self.change.into_inner())
    }
}

/// Makes a step that came in through the API ready, with the register that it is taken in.
pub(crate) async fn ready(
    cx: &Ctx,
    step: impl FnOnce(&Register) -> Result<Step, Problems>,
    note: &str,
) -> Result<(Ready, Register), Error> {
    let (tx, register) = begin(cx).await?;
    let step = step(&register).map_err(Error::Invalid)?;
    if let Some(unit) = step.unit()
        && register.get(unit).is_none()
    {
        return Err(Error::NotFound);
    }
    let fields =
        ["code", "valid_to", "on", "name", "other", "orgnr", "kommunenr", "fylkesnr", "reshid", "her", "local"];
    let change = step.draft(&register, note).map_err(|faults| Error::Invalid(problems(&faults, &fields)))?;
    Ok((Ready::new(cx, tx, &register, change)?, register))
}
