//! Fixtures and the marked-text check that tests of several crates share; not part of the program.
