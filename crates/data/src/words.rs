//! The text of a return, kept once and named by number.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// One text of a return: an id, a worker's name, a cell that could not be read.
///
/// It is a number, so a log or an error can never show what a family's record said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u32);

impl Word {
    /// Its number among the words of its return, from 0.
    pub(crate) const fn number(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(text)")
    }
}

/// All the text of one return.
#[derive(Default, Clone)]
pub struct Words {
    texts: Vec<Arc<str>>,
    known: HashMap<Arc<str>, Word>,
}

impl Words {
    /// The word for a text, new or known.
    pub fn add(&mut self, text: &str) -> Word {
        if let Some(word) = self.known.get(text) {
            return *word;
        }
        let word = Word(
            u32::try_from(self.texts.len()).expect("a return has fewer than four billion texts"),
        );
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.known.insert(text, word);
        word
    }

    /// The text of a word of this return.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        &self.texts[word.0 as usize]
    }

    /// How many different texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({} texts)", self.texts.len())
    }
}
