//! The real program on a port of its own, and a small browser for it: one request a connection,
//! cookies and the guard of forms kept.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Error, ErrorKind, Write as _};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use varde_testkit::EmptyPostgres;

/// The password of everyone in these tests.
pub const PASSWORD: &str = "grønn-elv-7-sykkel";

/// Where a folder names its database, when that is not the SQLite file in it.
pub const ELSEWHERE: &str = "database";

/// The address of a folder's database.
pub fn database(folder: &Path) -> String {
    std::fs::read_to_string(folder.join(ELSEWHERE))
        .unwrap_or_else(|_| format!("sqlite:{}", folder.join("varde.sqlite").display()))
}

/// Tells a story in a folder of its own with an empty SQLite file, and then with an empty PostgreSQL database.
pub async fn on_each(story: impl AsyncFn(&Path)) {
    let folder = tempfile::tempdir().expect("a folder");
    story(folder.path()).await;
    let postgres = EmptyPostgres::make().await;
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(ELSEWHERE), postgres.url()).expect("the address is written");
    story(folder.path()).await;
    postgres.remove().await;
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_varde"));
    command
        .args(args)
        .current_dir(folder)
        .env("VARDE_DATABASE", database(folder))
        .env("VARDE_LOG", "error")
        .env("VARDE_SIGN_IN_TRIES", "10000");
    command
}

/// Runs a command of the program to its end.
pub fn varde(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut child = command(folder, args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it listens");
    // A command that asks nothing may be gone already.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

/// Runs a command that must succeed, and gives what it said.
pub fn said(folder: &Path, args: &[&str], input: &str) -> String {
    let output = varde(folder, args, input);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{args:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// What a command that must succeed prints, as JSON.
pub fn json(folder: &Path, args: &[&str]) -> serde_json::Value {
    serde_json::from_str(&said(folder, args, "")).expect("JSON")
}

/// What a command says that must refuse what it was asked, before it has printed or drawn anything.
pub fn refused(folder: &Path, args: &[&str]) -> String {
    let output = varde(folder, args, "");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{args:?}: {text}");
    assert!(output.stdout.is_empty(), "nothing is half-drawn");
    text
}

/// A house with one trust, code `top`, and `editor`, who may do everything there.
pub fn prepare(folder: &Path) {
    said(folder, &["init", "--unit", "Testsykehuset", "--administrator", "Test Testesen"], "");
    let mut create = vec!["user", "create", "--username", "editor", "--name", "Red Aktør", "--password-stdin"];
    for role in ["administrator@top", "planner@top", "top_leader@top"] {
        create.extend(["--role", role]);
    }
    said(folder, &create, PASSWORD);
}

/// The program while it serves. Dropped, it is killed as if the plug were pulled.
pub struct House {
    child: Child,
    pub address: String,
}

/// `varde work` beside whatever serves. Dropped, it is gone.
pub struct Worker(Child);

impl Worker {
    pub fn start(folder: &Path) -> Self {
        Self(command(folder, &["work"]).stdin(Stdio::null()).stdout(Stdio::null()).spawn().expect("the program starts"))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl House {
    pub fn start(folder: &Path) -> Self {
        Self::start_with(folder, &[])
    }

    /// With more flags.
    pub fn start_with(folder: &Path, flags: &[&str]) -> Self {
        let mut child = command(folder, &[&["serve", "--listen", "127.0.0.1:0"], flags].concat())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("it speaks")).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("http://").map(|(_, address)| address.trim().to_owned()))
            .expect("it says where it listens");
        // Nobody reads on; a full pipe must not hold it up.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    /// What the running program has in its environment under a name.
    #[cfg(target_os = "linux")]
    pub fn environment(&self, name: &str) -> Option<String> {
        let all = std::fs::read(format!("/proc/{}/environ", self.child.id())).expect("it runs");
        all.split(|byte| *byte == 0).find_map(|pair| {
            let (known, value) = std::str::from_utf8(pair).ok()?.split_once('=')?;
            (known == name).then(|| value.to_owned())
        })
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub text: String,
}

/// Someone with a browser.
#[derive(Clone, Default)]
pub struct Visitor {
    cookies: BTreeMap<String, String>,
    guard: String,
}

impl Visitor {
    /// Signs in as a person does: by the form.
    pub async fn sign_in(address: &str, username: &str) -> Self {
        Self::sign_in_with(address, username, PASSWORD).await
    }

    pub async fn sign_in_with(address: &str, username: &str, password: &str) -> Self {
        let mut visitor = Self::default();
        visitor.look(address, "/sign-in").await;
        let fields = [("username", username), ("password", password)];
        let answer = visitor.post(address, "/sign-in", &fields).await.expect("an answer");
        assert_eq!(answer.status, 303, "{username} gets in: {}", answer.text);
        visitor.look(address, "/").await;
        visitor
    }

    /// Opens a page and takes the guard of its forms.
    pub async fn look(&mut self, address: &str, path: &str) {
        let page = self.get(address, path).await.expect("an answer");
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        let guard = between(&page.text, "name=\"_csrf\" value=\"", "\"").expect("a form with a guard");
        guard.clone_into(&mut self.guard);
    }

    pub async fn get(&mut self, address: &str, path: &str) -> Result<Answer, Error> {
        self.send(address, "GET", path, "", "").await
    }

    pub async fn post(&mut self, address: &str, path: &str, fields: &[(&str, &str)]) -> Result<Answer, Error> {
        let mut body = format!("_csrf={}", escaped(&self.guard));
        for (name, value) in fields {
            write!(body, "&{}={}", escaped(name), escaped(value)).expect("text grows");
        }
        self.send(address, "POST", path, "application/x-www-form-urlencoded", &body).await
    }

    /// Speaks to the API.
    pub async fn json(
        &mut self,
        address: &str,
        method: &str,
        path: &str,
        body: &serde_json::Value,
    ) -> Result<Answer, Error> {
        self.send(address, method, path, "application/json", &body.to_string()).await
    }

    async fn send(&mut self, address: &str, method: &str, path: &str, kind: &str, body: &str) -> Result<Answer, Error> {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\nconnection: close\r\n\
             cookie: {}\r\naccept-language: nb\r\n",
            cookies.join("; ")
        );
        if !kind.is_empty() {
            write!(request, "content-type: {kind}\r\ncontent-length: {}\r\n", body.len()).expect("text grows");
        }
        let mut stream = TcpStream::connect(address).await?;
        stream.write_all(format!("{request}\r\n{body}").as_bytes()).await?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await?;
        let answer = read(&bytes).ok_or_else(|| Error::from(ErrorKind::UnexpectedEof))?;
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Ok(answer)
    }
}

/// A whole answer, or nothing: one that breaks off was not given.
fn read(bytes: &[u8]) -> Option<Answer> {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    if length.and_then(|(_, value)| value.parse().ok()).is_some_and(|length: usize| body.len() < length) {
        return None;
    }
    Some(Answer { status, text: body.to_owned(), headers })
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("text grows");
        }
        out
    })
}
