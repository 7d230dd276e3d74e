//! Where words may lie: inside the picture, on nothing that matters.

use crate::svg::count;

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

    /// Whether a line runs through.
    pub fn crossed_by(&self, line: &Segment) -> bool {
        self.reach(line).is_some()
    }

    /// The part of a line that lies inside; its ends are kept to the last bit where they are.
    pub fn cut(&self, line: &Segment) -> Option<Segment> {
        let ((ax, ay), (bx, by)) = *line;
        let at = |share: f64| {
            let (x, y) = (ax + (bx - ax) * share, ay + (by - ay) * share);
            (x.clamp(self.x0, self.x1), y.clamp(self.y0, self.y1))
        };
        let (from, to) = self.reach(line)?;
        Some((if from <= 0.0 { (ax, ay) } else { at(from) }, if 1.0 <= to { (bx, by) } else { at(to) }))
    }

    /// From which to which share of its length a line lies inside (clipping after Liang and Barsky).
    fn reach(&self, line: &Segment) -> Option<(f64, f64)> {
        let ((ax, ay), (bx, by)) = *line;
        let (dx, dy) = (bx - ax, by - ay);
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (p, q) in [(-dx, ax - self.x0), (dx, self.x1 - ax), (-dy, ay - self.y0), (dy, self.y1 - ay)] {
            if p == 0.0 {
                if q < 0.0 {
                    return None;
                }
            } else if p < 0.0 {
                from = from.max(q / p);
            } else {
                to = to.min(q / p);
            }
        }
        (from <= to).then_some((from, to))
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
    /// Each line as the pieces it is drawn with.
    lines: Vec<Vec<Segment>>,
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
        self.lines.push(vec![line]);
    }

    /// The same for a curve: to cross several of its pieces is to cross it once.
    pub fn avoid_path(&mut self, points: &[(f64, f64)]) {
        self.lines.push(points.iter().copied().zip(points.iter().copied().skip(1)).collect());
    }

    /// How many lines run through.
    fn n_crossed(&self, rect: &Rect) -> usize {
        self.lines.iter().filter(|pieces| pieces.iter().any(|piece| rect.crossed_by(piece))).count()
    }

    /// The best of these places: the free one that crosses the fewest lines, the earlier of equals.
    pub fn best(&self, places: &[Rect]) -> Option<Rect> {
        let free = |rect: &&Rect| rect.within(&self.bounds) && !self.taken.iter().any(|other| rect.meets(other));
        places.iter().filter(free).min_by_key(|rect| self.n_crossed(rect)).copied()
    }

    /// Finds a place for each piece of words, so that all together lie as well as they can.
    ///
    /// `None` stands for a piece that is left out because every place nearby is taken.
    pub fn lay(&self, wanted: &[Wanted]) -> Arrangement {
        let places: Vec<Vec<Place>> = wanted.iter().map(|piece| self.places(piece)).collect();
        let mut search = Search { wanted, places: &places, best: None, steps: 0 };
        search.go(&mut Vec::new(), 0.0);
        search.best.map(|(_, found)| found).unwrap_or_default()
    }

    /// The free places for one piece, the cheapest first.
    fn places(&self, piece: &Wanted) -> Vec<Place> {
        let mut found = candidates(piece);
        found.retain(|(_, rect, _)| rect.within(&self.bounds) && !self.taken.iter().any(|other| rect.meets(other)));
        for (cost, rect, _) in &mut found {
            *cost += CROSSED * count(self.n_crossed(rect));
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found
    }
}

/// Where each piece lies and how its words are anchored; `None` where it was left out.
pub(crate) type Arrangement = Vec<Option<(Rect, Anchor)>>;

/// What a place costs, where it is, and how words are anchored there.
type Place = (f64, Rect, Anchor);

/// The search for the cheapest arrangement, piece by piece; branches that cannot beat the best
/// one so far are cut, and after enough steps the best one so far is good enough.
struct Search<'a> {
    wanted: &'a [Wanted],
    places: &'a [Vec<Place>],
    best: Option<(f64, Arrangement)>,
    steps: u32,
}

impl Search<'_> {
    fn go(&mut self, chosen: &mut Arrangement, cost: f64) {
        self.steps += 1;
        if self.best.as_ref().is_some_and(|(least, _)| cost >= *least || self.steps > STEPS) {
            return;
        }
        let Some(places) = self.places.get(chosen.len()) else {
            self.best = Some((cost, chosen.clone()));
            return;
        };
        for (more, rect, anchor) in places {
            if chosen.iter().flatten().all(|(other, _)| !rect.meets(other)) {
                let swapped = CROSSED * 3.0 * count(self.swaps(chosen, rect));
                chosen.push(Some((*rect, *anchor)));
                self.go(chosen, cost + more + swapped);
                chosen.pop();
            }
        }
        chosen.push(None);
        self.go(chosen, cost + LEFT_OUT);
        chosen.pop();
    }

    /// How many of the chosen pieces lie on the wrong side of the next one: words of the upper of
    /// two near points below those of the lower would be read as belonging to the other.
    fn swaps(&self, chosen: &Arrangement, rect: &Rect) -> usize {
        let Some(next) = self.wanted.get(chosen.len()) else {
            return 0;
        };
        let wrong = |(piece, place): &(&Wanted, &Option<(Rect, Anchor)>)| {
            place.as_ref().is_some_and(|(other, _)| {
                let near = (piece.at.0 - next.at.0).abs() < 40.0;
                near && (piece.at.1 - next.at.1) * (other.y0 + other.y1 - rect.y0 - rect.y1) < 0.0
            })
        };
        self.wanted.iter().zip(chosen).filter(wrong).count()
    }
}

