//! cargo-fuzz target; see [`pressfacts_fuzz::lexicon`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| pressfacts_fuzz::lexicon(data));
