//! Taking a step with the organisation, for pages and the API alike.

use varde_kernel::access::{Action, Granted, Kind, Target};
use varde_kernel::{Place, Problems, UnitId};
use varde_store::Tx;
use varde_web::{Ctx, Error};

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

/// Refuses whoever may not change the unit, before anything is said of what they sent.
pub(crate) fn may_change(cx: &Ctx, register: &Register, unit: UnitId) -> Result<(), Error> {
    cx.signed_in()?;
    register.get(unit).ok_or(Error::NotFound)?;
    cx.must(Action::Edit, &Target::open(Kind::Unit, register.line_near(unit, cx.today())))
}

impl Ready {
    /// Checks the visitor's right to a change.
    pub(crate) fn new(cx: &Ctx, tx: Tx, register: &Register, change: Change) -> Result<Self, Error> {
        let change = store::changes::grant(cx.actor(), register, change, cx.today())?;
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
