//! The time of day behind a date, and its zone.

use crate::reading::time::time_text::TimeReason;
use crate::reading::time::time_tokens::Token;

/// Seconds since midnight of its zone, and the seconds of the zone from Greenwich.
pub(super) fn time_of_day(tokens: &[Token]) -> Result<(i32, i32), TimeReason> {
    let tokens = match tokens {
        [Token::Sign(' ' | 't' | ',' | '_'), rest @ ..] => rest,
        // A Chinese day needs no blank behind it.
        [Token::Number(..) | Token::Sign('上' | '下'), ..] => tokens,
        _ => return Err(TimeReason::NoTime),
    };
    let (half, tokens) = noon_before(tokens);
    let (clock, rest) = clock(tokens).ok_or(TimeReason::NoTime)?;
    let (half, rest) = noon_behind(half, rest);
    let offset = zone(rest).ok_or(TimeReason::NoTime)?;
    let (hour, minute, second) = in_24_hours(clock, half).ok_or(TimeReason::NotInCalendar)?;
    if hour > 23 || minute > 59 || second > 59 {
        return Err(TimeReason::NotInCalendar);
    }
    i32::try_from(hour * 3600 + minute * 60 + second)
        .map(|second| (second, offset))
        .map_err(|_| TimeReason::NotInCalendar)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// 上午, 下午 before the clock.
fn noon_before(tokens: &[Token]) -> (Option<Half>, &[Token]) {
    match tokens {
        [Token::Sign('上'), Token::Sign('午'), rest @ ..] => {
            (Some(Half::Morning), without_blank(rest))
        }
        [Token::Sign('下'), Token::Sign('午'), rest @ ..] => {
            (Some(Half::Afternoon), without_blank(rest))
        }
        _ => (None, tokens),
    }
}

/// AM, PM behind the clock.
fn noon_behind(half: Option<Half>, tokens: &[Token]) -> (Option<Half>, &[Token]) {
    match without_blank(tokens) {
        [Token::Morning, rest @ ..] if half.is_none() => (Some(Half::Morning), rest),
        [Token::Afternoon, rest @ ..] if half.is_none() => (Some(Half::Afternoon), rest),
        _ => (half, tokens),
    }
}

const fn without_blank(tokens: &[Token]) -> &[Token] {
    match tokens {
        [Token::Sign(' '), rest @ ..] => rest,
        _ => tokens,
    }
}

type Clock = (u64, u64, u64);

/// Hour, minute and second at the start, and what stands behind them.
fn clock(tokens: &[Token]) -> Option<(Clock, &[Token])> {
    use Token::{Number, Sign};
    Some(match tokens {
        [
            Number(hour, 1 | 2),
            Sign(':'),
            Number(minute, 1 | 2),
            Sign(':'),
            Number(second, 1 | 2),
            Sign('.' | ','),
            Number(..),
            rest @ ..,
        ]
        | [
            Number(hour, 1 | 2),
            Sign(':'),
            Number(minute, 1 | 2),
            Sign(':'),
            Number(second, 1 | 2),
            rest @ ..,
        ]
        | [
            Number(hour, 1 | 2),
            Sign('时' | '点'),
            Number(minute, 1 | 2),
            Sign('分'),
            Number(second, 1 | 2),
            Sign('秒'),
            rest @ ..,
        ] => ((*hour, *minute, *second), rest),
        [Number(hour, 1 | 2), Sign(':'), Number(minute, 1 | 2), rest @ ..]
        | [Number(hour, 1 | 2), Sign('时' | '点'), Number(minute, 1 | 2), Sign('分'), rest @ ..] => {
            ((*hour, *minute, 0), rest)
        }
        [Number(hour, 1 | 2), Sign('时' | '点'), Sign('整'), rest @ ..]
        | [Number(hour, 1 | 2), Sign('时' | '点'), rest @ ..]
        | [Number(hour, 1 | 2), rest @ ..] => ((*hour, 0, 0), rest),
        [Number(clock, 4), rest @ ..] => ((*clock / 100, *clock % 100, 0), rest),
        [Number(clock, 6), rest @ ..] => {
            ((*clock / 10_000, *clock / 100 % 100, *clock % 100), rest)
        }
        _ => return None,
    })
}

/// Seconds from Greenwich; China's without a zone.
fn zone(tokens: &[Token]) -> Option<i32> {
    use Token::{Greenwich, Number, Sign};
    let tokens = match without_blank(tokens) {
        [] => return Some(8 * 3600),
        [Greenwich] => return Some(0),
        [Greenwich, rest @ ..] | rest => rest,
    };
    let (sign, hours, minutes) = match tokens {
        [Sign(sign @ ('+' | '-')), Number(hours, 1 | 2)] => (sign, *hours, 0),
        [Sign(sign @ ('+' | '-')), Number(hours, 2), Sign(':'), Number(minutes, 2)] => {
            (sign, *hours, *minutes)
        }
        [Sign(sign @ ('+' | '-')), Number(clock, 4)] => (sign, *clock / 100, *clock % 100),
        _ => return None,
    };
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    (hours <= 14 && minutes < 60).then_some(if *sign == '-' { -seconds } else { seconds })
}

/// The clock of a day of 24 hours.
fn in_24_hours(clock: Clock, half: Option<Half>) -> Option<Clock> {
    let (hour, minute, second) = clock;
    let hour = match half {
        Some(_) if hour > 23 => return None,
        // Twelve at night is no hour, twelve at noon is twelve.
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        None | Some(Half::Afternoon) => hour,
    };
    Some((hour, minute, second))
}
