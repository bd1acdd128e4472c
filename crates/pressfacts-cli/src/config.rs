//! `pressfacts.toml`: options that a project always uses.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum as _;
use encoding_rs::Encoding;
use pressfacts::{Family, OffsetUnit};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

use crate::args::{Format, Manners};
use crate::input::{checked_glob, named};
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
    #[serde(default, deserialize_with = "threads")]
    pub(crate) threads: Option<u16>,
    #[serde(default, deserialize_with = "globs")]
    pub(crate) glob: Vec<String>,
    #[serde(default, deserialize_with = "encoding")]
    pub(crate) encoding: Option<&'static Encoding>,
    pub(crate) offsets: Option<OffsetUnit>,
    #[serde(default, deserialize_with = "format")]
    pub(crate) format: Option<Format>,
}

fn format<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Format>, D::Error> {
    let name = String::deserialize(deserializer)?;
    Format::from_str(&name, false).map(Some).map_err(|_| D::Error::custom(format_args!("'{name}' is no format")))
}

// What the command line would refuse is refused while the file is read, which knows the line.

fn threads<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    let number = i64::deserialize(deserializer)?;
    let most = i64::from(MOST_THREADS);
    let number = u16::try_from(number).ok().filter(|number| (1..=MOST_THREADS).contains(number));
    number.map(Some).ok_or_else(|| D::Error::custom(format_args!("1 to {most} threads")))
}

fn globs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let globs = Vec::<Glob>::deserialize(deserializer)?;
    Ok(globs.into_iter().map(|Glob(glob)| glob).collect())
}

struct Glob(String);

impl<'de> Deserialize<'de> for Glob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        checked_glob(&String::deserialize(deserializer)?).map(Self).map_err(D::Error::custom)
    }
}

fn encoding<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static Encoding>, D::Error> {
    named(&String::deserialize(deserializer)?).map(Some).map_err(D::Error::custom)
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
