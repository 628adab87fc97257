//! When two spellings are the same name: case, width and the usual separators do not count.

/// A character as it counts: half width, lower case, raised and lowered digits as digits,
/// every dash as `-`, every bracket as a round one; nothing for what has no width and for
/// the circled number of a footnote.
pub(crate) fn plain(character: char) -> impl Iterator<Item = char> {
    let known: &'static [char] = match character {
        '\u{2212}' | '\u{2010}'..='\u{2015}' | '⁻' | '₋' => &['-'],
        '⁺' | '₊' => &['+'],
        'µ' | 'μ' | 'Μ' => &['u'],
        '⁄' | '∕' | '÷' => &['/'],
        '•' | '∙' | '⋅' | '・' | '‧' | '●' => &['·'],
        '【' | '〔' | '〈' | '《' | '「' | '『' | '[' | '{' | '［' | '｛' | '⁽' | '₍' => {
            &['(']
        }
        '】' | '〕' | '〉' | '》' | '」' | '』' | ']' | '}' | '］' | '｝' | '⁾' | '₎' => {
            &[')']
        }
        '≦' | '⩽' => &['≤'],
        '≧' | '⩾' => &['≥'],
        '×' | '✕' | '╳' => &['×'],
        'º' | '˚' => &['°'],
        '²' => &['2'],
        '³' => &['3'],
        '¹' => &['1'],
        '⁰' => &['0'],
        '㎎' => &['m', 'g'],
        '㎍' => &['u', 'g'],
        '㎏' => &['k', 'g'],
        '㎝' => &['c', 'm'],
        '㎜' => &['m', 'm'],
        '㎥' => &['m', '3'],
        'ℓ' => &['l'],
        '①'..='⑳' | '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}' => &[],
        _ => return Plain::Lower(Some(lower_case(half_width(character)))),
    };
    Plain::Known(known.iter())
}

/// What [`plain`] makes of a character.
enum Plain {
    Known(core::slice::Iter<'static, char>),
    Lower(Option<char>),
}

impl Iterator for Plain {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::Known(characters) => characters.next().copied(),
            Self::Lower(character) => character.take(),
        }
    }
}

/// The lower case of the letters that names are written with: Latin, Greek, Cyrillic, and the
/// characters of Roman numbers. The table of all scripts is 12 KB, which a station has no room for.
fn lower_case(character: char) -> char {
    let behind = match character {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        'Ⅰ'..='Ⅿ' => 0x10,
        _ => 0,
    };
    char::from_u32(u32::from(character) + behind).unwrap_or(character)
}

/// A character at half width; a raised or lowered digit as a digit.
fn half_width(character: char) -> char {
    let moved = |from: char, to: char| {
        char::from_u32(u32::from(character) - u32::from(from) + u32::from(to)).unwrap_or(character)
    };
    match character {
        '\u{ff01}'..='\u{ff5e}' => moved('\u{ff01}', '!'),
        '₀'..='₉' => moved('₀', '0'),
        '⁴'..='⁹' => moved('⁴', '4'),
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => ' ',
        _ => character,
    }
}

/// The characters of a name, without separators.
///
/// Other signs stay, so that `DO(%)` is not `DO`.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(plain).filter(|character| !is_separator(*character))
}

/// What stands between the parts of a name without a meaning of its own.
pub(crate) fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '_'
                | '.'
                | ','
                | '、'
                | '。'
                | '·'
                | '/'
                | '\\'
                | '|'
                | '+'
                | '^'
                | '('
                | ')'
                | '*'
                | ':'
                | ';'
                | '"'
                | '\''
                | '‘'
                | '’'
                | '“'
                | '”'
                | '※'
                | '△'
                | '▲'
                | '★'
                | '☆'
                | '#'
        )
}

/// A printed name without its remark in brackets: 硫酸盐 of 硫酸盐（以SO4^2-计）.
///
/// A bracket within a name is part of it, 苯并(a)芘, and so is a valence.
pub(crate) fn before_remark(name: &'static str) -> &'static str {
    // Most names end without one.
    if !name.ends_with([')', '）']) {
        return name;
    }
    match name.split_once(['（', '(']) {
        Some((before, remark)) if !remark.starts_with("VI") => before.trim_ascii_end(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::lower_case;

    #[test]
    fn letters_have_the_lower_case_of_unicode() {
        let ranges = ['\0'..='ÿ', 'Α'..='ω', 'Ѐ'..='џ', '\u{2150}'..='\u{2182}', '一'..='丏'];
        for character in ranges.into_iter().flatten() {
            assert!(character.to_lowercase().eq([lower_case(character)]), "{character:?}");
        }
    }
}
