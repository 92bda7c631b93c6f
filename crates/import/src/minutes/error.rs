//! Why a file is not minutes: what it is, why it cannot be read, what to do. Never with its words.

use std::fmt;

/// Why no minutes were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MinutesError {
    /// Nothing in it.
    Empty {
        /// Its name.
        file: String,
    },
    /// Another kind of file.
    NotMinutes {
        /// Its name.
        file: String,
        /// What it is, in words.
        is: &'static str,
        /// What the person can do.
        instead: &'static str,
    },
    /// It wants a password.
    Password {
        /// Its name.
        file: String,
    },
    /// Its end or a part of it is missing.
    Half {
        /// Its name.
        file: String,
        /// The line it stops at, from 1, where it has lines.
        line: Option<u32>,
    },
    /// Something in it breaks the rules of its format.
    Damaged {
        /// Its name.
        file: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// More than minutes ever hold.
    TooBig {
        /// Its name.
        file: String,
        /// The most megabytes that are read.
        megabytes: u64,
    },
    /// The reader itself failed on this file.
    Stumbled {
        /// Its name.
        file: String,
    },
}

impl std::error::Error for MinutesError {}

impl fmt::Display for MinutesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { file } => write!(
                f,
                "{file} has no text in it. It may not have been saved or copied fully: open it, check that it holds the minutes, and give it again."
            ),
            Self::NotMinutes { file, is, instead } => write!(
                f,
                "{file} is {is}, and minutes are not read from that. {instead}"
            ),
            Self::Password { file } => write!(
                f,
                "{file} is protected by a password: save a copy without it, and give the copy."
            ),
            Self::Half { file, line } => {
                write!(f, "{file} is not a whole file: ")?;
                match line {
                    Some(line) => write!(
                        f,
                        "it stops at line {line}, before its last element is closed"
                    )?,
                    None => f.write_str("its end or a part of it is missing")?,
                }
                f.write_str(", so items may be missing. It was probably cut off while it was copied or sent. Copy it again from where it was made.")
            }
            Self::Damaged { file, why } => write!(
                f,
                "{file}: {why}. The file is damaged or was written wrongly, and reading on could lose words. Open it, save it again, or copy its text and paste it."
            ),
            Self::TooBig { file, megabytes } => write!(
                f,
                "{file} comes to more than {megabytes} MB of text, which no minutes do. Nothing of it was kept. Check what is inside it."
            ),
            Self::Stumbled { file } => write!(
                f,
                "{file} could not be read. It may be damaged: open it, copy its text, and paste it."
            ),
        }
    }
}
