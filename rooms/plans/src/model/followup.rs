//! Wheels, rounds, proposals, pilots, alternatives and votes.
