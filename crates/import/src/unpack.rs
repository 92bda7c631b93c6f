//! The files of a zip, each read in memory, none written, within limits of number and size.

use crate::ImportError;
use crate::intake::{Intake, inner_name};
use std::io::{Cursor, Read};
use waymark_data::Place;
use zip::ZipArchive;
use zip::result::ZipError;

/// Reads every file of a zip.
pub(crate) fn zip(
    intake: &mut Intake<'_>,
    place: &Place,
    bytes: &[u8],
    depth: u8,
) -> Result<(), ImportError> {
    let file = inner_name(place).to_owned();
    let mut archive = open(&file, bytes)?;
    let names = entries(&mut archive, &file)?;
    if names.len() > intake.files_left {
        return Err(ImportError::TooManyFiles {
            file,
            limit: intake.limits.files,
        });
    }
    intake.files_left -= names.len();
    for (at, name) in names {
        if passed_over(&name) {
            continue;
        }
        let content = unpacked(&mut archive, at, &file, intake)?;
        let within = Place {
            file: place.file.clone(),
            sheet: join(&place.sheet, &name),
        };
        intake.bytes(&within, &content, depth + 1)?;
    }
    Ok(())
}

/// Opens a zip that is known to begin like one.
pub(crate) fn open<'b>(
    file: &str,
    bytes: &'b [u8],
) -> Result<ZipArchive<Cursor<&'b [u8]>>, ImportError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::HalfZip {
        file: file.to_owned(),
    })
}

/// The number and name of each file, in the order of the zip. A password is refused here.
pub(crate) fn entries(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    file: &str,
) -> Result<Vec<(usize, String)>, ImportError> {
    let mut out = Vec::with_capacity(archive.len().min(10_000));
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(|it| reason(&it, file))?;
        if entry.encrypted() {
            return Err(ImportError::Password {
                file: file.to_owned(),
            });
        }
        if !entry.is_dir() {
            let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/");
            out.push((at, name));
        }
    }
    Ok(out)
}

/// All bytes of one file, taken from what may still be unpacked. What a zip says of its own sizes is not believed.
pub(crate) fn unpacked(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    at: usize,
    file: &str,
    intake: &mut Intake<'_>,
) -> Result<Vec<u8>, ImportError> {
    let entry = archive.by_index(at).map_err(|it| reason(&it, file))?;
    let mut out = Vec::new();
    entry
        .take(intake.budget + 1)
        .read_to_end(&mut out)
        .map_err(|_| ImportError::HalfZip {
            file: file.to_owned(),
        })?;
    spend(intake, out.len() as u64, file)?;
    Ok(out)
}

/// Takes bytes from what may still be unpacked.
pub(crate) fn spend(intake: &mut Intake<'_>, bytes: u64, file: &str) -> Result<(), ImportError> {
    intake.budget = intake
        .budget
        .checked_sub(bytes)
        .ok_or_else(|| ImportError::too_big(file, intake.limits))?;
    Ok(())
}

/// Why a file of a zip cannot be unpacked.
pub(crate) fn reason(error: &ZipError, file: &str) -> ImportError {
    let file = file.to_owned();
    match error {
        ZipError::InvalidPassword => ImportError::Password { file },
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => {
            ImportError::Password { file }
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            ImportError::Damaged {
                place: Place {
                    file,
                    sheet: String::new(),
                },
                line: None,
                why: "it is packed in a way that is not read (only plain zip is)",
            }
        }
        _ => ImportError::HalfZip { file },
    }
}

/// Files that computers add of themselves.
fn passed_over(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/")
        || last.starts_with('.')
        || last.starts_with("~$")
        || last.eq_ignore_ascii_case("thumbs.db")
        || last.eq_ignore_ascii_case("desktop.ini")
}

/// A place within a place: "inner.xlsx, List 1".
pub(crate) fn join(outer: &str, inner: &str) -> String {
    if outer.is_empty() {
        inner.to_owned()
    } else {
        format!("{outer}, {inner}")
    }
}
