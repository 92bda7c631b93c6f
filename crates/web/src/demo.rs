//! The people of the demonstration, whose passwords are public, so that they may sign in nowhere else; and the
//! inspectorate's files that it begins with.

use crate::pages::ofsted::TITLE;
use crate::password;
use waymark_programme::kinds::DOCUMENT;
use waymark_programme::{Author, Change, Changes, Records, Values};
use waymark_store::{Area, NewAccount, NewRecordFile, Role, Store, StoreError};

/// Somebody in the demonstration.
#[derive(Debug)]
pub struct DemoAccount {
    /// What to type as the name.
    pub sign_in_name: &'static str,
    /// What to type as the password.
    pub password: &'static str,
    /// Their name.
    pub name: &'static str,
    /// What they may do.
    pub role: Role,
    /// The locality whose children a manager sees.
    pub locality: Option<&'static str>,
    /// Who they are, in a line.
    pub who: &'static str,
}

/// Everybody in the demonstration.
pub const DEMO_ACCOUNTS: &[DemoAccount] = &[
    DemoAccount {
        sign_in_name: "chair@wayshire.example",
        password: "quiet-harbour-lantern",
        name: "Judith Amble",
        role: Role::Chair,
        locality: None,
        who: "chairs the improvement board: figures, no children",
    },
    DemoAccount {
        sign_in_name: "director@wayshire.example",
        password: "amber-compass-thistle",
        name: "Helen Farrow",
        role: Role::Director,
        locality: None,
        who: "director of children's services: figures and the programme, no children",
    },
    DemoAccount {
        sign_in_name: "clerk@wayshire.example",
        password: "velvet-ledger-station",
        name: "Marcus Bell",
        role: Role::DemocraticServices,
        locality: None,
        who: "democratic services: meetings, minutes, publication",
    },
    DemoAccount {
        sign_in_name: "police@wayshire.example",
        password: "marble-signal-pasture",
        name: "Superintendent Ruth Kell",
        role: Role::Member,
        locality: None,
        who: "board member from the police: figures, the programme, her own actions",
    },
    DemoAccount {
        sign_in_name: "auditor@wayshire.example",
        password: "hollow-beacon-saddle",
        name: "Imran Sethi",
        role: Role::Auditor,
        locality: None,
        who: "audits practice: figures and the programme",
    },
    DemoAccount {
        sign_in_name: "health@wayshire.example",
        password: "cedar-pebble-anthem",
        name: "Dr Anna Croft",
        role: Role::Partner,
        locality: None,
        who: "partner from the health trust: what is public, and her actions",
    },
    DemoAccount {
        sign_in_name: "analyst@wayshire.example",
        password: "copper-meadow-window",
        name: "Sam Okoro",
        role: Role::Analyst,
        locality: None,
        who: "performance analyst: loads returns, sees every child",
    },
    DemoAccount {
        sign_in_name: "north@wayshire.example",
        password: "winter-garden-ladder",
        name: "Priya Lowe",
        role: Role::Manager,
        locality: Some("North"),
        who: "team manager in the North: the children of the North",
    },
    DemoAccount {
        sign_in_name: "scrutiny@wayshire.example",
        password: "paper-orchard-bridge",
        name: "Councillor Ted Marsh",
        role: Role::Scrutiny,
        locality: None,
        who: "scrutiny councillor: public figures, small ones hidden",
    },
    DemoAccount {
        sign_in_name: "administrator@wayshire.example",
        password: "silver-kettle-avenue",
        name: "Rowan Pike",
        role: Role::Administrator,
        locality: None,
        who: "administrator: accounts and the access log",
    },
];

/// Makes the demonstration's accounts where they are missing.
///
/// # Errors
/// When the store does not answer.
pub async fn make_demo_accounts(store: &Store) -> Result<(), StoreError> {
    for demo in DEMO_ACCOUNTS {
        let made = store
            .create_account(NewAccount {
                sign_in_name: demo.sign_in_name.to_owned(),
                name: demo.name.to_owned(),
                role: demo.role,
                areas: demo.locality.map(Area::locality).into_iter().collect(),
                password_hash: password::hash(demo.password),
            })
            .await;
        match made {
            Ok(_) | Err(StoreError::NameTaken) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Loads the inspectorate's files of the demonstration, each its name and its text, where none are loaded yet: as the
/// analyst does on their page.
///
/// # Errors
/// When the store does not answer.
pub async fn keep_ofsted(store: &Store, files: &[(&str, &str)]) -> Result<(), StoreError> {
    let records = Records::default().with(store.news_since(0).await?);
    let by = Author {
        account: None,
        name: "Sam Okoro".to_owned(),
    };
    let document = match records.of(&DOCUMENT).find(|it| it.title() == TITLE) {
        Some(document) if !document.values.list("files").is_empty() => return Ok(()),
        Some(document) => (document.id, document.version, document.values.clone()),
        None => {
            let values = Values::new().with("title", TITLE).with("sort", "other");
            let mut changes = Changes::by(by.clone());
            let made = changes.make(&DOCUMENT, values.clone());
            (store.keep(&changes).await?.number(made), 1, values)
        }
    };
    let (record, read, values) = document;
    let files = files.iter().map(|(name, text)| NewRecordFile {
        record,
        name: (*name).to_owned(),
        content_type: if name.ends_with(".json") {
            "application/json".to_owned()
        } else {
            "text/csv".to_owned()
        },
        bytes: text.as_bytes().to_vec(),
    });
    let mut changes = Changes::by(by).because("Loaded what was published.");
    changes.list.push(Change::Edit {
        record,
        read,
        readers: DOCUMENT.readers,
        values,
    });
    store
        .keep_with_files(&changes, files.collect(), "files")
        .await
        .map(drop)
}

/// Whether a name is one of the demonstration's.
pub(crate) fn is_demo_name(sign_in_name: &str) -> bool {
    let typed = sign_in_name.trim().to_lowercase();
    DEMO_ACCOUNTS.iter().any(|it| it.sign_in_name == typed)
}
