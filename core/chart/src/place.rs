//! Where words may lie: inside the picture, on nothing that matters.

/// A box with its sides parallel to the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
}

/// From where to where a line runs.
pub(crate) type Segment = ((f64, f64), (f64, f64));

impl Rect {
    /// The square around a point.
    pub fn around(x: f64, y: f64, reach: f64) -> Self {
        Self { x0: x - reach, y0: y - reach, x1: x + reach, y1: y + reach }
    }

    /// Whether the two share any area.
    pub fn meets(&self, other: &Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// Whether this lies wholly in `other`.
    pub fn within(&self, other: &Self) -> bool {
        self.x0 >= other.x0 && self.x1 <= other.x1 && self.y0 >= other.y0 && self.y1 <= other.y1
    }

    /// Whether a line runs through (clipping after Liang and Barsky).
    pub fn crossed_by(&self, line: &Segment) -> bool {
        let ((ax, ay), (bx, by)) = *line;
        let (dx, dy) = (bx - ax, by - ay);
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (p, q) in [(-dx, ax - self.x0), (dx, self.x1 - ax), (-dy, ay - self.y0), (dy, self.y1 - ay)] {
            if p == 0.0 {
                if q < 0.0 {
                    return false;
                }
            } else if p < 0.0 {
                from = from.max(q / p);
            } else {
                to = to.min(q / p);
            }
        }
        from <= to
    }
}

/// Which end of a line of words stays put if the font is wider or narrower than estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }

    /// The x at which words in `rect` are anchored.
    pub fn x(self, rect: &Rect) -> f64 {
        match self {
            Self::Start => rect.x0,
            Self::Middle => f64::midpoint(rect.x0, rect.x1),
            Self::End => rect.x1,
        }
    }
}

/// Keeps account of what already lies in the picture.
pub(crate) struct Placer {
    bounds: Rect,
    taken: Vec<Rect>,
    lines: Vec<Segment>,
}

impl Placer {
    /// An empty picture.
    pub fn new(bounds: Rect) -> Self {
        Self { bounds, taken: Vec::new(), lines: Vec::new() }
    }

    /// Nothing may be laid here.
    pub fn block(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Words may cross this line only when there is no better place.
    pub fn avoid(&mut self, line: Segment) {
        self.lines.push(line);
    }

    /// Finds a place of `size` beside the point, keeps it and says how the words are anchored.
    /// `None` when every place nearby is taken.
    pub fn beside(&mut self, at: (f64, f64), size: (f64, f64), reach: f64, right_first: bool) -> Option<(Rect, Anchor)> {
        let mut best: Option<(f64, Rect, Anchor)> = None;
        for (rank, (rect, anchor)) in candidates(at, size, reach, right_first).into_iter().enumerate() {
            if !rect.within(&self.bounds) || self.taken.iter().any(|other| rect.meets(other)) {
                continue;
            }
            let crossings = self.lines.iter().filter(|line| rect.crossed_by(line)).count();
            let cost = crate::svg::count(crossings) * 20.0 + crate::svg::count(rank);
            if best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, rect, anchor));
            }
        }
        let (_, rect, anchor) = best?;
        self.block(rect);
        Some((rect, anchor))
    }
}

/// Places beside a point, the best first: a reader looks to the right, then above, then below.
fn candidates((x, y): (f64, f64), (w, h): (f64, f64), reach: f64, right_first: bool) -> Vec<(Rect, Anchor)> {
    let place = |x0: f64, y0: f64, anchor| (Rect { x0, y0, x1: x0 + w, y1: y0 + h }, anchor);
    let mut found = Vec::with_capacity(32);
    let beside = |found: &mut Vec<_>, d: f64| {
        for lift in [0.0, -0.35, 0.35, -0.7, 0.7] {
            found.push(place(x + d, y - h / 2.0 + lift * h, Anchor::Start));
        }
    };
    if right_first {
        beside(&mut found, reach);
    }
    for step in [1.0, 1.9, 3.2, 5.0] {
        let d = reach * step;
        found.push(place(x - w / 2.0, y - d - h, Anchor::Middle));
        found.push(place(x - w / 2.0, y + d, Anchor::Middle));
        found.push(place(x - w + reach, y - d - h, Anchor::End));
        found.push(place(x - w + reach, y + d, Anchor::End));
        found.push(place(x - reach, y - d - h, Anchor::Start));
        found.push(place(x - reach, y + d, Anchor::Start));
    }
    if !right_first {
        beside(&mut found, reach);
    }
    found.push(place(x - w - reach, y - h / 2.0, Anchor::End));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_a_box_is_seen() {
        let rect = Rect { x0: 0.0, y0: 0.0, x1: 10.0, y1: 10.0 };
        assert!(rect.crossed_by(&((-5.0, 5.0), (15.0, 5.0))));
        assert!(rect.crossed_by(&((5.0, 5.0), (5.0, 6.0))));
        assert!(!rect.crossed_by(&((-5.0, 20.0), (15.0, 20.0))));
        assert!(!rect.crossed_by(&((-5.0, 12.0), (12.0, 30.0))));
    }

    #[test]
    fn words_never_meet_and_never_leave() {
        let bounds = Rect { x0: 0.0, y0: 0.0, x1: 200.0, y1: 100.0 };
        let mut placer = Placer::new(bounds);
        let mut kept: Vec<Rect> = Vec::new();
        for _ in 0..20 {
            if let Some((rect, _)) = placer.beside((100.0, 50.0), (60.0, 20.0), 8.0, true) {
                assert!(rect.within(&bounds) && kept.iter().all(|other| !rect.meets(other)));
                kept.push(rect);
            }
        }
        assert!(kept.len() >= 3 && kept.len() < 20);
    }
}
