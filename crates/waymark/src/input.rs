//! The files of a return as given on the command line.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use waymark_import::InputFile;

/// Reads files, and every file of folders (one level), in the order of their names.
///
/// # Errors
/// When a path does not exist or cannot be read, or a folder holds no file.
pub(crate) fn files(paths: &[PathBuf]) -> Result<Vec<InputFile<'static>>> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = std::fs::read_dir(path)
                .with_context(|| format!("could not open the folder {}", path.display()))?;
            let mut inside: Vec<PathBuf> = entries
                .filter_map(|it| Some(it.ok()?.path()))
                .filter(|it| it.is_file() && !hidden(it))
                .collect();
            inside.sort();
            if inside.is_empty() {
                bail!("the folder {} holds no file", path.display());
            }
            for file in inside {
                out.push(read(&file)?);
            }
        } else {
            out.push(read(path)?);
        }
    }
    Ok(out)
}

fn hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn read(path: &Path) -> Result<InputFile<'static>> {
    let bytes =
        std::fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |it| it.to_string_lossy().into_owned(),
    );
    Ok(InputFile::new(name, bytes))
}
