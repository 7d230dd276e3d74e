//! The least and largest value of one variable under linear equations, by the simplex method.

/// Rounding that is taken for nothing.
const EPSILON: f64 = 1e-9;

/// The range of variable `column` among `n` variables that are not negative and satisfy every equation. From 0
/// to infinity when the equations contradict each other.
///
/// # Source
///
/// Two-phase simplex with Bland's rule: Chvátal V (1983). *Linear Programming*, chapters 2 and 3.
pub(super) fn range(n: usize, equations: &[(Vec<(usize, f64)>, f64)], column: usize) -> (f64, f64) {
    let Some(tableau) = Tableau::feasible(n, equations) else { return (0.0, f64::INFINITY) };
    let low = tableau.clone().least(column, 1.0).max(0.0);
    let high = -tableau.least(column, -1.0);
    (low, high)
}

/// Rows of coefficients with the right-hand side last, and which variable each row stands for.
#[derive(Clone)]
struct Tableau {
    rows: Vec<Vec<f64>>,
    basis: Vec<usize>,
    n: usize,
}

impl Tableau {
    /// A first corner, found by driving one helper variable per equation to zero.
    fn feasible(n: usize, equations: &[(Vec<(usize, f64)>, f64)]) -> Option<Self> {
        let m = equations.len();
        let mut rows = Vec::with_capacity(m);
        for (place, (terms, right)) in equations.iter().enumerate() {
            let flip = if *right < 0.0 { -1.0 } else { 1.0 };
            let mut row = vec![0.0; n + m + 1];
            for (column, sign) in terms {
                row[*column] += flip * sign;
            }
            row[n + place] = 1.0;
            row[n + m] = flip * right;
            rows.push(row);
        }
        let mut tableau = Self { rows, basis: (n..n + m).collect(), n: n + m };
        let cost: Vec<f64> = (0..n + m).map(|column| f64::from(u8::from(n <= column))).collect();
        let scale = equations.iter().map(|(_, right)| right.abs()).fold(1.0, f64::max);
        if EPSILON * scale < tableau.minimise(&cost)? {
            return None;
        }
        // Helpers that are still in the basis stand at zero; put a real variable there, or drop the row.
        let mut row = 0;
        while row < tableau.rows.len() {
            if tableau.basis[row] < n {
                row += 1;
            } else if let Some(column) = (0..n).find(|column| EPSILON < tableau.rows[row][*column].abs()) {
                tableau.pivot(row, column);
                row += 1;
            } else {
                tableau.rows.remove(row);
                tableau.basis.remove(row);
            }
        }
        for row in &mut tableau.rows {
            row.drain(n..n + m);
        }
        tableau.n = n;
        Some(tableau)
    }

    /// The least value of `sign` times one variable.
    fn least(mut self, column: usize, sign: f64) -> f64 {
        let mut cost = vec![0.0; self.n];
        cost[column] = sign;
        self.minimise(&cost).unwrap_or(f64::NEG_INFINITY)
    }

    /// The least cost; `None` when it has no end.
    fn minimise(&mut self, cost: &[f64]) -> Option<f64> {
        for _ in 0..100_000 {
            let reduced = |column: usize| {
                cost[column]
                    - self.rows.iter().zip(&self.basis).map(|(row, basic)| cost[*basic] * row[column]).sum::<f64>()
            };
            let Some(enter) = (0..self.n).find(|column| reduced(*column) < -EPSILON) else { break };
            let leave = (0..self.rows.len()).filter(|row| EPSILON < self.rows[*row][enter]).min_by(|a, b| {
                let ratio = |row: usize| self.rows[row][self.n] / self.rows[row][enter];
                ratio(*a).total_cmp(&ratio(*b)).then(self.basis[*a].cmp(&self.basis[*b]))
            })?;
            self.pivot(leave, enter);
        }
        Some(self.rows.iter().zip(&self.basis).map(|(row, basic)| cost[*basic] * row[self.n]).sum())
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let scale = self.rows[row][column];
        for value in &mut self.rows[row] {
            *value /= scale;
        }
        let chosen = self.rows[row].clone();
        for (place, other) in self.rows.iter_mut().enumerate() {
            let factor = other[column];
            if place != row && factor != 0.0 {
                for (value, chosen) in other.iter_mut().zip(&chosen) {
                    *value -= factor * chosen;
                }
            }
        }
        self.basis[row] = column;
    }
}
