//! A PDF read back: its tree of tags and what it says of itself.

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, String as Words};

/// An element of the structure tree.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) kind: String,
    pub(crate) alt: Option<String>,
    /// Of a heading: its words.
    pub(crate) title: Option<String>,
    /// Of a header cell: what it heads.
    pub(crate) scope: Option<String>,
    pub(crate) children: Vec<Tag>,
}

impl Tag {
    /// This element and all below it.
    pub(crate) fn all(&self) -> Vec<&Tag> {
        std::iter::once(self)
            .chain(self.children.iter().flat_map(Tag::all))
            .collect()
    }

    pub(crate) fn of(&self, kind: &str) -> Vec<&Tag> {
        self.all()
            .into_iter()
            .filter(|it| it.kind == kind)
            .collect()
    }
}

pub(crate) fn read(bytes: &[u8]) -> Pdf {
    Pdf::new(bytes.to_vec()).unwrap()
}

/// The document's own dictionary.
pub(crate) fn catalog(document: &Pdf) -> Dict<'_> {
    document.xref().get(document.xref().root_id()).unwrap()
}

/// The title among the document's properties.
pub(crate) fn title(document: &Pdf) -> String {
    words(document.metadata().title.as_deref().unwrap())
}

/// A PDF text: UTF-16 with its mark, or Latin.
pub(crate) fn words(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(rest) => {
            let pairs: Vec<u16> = (rest.chunks(2))
                .map(|it| u16::from_be_bytes([it[0], it[1]]))
                .collect();
            String::from_utf16(&pairs).unwrap()
        }
        None => bytes.iter().map(|it| char::from(*it)).collect(),
    }
}

/// The text that an entry of a dictionary holds.
pub(crate) fn text(dictionary: &Dict<'_>, key: &str) -> Option<String> {
    dictionary.get::<Words<'_>>(key).map(|it| words(&it))
}

/// The name that an entry of a dictionary holds.
pub(crate) fn name(dictionary: &Dict<'_>, key: &str) -> Option<String> {
    dictionary
        .get::<Name<'_>>(key)
        .map(|it| it.as_str().to_owned())
}

/// The whole tree.
pub(crate) fn tree(document: &Pdf) -> Tag {
    let root: Dict<'_> = catalog(document).get("StructTreeRoot").unwrap();
    Tag {
        kind: "Root".into(),
        alt: None,
        title: None,
        scope: None,
        children: children(&root),
    }
}

fn list<'a>(dictionary: &Dict<'a>, key: &str) -> Vec<Object<'a>> {
    match dictionary.get::<Array<'a>>(key) {
        Some(items) => items.iter::<Object<'a>>().collect(),
        None => dictionary.get::<Object<'a>>(key).into_iter().collect(),
    }
}

fn children(dictionary: &Dict<'_>) -> Vec<Tag> {
    (list(dictionary, "K").into_iter())
        .filter_map(Object::into_dict)
        .filter(|it| it.contains_key("S"))
        .map(|it| Tag {
            kind: name(&it, "S").unwrap(),
            alt: text(&it, "Alt"),
            title: text(&it, "T"),
            scope: list(&it, "A")
                .into_iter()
                .find_map(|it| name(&it.into_dict()?, "Scope")),
            children: children(&it),
        })
        .collect()
}
