//! The order in which a plan tells its goals, parts and measures.

varde_kernel::named! {
    /// Which way something is moved.
    Way {
        /// Before the one above it.
        Up "up",
        /// After the one below it.
        Down "down",
    }
}

/// The list with one item moved past its nearest sibling; nothing when it has none that way. What is no
/// sibling keeps its place.
pub fn moved<T: Copy + PartialEq>(list: &[T], is_sibling: impl Fn(T) -> bool, item: T, way: Way) -> Option<Vec<T>> {
    let siblings: Vec<T> = list.iter().copied().filter(|one| is_sibling(*one)).collect();
    let place = siblings.iter().position(|one| *one == item)?;
    let other = match way {
        Way::Up => place.checked_sub(1)?,
        Way::Down => place + 1,
    };
    let other = *siblings.get(other)?;
    let swapped = |one: &T| match *one {
        one if one == item => other,
        one if one == other => item,
        one => one,
    };
    Some(list.iter().map(swapped).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(item: i64, way: Way, expected: Option<&[i64]>) {
        // Even numbers are siblings.
        let list = [2, 1, 4, 3, 6];
        assert_eq!(moved(&list, |one| one % 2 == 0, item, way).as_deref(), expected, "{item} {way:?}");
    }

    #[test]
    fn something_moves_past_its_sibling_and_leaves_the_others_where_they_are() {
        check(4, Way::Up, Some(&[4, 1, 2, 3, 6]));
        check(4, Way::Down, Some(&[2, 1, 6, 3, 4]));
    }

    #[test]
    fn the_first_and_the_last_stay_and_so_does_what_is_not_there() {
        check(2, Way::Up, None);
        check(6, Way::Down, None);
        check(8, Way::Down, None);
        check(3, Way::Up, None);
    }
}
