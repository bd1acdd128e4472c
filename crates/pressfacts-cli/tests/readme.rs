//! The README and the pages under `docs` show what the command really prints. `TRYCMD=overwrite cargo test -p pressfacts-cli` writes it anew.

#[test]
fn the_pages_show_real_output() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    std::env::set_current_dir(root).expect("the root of the workspace");
    trycmd::TestCases::new().case("README.md").case("docs/*.md");
}
