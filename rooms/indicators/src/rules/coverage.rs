//! How much is known of a level of the service: how many of the sources say anything about it.

/// Sources about fewer than this share of a level make its picture very limited. Our choice.
const LIMITED_BELOW: f64 = 1.0 / 3.0;

/// How much is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// No source says anything.
    Nothing,
    /// Few do.
    VeryLimited,
    /// A good part of them do; how good they are is another matter.
    Some,
}

/// How much `n` of `of` sources give.
pub fn coverage(n: usize, of: usize) -> Coverage {
    #[expect(clippy::cast_precision_loss, reason = "no register holds 2^53 sources")]
    let share = if of == 0 { 0.0 } else { n as f64 / of as f64 };
    match n {
        0 => Coverage::Nothing,
        _ if share < LIMITED_BELOW => Coverage::VeryLimited,
        _ => Coverage::Some,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_sources_make_a_limited_picture_and_none_make_none() {
        for (n, of, expected) in [
            (0, 0, Coverage::Nothing),
            (0, 9, Coverage::Nothing),
            (1, 9, Coverage::VeryLimited),
            (2, 9, Coverage::VeryLimited),
            (3, 9, Coverage::Some),
            (1, 1, Coverage::Some),
        ] {
            assert_eq!(coverage(n, of), expected, "{n} of {of}");
        }
    }
}
