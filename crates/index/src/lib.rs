//! Full text and facets over the record; can be deleted and rebuilt from it.
