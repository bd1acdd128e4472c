//! cargo-fuzz target; see [`pressfacts_fuzz::lines`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| pressfacts_fuzz::lines(data));
