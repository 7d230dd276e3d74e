//! Things of other rooms, as a form lets people choose them and a page names them: by what the search knows of
//! them, so that no room reads another's tables, and as far as the visitor may find them.

use uuid::Uuid;
use varde_kernel::access::Kind;
use varde_kernel::{Id, UnitId, sort_key};
use varde_store::search;

use crate::Ctx;
use crate::desk::Sees;
use crate::error::Error;

/// How many things a form lets people choose among: more than this is no list to look through.
const MOST: i64 = 200;

/// A thing of another room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Which one.
    pub id: Uuid,
    /// Its name, in the visitor's language.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The unit that it hangs on.
    pub unit: Option<UnitId>,
}

impl Elsewhere {
    fn new(cx: &Ctx, id: Uuid, hit: search::Hit) -> Self {
        Self { id, name: cx.say().words(&hit.title).to_owned(), href: hit.href, unit: hit.unit }
    }
}

/// The things of a kind that hang on these units: unit by unit in their order, then by name.
///
/// # Errors
///
/// When the database does not answer.
pub async fn of_units(cx: &Ctx, kind: Kind, units: &[UnitId]) -> Result<Vec<Elsewhere>, Error> {
    let sees = Sees::of(cx);
    let hits = search::of_units(cx.db(), kind.name(), units, sees.seen(), MOST).await?;
    let mut found: Vec<Elsewhere> = hits.into_iter().map(|(id, hit)| Elsewhere::new(cx, id, hit)).collect();
    let place = |one: &Elsewhere| units.iter().position(|unit| Some(*unit) == one.unit);
    found.sort_by_cached_key(|one| (place(one), sort_key(&one.name), one.id));
    Ok(found)
}

/// Those of these things that are of the kind and that the visitor may find, in no order.
///
/// # Errors
///
/// When the database does not answer.
pub async fn named<K>(cx: &Ctx, kind: Kind, ids: &[Id<K>]) -> Result<Vec<Elsewhere>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sees = Sees::of(cx);
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let hits = search::known(cx.db(), &ids, sees.seen()).await?;
    let of_kind = hits.into_iter().filter(|(_, hit)| hit.kind == kind.name());
    Ok(of_kind.map(|(id, hit)| Elsewhere::new(cx, id, hit)).collect())
}
