//! Best box and cut box: for each number of useful points the pair of limits for crossings and longest
//! run that is best at finding a shift of 0.8 standard deviations, among those whose specificity is at
//! least that of Anhøj's rule.
//!
//! Anhøj J, Wentzel-Larsen T (2020). Smooth operator: Modifying the Anhøj rules to improve runs analysis
//! in statistical process control charts. `PLoS` ONE 15(6): e0233920, supporting information.

use super::Counted;

/// For 10 to 100 useful points: fewest crossings and longest run of the best box; and of the cut box,
/// from how many crossings the longest run may fill the box, and how long it may be where the crossings
/// are fewest. Zeros where nothing is to be cut.
const BOXES: [(u8, u8, u8, u8); 91] = [
    (2, 6, 3, 5),
    (3, 7, 4, 6),
    (3, 6, 0, 0),
    (3, 6, 0, 0),
    (3, 6, 0, 0),
    (4, 7, 6, 6),
    (5, 8, 6, 7),
    (5, 7, 0, 0),
    (5, 7, 6, 6),
    (5, 7, 6, 5),
    (6, 7, 0, 0),
    (7, 8, 0, 0),
    (6, 7, 7, 6),
    (6, 7, 7, 6),
    (6, 7, 7, 6),
    (6, 7, 0, 0),
    (9, 9, 10, 7),
    (9, 8, 10, 7),
    (9, 8, 11, 7),
    (10, 8, 0, 0),
    (11, 10, 12, 9),
    (11, 9, 14, 8),
    (11, 8, 0, 0),
    (11, 8, 12, 7),
    (11, 8, 13, 7),
    (12, 8, 0, 0),
    (13, 9, 15, 8),
    (14, 10, 0, 0),
    (13, 8, 0, 0),
    (15, 11, 0, 0),
    (15, 9, 0, 0),
    (15, 9, 17, 8),
    (14, 8, 0, 0),
    (14, 8, 0, 0),
    (17, 10, 0, 0),
    (17, 9, 0, 0),
    (17, 9, 19, 8),
    (17, 9, 20, 7),
    (19, 12, 20, 11),
    (19, 10, 21, 9),
    (19, 9, 0, 0),
    (19, 9, 21, 8),
    (19, 9, 21, 7),
    (21, 11, 23, 9),
    (21, 10, 23, 8),
    (21, 9, 0, 0),
    (21, 9, 23, 8),
    (23, 12, 25, 11),
    (23, 10, 24, 9),
    (23, 10, 26, 8),
    (23, 9, 0, 0),
    (23, 9, 24, 8),
    (25, 11, 27, 9),
    (25, 10, 27, 9),
    (26, 11, 27, 10),
    (26, 10, 27, 9),
    (27, 12, 29, 10),
    (27, 10, 0, 0),
    (27, 10, 29, 8),
    (28, 11, 29, 8),
    (29, 14, 30, 13),
    (29, 11, 31, 9),
    (29, 10, 30, 9),
    (30, 11, 31, 10),
    (30, 10, 0, 0),
    (31, 12, 32, 9),
    (31, 11, 34, 8),
    (31, 10, 33, 9),
    (32, 11, 33, 8),
    (33, 13, 37, 11),
    (33, 11, 35, 9),
    (33, 10, 0, 0),
    (34, 11, 36, 10),
    (33, 10, 36, 7),
    (35, 11, 0, 0),
    (35, 11, 38, 8),
    (35, 10, 36, 9),
    (35, 10, 38, 8),
    (37, 12, 38, 10),
    (37, 11, 39, 9),
    (38, 12, 0, 0),
    (37, 10, 39, 9),
    (39, 13, 41, 12),
    (39, 11, 40, 10),
    (39, 11, 42, 8),
    (39, 10, 0, 0),
    (39, 10, 41, 8),
    (41, 12, 42, 9),
    (41, 11, 44, 9),
    (42, 12, 43, 10),
    (41, 10, 42, 9),
];

/// Whether the best box signals; `None` where there is none.
pub(super) fn best(counted: Counted) -> Option<bool> {
    let (crossings, longest, ..) = of(counted)?;
    Some(counted.crossings < crossings || counted.longest > longest)
}

/// Whether the cut box signals; `None` where there is none.
pub(super) fn cut(counted: Counted) -> Option<bool> {
    let (crossings, longest, full_from, corner) = of(counted)?;
    let (c, l) = (counted.crossings, counted.longest);
    if full_from == 0 {
        return Some(c < crossings || l > longest);
    }
    let inside = (c > crossings && l < longest) || (c == crossings && l <= corner) || (c >= full_from && l <= longest);
    Some(!inside)
}

fn of(counted: Counted) -> Option<(usize, usize, usize, usize)> {
    let (a, b, c, d) = *BOXES.get(counted.useful.checked_sub(10)?)?;
    Some((a.into(), b.into(), c.into(), d.into()))
}
