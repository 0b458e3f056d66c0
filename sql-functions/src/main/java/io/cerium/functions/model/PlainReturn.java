package io.cerium.functions.model;

/** What a reader makes of a row, as it is. */
record PlainReturn(RowReader reader, OnError onError) implements ModelReturn {}
