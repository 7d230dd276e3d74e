//! The batch interfaces against figures that other software and books give.

mod golden;
