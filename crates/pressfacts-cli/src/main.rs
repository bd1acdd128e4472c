//! The `pressfacts` command.

fn main() -> std::process::ExitCode {
    pressfacts_cli::main()
}
