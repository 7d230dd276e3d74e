//! Remembering what was worked out lately.
//!
//! Charts of the same length ask for the same quantiles and the same law of runs again and again. A memo
//! holds a fixed number of answers, each thread its own; a new one takes the place of an older. It changes
//! how long an answer takes and nothing else.

use std::cell::Cell;

/// Two words that an answer was worked out from, and the answer.
type Slot = Cell<Option<(u64, u64, f64)>>;

/// Answers to the questions asked lately.
pub(crate) struct Memo<const SLOTS: usize>([Slot; SLOTS]);

impl<const SLOTS: usize> Memo<SLOTS> {
    pub(crate) const fn new() -> Self {
        Self([const { Cell::new(None) }; SLOTS])
    }

    /// The answer to a question of two words; worked out unless it is remembered.
    pub(crate) fn get(&self, a: u64, b: u64, work: impl FnOnce() -> f64) -> f64 {
        // Multiplied by odd constants, so that near questions lie in slots far apart.
        let mixed = (a ^ b.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ b.wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
        let place = (mixed >> 32) as usize % SLOTS;
        if let Some((of_a, of_b, answer)) = self.0[place].get()
            && (of_a, of_b) == (a, b)
        {
            return answer;
        }
        let answer = work();
        self.0[place].set(Some((a, b, answer)));
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn answers_are_those_of_their_own_question() {
        let memo = Memo::<4>::new();
        for _ in 0..2 {
            for (a, b) in (0..20_u32).flat_map(|a| (0..20_u32).map(move |b| (a, b))) {
                let answer = f64::from(100 * a + b);
                assert_eq!(memo.get(a.into(), b.into(), || answer).to_bits(), answer.to_bits());
            }
        }
        assert_eq!(memo.get(19, 19, || f64::NAN).to_bits(), 1919_f64.to_bits(), "the last one is remembered");
    }
}
