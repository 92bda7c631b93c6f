//! A small mail server that speaks SMTP (RFC 5321) over TCP, keeps what it is given, and refuses what it is told to.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use waymark_web::mail::{Security, Settings};

/// What one client handed over.
#[derive(Clone, Debug, Default)]
pub(crate) struct Received {
    pub(crate) to: Vec<String>,
    /// The message as it came, lines ending in CR LF, dots unstuffed.
    pub(crate) data: String,
}

/// How it answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Takes everything.
    Kind,
    /// "450 try again later" to every recipient.
    Later,
    /// "550 no such person" to every recipient.
    Refusing,
}

pub(crate) struct PostOffice {
    at: SocketAddr,
    kept: Arc<Mutex<Vec<Received>>>,
    mood: Arc<Mutex<Mood>>,
}

impl PostOffice {
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let kept = Arc::new(Mutex::new(Vec::new()));
        let mood = Arc::new(Mutex::new(Mood::Kind));
        let (shelf, how) = (Arc::clone(&kept), Arc::clone(&mood));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let mood = *how.lock().unwrap();
                tokio::spawn(serve(stream, Arc::clone(&shelf), mood));
            }
        });
        Self { at, kept, mood }
    }

    /// Settings that send to it.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            server: "127.0.0.1".into(),
            port: self.at.port(),
            security: Security::None,
            from: "Improvement board <board@wayshire.example>".into(),
            contact: "Marcus Bell, 01632 960123".into(),
            ..Settings::default()
        }
    }

    pub(crate) fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    pub(crate) fn kept(&self) -> Vec<Received> {
        self.kept.lock().unwrap().clone()
    }

    /// The only message it holds.
    #[track_caller]
    pub(crate) fn only(&self) -> Message {
        let kept = self.kept();
        assert_eq!(kept.len(), 1, "{kept:#?}");
        Message::of(&kept[0])
    }
}

async fn serve(stream: TcpStream, shelf: Arc<Mutex<Vec<Received>>>, mood: Mood) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut one = Received::default();
    let mut say = async |words: &str| {
        write
            .write_all(format!("{words}\r\n").as_bytes())
            .await
            .unwrap();
    };
    say("220 post.example ready").await;
    while let Ok(Some(line)) = lines.next_line().await {
        let verb = line.split([' ', ':']).next().unwrap_or("").to_uppercase();
        match verb.as_str() {
            "EHLO" | "HELO" => {
                say("250-post.example").await;
                say("250 8BITMIME").await;
            }
            "MAIL" => {
                one = Received::default();
                say("250 ok").await;
            }
            "RCPT" => match mood {
                Mood::Kind => {
                    one.to.push(bracketed(&line));
                    say("250 ok").await;
                }
                Mood::Later => say("450 try again later").await,
                Mood::Refusing => say("550 no such person").await,
            },
            "DATA" => {
                say("354 go on").await;
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    one.data.push_str(line.strip_prefix('.').unwrap_or(&line));
                    one.data.push_str("\r\n");
                }
                shelf.lock().unwrap().push(std::mem::take(&mut one));
                say("250 kept").await;
            }
            "RSET" | "NOOP" => say("250 ok").await,
            "QUIT" => {
                say("221 bye").await;
                return;
            }
            _ => say("502 not here").await,
        }
    }
}

fn bracketed(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, it)| it.split_once('>'));
    inside.map_or("", |(it, _)| it).to_owned()
}

/// A message taken apart: its headers, unfolded, and its parts, decoded.
pub(crate) struct Message {
    pub(crate) to: Vec<String>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) text: String,
    pub(crate) html: String,
}

impl Message {
    pub(crate) fn of(received: &Received) -> Self {
        let (headers, body) = split(&received.data);
        let boundary = header(&headers, "Content-Type")
            .split("boundary=")
            .nth(1)
            .unwrap()
            .trim_matches('"')
            .to_owned();
        let mut message = Self {
            to: received.to.clone(),
            headers,
            text: String::new(),
            html: String::new(),
        };
        for part in body.split(&format!("--{boundary}")) {
            let (headers, body) = split(part.trim_start_matches("\r\n"));
            let decoded = match header(&headers, "Content-Transfer-Encoding") {
                "quoted-printable" => unquoted(body),
                "base64" => unbased(body),
                _ => body.to_owned(),
            };
            let kind = header(&headers, "Content-Type");
            if kind.starts_with("text/plain") {
                message.text = decoded.replace("\r\n", "\n");
            } else if kind.starts_with("text/html") {
                message.html = decoded.replace("\r\n", "\n");
            }
        }
        message
    }

    /// The value of a header; there is one.
    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> &str {
        let found: Vec<_> = self
            .headers
            .iter()
            .filter(|(it, _)| it.eq_ignore_ascii_case(name))
            .collect();
        assert_eq!(found.len(), 1, "{name} in {:?}", self.headers);
        &found[0].1
    }
}

fn header<'a>(headers: &'a [(String, String)], name: &str) -> &'a str {
    let found = headers.iter().find(|(it, _)| it.eq_ignore_ascii_case(name));
    found.map_or("", |(_, value)| value.as_str())
}

/// The headers, unfolded, and what follows them.
fn split(text: &str) -> (Vec<(String, String)>, &str) {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let headers = head
        .lines()
        .filter_map(|it| it.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect();
    (headers, body)
}

fn unquoted(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = (first == b'=' && after.len() >= 2)
            .then(|| std::str::from_utf8(&after[..2]).ok())
            .flatten()
            .and_then(|it| u8::from_str_radix(it, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn unbased(text: &str) -> String {
    let value = |it: u8| match it {
        b'A'..=b'Z' => it - b'A',
        b'a'..=b'z' => it - b'a' + 26,
        b'0'..=b'9' => it - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let letters: Vec<u8> = text
        .bytes()
        .filter(|it| !it.is_ascii_whitespace() && *it != b'=')
        .collect();
    let mut bytes = Vec::new();
    for four in letters.chunks(4) {
        let bits = four
            .iter()
            .fold(0_u32, |bits, it| bits << 6 | u32::from(value(*it)));
        let bits = bits << (6 * (4 - four.len()));
        let three = [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8];
        bytes.extend_from_slice(&three[..four.len() - 1]);
    }
    String::from_utf8(bytes).unwrap()
}
