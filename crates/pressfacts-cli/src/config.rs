//! `pressfacts.toml`: options that a project always uses.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum as _;
use pressfacts::{Family, OffsetUnit};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

use crate::args::{Format, Manners};
use crate::report::{Reporter, Usage};

/// The file looked for, from the working directory upwards.
const NAME: &str = "pressfacts.toml";

/// As the command line has it.
const MOST_THREADS: u16 = 256;

/// What the file may say. The command line goes before it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// Lexicons; relative to the file.
    #[serde(default)]
    pub(crate) lexicon: Vec<PathBuf>,
    #[serde(default)]
    pub(crate) only: Vec<Family>,
    pub(crate) threads: Option<u16>,
    #[serde(default)]
    pub(crate) glob: Vec<String>,
    pub(crate) encoding: Option<String>,
    pub(crate) offsets: Option<OffsetUnit>,
    #[serde(default, deserialize_with = "format")]
    pub(crate) format: Option<Format>,
}

fn format<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Format>, D::Error> {
    let name = String::deserialize(deserializer)?;
    Format::from_str(&name, false).map(Some).map_err(|_| D::Error::custom(format_args!("'{name}' is no format")))
}

impl Config {
    /// The file that is named, or the nearest one upwards; nothing where there is none or none is wanted.
    pub(crate) fn load(manners: &Manners, reporter: Reporter) -> anyhow::Result<Self> {
        let named = manners.config.clone();
        let found = if manners.no_config { None } else { named.or_else(nearest) };
        let Some(path) = found else { return Ok(Self::default()) };
        let text = fs::read_to_string(&path).map_err(|error| Usage(format!("{}: {error}", path.display())))?;
        let mut config: Self =
            toml::from_str(&text).map_err(|error| Usage(format!("{}: {}", path.display(), error.to_string().trim_end())))?;
        if config.threads.is_some_and(|threads| !(1..=MOST_THREADS).contains(&threads)) {
            return Err(Usage(format!("{}: threads: 1 to {MOST_THREADS}", path.display())).into());
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        for lexicon in &mut config.lexicon {
            *lexicon = folder.join(&*lexicon);
        }
        reporter.note(format_args!("options of {}", path.display()));
        Ok(config)
    }
}

fn nearest() -> Option<PathBuf> {
    // Without a working directory there is nowhere to look.
    let start = std::env::current_dir().ok()?;
    start.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}
