//! Tests of the room, as one binary.
