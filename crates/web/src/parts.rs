//! A form in parts, as a browser sends one that may carry files. Its secret comes first, so that nothing is read for anybody
//! else, and nothing is read beyond its limit.

use crate::forms::{CSRF, same_secret};
use crate::problem::Problem;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;

/// The most bytes of the secret's own part.
const SECRET: usize = 1000;

/// A form whose secret was the right one.
pub(crate) struct Parts(Multipart);

/// Why a form, or the rest of it, was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// It is not one of this session's.
    OldForm,
    /// A part, or the whole, is larger than it may be.
    TooLarge,
    /// It stopped before its end, or is no form at all.
    Garbled,
}

impl From<Broken> for Problem {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::OldForm => Self::OldForm,
            Broken::TooLarge | Broken::Garbled => Self::NotUnderstood,
        }
    }
}

impl Parts {
    /// Opens a form that must begin with this secret.
    pub(crate) async fn open(form: Multipart, secret: &str) -> Result<Self, Broken> {
        let mut parts = Self(form);
        let first = parts.next().await?.ok_or(Broken::OldForm)?;
        if first.name == CSRF && same_secret(first.text(SECRET).await?.trim(), secret) {
            Ok(parts)
        } else {
            Err(Broken::OldForm)
        }
    }

    /// The next part. What was not read of the one before is passed over.
    pub(crate) async fn next(&mut self) -> Result<Option<Part<'_>>, Broken> {
        let field = self.0.next_field().await.map_err(broken)?;
        Ok(field.map(|field| Part {
            name: field.name().unwrap_or("").to_owned(),
            file: field.file_name().map(plain_name),
            field,
        }))
    }
}

/// One part of a form.
pub(crate) struct Part<'a> {
    field: Field<'a>,
    /// The name of its question.
    pub(crate) name: String,
    /// A file's name; empty where a browser had none to send. None: it is no file.
    pub(crate) file: Option<String>,
}

impl Part<'_> {
    /// Its bytes, up to so many.
    pub(crate) async fn bytes(mut self, most: usize) -> Result<Vec<u8>, Broken> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.field.chunk().await.map_err(broken)? {
            if bytes.len() + piece.len() > most {
                return Err(Broken::TooLarge);
            }
            bytes.extend_from_slice(&piece);
        }
        Ok(bytes)
    }

    /// Its text, up to so many bytes.
    pub(crate) async fn text(self, most: usize) -> Result<String, Broken> {
        String::from_utf8(self.bytes(most).await?).map_err(|_| Broken::Garbled)
    }
}

fn broken(error: MultipartError) -> Broken {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Broken::TooLarge
    } else {
        Broken::Garbled
    }
}

/// A file's name without folders and without what cannot be shown.
fn plain_name(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or("");
    name.chars()
        .filter(|it| !it.is_control())
        .take(200)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_files_name_has_no_folders_and_no_tricks() {
        assert_eq!(plain_name("C:\\Users\\ana\\Annex A.xlsx"), "Annex A.xlsx");
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("list\r\n1.csv"), "list1.csv");
        assert_eq!(plain_name(" a\u{7}b\r\n.txt "), "ab.txt");
        assert_eq!(plain_name("/"), "");
    }
}
