//! Labels at the right end of lines, moved apart where they would meet.

use crate::ink::Role;
use crate::place::Anchor;
use crate::svg::{Svg, count};
use crate::text::{width, wrap};
use crate::words::words;

/// A label at the right end of a line. `K` says which line.
#[derive(Debug, Clone)]
pub(crate) struct EndLabel<K> {
    pub line: K,
    value: f64,
    lines: Vec<String>,
    size: f64,
    role: Role,
    bold: bool,
    /// Upper edge, once it is known.
    top: f64,
    /// Height of the line it names.
    y: f64,
}

impl<K: Copy> EndLabel<K> {
    /// A label for the line that ends at `value`, wrapped to `room`; `None` without words.
    pub fn new(line: K, value: f64, text: &str, size: f64, room: f64, role: Role, bold: bool) -> Option<Self> {
        let lines = wrap(text, size, bold, room, 2);
        (!lines.is_empty()).then_some(Self { line, value, lines, size, role, bold, top: 0.0, y: 0.0 })
    }

    /// Estimated width of the widest line.
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|line| width(line, self.size, self.bold)).fold(0.0, f64::max)
    }

    fn height(&self) -> f64 {
        count(self.lines.len()) * self.size * 1.18
    }
}

/// Moves the labels apart within `bounds`; what finds no room is dropped, the least important first.
pub(crate) fn spread<K: Copy>(labels: &mut Vec<EndLabel<K>>, height_of: impl Fn(f64) -> f64, bounds: (f64, f64)) {
    while labels.iter().map(EndLabel::height).sum::<f64>() > bounds.1 - bounds.0 {
        labels.pop();
    }
    for label in labels.iter_mut() {
        label.y = height_of(label.value);
        label.top = label.y - label.height() / 2.0;
    }
    // The same value twice: the earlier in the list stands above.
    labels.sort_by(|a, b| a.y.total_cmp(&b.y));
    // Blocks of touching labels are centred on where their members want to be.
    let mut blocks: Vec<(f64, f64, f64, usize)> = Vec::new();
    for label in labels.iter() {
        let (height, wish) = (label.height(), label.y);
        blocks.push((wish - height / 2.0, height, wish, 1));
        while let [.., a, b] = blocks.as_slice()
            && a.0 + a.1 > b.0
        {
            let n = a.3 + b.3;
            let height = a.1 + b.1;
            let wish = (a.2 * count(a.3) + b.2 * count(b.3)) / count(n);
            blocks.truncate(blocks.len() - 2);
            let top = (wish - height / 2.0).clamp(bounds.0, (bounds.1 - height).max(bounds.0));
            blocks.push((top, height, wish, n));
        }
        // A block that was moved in at the rim may meet the one before it.
        if let Some(block) = blocks.last_mut() {
            block.0 = block.0.clamp(bounds.0, (bounds.1 - block.1).max(bounds.0));
        }
        while let [.., a, b] = blocks.as_slice()
            && a.0 + a.1 > b.0 + 1e-9
        {
            let joined = ((b.0 - a.1).max(bounds.0).min(bounds.1 - a.1 - b.1), a.1 + b.1, a.2, a.3 + b.3);
            blocks.truncate(blocks.len() - 2);
            blocks.push(joined);
        }
    }
    let mut rest = labels.iter_mut();
    for (top, _, _, n) in blocks {
        let mut y = top;
        for label in rest.by_ref().take(n) {
            label.top = y;
            y += label.height();
        }
    }
}

/// Writes the labels right of `edge`, with a thin lead where one had to move.
pub(crate) fn draw<K: Copy>(svg: &mut Svg, labels: &[EndLabel<K>], edge: f64) {
    let x = edge + 8.0;
    for label in labels {
        let middle = label.top + label.height() / 2.0;
        if (middle - label.y).abs() > label.size * 0.45 {
            svg.line((edge + 1.0, label.y), (x - 1.0, middle), Role::Line, 0.8);
        }
        for (i, line) in label.lines.iter().enumerate() {
            let y = label.top + label.size * (0.95 + count(i) * 1.18);
            words(svg, line, (x, y), Anchor::Start, label.size, label.role, label.bold);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tops(values: &[f64], bounds: (f64, f64)) -> Vec<(f64, f64)> {
        let label = |value: &f64| EndLabel::new((), *value, "Snitt", 14.0, 100.0, Role::Ink, false);
        let mut labels: Vec<EndLabel<()>> = values.iter().filter_map(label).collect();
        spread(&mut labels, |value| value, bounds);
        labels.iter().map(|label| (label.top, label.top + label.height())).collect()
    }

    #[test]
    fn labels_never_meet_and_stay_within() {
        for values in
            [&[50.0, 50.0, 52.0][..], &[0.0, 1.0, 99.0, 100.0], &[100.0; 6], &[0.0; 9], &[30.0, 44.0, 45.0, 60.0]]
        {
            let found = tops(values, (0.0, 100.0));
            assert!(!found.is_empty());
            for (above, below) in found.iter().zip(found.iter().skip(1)) {
                assert!(above.1 <= below.0 + 1e-6, "{values:?}: {found:?}");
            }
            assert!(found.iter().all(|(top, foot)| *top >= -1e-6 && *foot <= 100.0 + 1e-6), "{values:?}: {found:?}");
        }
    }

    #[test]
    fn labels_with_room_lie_at_their_lines() {
        for ((top, foot), value) in tops(&[20.0, 50.0, 80.0], (0.0, 100.0)).into_iter().zip([20.0, 50.0, 80.0]) {
            assert!((f64::midpoint(top, foot) - value).abs() < 1e-9);
        }
    }
}
