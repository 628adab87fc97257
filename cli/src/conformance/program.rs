//! Another program that answers cases, at the other end of two pipes.
//!
//! What is spoken is the protocol of `conformance/PROTOCOL.md`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Map, Value, json};

pub(crate) const PROTOCOL: &str = "gb3838-conformance/1";
/// After so many starts a program is not asked any more.
const MOST_STARTS: u32 = 50;
/// How many times as long as for a case a program may take for its hello.
const TIMES_FOR_HELLO: u32 = 6;
/// The longest line that is an answer, in bytes.
const LONGEST_LINE: u64 = 1_000_000;

/// What a program said to a case.
pub(crate) enum Reply {
    /// The keys of the kind.
    Answer(Map<String, Value>),
    /// It does not build the kind.
    Unsupported,
}

/// A program: started when it is first asked, and again after it ended or was stopped.
pub(crate) struct Program {
    words: Vec<String>,
    limit: Duration,
    data_root: PathBuf,
    starts: u32,
    running: Option<Running>,
}

struct Running {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Program {
    /// A program by the words of its command.
    pub(crate) const fn new(words: Vec<String>, limit: Duration, data_root: PathBuf) -> Self {
        Self { words, limit, data_root, starts: 0, running: None }
    }

    /// Asks one case; the error says what went wrong, and the program is started anew.
    pub(crate) fn ask(
        &mut self,
        number: usize,
        kind: &str,
        input: &Map<String, Value>,
    ) -> Result<Reply, String> {
        let id = number.to_string();
        let case = json!({"id": id, "kind": kind, "input": input});
        let answered = self.running().and_then(|()| self.exchange(&case, self.limit));
        let mut reply = answered.inspect_err(|_| self.stop())?;
        if reply.get("id") != Some(&Value::from(id.as_str())) {
            self.stop();
            return Err(format!("expected an answer to case {id:?}, got {}", Value::Object(reply)));
        }
        if reply.get("unsupported") == Some(&Value::Bool(true)) {
            return Ok(Reply::Unsupported);
        }
        match (reply.remove("answer"), reply.get("error")) {
            (Some(Value::Object(answer)), None) => Ok(Reply::Answer(answer)),
            (_, Some(error)) => Err(format!("the program says: {error}")),
            (other, None) => {
                let got = other.unwrap_or(Value::Null);
                Err(format!("answer: expected an object, got {got}"))
            }
        }
    }

    fn running(&mut self) -> Result<(), String> {
        if self.running.is_some() {
            return Ok(());
        }
        if self.starts >= MOST_STARTS {
            return Err("not asked: the program had to be started too often".to_owned());
        }
        self.starts += 1;
        let unstarted = |what: String| format!("the program cannot be started: {what}");
        let (first, rest) =
            self.words.split_first().ok_or_else(|| unstarted("no command".to_owned()))?;
        let mut child = Command::new(first)
            .args(rest)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| unstarted(format!("{first}: {error}")))?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (input, output) = pipes.ok_or_else(|| unstarted("it has no pipes".to_owned()))?;
        let (sender, lines) = channel();
        // The thread ends when the pipe does, at the latest when the program is killed.
        drop(thread::spawn(move || read_lines(output, &sender)));
        self.running = Some(Running { child, input, lines });
        let version = fs::read_to_string(self.data_root.join("VERSION")).ok();
        let hello = json!({
            "protocol": PROTOCOL,
            "suite_version": version.as_deref().map(str::trim),
            "schema": self.data_root.join("schema/suite.json"),
            "data_root": self.data_root,
        });
        let reply = self.exchange(&hello, self.limit.saturating_mul(TIMES_FOR_HELLO))?;
        match reply.get("protocol") {
            Some(protocol) if protocol == PROTOCOL => Ok(()),
            other => Err(format!("protocol: expected {PROTOCOL:?}, got {other:?}")),
        }
    }

    /// One line there, one line back.
    fn exchange(&mut self, message: &Value, limit: Duration) -> Result<Map<String, Value>, String> {
        let ended = || "the program ended".to_owned();
        let running = self.running.as_mut().ok_or_else(ended)?;
        writeln!(running.input, "{message}").map_err(|_| ended())?;
        running.input.flush().map_err(|_| ended())?;
        let line = running.lines.recv_timeout(limit).map_err(|error| match error {
            RecvTimeoutError::Timeout => format!("no answer within {} s", limit.as_secs_f64()),
            RecvTimeoutError::Disconnected => ended(),
        })?;
        match serde_json::from_str(&line) {
            Ok(Value::Object(reply)) => Ok(reply),
            _ => Err(format!("expected an object in one line, got {:?}", line.trim_end())),
        }
    }

    fn stop(&mut self) {
        if let Some(mut running) = self.running.take() {
            // A program that ended by itself cannot be killed, and need not be.
            drop(running.child.kill());
            drop(running.child.wait());
        }
    }
}

/// A program that is not asked any more is told so by the end of its input; then it is stopped.
impl Drop for Program {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Hands on each line; a line that is too long is cut, and is no object then.
fn read_lines(output: ChildStdout, lines: &Sender<String>) {
    let mut output = BufReader::new(output);
    loop {
        let mut line = Vec::new();
        match output.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return,
            Ok(_) => {
                if lines.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                    return;
                }
            }
        }
    }
}

/// A command as words; quotes keep spaces together, and there are no other signs.
pub(crate) fn words(command: &str) -> Result<Vec<String>, String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for character in command.chars() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, ' ' | '\t' | '\n') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    if quote.is_some() {
        return Err(format!("{command}: expected the quote to be closed"));
    }
    words.extend(word);
    if words.is_empty() {
        return Err("expected the command of a program".to_owned());
    }
    Ok(words)
}