/// Words that want to lie beside a point.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    pub at: (f64, f64),
    pub size: (f64, f64),
    /// Distance from the point.
    pub reach: f64,
    /// Whether the place to the right is the best one rather than the last.
    pub right_first: bool,
}

/// What it costs to lie across a line; a place two steps further away costs about as much.
const CROSSED: f64 = 25.0;
/// What it costs to be left out.
const LEFT_OUT: f64 = 500.0;
/// After this many steps the search ends with what it has.
const STEPS: u32 = 20_000;

/// Places beside a point with what they cost: a reader looks to the right, then above, then
/// below, and the further away, the dearer.
fn candidates(piece: &Wanted) -> Vec<Place> {
    let ((x, y), (w, h), reach) = (piece.at, piece.size, piece.reach);
    let place = |cost, x0: f64, y0: f64, anchor| (cost, Rect { x0, y0, x1: x0 + w, y1: y0 + h }, anchor);
    let (beside, around) = if piece.right_first { (0.0, 10.0) } else { (12.0, 0.0) };
    let mut found = Vec::with_capacity(40);
    for lift in [0.0, -0.2, 0.2, -0.35, 0.35, -0.5, 0.5, -0.65, 0.65, -0.9, 0.9] {
        found.push(place(beside + 12.0 * lift * lift, x + reach, y - h / 2.0 + lift * h, Anchor::Start));
    }
    for step in [1.0, 1.9, 3.2, 5.0] {
        let (away, cost) = (reach * step, around + 8.0 * (step - 1.0));
        found.push(place(cost, x - w / 2.0, y - away - h, Anchor::Middle));
        found.push(place(cost + 1.0, x - w / 2.0, y + away, Anchor::Middle));
        found.push(place(cost + 2.0, x - w + reach, y - away - h, Anchor::End));
        found.push(place(cost + 3.0, x - w + reach, y + away, Anchor::End));
        found.push(place(cost + 4.0, x - reach, y - away - h, Anchor::Start));
        found.push(place(cost + 5.0, x - reach, y + away, Anchor::Start));
    }
    found.push(place(around + 14.0, x - w - reach, y - h / 2.0, Anchor::End));
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
        let piece = Wanted { at: (100.0, 50.0), size: (60.0, 20.0), reach: 8.0, right_first: true };
        for n in [1, 4, 20] {
            let laid = Placer::new(bounds).lay(&vec![piece; n]);
            assert_eq!(laid.len(), n);
            let kept: Vec<Rect> = laid.into_iter().flatten().map(|(rect, _)| rect).collect();
            assert!(kept.len() >= n.min(3) && kept.len() < 20, "{n}: {}", kept.len());
            for (i, rect) in kept.iter().enumerate() {
                assert!(rect.within(&bounds) && kept[..i].iter().all(|other| !rect.meets(other)));
            }
        }
    }

    #[test]
    fn the_words_of_the_upper_point_lie_above() {
        let mut placer = Placer::new(Rect { x0: 0.0, y0: 0.0, x1: 130.0, y1: 300.0 });
        placer.avoid(((100.0, 120.0), (100.0, 180.0)));
        let piece = |y, w| Wanted { at: (100.0, y), size: (w, 30.0), reach: 10.0, right_first: false };
        let laid = placer.lay(&[piece(154.0, 50.0), piece(148.0, 80.0)]);
        let tops: Vec<f64> = laid.iter().flatten().map(|(rect, _)| rect.y0).collect();
        assert!(tops.len() == 2 && tops[1] < tops[0], "{tops:?}");
    }

    #[test]
    fn pieces_side_by_side_share_the_room_to_the_right() {
        let mut placer = Placer::new(Rect { x0: 0.0, y0: 0.0, x1: 200.0, y1: 200.0 });
        let piece = |y| Wanted { at: (100.0, y), size: (80.0, 30.0), reach: 10.0, right_first: true };
        placer.avoid(((0.0, 104.0), (100.0, 104.0)));
        let laid = placer.lay(&[piece(104.0), piece(98.0)]);
        let tops: Vec<f64> = laid.iter().flatten().map(|(rect, _)| rect.y0).collect();
        assert!(tops.len() == 2 && tops[1] < tops[0], "{tops:?}");
        assert!(laid.iter().flatten().all(|(rect, _)| (rect.x0 - 110.0).abs() < 1e-9), "{laid:?}");
    }
}
