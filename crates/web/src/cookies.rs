//! The cookies: who is signed in, which sign-in form was sent, what to say on the next page. Nothing else.

use crate::house::Options;
use axum::http::{HeaderMap, HeaderValue, header};

const NOTICE: &str = "waymark-notice";

/// What the session's cookie is called. Browsers take a name with `__Host-` only from the host itself, over TLS, for
/// every path: no other site of the council can set it.
pub(crate) fn session_name(options: &Options) -> &'static str {
    if options.behind_proxy {
        "__Host-waymark-session"
    } else {
        "waymark-session"
    }
}

/// What the cookie is called that ties a sign-in form to the browser it was opened in.
pub(crate) fn form_name(options: &Options) -> &'static str {
    if options.behind_proxy {
        "__Host-waymark-form"
    } else {
        "waymark-form"
    }
}

/// A cookie that ends with the browser.
pub(crate) fn set(options: &Options, name: &str, value: &str) -> HeaderValue {
    let secure = if options.behind_proxy { "; Secure" } else { "" };
    made(format!(
        "{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}"
    ))
}

/// Takes a cookie away.
pub(crate) fn clear(options: &Options, name: &str) -> HeaderValue {
    let secure = if options.behind_proxy { "; Secure" } else { "" };
    made(format!(
        "{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}"
    ))
}

/// What the next page is to say. It names one of a few fixed sentences, so it needs no protection.
pub(crate) fn notice(code: &str) -> HeaderValue {
    made(format!(
        "{NOTICE}={code}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"
    ))
}

pub(crate) fn clear_notice() -> HeaderValue {
    made(format!(
        "{NOTICE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
    ))
}

pub(crate) fn read_notice(headers: &HeaderMap) -> Option<&str> {
    read(headers, NOTICE)
}

/// The value of a cookie. Of two with one name the first counts, which browsers send for the longer path.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|it| it.to_str().ok())
        .flat_map(|it| it.split(';'))
        .filter_map(|it| it.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

fn made(text: String) -> HeaderValue {
    HeaderValue::try_from(text)
        .expect("names are ours, and values are words and hexadecimal digits")
}
