//! How every component is declared: its fields, a method of the same name to set each, and that it is safe to print.

/// Declares a component or a part of one. For each field there is a method that sets it: `Button::new("Save").name("go")`.
///
/// A `component` is printed by its `Display`, which must escape everything that is not [`Html`](crate::Html);
/// askama then prints it unescaped, and it can stand as another component's content.
macro_rules! component {
    ($(#[$about:meta])* component $Name:ident { $($fields:tt)* }) => {
        component! { $(#[$about])* part $Name { $($fields)* } }

        impl askama::filters::HtmlSafe for $Name {}

        impl From<$Name> for crate::Html {
            fn from(component: $Name) -> Self {
                crate::Html(component.to_string())
            }
        }

        impl From<$Name> for crate::Content {
            fn from(component: $Name) -> Self {
                crate::Content::Html(component.into())
            }
        }
    };
    ($(#[$about:meta])* part $Name:ident {
        $( $(#[doc = $doc:literal])+ $field:ident: $Type:ty, )*
    }) => {
        $(#[$about])*
        #[derive(Clone, Default, PartialEq)]
        pub struct $Name {
            $( $(#[doc = $doc])+ pub $field: $Type, )*
        }

        impl $Name {
            $(
                #[doc = concat!("Sets `", stringify!($field), "`:", $($doc),+)]
                #[must_use]
                pub fn $field(mut self, $field: impl Into<$Type>) -> Self {
                    self.$field = $field.into();
                    self
                }
            )*
        }
    };
}

pub(crate) use component;
