//! The charset that a page declares in its head.

/// How far into a page its charset is looked for.
const PRESCAN_BYTES: usize = 4 << 10;
/// Longest label that is read.
const LABEL_BYTES: usize = 40;

/// The label after `charset=`, or after `encoding=` of an XML declaration.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes[..bytes.len().min(PRESCAN_BYTES)].to_ascii_lowercase();
    let charset = memchr::memmem::find_iter(&head, b"charset");
    let encoding = memchr::memmem::find_iter(&head, b"encoding");
    charset
        .chain(encoding)
        .find_map(|place| label(&head[place..]))
}

fn label(rest: &[u8]) -> Option<String> {
    let equals = rest.iter().take(12).position(|byte| *byte == b'=')?;
    let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
    let label = rest[equals + 1..]
        .iter()
        .skip_while(|byte| matches!(byte, b' ' | b'"' | b'\''))
        .take_while(|byte| is_label(byte))
        .take(LABEL_BYTES);
    let label: String = label.map(|byte| char::from(*byte)).collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn reads_the_label_of_a_head() {
        let check = |head: &str, expected: Option<&str>| {
            assert_eq!(declared(head.as_bytes()).as_deref(), expected, "{head}");
        };
        check("<meta charset=ISO-8859-1>", Some("iso-8859-1"));
        check(
            "<meta content='text/html; charset=\"utf-8\"'>",
            Some("utf-8"),
        );
        check("<?xml version='1.0' encoding='KOI8-R'?>", Some("koi8-r"));
        check("<meta name=charset>", None);
        check("charset=", None);
    }
}
