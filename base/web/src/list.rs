//! Long lists: which page of one is asked for, how it is sorted, whose it shows, and the way back
//! and forth in it.

use maud::{Markup, Render, html};
use varde_kernel::{UnitId, UnitTree};

use crate::ui::{Pager, Sorted, link};
use crate::{Ctx, Fields, Say, unit_name};

/// The last page that can be asked for.
const LAST_PAGE: i64 = 100_000;

/// Which page of a list is asked for, counted from 1.
pub fn page_of(query: &Fields) -> i64 {
    query.text("page").parse().unwrap_or(1).clamp(1, LAST_PAGE)
}

/// The things on a page of a list that is whole in memory.
pub fn paged<T>(things: Vec<T>, page: i64, per: i64) -> impl Iterator<Item = T> {
    let size = |n: i64| usize::try_from(n).unwrap_or_default();
    things.into_iter().skip(size((page - 1).saturating_mul(per))).take(size(per))
}

/// The address of the same list with other values: `with("/bodies", &query, &[("page", "2")])`. An
/// empty value takes a field out. The list begins on its first page, and as a page, unless that is
/// what is changed.
pub fn with(path: &str, query: &Fields, changes: &[(&str, &str)]) -> String {
    let is_kept = |name: &str| !matches!(name, "page" | "format") && !changes.iter().any(|(other, _)| *other == name);
    let kept = query.iter().filter(|(name, _)| is_kept(name));
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    pairs.extend_pairs(kept.chain(changes.iter().copied()).filter(|(_, value)| !value.is_empty()));
    let pairs = pairs.finish();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{pairs}") }
}

/// Forward and back in a list of `total` things, `per` to a page; nothing when one page holds them
/// all. On paper it says which of them the page shows.
pub fn pager(say: &Say, path: &str, query: &Fields, (page, per): (i64, i64), total: i64) -> Markup {
    if total <= per {
        return Markup::default();
    }
    let (first, last) = ((page - 1) * per + 1, (page * per).min(total));
    let status =
        say.with("web-pages-shown", &[("first", first.into()), ("last", last.into()), ("total", total.into())]);
    turns(say, path, query, page, &status, last < total)
}

/// Forward and back in a list that is not counted; nothing when its first page is all there is.
pub fn pager_on(say: &Say, path: &str, query: &Fields, page: i64, is_more: bool) -> Markup {
    if page == 1 && !is_more {
        return Markup::default();
    }
    let status = say.with("web-page", &[("page", page.into())]);
    turns(say, path, query, page, &status, is_more)
}

fn turns(say: &Say, path: &str, query: &Fields, page: i64, status: &str, is_more: bool) -> Markup {
    let at = |page: i64| with(path, query, &[("page", &page.to_string())]);
    let (before, after) = (at(page - 1), at(page + 1));
    let [label, previous, next] = ["web-pages", "web-previous", "web-next"].map(|key| say.t(key));
    Pager {
        label: &label,
        status,
        previous: (1 < page).then_some((previous.as_str(), before.as_str())),
        next: is_more.then_some((next.as_str(), after.as_str())),
    }
    .render()
}

/// How a list is sorted: `?sort=` names the column and `?dir=desc` turns it round.
#[derive(Clone, Copy, Debug)]
pub struct Sorting<'a> {
    path: &'a str,
    query: &'a Fields,
    by: &'a str,
}

impl<'a> Sorting<'a> {
    /// What the query asks for among `columns`; the first of them when it asks for none.
    pub fn new(path: &'a str, query: &'a Fields, columns: &[&'a str]) -> Self {
        let asked = query.text("sort");
        let by = columns.iter().find(|name| **name == asked).or(columns.first()).copied().unwrap_or_default();
        Self { path, query, by }
    }

    /// The column that sorts.
    pub fn by(&self) -> &'a str {
        self.by
    }

    /// Whether the largest comes first.
    pub fn is_reversed(&self) -> bool {
        self.query.text("dir") == "desc"
    }

    /// Puts `things` in order by what `key` gives of each.
    pub fn sort<T, K: Ord>(&self, things: &mut [T], key: impl Fn(&T) -> K) {
        things.sort_by_cached_key(key);
        if self.is_reversed() {
            things.reverse();
        }
    }

    /// Where the heading of a column leads, and how it is sorted now; for
    /// [`Column::sorted`](crate::ui::Column::sorted).
    pub fn head(&self, column: &str) -> (String, Sorted) {
        let now = match (self.by == column, self.is_reversed()) {
            (false, _) => Sorted::No,
            (true, false) => Sorted::Up,
            (true, true) => Sorted::Down,
        };
        let dir = if now == Sorted::Up { "desc" } else { "" };
        (with(self.path, self.query, &[("sort", column), ("dir", dir)]), now)
    }
}

/// Whose the list shows, with one press to everyone's, or from everyone's to one's own.
pub fn whose(cx: &Ctx, tree: &UnitTree, path: &str, query: &Fields, unit: Option<UnitId>) -> Markup {
    let named = |key, unit| cx.say().with(key, &[("unit", unit_name(tree, unit, cx.locale()).into())]);
    let home = cx.visitor().and_then(|visitor| visitor.home).filter(|home| tree.get(*home).is_some());
    html! {
        @match (unit, home) {
            (Some(unit), _) => p.whose {
                (named("web-list-unit", unit)) " "
                (link(&cx.t("web-list-all"), &with(path, query, &[("unit", "")])))
            },
            (None, Some(home)) => p.whose {
                (cx.t("web-list-everyone")) " "
                (link(&named("web-list-mine", home), &with(path, query, &[("unit", &home.to_string())])))
            },
            (None, None) => {},
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_the_filter_and_starts_on_its_first_page() {
        let query = Fields::parse("q=hånd&state=open&page=4&format=csv".as_bytes());
        assert_eq!(with("/m", &query, &[("state", "")]), "/m?q=h%C3%A5nd");
        assert_eq!(with("/m", &query, &[("page", "2")]), "/m?q=h%C3%A5nd&state=open&page=2");
        assert_eq!(with("/m", &Fields::default(), &[]), "/m");
        assert_eq!(page_of(&query), 4);
        assert_eq!(page_of(&Fields::parse(b"page=-3")), 1);
    }

    #[test]
    fn a_heading_sorts_and_turns_what_it_sorts() {
        let check = |query: &[u8], by: &str, column: &str, expected: (&str, Sorted)| {
            let query = Fields::parse(query);
            let sorting = Sorting::new("/plans", &query, &["name", "state"]);
            let (href, now) = sorting.head(column);
            assert_eq!((sorting.by(), href.as_str(), now), (by, expected.0, expected.1), "{column}");
        };
        check(b"", "name", "name", ("/plans?sort=name&dir=desc", Sorted::Up));
        check(b"", "name", "state", ("/plans?sort=state", Sorted::No));
        check(b"sort=state&dir=desc&page=3", "state", "state", ("/plans?sort=state", Sorted::Down));
        check(b"sort=weight", "name", "name", ("/plans?sort=name&dir=desc", Sorted::Up));
        let query = Fields::parse(b"dir=desc");
        let mut things = [2, 3, 1];
        Sorting::new("/", &query, &["n"]).sort(&mut things, |n| *n);
        assert_eq!(things, [3, 2, 1]);
    }
}
