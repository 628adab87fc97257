//! Bytes as text, or which other encoding they are in.

/// The text of some bytes, or a sentence on what they are instead.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("the file is in UTF-16; expected UTF-8 (save it as \"CSV UTF-8\")".to_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
            let named = if is_gbk(bytes) {
                "the file is in GBK (GB 18030); expected UTF-8 (convert it with `iconv -f GBK -t UTF-8`)"
            } else {
                "the file is not in UTF-8"
            };
            Err(format!("line {line}: {named}"))
        }
    }
}

/// Whether all bytes above ASCII come in the pairs of GBK: a lead from 81 to FE, a trail from
/// 40 to FE except 7F.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        match byte {
            0x00..=0x7f => {}
            0x81..=0xfe => {
                if !matches!(rest.next(), Some(0x40..=0x7e | 0x80..=0xfe)) {
                    return false;
                }
            }
            _ => return false,
        }
    }
    true
}
