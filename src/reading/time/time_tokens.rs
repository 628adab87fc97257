//! The parts of a written time: numbers, signs, words.

use crate::standard::naming::plain_text::PlainText;

/// The greatest number of parts of a time.
const MOST: usize = 32;

/// A part of a written time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number, and how many digits it is written with.
    Number(u64, u8),
    /// A sign or a Chinese character.
    Sign(char),
    /// The name of a month.
    Month(u8),
    /// Before or after noon.
    Morning,
    Afternoon,
    /// Greenwich.
    Greenwich,
}

/// The parts of a text.
pub(super) struct Tokens {
    tokens: [Token; MOST],
    length: usize,
}

/// English names of months; three letters suffice.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Tokens {
    /// The parts of a text; `None` where one is no part of a time, or there are too many.
    pub(super) fn new(text: &str) -> Option<Self> {
        let plain = PlainText::new(text)?;
        let mut rest = plain.as_slice();
        let mut tokens = Self { tokens: [Token::Sign(' '); MOST], length: 0 };
        while let Some(first) = rest.first() {
            let is_like = |character: &char| match first {
                '0'..='9' => character.is_ascii_digit(),
                'a'..='z' => character.is_ascii_lowercase(),
                _ => false,
            };
            let length = rest.iter().take_while(|it| is_like(it)).count().max(1);
            let (part, after) = rest.split_at(length);
            rest = after;
            tokens.add(part)?;
        }
        tokens.drop_weekday();
        Some(tokens)
    }

    pub(super) fn as_slice(&self) -> &[Token] {
        &self.tokens[..self.length]
    }

    fn add(&mut self, part: &[char]) -> Option<()> {
        let token = match part {
            ['0'..='9', ..] => number(part)?,
            ['a'..='z', ..] => word(part)?,
            [sign] if sign.is_whitespace() => {
                // Blanks count once, and not beside a Chinese sign.
                if self.last().is_some_and(|last| last == Token::Sign(' ') || is_chinese(last)) {
                    return Some(());
                }
                Token::Sign(' ')
            }
            [sign] => Token::Sign(*sign),
            _ => return None,
        };
        if is_chinese(token) && self.last() == Some(Token::Sign(' ')) {
            self.length -= 1;
        }
        *self.tokens.get_mut(self.length)? = token;
        self.length += 1;
        Some(())
    }

    fn last(&self) -> Option<Token> {
        self.as_slice().last().copied()
    }

    /// Leaves the day of the week away: 星期五, 周五, with or without brackets.
    fn drop_weekday(&mut self) {
        let is_opening = |token: &Token| matches!(token, Token::Sign('星' | '周'));
        let Some(start) = self.as_slice().iter().position(is_opening) else {
            return;
        };
        let mut end = start + 1;
        while let Some(Token::Sign(
            '期' | '一' | '二' | '三' | '四' | '五' | '六' | '日' | '天' | ')',
        )) = self.as_slice().get(end)
        {
            end += 1;
        }
        let before = start.checked_sub(1).filter(|it| self.tokens[*it] == Token::Sign('('));
        let start = before.unwrap_or(start);
        self.tokens.copy_within(end..self.length, start);
        self.length -= end - start;
        // What stood before it may end in a blank.
        if self.last() == Some(Token::Sign(' ')) {
            self.length -= 1;
        }
    }
}

const fn is_chinese(token: Token) -> bool {
    matches!(token, Token::Sign('年' | '月' | '日' | '号' | '时' | '点' | '分' | '秒'))
}

fn number(digits: &[char]) -> Option<Token> {
    let value = digits.iter().try_fold(0_u64, |value, digit| {
        let digit = digit.to_digit(10)?;
        value.checked_mul(10)?.checked_add(u64::from(digit))
    })?;
    Some(Token::Number(value, u8::try_from(digits.len()).ok()?))
}

fn word(letters: &[char]) -> Option<Token> {
    let is = |word: &str| word.chars().eq(letters.iter().copied());
    if let Some(month) = month(letters) {
        return Some(Token::Month(month));
    }
    if is("t") {
        Some(Token::Sign('t'))
    } else if is("am") {
        Some(Token::Morning)
    } else if is("pm") {
        Some(Token::Afternoon)
    } else if is("z") || is("utc") || is("gmt") {
        Some(Token::Greenwich)
    } else {
        None
    }
}

fn month(letters: &[char]) -> Option<u8> {
    let starts = |name: &&str| {
        letters.len() >= 3 && name.chars().take(letters.len()).eq(letters.iter().copied())
    };
    let place = MONTHS.iter().position(starts)?;
    u8::try_from(place + 1).ok()
}
