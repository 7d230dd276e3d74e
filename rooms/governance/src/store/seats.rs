//! Seats and who sits in them.

use jiff::civil::Date;
use varde_kernel::access::{Action, Actor, Granted, Kind};
use varde_kernel::{ActorId, BodyId, SeatHoldingId, SeatId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, all_languages, json, setting, values};

use super::places;
use crate::model::{Body, HoldingDraft, Seat, SeatDraft, SeatHolding};

const COLUMNS: &str = "s.id, s.body_id, s.ord, s.appointed_by, s.group_name, s.observer, s.not_appointed,
    s.label, s.label_nn, s.label_en, s.printed_holder, s.version";
const HOLDING: &str =
    "h.id, h.seat_id, h.person_id, h.name, h.role, h.organisation, h.public, h.valid_from, h.valid_to, h.version";

fn read(row: &Row) -> Result<Seat, Error> {
    Ok(Seat {
        id: row.get("id")?,
        body: row.get("body_id")?,
        ord: row.get("ord")?,
        draft: SeatDraft {
            appointed_by: row.get("appointed_by")?,
            group: row.parse("group_name")?,
            observer: row.get("observer")?,
            not_appointed: row.get("not_appointed")?,
            label: row.words("label")?,
        },
        printed_holder: row.get("printed_holder")?,
        version: row.get("version")?,
        holdings: Vec::new(),
    })
}

fn read_holding(row: &Row) -> Result<SeatHolding, Error> {
    Ok(SeatHolding {
        id: row.get("id")?,
        seat: row.get("seat_id")?,
        draft: HoldingDraft {
            person: row.get("person_id")?,
            name: row.get("name")?,
            role: row.parse("role")?,
            organisation: row.get("organisation")?,
            public: row.get("public")?,
            from: row.get("valid_from")?,
            to: row.get("valid_to")?,
        },
        version: row.get("version")?,
    })
}

/// The seats of several bodies, in their order, with everyone who sits or has sat in them.
pub async fn seats_of(db: &impl Read, bodies: &[BodyId]) -> Result<Vec<Seat>, Error> {
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let list = places(bodies.iter().copied(), &mut values);
    let sql = format!("select {COLUMNS} from seat s where s.body_id in ({list}) order by s.body_id, s.ord, s.id");
    let seats = db.all(&sql, values, read).await?;
    let mut values = Vec::new();
    let list = places(bodies.iter().copied(), &mut values);
    let sql = format!(
        "select {HOLDING} from seat_holding h join seat s on s.id = h.seat_id
         where s.body_id in ({list}) order by h.valid_from desc, h.id"
    );
    let holdings = db.all(&sql, values, read_holding).await?;
    Ok(seated(seats, holdings))
}

fn seated(mut seats: Vec<Seat>, holdings: Vec<SeatHolding>) -> Vec<Seat> {
    for holding in holdings {
        if let Some(seat) = seats.iter_mut().find(|seat| seat.id == holding.seat) {
            seat.holdings.push(holding);
        }
    }
    seats
}

/// Vacant seats on `day` with the name of their body; with `appointed_by`, only those that these
/// actors appoint to.
pub async fn vacancies(
    db: &impl Read,
    appointed_by: Option<&[ActorId]>,
    day: Date,
    limit: i64,
    skip: i64,
) -> Result<Vec<(Seat, Words)>, Error> {
    let mut values = values![limit, skip];
    let condition = vacant(appointed_by, day, &mut values);
    let sql = format!(
        "select {COLUMNS}, b.name, b.name_nn, b.name_en from seat s join body b on b.id = s.body_id
         where {condition} order by b.name, s.body_id, s.ord, s.id limit $1 offset $2"
    );
    db.all(&sql, values, |row| Ok((read(row)?, row.words("name")?))).await
}

