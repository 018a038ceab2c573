//! Invented texts that copy each other.

use super::{CopyFinder, Overlap, Sketch};

/// A text of `count` words that no other seed gives.
fn words(seed: u64, count: usize) -> String {
    let mut state = seed;
    let mut text = String::new();
    for _ in 0..count {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        text.push_str(&format!("w{} ", state >> 40));
    }
    text
}

#[test]
fn what_stands_between_words_does_not_count() {
    let one = "The Minister said that he would come to Norvik on Friday.";
    let other = "THE MINISTER SAID THAT\nHE WOULD — COME TO “NORVIK” ON FRIDAY";
    let overlap = Overlap::new(one, other);
    assert_eq!((overlap.shared, overlap.one, overlap.other), (5, 5, 5));
}

#[test]
fn a_page_that_quotes_a_cable_whole_contains_it() {
    let cable = words(1, 300);
    let page = format!("{} {cable} {}", words(2, 2000), words(3, 500));
    let overlap = Overlap::new(&cable, &page);
    assert_eq!(overlap.containment(), 1000);
    assert!(overlap.resemblance() < 200 && overlap.is_copy());
    let estimated = Overlap::estimated(&Sketch::new(&cable), &Sketch::new(&page));
    assert!(estimated.containment() >= 900, "{estimated:?}");
}

#[test]
fn copies_are_found_in_any_order() {
    let texts: Vec<String> = (0..40)
        .map(|seed| words(seed % 20, 60 + 20 * (seed as usize % 20)))
        .collect();
    let found = |order: &[usize]| {
        let mut finder = CopyFinder::default();
        for at in order {
            finder.put(*at as u64, Sketch::new(&texts[*at]));
        }
        let candidates = finder.candidates().into_iter();
        candidates
            .map(|found| (found.one, found.other))
            .collect::<Vec<_>>()
    };
    let order: Vec<usize> = (0..40).collect();
    let turned: Vec<usize> = (0..40).rev().collect();
    assert_eq!(
        found(&order),
        (0..20).map(|at| (at, at + 20)).collect::<Vec<(u64, u64)>>()
    );
    assert_eq!(found(&order), found(&turned));
}

#[test]
fn short_and_empty_texts_are_no_copies() {
    assert!(!Overlap::new("Yours sincerely", "Yours sincerely").is_copy());
    assert_eq!(Sketch::new("").shingle_count, 0);
}
