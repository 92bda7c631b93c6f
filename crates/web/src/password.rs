//! Passwords: hashed with argon2id, checked without telling whether the name is known, made where one is needed.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc};
use std::sync::LazyLock;
use waymark_store::PasswordHash;

/// The fewest letters of a password that a person chooses. Length is all that is asked for: rules about capitals and
/// signs make passwords worse (National Cyber Security Centre, password guidance).
pub const LEAST: usize = 12;

/// The most bytes that are ever hashed.
const MOST: usize = 1024;

/// Hashes a password with argon2id, 19 MiB and two passes, as OWASP recommends. Takes tens of milliseconds: call it from
/// a thread that may wait.
///
/// # Panics
/// When the operating system has no randomness.
#[must_use]
pub fn hash(password: &str) -> PasswordHash {
    let hash: phc::PasswordHash = Argon2::default()
        .hash_password(password.as_bytes())
        .expect("the parameters are argon2's own, and a system without randomness runs nothing");
    PasswordHash(hash.to_string())
}

/// Checks a password, for as long whether or not there is a hash to check it against.
pub(crate) fn is_right(password: &str, known: Option<&PasswordHash>) -> bool {
    /// The hash of nothing anybody can type, for names that nobody has.
    static NOBODY: LazyLock<PasswordHash> = LazyLock::new(|| hash(&random_letters(32)));
    let against = known.unwrap_or(&NOBODY);
    let Ok(hash) = phc::PasswordHash::new(&against.0) else {
        return false;
    };
    let right = password.len() <= MOST
        && Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok();
    right && known.is_some()
}

/// Why a password may not be chosen; nothing when it may.
pub(crate) fn mistake(password: &str, sign_in_name: &str) -> Option<String> {
    if password.is_empty() {
        Some("Enter a new password".to_owned())
    } else if password.chars().count() < LEAST {
        Some(format!(
            "The password must be {LEAST} characters or more, such as three or four words"
        ))
    } else if password.len() > MOST {
        Some("The password must be shorter than 1,000 characters".to_owned())
    } else if password
        .to_lowercase()
        .contains(&sign_in_name.to_lowercase())
    {
        Some("The password must not hold your sign-in name".to_owned())
    } else if all_one_letter(password) {
        Some("The password must not be one character again and again".to_owned())
    } else {
        None
    }
}

fn all_one_letter(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next();
    letters.all(|it| Some(it) == first)
}

/// A password for somebody else, to be shown once: 20 letters and digits, none easily mistaken for another (100 bits).
pub(crate) fn fresh() -> String {
    let letters = random_letters(20);
    [
        &letters[..5],
        &letters[5..10],
        &letters[10..15],
        &letters[15..],
    ]
    .join("-")
}

/// Random letters and digits of 5 bits each.
pub(crate) fn random_letters(count: usize) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let mut random = vec![0; count];
    getrandom::fill(&mut random).expect("an operating system without randomness runs nothing");
    random
        .iter()
        .map(|it| char::from(LETTERS[usize::from(it % 32)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_is_right_and_a_hash_is_needed() {
        let known = hash("three plain words");
        assert!(known.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(is_right("three plain words", Some(&known)));
        assert!(!is_right("three plain word", Some(&known)));
        assert!(!is_right("three plain words", None));
        assert!(!is_right("", Some(&PasswordHash(String::new()))));
        assert_ne!(
            known,
            hash("three plain words"),
            "each hash has its own salt"
        );
    }

    #[test]
    fn length_is_asked_for_and_signs_are_not() {
        assert_eq!(mistake("correct horse", "ana"), None);
        assert!(mistake("Sh0rt!", "ana").is_some_and(|it| it.contains("12 characters")));
        assert!(mistake("ANA.BLOGGS and 1", "ana.bloggs").is_some());
        assert!(mistake("aaaaaaaaaaaaaaa", "ana").is_some());
    }

    #[test]
    fn a_password_made_for_somebody_is_long_and_new_each_time() {
        let one = fresh();
        assert_eq!((one.len(), mistake(&one, "ana")), (23, None));
        assert_ne!(one, fresh());
    }
}
