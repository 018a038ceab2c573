//! Character references left in values: some publishers escape a title twice, and JSON is
//! escaped for a page that does not unescape it.

/// Replaces the references that occur in names and titles.
pub(super) fn unescape(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(start) = rest.find('&') {
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, character(&rest[1..end])?))) {
            Some((end, character)) => {
                text.push(character);
                rest = &rest[end + 1..];
            }
            None => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

fn character(name: &str) -> Option<char> {
    let named = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" | "ldquo" | "rdquo" => '"',
        "apos" | "lsquo" | "rsquo" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        _ => return numbered(name.strip_prefix('#')?),
    };
    Some(named)
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|character| !character.is_control())
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn known_references_are_replaced_and_others_kept() {
        let check = |value, expected| assert_eq!(unescape(value), expected, "{value}");
        check("Law &amp; Order", "Law & Order");
        check("It&#39;s &#x2019;", "It's ’");
        check("AT&T; & Co &unknown;", "AT&T; & Co &unknown;");
        check("&é&#0;", "&é&#0;");
    }
}
