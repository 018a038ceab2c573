//! Formats told by bytes at a fixed place.

/// A type, where its bytes stand, and the bytes.
struct Signature(&'static str, usize, &'static [u8]);

/// Looked through from the top: the more special one stands first.
#[rustfmt::skip]
const SIGNATURES: &[Signature] = &[
    Signature("application/pdf", 0, b"%PDF-"),
    Signature("application/pdf", 0, b"\xef\xbb\xbf%PDF-"),
    Signature("application/postscript", 0, b"%!PS"),
    Signature("application/rtf", 0, b"{\\rtf"),
    Signature("application/vnd.sqlite3", 0, b"SQLite format 3\0"),
    Signature("application/vnd.ms-outlook-pst", 0, b"!BDN"),
    Signature("application/warc", 0, b"WARC/"),
    Signature("application/applefile", 0, b"\x00\x05\x16\x07"),
    Signature("application/applefile", 0, b"\x00\x05\x16\x00"),
    Signature("application/x-apple-dsstore", 0, b"\x00\x00\x00\x01Bud1"),
    Signature("application/x-bplist", 0, b"bplist00"),
    Signature("application/gzip", 0, b"\x1f\x8b"),
    Signature("application/x-bzip2", 0, b"BZh"),
    Signature("application/x-xz", 0, b"\xfd7zXZ\0"),
    Signature("application/zstd", 0, b"\x28\xb5\x2f\xfd"),
    Signature("application/x-7z-compressed", 0, b"7z\xbc\xaf\x27\x1c"),
    Signature("application/vnd.rar", 0, b"Rar!\x1a\x07"),
    Signature("application/x-tar", 257, b"ustar"),
    Signature("application/vnd.ms-tnef", 0, b"\x78\x9f\x3e\x22"),
    Signature("application/vnd.ms-cab-compressed", 0, b"MSCF\0\0\0\0"),
    Signature("application/x-executable", 0, b"\x7fELF"),
    Signature("application/x-executable", 0, b"\xfe\xed\xfa\xce"),
    Signature("application/x-executable", 0, b"\xfe\xed\xfa\xcf"),
    Signature("application/x-executable", 0, b"\xcf\xfa\xed\xfe"),
    Signature("application/x-executable", 0, b"\xca\xfe\xba\xbe"),
    Signature("application/wasm", 0, b"\0asm"),
    Signature("image/png", 0, b"\x89PNG\r\n\x1a\n"),
    Signature("image/jpeg", 0, b"\xff\xd8\xff"),
    Signature("image/gif", 0, b"GIF87a"),
    Signature("image/gif", 0, b"GIF89a"),
    Signature("image/tiff", 0, b"II*\0"),
    Signature("image/tiff", 0, b"MM\0*"),
    Signature("image/webp", 8, b"WEBPVP8"),
    Signature("image/jp2", 0, b"\0\0\0\x0cjP  \r\n\x87\n"),
    Signature("image/heic", 4, b"ftyphei"),
    Signature("image/avif", 4, b"ftypavif"),
    Signature("image/vnd.djvu", 0, b"AT&TFORM"),
    Signature("image/x-icon", 0, b"\0\0\x01\0"),
    Signature("audio/wav", 8, b"WAVEfmt "),
    Signature("audio/mpeg", 0, b"ID3\x02"),
    Signature("audio/mpeg", 0, b"ID3\x03"),
    Signature("audio/mpeg", 0, b"ID3\x04"),
    Signature("audio/ogg", 0, b"OggS\0"),
    Signature("audio/flac", 0, b"fLaC\0"),
    Signature("video/x-msvideo", 8, b"AVI LIST"),
    Signature("video/mp4", 4, b"ftyp"),
    Signature("video/x-matroska", 0, b"\x1aE\xdf\xa3"),
];

const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What an OLE container is by its name.
const OLE_TYPES: &[(&str, &str)] = &[
    ("doc", "application/msword"),
    ("dot", "application/msword"),
    ("msg", "application/vnd.ms-outlook"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("xls", "application/vnd.ms-excel"),
];

/// What a zip is by the name of a part that starts in the first 8 KiB.
const ZIP_PARTS: &[(&str, &str)] = &[
    ("mimetypeapplication/epub+zip", "application/epub+zip"),
    ("mimetypeapplication/vnd.oasis.opendocument.text", ODT),
    (
        "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        ODS,
    ),
    (
        "mimetypeapplication/vnd.oasis.opendocument.presentation",
        ODP,
    ),
    ("word/", DOCX),
    ("xl/", XLSX),
    ("ppt/", PPTX),
];

/// What a zip is by its own name, where its parts do not say.
const ZIP_TYPES: &[(&str, &str)] = &[
    ("docx", DOCX),
    ("xlsx", XLSX),
    ("pptx", PPTX),
    ("odt", ODT),
    ("ods", ODS),
    ("odp", ODP),
    ("epub", "application/epub+zip"),
];

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const ODT: &str = "application/vnd.oasis.opendocument.text";
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
const ODP: &str = "application/vnd.oasis.opendocument.presentation";

/// The type that a signature gives.
pub(super) fn media_type(bytes: &[u8], extension: &str) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip_type(bytes, extension));
    }
    if bytes.starts_with(OLE) {
        return Some(by_extension(OLE_TYPES, extension).unwrap_or("application/x-ole-storage"));
    }
    // Two letters are no signature by themselves: prose may start with them.
    if bytes.starts_with(b"MZ") && bytes.iter().take(64).any(|byte| *byte == 0) {
        return Some("application/vnd.microsoft.portable-executable");
    }
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some("image/bmp");
    }
    let fits = |Signature(_, offset, signature): &&Signature| {
        bytes
            .get(*offset..)
            .is_some_and(|bytes| bytes.starts_with(signature))
    };
    SIGNATURES
        .iter()
        .find(fits)
        .map(|Signature(media_type, ..)| *media_type)
}

fn zip_type(bytes: &[u8], extension: &str) -> &'static str {
    let holds = |part: &str| memchr::memmem::find(bytes, part.as_bytes()).is_some();
    let office = holds("[Content_Types].xml") || holds("_rels/") || holds("mimetype");
    let by_part = ZIP_PARTS.iter().find(|(part, _)| office && holds(part));
    by_part
        .map(|(_, media_type)| *media_type)
        .or_else(|| by_extension(ZIP_TYPES, extension))
        .unwrap_or("application/zip")
}

fn by_extension(types: &[(&'static str, &'static str)], extension: &str) -> Option<&'static str> {
    let entry = types.iter().find(|(known, _)| *known == extension);
    entry.map(|(_, media_type)| *media_type)
}
