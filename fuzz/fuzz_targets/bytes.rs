//! cargo-fuzz target; see [`pressfacts_fuzz::bytes`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| pressfacts_fuzz::bytes(data));
