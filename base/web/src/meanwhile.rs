//! A form that was read too late: someone else saved the thing first. It comes back with what was typed, and
//! above it who changed what and when. The history tells that, so a form need not list its fields for it and
//! a new field is told from the day that the history keeps it.

use http::StatusCode;
use varde_kernel::Id;
use varde_store::history::{self, Told};

use crate::error::Error;
use crate::ui::conflict;
use crate::{Ctx, Fields, told};

/// How many lines are looked through for what happened meanwhile.
const LINES: i64 = 50;

impl Ctx {
    /// What was typed in a form about `thing`, with what others have saved since the version that it was read
    /// at. `now` is the version that is saved: when one goes on, that is what is saved over.
    ///
    /// # Errors
    ///
    /// [`Error::BadRequest`] when the form carries no version.
    pub async fn stale<K>(&self, thing: Id<K>, fields: &Fields, now: i64) -> Result<Fields, Error> {
        let since = history::since(self.db(), thing, fields.version()?).await?;
        meanwhile(self, since, fields.clone().with("version", now.to_string())).await
    }

    /// What a form about `thing` is drawn again with: what was typed, and what others saved meanwhile when the
    /// answer is that it came too late. `now` is the version that is saved.
    ///
    /// # Errors
    ///
    /// As [`Ctx::stale`].
    pub async fn kept<K>(
        &self,
        (thing, now): (Id<K>, i64),
        fields: &Fields,
        status: StatusCode,
    ) -> Result<Fields, Error> {
        if status == StatusCode::CONFLICT { self.stale(thing, fields, now).await } else { Ok(fields.clone()) }
    }

    /// As [`Ctx::stale`], of a form about a part of `thing` that has no version of its own: `is_new` tells the lines of
    /// the history that speak of that part.
    ///
    /// # Errors
    ///
    /// When the database does not answer.
    pub async fn stale_by<K>(
        &self,
        thing: Id<K>,
        fields: Fields,
        is_new: impl Fn(&Told) -> bool,
    ) -> Result<Fields, Error> {
        let mut lines = history::of_thing(self.db(), thing, LINES).await?;
        lines.retain(is_new);
        meanwhile(self, lines, fields).await
    }
}

async fn meanwhile(cx: &Ctx, lines: Vec<Told>, fields: Fields) -> Result<Fields, Error> {
    let told = told::tell(cx, &*cx.tree().await?, lines).await?;
    let title = match told.first() {
        Some(last) => {
            let args = [("who", last.who.as_str().into()), ("when", cx.say().time(last.line.at).into())];
            cx.say().with("web-conflict-title", &args)
        }
        None => cx.t("web-conflict-someone"),
    };
    Ok(fields.told(conflict(&title, &cx.t("web-conflict-text"), &told::drawn_whole(cx, &told))))
}