/// How many seats are vacant on `day`.
pub async fn count_vacancies(db: &impl Read, day: Date) -> Result<i64, Error> {
    let mut values = Vec::new();
    let condition = vacant(None, day, &mut values);
    db.number(&format!("select count(*) as n from seat s where {condition}"), values).await
}

/// The rule of `rules::standing` as a question.
fn vacant(appointed_by: Option<&[ActorId]>, day: Date, values: &mut Vec<varde_store::Value>) -> String {
    let day = places([day], values);
    let theirs = match appointed_by {
        Some(actors) => format!("and s.appointed_by in ({})", places(actors.iter().copied(), values)),
        None => String::new(),
    };
    format!(
        "s.not_appointed = false {theirs}
         and not exists (select 1 from seat_holding h where h.seat_id = s.id
            and h.valid_from <= {day} and (h.valid_to is null or {day} < h.valid_to))
         and (s.printed_holder = false or (s.printed_holder is null
            and exists (select 1 from seat_holding h where h.seat_id = s.id)))"
    )
}

/// A seat and its body, that the actor may do this to.
pub async fn open_seat(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: SeatId,
    action: Action,
) -> Result<Granted<(Body, Seat)>, Error> {
    let sql = format!("select {COLUMNS} from seat s where s.id = $1");
    let seat = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    let sql = format!("select {HOLDING} from seat_holding h where h.seat_id = $1 order by h.valid_from desc, h.id");
    let holdings = db.all(&sql, values![id], read_holding).await?;
    let body = super::open_body(db, actor, tree, seat.body, action).await?;
    let seat = seated(vec![seat], holdings).pop().ok_or(Error::NotFound)?;
    Ok(body.map(|body| (body, seat)))
}

/// Writes a new seat at the end of the body's list.
pub async fn insert_seat(tx: &Tx, body: &Granted<Body>, draft: &SeatDraft) -> Result<SeatId, Error> {
    let id: SeatId = tx.new_id()?;
    let last = tx.number("select coalesce(max(ord), 0) as n from seat where body_id = $1", values![body.id]).await?;
    columns(Insert::into("seat").set("id", id), body.id, last + 1, draft).set("version", 1).run(tx).await?;
    tx.record(Line::new(Kind::Body, body.id, body.draft.unit, "seat_made").after(told(draft)));
    Ok(id)
}

fn columns(insert: Insert, body: BodyId, ord: i64, draft: &SeatDraft) -> Insert {
    insert
        .set("body_id", body)
        .set("ord", ord)
        .set("appointed_by", draft.appointed_by)
        .set("group_name", draft.group.name())
        .set("observer", draft.observer)
        .set("not_appointed", draft.not_appointed)
        .words("label", &draft.label)
}

fn told(draft: &SeatDraft) -> Json {
    json!({
        "group": draft.group.name(), "observer": draft.observer, "not_appointed": draft.not_appointed,
        "appointed_by": draft.appointed_by.map(|id| id.to_string()), "label": all_languages(&draft.label),
    })
}

/// Puts someone in a seat. The history tells the role and the organisation, never the name: a name
/// must be removable when its time is over.
pub async fn fill_seat(
    tx: &Tx,
    seat: &Granted<(Body, Seat)>,
    version: i64,
    held: &HoldingDraft,
) -> Result<SeatHoldingId, Error> {
    let (body, seat) = &**seat;
    // From now on the register tells who sits, no longer the source's list.
    let next = Update::of("seat").set("printed_holder", None::<bool>).versioned(tx, seat.id, version).await?;
    let id: SeatHoldingId = tx.new_id()?;
    Insert::into("seat_holding")
        .set("id", id)
        .set("seat_id", seat.id)
        .set("person_id", held.person)
        .set("name", held.name.as_deref())
        .set("role", held.role.name())
        .set("organisation", &held.organisation)
        .set("public", held.public)
        .set("valid_from", held.from)
        .set("valid_to", held.to)
        .set("version", 1)
        .run(tx)
        .await?;
    let after = json!({
        "role": held.role.name(), "organisation": held.organisation,
        "from": held.from.to_string(), "to": held.to.map(|to| to.to_string()),
    });
    tx.record(Line::new(Kind::Body, seat.id, body.draft.unit, "filled").version(next).after(after.clone()));
    tx.record(Line::new(Kind::Body, body.id, body.draft.unit, "filled").after(after));
    Ok(id)
}

