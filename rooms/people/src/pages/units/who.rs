//! Who can see what hangs on a unit.

use axum::response::Response;
use varde_kernel::UnitId;
use varde_web::{Ctx, Error, Path};

use crate::store;
use crate::views::units::who as view;

/// `GET /units/{id}/who`: who sees and changes what here, and through which role.
pub(super) async fn who(cx: Ctx, Path(id): Path<UnitId>) -> Result<Response, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let unit = tree.get(id).ok_or(Error::NotFound)?;
    let line = tree.line(id);
    let people = store::persons::holdings_on(cx.db(), &line, cx.today()).await?;
    let title = cx.say().with("people-who-title", &[("name", unit.name.get(cx.locale()).into())]);
    let page = cx.page(title).lead(cx.t("people-who-lead")).unit(&tree, id);
    Ok(page.body(view::body(&cx, &tree, id, &people)))
}
