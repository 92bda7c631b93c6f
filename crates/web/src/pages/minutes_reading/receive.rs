//! Minutes as a browser sends them: pasted, or a file.

use super::LARGEST;
use crate::parts::{self, Parts};
use crate::problem::Problem;
use crate::user::User;
use axum::extract::Multipart;

/// What was sent: a name for messages, and bytes.
pub(super) struct Sent {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Why nothing was read.
pub(super) enum Broken {
    /// A page of its own.
    Problem(Problem),
    /// Said beside the form: the control, and the words.
    Said(&'static str, &'static str),
}

impl From<parts::Broken> for Broken {
    fn from(broken: parts::Broken) -> Self {
        match broken {
            parts::Broken::TooLarge => Self::Said("file", TOO_BIG),
            other => Self::Problem(other.into()),
        }
    }
}

/// Reads the form. A file counts before pasted text.
pub(super) async fn receive(user: &User, form: Multipart) -> Result<Sent, Broken> {
    let mut form = Parts::open(form, &user.csrf).await?;
    let (mut pasted, mut file) = (String::new(), None);
    while let Some(part) = form.next().await? {
        match part.name.as_str() {
            "pasted" => pasted = part.text(LARGEST).await?,
            "file" => {
                let name = part.file.clone().unwrap_or_default();
                let bytes = part.bytes(LARGEST).await?;
                if !name.is_empty() {
                    file = Some(Sent { name, bytes });
                }
            }
            _ => {}
        }
    }
    match file {
        Some(file) => Ok(file),
        None if pasted.trim().is_empty() => Err(Broken::Said(
            "pasted",
            "Paste the minutes, or choose their file",
        )),
        None => Ok(Sent {
            name: "The pasted text".to_owned(),
            // A form sends every line end as two characters.
            bytes: pasted.replace("\r\n", "\n").into_bytes(),
        }),
    }
}

const TOO_BIG: &str =
    "The file is larger than 10 MB. Save it without pictures, or copy its text and paste it";
