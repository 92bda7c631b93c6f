//! The text as it was, piece by piece, each with the numbers of what was understood there.

use super::offer::Offer;
use waymark_programme::minutes::{Piece, PieceKind};

/// A stretch of the text.
pub(super) struct Stretch {
    pub(super) text: String,
    /// Whether nothing was understood of it.
    pub(super) unread: bool,
    /// The offers that begin in it: their places in the list, from 1, and their keys.
    pub(super) begins: Vec<(usize, String)>,
}

/// Every piece. An offer is numbered where it begins; one that stands nowhere is numbered nowhere.
pub(super) fn stretches(pieces: &[Piece], offers: &[Offer]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let begins: Vec<(usize, String)> = offers
            .iter()
            .enumerate()
            .filter(|(_, it)| it.at.end > it.at.start)
            .filter(|(_, it)| (piece.at.start..piece.at.end).contains(&it.at.start))
            .map(|(at, it)| (at + 1, it.key.clone()))
            .collect();
        let unread = piece.what == PieceKind::Unread;
        match out.last_mut() {
            // Fewer, longer stretches: a page with a thousand of them is slow to read aloud.
            Some(last) if last.unread == unread && begins.is_empty() => {
                last.text.push_str(&piece.text);
            }
            _ => out.push(Stretch {
                text: piece.text.clone(),
                unread,
                begins,
            }),
        }
    }
    out
}