/// Ends everyone's time in a seat on a day. A seat that was only printed as filled becomes vacant.
pub async fn vacate_seat(
    tx: &Tx,
    seat: &Granted<(Body, Seat)>,
    version: i64,
    day: Date,
    why: &str,
) -> Result<(), Error> {
    let (body, seat) = &**seat;
    let printed = seat.holdings.is_empty().then_some(false);
    let next = Update::of("seat").set("printed_holder", printed).versioned(tx, seat.id, version).await?;
    for held in &seat.holdings {
        if held.draft.to.is_none_or(|to| day < to) {
            Update::of("seat_holding")
                .set("valid_to", day.max(held.draft.from))
                .versioned(tx, held.id, held.version)
                .await?;
        }
    }
    let ends: Vec<String> = seat.holdings.iter().filter_map(|held| held.draft.to).map(|to| to.to_string()).collect();
    let (before, after) = (json!({ "to": ends }), json!({ "to": day.to_string() }));
    tx.record(
        Line::new(Kind::Body, seat.id, body.draft.unit, "vacated")
            .version(next)
            .before(before.clone())
            .after(after.clone())
            .why(why),
    );
    tx.record(Line::new(Kind::Body, body.id, body.draft.unit, "vacated").before(before).after(after).why(why));
    Ok(())
}

/// Writes or renews a seat that comes from a content file, unless someone has changed it here.
pub(crate) async fn load_seat(
    tx: &Tx,
    code: &str,
    body: BodyId,
    ord: i64,
    draft: &SeatDraft,
    printed_holder: Option<bool>,
) -> Result<(), Error> {
    let id = SeatId::from_code(code);
    let known = tx.one("select version from seat where id = $1", values![id], |row| row.get::<i64>("version")).await?;
    if known.is_some_and(|version| 1 < version) {
        return Ok(());
    }
    columns(Insert::into("seat").set("id", id), body, ord, draft)
        .set("printed_holder", printed_holder)
        .set("version", 1)
        .or_replace("id")
        .run(tx)
        .await
}

/// The name of the setting that says how many days a name is kept after a seat's time.
pub const RETENTION: &str = "governance.retention_days";
/// How many days, when nobody has set another number.
pub const RETENTION_DAYS: i64 = 730;

/// How many days a name is kept after its time in a seat: as the installation is set up, else as
/// it is set in the database.
pub async fn retention_days(db: &impl Read, set_up: Option<&str>) -> Result<i64, Error> {
    let set = match set_up {
        Some(days) => Some(days.to_owned()),
        None => setting::get(db, RETENTION).await?,
    };
    Ok(set.and_then(|text| text.parse().ok()).filter(|days| 0 <= *days).unwrap_or(RETENTION_DAYS))
}

/// Removes the names of those whose time in a seat ended on `limit` or before. Role and
/// organisation stay. Says how many.
pub async fn forget_names(tx: &Tx, limit: Date) -> Result<u64, Error> {
    let forgotten = tx
        .run(
            "update seat_holding set name = null, person_id = null, version = version + 1
             where valid_to <= $1 and (name is not null or person_id is not null)",
            values![limit],
        )
        .await?;
    if 0 < forgotten {
        let run: SeatHoldingId = tx.new_id()?;
        tx.record(
            Line::new(Kind::Body, run, None, "names_forgotten")
                .after(json!({ "ended_by": limit.to_string(), "seats": forgotten })),
        );
    }
    Ok(forgotten)
}
